import { withoutUndefined } from '../draft/without-undefined.ts';
import type { FileParts } from './file-parts.ts';
import type { Property } from './properties.ts';
import { propertyNumbers, readProperties } from './properties.ts';

/** How letters look, as far as it tells structure. Undefined means "as what stands above it says". */
export type LetterLook = {
  readonly isBold?: boolean;
  readonly isItalic?: boolean;
  readonly isCapital?: boolean;
  readonly isHidden?: boolean;
};

export type ParagraphLook = {
  readonly isCentred?: boolean;
  /** 1–9 for headings, 0 for body text that says so. */
  readonly headingLevel?: number;
  /** Number of the list, from 1; 0 for "in no list". */
  readonly list?: number;
  readonly listLevel?: number;
};

export type Style = { readonly letters: LetterLook; readonly paragraph: ParagraphLook };
/** By the number under which paragraphs and letters name a style; plain where the file has no such style. */
export type Styles = (number: number) => Style;

const PLAIN: Style = { letters: {}, paragraph: {} };
const NO_STYLE = 0xfff;
const PARAGRAPH_STYLE = 1;
const LAST_HEADING = 9;
/** A toggle of the letters themselves: off, on, as the style says, or the other way round. */
const AS_STYLE = 0x80;
const UNLIKE_STYLE = 0x81;

type Definition = { readonly base: number; readonly own: Style };

/** @source [MS-DOC] §2.9.271 STSH, §2.9.260 STD */
export function readStyles(parts: FileParts): Styles {
  const definitions = readDefinitions(parts.part('styles'));
  const known = new Map<number, Style>();
  const resolve = (number: number, trail: readonly number[]): Style => {
    const definition = definitions[number];
    if (!definition || trail.includes(number)) return PLAIN;
    const cached = known.get(number);
    if (cached) return cached;
    const base = resolve(definition.base, [...trail, number]);
    const style = {
      letters: { ...base.letters, ...definition.own.letters },
      paragraph: { ...base.paragraph, ...definition.own.paragraph },
    };
    known.set(number, style);
    return style;
  };
  return (number) => resolve(number, []);
}

function readDefinitions(part: Buffer): (Definition | null)[] {
  if (part.length < 6) return [];
  const head = part.readUInt16LE(0);
  const count = part.readUInt16LE(2);
  const baseBytes = part.readUInt16LE(4);
  const definitions: (Definition | null)[] = [];
  for (let at = 2 + head; definitions.length < count && at + 2 <= part.length; ) {
    const bytes = part.readUInt16LE(at);
    const definition = part.subarray(at + 2, at + 2 + bytes);
    definitions.push(definition.length < baseBytes + 2 || bytes === 0 ? null : readDefinition(definition, baseBytes));
    at += 2 + bytes + (bytes % 2);
  }
  return definitions;
}

function readDefinition(definition: Buffer, baseBytes: number): Definition {
  const builtIn = definition.readUInt16LE(0) & 0x0fff;
  const kind = definition.readUInt16LE(2) & 0x000f;
  const base = definition.readUInt16LE(2) >> 4;
  const lists = propertyLists(definition, baseBytes, definition.readUInt16LE(4) & 0x000f);
  const [first = NOTHING, second = NOTHING] = lists;
  const isParagraph = kind === PARAGRAPH_STYLE;
  const heading = isParagraph && builtIn >= 1 && builtIn <= LAST_HEADING ? { headingLevel: builtIn } : {};
  return {
    base: base === NO_STYLE ? -1 : base,
    own: {
      letters: readLetterLook(readProperties(isParagraph ? second : first), {}),
      paragraph: isParagraph ? { ...heading, ...readParagraphLook(readProperties(first.subarray(2))) } : {},
    },
  };
}

const NOTHING = Buffer.alloc(0);

/** Behind the name: lists of properties, each with its length before it, each beginning at an even place. */
function propertyLists(definition: Buffer, baseBytes: number, count: number): Buffer[] {
  const lists: Buffer[] = [];
  let at = baseBytes + 2 + definition.readUInt16LE(baseBytes) * 2 + 2;
  for (; lists.length < count && at + 2 <= definition.length; at += at % 2) {
    const bytes = definition.readUInt16LE(at);
    lists.push(definition.subarray(at + 2, at + 2 + bytes));
    at += 2 + bytes;
  }
  return lists;
}

/** What letters look like: their own properties over those of the style they stand in. */
export function readLetterLook(properties: readonly Property[], style: LetterLook): LetterLook {
  const toggle = (number: number, above: boolean | undefined): boolean | undefined => {
    const value = properties.findLast((property) => property.number === number)?.operand[0];
    if (value === undefined || value === AS_STYLE) return above;
    return value === UNLIKE_STYLE ? !above : value === 1;
  };
  return withoutUndefined<LetterLook>({
    isBold: toggle(propertyNumbers.isBold, style.isBold),
    isItalic: toggle(propertyNumbers.isItalic, style.isItalic),
    isCapital: toggle(propertyNumbers.isCapital, style.isCapital),
    isHidden: toggle(propertyNumbers.isHidden, style.isHidden),
  });
}

const CENTRED = 1;

export function readParagraphLook(properties: readonly Property[]): ParagraphLook {
  const operand = (...numbers: number[]): Buffer | undefined =>
    properties.findLast((property) => numbers.includes(property.number))?.operand;
  const alignment = operand(propertyNumbers.alignment, propertyNumbers.alignment80)?.[0];
  const outline = operand(propertyNumbers.outlineLevel)?.[0];
  const list = operand(propertyNumbers.list);
  return withoutUndefined<ParagraphLook>({
    isCentred: alignment === undefined ? undefined : alignment === CENTRED,
    headingLevel: outline === undefined ? undefined : outline < LAST_HEADING ? outline + 1 : 0,
    list: list && list.length >= 2 ? listNumber(list.readInt16LE(0)) : undefined,
    listLevel: operand(propertyNumbers.listLevel)?.[0],
  });
}

/** Old numbering that stands in the text, and lists taken back by a revision, have numbers out of the range. */
function listNumber(value: number): number {
  return value > 0 && value < 2047 ? value : 0;
}
