import { Decimal } from '../../../kernel/decimal.ts';
import type { Sums } from './tally.ts';

/** Sums added up; null where there are none. */
export function addSums(all: readonly Sums[]): Sums | null {
  const [first, ...rest] = all;
  if (!first) return null;
  const add = (part: keyof Sums): string =>
    rest.reduce((sum, one) => sum.plus(one[part]), new Decimal(first[part])).toFixed();
  return { numerator: add('numerator'), denominator: add('denominator'), missing: add('missing') };
}
