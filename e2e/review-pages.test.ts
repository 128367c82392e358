import { expect, test } from '@playwright/test';
import { makePdf } from '../src/testing/vietnamese-pdf.ts';
import { expectAccessible, expectNoSidewaysScroll } from './accessibility.ts';
import { logInAs } from './people.ts';

/** A plan of one page as an office prints it to PDF. */
const planAsPdf = (): Promise<Uint8Array> =>
  makePdf([
    ({ text, paragraph }) => {
      text('SỞ TÀI NGUYÊN VÀ MÔI TRƯỜNG', 60, 60, { isBold: true });
      text('KẾ HOẠCH', 250, 110, { isBold: true });
      paragraph('Nâng cao Chỉ số cải cách hành chính năm 2033 của Sở Tài nguyên và Môi trường', 90, 130, 420);
      paragraph('Năm 2032, Sở đạt 81,5/99 điểm, xếp loại Tốt, xếp thứ 14/20 sở, ngành.', 60, 200, 460);
      paragraph('Văn phòng Sở báo cáo kết quả về Lãnh đạo Sở trước ngày 25 hằng tháng.', 60, 250, 460);
    },
  ]);

test('the page of a PDF stands beside its fields; a frame leads to its field and back', async ({ page }) => {
  test.setTimeout(120_000);
  await logInAs(page, 'cchc', '/plans/reviews');
  const buffer = Buffer.from(await planAsPdf());
  await page.getByLabel('chọn tệp').setInputFiles({ name: 'ke-hoach-2033.pdf', mimeType: 'application/pdf', buffer });
  const picture = page.getByRole('img', { name: 'Hình trang 1 của văn bản' });
  await expect(picture).toBeVisible({ timeout: 60_000 });
  await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(1000);
  await expectAccessible(page);

  await page.locator('.page-box').last().click();
  await expect(page.locator('.page-box[data-active]').first()).toBeVisible();

  await page.getByRole('radio', { name: 'Chữ đã đọc' }).check();
  await expect(page).toHaveURL(/pane=text/);
  await expect(page.getByRole('region', { name: 'Văn bản gốc' })).toContainText('81,5/99');
  await expectAccessible(page);
  await page.getByRole('radio', { name: 'Trang như trên giấy' }).check();
  await expect(picture).toBeVisible();
  await page.setViewportSize({ width: 360, height: 700 });
  await expectNoSidewaysScroll(page);
});
