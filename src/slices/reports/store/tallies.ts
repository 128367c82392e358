import { sql } from 'drizzle-orm';
import type { CivilDate } from '../../../kernel/civil-date.ts';
import type { AgencyId, UnitId } from '../../../kernel/ids.ts';
import type { Db } from '../../../server/database.ts';
import { type BoardCell, cellKeyOf } from '../rules/board.ts';
import type { Tally } from '../rules/standing.ts';

/** Counts of what is stored of a cell, by its place in the list asked for; who has no row is what is expected less `rows`. */
type StoredTally = { place: number; rows: number; late: number; onTime: number; returned: number; overdue: number };

/** Cells name their units by the number of a list: most duties ask the same units. */
function listsOf(cells: readonly BoardCell[]) {
  const numbers = new Map<readonly UnitId[], number>();
  const asked = cells.map(({ period, unitIds }, place) => {
    const list = numbers.get(unitIds) ?? numbers.size;
    numbers.set(unitIds, list);
    return { n: place, d: period.dutyId, k: period.key, on: period.unitDueOn, l: list };
  });
  const members = [...numbers].flatMap(([unitIds, l]) => unitIds.map((u) => ({ l, u })));
  return { asked, members };
}

/**
 * Counts of open cells, made by the database: a year of reports is some ten thousand rows and some hundred counts. Says what
 * `standingOf` says of each unit; a test holds both together.
 */
export async function tallyCells(
  db: Db,
  agencyId: AgencyId,
  { year, today, cells }: { year: number; today: CivilDate; cells: readonly BoardCell[] },
): Promise<Map<string, Tally>> {
  if (cells.length === 0) return new Map();
  const { asked, members } = listsOf(cells);
  const keys = sql.join(
    [...new Set(cells.map(({ period }) => period.key))].map((key) => sql`${key}`),
    sql`, `,
  );
  const { rows } = await db.execute<StoredTally>(sql`
    with cell as (select * from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) as c(n int, d text, k text, "on" date, l int)),
         member as (select * from jsonb_to_recordset(${JSON.stringify(members)}::jsonb) as m(l int, u text)),
         -- Read once in its own order: joined from the cells' side it would be looked up unit by unit.
         year as materialized (
           select duty_id, period_key, unit_id, state, first_handed_in_on as first_on, last_handed_in_on as last_on,
                  again_by, return_count as returns
             from report_submission
            where agency_id = ${agencyId} and year = ${year} and period_key in (${keys})),
         stood as (
           select c.n, s.state,
                  case when s.returns > 0 then greatest(s.first_on - c."on", s.last_on - greatest(c."on", s.again_by))
                    else s.first_on - c."on" end as days,
                  ${today}::date - case when s.state = 'returned'
                    then greatest(c."on", s.again_by) else c."on" end as over
             from year s
             join cell c on c.d = s.duty_id and c.k = s.period_key
             join member m on m.l = c.l and m.u = s.unit_id)
    select n as place, count(*)::int as rows,
           (count(*) filter (where state = 'handed-in' and days > 0))::int as late,
           (count(*) filter (where state = 'handed-in' and days <= 0))::int as "onTime",
           (count(*) filter (where state = 'returned' and over <= 0))::int as returned,
           (count(*) filter (where state <> 'handed-in' and over > 0))::int as overdue
      from stood group by n order by n limit ${cells.length + 1}`);
  const stored = new Map(rows.map((row) => [row.place, row]));
  return new Map(
    cells.map((cell, place) => [
      cellKeyOf(cell.period.dutyId, cell.period.key),
      tallyOf(cell, stored.get(place), today),
    ]),
  );
}

const NOTHING = { rows: 0, late: 0, onTime: 0, returned: 0, overdue: 0 };

function tallyOf({ period, unitIds }: BoardCell, stored: StoredTally | undefined, today: CivilDate): Tally {
  const { rows, late, onTime, returned, overdue } = stored ?? NOTHING;
  const silent = today > period.unitDueOn ? unitIds.length - rows : 0;
  return {
    expected: unitIds.length,
    handedIn: late + onTime,
    onTime,
    late,
    returned,
    overdue: overdue + silent,
    missing: 0,
  };
}
