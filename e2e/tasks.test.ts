import { expect, type Page, test } from '@playwright/test';
import { expectAccessible } from './accessibility.ts';
import { scanPages } from './page-scans.ts';
import { logInAs } from './people.ts';

async function makeTask(page: Page, title: string, deadline: string): Promise<string> {
  await page.goto('/tasks/new');
  await page.getByLabel('Tên công việc').fill(title);
  await page.getByLabel('Chủ trì').selectOption({ label: 'Văn phòng Đăng ký đất đai' });
  await page.getByLabel('Thanh tra Sở').check();
  await page.getByLabel('Thời hạn, viết như trong văn bản').fill(deadline);
  await page.getByRole('button', { name: 'Lưu công việc' }).click();
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
  return new URL(page.url()).pathname;
}

test('a task is made, a document handed in, sent back with a reason and approved by somebody else', async ({
  page,
  browser,
}) => {
  test.setTimeout(120_000);
  await logInAs(page, 'cchc', '/tasks');
  const address = await makeTask(page, 'Rà soát quy trình cấp giấy', 'Trước ngày 30/12/2026');
  await expectAccessible(page);

  const doer = await (await browser.newContext()).newPage();
  await logInAs(doer, 'chuyenvien', address);
  await doer.getByText('Ghi số văn bản').first().click();
  await doer.getByLabel('Tên văn bản', { exact: true }).fill('Báo cáo rà soát');
  await doer.getByLabel('Số văn bản', { exact: true }).fill('12/BC-VPĐK');
  await doer.getByRole('button', { name: 'Ghi số văn bản' }).click();
  await expect(doer.getByText('Báo cáo rà soát · 12/BC-VPĐK')).toBeVisible();
  await doer.getByRole('button', { name: 'Nộp sản phẩm' }).click();
  await expect(doer.getByText('chờ duyệt').first()).toBeVisible();

  const head = await (await browser.newContext()).newPage();
  await logInAs(head, 'truongphong', address);
  await head.getByRole('button', { name: 'Yêu cầu làm lại' }).click();
  await expect(head.getByText('Hãy nêu lý do')).toBeVisible();
  await head.getByLabel('Ghi chú', { exact: true }).fill('Thiếu phụ lục');
  await head.getByRole('button', { name: 'Yêu cầu làm lại' }).click();
  await expect(head.getByText('phải làm lại').first()).toBeVisible();
});

test('two people edit one task: the second sees what the first changed and loses nothing', async ({
  page,
  browser,
}) => {
  test.setTimeout(120_000);
  await logInAs(page, 'cchc', '/tasks');
  const address = await makeTask(page, 'Việc hai người cùng sửa', 'Trước ngày 28/12/2026');
  await page.goto(`${address}/edit`);
  await page.getByLabel('Sản phẩm, mỗi dòng một sản phẩm').fill('Danh mục của tôi');

  const other = await (await browser.newContext()).newPage();
  await logInAs(other, 'cchc', `${address}/edit`);
  await other.getByLabel('Tên công việc').fill('Việc đã đổi tên');
  await other.getByRole('button', { name: 'Lưu công việc' }).click();
  await expect(other.getByRole('heading', { level: 1, name: 'Việc đã đổi tên' })).toBeVisible();

  await page.getByRole('button', { name: 'Lưu công việc' }).click();
  await expect(page.getByRole('heading', { name: 'Người khác vừa sửa công việc này' })).toBeVisible();
  await expect(page.getByLabel('Tên công việc')).toHaveValue('Việc đã đổi tên');
  await expect(page.getByLabel('Sản phẩm, mỗi dòng một sản phẩm')).toHaveValue('Danh mục của tôi');
  await page.getByRole('button', { name: 'Lưu công việc' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Việc đã đổi tên' })).toBeVisible();
  await expect(page.getByText('Danh mục của tôi')).toBeVisible();
});

test('a card of the board goes on by the arrow keys', async ({ page }) => {
  test.setTimeout(120_000);
  await logInAs(page, 'cchc', '/tasks');
  await makeTask(page, 'Việc chuyển bằng phím', 'Trước ngày 29/12/2026');
  await page.goto('/tasks/board?q=chuyen bang phim');
  const card = page.getByRole('article', { name: 'Việc chuyển bằng phím' });
  await card.focus();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByText('Đã chuyển “Việc chuyển bằng phím” sang đã nhận.')).toBeVisible();
  await expect(page.getByRole('region', { name: 'đã nhận' }).getByRole('article')).toHaveCount(1);
});

scanPages('tasks', [
  '/tasks',
  '/tasks/board',
  '/tasks/calendar',
  '/tasks/timeline',
  '/tasks/review',
  '/tasks/province',
  '/unit-plans',
  '/unit-plans/unit_vpdk',
]);

test('what was typed for a meeting or into a unit’s plan is there again, until it is discarded', async ({ page }) => {
  test.setTimeout(120_000);
  await logInAs(page, 'cchc', '/tasks/review');
  const decision = page.getByLabel('Tên công việc').first();
  await decision.fill('Kết luận đang gõ dở');
  await page.goto('/unit-plans/unit_kstnn');
  await page.getByRole('button', { name: 'Thêm việc của đơn vị' }).click();
  const line = page.getByLabel(/^1\. /);
  await line.fill('Việc đang gõ dở');
  await page.goto('/tasks/review');
  await expect(decision).toHaveValue('Kết luận đang gõ dở');
  await page.getByRole('button', { name: 'Bỏ bản nháp' }).click();
  await expect(decision).toHaveValue('');
  await page.goto('/unit-plans/unit_kstnn');
  await expect(line).toHaveValue('Việc đang gõ dở');
  await page.getByRole('button', { name: 'Lưu', exact: true }).click();
  await expect(page.getByText('Bỏ bản nháp')).toHaveCount(0);
  await page.reload();
  await expect(line).toHaveValue('Việc đang gõ dở');
  await expect(page.getByText('Bỏ bản nháp')).toHaveCount(0);
});

test('Ctrl-K finds report duties, and the reports of the own unit', async ({ page, browser }) => {
  const find = async (on: Page, words: string) => {
    await on.keyboard.press('Control+K');
    await on.getByRole('combobox', { name: 'Tìm kiếm' }).fill(words);
  };
  await logInAs(page, 'cchc', '/tasks');
  await find(page, 'kiem soat thu tuc');
  await page
    .getByRole('option', { name: /nghĩa vụ báo cáo/ })
    .first()
    .click();
  await expect(page).toHaveURL(/\/reports\/duties\/duty_/);

  const head = await (await browser.newContext()).newPage();
  await logInAs(head, 'truongphong', '/tasks');
  await find(head, 'kiem soat thu tuc');
  await expect(head.getByRole('option', { name: /nghĩa vụ/ })).toHaveCount(0);
  await head
    .getByRole('option', { name: /báo cáo$/ })
    .first()
    .click();
  await expect(head).toHaveURL(/\/reports\/duty_.*\/units\/unit_vpdk/);
});
