import { foldVietnamese } from '../../../../kernel/vietnamese.ts';
import type { DraftBlock, DraftCell, DraftRow, DraftTable } from './draft.ts';
import { placesOfBoth, takeSentinels } from './draft.ts';

/** Share of letter pairs that two readings of one header have in common at least. */
const ALIKE = 0.8;
/** One cell of a header may be read as badly as this. */
const HALF_ALIKE = 0.5;
/** Two words with the same letter pairs in another order. */
const NOT_THE_SAME = 0.99;
/** "STT", "TT". */
const SHORT_HEADER = 3;

/**
 * Joins the parts of a table that pages cut: neighbours of one width where the header row is repeated, or which the
 * adapter saw go on over the page. Repeated header rows go; a row that was cut is made whole.
 */
export function joinSplitTables(blocks: readonly DraftBlock[]): DraftBlock[] {
  const joined: DraftBlock[] = [];
  for (const block of blocks) {
    if (block.kind === 'paragraph') {
      joined.push(block);
      continue;
    }
    const whole = joinRepeatedHeaders(block);
    const previous = lastTable(joined);
    if (previous && isContinuation(previous, whole)) {
      joined.splice(joined.lastIndexOf(previous), joined.length, joinTables(previous, whole));
    } else {
      joined.push(whole);
    }
  }
  return joined;
}

/** One grid may hold its header again on every page: converters leave it so, word for word. */
function joinRepeatedHeaders(table: DraftTable): DraftTable {
  const header = table.rows[0];
  if (isOrdinal(header?.[0]?.text ?? '')) return table;
  const again = table.rows.findIndex((row, index) => index > 0 && isSameRow(header, row));
  if (again < 0) return table;
  const rest = joinRepeatedHeaders({ ...table, rows: table.rows.slice(again) });
  return joinTables({ ...table, rows: table.rows.slice(0, again) }, rest);
}

/** The table that nothing but blank paragraphs separates from what comes next. */
function lastTable(blocks: readonly DraftBlock[]): DraftTable | null {
  for (let index = blocks.length - 1; index >= 0; index -= 1) {
    const block = blocks[index];
    if (block?.kind === 'table') return block;
    if (block?.text.trim() !== '') return null;
  }
  return null;
}

function isContinuation(previous: DraftTable, next: DraftTable): boolean {
  if (previous.sheet !== next.sheet || widthOf(previous) !== widthOf(next) || widthOf(next) < 2) return false;
  return next.goesOn === true || headerRepeats(previous, next) > 0;
}

function widthOf(table: DraftTable): number {
  return Math.max(0, ...table.rows.map((row) => row.length));
}

/** How many rows at the top of `next` say the same as the top of `previous`; rows of data are no header. */
function headerRepeats(previous: DraftTable, next: DraftTable): number {
  const [first, again] = [previous.rows[0], next.rows[0]];
  if (isOrdinal(first?.[0]?.text ?? '') || !isAlikeRow(first, again)) return 0;
  let same = 1;
  while (same < previous.rows.length && isSameRow(previous.rows[same], next.rows[same])) same += 1;
  return same;
}

function isSameRow(a: DraftRow | undefined, b: DraftRow | undefined): boolean {
  return alikenessOfCells(a, b).every((alikeness) => alikeness === 1);
}

/** Header cells that recognition has read twice differ in a letter or two, one of them may in more. */
function isAlikeRow(a: DraftRow | undefined, b: DraftRow | undefined): boolean {
  const unlike = alikenessOfCells(a, b).filter((alikeness) => alikeness < ALIKE);
  return unlike.length === 0 || (unlike.length === 1 && unlike.every((alikeness) => alikeness >= HALF_ALIKE));
}

/** How alike the cells of two rows are, from 0 to 1; rows of other widths and rows without words are not. */
function alikenessOfCells(a: DraftRow | undefined, b: DraftRow | undefined): number[] {
  if (!a || !b || a.length !== b.length) return [0];
  const texts = a.map(foldedText);
  const filled = texts.filter((text) => text !== '').length;
  return filled < 2 ? [0] : texts.map((text, index) => alikeness(text, foldedText(b[index])));
}

/** The share of letter pairs that both have; short words may be lost. */
function alikeness(a: string, b: string): number {
  if (a === b) return 1;
  if (a.length <= SHORT_HEADER && b.length <= SHORT_HEADER) return ALIKE;
  const pairs = pairsOf(a);
  const shared = pairsOf(b).filter((pair) => {
    const at = pairs.indexOf(pair);
    if (at >= 0) pairs.splice(at, 1);
    return at >= 0;
  }).length;
  return Math.min((2 * shared) / Math.max(1, a.length + b.length - 2), NOT_THE_SAME);
}

function pairsOf(text: string): string[] {
  return [...text.slice(1)].map((letter, index) => `${text[index]}${letter}`);
}

function foldedText(cell: DraftCell | null | undefined): string {
  return foldVietnamese(takeSentinels(cell?.text ?? '').text).replaceAll(' ', '');
}

function joinTables(previous: DraftTable, next: DraftTable): DraftTable {
  const rows = next.rows.slice(headerRepeats(previous, next));
  const last = previous.rows.at(-1);
  const [first, ...rest] = rows;
  if (last && first && isCutRow(last, first)) {
    const above = [...previous.rows.slice(0, -1), joinRows(last, first)];
    return { ...previous, rows: [...first.reduce(reachDown, above), ...rest] };
  }
  return { ...previous, rows: [...previous.rows, ...rows] };
}

/** A merged cell that the page cut goes on from the top of the next page: the cell above it reaches as far down. */
function reachDown(rows: readonly DraftRow[], cell: DraftCell | null, column: number): DraftRow[] {
  const further = (cell?.rowSpan ?? 1) - 1;
  const origin = further > 0 ? rows.findLastIndex((row) => row[column]) : -1;
  return rows.map((row, index) =>
    index === origin
      ? row.map((own, at) => (own && at === column ? { ...own, rowSpan: rows.length - index + further } : own))
      : row,
  );
}

/**
 * A row goes on with the one before it when it has no number of its own and says nothing where that one said nothing;
 * where the first column is no number column, some cell must also visibly go on in the middle of a sentence.
 */
function isCutRow(last: DraftRow, first: DraftRow): boolean {
  const texts = first.map((cell) => cell?.text.trim() ?? '');
  if (texts.every((text) => text === '')) return false;
  if (texts[0] !== '' && !isRestBesideNumber(last, texts) && !isRestOfAll(last, texts)) return false;
  if (first.some((cell) => (cell?.columnSpan ?? 1) > 1 || ((cell?.rowSpan ?? 1) > 1 && !isRestOfMerged(cell))))
    return false;
  if (last.some((cell, column) => cell === null && texts[column] !== '')) return false;
  if (isOrdinal(last[0]?.text ?? '')) return !startsAnew(last, texts);
  return texts.some((text, column) => text !== '' && goesOn(last[column]?.text.trim() ?? '', text));
}

/** The row's number was lost: all that the one before says is said again, and every cell begins a sentence. */
function startsAnew(last: DraftRow, texts: readonly string[]): boolean {
  const filled = texts.filter((text) => text !== '');
  return (
    filled.length >= 3 &&
    filled.every((text) => /^(?:[-+*•–]\s*)?[\p{Lu}\d]/u.test(text)) &&
    texts.every((text, column) => column === 0 || (text === '') === ((last[column]?.text.trim() ?? '') === ''))
  );
}

/** The lower half of a merged cell whose words all stood on the page before, or go on in small letters. */
function isRestOfMerged(cell: DraftCell | null): boolean {
  const text = cell?.text.trim() ?? '';
  return text === '' || /^\p{Ll}/u.test(text);
}

/** Every cell goes on in the middle of its words: "Cải cách thủ tục hành | chính", "đạt tối | thiểu 70%". */
function isRestOfAll(last: DraftRow, texts: readonly string[]): boolean {
  const filled = texts.filter((text) => text !== '');
  return (
    filled.length >= 2 &&
    filled.every((text) => /^\p{Ll}/u.test(text)) &&
    texts.every((text, column) => text === '' || (last[column]?.text.trim() ?? '') !== '')
  );
}

/** The number stands in the second column: a group's name before it was cut as well ("Cải cách | tài chính công"). */
function isRestBesideNumber(last: DraftRow, [group = '', number = '']: readonly string[]): boolean {
  return (
    number === '' && isOrdinal(last[1]?.text ?? '') && /^\p{Ll}/u.test(group) && (last[0]?.text.trim() ?? '') !== ''
  );
}

function isOrdinal(text: string): boolean {
  return /^[\divxlc]{1,4}([.)]\d{1,3})*[.)]?$/i.test(text.trim());
}

function goesOn(before: string, after: string): boolean {
  return (
    before !== '' &&
    (/^\p{Ll}/u.test(after) ||
      (/[\p{L}\d,–-]$/u.test(before) && !/^[-+*•]|^\p{Lu}|^\d{1,2}(?:\.\d{1,2})*[.)]\s/u.test(after)))
  );
}

function joinRows(last: DraftRow, first: DraftRow): DraftRow {
  return last.map((cell, column) => {
    const rest = first[column];
    const more = rest?.text.trim() ?? '';
    if (!cell || !rest || more === '') return cell;
    const before = cell.text.trimEnd();
    return {
      ...cell,
      ...placesOfBoth(cell, rest),
      text: before === '' ? more : `${before}${separatorBefore(more)}${more}`,
    };
  });
}

/** A list item starts a line; anything else goes on in the sentence that the page cut. */
function separatorBefore(text: string): string {
  return /^([-+*•–]|[a-zđ]\))\s/u.test(text) ? '\n' : ' ';
}
