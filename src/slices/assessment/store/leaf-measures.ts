import { sql } from 'drizzle-orm';
import type { Instant } from '../../../kernel/clock.ts';
import type { AgencyId } from '../../../kernel/ids.ts';
import type { Db, Transaction } from '../../../server/database.ts';
import type { MeasureCell, MeasureFigures } from '../../registers/index.ts';
import type { LeafTie } from '../rules/what-counts.ts';

export type StoredTie = LeafTie & { decidedName: string; decidedAt: Instant };

export async function findTies(db: Db, agencyId: AgencyId, year: number): Promise<StoredTie[]> {
  const { rows } = await db.execute<StoredTie>(sql`
    select leaf_code as "leafCode", measure_key as "measureKey", counts, decided_name as "decidedName", decided_at as "decidedAt"
      from leaf_measure where agency_id = ${agencyId} and year = ${year} order by leaf_code limit 1000`);
  return rows;
}

export type TieBy = { by: string; name: string; at: Instant };

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
      sql`(${agencyId}, ${year}, ${tie.leafCode}, ${tie.measureKey}, ${tie.counts}, ${by}, ${name}, ${at}::timestamptz)`,
  );
  await tx.execute(sql`
    insert into leaf_measure (agency_id, year, leaf_code, measure_key, counts, decided_by, decided_name, decided_at)
    values ${sql.join(values, sql`, `)}
    on conflict (agency_id, year, leaf_code) do update set measure_key = excluded.measure_key, counts = excluded.counts,
      decided_by = excluded.decided_by, decided_name = excluded.decided_name, decided_at = excluded.decided_at`);
}

export async function deleteTie(tx: Transaction, agencyId: AgencyId, year: number, leafCode: string): Promise<void> {
  await tx.execute(sql`
    delete from leaf_measure where agency_id = ${agencyId} and year = ${year} and leaf_code = ${leafCode}`);
}

/** What counts for a leaf from the closing date on. */
export type FrozenFigure = {
  leafCode: string;
  source: 'computed' | 'entered';
  input: Record<string, unknown> | null;
  entryId: string | null;
  measureKey: string | null;
  figures: MeasureFigures | null;
  byUnit: MeasureCell[] | null;
  extractedAt: Instant | null;
};

export async function findFrozen(db: Db, agencyId: AgencyId, year: number): Promise<FrozenFigure[]> {
  const { rows } = await db.execute<FrozenFigure>(sql`
    select leaf_code as "leafCode", source, input, entry_id as "entryId", measure_key as "measureKey", figures,
           by_unit as "byUnit", extracted_at as "extractedAt"
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
      ${json(one.figures)}, ${json(one.byUnit)}, ${one.extractedAt}::timestamptz)`,
  );
  await tx.execute(sql`
    insert into measure_freeze (agency_id, year, leaf_code, source, input, entry_id, measure_key, figures, by_unit, extracted_at)
    values ${sql.join(values, sql`, `)}`);
}
