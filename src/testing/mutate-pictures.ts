import { crc32 } from 'node:zlib';
import { mutateBytes, type Random } from './mutate-bytes.ts';

const PNG_HEAD = 8;
const JPEG_PICTURE = 0xda;
/** Sizes that a picture may claim to have. */
const SIDES = [0, 1, 3, 50_000, 65_500, 0x7fffffff] as const;

const below = (random: Random, limit: number): number => Math.floor(random() * Math.max(1, limit));

type Part = { readonly at: number; readonly bytes: number };

/** Damages a part of a PNG and makes its checksum right again: other damage seldom gets past it. */
export function mutatePng(png: Uint8Array, random: Random): Uint8Array {
  if (random() < 0.3) return mutateBytes(png, random);
  const damaged = Buffer.from(png);
  const chunks = pngChunks(damaged);
  const chunk = random() < 0.4 ? chunks[0] : chunks[below(random, chunks.length)];
  if (!chunk) return mutateBytes(png, random);
  if (chunk === chunks[0]) damageSize(damaged, chunk.at + 8, random, 4);
  for (let count = below(random, 6); count > 0; count -= 1) {
    damaged[chunk.at + 8 + below(random, chunk.bytes)] = below(random, 256);
  }
  damaged.writeUInt32BE(crc32(damaged.subarray(chunk.at + 4, chunk.at + 8 + chunk.bytes)), chunk.at + 8 + chunk.bytes);
  if (random() < 0.1) damaged.writeUInt32BE(below(random, 0x7fffffff), chunk.at);
  return random() < 0.1 ? damaged.subarray(0, below(random, damaged.length)) : damaged;
}

function pngChunks(png: Buffer): Part[] {
  const chunks: Part[] = [];
  for (let at = PNG_HEAD; at + 12 <= png.length; ) {
    const bytes = png.readUInt32BE(at);
    if (at + 12 + bytes > png.length) break;
    chunks.push({ at, bytes });
    at += 12 + bytes;
  }
  return chunks;
}

/** Damages a segment of a JPEG: its tables, its size, its length; or the picture's own bytes. */
export function mutateJpeg(jpeg: Uint8Array, random: Random): Uint8Array {
  if (random() < 0.3) return mutateBytes(jpeg, random);
  const damaged = Buffer.from(jpeg);
  const segments = jpegSegments(damaged);
  const segment = segments[below(random, segments.length)];
  if (!segment) return mutateBytes(jpeg, random);
  const kind = damaged[segment.at + 1] ?? 0;
  if (kind >= 0xc0 && kind <= 0xc2 && random() < 0.7) damageSize(damaged, segment.at + 5, random, 2);
  for (let count = below(random, 6); count > 0; count -= 1) {
    damaged[segment.at + 2 + below(random, segment.bytes)] = below(random, 256);
  }
  return random() < 0.1 ? damaged.subarray(0, below(random, damaged.length)) : damaged;
}

function jpegSegments(jpeg: Buffer): Part[] {
  const segments: Part[] = [];
  for (let at = 2; at + 4 <= jpeg.length && jpeg[at] === 0xff; ) {
    const bytes = jpeg.readUInt16BE(at + 2);
    segments.push({ at, bytes: Math.min(bytes, jpeg.length - at - 2) });
    if (jpeg[at + 1] === JPEG_PICTURE) break;
    at += 2 + bytes;
  }
  return segments;
}

/** Two numbers side by side, width and height, become others now and then. */
function damageSize(picture: Buffer, at: number, random: Random, bytes: 2 | 4): void {
  for (const side of [0, 1]) {
    if (random() < 0.5) continue;
    const value = SIDES[below(random, SIDES.length)] ?? 0;
    if (bytes === 4) picture.writeUInt32BE(value, at + side * 4);
    else picture.writeUInt16BE(value & 0xffff, at + side * 2);
  }
}
