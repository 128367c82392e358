import { expect, test } from '@playwright/test';
import { expectAccessible } from './accessibility.ts';
import { logInAs } from './people.ts';

test.describe.configure({ mode: 'serial' });

test('a unit gets another name, is found by it, and loses it again', async ({ page }) => {
  await logInAs(page, 'quantri', '/units');
  await page.getByRole('link', { name: 'Quỹ Bảo vệ môi trường' }).click();
  await page.getByLabel('Tên gọi, chữ viết tắt').fill('QBVMT');
  await page.getByRole('button', { name: 'Thêm tên gọi' }).click();
  const removal = page.getByRole('button', { name: 'Bỏ tên gọi QBVMT' });
  await expect(removal).toBeVisible();
  await page.getByRole('searchbox', { name: 'Tìm đơn vị' }).fill('qbvmt');
  await expect(page.getByRole('rowheader')).toHaveText(['Quỹ Bảo vệ môi trường']);
  await expectAccessible(page);
  await removal.click();
  await expect(removal).toBeHidden();
});

test('a unit is renamed by a decision: the old one ends the day before and both know each other', async ({ page }) => {
  await logInAs(page, 'quantri', '/units');
  await page.getByRole('button', { name: 'Sắp xếp lại' }).click();
  const dialog = page.getByRole('dialog', { name: 'Sắp xếp lại' });
  await dialog.getByRole('button', { name: 'Sắp xếp lại' }).click();
  await expect(dialog.getByRole('alert')).toContainText('Hãy chọn ít nhất một đơn vị.');
  await expectAccessible(page);
  await dialog.getByLabel('Hình thức').selectOption('rename');
  await dialog.getByRole('checkbox', { name: 'Trung tâm Phát triển quỹ đất' }).check();
  await dialog.getByLabel('Có hiệu lực từ ngày').fill('1/3/2026');
  await dialog.getByLabel('Số quyết định').fill('12/QĐ-UBND');
  await dialog.getByLabel(/Đơn vị mới/).fill('Trung tâm Quỹ đất; TT Quỹ đất');
  await dialog.getByRole('button', { name: 'Sắp xếp lại' }).click();
  await expect(dialog).toBeHidden();
  await page.getByRole('link', { name: 'Trung tâm Quỹ đất' }).click();
  await expect(page.getByText('12/QĐ-UBND')).toBeVisible();
  await page.getByLabel('Tại ngày').fill('28/02/2026');
  await expect(page.getByRole('link', { name: 'Trung tâm Phát triển quỹ đất' })).toBeVisible();
  await expect(page).toHaveURL(/day=2026-02-28/);
});

test('a new user must choose a password at the first log-in', async ({ page, browser }) => {
  await logInAs(page, 'quantri', '/users');
  await page.getByRole('button', { name: 'Thêm người dùng' }).click();
  const dialog = page.getByRole('dialog', { name: 'Thêm người dùng' });
  await dialog.getByLabel('Tên đăng nhập').fill('vanthu');
  await dialog.getByLabel('Tên hiển thị').fill('Văn thư Sở');
  await dialog.getByLabel('Mật khẩu lần đầu').fill('ngắn');
  await dialog.getByRole('button', { name: 'Thêm người dùng' }).click();
  await expect(dialog.getByRole('alert')).toContainText('Mật khẩu cần ít nhất');
  await dialog.getByLabel('Mật khẩu lần đầu').fill('con duong den truong');
  await dialog.getByRole('button', { name: 'Thêm người dùng' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('link', { name: 'Văn thư Sở' })).toBeVisible();

  const other = await browser.newPage();
  await other.goto('/units');
  await other.getByRole('textbox', { name: 'Tên đăng nhập' }).fill('vanthu');
  await other.getByLabel('Mật khẩu').fill('con duong den truong');
  await other.keyboard.press('Enter');
  await expect(other.getByRole('heading', { name: 'Đổi mật khẩu' })).toBeVisible();
  await expect(other.getByText('Mật khẩu này do người khác cấp')).toBeVisible();
  await other.getByLabel('Mật khẩu hiện nay').fill('con duong den truong');
  await other.getByLabel('Mật khẩu mới', { exact: true }).fill('mua thu tren cao nguyen');
  await other.getByLabel('Nhập lại mật khẩu mới').fill('mua thu tren cao nguyen');
  await other.getByRole('button', { name: 'Đổi mật khẩu' }).click();
  await expect(other.getByText('Đã đổi mật khẩu')).toBeVisible();
  await other.goto('/units');
  await expect(other.getByRole('heading', { level: 1, name: 'Đơn vị' })).toBeVisible();
  await other.close();
});

test('the audit log shows what was done, and its chain is whole', async ({ page }) => {
  await logInAs(page, 'quantri', '/audit?action=user.create');
  await expect(page.getByRole('table', { name: 'Nhật ký thay đổi' })).toContainText('vanthu');
  await page.getByRole('button', { name: 'Kiểm tra chuỗi' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Chuỗi nguyên vẹn' })).toBeVisible();
});
