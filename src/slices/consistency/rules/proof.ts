import { Decimal } from '../../../kernel/decimal.ts';
import type { Relation } from './relation.ts';

/**
 * How much it says that these relations hold: the digits that had to agree, by tens. Two rows of three digits weigh about
 * five; a dozen zeros weigh nothing, because zeros fit every rule.
 */
export function weightOf(holding: readonly Relation[]): number {
  return holding.reduce((weight, { stated }) => weight + digitsOf(stated[0]?.over[0]), 0);
}

function digitsOf(number: { readonly value: Decimal; readonly digits: number } | undefined): number {
  if (!number || number.value.isZero()) return 0;
  const units = number.value.abs().times(new Decimal(10).pow(number.digits)).toNumber();
  return Math.log10(Math.max(2, units));
}
