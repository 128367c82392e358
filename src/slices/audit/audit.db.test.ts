import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Instant } from '../../kernel/clock.ts';
import type { AgencyId } from '../../kernel/ids.ts';
import type { Database } from '../../server/database.ts';
import { type TestEngine, testEngines } from '../../testing/database.ts';
import { insertAgency } from '../identity/server.ts';
import { type AuditFact, appendAudit, verifyChain } from './server.ts';
import { findAuditEntries } from './store/audit.ts';

const AT = '2026-11-20T01:00:00.000Z' as Instant;

/** A chain of its own for each test, on the database that the file shares. */
async function agencyWith(database: Database, entries: number): Promise<AgencyId> {
  const agencyId: AgencyId = `agency_${crypto.randomUUID()}`;
  const fact = (number: number): AuditFact => ({
    action: 'task.change',
    subjectKind: 'task',
    subjectId: `task_${number}`,
    after: { number },
  });
  await database.transaction(async (tx) => {
    await insertAgency(tx, { agencyId, name: 'Sở A', shortName: 'SA', province: 'tỉnh mẫu' }, AT);
    const facts = Array.from({ length: entries }, (_, place) => fact(place + 1));
    await appendAudit(tx, { agencyId, actorId: null, actorName: 'Hệ thống' }, AT, facts);
  });
  return agencyId;
}

/** What somebody with full power over the database could do: the triggers are taken away and put back. */
async function tamper(database: Database, statement: ReturnType<typeof sql>): Promise<void> {
  await database.transaction(async (tx) => {
    await tx.execute(sql`alter table audit_entry disable trigger user`);
    await tx.execute(statement);
    await tx.execute(sql`alter table audit_entry enable trigger user`);
  });
}

const append = (database: Database, agencyId: AgencyId, facts: AuditFact[]): Promise<void> =>
  database.transaction((tx) => appendAudit(tx, { agencyId, actorId: 'user_1', actorName: 'Một người' }, AT, facts));

describe.each<TestEngine>(testEngines)('the audit chain on $name', (engine) => {
  let database: Database;
  beforeAll(async () => {
    database = await engine.open();
  });
  afterAll(() => database.close());

  test('of an agency without entries is whole', async () => {
    expect(await verifyChain(database, await agencyWith(database, 0))).toMatchObject({ isWhole: true, entries: 0 });
  });

  test('is whole after more entries than one page holds', async () => {
    expect(await verifyChain(database, await agencyWith(database, 2100))).toMatchObject({
      isWhole: true,
      entries: 2100,
    });
  });

  test.each([
    {
      deed: 'a changed field',
      statement: (agency: string) =>
        sql`update audit_entry set after = '{"number": 7}' where agency_id = ${agency} and sequence = 3`,
      verdict: { isWhole: false, sequence: 3, reason: 'changed' },
    },
    {
      deed: 'a changed name of who did it',
      statement: (agency: string) =>
        sql`update audit_entry set actor_name = 'Người khác' where agency_id = ${agency} and sequence = 4`,
      verdict: { isWhole: false, sequence: 4, reason: 'changed' },
    },
    {
      deed: 'a changed time',
      statement: (agency: string) =>
        sql`update audit_entry set at = at + interval '1 second' where agency_id = ${agency} and sequence = 1`,
      verdict: { isWhole: false, sequence: 1, reason: 'changed' },
    },
    {
      deed: 'a deleted entry',
      statement: (agency: string) => sql`delete from audit_entry where agency_id = ${agency} and sequence = 2`,
      verdict: { isWhole: false, sequence: 2, reason: 'missing' },
    },
    {
      deed: 'a cut end',
      statement: (agency: string) => sql`delete from audit_entry where agency_id = ${agency} and sequence > 3`,
      verdict: { isWhole: false, sequence: 4, reason: 'head-differs' },
    },
    {
      deed: 'everything deleted',
      statement: (agency: string) => sql`delete from audit_entry where agency_id = ${agency}`,
      verdict: { isWhole: false, sequence: 1, reason: 'head-differs' },
    },
    {
      deed: 'a deleted head',
      statement: (agency: string) => sql`delete from audit_head where agency_id = ${agency}`,
      verdict: { isWhole: false, sequence: 6, reason: 'head-differs' },
    },
    {
      deed: 'an entry put at the end past the head',
      statement: (agency: string) => sql`
        insert into audit_entry select agency_id, sequence + 1, at, actor_id, actor_name, action, subject_kind, subject_id,
          before, after, hash, hash from audit_entry where agency_id = ${agency} and sequence = 5`,
      verdict: { isWhole: false, sequence: 6, reason: 'changed' },
    },
  ])('tells $deed', async ({ statement, verdict }) => {
    const agencyId = await agencyWith(database, 5);
    await tamper(database, statement(agencyId));
    expect(await verifyChain(database, agencyId)).toEqual(verdict);
  });

  test.each([
    { deed: 'update', statement: sql`update audit_entry set actor_name = 'x'` },
    { deed: 'delete', statement: sql`delete from audit_entry` },
    { deed: 'truncate', statement: sql`truncate audit_entry` },
  ])('refuses $deed', async ({ statement }) => {
    await agencyWith(database, 1);
    await expect(database.execute(statement)).rejects.toThrow('append-only');
  });

  test('stays unbroken when 20 people write at once', async () => {
    const agencyId = await agencyWith(database, 0);
    const facts: AuditFact[] = [1, 2].map((number) => ({
      action: 'a',
      subjectKind: 'b',
      subjectId: `c${number}`,
      before: { number },
    }));
    await Promise.all(Array.from({ length: 20 }, () => append(database, agencyId, facts)));
    expect(await verifyChain(database, agencyId)).toMatchObject({ isWhole: true, entries: 40 });
  });

  test('is whole for a reader while others write', async () => {
    const agencyId = await agencyWith(database, 1500);
    const fact = { action: 'a', subjectKind: 'b', subjectId: 'c' };
    const writers = Array.from({ length: 10 }, () => append(database, agencyId, [fact]));
    expect(await verifyChain(database, agencyId)).toMatchObject({ isWhole: true });
    await Promise.all(writers);
  });

  test('keeps nothing of a change that was rolled back', async () => {
    const agencyId = await agencyWith(database, 2);
    const failing = database.transaction(async (tx) => {
      const fact = { action: 'a', subjectKind: 'b', subjectId: 'c' };
      await appendAudit(tx, { agencyId, actorId: null, actorName: 'Hệ thống' }, AT, [fact]);
      throw new Error('the change failed');
    });
    await expect(failing).rejects.toThrow('the change failed');
    expect(await verifyChain(database, agencyId)).toMatchObject({ isWhole: true, entries: 2 });
  });

  test('is whole whatever values were written', async () => {
    const agencyId = await agencyWith(database, 0);
    const text = fc.string({ unit: 'grapheme' }).filter((one) => !one.includes('\0'));
    const value = fc.oneof(
      text,
      fc.double({ noNaN: true }),
      fc.boolean(),
      fc.constant(null),
      fc.array(fc.maxSafeInteger()),
    );
    const facts = fc.sample(fc.dictionary(text, value), 200).map((after) => ({
      action: 'a',
      subjectKind: 'b',
      subjectId: 'c',
      after,
    }));
    await append(database, agencyId, facts);
    expect(await verifyChain(database, agencyId)).toMatchObject({ isWhole: true, entries: 200 });
  });

  test('is filtered by subject, actor, action and time, newest first', async () => {
    const agencyId = await agencyWith(database, 3);
    await append(database, agencyId, [{ action: 'unit.correct', subjectKind: 'unit', subjectId: 'unit_1' }]);
    const sequences = async (filter: object): Promise<number[]> =>
      (await findAuditEntries(database, agencyId, { limit: 50, ...filter })).map(({ sequence }) => sequence);
    expect(await sequences({})).toEqual([4, 3, 2, 1]);
    expect(await sequences({ limit: 2, beforeSequence: 4 })).toEqual([3, 2]);
    expect(await sequences({ subjectKind: 'unit', subjectId: 'unit_1' })).toEqual([4]);
    expect(await sequences({ actorId: 'user_1' })).toEqual([4]);
    expect(await sequences({ action: 'task.change' })).toEqual([3, 2, 1]);
    expect(await sequences({ fromAt: '2026-11-20T01:00:00.001Z' })).toEqual([]);
    expect(await sequences({ toAt: '2026-11-20T01:00:00.001Z' })).toHaveLength(4);
  });
});
