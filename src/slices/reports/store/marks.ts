import { type SQL, sql } from 'drizzle-orm';
import type { CivilDate } from '../../../kernel/civil-date.ts';
import type { Instant } from '../../../kernel/clock.ts';
import type { AgencyId, UnitId } from '../../../kernel/ids.ts';
import type { Db } from '../../../server/database.ts';
import { cellKeyOf, type OfficeMark } from '../rules/board.ts';
import type { DutyId } from '../rules/duty.ts';
import type { PeriodKey } from '../rules/duty-periods.ts';
import type { Mark, SubmissionState } from '../rules/standing.ts';

/** Marks of a cell by unit. */
export type CellMarks = ReadonlyMap<string, Map<string, Mark>>;

/** The moment of the database: when a figure was taken. */
export async function readMoment(db: Db): Promise<Instant> {
  const { rows } = await db.execute<{ at: Instant }>(sql`select now() as at`);
  const [row] = rows;
  if (!row) throw new Error('the database tells no time');
  return row.at;
}

export type YearSpan = { readonly firstYear: number; readonly lastYear: number };
const MOST_CELLS = 50_000;

type PackedRow = { dutyId: DutyId; key: PeriodKey; packed: string };

const dayOrNull = (text: string | undefined): CivilDate | null => (text ? (text as CivilDate) : null);

/** Marks of a cell out of the text that the database packed. */
export function unpackMarks(packed: string): Map<string, Mark> {
  const marks = new Map<string, Mark>();
  for (const line of packed.split('\n')) {
    const [unitId = '', state, first, last, again, handIns, returns] = line.split('|');
    marks.set(unitId, {
      unitId: unitId as UnitId,
      state: state as SubmissionState,
      firstOn: dayOrNull(first),
      lastOn: dayOrNull(last),
      againBy: dayOrNull(again),
      handIns: Number(handIns),
      returns: Number(returns),
    });
  }
  return marks;
}

/** A row of `report_submission s` as a text: a row a unit costs ten times as much on the embedded engine. */
export const PACKED_MARK = sql`s.unit_id || '|' || s.state || '|' || coalesce(s.first_handed_in_on::text, '') || '|' ||
  coalesce(s.last_handed_in_on::text, '') || '|' || coalesce(s.again_by::text, '') || '|' ||
  s.hand_in_count || '|' || s.return_count`;

/** Only cells that the office has not closed: a closed one carries its counts. */
const NOT_CLOSED = sql`and not exists (
  select 1 from report_compilation c
   where c.agency_id = s.agency_id and c.year = s.year and c.duty_id = s.duty_id and c.period_key = s.period_key
     and c.state = 'closed')`;

async function packMarks(
  db: Db,
  agencyId: AgencyId,
  { firstYear, lastYear }: YearSpan,
  narrow: SQL,
): Promise<CellMarks> {
  const { rows } = await db.execute<PackedRow>(sql`
    select s.duty_id as "dutyId", s.period_key as key,
           string_agg(${PACKED_MARK}, E'\n') as packed
      from report_submission s
     where s.agency_id = ${agencyId} and s.year between ${firstYear} and ${lastYear} ${narrow}
     group by s.year, s.duty_id, s.period_key order by s.year, s.duty_id, s.period_key limit ${MOST_CELLS}`);
  return new Map(rows.map(({ dutyId, key, packed }) => [cellKeyOf(dutyId, key), unpackMarks(packed)]));
}

/** What units did about the periods of some years, by cell. */
export function findMarks(db: Db, agencyId: AgencyId, years: YearSpan): Promise<CellMarks> {
  return packMarks(db, agencyId, years, sql``);
}

/** The same for cells that are not closed. */
export function findOpenMarks(db: Db, agencyId: AgencyId, years: YearSpan): Promise<CellMarks> {
  return packMarks(db, agencyId, years, NOT_CLOSED);
}

/** What the office did about the periods of some years, with the units that a closed one was closed with. */
export function findOfficeMarks(db: Db, agencyId: AgencyId, years: YearSpan): Promise<OfficeMark[]> {
  return selectOfficeMarks(db, agencyId, years, sql`frozen`);
}

/** The same without those units: counts and days are all that a grid shows of a closed period. */
export async function findOfficeCounts(db: Db, agencyId: AgencyId, years: YearSpan): Promise<OfficeMark[]> {
  const marks = await selectOfficeMarks(db, agencyId, years, sql`frozen - 'unitIds'`);
  return marks.map((mark) => (mark.frozen ? { ...mark, frozen: { ...mark.frozen, unitIds: [] } } : mark));
}

/** One text for all rows: a row a period costs the embedded engine more than what is in it. */
async function selectOfficeMarks(
  db: Db,
  agencyId: AgencyId,
  { firstYear, lastYear }: YearSpan,
  frozen: SQL,
): Promise<OfficeMark[]> {
  const { rows } = await db.execute<{ marks: OfficeMark[] | null }>(sql`
    select json_agg(row_to_json(c)) as marks from (
      select duty_id as "dutyId", period_key as key, state, closed_on as "closedOn", sent_on as "sentOn",
             passed_on as "passedOn", ${frozen} as frozen
        from report_compilation where agency_id = ${agencyId} and year between ${firstYear} and ${lastYear}
       order by year, duty_id, period_key limit ${MOST_CELLS}) c`);
  return rows[0]?.marks ?? [];
}

/** What units did about one period. */
export async function findMarksOfPeriod(
  db: Db,
  agencyId: AgencyId,
  { year, dutyId, key }: { year: number; dutyId: DutyId; key: PeriodKey },
): Promise<Map<string, Mark>> {
  const narrow = sql`and s.duty_id = ${dutyId} and s.period_key = ${key}`;
  const found = await packMarks(db, agencyId, { firstYear: year, lastYear: year }, narrow);
  return found.get(cellKeyOf(dutyId, key)) ?? new Map();
}

/** What some units did in some years, closed or not: the view of a unit. */
export function findMarksOfUnits(
  db: Db,
  agencyId: AgencyId,
  years: YearSpan,
  unitIds: readonly string[],
): Promise<CellMarks> {
  if (unitIds.length === 0) return Promise.resolve(new Map());
  const asked = sql.join(
    unitIds.map((unitId) => sql`${unitId}`),
    sql`, `,
  );
  return packMarks(db, agencyId, years, sql`and s.unit_id in (${asked})`);
}
