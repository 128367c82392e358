import { expect, test } from '@playwright/test';
import { navigation } from '../src/web/navigation.ts';
import { expectAccessible } from './accessibility.ts';
import { expectSound, openWhole } from './page-scans.ts';
import { logInAs } from './people.ts';

const addresses = navigation.flat().map(({ to }) => to);

test('every page of the menu passes the accessibility scan and has room at 200 % zoom', async ({ page }) => {
  test.setTimeout(30_000 * addresses.length);
  await page.emulateMedia({ colorScheme: 'light' });
  await logInAs(page, 'quantri');
  for (const address of addresses) {
    await test.step(address, async () => {
      await openWhole(page, address);
      await expectSound(page);
    });
  }
});

test('every page of the menu has colours apart in the dark theme', async ({ page }) => {
  test.setTimeout(30_000 * addresses.length);
  await page.emulateMedia({ colorScheme: 'dark' });
  await logInAs(page, 'quantri');
  for (const address of addresses) {
    await test.step(address, async () => {
      await openWhole(page, address);
      await expectAccessible(page, { onlyColours: true });
    });
  }
});

test('in a narrow window the menu opens, leads to a page and folds away', async ({ page }) => {
  await logInAs(page, 'quantri');
  await page.setViewportSize({ width: 640, height: 480 });
  await page.goto('/calendar');
  await page.getByRole('button', { name: 'Mở danh mục' }).click();
  await page.getByRole('link', { name: 'Đơn vị', exact: true }).click();
  await expect(page).toHaveURL(/\/units/);
  await expect(page.getByRole('navigation', { name: 'Điều hướng chính' })).toBeHidden();
});

test('who may not read users sees no such page in the menu and is told so at its address', async ({ page }) => {
  await logInAs(page, 'khach');
  await expect(page.getByRole('link', { name: 'Người dùng' })).toHaveCount(0);
  await page.goto('/users');
  await expect(page.getByRole('heading', { name: 'Bạn chưa có quyền xem phần này' })).toBeVisible();
  await expectAccessible(page);
});

test('the year goes along from page to page in the address', async ({ page }) => {
  await logInAs(page, 'quantri');
  await page.getByRole('combobox', { name: 'Năm' }).selectOption('2025');
  await expect(page).toHaveURL(/year=2025/);
  await page.getByRole('link', { name: 'Đơn vị', exact: true }).click();
  await expect(page).toHaveURL(/\/units\?.*year=2025/);
});

test('a server that cannot be reached is said so, and trying again brings the page', async ({ page }) => {
  await logInAs(page, 'quantri');
  await page.route('**/api/audit?**', (route) => route.abort());
  await page.getByRole('link', { name: 'Nhật ký' }).click();
  const retry = page.getByRole('button', { name: 'Thử lại' });
  await expect(retry).toBeVisible({ timeout: 20_000 });
  await expect(page.getByText('Không kết nối được máy chủ')).toBeVisible();
  await page.unroute('**/api/audit?**');
  await retry.click();
  await expect(page.getByRole('table', { name: 'Nhật ký thay đổi' })).toBeVisible();
});
