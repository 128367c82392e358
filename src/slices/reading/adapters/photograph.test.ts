import { degrees, PDFDocument } from 'pdf-lib';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { makeScan, photographPages } from '../../../testing/scan-of-pdf.ts';
import { makePdf } from '../../../testing/vietnamese-pdf.ts';
import { photograph } from './photograph.ts';

/** A page of A4 with a black bar, 300 points wide, 100 from the left and 200 from the top, and text below it. */
const bar = (): Promise<Uint8Array> =>
  makePdf([
    ({ line, paragraph }) => {
      paragraph('Kế hoạch khắc phục tồn tại, nâng cao chỉ số của đơn vị trong năm tới.', 150, 400, 200);
      for (let y = 200; y <= 220; y += 0.25) line(100, y, 400, y);
    },
  ]);

type Bounds = { left: number; right: number; top: number };

/** Bounds of the dark pixels, in points. */
async function darkBounds(webp: Uint8Array): Promise<Bounds> {
  const { data, info } = await sharp(webp).greyscale().raw().toBuffer({ resolveWithObject: true });
  const bounds = { left: info.width, right: 0, top: info.height };
  for (let at = 0; at < data.length; at += info.channels) {
    if ((data[at] ?? 255) > 100) continue;
    const pixel = at / info.channels;
    const [x, y] = [pixel % info.width, Math.floor(pixel / info.width)];
    bounds.left = Math.min(bounds.left, x);
    bounds.right = Math.max(bounds.right, x);
    bounds.top = Math.min(bounds.top, y);
  }
  const points = (pixels: number): number => (pixels * 72) / 150;
  return {
    left: points(bounds.left),
    right: points(bounds.right),
    top: points(bounds.top),
  };
}

test('what stands 100 points from the left stands there on the picture', async () => {
  const drawn = await photograph(await bar(), 'trang.pdf', 1);
  if (!drawn.ok) throw new Error(drawn.refusal.code);
  const { left, right, top } = await darkBounds(drawn.value.webp);
  const off = [left - 100, right - 400, top - 200].map(Math.abs);
  expect(Math.max(...off), `${[left, right, top]}`).toBeLessThanOrEqual(1);
});

test('a page set sideways is shown as it is read, upright', async () => {
  const [source, sheets] = [await PDFDocument.load(await bar()), await PDFDocument.create()];
  for (const page of await sheets.embedPdf(source)) {
    sheets.addPage([page.height, page.width]).drawPage(page, { x: page.height, y: 0, rotate: degrees(90) });
  }
  const drawn = await photograph(await sheets.save(), 'trang.pdf', 1);
  if (!drawn.ok) throw new Error(drawn.refusal.code);
  const { left, right, top } = await darkBounds(drawn.value.webp);
  const off = [left - 100, right - 400, top - 200].map(Math.abs);
  expect(Math.max(...off), `${[left, right, top]}`).toBeLessThanOrEqual(1);
});

test('a page without pages, a page past the end and a broken file are refused', async () => {
  const pdf = await bar();
  expect(await photograph(pdf, 'trang.pdf', 2)).toMatchObject({ ok: false });
  expect(await photograph(new TextEncoder().encode('chữ'), 'van-ban.txt', 1)).toMatchObject({
    ok: false,
    refusal: { code: 'unsupported-type' },
  });
  expect(await photograph(pdf.slice(0, 60), 'trang.pdf', 1)).toMatchObject({ ok: false });
});

test('a photograph of a page is shown as it is read: straight, at one resolution', async () => {
  const [picture] = await photographPages(await bar(), 200);
  const drawn = await photograph(picture ?? new Uint8Array(), 'trang.png', 1);
  if (!drawn.ok) throw new Error(drawn.refusal.code);
  const { width = 0 } = await sharp(drawn.value.webp).metadata();
  expect(Math.abs(width - 1240)).toBeLessThan(20);
  const scan = await photograph(await makeScan(await bar(), 200), 'trang.pdf', 1);
  expect(scan.ok).toBe(true);
});
