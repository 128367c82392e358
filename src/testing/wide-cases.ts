import fc from 'fast-check';

/** Whole files of sets of every shape and parameter, several areas and levels, with measures right, odd and absurd. */
export type WideCase = { readonly file: Record<string, unknown>; readonly measures: Record<string, unknown> };

const milli = (least: number, most: number): fc.Arbitrary<number> =>
  fc.integer({ min: least, max: most }).map((value) => value / 1000);
const upTo = (max: number): fc.Arbitrary<number> => milli(0, Math.round(max * 1000));
const ratio = fc.oneof(fc.constantFrom(0.25, 0.5, 0.8, 0.95, 1), milli(1, 1000));
const zero = fc.constantFrom('full', 'zero', 'not_applicable');
const maybe = <Value>(one: fc.Arbitrary<Value>) => fc.option(one, { nil: null });
const whole = (most: number) =>
  fc.oneof({ weight: 5, arbitrary: fc.nat(most) }, { weight: 1, arbitrary: fc.nat(most).map(String) });

/** Figures as offices send them: whole, with decimals, as text, in the thousand millions. */
const amount = fc.oneof(
  { weight: 4, arbitrary: fc.nat(200) as fc.Arbitrary<number | string> },
  { weight: 2, arbitrary: milli(0, 90_000).map(String) },
  { weight: 1, arbitrary: fc.constantFrom<number | string>(1e9, '1000000000', '1e9', 0, '0.0') },
);
const ratioOf = fc.record({ numerator: amount, denominator: amount });
/** What nobody should send, and somebody will. */
const absurd = fc.constantFrom<unknown>(
  {},
  null,
  'có',
  [],
  { numerator: -1, denominator: 5 },
  { numerator: 'NaN', denominator: 5 },
  { numerator: Number.NaN, denominator: 5 },
  { numerator: Number.POSITIVE_INFINITY, denominator: 5 },
  { numerator: 5 },
  { count: 1.5 },
  { count: -2 },
  { late: -1, missing: 0 },
  { late: 1 },
  { level: 99 },
  { level: -1 },
  { answer: 'maybe' },
  { answer: 'not_applicable' },
  { parts: [true] },
  { events: ['x'] },
  { value: 1e9 },
  { percent: 101 },
  { not_applicable: 'yes' },
);

function bands(max: number, withFormula: boolean) {
  const worth = fc.oneof(
    upTo(max).map((points) => ({ points })),
    ratio.map((factor) => ({ factor })),
    ...(withFormula ? [fc.constant({ formula: 'r * max' })] : []),
  );
  const cuts = fc.uniqueArray(fc.integer({ min: 1, max: 99 }), { maxLength: 4 });
  return fc
    .tuple(cuts, fc.boolean(), fc.array(worth, { minLength: 6, maxLength: 6 }))
    .map(([inner, isUpperOpen, worths]) => {
      const ends = [0, ...[...inner].sort((a, b) => a - b), 100].map((one) => one / 100);
      return ends.slice(0, -1).map((from, at) => ({
        from_ratio: from,
        from_inclusive: isUpperOpen || at === 0,
        to_ratio: ends[at + 1],
        to_inclusive: !isUpperOpen || at === ends.length - 2,
        ...worths[at],
      }));
    });
}

type Drawn = { rule: object; measure: unknown };
const shapes: Readonly<Record<string, (max: number) => fc.Arbitrary<Drawn>>> = {
  yes_no: (max) =>
    fc.record({
      rule: fc.record({ shape: fc.constant('yes_no'), points_yes: upTo(max), points_no: upTo(max) }),
      measure: fc.record({ answer: fc.constantFrom('yes', 'no') }),
    }),
  staged: (max) =>
    fc.record({
      rule: fc
        .array(upTo(max), { minLength: 1, maxLength: 4 })
        .map((all) => ({ shape: 'staged', levels: all.map((points) => ({ points })) })),
      measure: fc.record({ level: whole(4) }),
    }),
  checklist: (max) =>
    fc.array(upTo(max), { minLength: 1, maxLength: 4 }).chain((all) =>
      fc.record({
        rule: fc.constant({ shape: 'checklist', parts: all.map((points) => ({ points })), cap_at_max: true }),
        measure: fc.record({ parts: fc.array(fc.boolean(), { minLength: all.length, maxLength: all.length }) }),
      }),
    ),
  lateness_penalty: (max) =>
    fc.record({
      rule: fc.record({
        shape: fc.constant('lateness_penalty'),
        base: maybe(upTo(max)),
        per_late: upTo(max),
        per_missing: upTo(max),
        grace: maybe(fc.nat(2)),
        floor: maybe(upTo(max)),
        zero_if_late_at_least: maybe(fc.integer({ min: 1, max: 4 })),
      }),
      measure: fc.record({ expected: maybe(whole(6)), late: whole(4), missing: whole(2) }),
    }),
  proportional: () =>
    fc.record({
      rule: fc
        .record({ floor: maybe(ratio), target: maybe(ratio), use: fc.constantFrom('none', 'divide', 'full'), zero })
        .map(({ floor, target, use, zero: treatment }) => ({
          shape: 'proportional',
          floor_ratio: floor,
          target_ratio: target,
          divide_by_target: target !== null && use === 'divide',
          full_at_target: target !== null && use === 'full',
          zero_denominator: treatment,
        })),
      measure: ratioOf,
    }),
  banded_ratio: (max) =>
    fc.record({
      rule: fc.record({ shape: fc.constant('banded_ratio'), bands: bands(max, false), zero_denominator: zero }),
      measure: ratioOf,
    }),
  band_then_proportional: (max) =>
    fc.record({
      rule: fc.record({
        shape: fc.constant('band_then_proportional'),
        bands: bands(max, true),
        zero_denominator: zero,
      }),
      measure: ratioOf,
    }),
  all_or_nothing: () =>
    fc.record({
      rule: fc.record({ shape: fc.constant('all_or_nothing'), threshold: ratio, zero_denominator: zero }),
      measure: ratioOf,
    }),
  count_based: (max) =>
    fc.record({
      rule: fc.record({
        shape: fc.constant('count_based'),
        points_each: upTo(max),
        max_items: fc.nat(6),
        minimum_items: maybe(fc.nat(3)),
      }),
      measure: fc.record({ count: whole(9) }),
    }),
  deduction: (max) =>
    fc
      .array(fc.record({ points_each: upTo(max), per_event_cap: maybe(upTo(max)) }), { minLength: 1, maxLength: 3 })
      .chain((kinds) =>
        fc.record({
          rule: fc.record({
            shape: fc.constant('deduction'),
            start: fc.oneof(fc.constant<number | string>('max'), upTo(max)),
            floor: fc.constantFrom(null, 0, -1),
            events: fc.constant(kinds),
          }),
          measure: fc.record({ events: fc.array(whole(3), { minLength: kinds.length, maxLength: kinds.length }) }),
        }),
      ),
  external_scaled: () =>
    fc.record({
      rule: fc.record({
        shape: fc.constant('external_scaled'),
        index_max: fc.constantFrom(100, 10, 70),
        floor_ratio: maybe(ratio),
        target_ratio: maybe(ratio),
      }),
      measure: fc.record({ value: fc.oneof(milli(0, 10_000), milli(0, 100_000).map(String)) }),
    }),
  survey_scaled: () =>
    fc.oneof(
      fc.record({
        rule: fc.constant({ shape: 'survey_scaled', input: 'percent' }),
        measure: fc.record({ percent: fc.oneof(milli(0, 100_000), milli(0, 100_000).map(String)) }),
      }),
      fc.record({
        rule: fc.constant({ shape: 'survey_scaled', input: 'mean', input_min: 1, input_max: 5 }),
        measure: fc.record({ mean: milli(500, 5500) }),
      }),
      fc.record({
        rule: fc.constant({ shape: 'survey_scaled', input: 'options', option_weights: [100, 60, 20, 0] }),
        measure: fc.record({ options: fc.array(whole(40), { minLength: 4, maxLength: 4 }) }),
      }),
    ),
  formula_choice: () =>
    fc.record({
      rule: fc.record({
        shape: fc.constant('formula_choice'),
        variables: fc.constant([{ symbol: 'a' }, { symbol: 'b' }]),
        formulas: fc.constant([
          { key: 'share', expression: 'a / b * max' },
          { key: 'less', expression: 'max - 0.1 * a' },
        ]),
        chosen: fc.constantFrom({ self: 'share' }, { self: 'less' }),
        zero_denominator: zero,
      }),
      measure: fc.record({
        variables: fc.record({ a: fc.nat(50), b: fc.nat(9) }),
        formula: fc.constantFrom(null, 'share', 'less'),
      }),
    }),
};

export const WIDE_SHAPES = Object.keys(shapes);

type LeafDraw = { max: number; rule: object; policy: string; measure: unknown };
const leaf: fc.Arbitrary<LeafDraw> = fc
  .record({ shape: fc.constantFrom(...WIDE_SHAPES), max: milli(50, 9_000) })
  .chain(({ shape, max }) =>
    fc.record({
      max: fc.constant(max),
      drawn: (shapes[shape] as (max: number) => fc.Arbitrary<Drawn>)(max),
      policy: fc.constantFrom('exclude', 'full_if_none', 'zero_if_none', 'not_allowed'),
      odd: absurd,
      presence: fc.constantFrom('right', 'right', 'right', 'right', 'right', 'right', 'odd', 'left-out', 'none'),
    }),
  )
  .map(({ max, drawn, policy, odd, presence }) => ({
    max,
    rule: drawn.rule,
    policy,
    measure:
      presence === 'right'
        ? drawn.measure
        : presence === 'odd'
          ? odd
          : presence === 'none'
            ? undefined
            : { not_applicable: true },
  }));

const thousandths = (values: readonly number[]): number =>
  values.reduce((sum, one) => sum + Math.round(one * 1000), 0) / 1000;

type NodeDraw = { nodes: object[]; max: number };

/** Leaves straight under the area, in a criterion, or one level deeper. */
function nest(leaves: readonly (LeafDraw & { code: string })[], level: number, code: string): NodeDraw {
  const plain = leaves.map(({ code: own, max, rule, policy }) => ({
    code: own,
    name_vi: own,
    max_points: max,
    rule,
    not_applicable_policy: policy,
  }));
  const max = thousandths(leaves.map((one) => one.max));
  let nodes: object[] = plain;
  for (let depth = 0; depth < level; depth += 1)
    nodes = [
      {
        code: `${code}.g${depth}`,
        name_vi: 'Nhóm',
        max_points: max,
        rule: { shape: 'group_sum' },
        sub_criteria: nodes,
      },
    ];
  return { nodes, max };
}

const extra = (shape: 'bonus' | 'penalty') =>
  fc
    .array(fc.record({ per_item: milli(0, 900), cap: milli(0, 2500), count: maybe(whole(5)) }), { maxLength: 2 })
    .map((all) =>
      all.map(({ per_item, cap, count }, at) => ({ code: `${shape}${at}`, rule: { shape, per_item, cap }, count })),
    );

const scoring = fc.record({
  bonus_cap: maybe(milli(0, 3000)),
  penalty_cap: maybe(milli(0, 3000)),
  final_cap_points: maybe(milli(500, 20_000)),
  final_floor_points: fc.constantFrom(null, 0, -2, 1),
  rounding: fc.record({
    leaf_decimals: fc.integer({ min: 0, max: 4 }),
    total_decimals: fc.integer({ min: 0, max: 4 }),
    percent_decimals: fc.integer({ min: 0, max: 3 }),
    mode: fc.constantFrom('half_up', 'half_even', 'down', 'up'),
    sum: fc.constantFrom('of_rounded_leaves', 'of_exact_leaves'),
  }),
});
const GRADING = [
  { label: 'Xuất sắc', from_percent: 90 },
  { label: 'Tốt', from_percent: 80 },
  { label: 'Khá', from_percent: 65.5 },
  { label: 'Yếu', from_percent: 0 },
];

const areaDraw = fc.record({ leaves: fc.array(leaf, { minLength: 1, maxLength: 5 }), level: fc.nat(2) });

export const wideCases: fc.Arbitrary<WideCase> = fc
  .record({
    areas: fc.array(areaDraw, { minLength: 1, maxLength: 3 }),
    cascades: fc.array(fc.tuple(fc.nat(14), fc.nat(14)), { maxLength: 4 }),
    bonus: extra('bonus'),
    penalty: extra('penalty'),
    isInside: fc.boolean(),
    scoring,
  })
  .map(({ areas, cascades, bonus, penalty, isInside, scoring: rules }) => {
    const coded = areas.map(({ leaves, level }, at) => ({
      level,
      code: String(at + 1),
      leaves: leaves.map((one, place) => ({
        ...one,
        rule: { ...one.rule } as Record<string, unknown>,
        code: `${at + 1}.${place + 1}`,
      })),
    }));
    const all = coded.flatMap((area) => area.leaves);
    for (const [from, to] of cascades) {
      const [source, target] = [all[from % all.length], all[to % all.length]];
      if (source?.rule.shape === 'lateness_penalty' && target && target !== source)
        source.rule.cascade_to = [target.code];
    }
    const built = coded.map(({ code, leaves, level }) => {
      const { nodes, max } = nest(leaves, level, code);
      return { code, name_vi: code, max_points: max, criteria: nodes };
    });
    const lines = (drawn: typeof bonus) => drawn.map(({ code, rule }) => ({ code, name_vi: code, rule }));
    const areaSum = built.map((area) => area.max_points);
    // Inside the total, the areas leave room for the bonus.
    const hasRoom = isInside && rules.bonus_cap !== null;
    const file = {
      scoring: {
        total_points: thousandths(hasRoom ? [...areaSum, rules.bonus_cap ?? 0] : areaSum),
        bonus_outside_total: !hasRoom,
        grading: GRADING,
        ...rules,
      },
      areas: built,
      bonus: lines(bonus),
      penalty: lines(penalty),
    };
    const measures = Object.fromEntries([
      ...all.flatMap(({ code, measure }) => (measure === undefined ? [] : [[code, measure]])),
      ...[...bonus, ...penalty].flatMap(({ code, count }) => (count === null ? [] : [[code, { count }]])),
    ]);
    return { file, measures };
  });
