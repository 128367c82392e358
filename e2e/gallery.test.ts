import { expect, test } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll } from './accessibility.ts';

for (const colorScheme of ['light', 'dark'] as const) {
  test(`every widget in every state passes the accessibility scan in the ${colorScheme} theme`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await page.goto('/gallery');
    await expect(page.locator('html')).toHaveAttribute('data-theme', colorScheme);
    const scan = { onlyColours: colorScheme === 'dark' };
    await expectAccessible(page, scan);
    await page.getByRole('button', { name: 'Lưu' }).click();
    await expectAccessible(page, scan);
    await page.getByRole('button', { name: 'Bỏ mục này' }).first().click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await expectAccessible(page, scan);
  });
}

for (const width of [640, 360]) {
  test(`at ${width} pixels nothing runs out of the page`, async ({ page }) => {
    await page.setViewportSize({ width, height: 700 });
    await page.goto('/gallery');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expectNoSidewaysScroll(page);
  });
}

test('a table is sorted by keyboard, and its view can be sent as an address', async ({ page }) => {
  await page.goto('/gallery');
  const table = page.getByRole('table', { name: 'Công việc mẫu' });
  const header = table.getByRole('button', { name: 'Điểm' });
  await header.focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/sort=points/);
  await expect(table.getByRole('columnheader', { name: 'Điểm' })).toHaveAttribute('aria-sort', 'ascending');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/sort=-points/);
  await page.reload();
  await expect(table.getByRole('rowheader').first()).toContainText('Nộp báo cáo');
});

test('figures in a column have one width each, so that they can be compared digit under digit', async ({ page }) => {
  await page.goto('/gallery');
  const cell = page.getByRole('table', { name: 'Công việc mẫu' }).locator('td.align-end').first();
  const widths = await cell.evaluate(async (element) => {
    await document.fonts.load("400 14px 'Figures'", '0123456789');
    return [...'0123456789'].map((digit) => {
      const probe = document.createElement('span');
      probe.textContent = digit.repeat(20);
      element.replaceChildren(probe);
      return probe.getBoundingClientRect().width.toFixed(1);
    });
  });
  expect(new Set(widths).size).toBe(1);
});

test('arrow keys go from row to row', async ({ page }) => {
  await page.goto('/gallery');
  const table = page.getByRole('table', { name: 'Công việc mẫu' });
  await table.getByRole('link').first().focus();
  await page.keyboard.press('ArrowDown');
  await expect(table.getByRole('link').nth(1)).toBeFocused();
});

test('columns are chosen and a filter finds without diacritics', async ({ page }) => {
  await page.goto('/gallery');
  const table = page.getByRole('table', { name: 'Công việc mẫu' });
  await page.locator('summary', { hasText: 'Cột' }).click();
  await page.getByRole('checkbox', { name: 'Số' }).check();
  await expect(table.getByRole('columnheader', { name: 'Số' })).toBeVisible();
  await page.getByRole('searchbox', { name: 'Tìm trong danh sách' }).fill('sang kien');
  await expect(table.getByRole('rowheader')).toHaveText(['Đăng ký sáng kiến CCHC']);
  await expect(page).toHaveURL(/q=sang\+kien/);
});

test('the exported file holds the rows as they are shown', async ({ page }) => {
  await page.goto('/gallery?sort=title');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Xuất CSV' }).click();
  expect((await download).suggestedFilename()).toBe('Công việc mẫu.csv');
});

test('a refused form names what to fix, takes focus and leads to the field', async ({ page }) => {
  await page.goto('/gallery');
  await page.getByRole('button', { name: 'Lưu' }).click();
  const summary = page.getByRole('alert').filter({ hasText: 'chỗ cần sửa' });
  await expect(summary).toBeFocused();
  await summary.getByRole('link').first().click();
  const title = page.getByRole('textbox', { name: 'Tên công việc' });
  await expect(title).toBeFocused();
  await expect(title).toHaveAccessibleDescription(/Hãy nhập tên công việc/);
});

test('an unsent draft is there again after the page was closed', async ({ page }) => {
  await page.goto('/gallery');
  await page.getByRole('textbox', { name: 'Tên công việc' }).fill('Rà soát thủ tục');
  await page.reload();
  await expect(page.getByRole('textbox', { name: 'Tên công việc' })).toHaveValue('Rà soát thủ tục');
  await page.getByRole('button', { name: 'Bỏ bản nháp' }).click();
  await expect(page.getByRole('textbox', { name: 'Tên công việc' })).toHaveValue('');
});

test('a dialog keeps focus and Escape closes it', async ({ page }) => {
  await page.goto('/gallery');
  const opener = page.getByRole('button', { name: 'Bỏ mục này' });
  await opener.click();
  const dialog = page.getByRole('dialog', { name: /Bỏ mục/ });
  await expect(dialog).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(opener).toBeFocused();
});

test.describe('a file is looked at before it is sent', () => {
  for (const { name, buffer, words } of [
    { name: 'rỗng.docx', buffer: Buffer.alloc(0), words: 'là tệp rỗng' },
    { name: 'ảnh.png', buffer: Buffer.from('x'), words: 'không phải loại tệp nhận được' },
  ]) {
    test(`${name}: ${words}`, async ({ page }) => {
      await page.goto('/gallery');
      await page.getByLabel('chọn tệp').setInputFiles({ name, mimeType: 'application/octet-stream', buffer });
      await expect(page.getByRole('alert').filter({ hasText: words })).toBeVisible();
    });
  }
});
