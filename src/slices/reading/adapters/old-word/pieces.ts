import { ReadingRefused } from '../reading-refused.ts';
import type { FileParts } from './file-parts.ts';
import { readStretches } from './file-parts.ts';
import type { PropertyRun } from './properties.ts';

const OTHER_DATA = 1;
const PIECE_TABLE = 2;
const PIECE_BYTES = 8;
const IS_ONE_BYTE = 0x40000000;

type Piece = { readonly from: number; readonly to: number; readonly at: number; readonly bytes: 1 | 2 };

/** The letters of all stories in reading order, and what a stretch of the stream is in letters. */
export type PieceText = {
  readonly text: string;
  /** The same runs counted in letters, in reading order, each letter in one run at most. */
  readonly inLetters: (runs: readonly PropertyRun[]) => PropertyRun[];
};

/**
 * A file that was saved in a hurry keeps its text in pieces, in any order.
 *
 * @throws {ReadingRefused} broken-file
 * @source [MS-DOC] §2.4.1 retrieving text, §2.9.38 Clx
 */
export function readPieces(parts: FileParts): PieceText {
  const pieces = readStretches(findPieceTable(parts.part('pieces')), PIECE_BYTES).map(({ from, to, entry }): Piece => {
    const place = entry.readUInt32LE(2);
    return place & IS_ONE_BYTE
      ? { from, to, at: (place & ~IS_ONE_BYTE) >>> 1, bytes: 1 }
      : { from, to, at: place >>> 0, bytes: 2 };
  });
  const letters = pieces.reduce((sum, { from, to }) => sum + Math.max(0, to - from), 0);
  if (letters > parts.main.length || pieces.some(({ from, to }) => to < from)) {
    throw new ReadingRefused({ code: 'broken-file' });
  }
  const text = pieces.map((piece) => decode(parts.main, piece)).join('');
  return { text, inLetters: (runs) => inLetters(pieces, runs) };
}

function findPieceTable(part: Buffer): Buffer {
  let at = 0;
  while (part[at] === OTHER_DATA) at += 3 + part.readUInt16LE(at + 1);
  if (part[at] !== PIECE_TABLE) throw new ReadingRefused({ code: 'broken-file' });
  return part.subarray(at + 5, at + 5 + part.readUInt32LE(at + 1));
}

const WESTERN = new TextDecoder('windows-1252');

/** Padded where the stream ends too soon: letters must keep their numbers. */
function decode(main: Buffer, { from, to, at, bytes }: Piece): string {
  const stretch = main.subarray(at, at + (to - from) * bytes);
  return (bytes === 1 ? WESTERN.decode(stretch) : stretch.toString('utf16le')).padEnd(to - from, '\0');
}

function inLetters(pieces: readonly Piece[], runs: readonly PropertyRun[]): PropertyRun[] {
  const sorted = [...runs].sort((a, b) => a.from - b.from);
  return pieces.flatMap((piece) => {
    const end = piece.at + (piece.to - piece.from) * piece.bytes;
    const found: PropertyRun[] = [];
    for (let index = firstEndingAfter(sorted, piece.at); index < sorted.length; index += 1) {
      const run = sorted[index];
      if (!run || run.from >= end) break;
      const from = piece.from + Math.floor((Math.max(run.from, piece.at) - piece.at) / piece.bytes);
      const to = piece.from + Math.floor((Math.min(run.to, end) - piece.at) / piece.bytes);
      if (from < to && from >= (found.at(-1)?.to ?? 0)) found.push({ from, to, list: run.list });
    }
    return found;
  });
}

function firstEndingAfter(sorted: readonly PropertyRun[], at: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle]?.to ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}
