import type { Decimal } from '../../../kernel/decimal.ts';

/**
 * Whether one print may be a slip for the other: close in size, or alike in its digits (one digit changed, dropped or doubled,
 * two swapped). Used where the grammar alone does not prove that a sentence means the relation.
 */
export function isLikelySlip(stated: Decimal, computed: Decimal): boolean {
  if (computed.isZero() || stated.isZero()) return false;
  const share = stated.minus(computed).abs().div(computed.abs());
  if (share.lte('0.04')) return true;
  const [a, b] = [significant(stated), significant(computed.toDecimalPlaces(Math.max(stated.decimalPlaces(), 0)))];
  return a.length >= 3 && b.length >= 3 && isOneEditApart(a, b);
}

const significant = (value: Decimal): string => value.abs().toFixed().replace('.', '').replace(/^0+/, '');

function isOneEditApart(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  const [restA, restB] = [a.slice(start), b.slice(start)];
  const isChanged = restA.slice(1) === restB.slice(1);
  const isDropped = restA.slice(1) === restB || restB.slice(1) === restA;
  const isSwapped = restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2);
  return isChanged || isDropped || isSwapped;
}
