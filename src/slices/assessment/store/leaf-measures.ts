import { sql } from 'drizzle-orm';
import type { Instant } from '../../../kernel/clock.ts';
import type { AgencyId } from '../../../kernel/ids.ts';
import type { Db, Transaction } from '../../../server/database.ts';
import type { MeasureCell, MeasureFigures } from '../../registers/index.ts';
import type { LeafTie } from '../rules/what-counts.ts';

/** Place of a tie from before places were: every measure that its source made for the leaf. */
export const ALL_PLACES = -1;

export type StoredTie = LeafTie & { decidedName: string; decidedAt: Instant };

export async function findTies(db: Db, agencyId: AgencyId, year: number): Promise<StoredTie[]> {
  const { rows } = await db.execute<StoredTie>(sql`
    select leaf_code as "leafCode", place, measure_key as "measureKey", counts, decided_name as "decidedName",
           decided_at as "decidedAt"
      from leaf_measure where agency_id = ${agencyId} and year = ${year} order by leaf_code, place limit 5000`);
  return rows;
}

export type TieBy = { by: string; name: string; at: Instant };

/** Keeps the ties, each at its place; a leaf goes by what the newest of them says, at all its places. */
export async function saveTies(
  tx: Transaction,
  agencyId: AgencyId,
  year: number,
  ties: readonly LeafTie[],
  { by, name, at }: TieBy,
): Promise<void> {
  if (ties.length === 0) return;
  const values = ties.map(
    (tie) =>
      sql`(${agencyId}, ${year}, ${tie.leafCode}, ${tie.place}, ${tie.measureKey}, ${tie.counts}, ${by}, ${name}, ${at}::timestamptz)`,
  );
  await tx.execute(sql`
    insert into leaf_measure (agency_id, year, leaf_code, place, measure_key, counts, decided_by, decided_name, decided_at)
    values ${sql.join(values, sql`, `)}
    on conflict (agency_id, year, leaf_code, place) do update set measure_key = excluded.measure_key, counts = excluded.counts,
      decided_by = excluded.decided_by, decided_name = excluded.decided_name, decided_at = excluded.decided_at`);
  const choices = ties.map(({ leafCode, counts }) => sql`(${leafCode}, ${counts})`);
  await tx.execute(sql`
    update leaf_measure l set counts = c.counts from (values ${sql.join(choices, sql`, `)}) c (leaf_code, counts)
     where l.agency_id = ${agencyId} and l.year = ${year} and l.leaf_code = c.leaf_code and l.counts <> c.counts`);
}

export async function deleteTie(
  tx: Transaction,
  agencyId: AgencyId,
  year: number,
  { leafCode, place }: Pick<LeafTie, 'leafCode' | 'place'>,
): Promise<void> {
  await tx.execute(sql`
    delete from leaf_measure
     where agency_id = ${agencyId} and year = ${year} and leaf_code = ${leafCode} and place = ${place}`);
}

/** A measure at one place of a frozen leaf. */
export type FrozenPlace = {
  place: number;
  measureKey: string;
  figures: MeasureFigures | null;
  byUnit: MeasureCell[];
};

/** What counts for a leaf from the closing date on. */
export type FrozenFigure = {
  leafCode: string;
  source: 'computed' | 'entered';
  input: Record<string, unknown> | null;
  entryId: string | null;
  measureKey: string | null;
  figures: MeasureFigures | null;
  byUnit: MeasureCell[] | null;
  /** Every measure of a leaf whose rule has several places; null elsewhere. */
  places: FrozenPlace[] | null;
  extractedAt: Instant | null;
};

export async function findFrozen(db: Db, agencyId: AgencyId, year: number): Promise<FrozenFigure[]> {
  const { rows } = await db.execute<FrozenFigure>(sql`
    select leaf_code as "leafCode", source, input, entry_id as "entryId", measure_key as "measureKey", figures,
           by_unit as "byUnit", places, extracted_at as "extractedAt"
      from measure_freeze where agency_id = ${agencyId} and year = ${year} order by leaf_code limit 1000`);
  return rows;
}

/** Marks the year as closed. @returns whether it was open before */
export async function closeYear(tx: Transaction, agencyId: AgencyId, year: number, at: Instant): Promise<boolean> {
  const { rows } = await tx.execute(sql`
    update index_year set frozen_at = ${at}::timestamptz
     where agency_id = ${agencyId} and year = ${year} and frozen_at is null returning year`);
  return rows.length > 0;
}

export async function insertFrozen(
  tx: Transaction,
  agencyId: AgencyId,
  year: number,
  figures: readonly FrozenFigure[],
): Promise<void> {
  if (figures.length === 0) return;
  const json = (value: unknown) => sql`${value === null ? null : JSON.stringify(value)}::jsonb`;
  const values = figures.map(
    (
      one,
    ) => sql`(${agencyId}, ${year}, ${one.leafCode}, ${one.source}, ${json(one.input)}, ${one.entryId}, ${one.measureKey},
      ${json(one.figures)}, ${json(one.byUnit)}, ${json(one.places)}, ${one.extractedAt}::timestamptz)`,
  );
  await tx.execute(sql`
    insert into measure_freeze (agency_id, year, leaf_code, source, input, entry_id, measure_key, figures, by_unit, places, extracted_at)
    values ${sql.join(values, sql`, `)}`);
}
