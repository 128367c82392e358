import { sql } from 'drizzle-orm';
import { type CivilDate, civilDate, daysBetween } from '../../../kernel/civil-date.ts';
import type { AgencyId, UnitId } from '../../../kernel/ids.ts';
import type { Db } from '../../../server/database.ts';
import { type BoardCell, cellKeyOf } from '../rules/board.ts';
import type { DutyId } from '../rules/duty.ts';
import type { PeriodKey } from '../rules/duty-periods.ts';
import { standingOf, type Tally } from '../rules/standing.ts';
import { PACKED_MARK, unpackMarks } from './marks.ts';

/** Days are counted from here where thousands of them travel as numbers. */
const EPOCH = civilDate('2000-01-01');

type StoredCell = {
  dutyId: DutyId;
  key: PeriodKey;
  /** First days of reports that were handed in once, of units that every cell asks: all that lateness needs of them. */
  days: string | null;
  /** The others, whole. */
  others: string | null;
};

/** Units that every one of the cells asks: of them it need not be told which row is whose. */
function commonUnits(cells: readonly BoardCell[]): UnitId[] {
  const [first = [], ...lists] = new Set(cells.map(({ unitIds }) => unitIds));
  const sets = lists.map((unitIds) => new Set(unitIds));
  return first.filter((unitId) => sets.every((known) => known.has(unitId)));
}

/**
 * Counts of open cells. A year of reports is some ten thousand rows: the database packs them a row a cell in one reading, most
 * of them as a bare day; only what was returned or is a draft, and units that not every cell asks, come whole and are stood by
 * the rule itself.
 */
export async function tallyCells(
  db: Db,
  agencyId: AgencyId,
  { year, today, cells }: { year: number; today: CivilDate; cells: readonly BoardCell[] },
): Promise<Map<string, Tally>> {
  if (cells.length === 0) return new Map();
  const keys = sql.join(
    [...new Set(cells.map(({ period }) => period.key))].map((key) => sql`${key}`),
    sql`, `,
  );
  // One value that is the same for every row: the engine looks a unit up in it by hash.
  const common = `{${commonUnits(cells)
    .map((unitId) => JSON.stringify(unitId))
    .join(',')}}`;
  const { rows } = await db.execute<StoredCell>(sql`
    select duty_id as "dutyId", period_key as key,
           array_to_string(array_agg(s.first_handed_in_on - ${EPOCH}::date) filter (where is_plain), ',') as days,
           string_agg(${PACKED_MARK}, E'\n') filter (where not is_plain) as others
      from (select *, state = 'handed-in' and return_count = 0
                   and unit_id = any(${common}::text[]) as is_plain
              from report_submission
             where agency_id = ${agencyId} and year = ${year} and period_key in (${keys})) s
     group by duty_id, period_key order by duty_id, period_key limit 50000`);
  const stored = new Map(rows.map((row) => [cellKeyOf(row.dutyId, row.key), row]));
  const sets = new Map<readonly UnitId[], ReadonlySet<string>>();
  const setOf = (unitIds: readonly UnitId[]): ReadonlySet<string> => {
    const known = sets.get(unitIds) ?? new Set<string>(unitIds);
    sets.set(unitIds, known);
    return known;
  };
  return new Map(
    cells.map((cell) => {
      const key = cellKeyOf(cell.period.dutyId, cell.period.key);
      return [key, tallyOf(cell, stored.get(key), { today, asked: setOf(cell.unitIds) })];
    }),
  );
}

function tallyOf(
  { period, unitIds }: BoardCell,
  stored: StoredCell | undefined,
  { today, asked }: { today: CivilDate; asked: ReadonlySet<string> },
): Tally {
  const dueOn = period.unitDueOn;
  const due = daysBetween(EPOCH, dueOn);
  const days = stored?.days ? stored.days.split(',') : [];
  const counts = { 'on-time': 0, late: 0, returned: 0, open: 0, overdue: 0, missing: 0 };
  for (const day of days) counts[Number(day) > due ? 'late' : 'on-time'] += 1;
  let known = days.length;
  for (const mark of stored?.others ? unpackMarks(stored.others).values() : []) {
    if (!asked.has(mark.unitId)) continue;
    known += 1;
    counts[standingOf(mark, { dueOn, today, isClosed: false }).standing] += 1;
  }
  const silent = standingOf(undefined, { dueOn, today, isClosed: false }).standing;
  counts[silent] += unitIds.length - known;
  const { 'on-time': onTime, late, returned, overdue, missing } = counts;
  return { expected: unitIds.length, handedIn: onTime + late, onTime, late, returned, overdue, missing };
}
