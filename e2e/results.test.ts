import { expect, test } from '@playwright/test';
import { scanPages } from './page-scans.ts';
import { logInAs } from './people.ts';

test('points are pasted, each fault at its line, then typed and saved together', async ({ page }) => {
  await logInAs(page, 'cchc', '/index/results?stage=self');
  const lines = page.getByRole('textbox', { name: 'Các dòng: mã, điểm, lý do' });
  await lines.fill('1.2.1\t0,5\tBáo cáo quý trễ\n9.9.9\t1\n7.5.1\tđạt');
  await page.getByRole('button', { name: 'Đưa vào bảng' }).click();
  await expect(page.getByText('Dòng 2: “9.9.9” không phải mã')).toBeVisible();
  await expect(page.getByText('Dòng 3: 7.5.1: điểm phải là số không âm')).toBeVisible();
  await lines.fill('1.2.1\t0,5\tBáo cáo quý trễ');
  await page.getByRole('button', { name: 'Đưa vào bảng' }).click();
  const points = page.getByRole('textbox', { name: 'Điểm tiêu chí 1.2.1' });
  await expect(points).toHaveValue('0,5');
  await expect(page.getByRole('textbox', { name: 'Lý do tiêu chí 1.2.1' })).toHaveValue('Báo cáo quý trễ');

  await points.fill('99');
  await page.getByRole('button', { name: 'Lưu điểm' }).click();
  await expect(page.getByText('1.2.1: điểm vượt tối đa').first()).toBeVisible();
  await points.fill('0,25');
  await page.getByRole('button', { name: 'Lưu điểm' }).click();
  await expect(page.getByText('Đã lưu điểm của 1 tiêu chí.')).toBeVisible();
  await page.reload();
  await expect(points).toHaveValue('0,25');
});

test('owners and efforts are set for many leaves at once, and taken back', async ({ page }) => {
  await logInAs(page, 'cchc', '/index/owners?area=7');
  const effort = page.getByRole('textbox', { name: 'Công sức của 7.1.1' });
  const before = await effort.inputValue();
  await page.getByRole('checkbox', { name: 'Chọn tất cả đang xem' }).press('Space');
  await page.getByRole('textbox', { name: 'Công sức', exact: true }).fill('2,5');
  await page.getByRole('button', { name: 'Điền vào bảng' }).click();
  await expect(effort).toHaveValue('2,5');
  await effort.fill('nhiều');
  await page.getByRole('button', { name: /^Ghi \d+ thay đổi$/ }).click();
  await expect(effort).toHaveAttribute('aria-invalid', 'true');
  await effort.fill('1,5');
  await page.getByRole('button', { name: /^Ghi \d+ thay đổi$/ }).click();
  await expect(page.getByText(/^Đã ghi \d+ tiêu chí\./)).toBeVisible();
  await expect(effort).toHaveValue('1,5');
  await page.getByRole('button', { name: 'Hoàn tác lần ghi này' }).click();
  await expect(page.getByText(/tiêu chí về như trước/)).toBeVisible();
  await expect(effort).toHaveValue(before);
});

const addresses = [
  '/index/owners',
  '/index/results',
  '/index/results?year=2025',
  '/index/years',
  '/index/years?year=2025',
  '/index/losses',
  '/index/losses?year=2025',
  '/index/losses?year=2027',
];

scanPages('results', addresses);

test('who may only read sees the stated points and no field', async ({ page }) => {
  await logInAs(page, 'khach', '/index/results?year=2025');
  await expect(page.getByRole('table')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Lưu điểm' })).toHaveCount(0);
  await expect(page.getByRole('textbox', { name: /^Điểm tiêu chí/ })).toHaveCount(0);
});

test('two years stand side by side and are narrowed to what was gained', async ({ page }) => {
  await logInAs(page, 'cchc', '/index/years');
  const table = page.getByRole('table', { name: 'Năm 2025 và năm 2026' });
  await expect(table.getByRole('row').nth(1)).toContainText('giữ nguyên');
  const all = await table.getByRole('row').count();
  await page.getByLabel('Hiện', { exact: true }).selectOption({ label: 'tăng điểm so với năm trước' });
  await expect(table.getByText('▲').first()).toBeVisible();
  await expect(table.getByText('▼')).toHaveCount(0);
  expect(await table.getByRole('row').count()).toBeLessThan(all);
});

test('losses of the plan stand beside those of the result, and lead to the plan', async ({ page }) => {
  await logInAs(page, 'cchc', '/index/losses');
  const table = page.getByRole('table', { name: 'Điểm mất năm 2025' });
  const late = table.getByRole('row').filter({ hasText: 'Hồ sơ trực tuyến toàn trình' });
  await expect(late).toContainText('2,333');
  await expect(late).toContainText('chưa có việc lấy lại');
  await expect(table.getByRole('row').filter({ hasText: '52 hồ sơ trễ hạn' })).toContainText('(1,341)');
  await page.getByLabel('Hiện', { exact: true }).selectOption({ label: 'kế hoạch không nêu' });
  await expect(late).toHaveCount(0);
  await page.getByRole('button', { name: 'Ghi một khoản' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Mã tiêu chí' }).fill('1.1.1');
  await dialog.getByRole('textbox', { name: 'Điểm mất' }).fill('9');
  await dialog.getByRole('button', { name: 'Ghi điểm mất' }).click();
  await expect(dialog.getByText('điểm mất vượt điểm tối đa.').first()).toBeVisible();
  await dialog.getByRole('textbox', { name: 'Điểm mất' }).fill('0,25');
  await dialog.getByRole('textbox', { name: 'Nguyên nhân' }).fill('Ban hành trễ một tuần');
  await dialog.getByRole('button', { name: 'Ghi điểm mất' }).click();
  await page.getByLabel('Hiện', { exact: true }).selectOption('');
  await expect(table.getByText('Ban hành trễ một tuần')).toBeVisible();
  await page.getByRole('link', { name: 'Mở kế hoạch' }).click();
  await expect(page.getByRole('heading', { name: 'Bảng nhiệm vụ' })).toBeVisible();
});
