import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import type { Draft, DraftBlock, DraftFootnote, DraftParagraph } from '../draft/draft.ts';
import { footnoteSentinel } from '../draft/draft.ts';
import type { PlacedCell } from '../draft/grid.ts';
import { makeGrid } from '../draft/grid.ts';
import { decodeText } from '../plain-text/decode-text.ts';
import { ReadingRefused } from '../reading-refused.ts';
import type { HtmlNote } from './notes.ts';
import { findHtmlNotes } from './notes.ts';

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

const INVISIBLE = new Set([
  'head',
  'script',
  'style',
  'template',
  'noscript',
  'svg',
  'iframe',
  'object',
  'select',
  'nav',
]);
const BLOCK_TAGS = new Set(
  'address article aside blockquote body center dd details div dl dt figcaption figure footer form header hr html li main ol p pre section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
);
const HEADING = /^h([1-6])$/;
/** Deeper than any page a person writes; keeps recursion off the end of the stack. */
const MAX_DEPTH = 200;
/** Wider tables are laid out by machines, to no reader's good. */
const MAX_COLUMNS = 200;

/** What the elements around a piece of text say about it. */
type Surroundings = {
  readonly depth: number;
  readonly isBold: boolean;
  readonly isItalic: boolean;
  readonly isCentred: boolean;
  readonly notes: Notes;
};

/** What stands for each mark, and what is no part of the running text. */
type Notes = { readonly marks: ReadonlyMap<Node, string>; readonly leftOut: ReadonlySet<Node> };

/** One open paragraph and what has been closed before it. */
type Gathering = {
  readonly blocks: DraftBlock[];
  text: string;
  letters: number;
  boldLetters: number;
  italicLetters: number;
  headingLevel: number | undefined;
  marker: string | undefined;
  isCentred: boolean;
};

/** Reads a page as a browser shows it without styles: paragraphs, headings, lists, tables with their spans. */
export function readHtml(bytes: Uint8Array): Draft {
  const page = parse(decodeText(bytes));
  const found = findHtmlNotes(page);
  const notes: Notes = {
    marks: new Map(found.map(({ mark }, index) => [mark, footnoteSentinel(index)])),
    leftOut: new Set(found.flatMap(({ sign, holder }) => [sign, holder])),
  };
  const surroundings = { depth: 0, isBold: false, isItalic: false, isCentred: false, notes };
  const gathering = startGathering();
  for (const node of page.childNodes) walk(node, gathering, surroundings);
  closeParagraph(gathering);
  const footnotes = found.map((note, index) => readNote(note, index, surroundings));
  return { blocks: gathering.blocks, footnotes, warnings: [], pageCount: null };
}

function readNote({ mark, holder }: HtmlNote, index: number, around: Surroundings): DraftFootnote {
  const [words, sign] = [readCell(holder, around).text, readCell(mark, around).text];
  return { mark: sign.replace(/[^\p{L}\d*]/gu, '') || String(index + 1), text: words };
}

function startGathering(): Gathering {
  return {
    blocks: [],
    text: '',
    letters: 0,
    boldLetters: 0,
    italicLetters: 0,
    headingLevel: undefined,
    marker: undefined,
    isCentred: false,
  };
}

function walk(node: Node, gathering: Gathering, around: Surroundings): void {
  if (around.depth > MAX_DEPTH) throw new ReadingRefused({ code: 'broken-file' });
  const mark = around.notes.marks.get(node);
  if (mark !== undefined) gathering.text += mark;
  if (mark !== undefined || around.notes.leftOut.has(node)) return;
  if ('value' in node) addText(gathering, node.value, around);
  if (!('tagName' in node) || INVISIBLE.has(node.tagName) || isHidden(node)) return;
  const inside = surroundingsWithin(node, around);
  const heading = HEADING.exec(node.tagName)?.[1];
  if (node.tagName === 'br') gathering.text += '\n';
  else if (node.tagName === 'table') addTable(node, gathering, inside);
  else if (heading !== undefined || BLOCK_TAGS.has(node.tagName)) addBlock(node, gathering, inside, heading);
  else for (const child of node.childNodes) walk(child, gathering, inside);
}

function isHidden(element: Element): boolean {
  return (
    /display\s*:\s*none|mso-hide\s*:\s*all/i.test(attribute(element, 'style') ?? '') ||
    attribute(element, 'hidden') !== undefined
  );
}

function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find((candidate) => candidate.name === name)?.value;
}

function surroundingsWithin(element: Element, around: Surroundings): Surroundings {
  const style = attribute(element, 'style') ?? '';
  const align = attribute(element, 'align')?.toLowerCase();
  return {
    depth: around.depth + 1,
    notes: around.notes,
    isBold:
      around.isBold ||
      ['b', 'strong', 'th'].includes(element.tagName) ||
      /font-weight\s*:\s*(bold|[6-9]00)/i.test(style),
    isItalic: around.isItalic || ['i', 'em'].includes(element.tagName) || /font-style\s*:\s*italic/i.test(style),
    isCentred:
      align === undefined && !/text-align/i.test(style)
        ? around.isCentred || element.tagName === 'center'
        : align === 'center' || /text-align\s*:\s*center/i.test(style),
  };
}

function addText(gathering: Gathering, value: string, around: Surroundings): void {
  const text = value.replace(/[ \t\r\n\f]+/g, ' ');
  const letters = text.trim().length;
  gathering.text += gathering.text === '' || /\s$/.test(gathering.text) ? text.trimStart() : text;
  gathering.letters += letters;
  if (around.isBold) gathering.boldLetters += letters;
  if (around.isItalic) gathering.italicLetters += letters;
  if (letters > 0) gathering.isCentred = around.isCentred;
}

function addBlock(element: Element, gathering: Gathering, inside: Surroundings, heading: string | undefined): void {
  closeParagraph(gathering);
  if (heading !== undefined) gathering.headingLevel = Number(heading);
  if (element.tagName === 'li') gathering.marker = markerOf(element);
  for (const child of element.childNodes) walk(child, gathering, inside);
  closeParagraph(gathering);
}

function markerOf(item: Element): string {
  const list = item.parentNode;
  if (!list || !('tagName' in list) || list.tagName !== 'ol') return '-';
  const items = list.childNodes.filter((node): node is Element => 'tagName' in node && node.tagName === 'li');
  return `${(Number(attribute(list, 'start')) || 1) + items.indexOf(item)}.`;
}

function closeParagraph(gathering: Gathering): void {
  const { blocks, text, letters, boldLetters, italicLetters, headingLevel, marker, isCentred } = gathering;
  if (text.trim() === '') {
    gathering.text = '';
    return;
  }
  const paragraph: DraftParagraph = {
    kind: 'paragraph',
    text,
    ...(headingLevel === undefined ? {} : { headingLevel }),
    ...(letters > 0 && boldLetters === letters ? { isBold: true } : {}),
    ...(letters > 0 && italicLetters === letters ? { isItalic: true } : {}),
    ...(isCentred ? { isCentred } : {}),
    ...(marker === undefined ? {} : { listMarker: marker }),
  };
  blocks.push(paragraph);
  Object.assign(gathering, { ...startGathering(), blocks });
}

function addTable(element: Element, gathering: Gathering, around: Surroundings): void {
  closeParagraph(gathering);
  const rows = rowsOf(element);
  const placed: PlacedCell[] = [];
  const taken = new Set<string>();
  rows.forEach((row, rowIndex) => {
    let column = 0;
    for (const cell of row.childNodes) {
      if (!('tagName' in cell) || (cell.tagName !== 'td' && cell.tagName !== 'th')) continue;
      while (taken.has(`${rowIndex},${column}`)) column += 1;
      if (column >= MAX_COLUMNS) break;
      const columnSpan = Math.min(spanOf(cell, 'colspan'), MAX_COLUMNS - column);
      const rowSpan = Math.min(spanOf(cell, 'rowspan'), rows.length - rowIndex);
      placed.push({ row: rowIndex, column, columnSpan, rowSpan, cell: readCell(cell, around) });
      for (let down = 0; down < rowSpan; down += 1) {
        for (let across = 0; across < columnSpan; across += 1) taken.add(`${rowIndex + down},${column + across}`);
      }
      column += columnSpan;
    }
  });
  gathering.blocks.push({ kind: 'table', rows: makeGrid(rows.length, placed) });
}

function spanOf(cell: Element, name: string): number {
  const span = Math.floor(Number(attribute(cell, name)) || 1);
  return Math.max(span, 1);
}

function rowsOf(table: Element): Element[] {
  return table.childNodes.flatMap((child): Element[] => {
    if (!('tagName' in child)) return [];
    if (child.tagName === 'tr') return [child];
    return ['thead', 'tbody', 'tfoot'].includes(child.tagName) ? rowsOf(child) : [];
  });
}

function readCell(element: Element, around: Surroundings): PlacedCell['cell'] {
  const inner = startGathering();
  for (const child of element.childNodes) walk(child, inner, { ...around, depth: around.depth + 1, isCentred: false });
  closeParagraph(inner);
  const lines = inner.blocks.flatMap((block) =>
    block.kind === 'paragraph' ? [[block.listMarker, block.text].filter(Boolean).join(' ')] : [],
  );
  const nested = inner.blocks.filter((block) => block.kind === 'table');
  return { text: lines.join('\n'), columnSpan: 1, rowSpan: 1, ...(nested.length === 0 ? {} : { nested }) };
}
