import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { civilDate } from '../../kernel/civil-date.ts';
import { sampleAgency } from '../../server/sample.ts';
import type { WaitingSource } from '../../server/sources.ts';
import { type Caller, openTestApp, type TestApp } from '../../testing/app.ts';
import { testEngines } from '../../testing/database.ts';
import type { WaitingItem } from '../deadlines/index.ts';
import { remindAgency } from './actions/remind.ts';
import { showFeed } from './actions/show-feed.ts';

const anItem = (key: string, given: Partial<WaitingItem>): WaitingItem => ({
  source: 'report',
  key,
  step: 'hand-in',
  title: `Báo cáo ${key}`,
  unitId: 'unit_vpdk',
  userIds: [],
  dueOn: civilDate('2026-11-23'),
  originalDueOn: null,
  points: null,
  address: '/reports/1',
  remindBefore: null,
  ...given,
});
const items = [
  anItem('one', { userIds: ['user_chuyenvien'], points: '1.25' }),
  anItem('two', { userIds: ['user_chuyenvien'], dueOn: civilDate('2026-11-10'), title: 'Trễ; có dấu, phẩy' }),
  anItem('three', {}),
];
const sources: WaitingSource[] = [{ name: 'test', find: async () => items }];

describe.each(testEngines)('notices on $name', (engine) => {
  let site: TestApp;
  let specialist: Caller;
  let administrator: Caller;
  beforeAll(async () => {
    site = await openTestApp(engine);
    await remindAgency(site.context, sources, sampleAgency, site.clock.today());
    [specialist, administrator] = [await site.logIn('chuyenvien'), await site.logIn('quantri')];
  });
  afterAll(() => site.close());

  test('a person sees his own, late first, and reads them one by one or all', async () => {
    const { body } = await specialist('GET', '/api/notices');
    const notices = body.notices as { noticeId: string; title: string; reason: string; points: string | null }[];
    expect(notices.map(({ title, reason, points }) => [title, reason, points])).toEqual([
      ['Trễ; có dấu, phẩy', 'late-doer-1', null],
      ['Báo cáo one', 'lead-1', '1.25'],
    ]);
    const mark = { noticeIds: [notices[0]?.noticeId], isRead: true };
    expect((await specialist('PUT', '/api/notices', mark)).body).toEqual({ changed: 1 });
    expect((await specialist('GET', '/api/notices/count')).body).toEqual({ unread: 1 });
    expect((await specialist('GET', '/api/notices?unread=yes')).body).toMatchObject({ total: 1 });
    const others = await site.logIn('truongphong');
    expect((await others('PUT', '/api/notices', mark)).body).toEqual({ changed: 0 });
    await specialist('PUT', '/api/notices', { noticeIds: 'all', isRead: true });
    expect((await specialist('GET', '/api/notices/count')).body).toEqual({ unread: 0 });
    await specialist('PUT', '/api/notices', { ...mark, isRead: false });
    expect((await specialist('GET', '/api/notices/count')).body).toEqual({ unread: 1 });
  });

  test('a person says how he wants to be told', async () => {
    const wish = { email: null, wantsEmail: true, language: 'en' };
    expect((await specialist('PUT', '/api/notices/preference', wish)).body.code).toBe('email-missing');
    expect((await specialist('PUT', '/api/notices/preference', { ...wish, email: 'x' })).status).toBe(400);
    const good = { ...wish, email: 'cv@example.vn' };
    expect((await specialist('PUT', '/api/notices/preference', good)).status).toBe(200);
    const expected = { ...good, feedMadeAt: null, hasMailServer: false };
    expect((await specialist('GET', '/api/notices/preference')).body).toEqual(expected);
    const { rows } = await site.context.database.execute(sql`
      select after::text as after from audit_entry where action = 'reminder.change-preference'`);
    expect(JSON.stringify(rows)).not.toContain('example.vn');
  });

  test('the secret address of a calendar opens without a log-in, shows only the own work, and ends when revoked', async () => {
    const { body } = await specialist('POST', '/api/notices/feed');
    const address = new URL(String(body.address));
    const answer = await site.anonymous('GET', address.pathname);
    expect([answer.status, answer.headers['content-type']]).toEqual([200, 'text/calendar; charset=utf-8']);
    const token = address.pathname.replace(/^.*\/|\.ics$/g, '');
    const feed = (await showFeed(site.context, sources, { token, host: 'http://may.local' })) ?? '';
    expect(feed).toContain('DTSTART;VALUE=DATE:20261123');
    expect(feed).toContain('SUMMARY:Báo cáo one');
    expect(feed.replace(/\r\n /g, '')).toContain('SUMMARY:Trễ\\; có dấu\\, phẩy');
    expect(feed).not.toContain('three');
    expect(await showFeed(site.context, sources, { token, host: 'http://may.local' })).toBe(feed);

    const { rows } = await site.context.database.execute(sql`select * from calendar_feed`);
    expect(JSON.stringify(rows)).not.toContain(token);
    const renewed = new URL(String((await specialist('POST', '/api/notices/feed')).body.address)).pathname;
    expect((await site.anonymous('GET', address.pathname)).status).toBe(404);
    expect((await site.anonymous('GET', renewed)).status).toBe(200);
    const other = await site.logIn('truongphong');
    const own = '/api/users/user_chuyenvien/calendar-feed';
    expect((await other('DELETE', own)).body.code).toBe('not-allowed');
    expect((await specialist('DELETE', own)).status).toBe(200);
    expect((await site.anonymous('GET', renewed)).status).toBe(404);
    expect((await administrator('DELETE', own)).status).toBe(404);
  });

  test('a secret opens nothing once the person is switched off', async () => {
    const address = new URL(String((await specialist('POST', '/api/notices/feed')).body.address)).pathname;
    await site.context.database.execute(sql`update app_user set is_active = false where user_id = 'user_chuyenvien'`);
    expect((await site.anonymous('GET', address)).status).toBe(404);
    await site.context.database.execute(sql`update app_user set is_active = true where user_id = 'user_chuyenvien'`);
  });

  test.each(['/api/calendar-feeds/x.ics', `/api/calendar-feeds/${'A'.repeat(43)}.ics`, '/api/calendar-feeds/a'])(
    '%s opens nothing',
    async (address) => {
      expect((await site.anonymous('GET', address)).status).toBe(404);
    },
  );

  describe('the settings of the office', () => {
    const settings = {
      leadDays: [5, 1],
      lateSteps: [{ afterDays: 2, to: 'head' }],
      sendAt: '06:45',
      webhookUrl: null,
      version: 0,
    };

    test('are changed by who may, once per version', async () => {
      expect((await administrator('GET', '/api/reminders/settings')).body).toMatchObject({
        version: 0,
        leadDays: [7, 3, 1],
      });
      expect((await administrator('PUT', '/api/reminders/settings', settings)).status).toBe(200);
      expect((await administrator('PUT', '/api/reminders/settings', settings)).body.code).toBe('reminder-changed');
      const changed = { ...settings, version: 1 };
      expect((await administrator('GET', '/api/reminders/settings')).body).toMatchObject(changed);
      expect((await specialist('PUT', '/api/reminders/settings', changed)).body.code).toBe('not-allowed');
    });

    test.each([
      { given: { leadDays: [61] }, status: 400 },
      { given: { leadDays: [3, 3] }, status: 422 },
      { given: { leadDays: [], lateSteps: [{ afterDays: 2, to: 'head' }] }, status: 422 },
      { given: { lateSteps: [{ afterDays: 0, to: 'head' }] }, status: 422 },
      { given: { sendAt: '24:00' }, status: 422 },
      { given: { webhookUrl: 'https://hook.example.vn/' }, status: 409 },
    ])('$given is refused with advice', async ({ given, status }) => {
      const answer = await administrator('PUT', '/api/reminders/settings', { ...settings, version: 1, ...given });
      expect(answer.status).toBe(status);
      expect(String(answer.body.message).length).toBeGreaterThan(20);
    });

    test('what could not be delivered is shown with its reason and sent again', async () => {
      const { database, clock } = site.context;
      await database.execute(sql`
        insert into outbox (agency_id, delivery_id, channel, user_id, day, state, attempts, next_at, failure_kind, failure_text, made_at)
        values (${sampleAgency}, 'delivery_x', 'email', 'user_chuyenvien', ${clock.today()}::date, 'failed', 7,
          ${clock.now()}::timestamptz, 'refused', '550 no such box', ${clock.now()}::timestamptz)`);
      const { body } = await administrator('GET', '/api/reminders/deliveries?state=troubled');
      expect(body.deliveries).toMatchObject([{ deliveryId: 'delivery_x', failureText: '550 no such box' }]);
      const again = { deliveryIds: ['delivery_x'] };
      expect((await specialist('POST', '/api/reminders/deliveries/again', again)).body.code).toBe('not-allowed');
      expect((await administrator('POST', '/api/reminders/deliveries/again', again)).body).toEqual({ count: 1 });
      expect((await administrator('POST', '/api/reminders/deliveries/again', again)).body.code).toBe(
        'delivery-not-found',
      );
    });
  });
});
