// A child that is killed: accepts copies of the sample's review one after the other and prints what it finds at its start.
import process from 'node:process';
import { sql } from 'drizzle-orm';
import type { ReviewId } from '../../kernel/ids.ts';
import { openEmbeddedDatabase } from '../../server/embedded-database.ts';
import { migrateUp } from '../../server/migrations.ts';
import { sampleAgency, samplePerson, seedSampleOffice } from '../../server/sample.ts';
import { newId } from '../../server/system.ts';
import { acceptReview } from '../../slices/plan/actions/accept-review.ts';
import { makeContext } from '../context.ts';

// A parent that is gone reads no more: end instead of writing on for ever.
process.stdout.on('error', () => process.exit(1));

const [, , dataFolder = ''] = process.argv;
const database = await openEmbeddedDatabase(dataFolder);
await migrateUp(database);
const context = makeContext({ database, config: { dataFolder } });
await seedSampleOffice(context);

/** Every count that an accept writes; after whole accepts only, each is a multiple of the number of plans. */
const { rows } = await database.execute(sql`
  select (select count(*) from plan) as plans,
         (select count(*) from review where state = 'accepted' and plan_id is not null) as reviews,
         (select count(*) from audit_entry where action = 'review.accept') as facts,
         (select count(*) from plan_area) as areas, (select count(*) from deficit) as deficits,
         (select count(*) from task) as tasks, (select count(*) from task_unit) as units,
         (select coalesce(json_agg(plan_id), '[]') from plan) as "planIds"`);
process.stdout.write(`${JSON.stringify(rows[0])}\n`);

for (;;) {
  const reviewId: ReviewId = newId('review');
  await database.execute(sql`
    insert into review (agency_id, review_id, file_id, state, draft, source, created_by, created_at, changed_at)
    select agency_id, ${reviewId}, file_id, 'open', draft, source, created_by, created_at, changed_at
      from review where agency_id = ${sampleAgency} and state = 'accepted' order by review_id limit 1`);
  const accepted = await acceptReview(context, samplePerson, { reviewId, version: 1, renews: null });
  if (!accepted.ok) throw new Error(accepted.refusal.code);
  process.stdout.write(`${accepted.value.planId}\n`);
}
