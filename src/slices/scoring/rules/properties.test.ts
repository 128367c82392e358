import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Decimal } from '../../../kernel/decimal.ts';
import { aCriteriaSet, parsedSet } from '../../../testing/a-criteria-set.ts';
import { measuresOf, rawCases, setTextOf } from '../../../testing/random-sets.ts';
import { reckonSet } from './score-set.ts';

const sum = (values: readonly (Decimal | null)[]): Decimal =>
  values.reduce<Decimal>((all, value) => all.plus(value ?? 0), new Decimal(0));

test('points lie between nothing and the maximum, and with what is lost make the maximum', () => {
  fc.assert(
    fc.property(rawCases, (raw) => {
      for (const { leaf, points, lost, isApplicable } of reckonSet(parsedSet(setTextOf(raw)), measuresOf(raw)).leaves) {
        if (!points || !lost) continue;
        const mayBeNegative = leaf.rule.shape === 'deduction' && leaf.rule.floor?.isNegative();
        expect(points.greaterThanOrEqualTo(mayBeNegative ? -1 : 0)).toBe(true);
        expect(points.lessThanOrEqualTo(leaf.max)).toBe(true);
        if (isApplicable) expect(points.plus(lost).equals(leaf.max)).toBe(true);
      }
    }),
    { numRuns: 300 },
  );
});

test('leaves add up to areas and areas to the total, under each rounding', () => {
  fc.assert(
    fc.property(rawCases, (raw) => {
      const set = parsedSet(
        setTextOf({ ...raw, bonus: [], penalty: [], scoring: { ...raw.scoring, final_floor_points: 0 } }),
      );
      const result = reckonSet(set, measuresOf(raw));
      const { rounding } = raw.scoring;
      const counted = result.leaves.filter((leaf) => leaf.isApplicable);
      expect(sum(counted.map(({ leaf }) => leaf.max)).equals(result.possible)).toBe(true);
      expect(sum(result.areas.map((area) => area.possible)).equals(result.possible)).toBe(true);
      if (rounding.sum === 'of_rounded_leaves')
        expect(sum(counted.map(({ points }) => points)).equals(result.areas[0]?.points ?? -1)).toBe(true);
      const step = new Decimal(10).pow(-rounding.total_decimals);
      const isClipped = result.total.isZero() || result.total.equals(result.possible);
      if (!isClipped)
        expect(
          result.total
            .minus(sum(result.areas.map((area) => area.points)))
            .abs()
            .lessThan(step),
        ).toBe(true);
    }),
    { numRuns: 300 },
  );
});

test('the total lies between floor and possible points, the percentage between 0 and 100', () => {
  fc.assert(
    fc.property(rawCases, (raw) => {
      const result = reckonSet(
        parsedSet(setTextOf({ ...raw, scoring: { ...raw.scoring, final_floor_points: 0 } })),
        measuresOf(raw),
      );
      expect(result.total.greaterThanOrEqualTo(0) && result.total.lessThanOrEqualTo(result.possible)).toBe(true);
      if (result.percent)
        expect(result.percent.greaterThanOrEqualTo(0) && result.percent.lessThanOrEqualTo(100)).toBe(true);
      else expect(result.possible.isZero()).toBe(true);
    }),
    { numRuns: 300 },
  );
});

const RISING: { title: string; rule: object; measure: (more: number) => unknown }[] = [
  {
    title: 'a numerator',
    rule: {
      shape: 'proportional',
      zero_denominator: 'zero',
      floor_ratio: 0.3,
      target_ratio: 0.9,
      divide_by_target: true,
    },
    measure: (more) => ({ numerator: more, denominator: 60 }),
  },
  {
    title: 'a numerator without target',
    rule: { shape: 'proportional', zero_denominator: 'zero', floor_ratio: 0.5 },
    measure: (more) => ({ numerator: more, denominator: 47 }),
  },
  {
    title: 'a numerator in rising bands',
    rule: {
      shape: 'banded_ratio',
      zero_denominator: 'zero',
      bands: [
        { from_ratio: 0, to_ratio: 0.4, points: 0 },
        { from_ratio: 0.4, to_ratio: 0.8, points: 0.4 },
        { from_ratio: 0.8, to_ratio: 1, points: 0.9 },
        { from_ratio: 1, to_ratio: 1, points: 1 },
      ],
    },
    measure: (more) => ({ numerator: more, denominator: 55 }),
  },
  {
    title: 'a numerator in bands with formulas',
    rule: {
      shape: 'band_then_proportional',
      zero_denominator: 'zero',
      bands: [
        { from_ratio: 0, to_ratio: 0.8, points: 0 },
        { from_ratio: 0.8, to_ratio: 1, formula: 'r * max' },
        { from_ratio: 1, to_ratio: 1, points: 1 },
      ],
    },
    measure: (more) => ({ numerator: more, denominator: 60 }),
  },
  {
    title: 'a numerator of all or nothing',
    rule: { shape: 'all_or_nothing', threshold: 0.7, zero_denominator: 'zero' },
    measure: (more) => ({ numerator: more, denominator: 60 }),
  },
  {
    title: 'a count',
    rule: { shape: 'count_based', points_each: 0.03, max_items: 25, minimum_items: 3 },
    measure: (more) => ({ count: more }),
  },
  {
    title: 'an outside result',
    rule: { shape: 'external_scaled', index_max: 60, floor_ratio: 0.5, target_ratio: 0.9 },
    measure: (more) => ({ value: more }),
  },
  { title: 'a survey', rule: { shape: 'survey_scaled' }, measure: (more) => ({ percent: more }) },
  {
    title: 'fewer late items',
    rule: { shape: 'lateness_penalty', per_late: 0.03, per_missing: 0.07, zero_if_late_at_least: 40 },
    measure: (more) => ({ expected: 60, late: 60 - more, missing: 0 }),
  },
  {
    title: 'fewer missing items',
    rule: { shape: 'lateness_penalty', per_late: 0.03, per_missing: 0.07 },
    measure: (more) => ({ expected: 60, late: 0, missing: 60 - more }),
  },
  {
    title: 'fewer cases',
    rule: { shape: 'deduction', start: 'max', events: [{ points_each: 0.04 }] },
    measure: (more) => ({ events: [60 - more] }),
  },
];

test.each(RISING)('more of the good never lowers a score: $title', ({ rule, measure }) => {
  const set = aCriteriaSet({ leaves: [{ max: 1, rule }] });
  const pointsAt = (more: number): Decimal =>
    reckonSet(set, { '1.1.1': measure(more) }).leaves[0]?.points ?? new Decimal(-1);
  fc.assert(
    fc.property(fc.nat(60), fc.nat(60), (one, other) => {
      const [less, more] = one < other ? [one, other] : [other, one];
      expect(pointsAt(more).greaterThanOrEqualTo(pointsAt(less))).toBe(true);
    }),
  );
});

test('the order of the measures does not matter', () => {
  fc.assert(
    fc.property(rawCases, (raw) => {
      const set = parsedSet(setTextOf(raw));
      const measures = measuresOf(raw);
      const turned = Object.fromEntries(Object.entries(measures).reverse());
      expect(reckonSet(set, turned).total.toFixed()).toBe(reckonSet(set, measures).total.toFixed());
    }),
    { numRuns: 50 },
  );
});
