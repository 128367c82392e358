import { sql } from 'drizzle-orm';
import type { Instant } from '../../../kernel/clock.ts';
import type { AgencyId, FileId } from '../../../kernel/ids.ts';
import type { Db, Transaction } from '../../../server/database.ts';

export type StoredFile = {
  fileId: FileId;
  sha256: string;
  byteCount: number;
  name: string;
  mediaType: string;
  createdAt: Instant;
  createdBy: string;
};

export async function insertFile(tx: Transaction, agencyId: AgencyId, file: StoredFile): Promise<void> {
  await tx.execute(sql`
    insert into stored_file (agency_id, file_id, sha256, byte_count, name, media_type, created_at, created_by)
    values (${agencyId}, ${file.fileId}, ${file.sha256}, ${file.byteCount}, ${file.name}, ${file.mediaType},
      ${file.createdAt}::timestamptz, ${file.createdBy})`);
}

export async function findFile(db: Db, agencyId: AgencyId, fileId: FileId): Promise<StoredFile | null> {
  const { rows } = await db.execute<StoredFile>(sql`
    select file_id as "fileId", sha256, byte_count as "byteCount", name, media_type as "mediaType",
           created_at as "createdAt", created_by as "createdBy"
      from stored_file where agency_id = ${agencyId} and file_id = ${fileId}`);
  return rows[0] ?? null;
}

const PAGE_SIZE = 5000;

/** The files of these identifiers that the agency has. */
export async function findFiles(db: Db, agencyId: AgencyId, fileIds: readonly string[]): Promise<StoredFile[]> {
  if (fileIds.length === 0) return [];
  const { rows } = await db.execute<StoredFile>(sql`
    select file_id as "fileId", sha256, byte_count as "byteCount", name, media_type as "mediaType",
           created_at as "createdAt", created_by as "createdBy"
      from stored_file where agency_id = ${agencyId}
       and file_id in (select jsonb_array_elements_text(${JSON.stringify(fileIds)}::jsonb))
     order by file_id limit ${PAGE_SIZE}`);
  return rows;
}
