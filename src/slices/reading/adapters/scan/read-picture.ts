import type { Draft } from '../draft/draft.ts';
import { assemblePages } from '../layout/assemble.ts';
import type { PageContent } from '../layout/page-content.ts';
import type { OnProgress } from '../progress.ts';
import { ReadingRefused } from '../reading-refused.ts';
import { mendRomanNumbers } from './mend-numbers.ts';
import { recognisePage } from './recognise-page.ts';
import { startRecogniser } from './recogniser.ts';

/** Below this share of certainty a page's text is worth no more than a better scan. */
const GOOD_ENOUGH = 0.8;
const SURE_WORD = 0.6;
const LEAST_WORDS = 3;

/**
 * Reads a photographed or scanned page.
 *
 * @throws {ReadingRefused} broken-file, picture-without-text
 */
export async function readPicture(bytes: Uint8Array, onProgress: OnProgress): Promise<Draft> {
  onProgress({ page: 0, pageCount: 1, step: 'recognition' });
  const recogniser = await startRecogniser();
  try {
    const page = await recognisePage(bytes, null, 1, recogniser);
    onProgress({ page: 1, pageCount: 1, step: 'recognition' });
    if (!hasText(page)) throw new ReadingRefused({ code: 'picture-without-text' });
    return { ...assembleScan([page]), warnings: doubtsAbout(page), pageCount: 1 };
  } finally {
    await recogniser.close();
  }
}

/** Blocks of pages that were recognised. */
export function assembleScan(pages: readonly PageContent[]): Pick<Draft, 'blocks' | 'footnotes'> {
  const { blocks, footnotes } = assemblePages(pages);
  return { blocks: mendRomanNumbers(blocks), footnotes };
}

/** Whether words stand on the page: recognition sees single letters in any speckled picture. */
export function hasText(page: PageContent): boolean {
  const words = page.pieces.filter(({ text, confidence = 1 }) => /\p{L}{2}/u.test(text) && confidence >= SURE_WORD);
  return words.length >= LEAST_WORDS;
}

export function doubtsAbout(page: PageContent): Draft['warnings'] {
  const sure = page.pieces.map(({ confidence = 1 }) => confidence);
  const mean = sure.reduce((sum, one) => sum + one, 0) / Math.max(sure.length, 1);
  return sure.length > 0 && mean < GOOD_ENOUGH ? [{ code: 'unsure-recognition', page: page.number }] : [];
}
