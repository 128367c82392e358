import { gzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
import { FIRST_PAGE_LIMIT } from '../scripts/bundle-size.ts';
import { expectAccessible, expectNoSidewaysScroll } from './accessibility.ts';
import { logInAtTheDoor } from './people.ts';

test('whoever is not logged in goes to the door and afterwards to the page that was asked for', async ({ page }) => {
  await logInAtTheDoor(page, 'cchc', '/password');
  await expect(page).toHaveURL(/\/password$/);
  await expect(page.getByRole('heading', { level: 1, name: 'Đổi mật khẩu' })).toBeVisible();
});

test('the door passes the accessibility scan and works in a narrow window', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 640 });
  await page.goto('/log-in');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
});

test('a wrong password is refused with words that say what to do, and the username stays', async ({ page }) => {
  await page.goto('/log-in');
  await page.getByRole('textbox', { name: 'Tên đăng nhập' }).fill('khong-co-ai');
  await page.getByLabel('Mật khẩu').fill('sai');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toBeFocused();
  await expect(page.getByRole('textbox', { name: 'Tên đăng nhập' })).toHaveValue('khong-co-ai');
});

test('an empty form names both fields', async ({ page }) => {
  await page.goto('/log-in');
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
  await expect(page.getByRole('alert')).toContainText('Có 2 chỗ cần sửa');
});

test('the language is switched at once and remembered', async ({ page }) => {
  await logInAtTheDoor(page, 'cchc');
  await page.getByText('Chuyên viên CCHC').first().click();
  await page.getByRole('radio', { name: 'English' }).check();
  await expect(page.getByRole('navigation', { name: 'Main navigation' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await page.reload();
  await expect(page.getByRole('navigation', { name: 'Main navigation' })).toBeVisible();
});

test('the theme is switched at once and remembered', async ({ page }) => {
  await logInAtTheDoor(page, 'cchc');
  await page.getByText('Chuyên viên CCHC').first().click();
  await page.getByRole('radio', { name: 'Tối' }).check();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expectAccessible(page);
});

test('logging out leads to the door, and going back shows nothing', async ({ page }) => {
  await logInAtTheDoor(page, 'cchc');
  await page.getByText('Chuyên viên CCHC').first().click();
  await page.getByRole('button', { name: 'Đăng xuất' }).click();
  await expect(page.getByRole('heading', { name: 'Đăng nhập' })).toBeVisible();
  await page.goto('/password');
  await expect(page.getByRole('heading', { name: 'Đăng nhập' })).toBeVisible();
});

test('a session that ended in the middle of a form asks for the password and loses nothing', async ({
  page,
  context,
}) => {
  await logInAtTheDoor(page, 'cchc', '/password');
  await page.getByLabel('Mật khẩu hiện nay').fill('không đúng');
  await page.getByLabel('Mật khẩu mới', { exact: true }).fill('một câu dài dễ nhớ');
  await page.getByLabel('Nhập lại mật khẩu mới').fill('một câu dài dễ nhớ');
  await context.clearCookies({ name: 'caicach' });
  await page.getByRole('button', { name: 'Đổi mật khẩu' }).click();
  const dialog = page.getByRole('dialog', { name: 'Phiên làm việc đã hết' });
  await expect(dialog).toBeVisible();
  await expectAccessible(page);
  await dialog.getByLabel('Mật khẩu').fill('mau-chuyen-vien');
  await dialog.getByRole('button', { name: 'Đăng nhập', exact: true }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByLabel('Mật khẩu mới', { exact: true })).toHaveValue('một câu dài dễ nhớ');
});

test('a draft that another person left in this browser is not shown', async ({ page }) => {
  await page.goto('/log-in');
  await page.evaluate(() => {
    window.localStorage.setItem('caicach-drafts-of', 'giamdoc');
    window.localStorage.setItem('caicach-draft-any', '{"title":"riêng"}');
  });
  await logInAtTheDoor(page, 'cchc');
  expect(await page.evaluate(() => window.localStorage.getItem('caicach-draft-any'))).toBeNull();
});

test('leaving a form with changes asks first', async ({ page }) => {
  await logInAtTheDoor(page, 'cchc', '/password');
  await page.getByLabel('Mật khẩu hiện nay').fill('đang nhập dở');
  page.once('dialog', (dialog) => dialog.dismiss());
  await page.getByRole('link', { name: 'Tổng quan' }).click();
  await expect(page.getByLabel('Mật khẩu hiện nay')).toHaveValue('đang nhập dở');
  page.once('dialog', (dialog) => dialog.accept());
  await page.getByRole('link', { name: 'Tổng quan' }).click();
  await expect(page).toHaveURL(/\/(\?.*)?$/);
});

test('the whole way from the door to a page goes by keyboard', async ({ page }) => {
  await page.goto('/log-in');
  await page.getByRole('textbox', { name: 'Tên đăng nhập' }).focus();
  await page.keyboard.type('khach');
  await page.keyboard.press('Tab');
  await page.keyboard.type('mau-chi-xem-2026');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('navigation', { name: 'Điều hướng chính' })).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Đến nội dung chính' })).toBeFocused();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('tong quan');
  await expect(page.getByRole('option', { name: /Tổng quan/ })).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('combobox', { name: 'Tìm kiếm' })).toBeHidden();
});

test('Ctrl-K finds a unit without diacritics and opens it', async ({ page }) => {
  await logInAtTheDoor(page, 'cchc');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('quy bao ve');
  await expect(page.getByRole('option', { name: /Quỹ Bảo vệ môi trường/ })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('option', { name: /Quỹ Bảo vệ môi trường/ }).click();
  await expect(page).toHaveURL(/\/units\?unit=/);
  await expect(page.getByRole('heading', { name: 'Quỹ Bảo vệ môi trường' })).toBeVisible();
});

test('an address that leads nowhere says so and shows the way back', async ({ page }) => {
  await page.goto('/khong-co-trang-nay');
  await expect(page.getByRole('heading', { name: 'Không có trang này' })).toBeVisible();
});

test('the link for the first administrator without its code says what to do', async ({ page }) => {
  await page.goto('/first-admin');
  await expect(page.getByRole('alert')).toContainText('Liên kết thiếu mã');
  await page.goto('/first-admin?token=khong-dung-khong-dung-khong-dung');
  await expect(page.getByRole('textbox', { name: 'Tên cơ quan' })).toBeVisible();
  await expectAccessible(page);
});

test('the first page stays below its limit of JavaScript and asks nothing of other hosts', async ({
  page,
  baseURL,
}) => {
  const sizes: Promise<number>[] = [];
  const foreign: string[] = [];
  const faults: string[] = [];
  page.on('response', (response) => {
    const url = new URL(response.url());
    if (url.origin !== new URL(baseURL ?? '').origin && url.protocol.startsWith('http')) foreign.push(url.href);
    if (url.pathname.endsWith('.js')) sizes.push(response.body().then((body) => gzipSync(body).length));
  });
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().includes('401')) faults.push(message.text());
  });
  await logInAtTheDoor(page, 'cchc');
  const bytes = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
  expect(bytes).toBeLessThan(FIRST_PAGE_LIMIT);
  expect(bytes).toBeGreaterThan(0);
  expect(foreign).toEqual([]);
  expect(faults).toEqual([]);
});
