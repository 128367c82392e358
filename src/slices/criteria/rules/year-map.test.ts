import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Decimal } from '../../../kernel/decimal.ts';
import { aSetText, parsedSet } from '../../../testing/a-criteria-set.ts';
import { cloneSetText } from './clone-set.ts';
import type { CriteriaSet } from './criteria-set.ts';
import { carryScores, checkYearMap, compareYears, suggestYearMap, type YearMap } from './year-map.ts';

type Entry = readonly [code: string, name: string, max: number];

function setOf(...entries: Entry[]): CriteriaSet {
  const leaves = entries.map(([code, , max]) => ({
    code,
    max,
    rule: { shape: 'yes_no', points_yes: max, points_no: 0 },
  }));
  const names = entries.map(([, name]) => name);
  return parsedSet(aSetText({ leaves }).replace(/Tiêu chí (\d+)/g, (_all, index) => names[Number(index) - 1] ?? ''));
}

const decimals = (points: Record<string, number>) =>
  Object.fromEntries(Object.entries(points).map(([code, value]) => [code, new Decimal(value)]));

const older = setOf(
  ['a', 'Kế hoạch', 1],
  ['b', 'Báo cáo', 2],
  ['c', 'Sáng kiến', 2],
  ['d', 'BCCI', 1],
  ['e', 'Số hóa', 1],
);
const newer = setOf(
  ['a', 'Kế hoạch', 1],
  ['x', 'Báo cáo', 3],
  ['c1', 'Sáng kiến 1', 1],
  ['c2', 'Sáng kiến 2', 1],
  ['m', 'Điện tử', 2],
  ['n', 'AI', 1],
);
const map: YearMap = [
  { kind: 'same', from: ['a'], to: ['a'] },
  { kind: 'moved', from: ['b'], to: ['x'] },
  { kind: 'split', from: ['c'], to: ['c1', 'c2'] },
  { kind: 'merged', from: ['d', 'e'], to: ['m'] },
  { kind: 'new', from: [], to: ['n'] },
];

describe('a map from one year to the next', () => {
  test('is whole when every leaf of both sets stands in one link', () => {
    expect(checkYearMap(older, newer, map)).toEqual([]);
  });

  test.each<{ title: string; map: YearMap; code: string }>([
    { title: 'an old leaf is forgotten', map: map.filter(({ kind }) => kind !== 'split'), code: 'unmapped-old' },
    { title: 'a new leaf is forgotten', map: map.filter(({ kind }) => kind !== 'new'), code: 'unmapped-new' },
    { title: 'a leaf goes two ways', map: [...map, { kind: 'dropped', from: ['a'], to: [] }], code: 'mapped-twice' },
    { title: 'a code is unknown', map: [...map, { kind: 'dropped', from: ['z'], to: [] }], code: 'unknown-code' },
    {
      title: 'a split has one end',
      map: [...map.slice(1), { kind: 'split', from: ['a'], to: ['a'] }],
      code: 'wrong-kind',
    },
    {
      title: 'a merger has one origin',
      map: [...map.slice(1), { kind: 'merged', from: ['a'], to: ['a'] }],
      code: 'wrong-kind',
    },
    {
      title: 'what is dropped goes somewhere',
      map: [...map.slice(1), { kind: 'dropped', from: ['a'], to: ['a'] }],
      code: 'wrong-kind',
    },
  ])('is refused where $title', ({ map: wrong, code }) => {
    expect(checkYearMap(older, newer, wrong).map((refusal) => refusal.code)).toContain(code);
  });

  test('is suggested by code and name, and the suggestion is whole', () => {
    const suggested = suggestYearMap(older, newer);
    expect(checkYearMap(older, newer, suggested)).toEqual([]);
    expect(suggested.map(({ kind, from, to }) => `${kind} ${from}>${to}`)).toEqual([
      'same a>a',
      'moved b>x',
      'dropped c>',
      'dropped d>',
      'dropped e>',
      'new >c1',
      'new >c2',
      'new >m',
      'new >n',
    ]);
  });
});

describe('scores carried over', () => {
  const carried = carryScores(older, newer, map, decimals({ a: 1, b: 1.5, c: 1, d: 0.5, e: 1 }));

  test.each([
    { title: 'the same leaf compares point by point', index: 0, points: '1', ratio: '1', comparison: 'comparable' },
    {
      title: 'another maximum compares by percentage',
      index: 1,
      points: '1.5',
      ratio: '0.75',
      comparison: 'by-percent',
    },
    { title: 'a split leaf is known for the group', index: 2, points: '1', ratio: '0.5', comparison: 'group-only' },
    { title: 'merged leaves add up', index: 3, points: '1.5', ratio: '0.75', comparison: 'comparable' },
    {
      title: 'a new leaf has nothing to compare with',
      index: 4,
      points: undefined,
      ratio: undefined,
      comparison: 'not-comparable',
    },
  ])('$title', ({ index, points, ratio, comparison }) => {
    const score = carried[index];
    expect([score?.points?.toFixed(), score?.oldRatio?.toFixed(), score?.comparison]).toEqual([
      points,
      ratio,
      comparison,
    ]);
  });

  test('merged leaves of which one has no points do not pretend to a percentage', () => {
    const partly = carryScores(older, newer, map, decimals({ d: 0.5 }));
    expect([partly[3]?.points?.toFixed(), partly[3]?.oldRatio]).toEqual(['0.5', null]);
  });

  test('stand beside this year, and only what can be compared is', () => {
    const rows = compareYears(carried, decimals({ a: 0.5, x: 2.7, c1: 1, c2: 0.5, m: 1, n: 1 }));
    expect(rows.map(({ pointsGained, ratioGained }) => [pointsGained?.toFixed(), ratioGained?.toFixed()])).toEqual([
      ['-0.5', '-0.5'],
      [undefined, '0.15'],
      ['0.5', '0.25'],
      ['-0.5', '-0.25'],
      [undefined, undefined],
    ]);
  });

  test('none is lost, whatever the map, as long as it is whole', () => {
    const ends = fc.array(fc.constantFrom('same', 'dropped', 'split'), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(ends, fc.array(fc.nat(1000), { minLength: 8, maxLength: 8 }), (kinds, earned) => {
        const before = setOf(...kinds.map((_, index): Entry => [`o${index}`, `Tên ${index}`, 1]));
        const drawn: YearMap = kinds.map((kind, index) => {
          const to = kind === 'same' ? [`n${index}`] : kind === 'split' ? [`n${index}a`, `n${index}b`] : [];
          return { kind: kind as 'same' | 'split' | 'dropped', from: [`o${index}`], to };
        });
        const codes = drawn.flatMap(({ to }) => to);
        const after = setOf(...(codes.length ? codes : ['n']).map((code): Entry => [code, code, 1]));
        const whole: YearMap = codes.length ? drawn : [...drawn, { kind: 'new', from: [], to: ['n'] }];
        expect(checkYearMap(before, after, whole)).toEqual([]);
        const points = decimals(
          Object.fromEntries(kinds.map((_, index) => [`o${index}`, (earned[index] ?? 0) / 1000])),
        );
        const total = carryScores(before, after, whole, points).reduce(
          (sum, score) => sum.plus(score.points ?? 0),
          new Decimal(0),
        );
        const all = Object.values(points).reduce((sum, value) => sum.plus(value), new Decimal(0));
        expect(total.toFixed()).toBe(all.toFixed());
      }),
    );
  });
});

describe('a set cloned to a new year', () => {
  const text = readFileSync(join(import.meta.dirname, '../../../../sample/criteria/department-sample.yaml'), 'utf8');
  const clone = cloneSetText(text, { year: 2027, version: 'sample-2' }) ?? '';

  test('has its own year and version and keeps everything else, comments included', () => {
    const set = parsedSet(clone);
    expect([set.meta?.year, set.meta?.version, set.leaves.length]).toEqual([2027, 'sample-2', 107]);
    expect(clone).toContain('# Bands: a lower bound belongs to its band');
  });

  test('maps to its original leaf by leaf', () => {
    const suggested = suggestYearMap(parsedSet(text), parsedSet(clone));
    expect(suggested.every(({ kind }) => kind === 'same')).toBe(true);
  });

  test.each(['', '- 1', 'a: [', 'text'])('is not made from “%s”', (wrong) => {
    expect(cloneSetText(wrong, { year: 2027, version: '1' })).toBeNull();
  });
});
