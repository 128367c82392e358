import type { DraftFootnote } from '../draft/draft.ts';
import { footnoteSentinel } from '../draft/draft.ts';
import { joinLineTexts } from './join-lines.ts';
import type { PageContent, TextPiece } from './page-content.ts';

import type { RuledTable } from './ruled-tables.ts';
import type { WritePiece } from './table-cells.ts';
import type { TextLine } from './text-lines.ts';
import { lineText, makeLines } from './text-lines.ts';

/** The notes at the foot of one page, and the page without them. */
export type FootOfPage = { readonly body: PageContent; readonly notes: readonly DraftFootnote[] };

/** Notes are set smaller than the body by at least this share. */
const SMALLER = 0.95;
const MARK = /^\s*\[?(\d{1,3})\]?[.)]?(?=\s|\p{L}|$)/u;

/** Notes stand below a short rule at the left, in smaller letters, each behind its mark. */
export function takeFootnotes(page: PageContent, tables: readonly RuledTable[]): FootOfPage {
  const rule = page.rules.horizontals
    .filter(
      ({ y, left, right }) =>
        isSeparator({ left, right }, page) && !tables.some((table) => y >= table.top - 2 && y <= table.bottom + 2),
    )
    .sort((a, b) => b.y - a.y)[0];
  if (!rule) return { body: page, notes: [] };
  const below = page.pieces.filter((piece) => piece.baseline > rule.y && piece.baseline < rule.y + page.height);
  const above = page.pieces.filter((piece) => piece.baseline <= rule.y);
  const lines = makeLines(below);
  const isSmall = usualSize(below) <= usualSize(above) * SMALLER || startsRaised(lines[0]);
  const [firstLine] = lines;
  if (!firstLine || !isSmall || !MARK.test(lineText(firstLine))) return { body: page, notes: [] };
  return { body: { ...page, pieces: above }, notes: splitNotes(lines) };
}

function isSeparator({ left, right }: { left: number; right: number }, page: PageContent): boolean {
  const width = right - left;
  return width > page.width * 0.08 && width < page.width * 0.45 && left < page.width * 0.3;
}

/** A note in letters as large as the body's still has its mark small and raised. */
function startsRaised(line: TextLine | undefined): boolean {
  const [mark] = line?.pieces ?? [];
  return line !== undefined && mark !== undefined && /^\s*\d{1,3}\s*$/.test(mark.text) && mark.size <= line.size * 0.8;
}

/** The size that most letters have. */
function usualSize(pieces: readonly TextPiece[]): number {
  const letters = new Map<number, number>();
  for (const { size, text } of pieces) {
    const rounded = Math.round(size * 2) / 2;
    letters.set(rounded, (letters.get(rounded) ?? 0) + text.length);
  }
  return [...letters].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}

function splitNotes(lines: readonly TextLine[]): DraftFootnote[] {
  const notes: { mark: string; texts: string[] }[] = [];
  for (const line of lines) {
    const text = lineText(line);
    const mark = MARK.exec(text);
    const last = notes.at(-1);
    if (mark?.[1] && (!last || Number(mark[1]) === Number(last.mark) + 1)) {
      notes.push({ mark: mark[1], texts: [text.slice(mark[0].length)] });
    } else {
      last?.texts.push(text);
    }
  }
  return notes.map(({ mark, texts }) => ({ mark, text: joinLineTexts(texts) }));
}

/** Raised small digits that name a note of this page become its sentinel; other raised digits ("m²") stay. */
export function writeMarks(notes: readonly DraftFootnote[], firstIndex: number): WritePiece {
  return (piece, lineSize, lineBaseline) => {
    const isRaised = piece.size <= lineSize * 0.8 && piece.baseline < lineBaseline - lineSize * 0.12;
    const mark = /^\s*\[?(\d{1,3})\]?\s*$/.exec(piece.text)?.[1];
    const index = isRaised && mark !== undefined ? notes.findIndex((note) => note.mark === mark) : -1;
    return index < 0 ? piece.text : footnoteSentinel(firstIndex + index);
  };
}
