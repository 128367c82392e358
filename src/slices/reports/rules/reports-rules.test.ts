import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { civilDate } from '../../../kernel/civil-date.ts';
import type { UnitId } from '../../../kernel/ids.ts';
import type { Unit } from '../../units/index.ts';
import { ATTACHMENT_LIMIT, judgeAttachment } from './attachment.ts';
import { compileFigures, compileMarks, joinTexts, repeatedSections } from './compile.ts';
import { EMPTY_CONTENT } from './content.ts';
import type { NumberField, ReportForm, UnitsRule } from './duty.ts';
import { expectedUnits } from './expected-units.ts';
import { figureFaults } from './figures.ts';
import { mergeContent } from './merge-content.ts';
import { findOddFigures, unansweredOf } from './odd-figures.ts';
import { type Mark, standingOf } from './standing.ts';

const field = (key: string, more: Partial<NumberField> = {}): NumberField => ({
  key,
  label: key,
  unit: '',
  decimals: 2,
  min: '0',
  max: null,
  isRequired: true,
  compile: { how: 'sum' },
  ...more,
});
const form: ReportForm = {
  numbers: [
    field('tong'),
    field('dung'),
    field('tre'),
    field('ty-le', { compile: { how: 'share', numerator: 'dung', denominator: 'tong' } }),
    field('ghi-chu-so', { compile: { how: 'none' }, isRequired: false }),
  ],
  sections: [{ key: 'ket-qua', label: 'Kết quả', hint: '', isRequired: true }],
  sums: [{ total: 'tong', parts: ['dung', 'tre'] }],
  files: 'optional',
};

describe('odd figures', () => {
  const good = { tong: '100', dung: '98', tre: '2' };
  const years = (...values: string[]) => values.map((tong) => ({ tong }));
  test.each([
    { why: 'nothing is asked where nothing changed', now: good, history: [good], odd: [] },
    {
      why: 'three times last period',
      now: { ...good, tong: '300', dung: '298' },
      history: [good],
      odd: ['tong jump 100', 'dung jump 98'],
    },
    { why: 'just below three times', now: { ...good, tong: '299', dung: '297' }, history: [{ tong: '100' }], odd: [] },
    {
      why: 'a third of last period',
      now: { tong: '33', dung: '33', tre: '0' },
      history: [{ tong: '100' }],
      odd: ['tong jump 100'],
    },
    {
      why: 'small counts do not jump: from 1 to 5',
      now: { tong: '5', dung: '3', tre: '2' },
      history: [{ tong: '1' }],
      odd: [],
    },
    {
      why: 'from nothing to five',
      now: { tong: '5', dung: '3', tre: '2' },
      history: [{ tong: '0' }],
      odd: ['tong jump 0'],
    },
    {
      why: 'outside the own history without a jump',
      now: { tong: '150', dung: '148', tre: '2' },
      history: years('101', '99', '100', '102', '100'),
      odd: ['tong out-of-history 100'],
    },
    {
      why: 'three earlier periods say nothing yet',
      now: { tong: '150', dung: '148', tre: '2' },
      history: years('101', '99', '100'),
      odd: [],
    },
    {
      why: 'a lively history takes the same figure',
      now: { tong: '150', dung: '148', tre: '2' },
      history: years('101', '60', '140', '120', '90'),
      odd: [],
    },
    { why: 'parts that do not add up', now: { ...good, dung: '97' }, history: [], odd: ['tong sum-mismatch 99'] },
    { why: 'a part that is not given is not a mismatch', now: { tong: '100', dung: '97' }, history: [], odd: [] },
    {
      why: 'a part above its whole',
      now: { tong: '100', dung: '101', tre: '-1' },
      history: [],
      odd: ['dung part-above-whole 100'],
    },
    {
      why: 'a figure that last period had',
      now: { tong: '100', dung: '98' },
      history: [good],
      odd: ['tre missing-now 2'],
    },
    { why: 'a figure that nobody had is not missed', now: good, history: [{ tong: '100', dung: '98' }], odd: [] },
    {
      why: 'decimals are exact: 0.1 and 0.2 make 0.3',
      now: { tong: '0.3', dung: '0.1', tre: '0.2' },
      history: [],
      odd: [],
    },
  ])('$why', ({ now, history, odd }) => {
    const found = findOddFigures(form, now, history);
    expect(found.map(({ field: name, reason, against }) => `${name} ${reason} ${against}`)).toEqual(odd);
  });

  test('a confirmation holds for its value only, and needs a word', () => {
    const odd = findOddFigures(form, { ...good, dung: '97' }, []);
    const said = { field: 'tong', reason: 'sum-mismatch', value: '100', note: 'một hồ sơ rút' };
    expect(unansweredOf(odd, [said])).toEqual([]);
    expect(unansweredOf(odd, [{ ...said, value: '101' }])).toEqual(odd);
    expect(unansweredOf(odd, [{ ...said, note: '' }])).toEqual(odd);
  });

  test('asked for any figures it answers, and every question names a field of the form', () => {
    const figure = fc.option(fc.integer({ min: -1000, max: 1000 }).map(String), { nil: null });
    const numbers = fc.record({ tong: figure, dung: figure, tre: figure });
    fc.assert(
      fc.property(numbers, fc.array(numbers, { maxLength: 8 }), (now, history) => {
        const odd = findOddFigures(form, now, history);
        for (const { field: name, value } of odd) {
          expect(form.numbers.map(({ key }) => key)).toContain(name);
          expect(value).toBe((now as Record<string, string | null>)[name] ?? '');
        }
        expect(new Set(odd.map(({ field: name, reason }) => `${name} ${reason}`)).size).toBe(odd.length);
      }),
    );
  });
});

test('figures out of range, with too many decimals, missing or unknown are named', () => {
  const faults = figureFaults(form, { tong: '-1', dung: '1.234', 'khong-co': '3' });
  expect(faults.map(({ field: name, fault }) => `${name} ${fault}`)).toEqual([
    'tong below',
    'dung decimals',
    'tre missing',
    'khong-co unknown',
  ]);
});

describe('standing to a cut-off', () => {
  const dueOn = civilDate('2026-06-15');
  const mark = (more: Partial<Mark>): Mark => ({
    unitId: 'unit_a',
    state: 'handed-in',
    firstOn: civilDate('2026-06-15'),
    lastOn: civilDate('2026-06-15'),
    againBy: null,
    handIns: 1,
    returns: 0,
    ...more,
  });
  const day = civilDate;
  test.each([
    { why: 'on the day itself', given: mark({}), today: '2026-07-01', is: 'on-time 0' },
    {
      why: 'the day after',
      given: mark({ firstOn: day('2026-06-16'), lastOn: day('2026-06-16') }),
      today: '2026-07-01',
      is: 'late 1',
    },
    { why: 'nothing yet, on the day', given: undefined, today: '2026-06-15', is: 'open 0' },
    { why: 'nothing yet, two days after', given: undefined, today: '2026-06-17', is: 'overdue 2' },
    { why: 'a draft is nothing', given: mark({ state: 'draft', firstOn: null }), today: '2026-06-16', is: 'overdue 1' },
    {
      why: 'returned, the new day to come',
      given: mark({ state: 'returned', returns: 1, againBy: day('2026-06-20') }),
      today: '2026-06-20',
      is: 'returned 0',
    },
    {
      why: 'returned, the new day past',
      given: mark({ state: 'returned', returns: 1, againBy: day('2026-06-20') }),
      today: '2026-06-22',
      is: 'overdue 2',
    },
    {
      why: 'returned and in again by the new day',
      given: mark({ returns: 1, againBy: day('2026-06-20'), lastOn: day('2026-06-20') }),
      today: '2026-07-01',
      is: 'on-time 0',
    },
    {
      why: 'in again after the new day',
      given: mark({ returns: 1, againBy: day('2026-06-20'), lastOn: day('2026-06-23') }),
      today: '2026-07-01',
      is: 'late 3',
    },
    {
      why: 'late first, then corrected in time: late stays',
      given: mark({ firstOn: day('2026-06-18'), returns: 1, againBy: day('2026-06-20'), lastOn: day('2026-06-20') }),
      today: '2026-07-01',
      is: 'late 3',
    },
  ])('$why: $is', ({ given, today, is }) => {
    const { standing, daysLate } = standingOf(given, { dueOn, today: day(today), isClosed: false });
    expect(`${standing} ${daysLate}`).toBe(is);
  });

  test('a closed period waits for nobody', () => {
    const closed = { dueOn, today: day('2026-06-10'), isClosed: true };
    expect(standingOf(undefined, closed).standing).toBe('missing');
    expect(standingOf(mark({}), closed).standing).toBe('on-time');
  });
});

describe('units that owe a report', () => {
  const unit = (unitId: UnitId, more: Partial<Unit> = {}): Unit => ({
    unitId,
    parentId: null,
    name: unitId,
    shortName: unitId,
    kind: 'division',
    validFrom: civilDate('2020-01-01'),
    validTo: null,
    position: 0,
    version: 1,
    ...more,
  });
  const history = {
    units: [
      unit('unit_sep', { kind: 'leadership' }),
      unit('unit_a'),
      unit('unit_old', { validTo: civilDate('2026-06-30') }),
      unit('unit_new', { kind: 'center', validFrom: civilDate('2026-07-01') }),
    ],
    successions: [{ predecessorId: 'unit_old', successorId: 'unit_new' }] as const,
  };
  const rule = (more: Partial<UnitsRule>): UnitsRule => ({ who: 'all', kinds: [], unitIds: [], except: [], ...more });
  test.each([
    { why: 'all, before the merger', given: rule({}), on: '2026-06-30', units: ['unit_a', 'unit_old'] },
    { why: 'all, after it', given: rule({}), on: '2026-07-01', units: ['unit_a', 'unit_new'] },
    { why: 'by kind', given: rule({ who: 'kinds', kinds: ['center'] }), on: '2026-07-01', units: ['unit_new'] },
    {
      why: 'listed, replaced by the successor',
      given: rule({ who: 'listed', unitIds: ['unit_old'] }),
      on: '2026-07-01',
      units: ['unit_new'],
    },
    { why: 'with an exception', given: rule({ except: ['unit_a'] }), on: '2026-07-01', units: ['unit_new'] },
    {
      why: 'listed leadership',
      given: rule({ who: 'listed', unitIds: ['unit_sep'] }),
      on: '2026-07-01',
      units: ['unit_sep'],
    },
  ])('$why', ({ given, on, units }) => {
    expect(expectedUnits(given, civilDate(on), history)).toEqual(units);
  });
});

describe('two people in one form', () => {
  const now = { ...EMPTY_CONTENT, numbers: { tong: '1', dung: '2' }, texts: { 'ket-qua': 'cũ' } };
  const merge = (changes: Parameters<typeof mergeContent>[1]['changes']) =>
    mergeContent(now, { changes, confirmations: [] });

  test('different fields: both stay', () => {
    const { value, conflicts } = merge([{ kind: 'number', field: 'tre', from: null, to: '3' }]);
    expect(value.numbers).toEqual({ tong: '1', dung: '2', tre: '3' });
    expect(conflicts).toEqual([]);
  });

  test('the same field to another value: theirs stands, mine comes back', () => {
    const { value, conflicts } = merge([{ kind: 'text', field: 'ket-qua', from: '', to: 'của tôi' }]);
    expect(value.texts).toEqual({ 'ket-qua': 'cũ' });
    expect(conflicts).toEqual([{ kind: 'text', field: 'ket-qua', mine: 'của tôi', theirs: 'cũ' }]);
  });

  test('the same field to the same value is no conflict', () => {
    expect(merge([{ kind: 'number', field: 'tong', from: null, to: '1' }]).conflicts).toEqual([]);
  });

  test('nothing is ever lost: what was typed is in the content or comes back as a conflict', () => {
    const value = fc.option(fc.constantFrom('1', '2', '3'), { nil: null });
    const change = fc.record({
      kind: fc.constant('number' as const),
      field: fc.constantFrom('tong', 'dung', 'tre'),
      from: value,
      to: value,
    });
    fc.assert(
      fc.property(fc.uniqueArray(change, { selector: ({ field: name }) => name }), (changes) => {
        const merged = merge(changes);
        for (const { field: name, to } of changes) {
          const kept = (merged.value.numbers[name] ?? null) === to;
          expect(kept || merged.conflicts.some((one) => one.field === name && one.mine === to)).toBe(true);
        }
      }),
    );
  });
});

describe('compiling', () => {
  const report = (unitId: UnitId, numbers: Record<string, string | null>, number = 1) => ({
    unitId,
    number,
    content: { ...EMPTY_CONTENT, numbers },
  });
  const reports = [
    report('unit_a', { tong: '0.1', dung: '0.1', tre: '0' }),
    report('unit_b', { tong: '0.2', dung: '0.1', tre: null, 'ghi-chu-so': '7' }),
  ];

  test('sums are exact, shares come from the sums, what is not compiled has no total', () => {
    const figures = Object.fromEntries(compileFigures(form, reports).map((one) => [one.field, one]));
    expect(figures.tong).toEqual({ field: 'tong', total: '0.3', given: 2, byUnit: { unit_a: '0.1', unit_b: '0.2' } });
    expect(figures.tre).toMatchObject({ total: '0', given: 1 });
    expect(figures['ty-le']?.total).toBe('66.67');
    expect(figures['ghi-chu-so']).toMatchObject({ total: null, given: 1 });
  });

  test('nobody gave a figure: no total, which is not zero', () => {
    expect(compileFigures(form, []).every(({ total }) => total === null)).toBe(true);
  });

  test('the total is what adding in whole hundredths gives', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -1_000_000, max: 1_000_000 }), { minLength: 1, maxLength: 60 }),
        (cents) => {
          const many = cents.map((one, at) => report(`unit_${at}`, { tong: (one / 100).toFixed(2) }));
          const total = compileFigures(form, many).find(({ field: name }) => name === 'tong')?.total;
          const sum = cents.reduce((all, one) => all + one, 0);
          expect(Number(total) * 100).toBeCloseTo(sum, 6);
        },
      ),
    );
  });

  test('texts stand under the names of their units; who wrote nothing is left out', () => {
    const joined = joinTexts([
      { unitName: 'Phòng A', text: ' một ' },
      { unitName: 'Phòng B', text: '  ' },
      { unitName: 'Phòng C', text: 'ba' },
    ]);
    expect(joined).toBe('Phòng A:\nmột\n\nPhòng C:\nba');
  });

  test('what changed since the last compiling: new, handed in again, the same, sent back', () => {
    const taken = { unit_a: { number: 1 }, unit_b: { number: 1 }, unit_d: { number: 2 } };
    const marks = compileMarks(taken, [report('unit_a', {}), report('unit_b', {}, 2), report('unit_c', {})]);
    expect(Object.fromEntries(marks)).toEqual({ unit_a: 'same', unit_b: 'changed', unit_c: 'new', unit_d: 'gone' });
  });

  test('a section that repeats last period word for word is marked', () => {
    const text = (words: string) => ({ ...EMPTY_CONTENT, texts: { 'ket-qua': words } });
    expect(repeatedSections(form, text('như cũ '), text('như cũ'))).toEqual(['ket-qua']);
    expect(repeatedSections(form, text('khác'), text('như cũ'))).toEqual([]);
    expect(repeatedSections(form, text(''), text(''))).toEqual([]);
  });
});

describe('attachments', () => {
  const bytes = (...signs: number[]): Uint8Array => Uint8Array.from([...signs, 1, 2, 3]);
  const text = (words: string): Uint8Array => new TextEncoder().encode(words);
  const [pdf, zip, exe] = [text('%PDF-1.7'), bytes(0x50, 0x4b, 3, 4), bytes(0x4d, 0x5a)];
  test.each([
    { name: 'bao-cao.pdf', head: pdf, is: 'application/pdf' },
    { name: 'Bảng số liệu.XLSX', head: zip, is: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
    { name: 'ghi-chu.txt', head: text('Kết quả'), is: 'text/plain' },
    { name: 'bao-cao.pdf', head: exe, is: 'file-is-program' },
    { name: 'cai-dat.exe', head: text('xin chào'), is: 'file-is-program' },
    { name: 'bao-cao.pdf.exe', head: pdf, is: 'file-is-program' },
    { name: 'chay.exe.pdf', head: pdf, is: 'file-is-program' },
    { name: 'macro.docm', head: zip, is: 'file-is-program' },
    { name: 'lenh.txt', head: text('#!/bin/sh'), is: 'file-is-program' },
    { name: 'linux.pdf', head: bytes(0x7f, 0x45, 0x4c, 0x46), is: 'file-is-program' },
    { name: 'nen.zip', head: zip, is: 'file-kind-unknown' },
    { name: 'anh.png', head: pdf, is: 'file-kind-unknown' },
    { name: 'khong-duoi', head: text('abc'), is: 'file-kind-unknown' },
  ])('$name is $is', ({ name, head, is }) => {
    const judged = judgeAttachment(name, head);
    expect('refusal' in judged ? judged.refusal : judged.mediaType).toBe(is);
  });
  test('the limit is what the refusal says', () => expect(ATTACHMENT_LIMIT).toBe(30_000_000));
});
