import { Decimal } from '../../../kernel/decimal.ts';
import type { RuleOf } from '../../criteria/index.ts';
import type { Phrases } from './phrases.ts';
import { HUNDRED } from './reckoning.ts';

/** A ratio on paper, two decimals: 0.9375 is "93,75%". Only what is exactly 100 % reads as 100 %. */
export function percentText(numerator: Decimal, denominator: Decimal, say: Phrases): string {
  if (denominator.isZero()) return '–';
  const percent = Decimal.min(numerator, denominator).times(HUNDRED).dividedBy(denominator);
  const short = percent.toDecimalPlaces(2);
  const looksWhole = short.equals(HUNDRED) && !percent.equals(HUNDRED);
  return `${say.number(looksWhole ? percent.toDecimalPlaces(6, Decimal.ROUND_DOWN) : short)}%`;
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
