import { ReadingRefused } from '../reading-refused.ts';

const HEADER_BYTES = 512;
const ENTRY_BYTES = 128;
const SECTORS_IN_HEADER = 109;
/** Sector numbers above this one are signs: free, end of chain, part of the table itself. */
const LARGEST_SECTOR = 0xfffffffa;
const NO_ENTRY = 0xffffffff;
const STREAM = 2;

type Entry = {
  readonly name: string;
  readonly type: number;
  readonly left: number;
  readonly right: number;
  readonly child: number;
  readonly sector: number;
  readonly bytes: number;
};

/** The streams of an old Office file, those of documents embedded in it left out. */
export type CompoundFile = {
  /** @returns the stream's bytes, or null where the file has no such stream */
  readonly stream: (name: string) => Buffer | null;
};

/**
 * Opens the container of old Office files. Chains are followed no longer than the file has sectors.
 *
 * @throws {ReadingRefused} broken-file
 * @source [MS-CFB] §2.2 header, §2.3 sector tables, §2.6 directory
 */
export function openCompoundFile(bytes: Uint8Array): CompoundFile {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (file.length < HEADER_BYTES) throw new ReadingRefused({ code: 'broken-file' });
  const sectorBytes = 2 ** Math.min(file.readUInt16LE(30), 12);
  const smallBytes = 2 ** Math.min(file.readUInt16LE(32), 12);
  const smallBelow = file.readUInt32LE(56);
  const sector = (number: number): Buffer => file.subarray((number + 1) * sectorBytes, (number + 2) * sectorBytes);
  const table = numbersOf(Buffer.concat(tableSectors(file, sectorBytes).map(sector)));
  const readChain = (from: number): Buffer => Buffer.concat(followChain(table, from).map(sector));

  const entries = readEntries(readChain(file.readUInt32LE(48)));
  const root = entries[0];
  if (!root) throw new ReadingRefused({ code: 'broken-file' });
  const smallTable = numbersOf(readChain(file.readUInt32LE(60)));
  const smallSectors = readChain(root.sector);
  const small = (number: number): Buffer => smallSectors.subarray(number * smallBytes, (number + 1) * smallBytes);
  const streams = new Map(childrenOf(entries, root).map((entry) => [entry.name, entry]));
  return {
    stream: (name) => {
      const entry = streams.get(name);
      if (entry?.type !== STREAM) return null;
      const whole =
        entry.bytes < smallBelow
          ? Buffer.concat(followChain(smallTable, entry.sector).map(small))
          : readChain(entry.sector);
      return whole.subarray(0, entry.bytes);
    },
  };
}

/** Sectors that hold the table of sectors: the first ones named in the header, the others in a chain of their own. */
function tableSectors(file: Buffer, sectorBytes: number): number[] {
  const sectors: number[] = [];
  for (let index = 0; index < SECTORS_IN_HEADER; index += 1) sectors.push(file.readUInt32LE(76 + index * 4));
  const perSector = sectorBytes / 4 - 1;
  let next = file.readUInt32LE(68);
  for (let guard = 0; next < LARGEST_SECTOR && guard < file.length / sectorBytes; guard += 1) {
    const names = numbersOf(file.subarray((next + 1) * sectorBytes, (next + 2) * sectorBytes));
    sectors.push(...names.slice(0, perSector));
    next = names[perSector] ?? NO_ENTRY;
  }
  const most = file.length / sectorBytes;
  return sectors.filter((number) => number < most).slice(0, most);
}

function numbersOf(sectors: Buffer): Uint32Array {
  return Uint32Array.from({ length: Math.floor(sectors.length / 4) }, (_unused, index) =>
    sectors.readUInt32LE(index * 4),
  );
}

function followChain(table: Uint32Array, from: number): number[] {
  const chain: number[] = [];
  for (let next = from; next < table.length && chain.length < table.length; next = table[next] ?? NO_ENTRY) {
    chain.push(next);
  }
  return chain;
}

function readEntries(directory: Buffer): Entry[] {
  return Array.from({ length: Math.floor(directory.length / ENTRY_BYTES) }, (_unused, index) => {
    const entry = directory.subarray(index * ENTRY_BYTES, (index + 1) * ENTRY_BYTES);
    const nameBytes = Math.min(Math.max(entry.readUInt16LE(64) - 2, 0), 64);
    return {
      name: entry.toString('utf16le', 0, nameBytes),
      type: entry.readUInt8(66),
      left: entry.readUInt32LE(68),
      right: entry.readUInt32LE(72),
      child: entry.readUInt32LE(76),
      sector: entry.readUInt32LE(116),
      bytes: entry.readUInt32LE(120),
    };
  });
}

/** The entries directly below a storage, which the file keeps as a tree by name. */
function childrenOf(entries: readonly Entry[], storage: Entry): Entry[] {
  const children: Entry[] = [];
  const seen = new Set<number>();
  const waiting = [storage.child];
  for (let index = waiting.pop(); index !== undefined; index = waiting.pop()) {
    const entry = entries[index];
    if (!entry || seen.has(index)) continue;
    seen.add(index);
    children.push(entry);
    waiting.push(entry.left, entry.right);
  }
  return children;
}
