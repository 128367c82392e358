import sharp, { type Sharp } from 'sharp';
import { PAGE_DPI } from '../../rules/source-document.ts';
import { ReadingRefused } from '../reading-refused.ts';
import type { Bitmap } from './bitmap.ts';
import { inkThreshold, speckShare } from './bitmap.ts';
import { measureSkew } from './skew.ts';

/** A3 at 600 dpi. */
const MAX_PIXELS = 72_000_000;
/**
 * Measured on office pages of 13 points: of 150, 200, 250 and 300 dpi the coarsest gives the fewest wrong words (1.6 %
 * against 3–5 %), above all in words of capitals, and takes half the time.
 */
export const WORKING_DPI = PAGE_DPI;
/** Takes the edge off scaled and compressed letters. */
const SOFTENING = 0.7;
const A4_WIDTH_INCHES = 8.27;
const A4_HEIGHT_INCHES = 11.69;
/** A narrow strip made as wide as a page would be kilometres long: no side gets longer, in pixels. */
const LONGEST_SIDE = 10_000;
const LEAST_SKEW_DEGREES = 0.15;
/** More dirt than this and letters drown in it. */
const NOISY = 0.04;
const WHITE = '#fff';
/** White around a part cut out, in pixels. */
const GROUND = 20;

/** A part of a picture, in pixels. */
export type PixelBox = { readonly left: number; readonly top: number; readonly width: number; readonly height: number };

/** A page made ready for recognition: grey, straight, clean, at the working resolution. */
export type PreparedPage = { readonly bitmap: Bitmap; readonly threshold: number };

/**
 * @param picture an encoded picture (PNG, JPEG)
 * @param dpi     its resolution, or null to take it for a page of A4, upright or across
 * @throws {ReadingRefused} broken-file, picture-too-large
 */
export async function preparePicture(picture: Uint8Array, dpi: number | null): Promise<PreparedPage> {
  const width = await workingWidth(picture, dpi);
  const page = sharp(picture, { limitInputPixels: MAX_PIXELS })
    .rotate()
    .flatten({ background: WHITE })
    .greyscale()
    .resize({ width, kernel: 'lanczos3' });
  const straight = await straighten(await toBitmap(page).catch(refuseBroken));
  const threshold = inkThreshold(straight);
  if (speckShare(straight, threshold) <= NOISY) return { bitmap: straight, threshold };
  const clean = await toBitmap(fromBitmap(straight).median(3).blur(0.7));
  return { bitmap: clean, threshold: inkThreshold(clean) };
}

/**
 * The page in its colours as it was straightened for recognition, at the same resolution: places found there fit it.
 *
 * @throws {ReadingRefused} broken-file, picture-too-large
 */
export async function straightenPicture(picture: Uint8Array, dpi: number | null): Promise<Buffer> {
  const width = await workingWidth(picture, dpi);
  const scaled = sharp(picture, { limitInputPixels: MAX_PIXELS })
    .rotate()
    .flatten({ background: WHITE })
    .resize({ width, kernel: 'lanczos3' });
  const colours = await scaled.png({ compressionLevel: 1 }).toBuffer().catch(refuseBroken);
  const degrees = measureSkew(await toBitmap(sharp(colours).greyscale()));
  if (Math.abs(degrees) < LEAST_SKEW_DEGREES) return colours;
  return sharp(colours).rotate(-degrees, { background: WHITE }).png({ compressionLevel: 1 }).toBuffer();
}

/**
 * How wide the page is drawn, as the camera held it. Only the head of the file is looked at: a picture that says it has too
 * many pixels is refused before any of them is unpacked.
 */
async function workingWidth(picture: Uint8Array, dpi: number | null): Promise<number> {
  const head = await sharp(picture, { limitInputPixels: false }).metadata().catch(refuseBroken);
  if (head.width * head.height > MAX_PIXELS) {
    throw new ReadingRefused({ code: 'picture-too-large', limitMegapixels: MAX_PIXELS / 1_000_000 });
  }
  const { width, height } = head.autoOrient;
  const scale = WORKING_DPI / (dpi ?? width / (width > height ? A4_HEIGHT_INCHES : A4_WIDTH_INCHES));
  return Math.max(1, Math.round(width * Math.min(scale, LONGEST_SIDE / Math.max(width, height))));
}

function refuseBroken(): never {
  throw new ReadingRefused({ code: 'broken-file' });
}

async function straighten(bitmap: Bitmap): Promise<Bitmap> {
  const degrees = measureSkew(bitmap);
  if (Math.abs(degrees) < LEAST_SKEW_DEGREES) return bitmap;
  return toBitmap(fromBitmap(bitmap).rotate(-degrees, { background: WHITE }));
}

function fromBitmap({ data, width, height }: Bitmap): Sharp {
  return sharp(data, { raw: { width, height, channels: 1 } });
}

async function toBitmap(picture: Sharp): Promise<Bitmap> {
  const { data, info } = await picture.toColourspace('b-w').raw().toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, data: onlyFirstChannel(data, info.channels) };
}

function onlyFirstChannel(data: Uint8Array, channels: number): Uint8Array {
  return channels === 1 ? data : data.filter((_value, index) => index % channels === 0);
}

export async function encodePng(bitmap: Bitmap): Promise<Buffer> {
  return fromBitmap(bitmap)
    .blur(SOFTENING)
    .png({ compressionLevel: 1 })
    .withMetadata({ density: WORKING_DPI })
    .toBuffer();
}

/** A small part on white ground. */
export async function encodePart(bitmap: Bitmap, part: PixelBox): Promise<Buffer> {
  const ground = { top: GROUND, bottom: GROUND, left: GROUND, right: GROUND, background: WHITE };
  const cut = await toBitmap(fromBitmap(bitmap).extract(part).extend(ground));
  return fromBitmap(cut).blur(SOFTENING).png({ compressionLevel: 1 }).withMetadata({ density: WORKING_DPI }).toBuffer();
}
