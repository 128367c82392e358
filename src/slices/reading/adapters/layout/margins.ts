import { foldVietnamese } from '../../../../kernel/vietnamese.ts';
import type { PageContent, TextPiece } from './page-content.ts';
import { findRuledTables } from './ruled-tables.ts';
import { isInsideTable } from './table-cells.ts';
import type { TextLine } from './text-lines.ts';
import { lineText, makeLines } from './text-lines.ts';

/** Header and footer stand in the outer parts of a page. */
const MARGIN_SHARE = 0.12;
const PAGE_NUMBER = /^(trang|page)?\s*[-–—]?\s*\d{1,4}\s*([/|]\s*\d{1,4})?\s*[-–—.]?$/i;

/** The pages without their page numbers and without what stands at the same place on most of them. */
export function dropMargins(pages: readonly PageContent[]): PageContent[] {
  const marginLines = pages.map(linesInMargin);
  const seen = new Map<string, number>();
  for (const lines of marginLines) {
    for (const key of new Set(lines.map(keyOf))) seen.set(key, (seen.get(key) ?? 0) + 1);
  }
  const isRepeated = (line: TextLine): boolean =>
    pages.length >= 2 && (seen.get(keyOf(line)) ?? 0) >= Math.max(2, pages.length / 2);
  return pages.map((page, index) => {
    const dropped = new Set<TextPiece>(
      (marginLines[index] ?? [])
        .filter((line) => PAGE_NUMBER.test(lineText(line).trim()) || isRepeated(line))
        .flatMap((line) => line.pieces),
    );
    return dropped.size === 0 ? page : { ...page, pieces: page.pieces.filter((piece) => !dropped.has(piece)) };
  });
}

/** The outermost two lines at the top and at the bottom, as far as they stand in the margin and in no table. */
function linesInMargin(page: PageContent): TextLine[] {
  const tables = findRuledTables(page.rules);
  const lines = makeLines(page.pieces.filter((piece) => !tables.some((table) => isInsideTable(piece, table))));
  const top = lines.filter(({ baseline }) => baseline < page.height * MARGIN_SHARE).slice(0, 2);
  const bottom = lines.filter(({ baseline }) => baseline > page.height * (1 - MARGIN_SHARE)).slice(-2);
  return [...top, ...bottom];
}

/** Digits change from page to page, places by a rounding. */
function keyOf(line: TextLine): string {
  return `${foldVietnamese(lineText(line)).replace(/\d+/g, '#')} ${Math.round(line.baseline / 6)}`;
}
