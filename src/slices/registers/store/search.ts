import { sql } from 'drizzle-orm';
import type { AgencyId } from '../../../kernel/ids.ts';
import type { Db } from '../../../server/database.ts';
import type { Register } from '../rules/compile.ts';
import { searchQuery, textList } from './conditions.ts';
import { RECORD_COLUMNS, type StoredRecord } from './records.ts';

/** Enough to choose the best few from; a word that stands in every record must not make a search slow. */
const MOST_LOOKED_AT = 200;

export type SearchAsked = {
  readonly registers: readonly Register[];
  readonly typed: readonly string[];
  /** Units of the reader's reach; null: any. */
  readonly unitIds: readonly string[] | null;
  readonly limit: number;
};

export type FoundAnywhere = StoredRecord & { readonly registerKey: string };

/** Records of any of the registers whose words hold what was typed, the newest change first. */
export async function searchRecords(
  db: Db,
  agencyId: AgencyId,
  { registers, typed, unitIds, limit }: SearchAsked,
): Promise<FoundAnywhere[]> {
  if (registers.length === 0 || typed.length === 0) return [];
  const reach = unitIds === null ? sql`` : sql` and r.unit_id in ${textList(unitIds)}`;
  // Each register is asked by itself: one question with the words of all of them is so long that every record is read.
  const asked = registers.map(
    (register) => sql`(select * from register_record r
      where r.agency_id = ${agencyId} and r.register_key = ${register.declaration.key} and r.deleted_at is null
        and r.words @@ ${searchQuery(register, typed)}::tsquery${reach} limit ${MOST_LOOKED_AT})`,
  );
  const { rows } = await db.execute<FoundAnywhere>(sql`
    select r.register_key as "registerKey", ${RECORD_COLUMNS} from (${sql.join(asked, sql` union all `)}) r
     order by r.changed_at desc, r.register_key, r.record_id limit ${limit}`);
  return rows;
}
