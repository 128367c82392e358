import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { SourceFormat } from '../../rules/source-document.ts';
import type { Draft, DraftWarning } from '../draft/draft.ts';
import { assemblePages } from '../layout/assemble.ts';
import type { PageContent } from '../layout/page-content.ts';
import { lineText, makeLines } from '../layout/text-lines.ts';
import type { OnProgress } from '../progress.ts';
import { ReadingRefused } from '../reading-refused.ts';
import { assembleScan, doubtsAbout, hasText } from '../scan/read-picture.ts';
import { recognisePage } from '../scan/recognise-page.ts';
import type { Recogniser } from '../scan/recogniser.ts';
import { startRecogniser } from '../scan/recogniser.ts';
import type { PdfPage } from './open-pdf.ts';
import { openPdf, readPdfPage } from './open-pdf.ts';
import { photographPage } from './photograph-page.ts';
import { isReadable } from './readable-text.ts';

/** Scanners work at this; finer pictures are scaled down anyway. */
export const SCAN_DPI = 200;
/** Fewer letters on a page with a picture are a stamp or a page number: the text is in the picture. */
const LEAST_LETTERS = 20;

export type PdfDraft = Draft & { readonly format: Extract<SourceFormat, 'pdf' | 'scan'> };

/**
 * Reads a PDF page by page: stored text where there is any, recognised text for pages that are pictures.
 *
 * @throws {ReadingRefused} encrypted, broken-file, picture-without-text
 */
export async function readPdf(bytes: Uint8Array, onProgress: OnProgress): Promise<PdfDraft> {
  const pdf = await openPdf(bytes);
  try {
    return await readPages(pdf, onProgress);
  } finally {
    await pdf.loadingTask.destroy();
  }
}

async function readPages(pdf: PDFDocumentProxy, onProgress: OnProgress): Promise<PdfDraft> {
  const stored: PageContent[] = [];
  const pictured: number[] = [];
  const warnings: DraftWarning[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const content = await readPage(pdf, number);
    if (!content) warnings.push({ code: 'page-broken', page: number });
    stored.push(content?.page ?? blankPage(number));
    if (content && isPictured(content)) pictured.push(number);
    onProgress({ page: number, pageCount: pdf.numPages, step: 'text' });
  }
  if (warnings.length === pdf.numPages) throw new ReadingRefused({ code: 'broken-file' });
  if (pictured.length === 0) return { ...assemblePages(stored), warnings, pageCount: pdf.numPages, format: 'pdf' };
  const recognised = await recognisePages(pdf, stored, pictured, onProgress);
  return { ...recognised, warnings: [...warnings, ...recognised.warnings] };
}

/** @returns null for a page that the library cannot take apart: it costs itself, not the document */
async function readPage(pdf: PDFDocumentProxy, number: number): Promise<PdfPage | null> {
  try {
    const page = await pdf.getPage(number);
    const content = await readPdfPage(page);
    page.cleanup();
    return content;
  } catch {
    return null;
  }
}

function blankPage(number: number): PageContent {
  return { number, width: 595, height: 842, pieces: [], rules: { horizontals: [], verticals: [] } };
}

/** What the page says is in its picture, or only its picture says it rightly. */
export function isPictured({ page, hasPicture }: PdfPage): boolean {
  const text = makeLines(page.pieces)
    .map((line) => lineText(line))
    .join('\n');
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  return (hasPicture && letters < LEAST_LETTERS) || !isReadable(text);
}

/** One page at a time: only one picture is in memory, and stopping loses no more than a page. */
async function recognisePages(
  pdf: PDFDocumentProxy,
  stored: readonly PageContent[],
  pictured: readonly number[],
  onProgress: OnProgress,
): Promise<PdfDraft> {
  const pages = [...stored];
  const warnings: DraftWarning[] = [];
  onProgress({ page: 0, pageCount: pictured.length, step: 'recognition' });
  const recogniser = await startRecogniser();
  try {
    for (const [index, number] of pictured.entries()) {
      const recognised = await recognisePdfPage(pdf, number, recogniser);
      if (recognised) pages[number - 1] = recognised;
      warnings.push(...(recognised ? doubtsAbout(recognised) : [{ code: 'page-broken', page: number }]));
      onProgress({ page: index + 1, pageCount: pictured.length, step: 'recognition' });
    }
  } finally {
    await recogniser.close();
  }
  if (!pages.some(hasText)) throw new ReadingRefused({ code: 'picture-without-text' });
  const format = pictured.length > pdf.numPages / 2 ? 'scan' : 'pdf';
  return { ...assembleScan(pages), warnings, pageCount: pdf.numPages, format };
}

/** @returns null for a page whose picture is damaged */
async function recognisePdfPage(
  pdf: PDFDocumentProxy,
  number: number,
  recogniser: Recogniser,
): Promise<PageContent | null> {
  try {
    const page = await pdf.getPage(number);
    const { png, dpi } = await photographPage(page, SCAN_DPI);
    page.cleanup();
    return await recognisePage(png, dpi, number, recogniser);
  } catch (error) {
    if (error instanceof ReadingRefused && error.refusal.code === 'unsupported-type') throw error;
    return null;
  }
}
