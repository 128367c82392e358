import { type SQL, sql } from 'drizzle-orm';
import type { Filter } from '../rules/filter.ts';
import { type Asked, conditionOf, conditionsOf, flatten, slotFor, wordsOfPart } from './conditions.ts';

/** Timings that the index of open records, or that of due days, finds; the others compare two days of a record. */
const INDEXED_TIMINGS = ['in-time', 'overdue', 'untimed'];

/** Whether an index finds the records that fit one part of a filter. */
function isServed(asked: Asked, part: Filter): boolean {
  const { register } = asked;
  if (wordsOfPart(asked, part) !== null) return true;
  if ('timing' in part) return part.clock === undefined && part.timing.every((one) => INDEXED_TIMINGS.includes(one));
  if ('step' in part) return part.step.length === 0;
  if (!('field' in part)) return false;
  if ('is' in part) return part.field === register.declaration.owner;
  const isSpan = !('isEmpty' in part) && !('hasAll' in part) && !('than' in part);
  return isSpan && (part.field === 'due-day' || slotFor(register, part.field) !== null);
}

export type Served = {
  /** Whether every part of the question is answered by an index. */
  readonly isWhole: boolean;
  /** The parts that are, as conditions; none where no index answers anything. */
  readonly conditions: readonly SQL[];
};

/** What of a question the indexes answer: the rest is found by looking at one record after the other. */
export function servedBy(asked: Asked, filter: Filter, typed: readonly string[]): Served {
  const parts = flatten(filter);
  const served = parts.filter((part) => isServed(asked, part));
  const words = served.some((part) => wordsOfPart(asked, part) !== null) || typed.length > 0;
  const conditions = words
    ? conditionsOf(asked, { all: served }, typed)
    : served.map((part) => conditionOf(asked, part));
  return { isWhole: served.length === parts.length, conditions };
}

/** Whether conditions that an index answers leave no more records than can be looked at one by one. */
export const fewFit = (base: SQL, { conditions }: Served, most: number): SQL => sql`
  select count(*)::int as count from (select 1 from register_record r
   where ${sql.join([base, ...conditions], sql` and `)} limit ${most + 1}) found`;
