import type { FileParts } from './file-parts.ts';
import { readStretches } from './file-parts.ts';

/** Changes of looks that we read, by the numbers the format gives them. @source [MS-DOC] §2.6 */
export const propertyNumbers = {
  isDeleted: 0x0800,
  isBold: 0x0835,
  isItalic: 0x0836,
  isCapital: 0x083b,
  isHidden: 0x083c,
  characterStyle: 0x4a30,
  symbol: 0x6a09,
  alignment80: 0x2403,
  alignment: 0x2461,
  listLevel: 0x260a,
  list: 0x460b,
  isInTable: 0x2416,
  isRowEnd: 0x2417,
  depth: 0x6649,
  isInnerCellEnd: 0x244b,
  isInnerRowEnd: 0x244c,
  outlineLevel: 0x2640,
  elsewhere: 0x6646,
  tableDefinition: 0xd608,
  mergeCells: 0x5624,
  splitCells: 0x5625,
  mergeDown: 0xd62b,
} as const;

const PAGE_BYTES = 512;
const PARAGRAPH_ENTRY_BYTES = 13;
/** The one property whose length takes two bytes. */
const BYTES_OF_KIND = [1, 1, 2, 4, 2, 2, 0, 3];
const OWN_LENGTH = 6;

export type Property = { readonly number: number; readonly operand: Buffer };

/** What a stretch of the text stream (in bytes of the stream) looks like. */
export type PropertyRun = { readonly from: number; readonly to: number; readonly list: Buffer };

/** The properties of a list, one after the other; a list that is cut ends early. @source [MS-DOC] §2.2.5.1 Sprm */
export function readProperties(list: Buffer): Property[] {
  const properties: Property[] = [];
  for (let at = 0; at + 3 <= list.length; ) {
    const number = list.readUInt16LE(at);
    const [head, bytes] = operandRange(number, list.subarray(at + 2));
    properties.push({ number, operand: list.subarray(at + 2 + head, at + 2 + head + bytes) });
    at += 2 + head + bytes;
  }
  return properties;
}

/** Bytes that tell the operand's length, and that length. */
function operandRange(number: number, rest: Buffer): [number, number] {
  if (number === propertyNumbers.tableDefinition) {
    return [2, rest.length >= 2 ? Math.max(0, rest.readUInt16LE(0) - 1) : 0];
  }
  const kind = number >> 13;
  return kind === OWN_LENGTH ? [1, rest[0] ?? 0] : [0, BYTES_OF_KIND[kind] ?? 1];
}

/** Looks of letters where they differ from their paragraph's style. @source [MS-DOC] §2.8.26, §2.9.33 ChpxFkp */
export function readCharacterRuns(parts: FileParts): PropertyRun[] {
  return pagesOf(parts, 'characterPages').flatMap((page) => {
    const count = page.readUInt8(PAGE_BYTES - 1);
    return runsOf(page, count, (index) => {
      const at = page.readUInt8((count + 1) * 4 + index) * 2;
      return at === 0 ? Buffer.alloc(0) : page.subarray(at + 1, at + 1 + page.readUInt8(at));
    });
  });
}

/** One run a paragraph; its list begins with the number of its style. @source [MS-DOC] §2.9.174 PapxFkp */
export function readParagraphRuns(parts: FileParts): PropertyRun[] {
  return pagesOf(parts, 'paragraphPages').flatMap((page) => {
    const count = page.readUInt8(PAGE_BYTES - 1);
    return runsOf(page, count, (index) => {
      const at = page.readUInt8((count + 1) * 4 + index * PARAGRAPH_ENTRY_BYTES) * 2;
      if (at === 0) return Buffer.alloc(0);
      const halves = page.readUInt8(at);
      return halves > 0
        ? page.subarray(at + 1, at + halves * 2)
        : page.subarray(at + 2, at + 2 + page.readUInt8(at + 1) * 2);
    });
  });
}

function pagesOf(parts: FileParts, name: 'characterPages' | 'paragraphPages'): Buffer[] {
  return readStretches(parts.part(name), 4)
    .map(({ entry }) => entry.readUInt32LE(0) * PAGE_BYTES)
    .map((at) => parts.main.subarray(at, at + PAGE_BYTES))
    .filter((page) => page.length === PAGE_BYTES);
}

function runsOf(page: Buffer, count: number, listOf: (index: number) => Buffer): PropertyRun[] {
  if ((count + 1) * 4 > PAGE_BYTES) return [];
  return Array.from({ length: count }, (_unused, index) => ({
    from: page.readUInt32LE(index * 4),
    to: page.readUInt32LE(index * 4 + 4),
    list: listOf(index),
  }));
}

/** Properties too many for their page stand in another stream. @source [MS-DOC] §2.9.209 PrcData */
export function withPropertiesElsewhere(list: Buffer, data: Buffer): Property[] {
  return readProperties(list).flatMap((property) => {
    if (property.number !== propertyNumbers.elsewhere || property.operand.length < 4) return [property];
    const at = property.operand.readUInt32LE(0);
    if (at + 2 > data.length) return [];
    return readProperties(data.subarray(at + 2, at + 2 + data.readUInt16LE(at)));
  });
}
