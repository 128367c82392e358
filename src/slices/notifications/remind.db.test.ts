import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { civilDate } from '../../kernel/civil-date.ts';
import type { AgencyId, UserId } from '../../kernel/ids.ts';
import type { Context } from '../../server/context.ts';
import type { Database } from '../../server/database.ts';
import type { WaitingSource } from '../../server/sources.ts';
import { makeClock, type TestClock } from '../../testing/app.ts';
import { makeContext } from '../../testing/context.ts';
import { testEngines } from '../../testing/database.ts';
import type { WaitingItem } from '../deadlines/index.ts';
import type { Role } from '../identity/index.ts';
import { insertAgency, insertUser } from '../identity/server.ts';
import { insertUnit } from '../units/server.ts';
import { planDay, remindAgency, remindIfDue } from './actions/remind.ts';
import { tickReminders } from './actions/tick.ts';
import type { Failure } from './rules/delivery.ts';
import { findDeliveries, resendDeliveries } from './store/outbox.ts';
import { savePreference, saveSettings } from './store/settings.ts';

const agencyId: AgencyId = 'agency_reminded';
const MONDAY = '2026-11-16T01:00:00Z';

async function seed(database: Database): Promise<void> {
  const at = makeClock(MONDAY).now();
  await database.transaction(async (tx) => {
    await insertAgency(tx, { agencyId, name: 'Sở Thử', shortName: 'ST', province: 'tỉnh' }, at);
    const unit = {
      name: 'Phòng A',
      shortName: 'A',
      kind: 'division',
      parentId: null,
      validTo: null,
      position: 0,
    } as const;
    await insertUnit(tx, agencyId, { ...unit, unitId: 'unit_a', validFrom: civilDate('2020-01-01') });
    for (const [name, role] of Object.entries({ doer: 'specialist', head: 'unit-head', officer: 'par-officer' }))
      await insertUser(
        tx,
        {
          agencyId,
          userId: `user_${name}`,
          username: `${name}-reminded`,
          displayName: name,
          role: role as Role,
          unitId: 'unit_a',
          passwordHash: 'x',
          mustChangePassword: false,
        },
        at,
      );
  });
}

const anItem = (number: number, dueOn: string, userIds: UserId[] = ['user_doer']): WaitingItem => ({
  source: 'task',
  key: `task_${number}`,
  step: 'do',
  title: `Việc ${number}`,
  unitId: 'unit_a',
  userIds,
  dueOn: civilDate(dueOn),
  originalDueOn: null,
  points: '0.5',
  address: `/tasks/task_${number}`,
  remindBefore: null,
});

describe.each(testEngines)('the daily run on $name', (engine) => {
  let database: Database;
  let clock: TestClock;
  let context: Context;
  let items: WaitingItem[];
  const sources: WaitingSource[] = [{ name: 'test', find: async () => items }];
  beforeAll(async () => {
    database = await engine.open();
    await seed(database);
  });
  afterAll(() => database.close());
  beforeEach(async () => {
    clock = makeClock(MONDAY);
    context = { ...makeContext({ database }), clock };
    items = [anItem(1, '2026-11-17'), anItem(2, '2026-11-19', []), anItem(3, '2026-11-10')];
    for (const table of ['outbox', 'notice', 'digest', 'reminder_day', 'notice_preference', 'reminder_setting'])
      await database.execute(sql`delete from ${sql.identifier(table)}`);
  });
  const lines = async (): Promise<string[]> => {
    const { rows } = await database.execute<{ line: string }>(sql`
      select user_id || ' ' || item_key || ' ' || reason as line from notice where agency_id = ${agencyId} order by 1`);
    return rows.map(({ line }) => line);
  };
  const today = [
    'user_doer task_1 lead-1',
    'user_doer task_3 late-doer-1',
    'user_head task_2 lead-3',
    'user_head task_3 late-head-3',
  ];

  test('tells each person once, however often it runs', async () => {
    const first = await remindAgency(context, sources, agencyId, clock.today());
    expect(first).toEqual({ digests: 2, notices: 4, isDayOff: false });
    expect(await lines()).toEqual(today);
    await remindAgency(context, sources, agencyId, clock.today());
    clock.moveTo('2026-11-17T01:00:00Z');
    await remindAgency(context, sources, agencyId, clock.today());
    // task_3 was due on the 10th: seven working days late on the 19th
    expect(await lines()).toEqual(today);
    // nobody ran on the 18th, when one working day was left for task_2: its line comes on the due day
    clock.moveTo('2026-11-19T01:00:00Z');
    await remindAgency(context, sources, agencyId, clock.today());
    const added = ['user_doer task_1 late-doer-1', 'user_head task_2 lead-1', 'user_officer task_3 late-office-7'];
    expect(await lines()).toEqual([...today, ...added].sort());
  });

  test('several servers at once make each digest once', async () => {
    await Promise.all([1, 2, 3, 4].map(() => remindAgency(context, sources, agencyId, clock.today())));
    expect(await lines()).toEqual(today);
    const { rows } = await database.execute(sql`select sum(line_count)::int as lines, count(*) as digests from digest`);
    expect(rows).toEqual([{ lines: 4, digests: 2 }]);
  });

  test('waits for its hour, runs once a day, is silent on Sunday and catches up on Monday', async () => {
    clock.moveTo('2026-11-16T00:29:00Z');
    expect(await remindIfDue(context, sources, agencyId)).toBeNull();
    clock.moveTo('2026-11-16T00:30:00Z');
    expect(await remindIfDue(context, sources, agencyId)).toMatchObject({ digests: 2 });
    items.push(anItem(4, '2026-11-17'));
    expect(await remindIfDue(context, sources, agencyId)).toBeNull();
    clock.moveTo('2026-11-22T03:00:00Z');
    expect(await remindIfDue(context, sources, agencyId)).toMatchObject({ isDayOff: true });
    clock.moveTo('2026-11-23T09:00:00Z');
    expect(await remindIfDue(context, sources, agencyId)).toMatchObject({ isDayOff: false });
    expect(await lines()).toContain('user_doer task_4 late-doer-1');
  });

  test('a plan writes nothing', async () => {
    const plan = await planDay(context, sources, agencyId, clock.today());
    expect(plan.digests.map(({ userId }) => userId)).toEqual(['user_doer', 'user_head']);
    expect(await lines()).toEqual([]);
  });

  describe('what leaves the house', () => {
    let answers: (Failure | null)[];
    let letters: string[];
    const refused: Failure = { kind: 'refused', detail: '451 try later', isFinal: false };
    const tick = () =>
      tickReminders(
        context,
        sources,
        {
          sendEmail: async ({ to, messageId }) => {
            letters.push(`${to} ${messageId}`);
            return answers.shift() ?? null;
          },
          postWebhook: async ({ url }) => {
            letters.push(url);
            return null;
          },
        },
        (_agency, error) => {
          throw error;
        },
      );
    beforeEach(async () => {
      answers = [];
      letters = [];
      const wish = { email: 'doer@example.vn', wantsEmail: true, language: 'vi', at: clock.now() } as const;
      await database.transaction((tx) => savePreference(tx, agencyId, 'user_doer', wish));
    });

    test('an e-mail goes to who wants it, once; the webhook gets every digest', async () => {
      const settings = { leadDays: [7, 3, 1], lateSteps: [{ afterDays: 1, to: 'doer' }], sendAt: '07:30' } as const;
      await database.transaction((tx) =>
        saveSettings(tx, agencyId, { ...settings, webhookUrl: 'https://hook.vn/', version: 0 }, clock.now()),
      );
      await tick();
      await tick();
      expect(letters.map((letter) => letter.split(' ')[0]).sort()).toEqual([
        'doer@example.vn',
        'https://hook.vn/',
        'https://hook.vn/',
      ]);
    });

    test('what is refused for now is tried again later with the same id, and given up at the end', async () => {
      answers = Array.from({ length: 7 }, () => refused);
      await tick();
      await tick();
      expect(letters).toHaveLength(1);
      for (const later of ['01:02', '01:10', '01:30', '03:00', '08:00', '21:00']) {
        clock.moveTo(`2026-11-16T${later}:00Z`);
        await tick();
      }
      expect(letters).toHaveLength(7);
      expect(new Set(letters).size).toBe(1);
      const [given] = await findDeliveries(database, agencyId, { state: 'failed', limit: 10 });
      expect(given).toMatchObject({ attempts: 7, failureKind: 'refused', failureText: '451 try later' });
      const ids = [given?.deliveryId ?? ''];
      expect(await database.transaction((tx) => resendDeliveries(tx, agencyId, ids, clock.now()))).toEqual(ids);
      await tick();
      expect(await findDeliveries(database, agencyId, { state: 'sent', limit: 10 })).toMatchObject([{ attempts: 1 }]);
    });

    test('a final refusal is given up at once', async () => {
      answers = [{ ...refused, isFinal: true }];
      await tick();
      expect(await findDeliveries(database, agencyId, { state: 'failed', limit: 10 })).toHaveLength(1);
    });

    test('several servers at once send each e-mail once', async () => {
      await remindAgency(context, sources, agencyId, clock.today());
      await Promise.all([1, 2, 3, 4].map(tick));
      expect(letters).toHaveLength(1);
    });
  });
});
