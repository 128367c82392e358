import sharp from 'sharp';
import type { Outcome } from '../../../kernel/outcome.ts';
import { accept, refuse } from '../../../kernel/outcome.ts';
import type { ReadingRefusal } from '../rules/reading-refusal.ts';
import { PAGE_DPI } from '../rules/source-document.ts';
import { decideReading } from './file-type.ts';
import { openPdf, readPdfPage } from './pdf/open-pdf.ts';
import { photographPage } from './pdf/photograph-page.ts';
import { isPictured, SCAN_DPI } from './pdf/read-pdf.ts';
import { ReadingRefused } from './reading-refused.ts';
import { straightenPicture } from './scan/prepare-picture.ts';
import type { PagePicture } from './worker-messages.ts';

const QUALITY = 80;

/** Draws one page in the thread it is called in: for the worker and for tests. */
export async function photograph(
  bytes: Uint8Array,
  fileName: string,
  page: number,
): Promise<Outcome<PagePicture, ReadingRefusal>> {
  try {
    const kind = decideReading(bytes, fileName);
    if (kind === 'picture' && page === 1) return accept({ webp: await encode(await straightenPicture(bytes, null)) });
    if (kind === 'pdf') return accept({ webp: await encode(await photographPdf(bytes, page)) });
    return refuse({ code: 'unsupported-type', found: kind });
  } catch (error) {
    if (error instanceof ReadingRefused) return refuse(error.refusal);
    throw error;
  }
}

async function photographPdf(bytes: Uint8Array, number: number): Promise<Uint8Array> {
  const pdf = await openPdf(bytes);
  try {
    if (number < 1 || number > pdf.numPages) throw new ReadingRefused({ code: 'broken-file' });
    const page = await pdf.getPage(number);
    const content = await readPdfPage(page);
    if (!isPictured(content)) return (await photographPage(page, PAGE_DPI, content.rotation)).png;
    const { png, dpi } = await photographPage(page, SCAN_DPI);
    return await straightenPicture(png, dpi);
  } finally {
    await pdf.loadingTask.destroy();
  }
}

async function encode(picture: Uint8Array): Promise<Uint8Array> {
  return sharp(picture).webp({ quality: QUALITY }).toBuffer();
}
