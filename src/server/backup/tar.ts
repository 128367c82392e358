/** The part of the tar format (POSIX ustar) that a backup needs: plain files, so that `tar -tzf` shows what is in it. */
const BLOCK = 512;

export class ArchiveFault extends Error {}

function octal(value: number, width: number): string {
  return `${value.toString(8).padStart(width - 1, '0')}\0`;
}

/** @param size at most 8 GB, as ustar can say */
export function tarHeader(name: string, size: number): Buffer {
  if (Buffer.byteLength(name) > 100 || size >= 8 ** 11)
    throw new RangeError(`no tar entry for ${name} of ${size} bytes`);
  const header = Buffer.alloc(BLOCK);
  header.write(name, 0);
  header.write(octal(0o600, 8), 100);
  header.write(octal(0, 8), 108);
  header.write(octal(0, 8), 116);
  header.write(octal(size, 12), 124);
  header.write(octal(0, 12), 136);
  header.write(' '.repeat(8), 148);
  header.write('0', 156);
  header.write('ustar\x0000', 257);
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return header;
}

/** What fills the last block of an entry. */
export function tarPadding(size: number): Buffer {
  return Buffer.alloc((BLOCK - (size % BLOCK)) % BLOCK);
}

export const tarEnd = Buffer.alloc(2 * BLOCK);

/** Hands out exactly as many bytes as asked for from chunks of any size. */
class ByteSource {
  private readonly chunks: AsyncIterator<Buffer>;
  private rest: Buffer = Buffer.alloc(0);

  constructor(stream: AsyncIterable<Buffer>) {
    this.chunks = stream[Symbol.asyncIterator]();
  }

  /** At most `limit` bytes of what comes next, in one piece as it arrived. */
  async next(limit: number): Promise<Buffer> {
    while (this.rest.length === 0) {
      const { value, done } = await this.chunks.next();
      if (done) throw new ArchiveFault('the archive ends too early');
      this.rest = value;
    }
    const piece = this.rest.subarray(0, limit);
    this.rest = this.rest.subarray(piece.length);
    return piece;
  }

  async exactly(size: number): Promise<Buffer> {
    const pieces: Buffer[] = [];
    for (let missing = size; missing > 0; ) {
      const piece = await this.next(missing);
      pieces.push(piece);
      missing -= piece.length;
    }
    return Buffer.concat(pieces);
  }
}

/** One file of an archive; its content must be read (or skipped) before the next entry is asked for. */
export type TarEntry = { readonly name: string; readonly size: number; readonly content: AsyncIterable<Buffer> };

function textAt(header: Buffer, from: number, length: number): string {
  const [text = ''] = header.toString('utf8', from, from + length).split('\0');
  return text.trim();
}

function readHeader(header: Buffer): { name: string; size: number } {
  const told = Number.parseInt(textAt(header, 148, 8), 8);
  const blank = Buffer.concat([header.subarray(0, 148), Buffer.from(' '.repeat(8)), header.subarray(156)]);
  if (blank.reduce((total, byte) => total + byte, 0) !== told) throw new ArchiveFault('this is not a backup archive');
  return { name: textAt(header, 0, 100), size: Number.parseInt(textAt(header, 124, 12), 8) };
}

/** @throws {ArchiveFault} where the bytes are no tar archive or end too early */
export async function* readTar(stream: AsyncIterable<Buffer>): AsyncGenerator<TarEntry> {
  const source = new ByteSource(stream);
  for (;;) {
    const header = await source.exactly(BLOCK);
    if (header.every((byte) => byte === 0)) return;
    const { name, size } = readHeader(header);
    let missing = size;
    const content = (async function* () {
      while (missing > 0) {
        const piece = await source.next(missing);
        missing -= piece.length;
        yield piece;
      }
    })();
    yield { name, size, content };
    for await (const _ of content);
    await source.exactly(tarPadding(size).length);
  }
}
