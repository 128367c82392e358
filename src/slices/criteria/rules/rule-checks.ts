import { Decimal } from '../../../kernel/decimal.ts';
import { checkBands } from './bands.ts';
import { type Formula, namesIn } from './formula.ts';
import type { Rule, RuleOf } from './rule-shapes.ts';
import type { FaultPath, Finding } from './set-fault.ts';
import { SAME_FIGURE } from './set-fields.ts';

/** Names that a formula may read beside its own variables: the leaf's maximum and, in bands, the ratio. */
export const MAXIMUM_NAMES = ['max', 'max_points'] as const;
export const RATIO_NAMES = ['r', 'ratio'] as const;

type Report = (path: FaultPath, code: Finding['code'], vi: string, en: string) => void;
type RuleCheck<Name extends Rule['shape']> = (rule: RuleOf<Name>, max: Decimal, report: Report) => void;

const ONE = new Decimal(1);

function checkPoints(points: Decimal, max: Decimal, path: FaultPath, report: Report): void {
  if (points.minus(max).lessThan(SAME_FIGURE)) return;
  const [given, allowed] = [points.toFixed(), max.toFixed()];
  report(
    path,
    'above-maximum',
    `${given} điểm vượt điểm tối đa ${allowed}.`,
    `${given} is above the maximum ${allowed}.`,
  );
}

function checkRatio(ratio: Decimal | null, path: FaultPath, report: Report): void {
  if (ratio === null || ratio.lessThanOrEqualTo(ONE)) return;
  report(path, 'outside-range', 'Tỷ lệ phải từ 0 đến 1 (0,8 là 80 %).', 'A ratio lies between 0 and 1 (0.8 is 80 %).');
}

function checkPositive(value: Decimal | null, path: FaultPath, report: Report): void {
  if (value?.isZero()) report(path, 'outside-range', 'Phải lớn hơn 0.', 'It must be above 0.');
}

function checkNames(tree: Formula, known: ReadonlySet<string>, path: FaultPath, report: Report): void {
  for (const name of namesIn(tree)) {
    if (!known.has(name)) report(path, 'formula', `Công thức dùng biến lạ “${name}”.`, `Unknown variable “${name}”.`);
  }
}

type PointsBand = RuleOf<'banded_ratio'>['bands'][number] & {
  readonly formula?: RuleOf<'band_then_proportional'>['bands'][number]['formula'];
};

function checkBandWorths(bands: readonly PointsBand[], max: Decimal, report: Report): void {
  bands.forEach((band, index) => {
    const stated = [band.points, band.factor, band.formula].filter((worth) => worth !== null && worth !== undefined);
    if (stated.length !== 1)
      report(
        ['bands', index],
        'missing',
        'Mỗi dải có đúng một cách tính điểm.',
        'A band states its points exactly once.',
      );
    if (band.points) checkPoints(band.points, max, ['bands', index, 'points'], report);
    checkRatio(band.factor, ['bands', index, 'factor'], report);
    if (band.formula) {
      const known = new Set<string>([...MAXIMUM_NAMES, ...RATIO_NAMES]);
      checkNames(band.formula.tree, known, ['bands', index, 'formula'], report);
    }
  });
}

function checkTarget(rule: RuleOf<'proportional'> | RuleOf<'external_scaled'>, report: Report): void {
  checkRatio(rule.floor_ratio, ['floor_ratio'], report);
  checkRatio(rule.target_ratio, ['target_ratio'], report);
  checkPositive(rule.target_ratio, ['target_ratio'], report);
}

const checks: { readonly [Name in Rule['shape']]: RuleCheck<Name> } = {
  yes_no: (rule, max, report) => {
    checkPoints(rule.points_yes, max, ['points_yes'], report);
    checkPoints(rule.points_no, max, ['points_no'], report);
  },
  staged: (rule, max, report) => {
    rule.levels.forEach((level, index) => {
      checkPoints(level.points, max, ['levels', index, 'points'], report);
    });
  },
  checklist: (rule, max, report) => {
    rule.parts.forEach((part, index) => {
      checkPoints(part.points, max, ['parts', index, 'points'], report);
    });
    const sum = rule.parts.reduce((total, part) => total.plus(part.points), new Decimal(0));
    if (rule.cap_at_max === false) checkPoints(sum, max, ['parts'], report);
  },
  lateness_penalty: (rule, max, report) => {
    if (rule.base) checkPoints(rule.base, max, ['base'], report);
    if (rule.floor) checkPoints(rule.floor, max, ['floor'], report);
  },
  proportional: (rule, _max, report) => {
    checkTarget(rule, report);
    if ((rule.divide_by_target || rule.full_at_target) && rule.target_ratio === null)
      report(['target_ratio'], 'missing', 'Chia theo mục tiêu thì phải có target_ratio.', 'The target is missing.');
  },
  banded_ratio: (rule, max, report) => {
    checkBandWorths(rule.bands, max, report);
    checkCover(rule.bands, report);
  },
  band_then_proportional: (rule, max, report) => {
    checkBandWorths(rule.bands, max, report);
    checkCover(rule.bands, report);
  },
  all_or_nothing: (rule, _max, report) => {
    checkRatio(rule.threshold, ['threshold'], report);
    checkPositive(rule.threshold, ['threshold'], report);
  },
  count_based: () => {},
  deduction: (rule, max, report) => {
    if (rule.start !== 'max') checkPoints(rule.start, max, ['start'], report);
    if (rule.floor) checkPoints(rule.floor, max, ['floor'], report);
  },
  external_scaled: (rule, _max, report) => {
    checkTarget(rule, report);
    checkPositive(rule.index_max, ['index_max'], report);
  },
  survey_scaled: (rule, _max, report) => {
    checkPositive(rule.input_max, ['input_max'], report);
    const input = rule.input ?? 'percent';
    if (input === 'options' && rule.option_weights === null)
      report(
        ['option_weights'],
        'missing',
        'Thiếu trọng số các phương án trả lời.',
        'The weights of the answers are missing.',
      );
    if (input === 'mean' && (rule.input_max === null || rule.input_max.lessThanOrEqualTo(rule.input_min ?? 0)))
      report(['input_max'], 'missing', 'Thang điểm khảo sát chưa đủ.', 'The scale of the survey is not complete.');
  },
  formula_choice: (rule, _max, report) => {
    const known = new Set<string>([...MAXIMUM_NAMES, ...rule.variables.map((variable) => variable.symbol)]);
    rule.formulas.forEach((formula, index) => {
      checkNames(formula.expression.tree, known, ['formulas', index, 'expression'], report);
    });
    const keys = new Set(rule.formulas.map((formula) => formula.key));
    for (const [stage, key] of Object.entries(rule.chosen)) {
      if (!keys.has(key)) report(['chosen', stage], 'formula', `Không có công thức “${key}”.`, `No formula “${key}”.`);
    }
  },
  group_sum: () => {},
  bonus: () => {},
  penalty: () => {},
};

function checkCover(bands: RuleOf<'banded_ratio'>['bands'], report: Report): void {
  for (const { path, code, message } of checkBands(bands, ['bands'])) report(path, code, message.vi, message.en);
}

/** Everything that a rule can get wrong on its own, given the maximum of its leaf. */
export function checkRule<Name extends Rule['shape']>(rule: RuleOf<Name>, max: Decimal, path: FaultPath): Finding[] {
  const found: Finding[] = [];
  const check = checks[rule.shape] as RuleCheck<Name>;
  check(rule, max, (inner, code, vi, en) => {
    found.push({ path: [...path, ...inner], code, message: { vi, en } });
  });
  return found;
}
