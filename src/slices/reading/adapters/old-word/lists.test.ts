import { expect, test } from 'vitest';
import { makeListCounter } from '../draft/list-counter.ts';
import { readLists } from './lists.ts';

const UPPER_ROMAN = 1;
const DECIMAL = 0;

/** One level: where it starts, how it counts, its text with the letters 0–8 where the numbers of levels stand. */
function level(start: number, format: number, text: string): Buffer {
  const head = Buffer.alloc(28);
  head.writeUInt32LE(start, 0);
  head.writeUInt8(format, 4);
  [...text].forEach((letter, index) => {
    if (letter < '\u0009') head.writeUInt8(index + 1, 6 + [...text.slice(0, index)].filter((one) => one < '\t').length);
  });
  const length = Buffer.alloc(2);
  length.writeUInt16LE(text.length, 0);
  return Buffer.concat([head, length, Buffer.from(text, 'utf16le')]);
}

/** The definition of a list: its number, whether it has one level instead of nine. */
function definition(id: number, isSimple: boolean): Buffer {
  const bytes = Buffer.alloc(28);
  bytes.writeInt32LE(id, 0);
  bytes.writeUInt8(isSimple ? 1 : 0, 26);
  return bytes;
}

function list(id: number, overrides: number): Buffer {
  const bytes = Buffer.alloc(16);
  bytes.writeInt32LE(id, 0);
  bytes.writeUInt8(overrides, 12);
  return bytes;
}

function numberOf(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value, 0);
  return bytes;
}

const NO_FIRST_LETTER = numberOf(0xffffffff);
const nine = [level(1, UPPER_ROMAN, '\u0000.'), level(1, DECIMAL, '\u0000.\u0001.')];
while (nine.length < 9) nine.push(level(1, DECIMAL, ''));

function listsOf(overrides: readonly Buffer[], count: number) {
  const definitions = Buffer.concat([Buffer.from([2, 0]), definition(7, false), definition(9, true)]);
  const levels = Buffer.concat([...nine, level(3, DECIMAL, '\u0000)')]);
  const lists = Buffer.concat([
    numberOf(3),
    list(7, 0),
    list(9, 0),
    list(7, count),
    NO_FIRST_LETTER,
    NO_FIRST_LETTER,
    NO_FIRST_LETTER,
    ...overrides,
  ]);
  return makeListCounter(
    readLists({
      part: (name) => (name === 'lists' ? lists : definitions),
      after: () => levels,
    }),
  );
}

test('numbers of several levels, and of a list with one level that starts at three', () => {
  const { nextMarker } = listsOf([], 0);
  expect([nextMarker('1', 0), nextMarker('1', 1), nextMarker('1', 1), nextMarker('1', 0), nextMarker('1', 1)]).toEqual([
    'I.',
    'I.1.',
    'I.2.',
    'II.',
    'II.1.',
  ]);
  expect([nextMarker('2', 0), nextMarker('2', 0), nextMarker('9', 0)]).toEqual(['3)', '4)', null]);
});

test('a list that starts anew sets only its start', () => {
  const { nextMarker } = listsOf([numberOf(5), numberOf(0x10)], 1);
  expect([nextMarker('1', 0), nextMarker('3', 0), nextMarker('3', 0)]).toEqual(['I.', 'V.', 'VI.']);
});

test('a list that counts in a way of its own', () => {
  const { nextMarker } = listsOf([numberOf(0), numberOf(0x30), level(2, DECIMAL, '(\u0000)')], 1);
  expect([nextMarker('3', 0), nextMarker('3', 0)]).toEqual(['(2)', '(3)']);
});
