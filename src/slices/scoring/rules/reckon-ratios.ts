import { Decimal } from '../../../kernel/decimal.ts';
import {
  type BothLanguages,
  bandHolds,
  evaluateFormula,
  MAXIMUM_NAMES,
  RATIO_NAMES,
  type RuleOf,
  wholeRatio,
} from '../../criteria/index.ts';
import { type RatioMeasure, refuseMeasure } from './measures.ts';
import { ofZeroDenominator, points, type Reckon, type Reckoning, refused, ZERO } from './reckoning.ts';

const UNUSUAL = new Decimal('1e9');

const ABOVE_WHOLE: BothLanguages = {
  vi: 'Tử số lớn hơn mẫu số: tỷ lệ được tính là 100%, đề nghị kiểm tra lại số liệu.',
  en: 'The numerator is above the denominator: the ratio counts as 100%; please check the figures.',
};
const VERY_LARGE: BothLanguages = {
  vi: 'Số liệu rất lớn: đề nghị kiểm tra lại đơn vị tính.',
  en: 'The figures are very large: please check their unit.',
};

function doubtsAbout({ numerator, denominator }: RatioMeasure): BothLanguages[] {
  const doubts: BothLanguages[] = [];
  if (numerator.greaterThan(denominator)) doubts.push(ABOVE_WHOLE);
  if (numerator.greaterThanOrEqualTo(UNUSUAL) || denominator.greaterThanOrEqualTo(UNUSUAL)) doubts.push(VERY_LARGE);
  return doubts;
}

/** A ratio counts as 100 % at most. Comparisons multiply instead of dividing, so that 95 % is exactly 95 %. */
function capped({ numerator, denominator }: RatioMeasure): Decimal {
  return numerator.greaterThan(denominator) ? denominator : numerator;
}

/** @source criteria-set-draft.yaml, rule_shapes.proportional; docs/decisions/0121 on `target_ratio` without division */
export const reckonProportional: Reckon<'proportional'> = (rule, measure, max) => {
  const doubts = doubtsAbout(measure);
  const { denominator } = measure;
  if (denominator.isZero()) return ofZeroDenominator(rule.zero_denominator, max, doubts);
  const numerator = capped(measure);
  const isCapped = measure.numerator.greaterThan(denominator);
  if (rule.floor_ratio && numerator.lessThan(rule.floor_ratio.times(denominator)))
    return points(ZERO, { outcome: 'below-floor', isCapped }, doubts);
  const aim = rule.target_ratio?.times(denominator) ?? denominator;
  const countsTarget = rule.divide_by_target === true || rule.full_at_target === true;
  if (countsTarget && numerator.greaterThanOrEqualTo(aim))
    return points(max, { outcome: 'at-target', isCapped }, doubts);
  const whole = rule.divide_by_target ? aim : denominator;
  return points(max.times(numerator).dividedBy(whole), { outcome: 'in-proportion', isCapped }, doubts);
};

type AnyBand = RuleOf<'banded_ratio'>['bands'][number] &
  Partial<Pick<RuleOf<'band_then_proportional'>['bands'][number], 'formula'>>;

function worthOf(band: AnyBand, numerator: Decimal, denominator: Decimal, max: Decimal): Decimal | null {
  if (band.points) return band.points;
  if (band.factor) return band.factor.times(max);
  if (!band.formula) return null;
  const ratio = { top: numerator, bottom: denominator };
  const maximum = wholeRatio(max);
  const values = new Map([
    ...RATIO_NAMES.map((name) => [name, ratio] as const),
    ...MAXIMUM_NAMES.map((name) => [name, maximum] as const),
  ]);
  const answer = evaluateFormula(band.formula.tree, values);
  return answer.ok ? answer.value : null;
}

function reckonBands(
  rule: RuleOf<'banded_ratio'> | RuleOf<'band_then_proportional'>,
  measure: RatioMeasure,
  max: Decimal,
): Reckoning {
  const doubts = doubtsAbout(measure);
  const { denominator } = measure;
  if (denominator.isZero()) return ofZeroDenominator(rule.zero_denominator, max, doubts);
  const numerator = capped(measure);
  const bands: readonly AnyBand[] = rule.bands;
  const bandIndex = bands.findIndex((band) => bandHolds(band, numerator, denominator));
  const band = bands[bandIndex];
  const worth = band ? worthOf(band, numerator, denominator, max) : null;
  if (worth === null)
    return refused(
      refuseMeasure('formula', 'Công thức của dải không tính được.', 'The band’s formula cannot be computed.'),
    );
  return points(worth, { outcome: 'in-band', bandIndex, isCapped: measure.numerator.greaterThan(denominator) }, doubts);
}

/** @source criteria-set-draft.yaml, rule_shapes.banded_ratio */
export const reckonBandedRatio: Reckon<'banded_ratio'> = (rule, measure, max) => reckonBands(rule, measure, max);

/** @source domain.md §2.1: each band carries a constant or a formula */
export const reckonBandThenProportional: Reckon<'band_then_proportional'> = (rule, measure, max) =>
  reckonBands(rule, measure, max);

/** @source criteria-set-draft.yaml, rule_shapes.all_or_nothing */
export const reckonAllOrNothing: Reckon<'all_or_nothing'> = (rule, measure, max) => {
  const doubts = doubtsAbout(measure);
  const { denominator } = measure;
  if (denominator.isZero()) return ofZeroDenominator(rule.zero_denominator, max, doubts);
  const isReached = capped(measure).greaterThanOrEqualTo(rule.threshold.times(denominator));
  return points(isReached ? max : ZERO, { outcome: isReached ? 'reached' : 'missed' }, doubts);
};
