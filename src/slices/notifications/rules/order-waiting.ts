import type { CivilDate } from '../../../kernel/civil-date.ts';
import { Decimal } from '../../../kernel/decimal.ts';

type Ordered = { readonly key: string; readonly dueOn: CivilDate | null; readonly points: string | null };

/** What is late first, then by day, undated last; of the same day the one with more points at stake. A total order. */
export function compareWaiting(a: Ordered, b: Ordered): number {
  const [dayA, dayB] = [a.dueOn ?? '9999-12-31', b.dueOn ?? '9999-12-31'];
  if (dayA !== dayB) return dayA < dayB ? -1 : 1;
  const points = new Decimal(b.points ?? 0).comparedTo(a.points ?? 0);
  if (points !== 0) return points;
  return a.key < b.key ? -1 : a.key > b.key ? 1 : 0;
}
