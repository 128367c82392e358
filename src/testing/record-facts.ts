import { sql } from 'drizzle-orm';
import type { AgencyId } from '../kernel/ids.ts';
import type { Db } from '../server/database.ts';
import { loadWorkingCalendar } from '../slices/calendar/server.ts';
import type { Register } from '../slices/registers/rules/compile.ts';
import { deriveRecord } from '../slices/registers/rules/derive.ts';

/** A record as the rules see it, made from nothing but its values, step and day of entry. */
export type FactsRecord = ReturnType<typeof deriveRecord>['facts'] & { readonly recordId: string };

type Row = {
  recordId: string;
  values: Record<string, unknown>;
  step: string | null;
  stepOn: string | null;
  createdOn: string;
};

/** Every record of a register that is not deleted, derived anew from its values: what fast answers are compared with. */
export async function factsOf(
  db: Db,
  { agencyId, register }: { agencyId: AgencyId; register: Register },
): Promise<FactsRecord[]> {
  const calendar = await loadWorkingCalendar(db, agencyId);
  const { rows } = await db.execute<Row>(sql`
    select record_id as "recordId", values, step, step_on as "stepOn",
           (created_at at time zone 'Asia/Ho_Chi_Minh')::date as "createdOn"
      from register_record
     where agency_id = ${agencyId} and register_key = ${register.declaration.key} and deleted_at is null order by record_id`);
  return rows.map(({ recordId, ...row }) => {
    const state = row as unknown as Parameters<typeof deriveRecord>[1];
    return { ...deriveRecord(register, state, calendar).facts, recordId };
  });
}
