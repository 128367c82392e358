import type { List, ListLevel } from '../draft/list-counter.ts';
import type { FileParts } from './file-parts.ts';

const DEFINITION_BYTES = 28;
const LEVEL_BYTES = 28;
const LIST_BYTES = 16;
const LEVELS = 9;
const IS_SIMPLE = 1;
const IS_LEGAL = 4;
const NEVER_RESTARTS_BY_ITSELF = 8;
const SETS_START = 0x10;
const SETS_FORMAT = 0x20;

/** How the file names the ways of counting that Vietnamese papers use. @source [MS-OSHARED] §2.2.1.3 MSONFC */
const FORMATS: Readonly<Record<number, string>> = {
  0: 'decimal',
  1: 'upperRoman',
  2: 'lowerRoman',
  3: 'upperLetter',
  4: 'lowerLetter',
  22: 'decimalZero',
  23: 'bullet',
  255: 'none',
};

type Cursor = { readonly bytes: Buffer; at: number };
type Definition = { readonly id: number; readonly levels: ReadonlyMap<number, ListLevel> };

/**
 * Lists by the number under which paragraphs name them, from 1.
 *
 * @source [MS-DOC] §2.9.147 PlfLst, §2.9.150 LVL, §2.9.146 PlfLfo, §2.9.132 LFOLVL
 */
export function readLists(parts: Pick<FileParts, 'part' | 'after'>): Map<string, List> {
  const definitions = readDefinitions(parts.part('listDefinitions'), parts.after('listDefinitions'));
  const part = parts.part('lists');
  const lists = new Map<string, List>();
  if (part.length < 4) return lists;
  const count = Math.min(part.readUInt32LE(0), Math.floor(part.length / LIST_BYTES));
  const overrides: Cursor = { bytes: part, at: 4 + count * LIST_BYTES };
  for (let index = 0; index < count; index += 1) {
    const at = 4 + index * LIST_BYTES;
    const definition = definitions.find(({ id }) => id === part.readInt32LE(at));
    const own = readOverrides(overrides, part.readUInt8(at + 12));
    if (!definition) continue;
    lists.set(String(index + 1), {
      abstractId: String(definition.id),
      levels: new Map([...definition.levels, ...own.levels]),
      startOverrides: own.starts,
    });
  }
  return lists;
}

function readDefinitions(part: Buffer, levels: Buffer): Definition[] {
  if (part.length < 2) return [];
  const count = Math.min(part.readUInt16LE(0), Math.floor(part.length / DEFINITION_BYTES));
  const cursor: Cursor = { bytes: levels, at: 0 };
  return Array.from({ length: count }, (_unused, index) => {
    const at = 2 + index * DEFINITION_BYTES;
    const levelCount = part.readUInt8(at + 26) & IS_SIMPLE ? 1 : LEVELS;
    const own = Array.from({ length: levelCount }, (_none, level) => [level, readLevel(cursor)] as const);
    return { id: part.readInt32LE(at), levels: new Map(own) };
  });
}

function readLevel(cursor: Cursor): ListLevel {
  const head = cursor.bytes.subarray(cursor.at, cursor.at + LEVEL_BYTES);
  const flags = head.readUInt8(5);
  const textAt = cursor.at + LEVEL_BYTES + head.readUInt8(24) + head.readUInt8(25);
  const letters = cursor.bytes.readUInt16LE(textAt);
  cursor.at = textAt + 2 + letters * 2;
  const text = cursor.bytes.toString('utf16le', textAt + 2, cursor.at);
  return {
    start: head.readUInt32LE(0) & 0xffff,
    format: FORMATS[head.readUInt8(4)] ?? 'decimal',
    pattern: patternOf(text, head.subarray(6, 6 + LEVELS)),
    isLegal: (flags & IS_LEGAL) !== 0,
    ...(flags & NEVER_RESTARTS_BY_ITSELF ? { restartAfter: head.readUInt8(26) } : {}),
  };
}

/** "%1.%2." from a text in which letters that are no letters stand for the numbers of levels. */
function patternOf(text: string, numberPlaces: Buffer): string {
  return [...text]
    .map((letter, index) => (numberPlaces.includes(index + 1) ? `%${letter.charCodeAt(0) + 1}` : letter))
    .join('');
}

function readOverrides(cursor: Cursor, count: number): { levels: Map<number, ListLevel>; starts: Map<number, number> } {
  const levels = new Map<number, ListLevel>();
  const starts = new Map<number, number>();
  cursor.at += 4;
  for (let index = 0; index < count; index += 1) {
    const start = cursor.bytes.readUInt32LE(cursor.at) & 0xffff;
    const flags = cursor.bytes.readUInt32LE(cursor.at + 4);
    cursor.at += 8;
    const level = flags & 0x0f;
    if (flags & SETS_FORMAT) levels.set(level, readLevel(cursor));
    if (flags & SETS_START) starts.set(level, levels.get(level)?.start ?? start);
  }
  return { levels, starts };
}
