import { expect, test } from '@playwright/test';
import { expectAccessible } from './accessibility.ts';
import { logInAs } from './people.ts';

test('a head finds everything that waits for the unit, filters it in the address and opens it', async ({ page }) => {
  await logInAs(page, 'truongphong', '/');
  await page.getByRole('link', { name: /Việc của tôi/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Việc của tôi' })).toBeVisible();
  await expect(page.getByRole('table', { name: 'Việc đang chờ' }).getByRole('row').nth(1)).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('search', { name: 'Bộ lọc' }).getByLabel('Loại').selectOption('report');
  await expect(page).toHaveURL(/source=report/);
  await page.getByLabel('Tìm trong tên việc').fill('không có việc nào như thế');
  await expect(page.getByRole('heading', { name: 'Không có việc nào khớp bộ lọc.' })).toBeVisible();
  await page.getByRole('link', { name: 'Bỏ lọc, xem tất cả' }).click();
  const first = page.getByRole('table', { name: 'Việc đang chờ' }).getByRole('rowheader').first().getByRole('link');
  await first.click();
  await expect(page).not.toHaveURL(/my-work/);
});

test('nothing waits for a reader, and the page says so kindly', async ({ page }) => {
  await logInAs(page, 'khach', '/my-work');
  await expect(page.getByText('Không có việc nào đang chờ bạn')).toBeVisible();
  await expectAccessible(page);
});

test('the bell leads to the notices; they are read, and a calendar address is made and revoked', async ({ page }) => {
  await logInAs(page, 'truongphong', '/my-work');
  await page.getByRole('link', { name: /Thông báo:/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Thông báo' })).toBeVisible();
  await expect(page.getByText(/nhắc trước|trễ từ|ngày đến hạn/).first()).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Đánh dấu đã đọc tất cả' }).click();
  await expect(page.getByRole('link', { name: 'Thông báo: 0 chưa đọc' })).toBeVisible();
  await page.getByRole('button', { name: 'Tạo địa chỉ' }).click();
  const address = await page.getByLabel('Địa chỉ lịch của bạn').inputValue();
  const feed = await page.request.get(address);
  expect([feed.status(), (await feed.text()).slice(0, 15)]).toEqual([200, 'BEGIN:VCALENDAR']);
  await page.getByRole('button', { name: 'Hủy địa chỉ' }).click();
  await expect(page.getByRole('button', { name: 'Tạo địa chỉ', exact: true })).toBeVisible();
  expect((await page.request.get(address)).status()).toBe(404);
});

test('a wish for e-mail without an address is told at the field', async ({ page }) => {
  await logInAs(page, 'chuyenvien', '/notices');
  await page.getByLabel('Gửi cả qua thư điện tử').check();
  await page.getByRole('button', { name: 'Lưu' }).click();
  await expect(page.getByRole('alert')).toContainText('Hãy ghi địa chỉ thư');
  await page.getByLabel('Địa chỉ thư điện tử').fill('chuyenvien@example.vn');
  await page.getByRole('button', { name: 'Lưu' }).click();
  await expect(page.getByText('Đã lưu cách nhận.')).toBeVisible();
});

test('the office changes when it reminds', async ({ page }) => {
  await logInAs(page, 'quantri', '/reminders');
  const before = page.getByLabel('Trước hạn (ngày làm việc)');
  await before.fill('10, hai');
  await page.getByRole('button', { name: 'Lưu' }).click();
  await expect(page.getByRole('alert')).toContainText('Chỉ ghi số ngày');
  await before.fill('10, 3');
  await page.getByRole('button', { name: 'Lưu' }).click();
  await expect(page.getByText('Đã lưu. Lần nhắc tới dùng cách mới.')).toBeVisible();
  await expectAccessible(page);
});

test('who answers: units in their places, and a place without the right', async ({ page }) => {
  await logInAs(page, 'cchc', '/answers');
  await expect(page.getByRole('table', { name: 'Xếp hạng đơn vị' }).getByRole('row').nth(3)).toBeVisible();
  await expectAccessible(page);
  const [sheet] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Xuất Excel' }).click(),
  ]);
  expect(sheet.suggestedFilename()).toMatch(/^trach-nhiem-.*\.xlsx$/);
});

test('the losses of one unit are shown by the address that leads to them', async ({ page }) => {
  await logInAs(page, 'cchc', '/index/losses?unit=unit_khtc');
  const table = page.getByRole('table', { name: /Điểm mất/ }).last();
  await expect(table.getByRole('row').filter({ hasText: 'Kế hoạch - Tài chính' }).first()).toBeVisible();
  await expect(table.getByRole('row').filter({ hasText: 'Trung tâm Công nghệ thông tin' })).toHaveCount(0);
  await page
    .getByRole('search', { name: 'Bộ lọc' })
    .getByLabel('Đơn vị')
    .selectOption({ label: 'Trung tâm Công nghệ thông tin' });
  await expect(page).toHaveURL(/unit=unit_cntt/);
  await expect(table.getByRole('row').filter({ hasText: 'Trung tâm Công nghệ thông tin' }).first()).toBeVisible();
});
