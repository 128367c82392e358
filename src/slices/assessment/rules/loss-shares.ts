import { Decimal } from '../../../kernel/decimal.ts';
import { splitByWeight } from '../../scoring/index.ts';

type Weighed = { readonly weight: string };

/**
 * The shares of the units of a loss, in points with the decimals of a leaf: they add up to the amount exactly, whatever
 * is left over by rounding going to the largest remainders.
 *
 * @param amount decimal text; where it has more decimals than a leaf, the shares have as many
 */
export function sharesAddedUp<Unit extends Weighed>(
  amount: string,
  units: readonly Unit[],
  digits: number,
): (Unit & { share: string })[] {
  const whole = new Decimal(amount);
  const weights = units.map(({ weight }, at) => ({ unit: String(at), weight: Number(weight) }));
  const shares = splitByWeight(whole, weights, Math.max(digits, whole.decimalPlaces()));
  return units.map((unit, at) => ({ ...unit, share: shares.get(String(at))?.toFixed() ?? '0' }));
}
