import { type SQL, sql } from 'drizzle-orm';
import type { CivilDate } from '../../../kernel/civil-date.ts';
import type { AgencyId } from '../../../kernel/ids.ts';
import type { Db, Transaction } from '../../../server/database.ts';
import type { RegisterMeasure } from '../rules/declaration.ts';
import { type Delta, deltaColumns, deltaLines, sumDeltas } from '../rules/deltas.ts';
import { latestColumns, latestLines } from '../rules/side-rows.ts';
import { type Contribution, latestRows, type Sums, takesLatest, tallyKey } from '../rules/tally.ts';
import { isOneOf } from './conditions.ts';
import { linesAs } from './lines.ts';
import type { Place } from './records.ts';

/** Changes the tallies by what records no longer add and what they add now. Always in one order: no two writers block each other. */
export function applyContributions(
  tx: Transaction,
  place: Place,
  removed: readonly Contribution[],
  added: readonly Contribution[],
): Promise<void> {
  return applyDeltas(tx, place, sumDeltas(removed, added));
}

async function applyDeltas(tx: Transaction, place: Place, deltas: readonly Delta[]): Promise<void> {
  if (deltas.length === 0) return;
  await addDeltas(tx, place, deltaLines(deltas));
  const { agencyId, register } = place;
  const { key } = register.declaration;
  const shrunk = deltas.filter(({ records }) => records < 0);
  if (shrunk.length === 0) return;
  await tx.execute(sql`
    delete from register_tally t
     using ${linesAs(deltaLines(shrunk), deltaColumns)}
     where t.agency_id = ${agencyId} and t.register_key = ${key} and t.measure = x.measure and t.on_day = x."onDay"
       and t.unit_id = x."unitId" and t.value = x.value and t.turns_on = x."turnsOn" and t.records = 0`);
}

/** Adds what new records add. @param rows `deltaLines` in the order of `sumDeltas`: no two writers block each other */
export async function addDeltas(tx: Transaction, { agencyId, register }: Place, rows: string): Promise<void> {
  const { key } = register.declaration;
  await tx.execute(sql`
    insert into register_tally as t (agency_id, register_key, measure, on_day, unit_id, value, turns_on, numerator, denominator,
      missing, records)
    select ${agencyId}, ${key}, x.measure, x."onDay", x."unitId", x.value, x."turnsOn", x.numerator, x.denominator, x.missing,
           x.records
      from ${linesAs(rows, deltaColumns)}
    on conflict (agency_id, register_key, measure, on_day, unit_id, value, turns_on) do update
       set numerator = t.numerator + excluded.numerator, denominator = t.denominator + excluded.denominator,
           missing = t.missing + excluded.missing, records = t.records + excluded.records`);
}

/** Keeps the values of measures that take the newest record. */
export async function saveLatest(
  tx: Transaction,
  place: Place,
  changes: readonly {
    readonly recordId: string;
    readonly removed: readonly Contribution[];
    readonly added: readonly Contribution[];
  }[],
): Promise<void> {
  const { agencyId, register } = place;
  const { key } = register.declaration;
  const gone = changes.flatMap(({ recordId, removed }) =>
    removed.filter(takesLatest).map(({ measure, onDay }) => ({ measure, onDay, recordId })),
  );
  const rows = latestRows(changes.map(({ recordId, added }) => ({ recordId, contributions: added })));
  if (gone.length > 0) {
    await tx.execute(sql`
      delete from register_latest l
       using jsonb_to_recordset(${JSON.stringify(gone)}::jsonb) as x(measure text, "onDay" date, "recordId" text)
       where l.agency_id = ${agencyId} and l.register_key = ${key} and l.measure = x.measure and l.on_day = x."onDay"
         and l.record_id = x."recordId"`);
  }
  if (rows.length > 0) await insertLatest(tx, place, latestLines(rows));
}

/** Keeps the newest values of new records. @param rows as `latestLines` writes them */
export async function insertLatest(tx: Transaction, { agencyId, register }: Place, rows: string): Promise<void> {
  const { key } = register.declaration;
  await tx.execute(sql`
    insert into register_latest (agency_id, register_key, measure, on_day, record_id, unit_id, value)
    select ${agencyId}, ${key}, x.measure, x."onDay", x."recordId", x."unitId", x.numerator
      from ${linesAs(rows, latestColumns)}`);
}

/** Which part of the tallies: days, both included, units (null: all) and the day that open records are judged on. */
export type TallyScope = {
  readonly agencyId: AgencyId;
  readonly registerKey: string;
  readonly unitIds: readonly string[] | null;
  readonly firstDay: CivilDate;
  readonly lastDay: CivilDate;
  readonly today: CivilDate;
};

export type Cut = 'whole' | 'month' | 'unit' | 'unit-and-month';
export type TallyRow = Sums & {
  readonly month: string | null;
  readonly unitId: string | null;
  readonly records: number;
};

const unitsIn = (unitIds: readonly string[] | null, name: SQL): SQL =>
  unitIds === null ? sql`true` : isOneOf(name, unitIds);

const MONTH = sql`to_char(t.on_day, 'YYYY-MM')`;
const cuts = {
  whole: [sql`null::text`, sql`null::text`],
  month: [MONTH, sql`null::text`],
  unit: [sql`null::text`, sql`t.unit_id`],
  'unit-and-month': [MONTH, sql`t.unit_id`],
} as const satisfies Record<Cut, readonly [SQL, SQL]>;

const within = (scope: TallyScope, measure: string): SQL => sql`t.agency_id = ${scope.agencyId}
  and t.register_key = ${scope.registerKey} and t.measure = ${measure}
  and t.on_day between ${scope.firstDay}::date and ${scope.lastDay}::date and ${unitsIn(scope.unitIds, sql`t.unit_id`)}`;

async function sumTally(db: Db, scope: TallyScope, measure: string, cut: Cut): Promise<TallyRow[]> {
  const [month, unit] = cuts[cut];
  const { rows } = await db.execute<TallyRow>(sql`
    select ${month} as month, ${unit} as "unitId", sum(t.numerator)::text as numerator, sum(t.denominator)::text as denominator,
           sum(t.missing)::text as missing, sum(t.records)::int as records
      from register_tally t where ${within(scope, measure)} and t.turns_on < ${scope.today}::date
     group by 1, 2 order by 1, 2 limit 20000`);
  return rows;
}

/** How many different values stand above and below the line. */
async function countValues(db: Db, scope: TallyScope, measure: string, cut: Cut): Promise<TallyRow[]> {
  const [month, unit] = cuts[cut];
  const { rows } = await db.execute<TallyRow>(sql`
    select month, "unitId", count(*) filter (where numerator > 0)::text as numerator,
           count(*) filter (where denominator > 0)::text as denominator, '0' as missing, sum(records)::int as records
      from (select ${month} as month, ${unit} as "unitId", t.value, sum(t.numerator) as numerator,
                   sum(t.denominator) as denominator, sum(t.records) as records
              from register_tally t where ${within(scope, measure)} and t.turns_on < ${scope.today}::date
             group by 1, 2, 3) as by_value
     group by 1, 2 order by 1, 2 limit 20000`);
  return rows;
}

/** Units that stand in the newest values, found by one look into the index for each: not by going through the records. */
const latestUnits = ({ agencyId, registerKey }: TallyScope, measure: string): SQL => {
  const next = (after: SQL): SQL => sql`(select l.unit_id from register_latest l where l.agency_id = ${agencyId}
    and l.register_key = ${registerKey} and l.measure = ${measure}${after} order by l.unit_id limit 1)`;
  return sql`units(unit_id) as (${next(sql``)} union all
    select ${next(sql` and l.unit_id > u.unit_id`)} from units u where u.unit_id is not null)`;
};

/** The newest value of every unit in every month (or of the whole time), then the newest of those that fall together. */
async function findLatest(db: Db, scope: TallyScope, measure: string, cut: Cut): Promise<TallyRow[]> {
  const [month, unit] = cuts[cut];
  const isByMonth = cut === 'month' || cut === 'unit-and-month';
  const day = (
    order: SQL,
  ): SQL => sql`(select t.on_day from register_latest t where ${within({ ...scope, unitIds: null }, measure)}
    order by t.on_day ${order} limit 1)`;
  const spans = isByMonth
    ? sql`select greatest(m::date, b.first_day) as first_day, (m + interval '1 month')::date - 1 as last_day
        from bounds b, generate_series(date_trunc('month', b.first_day::timestamp), b.last_day::timestamp, interval '1 month') m`
    : sql`select b.first_day, b.last_day from bounds b`;
  const { rows } = await db.execute<TallyRow>(sql`
    with recursive ${latestUnits(scope, measure)},
      bounds as (select ${day(sql`asc`)} as first_day, ${day(sql`desc`)} as last_day),
      spans as (${spans}),
      newest as (
        select l.* from units u cross join spans s cross join lateral (
          select t.* from register_latest t
           where ${within({ ...scope, unitIds: null }, measure)} and t.unit_id = u.unit_id
             and t.on_day between s.first_day and s.last_day
           order by t.on_day desc, t.record_id desc limit 1) l
         where ${unitsIn(scope.unitIds, sql`u.unit_id`)})
    select distinct on (1, 2) ${month} as month, ${unit} as "unitId", t.value::text as numerator, '1' as denominator,
           '0' as missing, 1 as records
      from newest t order by 1, 2, t.on_day desc, t.record_id desc limit 20000`);
  return rows;
}

/** The sums of a measure, whole or cut by month or unit. */
export function readTally(
  db: Db,
  scope: TallyScope,
  [name, measure]: readonly [string, RegisterMeasure],
  cut: Cut,
): Promise<TallyRow[]> {
  const key = tallyKey(name, measure);
  if (measure.kind === 'latest') return findLatest(db, scope, key, cut);
  return measure.distinct === undefined ? sumTally(db, scope, key, cut) : countValues(db, scope, key, cut);
}

export type ShelfCounts = {
  readonly registerKey: string;
  readonly total: number;
  readonly open: number;
  readonly late: number;
};

/** How many records every register has, how many are open and how many of them late. */
export async function countShelf(
  db: Db,
  agencyId: AgencyId,
  unitIds: readonly string[] | null,
  today: CivilDate,
): Promise<ShelfCounts[]> {
  const { rows } = await db.execute<ShelfCounts>(sql`
    select t.register_key as "registerKey",
           coalesce(sum(t.numerator) filter (where t.measure = '~total'), 0)::int as total,
           coalesce(sum(t.numerator) filter (where t.measure = '~open'), 0)::int as open,
           coalesce(sum(t.numerator) filter (where t.measure = '~late'), 0)::int as late
      from register_tally t
     where t.agency_id = ${agencyId} and t.measure in ('~total', '~open', '~late') and ${unitsIn(unitIds, sql`t.unit_id`)}
       and t.turns_on < ${today}::date
     group by 1 order by 1 limit 2000`);
  return rows;
}

/** How many records a register holds, deleted ones apart. */
export async function countAll(db: Db, agencyId: AgencyId, registerKey: string): Promise<number> {
  const { rows } = await db.execute<{ total: number }>(sql`
    select coalesce(sum(numerator), 0)::int as total from register_tally
     where agency_id = ${agencyId} and register_key = ${registerKey} and measure = '~total'`);
  return rows[0]?.total ?? 0;
}

/** Whether anything was ever entered and still stands in a register. */
export async function hasRecords(db: Db, agencyId: AgencyId, registerKey: string): Promise<boolean> {
  const { rows } = await db.execute(sql`
    select 1 from register_tally where agency_id = ${agencyId} and register_key = ${registerKey} and measure = '~total' limit 1`);
  return rows.length > 0;
}

/** One row of the sums of every measure of every register, cut by month or by year and unit. */
export type AllRow = Sums & {
  readonly registerKey: string;
  readonly measure: string;
  readonly cell: string;
  readonly unitId: string;
};

/** The sums of every measure of the agency at once; measures that count values or take the newest are read one by one. */
export async function readAllTallies(
  db: Db,
  scope: Omit<TallyScope, 'registerKey'>,
  by: 'month' | 'year-and-unit',
): Promise<AllRow[]> {
  const cell = by === 'month' ? MONTH : sql`to_char(t.on_day, 'YYYY')`;
  const unit = by === 'month' ? sql`''::text` : sql`t.unit_id`;
  const { rows } = await db.execute<AllRow>(sql`
    select t.register_key as "registerKey", t.measure, ${cell} as cell, ${unit} as "unitId",
           sum(t.numerator)::text as numerator, sum(t.denominator)::text as denominator, sum(t.missing)::text as missing
      from register_tally t
     where t.agency_id = ${scope.agencyId} and t.on_day between ${scope.firstDay}::date and ${scope.lastDay}::date
       and t.turns_on < ${scope.today}::date and ${unitsIn(scope.unitIds, sql`t.unit_id`)}
     group by 1, 2, 3, 4 order by 1, 2, 3, 4 limit 200000`);
  return rows;
}
