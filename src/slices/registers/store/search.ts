import { type SQL, sql } from 'drizzle-orm';
import type { AgencyId } from '../../../kernel/ids.ts';
import type { Db } from '../../../server/database.ts';
import type { Register } from '../rules/compile.ts';
import { isOneOf, searchQuery } from './conditions.ts';
import { RECORD_COLUMNS, type StoredRecord } from './records.ts';

/** Enough to choose the best few from. */
const MOST_FOUND = 200;
/** The newest records of each register, where words that many records have are found without the index. */
const NEWEST = 300;

export type SearchAsked = {
  readonly registers: readonly Register[];
  readonly typed: readonly string[];
  /** Units of the reader's reach; null: any. */
  readonly unitIds: readonly string[] | null;
  readonly limit: number;
};

export type FoundAnywhere = StoredRecord & { readonly registerKey: string };

/** What each register is asked: by itself, for one question with the words of all of them reads every record. */
type Ask = (base: SQL, words: SQL) => SQL;

const amongNewest: Ask = (base, words) => sql`(select * from (
  select * from register_record r where ${base} order by r.record_id desc limit ${NEWEST}) r where ${words} limit ${MOST_FOUND})`;
const amongAll: Ask = (base, words) =>
  sql`(select * from register_record r where ${base} and ${words} limit ${MOST_FOUND})`;

/**
 * Records of any of the registers whose words hold what was typed, the newest change first. Words that stand in many
 * records are found among the newest of each register: the word index would find all of them first.
 */
export async function searchRecords(
  db: Db,
  agencyId: AgencyId,
  { registers, typed, unitIds, limit }: SearchAsked,
): Promise<FoundAnywhere[]> {
  if (registers.length === 0 || typed.length === 0) return [];
  const reach = unitIds === null ? sql`` : sql` and ${isOneOf(sql`r.unit_id`, unitIds)}`;
  const find = async (ask: Ask): Promise<FoundAnywhere[]> => {
    const asked = registers.map((register) =>
      ask(
        sql`r.agency_id = ${agencyId} and r.register_key = ${register.declaration.key} and r.deleted_at is null${reach}`,
        sql`r.words @@ ${searchQuery(register, typed)}::tsquery`,
      ),
    );
    const { rows } = await db.execute<FoundAnywhere>(sql`
      select r.register_key as "registerKey", ${RECORD_COLUMNS} from (${sql.join(asked, sql` union all `)}) r
       order by r.changed_at desc, r.register_key, r.record_id limit ${limit}`);
    return rows;
  };
  const newest = await find(amongNewest);
  return newest.length === limit ? newest : find(amongAll);
}
