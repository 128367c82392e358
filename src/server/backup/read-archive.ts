import { createHash, type Hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { type Manifest, manifestShape, partOf } from './manifest.ts';
import { ArchiveFault, readTar, type TarEntry } from './tar.ts';

/** A table's part or the manifest is read whole; nothing that a backup wrote is longer. */
const LONGEST_PART = 512_000_000;

async function* unpack(path: string): AsyncGenerator<Buffer> {
  const packed = createReadStream(path);
  const bytes = createGunzip({ chunkSize: 256 * 1024 });
  packed.on('error', (error) => bytes.destroy(error));
  packed.pipe(bytes);
  try {
    yield* bytes as AsyncIterable<Buffer>;
  } catch (error) {
    if (/^Z_/.test((error as NodeJS.ErrnoException).code ?? '')) throw new ArchiveFault('the archive is damaged');
    throw error;
  } finally {
    packed.destroy();
  }
}

/** The entries of an archive on the disk. @throws {ArchiveFault} where it is no archive, or damaged */
export function readArchive(path: string): AsyncGenerator<TarEntry> {
  return readTar(unpack(path));
}

export async function textOf(entry: TarEntry): Promise<string> {
  if (entry.size > LONGEST_PART) throw new ArchiveFault(`${entry.name} is too long`);
  return Buffer.concat(await Array.fromAsync(entry.content)).toString('utf8');
}

function readManifest(text: string): Manifest {
  try {
    return manifestShape.parse(JSON.parse(text));
  } catch {
    throw new ArchiveFault('the list of contents (manifest.json) cannot be read');
  }
}

type Found = { tables: Map<string, { rows: number; hash: Hash }>; files: Map<string, number> };

async function weighTable(entry: TarEntry, table: string, { tables }: Found): Promise<void> {
  const told = tables.get(table) ?? { rows: 0, hash: createHash('sha256') };
  tables.set(table, told);
  for await (const chunk of entry.content) {
    told.hash.update(chunk);
    for (const byte of chunk) if (byte === 10) told.rows += 1;
  }
}

async function weighFile(entry: TarEntry, sha256: string, { files }: Found): Promise<void> {
  const hash = createHash('sha256');
  for await (const chunk of entry.content) hash.update(chunk);
  if (hash.digest('hex') !== sha256) throw new ArchiveFault(`the file ${sha256} was changed`);
  files.set(sha256, entry.size);
}

function compare(manifest: Manifest, found: Found): void {
  const empty = createHash('sha256').digest('hex');
  for (const { name, rows, sha256 } of manifest.tables) {
    const there = found.tables.get(name);
    found.tables.delete(name);
    if ((there?.rows ?? 0) !== rows || (there?.hash.digest('hex') ?? empty) !== sha256)
      throw new ArchiveFault(`the table ${name} was changed`);
  }
  for (const { sha256, byteCount } of manifest.files) {
    if (found.files.get(sha256) !== byteCount) throw new ArchiveFault(`the file ${sha256} is missing`);
    found.files.delete(sha256);
  }
  const [stranger] = [...found.tables.keys(), ...found.files.keys()];
  if (stranger) throw new ArchiveFault(`${stranger} is not in the list of contents`);
}

/**
 * Reads a whole archive and compares every table and file with the hashes of its manifest; changes nothing.
 *
 * @throws {ArchiveFault} that says what is wrong
 */
export async function checkArchive(path: string): Promise<Manifest> {
  const found: Found = { tables: new Map(), files: new Map() };
  let manifest: Manifest | null = null;
  for await (const entry of readArchive(path)) {
    const part = partOf(entry.name);
    if (part === null || manifest !== null) throw new ArchiveFault(`${entry.name} does not belong into a backup`);
    if (part.kind === 'manifest') manifest = readManifest(await textOf(entry));
    else if (part.kind === 'table') await weighTable(entry, part.key, found);
    else await weighFile(entry, part.key, found);
  }
  if (manifest === null) throw new ArchiveFault('the list of contents (manifest.json) is missing');
  compare(manifest, found);
  return manifest;
}
