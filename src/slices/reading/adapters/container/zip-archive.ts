import { crc32, inflateRawSync } from 'node:zlib';
import { ReadingRefused } from '../reading-refused.ts';

/** Bounds within which honest office files stay and zip bombs do not. */
const MAX_ENTRIES = 20_000;
const MAX_TOTAL_BYTES = 1_000_000_000;
const MAX_PART_BYTES = 300_000_000;
/** Deflate cannot shrink below 1:1032; office XML seldom passes 1:50. */
const MAX_RATIO = 200;
/** Small archives may shrink well: the ratio counts only beyond this size. */
const RATIO_COUNTS_ABOVE_BYTES = 20_000_000;

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_ENTRY = 0x04034b50;
const STORED = 0;
const DEFLATED = 8;

type Entry = {
  readonly name: string;
  readonly method: number;
  readonly isEncrypted: boolean;
  readonly checksum: number;
  readonly packedBytes: number;
  readonly unpackedBytes: number;
  readonly offset: number;
};

/** Parts of an office file, unpacked on demand and never beyond what the directory promised. */
export type ZipArchive = {
  readonly names: readonly string[];
  /** @returns the part's bytes, or null where the archive has no such part */
  readonly read: (name: string) => Uint8Array | null;
};

/**
 * Opens a zip by its central directory, refusing before anything is unpacked what promises too much, and while
 * unpacking what does not keep to its promise. Writes nothing, so names that climb out of a folder do no harm.
 *
 * @throws {ReadingRefused} broken-file, zip-bomb, encrypted
 */
export function openZip(bytes: Uint8Array): ZipArchive {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = readDirectory(view);
  refuseBomb(entries, bytes.byteLength);
  const byName = new Map(entries.map((entry) => [entry.name, entry]));
  return {
    names: [...byName.keys()],
    read: (name) => {
      const entry = byName.get(name);
      return entry ? unpack(view, entry) : null;
    },
  };
}

function readDirectory(view: Buffer): Entry[] {
  const end = findEndOfDirectory(view);
  const count = view.readUInt16LE(end + 10);
  if (count > MAX_ENTRIES) throw new ReadingRefused({ code: 'zip-bomb' });
  const entries: Entry[] = [];
  let at = view.readUInt32LE(end + 16);
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > view.length || view.readUInt32LE(at) !== DIRECTORY_ENTRY) break;
    const nameBytes = view.readUInt16LE(at + 28);
    entries.push({
      name: view.toString('utf8', at + 46, at + 46 + nameBytes).replaceAll('\\', '/'),
      method: view.readUInt16LE(at + 10),
      isEncrypted: (view.readUInt16LE(at + 8) & 1) === 1,
      checksum: view.readUInt32LE(at + 16),
      packedBytes: view.readUInt32LE(at + 20),
      unpackedBytes: view.readUInt32LE(at + 24),
      offset: view.readUInt32LE(at + 42),
    });
    at += 46 + nameBytes + view.readUInt16LE(at + 30) + view.readUInt16LE(at + 32);
  }
  if (entries.length === 0) throw new ReadingRefused({ code: 'broken-file' });
  return entries;
}

/** The record stands at the end, before a comment of at most 65,535 bytes. */
function findEndOfDirectory(view: Buffer): number {
  const last = view.length - 22;
  for (let at = last; at >= Math.max(0, last - 65_535); at -= 1) {
    if (view.readUInt32LE(at) === END_OF_DIRECTORY) return at;
  }
  throw new ReadingRefused({ code: 'broken-file' });
}

function refuseBomb(entries: readonly Entry[], archiveBytes: number): void {
  const total = entries.reduce((sum, entry) => sum + entry.unpackedBytes, 0);
  const largest = Math.max(...entries.map((entry) => entry.unpackedBytes));
  const isSwollen = total > RATIO_COUNTS_ABOVE_BYTES && total > archiveBytes * MAX_RATIO;
  if (total > MAX_TOTAL_BYTES || largest > MAX_PART_BYTES || isSwollen || doOverlap(entries)) {
    throw new ReadingRefused({ code: 'zip-bomb' });
  }
}

/** Overlapping parts unpack the same bytes many times over: the trick of bombs that nest nothing. */
function doOverlap(entries: readonly Entry[]): boolean {
  const sorted = [...entries].sort((a, b) => a.offset - b.offset);
  return sorted.some((entry, index) => {
    const next = sorted[index + 1];
    return next !== undefined && entry.packedBytes > 0 && entry.offset + entry.packedBytes > next.offset;
  });
}

function unpack(view: Buffer, entry: Entry): Uint8Array {
  if (entry.isEncrypted) throw new ReadingRefused({ code: 'encrypted' });
  const packed = packedPart(view, entry);
  if (entry.method === STORED) return packed;
  if (entry.method !== DEFLATED) throw new ReadingRefused({ code: 'broken-file' });
  const unpacked = inflate(packed, entry.unpackedBytes);
  if (crc32(unpacked) !== entry.checksum) throw new ReadingRefused({ code: 'broken-file' });
  return unpacked;
}

function packedPart(view: Buffer, entry: Entry): Buffer {
  if (entry.offset + 30 > view.length || view.readUInt32LE(entry.offset) !== LOCAL_ENTRY) {
    throw new ReadingRefused({ code: 'broken-file' });
  }
  const start = entry.offset + 30 + view.readUInt16LE(entry.offset + 26) + view.readUInt16LE(entry.offset + 28);
  if (start + entry.packedBytes > view.length) throw new ReadingRefused({ code: 'broken-file' });
  return view.subarray(start, start + entry.packedBytes);
}

/** Stops at the promised size: a part that holds more than the directory says is a bomb. */
function inflate(packed: Buffer, promisedBytes: number): Uint8Array {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(promisedBytes, 1) });
  } catch (error) {
    const isTooLong = error instanceof RangeError && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
    throw new ReadingRefused({ code: isTooLong ? 'zip-bomb' : 'broken-file' });
  }
}
