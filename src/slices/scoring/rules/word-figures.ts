import { Decimal } from '../../../kernel/decimal.ts';
import type { RuleOf } from '../../criteria/index.ts';
import type { RatioMeasure } from './measures.ts';
import type { Phrases } from './phrases.ts';
import { HUNDRED, smallerOf } from './reckoning.ts';

/** Two decimals, and more only where fewer would call 99.996 % a full 100 %. */
function percentOf({ numerator, denominator }: RatioMeasure): Decimal {
  const percent = smallerOf(numerator, denominator).times(HUNDRED).dividedBy(denominator);
  const short = percent.toDecimalPlaces(2);
  const looksWhole = short.equals(HUNDRED) && !percent.equals(HUNDRED);
  return looksWhole ? percent.toDecimalPlaces(6, Decimal.ROUND_DOWN) : short;
}

/** A measure is told several times, in each language: its percentage is divided out once. */
const percents = new WeakMap<RatioMeasure, Decimal>();

/** A ratio on paper: 15 of 16 is "93,75%". */
export function percentText(measure: RatioMeasure, say: Phrases): string {
  if (measure.denominator.isZero()) return '–';
  const percent = percents.get(measure) ?? percentOf(measure);
  percents.set(measure, percent);
  return `${say.number(percent)}%`;
}

/** A ratio of the rule as a percentage: 0.85 is "85%". */
export const share = (ratio: Decimal, say: Phrases): string => `${say.number(ratio.times(HUNDRED))}%`;

/** Up to six decimals, as a line of arithmetic shows them. */
export const shortFigure = (value: Decimal, say: Phrases): string => say.number(value.toDecimalPlaces(6));

/** "1 × 5/6 ≈ 0,833333"; the equals sign only where nothing was cut off. */
export function equalsText(left: string, exact: Decimal, say: Phrases): string {
  const short = exact.toDecimalPlaces(6);
  return `${left} ${short.equals(exact) ? '=' : '≈'} ${say.number(short)}`;
}

/** A band of either banded shape. */
export type AnyBand = RuleOf<'banded_ratio'>['bands'][number] &
  Partial<Pick<RuleOf<'band_then_proportional'>['bands'][number], 'formula'>>;

export function bandName(band: AnyBand, say: Phrases): string {
  if (band.from_ratio.equals(band.to_ratio)) return say.exactly(share(band.from_ratio, say));
  return say.band(share(band.from_ratio, say), band.from_inclusive, share(band.to_ratio, say), band.to_inclusive);
}

/** A target of 100 % divides by one: not worth a word. */
export const dividesByTarget = ({ divide_by_target: divides, target_ratio: target }: RuleOf<'proportional'>): boolean =>
  divides === true && target !== null && !target.equals(1);
