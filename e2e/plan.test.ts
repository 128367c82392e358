import { expect, type Page, test } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll } from './accessibility.ts';
import { ownPlan, strangeUnit } from './own-plan.ts';
import { logInAs } from './people.ts';

async function uploadPlan(page: Page, year: number): Promise<void> {
  await logInAs(page, 'cchc', '/plans/reviews');
  await openUpload(page, year);
}

async function openUpload(page: Page, year: number): Promise<void> {
  await page.goto('/plans/reviews');
  const file = { name: `ke-hoach-${year}.txt`, mimeType: 'text/plain', buffer: ownPlan(year) };
  await page.getByLabel('chọn tệp').setInputFiles(file);
  await expect(page.getByRole('heading', { name: 'Nhiệm vụ', exact: true })).toBeVisible({ timeout: 30_000 });
}

/** The loss in the coverage, which stands above the table of tasks; titles of tasks stand in choices too. */
const lossRow = (page: Page, criterion: string) =>
  page
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name: criterion }) })
    .first();

const item = (page: Page, title: string) => page.getByRole('button', { name: title, exact: true });

test('a document is uploaded, corrected, accepted, and runs as a plan', async ({ page }) => {
  test.setTimeout(120_000);
  await uploadPlan(page, 2031);

  // A unit that the office calls otherwise is asked about once.
  const question = page.getByRole('group', { name: `“${strangeUnit(2031)}” là đơn vị nào?` });
  await question.getByRole('combobox').selectOption({ label: 'Trung tâm Công nghệ thông tin' });
  await expect(page.getByText(`Đã nhớ “${strangeUnit(2031)}”`)).toBeVisible();

  // A unit is corrected in the form of a task; the document beside it shows where it was read.
  await item(page, 'Gửi báo cáo quý đúng mẫu').click();
  await expect(page.getByRole('region', { name: 'Văn bản gốc' }).locator('[data-active]').first()).toBeVisible();
  await page.getByRole('button', { name: 'Sửa Gửi báo cáo quý đúng mẫu' }).click();
  await page.getByRole('combobox', { name: 'Chủ trì: Văn phòng Sở' }).selectOption({ label: 'Thanh tra Sở' });
  await page.getByLabel('Thời hạn').fill('Trước ngày 01/10/2031');
  await expect(page.locator('#item-task-0').getByText('muộn nhất 30/09/2031')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Xong, đồng ý' }).click();
  await expect(page.getByText('Đã lưu', { exact: true })).toBeVisible();

  await page.getByRole('button', { name: 'Nhận vào kế hoạch' }).click();
  const dialog = page.getByRole('dialog', { name: 'Nhận vào kế hoạch' });
  await expect(dialog.getByRole('radio', { name: /Kế hoạch mới của năm 2031/ })).toBeChecked();
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Nhận vào kế hoạch' }).click();

  await page.getByRole('link', { name: 'Mở kế hoạch' }).click();
  await expect(page.getByRole('heading', { level: 1, name: /năm 2031/ })).toBeVisible();
  const row = page.getByRole('row').filter({ hasText: 'Gửi báo cáo quý đúng mẫu' }).last();
  await expect(row).toContainText('Thanh tra');
  await expect(row).toContainText('Trước ngày 01/10/2031');
  await expect(page.getByRole('row').filter({ hasText: 'Tập huấn trả lời phản ánh' }).last()).toContainText('TT CNTT');
  await expect(page.getByText('chưa có việc nào lấy lại').first()).toBeVisible();
});

test('a corrected document renews the plan: what changes is shown before it is accepted', async ({ page }) => {
  test.setTimeout(120_000);
  const accept = async (): Promise<void> => {
    await page.getByRole('button', { name: 'Nhận vào kế hoạch' }).click();
    await expect(page.getByRole('dialog').getByRole('radio').first()).toBeVisible();
  };
  const dialog = page.getByRole('dialog', { name: 'Nhận vào kế hoạch' });
  await uploadPlan(page, 2036);
  await accept();
  await dialog.getByRole('button', { name: 'Nhận vào kế hoạch' }).click();
  await expect(page.getByText('Đã nhận vào kế hoạch.')).toBeVisible();

  await openUpload(page, 2036);
  await item(page, 'Tập huấn trả lời phản ánh').focus();
  await page.keyboard.press('Delete');
  await accept();
  await dialog.getByRole('radio', { name: /Bản mới của/ }).check();
  const changes = dialog.getByRole('region', { name: 'Những gì sẽ thay đổi' });
  await expect(changes.getByRole('listitem')).toHaveText(/bỏ\s*nhiệm vụ Tập huấn trả lời phản ánh/);
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Nhận vào kế hoạch' }).click();
  await page.getByRole('link', { name: 'Mở kế hoạch' }).click();
  await expect(page.getByRole('link', { name: 'Gửi báo cáo quý đúng mẫu' }).last()).toBeVisible();
  await expect(page.getByRole('link', { name: 'Tập huấn trả lời phản ánh' })).toHaveCount(0);
});

test('a review goes by keyboard alone', async ({ page }) => {
  test.setTimeout(120_000);
  await uploadPlan(page, 2032);
  const first = page.locator('[data-item="document"]');
  await first.focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('#item-document')).toContainText('đã soát');

  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  const task = item(page, 'Gửi báo cáo quý đúng mẫu');
  await task.focus();
  await page.keyboard.press('Delete');
  await expect(page.locator('#item-task-0')).toContainText('đã bỏ');
  await page.keyboard.press('Delete');
  await expect(page.locator('#item-task-0')).toContainText('chưa soát');

  await page.keyboard.press('e');
  await expect(page.locator('#item-task-0 textarea').first()).toBeFocused();
  await page.keyboard.press('End');
  await page.keyboard.type(' mới');
  await page.keyboard.press('Control+Enter');
  await expect(page.locator('[data-item="task-0"]')).toBeFocused();
  await expect(page.locator('[data-item="task-0"]')).toContainText('đúng mẫu mới');
  await page.keyboard.press('e');
  await page.keyboard.type('nhầm');
  await page.keyboard.press('Escape');
  await expect(page.locator('[data-item="task-0"]')).not.toContainText('nhầm');

  await expect(page.getByText('Đã lưu', { exact: true })).toBeVisible();
  await page.reload();
  await expect(page.locator('[data-item="task-0"]')).toContainText('đúng mẫu mới');
  await expect(page.locator('#item-document')).toContainText('đã soát');
});

test('a click on a place in the document leads to its field, and back', async ({ page }) => {
  await uploadPlan(page, 2033);
  const paper = page.getByRole('region', { name: 'Văn bản gốc' });
  await paper.locator('a.mark', { hasText: 'Tập huấn trả lời phản ánh' }).click();
  await expect(page.locator('[data-item="task-1"]')).toBeFocused();
  await page.locator('#item-task-1').getByRole('button', { name: 'Xem Thời hạn trong văn bản' }).click();
  await expect(paper.locator('[data-active]')).toHaveText('Trong quý III/2033');
});

test('two people at one review: what each typed is kept', async ({ page, browser }) => {
  test.setTimeout(120_000);
  await uploadPlan(page, 2034);
  const other = await (await browser.newContext()).newPage();
  await logInAs(other, 'cchc', new URL(page.url()).pathname);
  await expect(other.locator('[data-item="task-1"]')).toBeVisible();
  await other.locator('[data-item="task-1"]').focus();
  await other.keyboard.press('Enter');
  await expect(other.getByText('Đã lưu', { exact: true })).toBeVisible();

  await page.locator('[data-item="task-0"]').focus();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Gộp hai bản, giữ phần tôi nhập' }).click();
  await expect(page.locator('#item-task-0')).toContainText('đã soát');
  await expect(page.locator('#item-task-1')).toContainText('đã soát');
  await expect(page.getByText('Đã lưu', { exact: true })).toBeVisible();
});

test('the pages of documents and plans pass the scan, wide and narrow', async ({ page }) => {
  test.setTimeout(120_000);
  await uploadPlan(page, 2035);
  for (const width of [1280, 640]) {
    await page.setViewportSize({ width, height: 800 });
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
  }
  for (const address of ['/plans/reviews', '/plans']) {
    await page.goto(address);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
  }
  await page.getByRole('link', { name: /Lấy lại điểm mất/ }).click();
  await expect(page.getByRole('heading', { name: 'Bảng nhiệm vụ' })).toBeVisible();
  for (const width of [640, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
  }
});

test('who may not review is told so, and sees no buttons that change the plan', async ({ page }) => {
  await logInAs(page, 'khach', '/plans/reviews');
  await expect(page.getByText('Việc đọc và soát văn bản do chuyên viên CCHC làm.')).toBeVisible();
  await page.goto('/plans');
  await page.getByRole('link', { name: /Lấy lại điểm mất/ }).click();
  await expect(page.getByRole('heading', { name: 'Bảng nhiệm vụ' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Bỏ gắn' })).toHaveCount(0);
  await expect(page.getByRole('link', { name: 'Tạo công việc' })).toHaveCount(0);
});

test('a loss is tied to a task and untied', async ({ page }) => {
  await logInAs(page, 'cchc', '/plans');
  await page.getByRole('link', { name: /Lấy lại điểm mất/ }).click();
  const loss = lossRow(page, 'Phát hành văn bản điện tử');
  await loss.getByRole('combobox').selectOption({ label: 'Phát hành toàn bộ văn bản đi bằng bản điện tử có ký số' });
  await expect(loss.getByRole('link', { name: /Phát hành toàn bộ văn bản đi/ })).toBeVisible();
  await loss.getByRole('button', { name: /Bỏ gắn/ }).click();
  await expect(loss.getByText('chưa có việc nào lấy lại')).toBeVisible();
});

test('a task is made from a loss and then wins it back', async ({ page }) => {
  await logInAs(page, 'cchc', '/plans');
  await page.getByRole('link', { name: /Lấy lại điểm mất/ }).click();
  const loss = lossRow(page, 'Giải ngân vốn đầu tư công');
  await loss.getByRole('link', { name: /Tạo việc/ }).click();
  await expect(page.getByRole('textbox', { name: 'Tên công việc' })).toHaveValue(/Giải ngân vốn/);
  await page.getByLabel(/Thời hạn/).fill('Trước ngày 20/12/2026');
  await page.getByRole('button', { name: 'Lưu công việc' }).click();
  await expect(page.getByRole('heading', { level: 1, name: /Khắc phục: Giải ngân vốn/ })).toBeVisible();
  await page.goto('/plans');
  await page.getByRole('link', { name: /Lấy lại điểm mất/ }).click();
  await expect(loss.getByRole('link', { name: /Khắc phục: Giải ngân vốn/ })).toBeVisible();
});

test('a document that is not what its name says is refused with advice', async ({ page }) => {
  await logInAs(page, 'cchc', '/plans/reviews');
  const file = { name: 'ke-hoach.docx', mimeType: 'application/octet-stream', buffer: Buffer.from('không phải Word') };
  await page.getByLabel('chọn tệp').setInputFiles(file);
  await expect(page.getByText('Không đọc được văn bản.')).toBeVisible({ timeout: 30_000 });
  await page.getByRole('link', { name: 'Về danh sách văn bản đã đọc' }).click();
  const row = page.getByRole('row').filter({ hasText: 'ke-hoach.docx' }).first();
  await expect(row).toContainText('không đọc được');
  await row.getByRole('button', { name: /Bỏ/ }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Bỏ lần đọc này' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
});
