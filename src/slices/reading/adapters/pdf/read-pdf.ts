import type { Draft, DraftWarning } from '../draft/draft.ts';
import { assemblePages } from '../layout/assemble.ts';
import type { PageContent } from '../layout/page-content.ts';
import type { OnProgress } from '../progress.ts';
import { openPdf, readPdfPage } from './open-pdf.ts';

/**
 * Reads a PDF page by page.
 *
 * @throws {ReadingRefused} encrypted, broken-file
 */
export async function readPdf(bytes: Uint8Array, onProgress: OnProgress): Promise<Draft> {
  const pdf = await openPdf(bytes);
  const pages: PageContent[] = [];
  const warnings: DraftWarning[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    pages.push(await readPdfPage(page));
    page.cleanup();
    onProgress({ page: number, pageCount: pdf.numPages, step: 'text' });
  }
  return { ...assemblePages(pages), warnings, pageCount: pdf.numPages };
}
