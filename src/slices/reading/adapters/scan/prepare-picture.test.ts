import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { preparePicture, straightenPicture } from './prepare-picture.ts';

const WHITE = '#fff';
const blank = (width: number, height: number) => sharp({ create: { width, height, channels: 3, background: WHITE } });

/** An upright page of A4 with a black bar along its upper edge. */
const page = () =>
  blank(600, 850).composite([
    {
      input: { create: { width: 400, height: 30, channels: 3, background: '#000' } },
      left: 100,
      top: 60,
    },
  ]);

/** Where the page is dark, in tenths of its sides. */
async function darkPlace(picture: Uint8Array): Promise<{ across: number; down: number }> {
  const { bitmap, threshold } = await preparePicture(picture, null);
  let [x, y, count] = [0, 0, 0];
  bitmap.data.forEach((shade, at) => {
    if (shade > threshold) return;
    [x, y, count] = [x + (at % bitmap.width), y + Math.floor(at / bitmap.width), count + 1];
  });
  const tenths = (sum: number, side: number): number => Math.round((10 * sum) / Math.max(count, 1) / side);
  return { across: tenths(x, bitmap.width), down: tenths(y, bitmap.height) };
}

test.each<[string, () => Promise<Buffer>]>([
  ['as it is', () => page().png().toBuffer()],
  ['interlaced', () => page().png({ progressive: true }).toBuffer()],
  ['of sixteen bits', () => page().toColourspace('rgb16').png().toBuffer()],
  ['of four colours', () => page().png({ palette: true, colours: 4 }).toBuffer()],
  ['for printers (CMYK)', () => page().toColourspace('cmyk').jpeg().toBuffer()],
  ['on transparent ground', async () => transparent(await page().greyscale().raw().toBuffer())],
  ['turned as a camera was held', async () => held(await page().png().toBuffer(), -90, 6)],
  ['turned upside down by a camera', async () => held(await page().png().toBuffer(), 180, 3)],
])('a page %s stands upright, dark on white', async (_case, make) => {
  expect(await darkPlace(await make())).toEqual({ across: 5, down: 1 });
});

function transparent(grey: Buffer): Promise<Buffer> {
  const pixels = Buffer.alloc(grey.length * 4);
  grey.forEach((shade, at) => {
    pixels[at * 4 + 3] = 255 - shade;
  });
  return sharp(pixels, { raw: { width: 600, height: 850, channels: 4 } })
    .png()
    .toBuffer();
}

async function held(upright: Buffer, degrees: number, orientation: number): Promise<Buffer> {
  return sharp(await sharp(upright).rotate(degrees).toBuffer())
    .withMetadata({ orientation })
    .jpeg()
    .toBuffer();
}

test('a page that lies across is as wide as A4 is high', async () => {
  const { bitmap } = await preparePicture(await blank(850, 600).png().toBuffer(), null);
  expect(bitmap.width).toBe(1754);
});

test.each([
  [3, 30_000],
  [30_000, 3],
  [1, 1],
])('a strip of %i × %i pixels is drawn within bounds', async (width, height) => {
  const { bitmap } = await preparePicture(await blank(width, height).png().toBuffer(), null);
  expect(Math.max(bitmap.width, bitmap.height)).toBeLessThanOrEqual(10_000);
});

/** A file of a few hundred bytes that says it is 50,000 pixels wide and high. */
function bomb(): Buffer {
  const chunk = (type: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const ends = Buffer.alloc(8);
    ends.writeUInt32BE(data.length, 0);
    ends.writeUInt32BE(crc32(body), 4);
    return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(50_000, 0);
  head.writeUInt32BE(50_000, 4);
  head.writeUInt8(8, 8);
  const parts = [chunk('IHDR', head), chunk('IDAT', deflateSync(Buffer.alloc(50_001))), chunk('IEND', Buffer.alloc(0))];
  return Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), ...parts]);
}

test('a picture of 50,000 × 50,000 pixels is refused before it is unpacked', async () => {
  const refused = expect.objectContaining({ refusal: { code: 'picture-too-large', limitMegapixels: 72 } });
  await expect(preparePicture(bomb(), null)).rejects.toEqual(refused);
  await expect(straightenPicture(bomb(), null)).rejects.toEqual(refused);
});
