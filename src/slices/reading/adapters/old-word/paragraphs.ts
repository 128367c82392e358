import { readableBullet } from '../draft/list-number.ts';
import type { PieceText } from './pieces.ts';
import type { Property, PropertyRun } from './properties.ts';
import { propertyNumbers, readProperties, withPropertiesElsewhere } from './properties.ts';
import type { LetterLook, ParagraphLook, Styles } from './styles.ts';
import { readLetterLook, readParagraphLook } from './styles.ts';
import type { RowShape } from './table-rows.ts';
import { readRowShape } from './table-rows.ts';

/** One paragraph, or the empty one that ends a table row. */
export type OldParagraph = {
  /** Letters of the file that it takes, its end mark too. */
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly letters: number;
  readonly boldLetters: number;
  readonly italicLetters: number;
  readonly look: ParagraphLook;
  /** 0 outside tables, 1 in a table, 2 in a table inside a cell. */
  readonly depth: number;
  readonly ends: 'paragraph' | 'cell' | 'row' | 'nothing';
  readonly row: RowShape;
};

/** What stands for a note's mark in the text; empty where no note begins at this letter. */
export type MarkAt = (letter: number) => string;

export type StorySources = {
  readonly pieces: PieceText;
  readonly letterRuns: readonly PropertyRun[];
  readonly paragraphRuns: readonly PropertyRun[];
  readonly data: Buffer;
  readonly styles: Styles;
  readonly markAt: MarkAt;
};

const CELL_END = '\u0007';
const BREAK_OF_PAGE = '\f';
const ENDS: ReadonlySet<string> = new Set(['\r', CELL_END, BREAK_OF_PAGE]);

/** The paragraphs of a stretch of the file, as a reader sees them: tracked changes accepted, fields by their results. */
export function readParagraphs(sources: StorySources, [from, to]: readonly [number, number]): OldParagraph[] {
  const { text } = sources.pieces;
  const paragraphs: OldParagraph[] = [];
  const fields: Field[] = [];
  let start = from;
  for (const end of paragraphEnds(sources, from, Math.min(to, text.length))) {
    paragraphs.push(readParagraph(sources, start, end, fields));
    start = end;
  }
  return joinOverDeletedEnds(paragraphs);
}

/** A page may end in the middle of a paragraph: what follows then has the same properties by the same entry. */
function paragraphEnds({ pieces, paragraphRuns }: StorySources, from: number, to: number): number[] {
  const ends: number[] = [];
  for (let at = from; at < to; at += 1) if (ENDS.has(pieces.text[at] ?? '')) ends.push(at + 1);
  const real = ends.filter(
    (end) =>
      pieces.text[end - 1] !== BREAK_OF_PAGE ||
      runAt(paragraphRuns, end - 1) !== runAt(paragraphRuns, end) ||
      end >= to,
  );
  return real.at(-1) === to || from >= to ? real : [...real, to];
}

function runAt(runs: readonly PropertyRun[], letter: number): PropertyRun | undefined {
  const run = runs[firstRunEndingAfter(runs, letter)];
  return run && run.from <= letter ? run : undefined;
}

function firstRunEndingAfter(runs: readonly PropertyRun[], letter: number): number {
  let [low, high] = [0, runs.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((runs[middle]?.to ?? 0) <= letter) low = middle + 1;
    else high = middle;
  }
  return low;
}

type Field = 'code' | 'result';
type Gathered = { text: string; letters: number; boldLetters: number; italicLetters: number };

function readParagraph(sources: StorySources, from: number, to: number, fields: Field[]): OldParagraph {
  const list = runAt(sources.paragraphRuns, to - 1)?.list;
  const styleNumber = list && list.length >= 2 ? list.readUInt16LE(0) : 0;
  const properties = list ? withPropertiesElsewhere(list.subarray(2), sources.data) : [];
  const style = sources.styles(styleNumber);
  const gathered: Gathered = { text: '', letters: 0, boldLetters: 0, italicLetters: 0 };
  let isEndDeleted = false;
  for (const stretch of stretchesOf(sources.letterRuns, from, to)) {
    const own = readProperties(stretch.list);
    const look = readLetterLook(own, { ...style.letters, ...characterStyle(own, sources.styles) });
    const isDeleted = isOn(own, propertyNumbers.isDeleted);
    isEndDeleted = isDeleted;
    addStretch(gathered, { text: visibleText(sources, stretch, own, fields), look, isDropped: isDeleted });
  }
  const endSign = sources.pieces.text[to - 1];
  const ends = endOf(properties, endSign);
  return {
    ...gathered,
    from,
    to,
    look: { ...style.paragraph, ...readParagraphLook(properties) },
    depth: depthOf(properties),
    ends: ends === 'paragraph' && isEndDeleted ? 'nothing' : ends,
    row: ends === 'row' ? readRowShape(properties) : [],
  };
}

function isOn(properties: readonly Property[], number: number): boolean {
  return ((properties.findLast((property) => property.number === number)?.operand[0] ?? 0) & 1) === 1;
}

function depthOf(properties: readonly Property[]): number {
  if (!isOn(properties, propertyNumbers.isInTable)) return 0;
  const depth = properties.findLast(({ number }) => number === propertyNumbers.depth)?.operand;
  return depth && depth.length >= 4 ? Math.min(Math.max(1, depth.readInt32LE(0)), DEEPEST) : 1;
}

/** Deeper than any table a person draws; keeps recursion off the end of the stack. */
const DEEPEST = 20;

function endOf(properties: readonly Property[], sign: string | undefined): OldParagraph['ends'] {
  if (isOn(properties, propertyNumbers.isRowEnd) || isOn(properties, propertyNumbers.isInnerRowEnd)) return 'row';
  return sign === CELL_END || isOn(properties, propertyNumbers.isInnerCellEnd) ? 'cell' : 'paragraph';
}

function characterStyle(own: readonly Property[], styles: Styles): LetterLook {
  const operand = own.findLast(({ number }) => number === propertyNumbers.characterStyle)?.operand;
  return operand && operand.length >= 2 ? styles(operand.readUInt16LE(0)).letters : {};
}

type Stretch = { readonly from: number; readonly to: number; readonly list: Buffer };
const PLAIN = Buffer.alloc(0);

/** The letters from one place to another in stretches of one look each. */
function stretchesOf(runs: readonly PropertyRun[], from: number, to: number): Stretch[] {
  const stretches: Stretch[] = [];
  let at = from;
  for (let index = firstRunEndingAfter(runs, from); at < to; index += 1) {
    const run = runs[index];
    const start = Math.min(run?.from ?? to, to);
    if (start > at) stretches.push({ from: at, to: start, list: PLAIN });
    if (!run || run.from >= to) break;
    const end = Math.min(run.to, to);
    stretches.push({ from: Math.max(run.from, at), to: end, list: run.list });
    at = end;
  }
  return stretches;
}

function addStretch(
  gathered: Gathered,
  { text, look, isDropped }: { text: string; look: LetterLook; isDropped: boolean },
): void {
  if (isDropped || look.isHidden) return;
  const letters = text.trim().length;
  gathered.text += look.isCapital ? text.toUpperCase() : text;
  gathered.letters += letters;
  if (look.isBold) gathered.boldLetters += letters;
  if (look.isItalic) gathered.italicLetters += letters;
}

/** @source [MS-DOC] §2.4.1, §2.8.25 special letters and fields */
function visibleText(sources: StorySources, stretch: Stretch, own: readonly Property[], fields: Field[]): string {
  const symbol = own.findLast(({ number }) => number === propertyNumbers.symbol)?.operand;
  let text = '';
  for (let at = stretch.from; at < stretch.to; at += 1) {
    const letter = sources.pieces.text[at] ?? '';
    if (letter === '\u0013') fields.push('code');
    else if (letter === '\u0014' && fields.length > 0) fields[fields.length - 1] = 'result';
    else if (letter === '\u0015') fields.pop();
    else if (!fields.includes('code')) {
      if (symbol && symbol.length >= 4 && letter === '(') {
        text += readableBullet(String.fromCharCode(symbol.readUInt16LE(2)));
      } else text += sources.markAt(at) || (SIGNS[letter] ?? letter);
    }
  }
  return text;
}

/** What the signs of the format are to a reader; the others below a blank are nothing, and cleaned away later. */
const SIGNS: Readonly<Record<string, string>> = {
  '\r': '',
  '\u0007': '',
  '\u000b': '\n',
  '\f': ' ',
  '\u000e': ' ',
  '\u001e': '-',
  '\u001f': '',
};

/** Word joins a paragraph whose end mark was deleted to the one after it. */
function joinOverDeletedEnds(paragraphs: readonly OldParagraph[]): OldParagraph[] {
  const joined: OldParagraph[] = [];
  let carried: OldParagraph | null = null;
  for (const paragraph of paragraphs) {
    const whole: OldParagraph = carried === null ? paragraph : joinTwo(carried, paragraph);
    carried = whole.ends === 'nothing' ? whole : null;
    if (carried === null) joined.push(whole);
  }
  return carried === null ? joined : [...joined, { ...carried, ends: 'paragraph' }];
}

function joinTwo(first: OldParagraph, second: OldParagraph): OldParagraph {
  return {
    ...second,
    from: first.from,
    text: first.text + second.text,
    letters: first.letters + second.letters,
    boldLetters: first.boldLetters + second.boldLetters,
    italicLetters: first.italicLetters + second.italicLetters,
  };
}
