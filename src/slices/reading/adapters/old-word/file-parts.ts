import { openCompoundFile } from '../container/compound-file.ts';
import { ReadingRefused } from '../reading-refused.ts';

const WORD_97 = 0xa5ec;
const FLAGS_AT = 0x0a;
const IS_ENCRYPTED = 0x0100;
const USES_TABLE_ONE = 0x0200;
/** Where the list of "place and length in the table stream" begins. */
const PARTS_AT = 0x9a;

/** Numbers of the parts in that list. @source [MS-DOC] §2.5.6 FibRgFcLcb97 */
export const partNumbers = {
  styles: 1,
  footnoteMarks: 2,
  footnoteTexts: 3,
  characterPages: 12,
  paragraphPages: 13,
  pieces: 33,
  shapes: 40,
  endnoteMarks: 46,
  endnoteTexts: 47,
  boxTexts: 56,
  listDefinitions: 73,
  lists: 74,
} as const;

/** The texts that one file holds one after the other, in letters. */
export const storyLengthsAt = {
  body: 0x4c,
  footnotes: 0x50,
  headers: 0x54,
  macros: 0x58,
  comments: 0x5c,
  endnotes: 0x60,
  boxes: 0x64,
} as const;
export type Story = keyof typeof storyLengthsAt;

/** An old Word file taken apart: its text stream, its side data, and the named parts of its tables. */
export type FileParts = {
  readonly main: Buffer;
  readonly data: Buffer;
  readonly part: (name: keyof typeof partNumbers) => Buffer;
  /** The table stream from the end of a part on: definitions that the part's length leaves out. */
  readonly after: (name: keyof typeof partNumbers) => Buffer;
  /** First letter of a story and the letter behind its last one. */
  readonly storyRange: (story: Story) => readonly [number, number];
};

/**
 * @throws {ReadingRefused} broken-file, encrypted, unsupported-type for Word 6 and 95
 * @source [MS-DOC] §2.5 the file information block
 */
export function openFileParts(bytes: Uint8Array): FileParts {
  const file = openCompoundFile(bytes);
  const main = file.stream('WordDocument');
  if (!main || main.length < PARTS_AT) throw new ReadingRefused({ code: 'broken-file' });
  if (main.readUInt16LE(0) !== WORD_97) {
    throw new ReadingRefused({ code: 'unsupported-type', found: 'Word 6.0/95 (.doc)' });
  }
  const flags = main.readUInt16LE(FLAGS_AT);
  if (flags & IS_ENCRYPTED) throw new ReadingRefused({ code: 'encrypted' });
  const table = file.stream(flags & USES_TABLE_ONE ? '1Table' : '0Table');
  if (!table) throw new ReadingRefused({ code: 'broken-file' });
  const rangeOf = (name: keyof typeof partNumbers): [number, number] => {
    const at = PARTS_AT + partNumbers[name] * 8;
    if (at + 8 > main.length) return [0, 0];
    const from = main.readUInt32LE(at);
    return [from, Math.min(from + main.readUInt32LE(at + 4), table.length)];
  };
  return {
    main,
    data: file.stream('Data') ?? Buffer.alloc(0),
    part: (name) => table.subarray(...rangeOf(name)),
    after: (name) => table.subarray(rangeOf(name)[1]),
    storyRange: (story) => storyRange(main, story),
  };
}

function storyRange(main: Buffer, story: Story): readonly [number, number] {
  let from = 0;
  for (const [name, at] of Object.entries(storyLengthsAt)) {
    const length = main.readUInt32LE(at);
    if (name === story) return [from, from + length];
    from += length;
  }
  return [from, from];
}

/** A list of positions, each stretch between two of them with an entry of so many bytes. @source [MS-DOC] §2.2.2 */
export function readStretches(part: Buffer, entryBytes: number): { from: number; to: number; entry: Buffer }[] {
  const count = Math.max(0, Math.floor((part.length - 4) / (4 + entryBytes)));
  const entriesAt = (count + 1) * 4;
  return Array.from({ length: count }, (_unused, index) => ({
    from: part.readUInt32LE(index * 4),
    to: part.readUInt32LE(index * 4 + 4),
    entry: part.subarray(entriesAt + index * entryBytes, entriesAt + (index + 1) * entryBytes),
  }));
}
