import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { civilDate } from '../../kernel/civil-date.ts';
import type { Database } from '../../server/database.ts';
import { openEmbeddedDatabase } from '../../server/embedded-database.ts';
import { samplePerson } from '../../server/sample.ts';
import { openServerDatabase } from '../../server/server-database.ts';
import { runAndKill } from '../../testing/killed/killed-child.ts';
import { factsOf } from '../../testing/record-facts.ts';
import { loadRegister } from './actions/load-register.ts';
import { readFigures } from './actions/measure-source.ts';
import { recount } from './rules/recount.ts';

type Found = { state: string; readRows: number; madeRows: number; records: number; changes: number; rows: number };

/** How far the only import is, and what is there of it. */
async function look(database: Database): Promise<Found> {
  const { rows } = await database.execute<Found>(sql`
    select i.state, i.read_rows as "readRows", i.made_rows as "madeRows",
           (select count(*)::int from register_record r where r.import_id = i.import_id) as records,
           (select count(*)::int from register_change c where c.kind = 'created') as changes,
           (select count(distinct r.values ->> 'subject')::int from register_record r) as rows
      from register_import i`);
  const [one] = rows;
  if (rows.length !== 1 || !one) throw new Error(`${rows.length} imports`);
  return one;
}

/** Every measure says what a plain recount of the records says. */
async function checkMeasures(database: Database): Promise<void> {
  const loaded = await loadRegister(database, samplePerson.agencyId, 'letters');
  if (!loaded) throw new Error('no register');
  const { register } = loaded;
  const records = await factsOf(database, { agencyId: samplePerson.agencyId, register });
  const scope = { firstDay: civilDate('2026-01-01'), lastDay: civilDate('2026-12-31'), units: 0 };
  const today = civilDate('2026-12-01');
  for (const [name, measure] of Object.entries(register.declaration.measures ?? {})) {
    if (measure.outOf === 'units') continue;
    const found = { register, name, measure };
    const figures = await readFigures(database, samplePerson.agencyId, found, { ...scope, today, unitIds: null });
    expect({ name, figures }).toEqual({
      name,
      figures: recount(register, measure, { ...scope, records, unitId: null, today }),
    });
  }
}

const serverUrl = process.env.TEST_DATABASE_URL;
const engines = [
  { name: 'embedded', url: '', rows: 1800 },
  ...(serverUrl ? [{ name: 'PostgreSQL', url: serverUrl, rows: 9000 }] : []),
];

test.each(engines)(
  'on $name an import that is killed with -9 twice goes on where it stood: nothing lost, nothing twice',
  { timeout: 300_000 },
  async ({ url, rows }) => {
    const folder = mkdtempSync(join(tmpdir(), 'caicach-import-'));
    const schema = `test_${process.pid}_${randomBytes(4).toString('hex')}`;
    const admin = url ? await openServerDatabase(url) : null;
    await admin?.execute(sql.raw(`create schema ${schema}`));
    const open = () => (url ? openServerDatabase(url, schema) : openEmbeddedDatabase(folder));
    const words = [folder, String(rows), ...(url ? [url, schema] : [])];
    const inspect = async (): Promise<Found> => {
      const database = await open();
      const found = await look(database);
      await checkMeasures(database);
      await database.close();
      return found;
    };
    try {
      // The third transaction that holds is the first part of the sheet; the kill falls into the next one.
      await runAndKill('import-sheet.ts', words, 5, 3);
      const first = await inspect();
      expect(first).toMatchObject({ state: 'running', records: first.madeRows, changes: first.madeRows });
      expect(first.madeRows).toBeGreaterThan(0);
      expect(first.madeRows).toBeLessThan(rows);
      await runAndKill('import-sheet.ts', words, 5, 2);
      const second = await inspect();
      expect(second).toMatchObject({ records: second.madeRows, changes: second.madeRows });
      expect(second.madeRows).toBeGreaterThan(first.madeRows);
      expect((await runAndKill('import-sheet.ts', words, 0, Number.POSITIVE_INFINITY)).at(-1)).toBe('done');
      expect(await inspect()).toMatchObject({ state: 'done', madeRows: rows, records: rows, changes: rows, rows });
    } finally {
      await admin?.execute(sql.raw(`drop schema ${schema} cascade`));
      await admin?.close();
      rmSync(folder, { recursive: true, force: true });
    }
  },
);
