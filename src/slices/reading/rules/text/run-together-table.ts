import { isCapitals } from '../wording.ts';
import type { CellLine } from './cell-costs.ts';
import { placeCells } from './cell-placement.ts';
import type { FoundTable } from './delimited-table.ts';
import { findRunTogetherHeader } from './run-together-header.ts';
import type { TextLine } from './text-lines.ts';

type AreaRow = { readonly kind: 'area'; readonly ordinal: string; readonly name: string };
type Stretch = { readonly kind: 'rows'; readonly lines: CellLine[] };

const END_OF_TABLE =
  /^(?:SỞ|ỦY BAN|UBND|GIÁM ĐỐC|PHÓ GIÁM ĐỐC|KT\.|TM\.|TL\.|PHỤ LỤC|TỔ CHỨC THỰC HIỆN|Nơi nhận|Ghi chú|Người lập)(?![\p{L}])/u;

/**
 * A table of a PDF pasted as text: the cells stand one under the other, each broken into the lines of its column.
 * Which column a line belongs to is decided by what columns hold, where cells can start, and how wide columns are.
 */
export function findRunTogetherTable(lines: readonly TextLine[], start: number): FoundTable | null {
  const header = findRunTogetherHeader(lines, start);
  if (!header) return null;
  const roles = header.roles.slice(1);
  const { parts, next } = partsOfTable(lines, header.next);
  const stretches = parts.flatMap((part) => (part.kind === 'rows' ? [part.lines] : []));
  const placed = placeCells(stretches, roles);
  const rows = parts.flatMap((part) =>
    part.kind === 'area'
      ? [[part.ordinal, part.name, ...roles.slice(1).map(() => '')]]
      : (placed[stretches.indexOf(part.lines)] ?? []),
  );
  return { rows: [[...header.titles], ...rows], next };
}

function partsOfTable(lines: readonly TextLine[], start: number): { parts: (AreaRow | Stretch)[]; next: number } {
  const parts: (AreaRow | Stretch)[] = [];
  let blankBefore = 0;
  let ordinal: string | null = null;
  let expected = 1;
  let index = start;
  for (; index < lines.length; index += 1) {
    const text = lines[index]?.text ?? '';
    if (text === '') {
      blankBefore += 1;
      continue;
    }
    if (isEnd(text)) break;
    const area = readAreaRow(lines, index);
    if (area) {
      parts.push({ kind: 'area', ordinal: area.ordinal, name: area.name });
      index = area.last;
      expected = 1;
      blankBefore = 0;
      continue;
    }
    const numbered = readOrdinal(text, expected);
    if (numbered) {
      expected = Number(numbered.ordinal) + 1;
      ordinal = numbered.ordinal;
      if (numbered.rest === '') continue;
    }
    linesOfLast(parts).push({ text: numbered?.rest ?? text, blankBefore, ordinal });
    ordinal = null;
    blankBefore = 0;
  }
  return { parts, next: index };
}

function isEnd(text: string): boolean {
  return END_OF_TABLE.test(text) && (isCapitals(text) || /^(?:Nơi nhận|Ghi chú|Người lập)/.test(text));
}

function linesOfLast(parts: (AreaRow | Stretch)[]): CellLine[] {
  const last = parts.at(-1);
  if (last?.kind === 'rows') return last.lines;
  const stretch: Stretch = { kind: 'rows', lines: [] };
  parts.push(stretch);
  return stretch.lines;
}

/** "IV CẢI CÁCH …", or "I" alone and its name in capitals on the lines below. */
function readAreaRow(
  lines: readonly TextLine[],
  start: number,
): { ordinal: string; name: string; last: number } | null {
  const match = /^([IVX]{1,5}|[A-H])[.)]?(?:\s+(.*))?$/.exec(lines[start]?.text ?? '');
  if (!match?.[1]) return null;
  const names = match[2] ? [match[2]] : [];
  if (names.some((name) => !isCapitals(name))) return null;
  let last = start;
  for (let index = start + 1; index < lines.length && index < start + 12; index += 1) {
    const text = lines[index]?.text ?? '';
    if (text === '') continue;
    if (!isCapitals(text) || /^(?:[IVX]{1,5}|\d{1,2})(?:[.)]?$|[.)]?\s)/.test(text) || isEnd(text)) break;
    names.push(text);
    last = index;
  }
  return names.length > 0 ? { ordinal: match[1], name: names.join(' '), last } : null;
}

function readOrdinal(text: string, expected: number): { ordinal: string; rest: string } | null {
  const match = /^(\d{1,3})[.)]?(?:\s+(.*))?$/.exec(text);
  if (!match?.[1]) return null;
  const rest = match[2] ?? '';
  if (Number(match[1]) !== expected && Number(match[1]) !== 1) return null;
  return rest === '' || /^["“(]?\p{Lu}/u.test(rest) ? { ordinal: match[1], rest } : null;
}
