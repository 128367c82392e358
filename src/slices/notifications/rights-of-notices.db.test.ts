import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { civilDate } from '../../kernel/civil-date.ts';
import type { UserId } from '../../kernel/ids.ts';
import { sampleAccounts, sampleAgency } from '../../server/sample.ts';
import type { WaitingSource } from '../../server/sources.ts';
import { type Caller, openTestApp, type TestApp } from '../../testing/app.ts';
import { testEngines } from '../../testing/database.ts';
import { operationsOf } from '../../testing/operations.ts';
import {
  actionsNamed,
  cellsOf,
  type Deed,
  isLetIn,
  operationsNeeding,
  wrongCells,
} from '../../testing/rights-matrix.ts';
import { remindAgency } from './actions/remind.ts';
import { showFeed } from './actions/show-feed.ts';

/** What was told to the person himself; what was told to somebody else. */
type Relation = 'own' | 'other';
const relations = ['own', 'other'] as const satisfies readonly Relation[];
type Account = (typeof sampleAccounts)[number];

const userOf = ({ username }: Account): UserId => `user_${username}`;
const titleOf = ({ username }: Account): string => `Việc riêng của ${username}.`;
const addressOf = ({ username }: Account): string => `${username}@example.vn`;

/** One piece of work for each person of the sample, handed to him alone. */
const sources: WaitingSource[] = [
  {
    name: 'one each',
    find: async () =>
      sampleAccounts.map((account) => ({
        source: 'task',
        key: `key-${account.username}`,
        step: 'do',
        title: titleOf(account),
        unitId: null,
        userIds: [userOf(account)],
        dueOn: civilDate('2026-11-23'),
        originalDueOn: null,
        points: null,
        address: '/tasks/task_x',
        remindBefore: null,
      })),
  },
];

let site: TestApp;
const callers = new Map<string, Caller>();
const accounts = new Map<Caller, Account>();
const callerOf = ({ username }: Account): Caller => callers.get(username) ?? site.anonymous;

/** Whom a caller aims at: himself, or the one who stands after him in the list of accounts. */
function aimOf(call: Caller, relation: Relation): Account {
  const me = accounts.get(call);
  const place = me ? sampleAccounts.indexOf(me) : -1;
  const aim = sampleAccounts[(place + (relation === 'own' ? 0 : 1)) % sampleAccounts.length];
  if (!aim) throw new Error('no account');
  return aim;
}

const told = (answer: { body: object }, word: string): boolean => JSON.stringify(answer.body).includes(word);
const tokenOf = (address: unknown): string => String(address).replace(/^.*\/|\.ics$/g, '');
const makeFeedOf = async (account: Account): Promise<string> =>
  tokenOf((await callerOf(account)('POST', '/api/notices/feed')).body.address);
const feedOf = (token: string): Promise<string | null> => showFeed(site.context, sources, { token, host: 'http://a' });

const own = ['own'] as const;
const office = (method: 'GET' | 'POST', url: string, body?: object): Deed<Relation> => ({
  operation: '',
  action: 'reminder.change',
  covers: [],
  run: (call) => isLetIn(call(method, url, body)),
});

const deeds: Readonly<Record<string, Deed<Relation>>> = {
  'read notices': {
    operation: 'findNotices',
    action: 'session',
    covers: own,
    run: async (call, relation) => {
      const aim = aimOf(call, relation);
      return told(await call('GET', `/api/notices?limit=500&userId=${userOf(aim)}`), titleOf(aim));
    },
  },
  'count notices': {
    operation: 'countNotices',
    action: 'session',
    covers: own,
    run: async (call, relation) => {
      const aim = aimOf(call, relation);
      await callerOf(aim)('PUT', '/api/notices', { noticeIds: 'all', isRead: false });
      await call('PUT', '/api/notices', { noticeIds: 'all', isRead: true });
      return (await callerOf(aim)('GET', '/api/notices/count')).body.unread === 0;
    },
  },
  'mark a notice': {
    operation: 'markNotices',
    action: 'session',
    covers: own,
    run: async (call, relation) => {
      const { body } = await callerOf(aimOf(call, relation))('GET', '/api/notices');
      const noticeIds = (body.notices as { noticeId: string }[]).map(({ noticeId }) => noticeId);
      return (await call('PUT', '/api/notices', { noticeIds, isRead: false })).body.changed !== 0;
    },
  },
  'read how somebody is told': {
    operation: 'getNoticePreference',
    action: 'session',
    covers: own,
    run: async (call, relation) => {
      const aim = aimOf(call, relation);
      return told(await call('GET', `/api/notices/preference?userId=${userOf(aim)}`), addressOf(aim));
    },
  },
  'set how somebody is told': {
    operation: 'saveNoticePreference',
    action: 'session',
    covers: own,
    run: async (call, relation) => {
      const aim = aimOf(call, relation);
      const wish = { userId: userOf(aim), email: addressOf(aim), wantsEmail: true, language: 'en' };
      await call('PUT', '/api/notices/preference', {
        ...wish,
        ...(relation === 'own' ? {} : { email: 'la@example.vn' }),
      });
      const { body } = await callerOf(aim)('GET', '/api/notices/preference');
      await callerOf(aim)('PUT', '/api/notices/preference', { ...wish, language: 'vi' });
      await call('PUT', '/api/notices/preference', { ...wish, email: addressOf(aimOf(call, 'own')), language: 'vi' });
      return relation === 'own' ? body.language === 'en' : body.email === 'la@example.vn';
    },
  },
  'make a calendar anew': {
    operation: 'makeCalendarFeed',
    action: 'session',
    covers: own,
    run: async (call, relation) => {
      const before = await makeFeedOf(aimOf(call, relation));
      await call('POST', '/api/notices/feed', { userId: userOf(aimOf(call, relation)) });
      return (await feedOf(before)) === null;
    },
  },
  'open work in a calendar': {
    operation: 'getCalendarFeed',
    action: 'session',
    covers: own,
    run: async (call, relation) => {
      const { body } = await call('POST', '/api/notices/feed');
      const { status } = await site.anonymous('GET', new URL(String(body.address)).pathname);
      const feed = (await feedOf(tokenOf(body.address))) ?? '';
      return status === 200 && feed.includes(titleOf(aimOf(call, relation)));
    },
  },
  'end the own calendar': {
    operation: 'revokeCalendarFeed',
    action: 'session',
    covers: relations,
    run: async (call) => {
      const me = aimOf(call, 'own');
      await makeFeedOf(me);
      return isLetIn(call('DELETE', `/api/users/${userOf(me)}/calendar-feed`));
    },
  },
  'end somebody’s calendar': {
    operation: 'revokeCalendarFeed',
    action: 'users.change',
    covers: [],
    run: async (call) => {
      const aim = aimOf(call, 'other');
      const token = await makeFeedOf(aim);
      await call('DELETE', `/api/users/${userOf(aim)}/calendar-feed`);
      return (await feedOf(token)) === null;
    },
  },
  'read the settings of the office': {
    ...office('GET', '/api/reminders/settings'),
    operation: 'getReminderSettings',
  },
  'set reminders and the webhook of the office': {
    operation: 'saveReminderSettings',
    action: 'reminder.change',
    covers: [],
    run: (call) => {
      const settings = { leadDays: [5], lateSteps: [], sendAt: '06:45', webhookUrl: 'https://la.example.vn/' };
      return isLetIn(call('PUT', '/api/reminders/settings', { ...settings, version: 999 }));
    },
  },
  'see what could not be delivered': {
    ...office('GET', '/api/reminders/deliveries'),
    operation: 'findDeliveries',
  },
  'send again': {
    ...office('POST', '/api/reminders/deliveries/again', { deliveryIds: ['delivery_none'] }),
    operation: 'sendAgain',
  },
};

describe('every deed on notices, calendars and reminders, for every role, of the own and of another person', () => {
  beforeAll(async () => {
    const [engine] = testEngines;
    if (!engine) throw new Error('no engine');
    site = await openTestApp(engine);
    await remindAgency(site.context, sources, sampleAgency, site.clock.today());
    for (const account of sampleAccounts) {
      const call = await site.logIn(account.username);
      callers.set(account.username, call);
      accounts.set(call, account);
      const wish = { email: addressOf(account), wantsEmail: true, language: 'vi' };
      await call('PUT', '/api/notices/preference', wish);
    }
  }, 240_000);
  afterAll(() => site.close());

  const cells = cellsOf(deeds, relations);

  test('no operation of notices and reminders is without a deed, and no right to reminders either', () => {
    const addresses = /^\/api\/(notices|reminders|calendar-feeds)|calendar-feed$/;
    const operations = operationsOf(site.app).filter(({ url }) => addresses.test(url.replace(/\?.*$/, '')));
    const wanted = [...operations.map(({ operationId }) => operationId), ...operationsNeeding('reminder.')];
    expect(wanted.length).toBeGreaterThan(10);
    expect(new Set(Object.values(deeds).map(({ operation }) => operation))).toEqual(new Set(wanted));
    const needed = Object.values(deeds).map(({ action }) => action);
    expect(needed).toEqual(expect.arrayContaining(actionsNamed('reminder.')));
  });

  test('no cell is missing', () => {
    expect(cells).toHaveLength(sampleAccounts.length * Object.keys(deeds).length * relations.length);
  });

  test.each(sampleAccounts)('$role', async ({ username, role }) => {
    const call = callers.get(username);
    if (!call) throw new Error(`nobody is logged in as ${username}`);
    expect(await wrongCells(cells, deeds, role, call)).toEqual([]);
  });

  test('nobody who is not logged in opens a calendar by a name instead of a secret', async () => {
    const { rows } = await site.context.database.execute<{ hash: string }>(sql`
      select token_hash as hash from calendar_feed where agency_id = ${sampleAgency} order by user_id limit 1`);
    for (const guess of [rows[0]?.hash, userOf(sampleAccounts[0] as Account), 'khach'])
      expect((await site.anonymous('GET', `/api/calendar-feeds/${guess}.ics`)).status).toBe(404);
  });
});
