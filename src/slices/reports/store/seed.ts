import { sql } from 'drizzle-orm';
import type { AgencyId } from '../../../kernel/ids.ts';
import type { Transaction } from '../../../server/database.ts';
import type { Mark } from '../rules/standing.ts';
import type { HandIn, SubmissionKey } from './submissions.ts';
import { renewCells } from './tallies.ts';

export type SeedSubmission = SubmissionKey & { mark: Mark; handIns: readonly HandIn[] };

const ROWS_AT_ONCE = 200;

/** Writes many submissions at once: the sample and the measurements, never a person's work. */
export async function insertSubmissions(
  tx: Transaction,
  agencyId: AgencyId,
  submissions: readonly SeedSubmission[],
): Promise<void> {
  for (let from = 0; from < submissions.length; from += ROWS_AT_ONCE) {
    const some = submissions.slice(from, from + ROWS_AT_ONCE);
    const marks = some.map(
      ({ year, dutyId, key, unitId, mark }) => sql`(${agencyId}, ${year}, ${dutyId}, ${key}, ${unitId}, ${mark.state},
        ${mark.firstOn}::date, ${mark.lastOn}::date, ${mark.againBy}::date, ${mark.handIns}::int, ${mark.returns}::int)`,
    );
    await tx.execute(sql`
      insert into report_submission (agency_id, year, duty_id, period_key, unit_id, state, first_handed_in_on,
        last_handed_in_on, again_by, hand_in_count, return_count) values ${sql.join(marks, sql`, `)}`);
    const handIns = some.flatMap(({ dutyId, key, unitId, handIns: own }) =>
      own.map(
        (one) => sql`(${agencyId}, ${dutyId}, ${key}, ${unitId}, ${one.number}::int, ${one.handedInAt}::timestamptz,
          ${one.handedInOn}::date, ${one.handedInBy}, ${one.handedInName}, ${JSON.stringify(one.content)}::jsonb,
          ${one.returnedOn}::date, ${one.returnedByName}, ${one.returnReason}, ${one.againBy}::date)`,
      ),
    );
    if (handIns.length === 0) continue;
    await tx.execute(sql`
      insert into report_hand_in (agency_id, duty_id, period_key, unit_id, number, handed_in_at, handed_in_on,
        handed_in_by, handed_in_name, content, returned_on, returned_by_name, return_reason, again_by)
      values ${sql.join(handIns, sql`, `)}`);
  }
  await renewCells(tx, agencyId, [...new Set(submissions.map(({ year }) => year))]);
}
