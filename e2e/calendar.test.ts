import { expect, test } from '@playwright/test';
import { expectAccessible } from './accessibility.ts';
import { logInAs } from './people.ts';

test.describe.configure({ mode: 'serial' });

test('a day is made a day off: first what moves is shown, then it is saved, and the old day stays', async ({
  page,
}) => {
  await logInAs(page, 'cchc', '/calendar');
  await page.getByRole('button', { name: /30\/11\/2026/ }).click();
  const form = page.getByRole('region', { name: 'Sửa ngày 30/11/2026' });
  await form.getByLabel('Loại', { exact: true }).selectOption('off');
  await form.getByLabel('Lý do').fill('Nghỉ theo quyết định của tỉnh');
  await form.getByLabel('Số quyết định').fill('77/QĐ-UBND');
  await form.getByRole('button', { name: 'Xem thời hạn bị dời' }).click();
  await form.getByRole('button', { name: 'Lưu 1 ngày' }).click();
  await expect(page.getByRole('button', { name: /30\/11\/2026, Nghỉ/ })).toBeVisible();
  await expect(page.getByText(/Theo lịch tuần → Nghỉ/)).toBeVisible();
  await expectAccessible(page);
});

test('the days of a decision are pasted from a spreadsheet, and a wrong row is named', async ({ page }) => {
  await logInAs(page, 'cchc', '/calendar');
  await page.getByRole('button', { name: 'Nhập ngày từ bảng tính' }).click();
  const dialog = page.getByRole('dialog', { name: 'Nhập ngày từ bảng tính' });
  await dialog.getByLabel('Các dòng').fill('30/02/2027; nghỉ; thử');
  await expect(dialog.getByText('Dòng 1: không có ngày hợp lệ.')).toBeVisible();
  await dialog.getByLabel('Các dòng').fill('06/9/2027; nghỉ; Quốc khánh; 5/TB-VP');
  await dialog.getByRole('button', { name: 'Xem thời hạn bị dời' }).click();
  await dialog.getByRole('button', { name: 'Lưu 1 ngày' }).click();
  await expect(dialog).toBeHidden();
});
