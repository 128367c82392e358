import { PassThrough, type Readable } from 'node:stream';

const ENOUGH = 16;

/** The first bytes of a stream, to tell what it is, and the whole stream to go on with. */
export async function readStart(stream: Readable): Promise<{ bytes: Uint8Array; rest: PassThrough & Cut }> {
  const rest: PassThrough & Cut = new PassThrough();
  Object.defineProperty(rest, 'truncated', { get: () => 'truncated' in stream && stream.truncated === true });
  const parts: Buffer[] = [];
  let length = 0;
  const bytes = await new Promise<Uint8Array>((resolve, reject) => {
    const tell = (): void => resolve(Uint8Array.from(Buffer.concat(parts)));
    stream.on('data', (part: Buffer) => {
      if (length < ENOUGH) parts.push(part.subarray(0, ENOUGH));
      length += part.length;
      if (length >= ENOUGH) tell();
    });
    stream.once('end', tell);
    stream.once('error', (error) => {
      rest.destroy(error);
      reject(error);
    });
    stream.pipe(rest);
  });
  return { bytes, rest };
}

/** The form reader says in this field that it cut the stream at its own limit. */
type Cut = { readonly truncated?: boolean };
