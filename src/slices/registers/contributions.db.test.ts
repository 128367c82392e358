import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { civilDate } from '../../kernel/civil-date.ts';
import type { Database } from '../../server/database.ts';
import { loadMigrations, migrateUp, takeMigrationsBack } from '../../server/migrations.ts';
import { sampleAgency, samplePerson } from '../../server/sample.ts';
import { openTestApp, type TestApp } from '../../testing/app.ts';
import { testEngines } from '../../testing/database.ts';
import { declareForTest, lettersRegister } from '../../testing/registers.ts';
import { createRecord } from './actions/create-record.ts';
import { deleteRecord } from './actions/delete-record.ts';
import { packContributions, unpackContributions } from './rules/contribution-text.ts';
import type { Contribution } from './rules/tally.ts';

const SHORTER = 70;

const odd: Contribution[] = [
  {
    measure: '~total',
    onDay: civilDate('2026-11-20'),
    unitId: '',
    value: '',
    turnsOn: null,
    numerator: '1',
    denominator: '0',
    missing: '0',
  },
  {
    measure: 'named@1x',
    onDay: civilDate('2026-01-02'),
    unitId: 'unit_vpdk',
    value: '50% | a;b\\N %7C\t\n\r',
    turnsOn: civilDate('2026-02-03'),
    numerator: '-12.5',
    denominator: '0',
    missing: '1',
  },
];

describe.each(testEngines)('what records add to measures, as it is stored on $name', (engine) => {
  let site: TestApp;
  let database: Database;
  beforeAll(async () => {
    site = await openTestApp(engine);
    database = site.context.database;
    await declareForTest(site.context);
    const values = {
      unit: 'unit_vpdk',
      received: '2026-11-02',
      subject: 'Đơn số 1',
      pages: 4,
      fee: '120000',
      done: '12.5',
    };
    const made = [];
    for (const at of [0, 1, 2]) {
      const answer = await createRecord(site.context, samplePerson, lettersRegister.key, {
        step: null,
        values: { ...values, subject: `Đơn ${at}`, ...(at === 1 ? { answered: '2026-11-05' } : {}) },
      });
      if (!answer.ok) throw new Error(JSON.stringify(answer.refusal));
      made.push(answer.value);
    }
    const [last] = made.slice(-1);
    if (last) await deleteRecord(site.context, samplePerson, lettersRegister.key, last.recordId);
    await database.execute(sql`
      update register_record set contributions = ${packContributions(odd)}
       where agency_id = ${sampleAgency} and values ->> 'subject' = 'Đơn 0'`);
  });
  afterAll(() => site.close());

  const stored = async (): Promise<string[]> => {
    const { rows } = await database.execute<{ text: string }>(
      sql`select contributions::text as text from register_record order by record_id`,
    );
    return rows.map(({ text }) => text);
  };

  test('goes down to the long form and up again to the same, odd signs and deleted records included', async () => {
    const before = await stored();
    expect(before.filter((text) => text === '')).toHaveLength(1);
    const migrations = loadMigrations();
    await database.transaction((tx) => takeMigrationsBack(tx, migrations, SHORTER - 1));
    const long = (await stored()).map((text) => JSON.parse(text) as Contribution[]);
    expect(long).toEqual(before.map(unpackContributions));
    expect(long).toContainEqual(odd);
    await migrateUp(database, migrations);
    expect(await stored()).toEqual(before);
  });
});
