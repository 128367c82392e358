import { createCanvas } from '@napi-rs/canvas';
import { PDFDocument } from 'pdf-lib';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import sharp from 'sharp';

const POINTS_PER_INCH = 72;

/** How a copier spoils a page: turned by so many degrees, blurred, saved with so much quality. */
export type ScanFlaws = { readonly skewDegrees: number; readonly blur: number; readonly jpegQuality: number };

const CLEAN: ScanFlaws = { skewDegrees: 0, blur: 0, jpegQuality: 85 };

/** Pictures of the pages of a PDF, as JPEG. */
export async function photographPages(pdf: Uint8Array, dpi: number, flaws: ScanFlaws = CLEAN): Promise<Buffer[]> {
  const document = await getDocument({ data: Uint8Array.from(pdf), verbosity: 0 }).promise;
  const pictures: Buffer[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const viewport = page.getViewport({ scale: dpi / POINTS_PER_INCH });
    const canvas = createCanvas(Math.ceil(viewport.width), Math.ceil(viewport.height));
    // biome-ignore lint/suspicious/noExplicitAny: the canvas package's own types do not name the browser's
    await page.render({ canvas: canvas as any, viewport }).promise;
    pictures.push(await spoil(canvas.toBuffer('image/png'), flaws));
  }
  return pictures;
}

async function spoil(png: Buffer, { skewDegrees, blur, jpegQuality }: ScanFlaws): Promise<Buffer> {
  const turned = skewDegrees === 0 ? sharp(png) : sharp(png).rotate(skewDegrees, { background: '#fff' });
  const blurred = blur === 0 ? turned : turned.blur(blur);
  return blurred.flatten({ background: '#fff' }).greyscale().jpeg({ quality: jpegQuality }).toBuffer();
}

/** The same document as a scanner delivers it: a PDF of pictures without any text. */
export async function makeScan(pdf: Uint8Array, dpi: number, flaws: ScanFlaws = CLEAN): Promise<Uint8Array> {
  const scan = await PDFDocument.create();
  for (const picture of await photographPages(pdf, dpi, flaws)) {
    const image = await scan.embedJpg(picture);
    const [width, height] = [(image.width * POINTS_PER_INCH) / dpi, (image.height * POINTS_PER_INCH) / dpi];
    scan.addPage([width, height]).drawImage(image, { x: 0, y: 0, width, height });
  }
  return scan.save();
}
