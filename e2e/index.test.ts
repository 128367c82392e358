import { expect, test } from '@playwright/test';
import { expectAccessible } from './accessibility.ts';
import { scanPages } from './page-scans.ts';
import { logInAs } from './people.ts';

const addresses = [
  '/index',
  '/index/leaves/3.4.1',
  '/index/leaves/1.2.1',
  '/index/what-if',
  '/index/ranking?year=2025',
  '/index/sets',
  '/index?show=losses',
  '/',
];

scanPages('the index', addresses);

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
  await expect(page.getByText('7 / 8').first()).toBeVisible();
  // Where a register feeds the leaf, the figure entered by hand stands beside it and wins only by choice.
  await page.getByRole('button', { name: 'Dùng số này' }).last().click();
  await expect(page.getByText('đạt 0,875/1 điểm')).toBeVisible();
});

test('the leaf page says where we stand, takes evidence, and makes a task that is tied to it', async ({ page }) => {
  await logInAs(page, 'cchc', '/index/leaves/3.4.1');
  const rule = page.getByRole('table', { name: 'Cách chấm' });
  await expect(rule.getByText('đang ở đây')).toBeVisible();
  await expect(rule.getByText('thiếu 4')).toBeVisible();
  await page.getByRole('button', { name: /^Thêm tài liệu này/ }).click();
  await page.getByRole('textbox', { name: 'Số, ký hiệu văn bản' }).fill('12/BC-STNMT');
  await page.getByRole('button', { name: 'Ghi tài liệu' }).click();
  await expect(page.getByText('12/BC-STNMT')).toBeVisible();
  await page.getByRole('button', { name: 'Tạo công việc' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Thời hạn' }).fill('trước ngày 12/12/2026');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Tạo công việc' }).click();
  await expect(page.getByRole('link', { name: /^Tỷ lệ hồ sơ giải quyết đúng hạn: / })).toBeVisible();
});

test('a set is edited by its fields: the fault stands beside its field and goes when it is mended', async ({
  page,
}) => {
  await logInAs(page, 'cchc', '/index/sets');
  await page.getByRole('textbox', { name: 'Tên bộ tiêu chí' }).fill('Bộ tiêu chí nháp 2027');
  await page.getByRole('button', { name: 'Nhân bản' }).click();
  await page.getByRole('button', { name: /^1\.1\.1 / }).click();
  const max = page.getByRole('textbox', { name: 'Điểm tối đa', exact: true });
  await max.fill('0,75');
  await max.blur();
  await expect(page.getByRole('button', { name: /^1\.1 .*lỗi/ })).toBeVisible();
  await page.getByRole('button', { name: 'Hoàn tác' }).click();
  await expect(max).toHaveValue('0.5');
  await expect(page.getByRole('button', { name: /^1\.1 .*lỗi/ })).toHaveCount(0);
  await expectAccessible(page);
});

test('a ticked step moves the total, and the scenario is kept', async ({ page }) => {
  await logInAs(page, 'cchc', '/index/what-if');
  await page.getByRole('checkbox', { name: /^3\.4\.1.*làm xong/ }).check();
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
