import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Field } from '../../index.ts';
import { mergeEdits } from './edits.ts';
import { findTypedFaults, missingForStep, parseTypedMoment, typedOf, valuesOfTyped } from './typed-values.ts';
import { type ValueWords, valueText } from './value-text.ts';

const label = { vi: 'Ô', en: 'Field' };
const fields = {
  subject: { kind: 'text', label, required: true, maxLength: 10 },
  note: { kind: 'long-text', label },
  pages: { kind: 'number', label, decimals: 1, min: 0, max: 100 },
  free: { kind: 'number', label },
  money: { kind: 'money', label },
  share: { kind: 'percent', label },
  day: { kind: 'day', label },
  at: { kind: 'instant', label },
  signed: { kind: 'yes-no', label },
  grade: {
    kind: 'choice',
    label,
    options: { a: { vi: 'Loại A', en: 'A' }, old: { vi: 'Cũ', en: 'Old' } },
    retired: ['old'],
  },
  kinds: { kind: 'choice', label, options: { a: label, b: label }, isMultiple: true },
  unit: { kind: 'unit', label },
  document: { kind: 'document', label },
  files: { kind: 'files', label },
  link: { kind: 'link', label, register: 'letters', isMultiple: true },
  twice: { kind: 'computed', label, formula: 'pages * 2', as: 'money' },
} as const satisfies Record<string, Field>;

const empty = valuesOfTyped(fields, {});
const words: ValueWords = { language: 'vi', yes: 'Có', no: 'Không', nameOf: (kind, id) => `${kind} ${id}` };

describe('what is typed becomes a value', () => {
  test('nothing typed is nothing, for every kind; what is computed is no value', () => {
    expect(Object.values(empty).every((value) => value === null)).toBe(true);
    expect('twice' in empty).toBe(false);
  });

  test.each([
    { input: 'pages', typed: '34,5', value: '34.5' },
    { input: 'free', typed: '1.234,5', value: '1234.5' },
    { input: 'money', typed: '12.000.000 đồng', value: '12000000' },
    { input: 'share', typed: '67,31 %', value: '67.31' },
    { input: 'signed', typed: 'no', value: false },
    { input: 'kinds', typed: 'a,b', value: ['a', 'b'] },
    { input: 'grade', typed: 'old', value: 'old' },
    { input: 'at', typed: '12/12/2024 08:30', value: '2024-12-12T01:30:00.000Z' },
    { input: 'subject', typed: '  thư  ', value: 'thư' },
  ])('$input: “$typed”', ({ input, typed, value }) => {
    expect(valuesOfTyped(fields, { [input]: typed })).toEqual({ ...empty, [input]: value });
    expect(findTypedFaults(fields, { subject: 'x', [input]: typed })).toEqual({});
  });

  test.each([
    { input: 'subject', typed: ' ', fault: 'required' },
    { input: 'subject', typed: 'mười một chữ', fault: 'long' },
    { input: 'pages', typed: '1.5', fault: 'number' },
    { input: 'pages', typed: '1,55', fault: 'digits' },
    { input: 'pages', typed: '-1', fault: 'small' },
    { input: 'pages', typed: '100,5', fault: 'large' },
    { input: 'money', typed: '1,5', fault: 'digits' },
    { input: 'day', typed: '31/02/2031', fault: 'day' },
    { input: 'at', typed: '12/12/2024 25:00', fault: 'moment' },
    { input: 'document.number', typed: '', fault: 'document', also: { 'document.issuer': 'UBND tỉnh' } },
    { input: 'document.date', typed: '31/02', fault: 'day', also: { 'document.number': '1' } },
  ])('$input: “$typed” is refused as “$fault”', ({ input, typed, fault, also }) => {
    expect(findTypedFaults(fields, { subject: 'x', ...also, [input]: typed })).toEqual({ [input]: fault });
  });

  test.each([
    ['1/2/2031 7:05', '2031-02-01T00:05:00.000Z'],
    ['01/02/2031 7h05', '2031-02-01T00:05:00.000Z'],
    ['30/02/2031 07:05', null],
    ['hôm qua', null],
  ])('the moment “%s”', (text, moment) => {
    expect(parseTypedMoment(text)).toBe(moment);
  });
});

const texts = fc.string({ minLength: 1, maxLength: 10 }).filter((text) => text.trim() === text);
const values = fc.record({
  subject: texts,
  note: fc.option(texts),
  pages: fc.option(fc.integer({ min: 0, max: 1000 }).map((tenths) => String(tenths / 10))),
  free: fc.option(fc.integer().map(String)),
  money: fc.option(fc.bigInt({ min: 0n, max: 10n ** 15n }).map(String)),
  share: fc.option(fc.integer({ min: 0, max: 100 }).map(String)),
  day: fc.option(fc.constantFrom('2031-12-31', '2032-02-29')),
  at: fc.option(fc.constantFrom('2031-12-31T01:30:00.000Z', '2031-06-30T17:00:00.000Z')),
  signed: fc.option(fc.boolean()),
  grade: fc.option(fc.constantFrom('a', 'old')),
  kinds: fc.option(fc.subarray(['a', 'b'], { minLength: 1 })),
  unit: fc.option(fc.constant('unit_1')),
  document: fc.option(
    fc.record({
      number: texts,
      date: fc.option(fc.constant('2031-01-02')),
      issuer: fc.option(texts),
      subject: fc.option(texts),
    }),
  ),
  files: fc.option(fc.constant(['file_1', 'file_2'])),
  link: fc.option(fc.constant(['record_1'])),
});

test('a record that is opened and saved untouched stays as it was', () => {
  fc.assert(
    fc.property(values, (record) => {
      const typed = typedOf(fields, record);
      expect(findTypedFaults(fields, typed)).toEqual({});
      expect(valuesOfTyped(fields, typed)).toEqual(record);
    }),
  );
});

describe('values are written as on paper', () => {
  test.each<{ field: Field; value: unknown; text: string }>([
    { field: fields.pages, value: '1234.5', text: '1.234,5' },
    { field: fields.share, value: '67.31', text: '67,31\u00a0%' },
    { field: fields.day, value: '2024-12-12', text: '12/12/2024' },
    { field: fields.at, value: '2024-12-12T01:30:00.000Z', text: '12/12/2024 08:30' },
    { field: fields.signed, value: false, text: 'Không' },
    { field: fields.grade, value: 'old', text: 'Cũ' },
    { field: fields.grade, value: 'gone', text: 'gone' },
    { field: fields.unit, value: 'unit_1', text: 'unit unit_1' },
    { field: fields.twice, value: '3000', text: '3.000' },
    {
      field: fields.document,
      value: { number: '45/QĐ-UBND', date: '2024-12-12', issuer: 'UBND tỉnh', subject: null },
      text: '45/QĐ-UBND ngày 12/12/2024 · UBND tỉnh',
    },
    { field: fields.subject, value: null, text: '' },
  ])('$field.kind: $text', ({ field, value, text }) => {
    expect(valueText(field, value, words)).toBe(text);
  });
});

test('a step asks for the fields that are still empty', () => {
  const values = { subject: 'x', kinds: [], signed: false, pages: null };
  expect(missingForStep(fields, ['subject', 'kinds', 'signed', 'pages', 'gone'], values)).toEqual(['kinds', 'pages']);
});

describe('two people change one record', () => {
  const base = { a: '1', b: '1', c: '1', d: '1' };
  test('what only the other changed is taken over, what only I typed stands, what both changed is asked', () => {
    const { merged, changes } = mergeEdits(
      base,
      { a: '2', b: '1', c: '2', d: '2' },
      { a: '1', b: '3', c: '3', d: '2' },
    );
    expect(merged).toEqual({ a: '2', b: '3', c: '3', d: '2' });
    expect(changes).toEqual([
      { input: 'a', before: '1', theirs: '2', mine: null },
      { input: 'c', before: '1', theirs: '2', mine: '3' },
    ]);
  });

  test('whatever they changed is in the result or shown beside what I typed', () => {
    const typed = fc.record({ a: fc.constantFrom('', '1', '2'), b: fc.constantFrom('', '1', '2') });
    fc.assert(
      fc.property(typed, typed, typed, (from, theirs, mine) => {
        const { merged, changes } = mergeEdits(from, theirs, mine);
        for (const input of ['a', 'b'] as const) {
          const isTheirs = merged[input] === theirs[input];
          const isShown = changes.some((change) => change.input === input && change.theirs === theirs[input]);
          if (theirs[input] !== from[input]) expect(isTheirs || isShown).toBe(true);
          if (mine[input] !== from[input]) expect(merged[input]).toBe(mine[input]);
        }
      }),
    );
  });
});
