// A child that is killed: writes transactions to an embedded database and prints the number of each once it is acknowledged.
import process from 'node:process';
import { sql } from 'drizzle-orm';
import { openEmbeddedDatabase } from '../../server/embedded-database.ts';

// A parent that is gone reads no more: end instead of writing on for ever.
process.stdout.on('error', () => process.exit(1));

const database = await openEmbeddedDatabase(process.argv[2] ?? '');
await database.transaction(async (tx) => {
  await tx.execute(sql`create table if not exists fact (number int primary key, text text not null)`);
  await tx.execute(sql`create table if not exists part (number int not null references fact, place int not null)`);
});
const { rows } = await database.execute<{ facts: number; newest: number; parts: number }>(sql`
  select (select count(*) from fact) as facts, (select coalesce(max(number), 0) from fact) as newest,
         (select count(*) from part) as parts`);
process.stdout.write(`found ${JSON.stringify(rows[0])}\n`);
for (let number = (rows[0]?.newest ?? 0) + 1; ; number += 1) {
  await database.transaction(async (tx) => {
    await tx.execute(sql`insert into fact (number, text) values (${number}, ${'x'.repeat(200)})`);
    await tx.execute(sql`insert into part (number, place) values (${number}, 1), (${number}, 2)`);
  });
  process.stdout.write(`${number}\n`);
}
