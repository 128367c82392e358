import { sql } from 'drizzle-orm';
import type { CivilDate } from '../../../kernel/civil-date.ts';
import type { Instant } from '../../../kernel/clock.ts';
import type { AgencyId, FileId } from '../../../kernel/ids.ts';
import type { Db, Transaction } from '../../../server/database.ts';

export type EvidenceId = `evidence_${string}`;

/** A piece of evidence: a file, an official document by its number, or records of a register. */
export type Evidence = {
  evidenceId: EvidenceId;
  title: string;
  fileId: FileId | null;
  documentNumber: string | null;
  documentDate: CivilDate | null;
  issuer: string | null;
  address: string | null;
  createdName: string;
  createdAt: Instant;
};
/** `wanted`: which of the pieces that the set asks for it is, from 0; null: one more. */
export type EvidencePlace = { leafCode: string; wanted: number | null };
export type KeptEvidence = Evidence & { fileName: string | null; byteCount: number | null; leaves: EvidencePlace[] };

export async function findEvidence(db: Db, agencyId: AgencyId, year: number): Promise<KeptEvidence[]> {
  const { rows } = await db.execute<KeptEvidence>(sql`
    select e.evidence_id as "evidenceId", e.title, e.file_id as "fileId", e.document_number as "documentNumber",
           e.document_date as "documentDate", e.issuer, e.address, e.created_name as "createdName", e.created_at as "createdAt",
           f.name as "fileName", f.byte_count::float8 as "byteCount",
           coalesce((select jsonb_agg(jsonb_build_object('leafCode', l.leaf_code, 'wanted', l.wanted) order by l.leaf_code)
             from leaf_evidence l where l.agency_id = e.agency_id and l.evidence_id = e.evidence_id), '[]'::jsonb) as leaves
      from evidence e left join stored_file f on f.agency_id = e.agency_id and f.file_id = e.file_id
     where e.agency_id = ${agencyId} and e.year = ${year} order by e.evidence_id limit 5000`);
  return rows;
}

export async function findPiece(
  db: Db,
  agencyId: AgencyId,
  evidenceId: EvidenceId,
): Promise<{ year: number; title: string; fileId: FileId | null } | null> {
  const { rows } = await db.execute<{ year: number; title: string; fileId: FileId | null }>(sql`
    select year, title, file_id as "fileId" from evidence where agency_id = ${agencyId} and evidence_id = ${evidenceId}`);
  return rows[0] ?? null;
}

export async function insertEvidence(
  tx: Transaction,
  agencyId: AgencyId,
  year: number,
  piece: Evidence & { createdBy: string },
): Promise<void> {
  await tx.execute(sql`
    insert into evidence (agency_id, evidence_id, year, title, file_id, document_number, document_date, issuer, address,
      created_by, created_name, created_at)
    values (${agencyId}, ${piece.evidenceId}, ${year}, ${piece.title}, ${piece.fileId}, ${piece.documentNumber},
      ${piece.documentDate}::date, ${piece.issuer}, ${piece.address}, ${piece.createdBy}, ${piece.createdName},
      ${piece.createdAt}::timestamptz)`);
}

export async function replaceEvidencePlaces(
  tx: Transaction,
  agencyId: AgencyId,
  piece: { year: number; evidenceId: EvidenceId; leaves: readonly EvidencePlace[] },
): Promise<void> {
  await tx.execute(sql`
    delete from leaf_evidence where agency_id = ${agencyId} and year = ${piece.year} and evidence_id = ${piece.evidenceId}`);
  if (piece.leaves.length === 0) return;
  const values = piece.leaves.map(
    ({ leafCode, wanted }) => sql`(${agencyId}, ${piece.year}, ${leafCode}, ${piece.evidenceId}, ${wanted}::int)`,
  );
  await tx.execute(sql`
    insert into leaf_evidence (agency_id, year, leaf_code, evidence_id, wanted) values ${sql.join(values, sql`, `)}`);
}

export async function deleteEvidence(tx: Transaction, agencyId: AgencyId, evidenceId: EvidenceId): Promise<boolean> {
  const { rows } = await tx.execute(sql`
    delete from evidence where agency_id = ${agencyId} and evidence_id = ${evidenceId} returning evidence_id`);
  return rows.length > 0;
}

export type LeafReach = {
  leafCode: string;
  effort: string | null;
  certainty: string | null;
  ownerUnitId: string | null;
};

export async function findReaches(db: Db, agencyId: AgencyId, year: number): Promise<LeafReach[]> {
  const { rows } = await db.execute<LeafReach>(sql`
    select leaf_code as "leafCode", trim_scale(effort) as effort, trim_scale(certainty) as certainty, owner_unit_id as "ownerUnitId"
      from leaf_reach where agency_id = ${agencyId} and year = ${year} order by leaf_code limit 1000`);
  return rows;
}

export async function saveReaches(
  tx: Transaction,
  agencyId: AgencyId,
  year: number,
  reaches: readonly LeafReach[],
): Promise<void> {
  if (reaches.length === 0) return;
  const values = reaches.map(
    (reach) =>
      sql`(${agencyId}, ${year}, ${reach.leafCode}, ${reach.effort}::numeric, ${reach.certainty}::numeric, ${reach.ownerUnitId})`,
  );
  await tx.execute(sql`
    insert into leaf_reach (agency_id, year, leaf_code, effort, certainty, owner_unit_id) values ${sql.join(values, sql`, `)}
    on conflict (agency_id, year, leaf_code) do update set effort = excluded.effort, certainty = excluded.certainty,
      owner_unit_id = excluded.owner_unit_id`);
}
