import { unzipSync, zipSync } from 'fflate';

/** Numbers from 0 up to 1, the same for the same seed: a failure can be had again. */
export type Random = () => number;

export function makeRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

type Mutation = (bytes: Uint8Array, random: Random) => Uint8Array;

const below = (random: Random, limit: number): number => Math.floor(random() * Math.max(1, limit));

function join(...parts: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts));
}

function flipBytes(bytes: Uint8Array, random: Random): Uint8Array {
  const changed = Uint8Array.from(bytes);
  for (let count = 1 + below(random, 8); count > 0; count -= 1)
    changed[below(random, bytes.length)] = below(random, 256);
  return changed;
}

function cut(bytes: Uint8Array, random: Random): Uint8Array {
  const at = below(random, bytes.length);
  return random() < 0.5 ? bytes.subarray(0, at) : join(bytes.subarray(0, at), bytes.subarray(at + below(random, 400)));
}

function repeat(bytes: Uint8Array, random: Random): Uint8Array {
  const from = below(random, bytes.length);
  const part = bytes.subarray(from, from + 1 + below(random, 600));
  const times = 1 + below(random, random() < 0.1 ? 300 : 4);
  return join(bytes.subarray(0, from), ...Array.from({ length: times }, () => part), bytes.subarray(from));
}

/** Turns a number in the text into another: spans, lengths, offsets. */
function changeNumber(bytes: Uint8Array, random: Random): Uint8Array {
  const text = Buffer.from(bytes).toString('latin1');
  const numbers = [...text.matchAll(/\d+/g)];
  const chosen = numbers[below(random, numbers.length)];
  if (!chosen) return flipBytes(bytes, random);
  const values = ['0', '-1', '1', '65536', '99999999', '4294967296', '1e9', String(below(random, 5000))];
  const value = values[below(random, values.length)] ?? '0';
  return Buffer.from(text.slice(0, chosen.index) + value + text.slice(chosen.index + chosen[0].length), 'latin1');
}

const MUTATIONS: readonly Mutation[] = [flipBytes, cut, repeat, changeNumber];

/** One to three damages to a file: bytes flipped, cut, repeated, numbers changed. */
export function mutateBytes(bytes: Uint8Array, random: Random): Uint8Array {
  let damaged = bytes;
  for (let count = 1 + below(random, 3); count > 0; count -= 1) {
    damaged = (MUTATIONS[below(random, MUTATIONS.length)] ?? flipBytes)(damaged, random);
  }
  return damaged;
}

/** Damages one part inside a zip and packs it again: damage to packed bytes seldom gets past the checksum. */
export function mutateArchive(bytes: Uint8Array, random: Random): Uint8Array {
  if (random() < 0.3) return mutateBytes(bytes, random);
  const parts = unzipSync(bytes);
  const names = Object.keys(parts);
  const name = names[below(random, names.length)] ?? '';
  return zipSync({ ...parts, [name]: mutateBytes(parts[name] ?? new Uint8Array(), random) });
}
