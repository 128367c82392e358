import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { ReadingRefused } from '../reading-refused.ts';

const POINTS_PER_INCH = 72;
/** An A2 page at 200 dpi. */
const MAX_PIXELS = 24_000_000;

/**
 * A picture of the page, for recognition: scans are pages that hold pictures.
 *
 * @param rotation degrees by which the sheet is turned; as the file says where nothing is given
 * @throws {ReadingRefused} unsupported-type where this machine has no canvas
 */
export async function photographPage(
  page: PDFPageProxy,
  dpi: number,
  rotation = page.rotate,
): Promise<{ png: Buffer; dpi: number }> {
  const { createCanvas } = await import('@napi-rs/canvas').catch(() => {
    throw new ReadingRefused({ code: 'unsupported-type', found: 'PDF scan' });
  });
  const points = page.getViewport({ scale: 1 });
  const largest = Math.sqrt(MAX_PIXELS / (points.width * points.height));
  const scale = Math.min(dpi / POINTS_PER_INCH, largest);
  const viewport = page.getViewport({ scale, rotation });
  const canvas = createCanvas(Math.max(1, Math.ceil(viewport.width)), Math.max(1, Math.ceil(viewport.height)));
  // The package's canvas does what the browser's does, but its types do not say so.
  await page.render({ canvas: canvas as unknown as HTMLCanvasElement, viewport }).promise;
  return { png: canvas.toBuffer('image/png'), dpi: scale * POINTS_PER_INCH };
}
