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
  if (isSwapped(a, b)) return true;
  return a.length >= 3 && b.length >= 3 && isOneEditApart(a, b);
}

/** Two neighbouring digits changed places: "65" for "56". */
function isSwapped(a: string, b: string): boolean {
  if (a.length !== b.length || a.length < 2) return false;
  const start = [...a].findIndex((digit, i) => digit !== b[i]);
  return (
    start >= 0 && a[start] === b[start + 1] && a[start + 1] === b[start] && a.slice(start + 2) === b.slice(start + 2)
  );
}

const significant = (value: Decimal): string => value.abs().toFixed().replace('.', '').replace(/^0+/, '');

function isOneEditApart(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  const [restA, restB] = [a.slice(start), b.slice(start)];
  const isChanged = restA.slice(1) === restB.slice(1);
  return isChanged || restA.slice(1) === restB || restB.slice(1) === restA;
}
