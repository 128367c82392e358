import { expect, test } from '@playwright/test';
import { expectAccessible } from './accessibility.ts';
import { scanPages } from './page-scans.ts';
import { logInAs } from './people.ts';

const addresses = [
  '/registers',
  '/registers/legal-drafts',
  '/registers/legal-drafts/records/new',
  '/registers/feedback?timing=late,overdue',
  '/registers/declare',
  '/measures?area=direction',
  '/measures/register%3Aassigned-tasks.on-time',
];

scanPages('registers and measures', addresses);

test('a record is entered, found without diacritics, moved on, deleted and brought back', async ({ page }) => {
  test.setTimeout(120_000);
  await logInAs(page, 'cchc', '/registers/initiatives');
  await page.getByRole('link', { name: 'Thêm mục' }).first().click();
  await page.getByRole('button', { name: 'Lưu', exact: true }).click();
  await expect(page.getByRole('alert')).toContainText('chỗ cần sửa');
  const title = page.getByRole('textbox', { name: 'Tên sáng kiến' });
  await title.fill('Đổi mới cách trả kết quả tại nhà');
  // What is typed is kept by itself.
  await page.reload();
  await expect(page.getByText('Đã mở lại bản nháp chưa gửi.')).toBeVisible();
  await expect(title).toHaveValue('Đổi mới cách trả kết quả tại nhà');
  for (const input of await page.locator('.record-form input[required]:not([type=checkbox])').all())
    if ((await input.inputValue()) === '') await input.fill('02/11/2026');
  for (const choice of await page.locator('.record-form select[required]').all())
    if ((await choice.inputValue()) === '') await choice.selectOption({ index: 1 });
  await page.getByRole('button', { name: 'Lưu', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Đổi mới cách trả kết quả tại nhà');
  await expect(page.getByText('Vào sổ').first()).toBeVisible();

  await page.goto('/registers/initiatives?q=doi+moi+cach+tra');
  await page.getByRole('link', { name: 'Đổi mới cách trả kết quả tại nhà' }).click();
  await page.getByRole('button', { name: 'Xóa' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Xóa' }).click();
  await expect(page.getByText('Mục này đã bị xóa')).toBeVisible();
  await page.getByRole('button', { name: 'Khôi phục' }).click();
  await expect(page.getByText('Mục này đã bị xóa')).toHaveCount(0);
});

test('two people change one record: the second sees what the first changed, and nothing is lost', async ({
  browser,
}) => {
  test.setTimeout(120_000);
  const [one, two] = [await browser.newPage(), await browser.newPage()];
  await logInAs(one, 'cchc', '/registers/initiatives');
  await one.locator('tbody th a').first().click();
  await expect(one.getByRole('link', { name: 'Sửa', exact: true })).toBeVisible();
  const address = `${new URL(one.url()).pathname}/edit`;
  await logInAs(two, 'cchc', address);
  await one.goto(address);
  const titleOf = (page: typeof one) => page.getByRole('textbox', { name: 'Tên sáng kiến' });
  await expect(titleOf(two)).not.toHaveValue('');
  await titleOf(one).fill('Tên do người thứ nhất đặt');
  await titleOf(two).fill('Tên do người thứ hai đặt');
  await one.getByRole('button', { name: 'Lưu', exact: true }).click();
  await expect(one.getByRole('heading', { level: 1 })).toHaveText('Tên do người thứ nhất đặt');
  await two.getByRole('button', { name: 'Lưu', exact: true }).click();
  await expect(two.getByText('vừa lưu mục này trong lúc bạn đang sửa')).toBeVisible();
  await expect(titleOf(two)).toHaveValue('Tên do người thứ hai đặt');
  await two.getByRole('radio', { name: 'Lấy của họ: Tên do người thứ nhất đặt' }).check();
  await expect(titleOf(two)).toHaveValue('Tên do người thứ nhất đặt');
  await two.close();
  await one.close();
});

test('an office declares a register of its own: a fault stands at its field, then the list is there', async ({
  page,
}) => {
  test.setTimeout(120_000);
  await logInAs(page, 'cchc', '/registers/declare');
  await page.getByRole('button', { name: 'Lưu sổ' }).click();
  await expect(page.getByRole('alert')).toContainText('2 chỗ cần sửa');
  await page.getByRole('textbox', { name: 'Tên sổ' }).fill('Sổ khen thưởng đột xuất');
  await page.getByRole('textbox', { name: 'Sổ để làm gì' }).fill('Theo dõi khen thưởng của từng đơn vị');
  await page.getByRole('button', { name: 'Thêm ô' }).click();
  await page.getByRole('textbox', { name: 'Tên ô' }).nth(3).fill('Số tiền');
  await page.getByRole('combobox', { name: 'Loại' }).nth(3).selectOption('money');
  await page.getByRole('button', { name: 'Thêm ô' }).click();
  await page.getByRole('textbox', { name: 'Tên ô' }).nth(4).fill('Thuế');
  await page.getByRole('combobox', { name: 'Loại' }).nth(4).selectOption('computed');
  await page.getByRole('textbox', { name: 'Công thức' }).fill('soTien * (0.1');
  await page.getByRole('button', { name: 'Lưu sổ' }).click();
  await expect(page.getByRole('textbox', { name: 'Công thức' })).toHaveAttribute('aria-invalid', 'true');
  await page.getByRole('textbox', { name: 'Công thức' }).fill('soTien * 0.1');
  await page.getByRole('button', { name: 'Lưu sổ' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sổ khen thưởng đột xuất');
  await expect(page.getByText('Sổ chưa có mục nào')).toBeVisible();
});

test('an administrator declares a register from nothing and changes it later; no value is lost, and its measure feeds a leaf', async ({
  browser,
}) => {
  test.setTimeout(240_000);
  const [administrator, officer] = [await browser.newPage(), await browser.newPage()];
  await logInAs(administrator, 'quantri', '/registers/declare');
  const box = (name: string) => administrator.getByRole('textbox', { name });
  const choice = (name: string) => administrator.getByRole('combobox', { name });
  await box('Tên sổ').fill('Sổ đối thoại với doanh nghiệp');
  await box('Sổ để làm gì').fill('Theo dõi các buổi đối thoại và việc công khai kết quả');
  await administrator.getByRole('button', { name: 'Thêm ô' }).click();
  await box('Tên ô').nth(3).fill('Ngày công khai');
  await choice('Loại').nth(3).selectOption('day');

  // A further deadline: its fault stands at its input until a field stops it.
  await administrator.getByRole('button', { name: 'Thêm hạn khác' }).click();
  await box('Tên hạn').fill('Công khai kết quả');
  await administrator.getByRole('button', { name: 'Lưu sổ' }).click();
  await expect(choice('Dừng khi có ngày ở ô')).toHaveAttribute('aria-invalid', 'true');
  await choice('Dừng khi có ngày ở ô').selectOption({ label: 'Ngày công khai' });

  await administrator.getByRole('button', { name: 'Thêm số liệu' }).click();
  await box('Tên số liệu').fill('Buổi đối thoại đã tổ chức');
  await administrator.getByText('Cách đếm', { exact: true }).click();
  await box('Chỉ tính đến ngày (ngày/tháng)').fill('31/2');
  await administrator.getByRole('button', { name: 'Lưu sổ' }).click();
  await expect(box('Chỉ tính đến ngày (ngày/tháng)')).toHaveAttribute('aria-invalid', 'true');
  await box('Chỉ tính đến ngày (ngày/tháng)').fill('20/12');
  await administrator.getByRole('button', { name: 'Lưu sổ' }).click();
  await expect(administrator.getByRole('heading', { level: 1 })).toHaveText('Sổ đối thoại với doanh nghiệp');
  const list = new URL(administrator.url()).pathname;

  await logInAs(officer, 'cchc', `${list}/records/new`);
  await officer.locator('.record-form input[required]').first().fill('Đối thoại quý III');
  for (const input of await officer.locator('.record-form input[required]:not([type=checkbox])').all())
    if ((await input.inputValue()) === '') await input.fill('02/11/2026');
  await officer.locator('.record-form select[required]').first().selectOption({ index: 1 });
  await officer.getByRole('textbox', { name: 'Ngày công khai' }).fill('04/11/2026');
  await officer.getByRole('button', { name: 'Lưu', exact: true }).click();
  await expect(officer.getByRole('heading', { level: 1 })).toHaveText('Đối thoại quý III');
  const record = new URL(officer.url()).pathname;
  // The clock of the declaration runs: five working days after the 2nd, stopped on the 4th.
  const clock = officer.getByRole('listitem').filter({ hasText: 'Công khai kết quả' });
  await expect(clock).toContainText('09/11/2026');
  await expect(clock).toContainText('Đã dừng ngày 04/11/2026');

  await administrator.goto(`${list}/declaration`);
  await box('Tên ô').nth(3).fill('Ngày đăng công khai');
  await administrator.getByRole('button', { name: 'Thêm ô' }).click();
  await box('Tên ô').nth(4).fill('Số doanh nghiệp dự');
  await choice('Loại').nth(4).selectOption('number');
  await administrator.getByRole('button', { name: 'Lưu sổ' }).click();
  await expect(administrator.getByRole('heading', { level: 1 })).toHaveText('Sổ đối thoại với doanh nghiệp');

  await officer.goto(record);
  const facts = officer.locator('.facts');
  await expect(facts.locator('.fact').filter({ hasText: 'Ngày đăng công khai' })).toContainText('04/11/2026');
  await expect(facts.getByText('Số doanh nghiệp dự')).toBeVisible();

  // The measure feeds a leaf that counts, and leads to its records in one click.
  await officer.goto('/index/leaves/1.7.1');
  const measure = officer.getByRole('combobox', { name: 'Số liệu cho tiêu chí' });
  await measure.selectOption({ label: 'Buổi đối thoại đã tổ chức' });
  await officer.getByRole('button', { name: 'Gắn số liệu' }).click();
  await expect(officer.getByText('Nguồn số liệu: Buổi đối thoại đã tổ chức')).toBeVisible();
  await officer.getByRole('link', { name: 'Xem bản ghi' }).click();
  await expect(officer.getByRole('link', { name: 'Đối thoại quý III' })).toBeVisible();
  await administrator.close();
  await officer.close();
});

test('several records are changed at once, and taken back with a click', async ({ page }) => {
  await logInAs(page, 'cchc', '/registers/feedback');
  await page.locator('tbody input[type=checkbox]').nth(0).check();
  await page.locator('tbody input[type=checkbox]').nth(1).check();
  await page.getByRole('combobox', { name: 'Với 2 mục đã chọn' }).selectOption('field');
  await page.getByRole('combobox', { name: 'Ô được đặt' }).selectOption({ label: 'Kênh' });
  await page.getByRole('combobox', { name: 'Kênh' }).last().selectOption({ index: 2 });
  await page.getByRole('button', { name: 'Đổi 2 mục' }).click();
  await expect(page.getByText('Đã đổi 2 mục')).toBeVisible();
  await page.getByRole('button', { name: 'Lấy lại' }).click();
  await expect(page.getByText('Đã đổi 2 mục')).toHaveCount(0);
});

test('a measure opens to the records behind it in one click', async ({ page }) => {
  await logInAs(page, 'cchc', '/measures/register%3Aassigned-tasks.on-time');
  await page.getByRole('link', { name: 'Xem các mục đứng sau' }).click();
  await expect(page.getByText('Đang chỉ xem:')).toBeVisible();
  await expect(page.locator('tbody tr').first()).toBeVisible();
});

test('who may only read sees the records and no button to change them', async ({ page }) => {
  await logInAs(page, 'thamdinh', '/registers/initiatives');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Thêm mục' })).toHaveCount(0);
});

test('who may not read registers is told so, and has no such entry in the menu', async ({ page }) => {
  await logInAs(page, 'khach', '/registers');
  await expect(page.getByText('Bạn chưa có quyền xem phần này')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Sổ theo dõi' })).toHaveCount(0);
});

test('the weak points of a survey become work with one press, once', async ({ page }) => {
  await logInAs(page, 'cchc', '/registers/survey-rounds');
  await page.locator('tbody th a').first().click();
  const card = page.locator('.card').filter({ hasText: 'Điểm yếu của đợt khảo sát' });
  await expect(card).toBeVisible();
  await expect(card.locator('tbody tr').first()).toBeVisible();
  await card.getByRole('button', { name: 'Giao việc khắc phục' }).click();
  await expect(card.getByRole('status')).toContainText(/Đã giao \d+ việc khắc phục|Mọi điểm yếu đã có việc khắc phục/);
  await card.getByRole('button', { name: 'Giao việc khắc phục' }).click();
  await expect(card.getByRole('status')).toContainText('Mọi điểm yếu đã có việc khắc phục');
  await card.getByRole('link', { name: 'Mở sổ khắc phục' }).click();
  await expect(page.locator('tbody tr').first()).toBeVisible();
  await expectAccessible(page);
});

test('a measure with a condition within a condition is made on screen, and written as it was meant', async ({
  page,
}) => {
  test.setTimeout(120_000);
  await logInAs(page, 'quantri', '/registers/declare');
  const box = (name: string) => page.getByRole('textbox', { name });
  await box('Tên sổ').fill('Sổ tiếp công dân');
  await box('Sổ để làm gì').fill('Theo dõi buổi tiếp công dân.');
  await page.getByRole('button', { name: 'Thêm số liệu' }).click();
  await box('Tên số liệu').fill('Buổi ghi đủ');
  await page.getByText('Tính trên các bản ghi:').click();
  await page.getByRole('button', { name: 'Nhóm điều kiện: hoặc, không, so hai ô…' }).click();
  await page.getByRole('combobox', { name: 'Điều kiện 1.1: xét' }).selectOption({ label: 'Nội dung' });
  await page.getByRole('combobox', { name: 'Cách xét' }).selectOption('filled');
  await page.getByRole('button', { name: 'Thêm nhóm con vào nhóm 1' }).click();
  await page.getByRole('combobox', { name: 'Điều kiện 1.2.1: xét' }).selectOption({ label: 'Đơn vị' });
  await page.getByRole('combobox', { name: 'Cách xét' }).nth(1).selectOption('empty');
  await page.getByRole('combobox', { name: 'Điều kiện 1.2.2: xét' }).selectOption({ label: 'Ngày' });
  await page.getByRole('combobox', { name: 'Cách xét' }).nth(2).selectOption('compare');
  await page.getByRole('combobox', { name: 'Với ô' }).selectOption({ label: 'Ngày vào sổ' });
  await expect(page.getByText('Tính trên các bản ghi:')).toContainText('hoặc');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Lưu sổ' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sổ tiếp công dân');
  const key = new URL(page.url()).pathname.split('/').at(-1);
  const { declaration } = (await (await page.request.get(`/api/registers/${key}`)).json()) as {
    declaration: { measures: Record<string, { where: { all: unknown[] } }>; fields: Record<string, { kind: string }> };
  };
  const [measure] = Object.values(declaration.measures);
  expect(measure?.where.all).toHaveLength(2);
  expect(measure?.where.all[1]).toMatchObject({ any: [{ isEmpty: true }, { op: '<=', than: 'created-day' }] });
  // What was made on screen stands there again.
  await page.goto(`/registers/${key}/declaration`);
  await page.getByText('Tính trên các bản ghi:').click();
  await expect(page.getByRole('combobox', { name: 'Điều kiện 1.2.2: xét' })).toHaveValue(/\w/);
});
