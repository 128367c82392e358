import { type SQL, sql } from 'drizzle-orm';
import { type CivilDate, civilDate, daysBetween } from '../../../kernel/civil-date.ts';
import type { AgencyId, UnitId } from '../../../kernel/ids.ts';
import type { Db, Transaction } from '../../../server/database.ts';
import { type BoardCell, cellKeyOf } from '../rules/board.ts';
import type { DutyId } from '../rules/duty.ts';
import type { PeriodKey } from '../rules/duty-periods.ts';
import { type Mark, standingOf, type Tally } from '../rules/standing.ts';
import { PACKED_MARK, unpackMarks } from './marks.ts';

/** Days are counted from here where thousands of them travel as numbers. */
const EPOCH = civilDate('2000-01-01');

type CellPlace = { readonly year: number; readonly dutyId: DutyId; readonly key: PeriodKey };

/** Handed in and never returned: lateness needs no more of it than a day. */
const IS_PLAIN = sql`s.state = 'handed-in' and s.return_count = 0`;
const DAY = sql`s.first_handed_in_on - ${EPOCH}::date`;

/** Writes what `report_cell` keeps of the submissions of some cells; drafts stand as if there were none. */
async function packWhere(tx: Transaction, agencyId: AgencyId, narrow: SQL): Promise<void> {
  const standing = sql`report_submission s where s.agency_id = ${agencyId} and s.state <> 'draft' and ${narrow}`;
  await tx.execute(sql`
    insert into report_cell (agency_id, year, duty_id, period_key, plain_units, list_name, plain_days, day_counts, others)
    select ${agencyId}, c.year, c.duty_id, c.period_key, c.units, md5(c.units), c.days, d.counts, c.others
      from (select s.year, s.duty_id, s.period_key,
                   string_agg(s.unit_id, ',' order by s.unit_id) filter (where ${IS_PLAIN}) as units,
                   string_agg((${DAY})::text, ',' order by s.unit_id) filter (where ${IS_PLAIN}) as days,
                   string_agg(${PACKED_MARK}, E'\n' order by s.unit_id) filter (where not (${IS_PLAIN})) as others
              from ${standing} group by s.year, s.duty_id, s.period_key) c
      left join (select year, duty_id, period_key, string_agg(day || ':' || reports, ',' order by day) as counts
                   from (select s.year, s.duty_id, s.period_key, ${DAY} as day, count(*) as reports
                           from ${standing} and ${IS_PLAIN} group by 1, 2, 3, 4) each_day
                  group by year, duty_id, period_key) d
        on d.year = c.year and d.duty_id = c.duty_id and d.period_key = c.period_key
    on conflict (agency_id, year, duty_id, period_key) do update
       set plain_units = excluded.plain_units, list_name = excluded.list_name, plain_days = excluded.plain_days,
           day_counts = excluded.day_counts, others = excluded.others`);
}

/**
 * Renews what is kept of a cell after a submission of it changed. The row is locked first, so that of two units that hand in
 * at once the second counts the first: its statement begins when the other transaction has ended.
 */
export async function renewCell(tx: Transaction, agencyId: AgencyId, { year, dutyId, key }: CellPlace): Promise<void> {
  await tx.execute(sql`
    insert into report_cell (agency_id, year, duty_id, period_key) values (${agencyId}, ${year}, ${dutyId}, ${key})
    on conflict (agency_id, year, duty_id, period_key) do update set year = excluded.year`);
  await packWhere(tx, agencyId, sql`s.year = ${year} and s.duty_id = ${dutyId} and s.period_key = ${key}`);
}

/** The same for every cell of some years at once: after a sample was written. */
export async function renewCells(tx: Transaction, agencyId: AgencyId, years: readonly number[]): Promise<void> {
  if (years.length > 0) await packWhere(tx, agencyId, sql`s.year in ${years}`);
}

type AskedCells = { readonly year: number; readonly today: CivilDate; readonly cells: readonly BoardCell[] };
/** Reports of a cell by the day on which they first came in, days counted from EPOCH. */
type DayCounts = readonly (readonly [day: number, reports: number])[];
type StoredCell = { readonly listName: string; readonly counts: DayCounts };

const readCounts = (packed: string): DayCounts =>
  packed === ''
    ? []
    : packed.split(',').map((one) => {
        const at = one.indexOf(':');
        return [Number(one.slice(0, at)), Number(one.slice(at + 1))] as const;
      });

const ofYear = (agencyId: AgencyId, year: number, keys: readonly PeriodKey[]): SQL =>
  sql`report_cell where agency_id = ${agencyId} and year = ${year} and period_key in ${keys}`;

/** A row a duty: a row a cell costs the embedded engine more than what is in it. */
async function findCells(db: Db, cells: SQL): Promise<Map<string, StoredCell>> {
  const { rows } = await db.execute<{ dutyId: DutyId; packed: string }>(sql`
    select duty_id as "dutyId",
           string_agg(period_key || '|' || list_name || '|' || day_counts, E'\n') as packed
      from ${cells} and list_name is not null group by duty_id order by duty_id limit 5000`);
  const stored = new Map<string, StoredCell>();
  for (const { dutyId, packed } of rows)
    for (const line of packed.split('\n')) {
      const [key = '', listName = '', counts = ''] = line.split('|');
      stored.set(cellKeyOf(dutyId, key), { listName, counts: readCounts(counts) });
    }
  return stored;
}

/** The lists of units behind the names: mostly the same few for hundreds of cells. */
async function findLists(db: Db, cells: SQL): Promise<Map<string, readonly string[]>> {
  const { rows } = await db.execute<{ listName: string; units: string }>(sql`
    select list_name as "listName", min(plain_units) as units from ${cells} and list_name is not null
     group by 1 order by 1 limit 50000`);
  return new Map(rows.map(({ listName, units }) => [listName, units.split(',')]));
}

/** Reports that were returned once: whole, since their lateness needs more than a day. */
async function findOthers(db: Db, cells: SQL): Promise<Map<string, readonly Mark[]>> {
  const { rows } = await db.execute<{ dutyId: DutyId; key: PeriodKey; others: string }>(sql`
    select duty_id as "dutyId", period_key as key, others from ${cells} and others is not null
     order by duty_id, period_key limit 50000`);
  return new Map(rows.map(({ dutyId, key, others }) => [cellKeyOf(dutyId, key), [...unpackMarks(others).values()]]));
}

/** Days of cells in which a unit handed in that they do not ask (any more): unit by unit, its report left out. */
async function recountAsked(
  db: Db,
  agencyId: AgencyId,
  { year, cells }: Omit<AskedCells, 'today'>,
): Promise<Map<string, DayCounts>> {
  const keys = [...new Set(cells.map(({ period }) => period.key))];
  if (keys.length === 0) return new Map();
  const { rows } = await db.execute<{ dutyId: DutyId; key: PeriodKey; units: string; days: string }>(sql`
    select duty_id as "dutyId", period_key as key, plain_units as units, plain_days as days
      from ${ofYear(agencyId, year, keys)} and plain_units is not null order by duty_id, period_key limit 50000`);
  const asked = new Map(cells.map((cell) => [keyOf(cell), new Set<string>(cell.unitIds)]));
  return new Map(
    rows.flatMap(({ dutyId, key, units, days }) => {
      const own = asked.get(cellKeyOf(dutyId, key));
      if (!own) return [];
      const names = units.split(',');
      const counts = days
        .split(',')
        .flatMap((day, at) => (own.has(names[at] ?? '') ? [[Number(day), 1] as const] : []));
      return [[cellKeyOf(dutyId, key), counts] as const];
    }),
  );
}

const keyOf = ({ period }: BoardCell): string => cellKeyOf(period.dutyId, period.key);

/** Whether a cell asks every unit of a named list; few lists meet few cells' units. */
function rememberLists(lists: ReadonlyMap<string, readonly string[]>): (cell: BoardCell, listName: string) => boolean {
  const known = new Map<readonly UnitId[], Map<string, boolean>>();
  return ({ unitIds }, listName) => {
    const own = known.get(unitIds) ?? new Map<string, boolean>();
    known.set(unitIds, own);
    const answer = own.get(listName) ?? isWithin(lists.get(listName) ?? [], new Set(unitIds));
    own.set(listName, answer);
    return answer;
  };
}

const isWithin = (list: readonly string[], set: ReadonlySet<string>): boolean => list.every((one) => set.has(one));

/**
 * Counts of open cells. Of what was handed in once only its day is told, a row a duty; what was returned comes whole and is
 * stood by the rule itself.
 *
 * @param today the day on which what is not in is judged
 */
export async function tallyCells(
  db: Db,
  agencyId: AgencyId,
  { year, today, cells }: AskedCells,
): Promise<Map<string, Tally>> {
  if (cells.length === 0) return new Map();
  const place = ofYear(agencyId, year, [...new Set(cells.map(({ period }) => period.key))]);
  const stored = await findCells(db, place);
  const others = await findOthers(db, place);
  const asksAll = rememberLists(await findLists(db, place));
  const strangers = cells.filter((cell) => {
    const own = stored.get(keyOf(cell));
    return own !== undefined && !asksAll(cell, own.listName);
  });
  const recounted = await recountAsked(db, agencyId, { year, cells: strangers });
  return new Map(
    cells.map((cell) => {
      const key = keyOf(cell);
      const counts = recounted.get(key) ?? stored.get(key)?.counts ?? [];
      return [key, tallyOf(cell, { counts, others: others.get(key) ?? [], today })];
    }),
  );
}

function tallyOf(
  { period, unitIds }: BoardCell,
  { counts: days, others, today }: { counts: DayCounts; others: readonly Mark[]; today: CivilDate },
): Tally {
  const dueOn = period.unitDueOn;
  const due = daysBetween(EPOCH, dueOn);
  const counts = { 'on-time': 0, late: 0, returned: 0, open: 0, overdue: 0, missing: 0 };
  for (const [day, reports] of days) counts[day > due ? 'late' : 'on-time'] += reports;
  let known = counts.late + counts['on-time'];
  for (const mark of others) {
    if (!unitIds.includes(mark.unitId)) continue;
    known += 1;
    counts[standingOf(mark, { dueOn, today, isClosed: false }).standing] += 1;
  }
  const silent = standingOf(undefined, { dueOn, today, isClosed: false }).standing;
  counts[silent] += unitIds.length - known;
  const { 'on-time': onTime, late, returned, overdue, missing } = counts;
  return { expected: unitIds.length, handedIn: onTime + late, onTime, late, returned, overdue, missing };
}
