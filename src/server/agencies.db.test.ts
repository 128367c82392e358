import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AgencyId } from '../kernel/ids.ts';
import { MAIN_CALENDAR } from '../slices/calendar/index.ts';
import type { Role } from '../slices/identity/index.ts';
import { hashPassword, insertAgency, insertUser } from '../slices/identity/server.ts';
import { openTestApp, type TestApp } from '../testing/app.ts';
import { testEngines } from '../testing/database.ts';
import { type Operation, operationsOf } from '../testing/operations.ts';
import { makeBackup } from './backup/write-backup.ts';
import { sampleAgency, samplePerson } from './sample.ts';
import { seedIndexRecords } from './sample-index-records.ts';
import { seedSampleRegisters } from './sample-registers.ts';

const otherAgency: AgencyId = 'agency_other';
const password = 'một câu của Sở khác';

/** Where a real id of the sample is found for each kind of id that an operation takes. */
const SOURCES: Readonly<Record<string, [table: string, column: string]>> = {
  unit: ['unit', 'unit_id'],
  user: ['app_user', 'user_id'],
  session: ['session', 'session_id'],
  file: ['stored_file', 'file_id'],
  plan: ['plan', 'plan_id'],
  review: ['review', 'review_id'],
  task: ['task', 'task_id'],
  deficit: ['deficit', 'deficit_id'],
  set: ['criteria_set', 'set_id'],
  scenario: ['scenario', 'scenario_id'],
  calendar: ['office_calendar', 'calendar_id'],
  duty: ['report_duty', 'duty_id'],
  record: ['register_record', 'record_id'],
  import: ['register_import', 'import_id'],
  view: ['register_view', 'view_id'],
  product: ['task_product', 'product_id'],
  extension: ['task_extension', 'extension_id'],
  evidence: ['evidence', 'evidence_id'],
  loss: ['lost_point', 'loss_id'],
};

describe('an agency beside another in one database', () => {
  let site: TestApp;
  const real = new Map<string, string>();
  beforeAll(async () => {
    const [engine] = testEngines;
    if (!engine) throw new Error('no engine');
    site = await openTestApp(engine);
    await addToSample();
    const { database, clock } = site.context;
    const passwordHash = await hashPassword(password);
    await database.transaction(async (tx) => {
      const now = clock.now();
      await insertAgency(tx, { agencyId: otherAgency, name: 'Sở khác', shortName: 'SK', province: 'tỉnh khác' }, now);
      for (const role of ['administrator', 'par-officer'] as const satisfies Role[]) {
        const about = { displayName: role, role, unitId: null, passwordHash, mustChangePassword: false };
        await insertUser(
          tx,
          { agencyId: otherAgency, userId: `user_other_${role}`, username: `khac-${role}`, ...about },
          now,
        );
      }
    });
    for (const [kind, [table, column]] of Object.entries(SOURCES)) {
      const { rows } = await database.execute<{ id: string }>(sql`
        select ${sql.identifier(column)} as id from ${sql.identifier(table)}
         where agency_id = ${sampleAgency} order by 1 limit 1`);
      real.set(kind, rows[0]?.id ?? `${kind}_khongco`);
    }
  });
  afterAll(() => site.close());

  /** Records of kinds that the sample starts without. */
  async function addToSample(): Promise<void> {
    const officer = await site.logIn('cchc');
    for (const { operationId, method, url, body } of operationsOf(site.app)) {
      if (operationId === 'keepScenario') await officer(method, url, body);
      if (operationId === 'createCalendar') await officer(method, url, { ...body, copyFrom: MAIN_CALENDAR });
    }
    await seedSampleRegisters(site.context, samplePerson);
    await seedIndexRecords(site.context, samplePerson);
    await addRows();
  }

  /** What only a person with a file or an open task makes: a view, an import, a product, a request for more time. */
  async function addRows(): Promise<void> {
    const { database } = site.context;
    await database.execute(sql`
      insert into register_view (agency_id, register_key, view_id, name, user_id, is_shared, query, created_at)
      values (${sampleAgency}, 'feedback', 'view_1', 'Của tôi', 'user_cchc', true, '{}'::jsonb, now())`);
    await database.execute(sql`
      insert into register_import (agency_id, import_id, register_key, file_id, state, plan, rights, user_id, user_name,
        created_at, changed_at)
      select ${sampleAgency}, 'import_1', 'feedback', file_id, 'done', '{}'::jsonb, '{}'::jsonb, 'user_cchc', 'x', now(), now()
        from stored_file where agency_id = ${sampleAgency} limit 1`);
    await database.execute(sql`
      insert into task_product (agency_id, task_id, product_id, title, document_number, added_by, added_name, added_at)
      select ${sampleAgency}, task_id, 'product_1', 'Kế hoạch', '1/KH', 'user_cchc', 'x', now()
        from task where agency_id = ${sampleAgency} order by task_id limit 1`);
    await database.execute(sql`
      insert into task_extension (agency_id, task_id, extension_id, asked_by, asked_name, asked_on, reason, from_day, new_day, addressee)
      select ${sampleAgency}, task_id, 'extension_1', 'user_cchc', 'x', '2026-11-01', 'x', '2026-11-10', '2026-11-20', 'office'
        from task where agency_id = ${sampleAgency} order by task_id limit 1`);
  }

  const withRealIds = (text: string): string =>
    text.replace(/\b([a-z]+)_khongco/g, (id, kind: string) => real.get(kind) ?? id);

  const callAs = async (role: Role): Promise<(operation: Operation) => Promise<string>> => {
    const payload = { username: `khac-${role}`, password };
    const logIn = await site.app.inject({ method: 'POST', url: '/api/session', payload });
    const cookies = Object.fromEntries(logIn.cookies.map(({ name, value }) => [name, value]));
    return async ({ method, url, body }) => {
      const sent = body && JSON.parse(withRealIds(JSON.stringify(body)));
      const answer = await site.app.inject({
        method,
        url: withRealIds(url),
        cookies,
        ...(sent ? { payload: sent } : {}),
      });
      expect(answer.statusCode, `${method} ${url}: ${answer.body.slice(0, 200)}`).toBeLessThan(500);
      return answer.body;
    };
  };

  /** Rows and hash of every table of an agency. */
  const recordsOf = async (agencyId: AgencyId) => {
    const { bytes, manifest } = await makeBackup(site.context, agencyId);
    for await (const _ of bytes);
    return manifest()?.tables;
  };

  test('there is a real record of the sample for every kind of id (add a new kind to SOURCES)', () => {
    const kinds = operationsOf(site.app).flatMap(({ url }) =>
      [...url.matchAll(/([a-z]+)_khongco/g)].map(([, kind]) => kind),
    );
    expect([...new Set(kinds)].filter((kind) => real.get(kind ?? '')?.endsWith('_khongco') ?? true)).toEqual([]);
  });

  test.each(['administrator', 'par-officer'] as const)(
    'its %s neither sees nor changes anything of the other, with the right ids in every operation',
    async (role) => {
      const before = await recordsOf(sampleAgency);
      const call = await callAs(role);
      const secrets = ['agency_sample', 'Văn phòng Đăng ký đất đai', 'Chuyên viên CCHC', 'Sở Tài nguyên'];
      for (const operation of operationsOf(site.app)) {
        if (['logOut', 'makeBackup'].includes(operation.operationId)) continue;
        const answer = await call(operation);
        for (const secret of secrets)
          expect({ operation, tells: answer.includes(secret) }).toEqual({ operation, tells: false });
      }
      expect(await recordsOf(sampleAgency)).toEqual(before);
    },
  );
});
