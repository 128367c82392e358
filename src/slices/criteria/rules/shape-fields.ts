import type { Shape } from './rule-shapes.ts';

/** One parameter of a rule as a form shows it; its name is that of the file. */
export type ShapeField = {
  readonly name: string;
  readonly kind: 'figure' | 'text' | 'flag' | 'zero' | 'list' | 'survey-input';
};
export type ShapeRows = { readonly name: string; readonly kind: 'rows'; readonly columns: readonly ShapeField[] };
export type ShapeParameter = ShapeField | ShapeRows;

const figure = (name: string): ShapeField => ({ name, kind: 'figure' });
const text = (name: string): ShapeField => ({ name, kind: 'text' });
const flag = (name: string): ShapeField => ({ name, kind: 'flag' });
const rows = (name: string, columns: readonly ShapeField[]): ShapeRows => ({ name, kind: 'rows', columns });
const zero: ShapeField = { name: 'zero_denominator', kind: 'zero' };
const ratio = [text('numerator'), text('denominator')];
const edges = [figure('from_ratio'), flag('from_inclusive'), figure('to_ratio'), flag('to_inclusive')];

/** Every parameter of every shape, in the order of a form. @source rules/rule-shapes.ts; a test keeps them together */
export const SHAPE_PARAMETERS: Readonly<Record<Shape, readonly ShapeParameter[]>> = {
  yes_no: [text('question'), figure('points_yes'), figure('points_no')],
  staged: [rows('levels', [text('label'), figure('points')])],
  checklist: [rows('parts', [text('label'), figure('points')]), flag('cap_at_max')],
  lateness_penalty: [
    text('expected_items'),
    figure('base'),
    figure('per_late'),
    figure('per_missing'),
    figure('grace'),
    figure('floor'),
    figure('zero_if_late_at_least'),
    { name: 'cascade_to', kind: 'list' },
  ],
  proportional: [
    ...ratio,
    figure('floor_ratio'),
    figure('target_ratio'),
    flag('divide_by_target'),
    flag('full_at_target'),
    zero,
  ],
  banded_ratio: [...ratio, rows('bands', [...edges, figure('points'), figure('factor')]), zero],
  band_then_proportional: [
    ...ratio,
    rows('bands', [...edges, figure('points'), figure('factor'), text('formula')]),
    zero,
  ],
  all_or_nothing: [...ratio, figure('threshold'), zero],
  count_based: [text('counts'), figure('points_each'), figure('max_items'), figure('minimum_items')],
  deduction: [
    text('start'),
    figure('floor'),
    rows('events', [text('event'), figure('points_each'), figure('per_event_cap')]),
  ],
  external_scaled: [text('index'), figure('index_max'), figure('floor_ratio'), figure('target_ratio')],
  survey_scaled: [
    text('respondents'),
    { name: 'input', kind: 'survey-input' },
    figure('input_min'),
    figure('input_max'),
    { name: 'option_weights', kind: 'list' },
    figure('min_responses'),
  ],
  formula_choice: [
    rows('variables', [text('symbol'), text('name_vi')]),
    rows('formulas', [text('key'), text('label_vi'), text('expression')]),
    zero,
  ],
  group_sum: [],
  bonus: [figure('per_item'), figure('cap')],
  penalty: [figure('per_item'), figure('cap')],
};

/** A rule of a shape that passes the checks for a maximum, to begin with when a shape is chosen. */
export function firstRule(shape: Shape, max: string): Readonly<Record<string, unknown>> {
  const whole = { from_ratio: '0', from_inclusive: true, to_ratio: '1', to_inclusive: false, points: '0' };
  const top = { from_ratio: '1', from_inclusive: true, to_ratio: '1', to_inclusive: true, points: max };
  switch (shape) {
    case 'yes_no':
      return { shape, points_yes: max, points_no: '0' };
    case 'staged':
      return {
        shape,
        levels: [
          { label: 'Đạt', points: max },
          { label: 'Không đạt', points: '0' },
        ],
      };
    case 'checklist':
      return { shape, parts: [{ label: 'Phần 1', points: max }], cap_at_max: true };
    case 'lateness_penalty':
      return { shape, per_late: max, per_missing: max };
    case 'proportional':
      return { shape, numerator: 'số đạt', denominator: 'tổng số', zero_denominator: 'not_applicable' };
    case 'banded_ratio':
    case 'band_then_proportional':
      return {
        shape,
        numerator: 'số đạt',
        denominator: 'tổng số',
        bands: [whole, top],
        zero_denominator: 'not_applicable',
      };
    case 'all_or_nothing':
      return { shape, numerator: 'số đạt', denominator: 'tổng số', threshold: '1', zero_denominator: 'not_applicable' };
    case 'count_based':
      return { shape, points_each: max, max_items: '1' };
    case 'deduction':
      return { shape, start: 'max', events: [{ event: 'Sự việc', points_each: max }] };
    case 'external_scaled':
      return { shape, index_max: '100' };
    case 'survey_scaled':
      return { shape, input: 'percent' };
    case 'formula_choice':
      return {
        shape,
        variables: [{ symbol: 'a', name_vi: 'Số liệu a' }],
        formulas: [{ key: 'f1', label_vi: 'Công thức 1', expression: 'min(max, a)' }],
        chosen: { self: 'f1' },
      };
    case 'group_sum':
      return { shape };
    case 'bonus':
    case 'penalty':
      return { shape, per_item: max, cap: max };
  }
}
