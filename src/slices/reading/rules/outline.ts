import { countTitles } from './column-roles.ts';
import { cut, type Excerpt, excerptOf, splitAt, trim } from './excerpt.ts';
import { type Grid, goesOnWith, gridOf, joinGrids } from './grid.ts';
import { toTitledColumns } from './logical-grid.ts';
import type { Cell, Paragraph, SourceDocument, Table } from './source-document.ts';
import { joinTimeColumns } from './time-columns.ts';
import { isCapitals } from './wording.ts';

export type MarkerStyle = 'part' | 'roman' | 'decimal' | 'letter' | 'bracketed' | 'bullet';

/** What a line begins with: "II.", "1.2.", "a)", "(3)", "-". */
export type Marker = { readonly style: MarkerStyle; readonly sign: string; readonly depth: number };

/** A paragraph, or one of its typed lines, with its list sign taken off. */
export type Line = {
  readonly kind: 'line';
  readonly whole: Excerpt;
  readonly body: Excerpt;
  readonly marker: Marker | null;
  readonly isBold: boolean;
  readonly isCapitals: boolean;
  /** Depth from 1 where the format said that the line is a heading. */
  readonly headingLevel: number | null;
  /** How sure the reading of the characters was, 0–1. */
  readonly certainty: number;
};

export type GridItem = { readonly kind: 'grid'; readonly grid: Grid };

/** The document in reading order: lines, and tables made whole. */
export type Outline = readonly (Line | GridItem)[];

const MARKERS: readonly (readonly [MarkerStyle, RegExp])[] = [
  ['part', /^(?:Phần |PHẦN )?([A-H])[.)]\s+(?=\p{Lu})/u],
  ['roman', /^(?:Phần |PHẦN |Mục |MỤC )?([IVX]{1,5})[.):]?(?:\s*[-–.]\s*|\s+|(?<=[.):]))(?=\S)/u],
  ['decimal', /^(\d{1,2}(?:\.\d{1,2}){0,3})(?:[.)/:]\s*|(?<=\.\d{1,2})\s+)(?=[^\d\s])/u],
  ['bracketed', /^\((\d{1,2}|[a-zđ])\)\s*(?=\S)/u],
  ['letter', /^([a-zđ])[).]\s+(?=\S)/u],
  ['bullet', /^([-–—+*•·●○▪►➢✓])\s*(?=\S)/u],
];

export function readMarker(text: string): { marker: Marker; length: number } | null {
  for (const [style, pattern] of MARKERS) {
    const match = pattern.exec(text);
    if (!match?.[1]) continue;
    if (style === 'roman' && !/[.):–-]\s*$/.test(match[0]) && !isCapitals(text)) continue;
    return { marker: { style, sign: match[1], depth: match[1].split('.').length }, length: match[0].length };
  }
  return null;
}

export function outlineOf(document: SourceDocument): Outline {
  const items: (Line | GridItem)[] = [];
  for (const block of document.blocks) {
    if (block.kind === 'paragraph') items.push(...linesOf(block));
    else if (isLayout(block)) items.push(...block.rows.flat().flatMap((cell) => (cell ? linesOfCell(cell) : [])));
    else addGrid(items, toTitledColumns(joinTimeColumns(gridOf(block))));
  }
  return items;
}

/** Words that stand on a line of their own in every plan, where a converter joined them to the line before or after. */
const LANDMARK =
  /\n|\s(?=Nơi nhận\s*:|KẾ HOẠCH(?:\s\p{Lu}\p{Ll}|$)|(?:KT|TM|TL|TUQ)\.\s*GIÁM ĐỐC)|(?<!(?:KT|TM|TL|TUQ|Q)\.|PHÓ|TỔNG)\s(?=(?:PHÓ )?GIÁM ĐỐC(?:\s\p{Lu}\p{Ll}+){0,5}$)|(?<=KẾ HOẠCH|GIÁM ĐỐC|CHỦ TỊCH|TRƯỞNG BAN|CHÁNH THANH TRA|CHÁNH VĂN PHÒNG|CỤC TRƯỞNG)\s(?=\p{Lu}\p{Ll})|(?<=\p{Lu}\.? ỦY BAN NHÂN DÂN)\s(?=(?:KT\. |PHÓ )?CHỦ TỊCH)|(?<=KT\. CHỦ TỊCH|KT\. GIÁM ĐỐC)\s(?=PHÓ )|(?<=\d\s?\/KH-[\p{L}\d&-]{1,24})\s(?=\p{Lu}[\p{L}. -]{1,40},\s*ngày)|(?<=VIỆT NAM)\s(?=Độc lập)|(?<=Hạnh phúc)\s(?=\p{Lu}[\p{L}. -]{1,40},\s*ngày)/gu;

function linesOf(paragraph: Paragraph): Line[] {
  return splitAt(excerptOf(paragraph), LANDMARK).map((whole, index) =>
    lineOf(whole, index === 0 ? paragraph : { ...paragraph, listMarker: '' }),
  );
}

function linesOfCell(cell: Cell): Line[] {
  return splitAt(excerptOf(cell), /\n/g).map((whole) => lineOf(whole, {}));
}

type Look = Pick<Paragraph, 'listMarker' | 'isBold' | 'headingLevel' | 'confidence'>;

export function lineOf(whole: Excerpt, look: Look | Partial<Look>): Line {
  const outside = look.listMarker ? readMarker(`${look.listMarker} x`) : null;
  const inside = outside ? null : readMarker(whole.text);
  const body = trim(cut(whole, inside?.length ?? 0));
  return {
    kind: 'line',
    whole,
    body,
    marker: outside?.marker ?? inside?.marker ?? null,
    isBold: look.isBold ?? false,
    isCapitals: isCapitals(body.text),
    headingLevel: look.headingLevel ?? null,
    certainty: look.confidence ?? 1,
  };
}

/** A table without borders that only sets two columns side by side: letterhead, signature. */
function isLayout(table: Table): boolean {
  const texts = table.rows.flat().flatMap((cell) => (cell ? [cell.text] : []));
  if (table.rows.length > 4 || table.rows.some((row) => row.length > 3)) return false;
  return texts.some((text) => /CỘNG H[ÒO]À? |Nơi nhận|Độc lập\s*[-–]\s*Tự do/iu.test(text)) || texts.length <= 1;
}

/** A table goes on with the one before where nothing but the turn of the page stands between them. */
function addGrid(items: (Line | GridItem)[], grid: Grid): void {
  const last = items.at(-1);
  const titles = countTitles(grid.rows[0]?.cells.map((cell) => cell?.excerpt.text ?? '') ?? []);
  if (last?.kind === 'grid' && goesOnWith(last.grid, grid, titles >= 2)) {
    items[items.length - 1] = { kind: 'grid', grid: joinGrids(last.grid, grid, 0) };
  } else items.push({ kind: 'grid', grid });
}
