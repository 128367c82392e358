import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream, type ReadStream } from 'node:fs';
import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** Where the bytes of a file lie: by their hash, in 256 folders. */
export function contentPath(dataFolder: string, sha256: string): string {
  return join(dataFolder, 'files', sha256.slice(0, 2), sha256);
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  await handle.sync().catch(() => undefined);
  await handle.close();
}

/** The form reader ends a stream at its own limit as if the file ended there, and only says so here. */
function wasCut(bytes: NodeJS.ReadableStream): boolean {
  return 'truncated' in bytes && bytes.truncated === true;
}

export type Content = { sha256: string; byteCount: number };

/**
 * Writes bytes under their hash; they are on the disk when this returns. The same bytes twice are kept once.
 *
 * @returns null when there were more than `limit` bytes: nothing is kept then
 */
export async function saveContent(
  dataFolder: string,
  bytes: NodeJS.ReadableStream,
  limit: number,
): Promise<Content | null> {
  const folder = join(dataFolder, 'files');
  await mkdir(folder, { recursive: true });
  const arriving = join(folder, `arriving-${randomUUID()}`);
  const hash = createHash('sha256');
  let byteCount = 0;
  const counter = new Transform({
    transform(chunk: Buffer, _encoding, next) {
      byteCount += chunk.length;
      if (byteCount > limit) return next(new RangeError('too many bytes'));
      hash.update(chunk);
      next(null, chunk);
    },
  });
  try {
    await pipeline(bytes, counter, createWriteStream(arriving, { flush: true }));
    if (wasCut(bytes)) throw new RangeError('too many bytes');
    const sha256 = hash.digest('hex');
    const target = contentPath(dataFolder, sha256);
    await mkdir(dirname(target), { recursive: true });
    await rename(arriving, target);
    await syncFolder(dirname(target));
    return { sha256, byteCount };
  } catch (error) {
    await rm(arriving, { force: true });
    if (error instanceof RangeError) return null;
    throw error;
  }
}

export function readContent(dataFolder: string, sha256: string): ReadStream {
  return createReadStream(contentPath(dataFolder, sha256));
}

/** The last bytes of a file: where an archive keeps its directory. */
export async function readEnd(dataFolder: string, sha256: string, most = 4_000_000): Promise<Uint8Array> {
  const handle = await open(contentPath(dataFolder, sha256), 'r');
  try {
    const { size } = await handle.stat();
    const length = Math.min(size, most);
    const { buffer } = await handle.read(Buffer.alloc(length), 0, length, size - length);
    return buffer;
  } finally {
    await handle.close();
  }
}

export async function hasContent(dataFolder: string, sha256: string): Promise<boolean> {
  return stat(contentPath(dataFolder, sha256)).then(
    (found) => found.isFile(),
    () => false,
  );
}
