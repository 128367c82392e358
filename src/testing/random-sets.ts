import fc from 'fast-check';
import { aSetText, type LeafForTest } from './a-criteria-set.ts';

/** Random criteria sets of every shape with measures to go with them, as raw as they stand in their files. */
export type RawLeaf = LeafForTest & { readonly measure: unknown };
export type RawExtra = {
  readonly code: string;
  readonly rule: { shape: string; per_item: number; cap: number };
  readonly measure: unknown;
};
export type RawCase = {
  readonly leaves: readonly (RawLeaf & { code: string })[];
  readonly bonus: readonly RawExtra[];
  readonly penalty: readonly RawExtra[];
  readonly scoring: RawScoring;
};
export type RawScoring = {
  readonly bonus_cap: number | null;
  readonly penalty_cap: number | null;
  readonly final_floor_points: number;
  readonly rounding: {
    leaf_decimals: number;
    total_decimals: number;
    percent_decimals: number;
    mode: 'half_up' | 'half_even' | 'down' | 'up';
    sum: 'of_rounded_leaves' | 'of_exact_leaves';
  };
};

const thousandths = (least: number, most: number): fc.Arbitrary<number> =>
  fc.integer({ min: least, max: most }).map((value) => value / 1000);

const pointsUpTo = (max: number): fc.Arbitrary<number> => thousandths(0, Math.round(max * 1000));
const ratioValue = fc.oneof(fc.constantFrom(0.1, 0.25, 0.5, 0.6, 0.8, 0.9, 0.95, 1), thousandths(1, 1000));
const zeroDenominator = fc.constantFrom('full', 'zero', 'not_applicable');
const flags = (length: number) => fc.array(fc.boolean(), { minLength: length, maxLength: length });

const ratioMeasure = fc.oneof(
  { weight: 6, arbitrary: fc.tuple(fc.nat(120), fc.integer({ min: 1, max: 100 })) },
  { weight: 2, arbitrary: fc.integer({ min: 1, max: 999 }).map((n): [number, number] => [n, n]) },
  { weight: 2, arbitrary: fc.tuple(fc.nat(1000), fc.constant(1000)) },
  { weight: 1, arbitrary: fc.constant<[number, number]>([0, 0]) },
);
const asRatio = ratioMeasure.map(([numerator, denominator]) => ({ numerator, denominator }));

/** Bands over 0–100 % with cuts at random places; the last may be exactly 100 %. */
function bandsOf(max: number, withFormula: boolean) {
  const cuts = fc.uniqueArray(fc.integer({ min: 1, max: 99 }), { maxLength: 5 });
  return fc.tuple(cuts, fc.boolean(), fc.boolean()).chain(([inner, hasExactHundred, statesEnds]) => {
    const ends = [0, ...[...inner].sort((a, b) => a - b), 100].map((percent) => percent / 100);
    const bands = ends.slice(0, -1).map((from, index) => ({ from_ratio: from, to_ratio: ends[index + 1] ?? 1 }));
    const all = hasExactHundred ? [...bands, { from_ratio: 1, to_ratio: 1 }] : bands;
    const stated = all.map((band, index) =>
      statesEnds ? { ...band, from_inclusive: true, to_inclusive: index === all.length - 1 } : band,
    );
    const worth = fc.oneof(
      pointsUpTo(max).map((points) => ({ points })),
      ratioValue.map((factor) => ({ factor })),
      ...(withFormula ? [fc.constant({ formula: 'r * max' }), fc.constant({ formula: 'max * (r - 0.5) * 2' })] : []),
    );
    return fc
      .array(worth, { minLength: all.length, maxLength: all.length })
      .map((worths) => stated.map((band, index) => ({ ...band, ...worths[index] })));
  });
}

type Drawn = { rule: object; measure: unknown };

const shapes: Readonly<Record<string, (max: number) => fc.Arbitrary<Drawn>>> = {
  yes_no: (max) =>
    fc.record({
      rule: pointsUpTo(max).map((no) => ({ shape: 'yes_no', points_yes: max, points_no: no })),
      measure: fc.record({ answer: fc.constantFrom('yes', 'no') }),
    }),
  staged: (max) =>
    fc.array(pointsUpTo(max), { minLength: 1, maxLength: 5 }).chain((points) =>
      fc.record({
        rule: fc.constant({ shape: 'staged', levels: points.map((value) => ({ label: 'mức', points: value })) }),
        measure: fc.record({ level: fc.nat(points.length - 1) }),
      }),
    ),
  checklist: (max) =>
    fc.array(pointsUpTo(max), { minLength: 1, maxLength: 5 }).chain((points) =>
      fc.record({
        rule: fc.constant({
          shape: 'checklist',
          parts: points.map((value) => ({ label: 'phần', points: value })),
          cap_at_max: true,
        }),
        measure: fc.record({ parts: flags(points.length) }),
      }),
    ),
  lateness_penalty: (max) =>
    fc.record({
      rule: fc.record({
        shape: fc.constant('lateness_penalty'),
        expected_items: fc.constantFrom(4, 'theo yêu cầu'),
        per_late: pointsUpTo(max),
        per_missing: pointsUpTo(max),
        floor: fc.oneof(fc.constant(0), pointsUpTo(max)),
        zero_if_late_at_least: fc.option(fc.integer({ min: 1, max: 4 })),
      }),
      measure: fc.record({ expected: fc.constant(4), late: fc.nat(2), missing: fc.nat(2) }),
    }),
  proportional: () =>
    fc.record({
      rule: fc
        .record({
          shape: fc.constant('proportional'),
          numerator: fc.constant('đúng hạn'),
          denominator: fc.constant('tổng số'),
          floor_ratio: fc.option(ratioValue),
          target_ratio: fc.option(ratioValue),
          divide_by_target: fc.boolean(),
          zero_denominator: zeroDenominator,
        })
        .map((rule) => ({ ...rule, divide_by_target: rule.target_ratio !== null && rule.divide_by_target })),
      measure: asRatio,
    }),
  banded_ratio: (max) =>
    fc.record({
      rule: fc.record({
        shape: fc.constant('banded_ratio'),
        bands: bandsOf(max, false),
        zero_denominator: zeroDenominator,
      }),
      measure: asRatio,
    }),
  band_then_proportional: (max) =>
    fc.record({
      rule: fc.record({
        shape: fc.constant('band_then_proportional'),
        bands: bandsOf(max, true),
        zero_denominator: zeroDenominator,
      }),
      measure: asRatio,
    }),
  all_or_nothing: () =>
    fc.record({
      rule: fc.record({
        shape: fc.constant('all_or_nothing'),
        threshold: ratioValue,
        zero_denominator: zeroDenominator,
      }),
      measure: asRatio,
    }),
  count_based: (max) =>
    fc.record({
      rule: fc.record({
        shape: fc.constant('count_based'),
        points_each: pointsUpTo(max),
        max_items: fc.nat(6),
        minimum_items: fc.option(fc.nat(3)),
      }),
      measure: fc.record({ count: fc.nat(9) }),
    }),
  deduction: (max) =>
    fc.array(pointsUpTo(max), { minLength: 1, maxLength: 4 }).chain((each) =>
      fc.record({
        rule: fc.record({
          shape: fc.constant('deduction'),
          start: fc.constant('max'),
          floor: fc.constantFrom(0, -1, 0),
          events: fc.constant(each.map((points) => ({ event: 'vi phạm', points_each: points }))),
        }),
        measure: fc.record({ events: fc.array(fc.nat(3), { minLength: each.length, maxLength: each.length }) }),
      }),
    ),
  external_scaled: () =>
    fc.record({
      rule: fc.record({
        shape: fc.constant('external_scaled'),
        index_max: fc.constantFrom(100, 10, 70),
        floor_ratio: fc.option(ratioValue),
        target_ratio: fc.option(ratioValue),
      }),
      measure: fc.record({ value: thousandths(0, 10000) }),
    }),
  survey_scaled: () =>
    fc.record({
      rule: fc.constant({
        shape: 'survey_scaled',
        input: 'percent',
        input_max: 100,
        method: 'linear',
        min_responses: 30,
      }),
      measure: fc.record({ percent: thousandths(0, 100_000) }),
    }),
  formula_choice: () =>
    fc.record({
      rule: fc.constantFrom('a / b * max', 'max - 0.1 * a', 'min(max, a / 10) + 0 * b').map((expression) => ({
        shape: 'formula_choice',
        variables: [{ symbol: 'a' }, { symbol: 'b' }],
        formulas: [{ key: 'f', expression }],
        chosen: { self: 'f' },
        zero_denominator: 'zero',
      })),
      measure: fc.record({ variables: fc.record({ a: fc.nat(50), b: fc.nat(50) }) }),
    }),
};

export const SHAPES_DRAWN = Object.keys(shapes);

const drawLeaf = fc
  .record({ shape: fc.constantFrom(...SHAPES_DRAWN), max: thousandths(50, 10_000) })
  .chain(({ shape, max }) =>
    fc.record({
      max: fc.constant(max),
      drawn: (shapes[shape] as (max: number) => fc.Arbitrary<Drawn>)(max),
      policy: fc.constantFrom('exclude', 'full_if_none', 'zero_if_none', 'not_allowed'),
      presence: fc.constantFrom('measured', 'measured', 'measured', 'measured', 'measured', 'not-applicable', 'none'),
    }),
  )
  .map(({ max, drawn, policy, presence }): RawLeaf => {
    const declared =
      presence === 'not-applicable' && policy !== 'not_allowed' ? { not_applicable: true } : drawn.measure;
    return { max, rule: drawn.rule, policy, measure: presence === 'none' ? undefined : declared };
  });

const drawExtras = (shape: 'bonus' | 'penalty') =>
  fc
    .array(fc.record({ per_item: thousandths(0, 1000), cap: thousandths(0, 3000), count: fc.option(fc.nat(5)) }), {
      maxLength: 3,
    })
    .map((extras): RawExtra[] =>
      extras.map(({ per_item, cap, count }, index) => ({
        code: `${shape}.${index}`,
        rule: { shape, per_item, cap },
        measure: count === null ? undefined : { count },
      })),
    );

const drawScoring: fc.Arbitrary<RawScoring> = fc.record({
  bonus_cap: fc.option(thousandths(0, 3000)),
  penalty_cap: fc.option(thousandths(0, 3000)),
  final_floor_points: fc.constantFrom(0, 0, 1),
  rounding: fc.record({
    leaf_decimals: fc.integer({ min: 1, max: 4 }),
    total_decimals: fc.integer({ min: 1, max: 4 }),
    percent_decimals: fc.integer({ min: 0, max: 3 }),
    mode: fc.constantFrom('half_up', 'half_up', 'half_even', 'down', 'up'),
    sum: fc.constantFrom('of_rounded_leaves', 'of_rounded_leaves', 'of_exact_leaves'),
  }),
});

/** Lateness leaves empty a random other leaf. */
function addCascades(leaves: readonly RawLeaf[], picks: readonly number[]): (RawLeaf & { code: string })[] {
  const coded = leaves.map((leaf, index) => ({ ...leaf, code: `1.1.${index + 1}` }));
  return coded.map((leaf, index) => {
    const target = coded[(picks[index] ?? 0) % coded.length];
    const isLate = (leaf.rule as { shape: string }).shape === 'lateness_penalty';
    if (!isLate || !target || target.code === leaf.code) return leaf;
    return { ...leaf, rule: { ...leaf.rule, cascade_to: [target.code] } };
  });
}

export const rawCases: fc.Arbitrary<RawCase> = fc
  .record({
    leaves: fc.array(drawLeaf, { minLength: 1, maxLength: 8 }),
    picks: fc.array(fc.nat(20), { minLength: 8, maxLength: 8 }),
    bonus: drawExtras('bonus'),
    penalty: drawExtras('penalty'),
    scoring: drawScoring,
  })
  .map(({ leaves, picks, bonus, penalty, scoring }) => ({
    leaves: addCascades(leaves, picks),
    bonus,
    penalty,
    scoring,
  }));

export function setTextOf({ leaves, bonus, penalty, scoring }: RawCase): string {
  const extra = ({ code, rule }: RawExtra) => ({ code, name_vi: code, rule });
  return aSetText({ leaves, scoring, bonus: bonus.map(extra), penalty: penalty.map(extra) });
}

export function measuresOf({ leaves, bonus, penalty }: RawCase): Record<string, unknown> {
  return Object.fromEntries(
    [...leaves, ...bonus, ...penalty].flatMap(({ code, measure }) => (measure === undefined ? [] : [[code, measure]])),
  );
}
