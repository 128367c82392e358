import { expect, test } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll } from './accessibility.ts';
import { logInAs } from './people.ts';

const addresses = [
  '/index',
  '/index/leaves/3.4.1',
  '/index/leaves/1.2.1',
  '/index/what-if',
  '/index/ranking?year=2025',
  '/index/sets',
];

test('every page of the index passes the accessibility scan', async ({ page }) => {
  test.setTimeout(30_000 * addresses.length);
  await logInAs(page, 'cchc');
  for (const address of addresses) {
    await test.step(address, async () => {
      await page.goto(address);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expect(page.locator('.state-loading')).toHaveCount(0);
      await expectAccessible(page);
    });
  }
});

test('at 200 % zoom no page of the index runs out of the window', async ({ page }) => {
  test.setTimeout(15_000 * addresses.length);
  await logInAs(page, 'cchc');
  await page.setViewportSize({ width: 640, height: 480 });
  for (const address of addresses) {
    await test.step(address, async () => {
      await page.goto(address);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expect(page.locator('.state-loading')).toHaveCount(0);
      await expectNoSidewaysScroll(page);
    });
  }
});

test('points follow a figure as it is typed, and only saving records it', async ({ page }) => {
  await logInAs(page, 'cchc', '/index/leaves/7.5.1');
  const numerator = page.getByRole('textbox', { name: 'hệ thống triển khai đủ phương án' });
  const denominator = page.getByRole('textbox', { name: 'hệ thống phải bảo vệ' });
  await denominator.fill('8');
  await numerator.fill('6');
  await expect(page.getByTitle('0,75 trên 1 điểm')).toBeVisible();
  await numerator.fill('-6');
  await expect(page.getByText('“numerator” không được âm')).toBeVisible();
  await numerator.fill('7');
  await page.getByRole('button', { name: 'Lưu số liệu' }).click();
  await expect(page.getByText('Đã lưu.')).toBeVisible();
  await expect(page.getByText('7 / 8')).toBeVisible();
  await expect(page.getByText('đạt 0,875/1 điểm')).toBeVisible();
});

test('a ticked step moves the total, and the scenario is kept', async ({ page }) => {
  await logInAs(page, 'cchc', '/index/what-if');
  await page.getByRole('checkbox', { name: /^3\.4\.1/ }).check();
  await expect(page.getByTitle('tăng 4').first()).toBeVisible();
  await page.getByRole('textbox', { name: 'Tên kịch bản' }).fill('Hết hồ sơ trễ');
  await page.getByRole('button', { name: 'Giữ kịch bản' }).click();
  await expect(page.getByText('Hết hồ sơ trễ')).toBeVisible();
});

test('who may only read sees the index but no button to save', async ({ page }) => {
  await logInAs(page, 'khach', '/index/leaves/1.2.1');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Lưu số liệu' })).toHaveCount(0);
});
