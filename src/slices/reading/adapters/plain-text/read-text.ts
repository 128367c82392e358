import type { SourceDocument } from '../../rules/source-document.ts';
import { readPlanText } from '../../rules/text/plan-text.ts';
import { cleanText } from '../draft/clean-text.ts';
import { ReadingRefused } from '../reading-refused.ts';
import { decodeText } from './decode-text.ts';
import { convertLegacyVietnamese, recogniseLegacyEncoding } from './legacy-vietnamese.ts';

/**
 * A text file, its characters made plain; what its lines mean is read by the rules.
 *
 * @throws {ReadingRefused} no-text
 */
export function readText(bytes: Uint8Array, format: 'txt' | 'md'): SourceDocument {
  const text = decodeText(bytes);
  const encoding = recogniseLegacyEncoding(text);
  const lines = text.split(/\r\n?|\n/);
  const mended = encoding === null ? lines : lines.map((line) => convertLegacyVietnamese(line, encoding));
  const pages = mended.join('\n').split('\f').map(cleanText);
  if (pages.every((page) => page.trim() === '')) throw new ReadingRefused({ code: 'no-text' });
  const document = readPlanText(pages.join('\f'));
  const warnings = encoding === null ? [] : [{ code: `converted-from-${encoding}` }];
  return { ...document, format, warnings: [...document.warnings, ...warnings] };
}
