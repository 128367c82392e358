import { expect, test } from '@playwright/test';
import { scanPages } from './page-scans.ts';
import { logInAs } from './people.ts';

const OWN = '/reports/duty_danh-gia-thang/2026-M12/units/unit_vpdk';
const addresses = [
  '/reports',
  '/reports?view=unit&unit=unit_vpdk',
  '/reports/duty_cchc/2026-Q3',
  '/reports/duty_danh-gia-thang/2026-M12',
  '/reports/duty_cchc/2026-Q3/units/unit_cntt',
  OWN,
  '/reports/duties',
  '/reports/duties/new',
  '/reports/duties/duty_cchc',
];

scanPages('reports', addresses);

test('a report saves itself, asks about what does not add up, and is handed in', async ({ page }) => {
  await logInAs(page, 'chuyenvien', OWN);
  const figure = (name: string) => page.getByRole('textbox', { name, exact: true });
  await figure('Người được đánh giá').fill('100');
  await figure('Hoàn thành xuất sắc').fill('1');
  await figure('Hoàn thành tốt').fill('90');
  await figure('Hoàn thành').fill('1');
  await figure('Không hoàn thành').fill('mười');
  await expect(page.getByText('Hãy nhập số')).toBeVisible();
  await figure('Không hoàn thành').fill('0');
  await expect(page.getByText('các phần cộng lại là 92')).toBeVisible();
  await expect(page.getByText('Đã lưu nháp')).toBeVisible();
  await page.reload();
  await expect(figure('Người được đánh giá')).toHaveValue('100');
  await figure('Người được đánh giá').fill('92');
  await expect(page.getByText('các phần cộng lại')).toHaveCount(0);
  const questions = page.getByRole('textbox', { name: 'Nếu đúng, vì sao' });
  for (let open = await questions.count(); open > 0; open -= 1) {
    await questions.first().fill('Đã đối chiếu danh sách.');
    await page.getByRole('button', { name: 'Số này đúng' }).first().click();
    await expect(questions).toHaveCount(open - 1);
  }
  await page.getByRole('button', { name: 'Nộp báo cáo' }).click();
  await expect(page.getByText('Báo cáo đã nộp.').first()).toBeVisible();
  await expect(page.getByText(/^Lần 1:/)).toBeVisible();
});

test('the office sees who is in, writes beside the units, and is asked before it closes without some', async ({
  page,
}) => {
  await logInAs(page, 'cchc', '/reports/duty_cchc/2026-Y');
  await page.getByRole('button', { name: 'Tổng hợp', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Tổng hợp lại' })).toBeVisible();
  const own = page.getByRole('textbox', { name: 'Bản của cơ quan: Kết quả thực hiện' });
  await own.fill('Toàn Sở hoàn thành kế hoạch.');
  await expect(page.getByText('Đã lưu nháp')).toBeVisible();
  await page.reload();
  await expect(own).toHaveValue('Toàn Sở hoàn thành kế hoạch.');
  await page.getByRole('button', { name: 'Chốt kỳ báo cáo' }).click();
  await expect(page.getByRole('dialog', { name: /đơn vị chưa nộp/ })).toBeVisible();
  await page.getByRole('button', { name: 'Hủy' }).click();
  await expect(page.getByText('đang mở')).toBeVisible();
});

test('the days of a new duty follow its words while they are typed', async ({ page }) => {
  await logInAs(page, 'quantri', '/reports/duties/new');
  await page.getByRole('combobox', { name: 'Bắt đầu từ mẫu' }).selectOption({ label: 'Báo cáo cải cách hành chính' });
  const words = page.getByRole('textbox', { name: 'Hạn đơn vị nộp' });
  await expect(words).toHaveValue('Trước ngày 12 của tháng cuối kỳ báo cáo');
  await expect(page.getByText('11/03/2026').first()).toBeVisible();
  await words.fill('Ngày 10 của tháng cuối kỳ báo cáo');
  await expect(page.getByText('10/03/2026').first()).toBeVisible();
  await words.fill('khi nào xong');
  await expect(page.getByText('Chưa đọc ra một ngày')).toBeVisible();
});

test('who may not see reports has no such page in the menu', async ({ page }) => {
  await logInAs(page, 'khach');
  await expect(page.getByRole('link', { name: 'Báo cáo', exact: true })).toHaveCount(0);
});
