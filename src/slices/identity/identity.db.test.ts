import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestApp, type TestApp } from '../../testing/app.ts';
import { testEngines } from '../../testing/database.ts';

describe.each(testEngines)('identity on $name', (engine) => {
  let site: TestApp;
  beforeAll(async () => {
    site = await openTestApp(engine);
  });
  afterAll(() => site.close());

  test('nobody gets in without logging in', async () => {
    expect(await site.anonymous('GET', '/api/session')).toMatchObject({ status: 401, body: { code: 'not-logged-in' } });
  });

  test('a log-in opens a session and a log-out ends it', async () => {
    const officer = await site.logIn('cchc');
    expect(await officer('GET', '/api/session')).toMatchObject({
      status: 200,
      body: { user: { role: 'par-officer' } },
    });
    await officer('DELETE', '/api/session');
    expect((await officer('GET', '/api/session')).status).toBe(401);
  });

  test('five wrong passwords lock the name, and it opens again in time', async () => {
    const attempt = (password: string) => site.anonymous('POST', '/api/session', { username: 'khach', password });
    for (let count = 1; count < 5; count += 1) expect((await attempt('sai mật khẩu')).body.code).toBe('wrong-password');
    expect((await attempt('sai mật khẩu')).body.code).toBe('locked');
    expect((await attempt('mau-chi-xem-2026')).body.code).toBe('locked');
    site.clock.moveTo('2026-11-20T01:06:00Z');
    expect((await attempt('mau-chi-xem-2026')).status).toBe(200);
  });

  test('twenty guesses at once are no more than twenty in a row', async () => {
    const guess = () =>
      site.app.inject({
        method: 'POST',
        url: '/api/session',
        payload: { username: 'thamdinh', password: 'đoán mò' },
        remoteAddress: '10.0.0.9',
      });
    const codes = (await Promise.all(Array.from({ length: 20 }, guess))).map((answer) => answer.json().code);
    expect(codes.filter((code) => code === 'wrong-password')).toHaveLength(4);
    expect(codes.filter((code) => code === 'locked')).toHaveLength(16);
  });

  test('a name that does not exist is refused as a wrong password is', async () => {
    const answer = await site.anonymous('POST', '/api/session', { username: 'khong-co', password: 'gì đó' });
    expect(answer).toMatchObject({ status: 403, body: { code: 'wrong-password' } });
  });

  test('a session ends twelve hours after its log-in, however much it is used', async () => {
    const officer = await site.logIn('cchc');
    const start = Temporal.Instant.from(site.context.clock.now());
    for (const hours of [4, 8, 11.9]) {
      site.clock.moveTo(start.add({ minutes: hours * 60 }).toString());
      expect((await officer('GET', '/api/session')).status).toBe(200);
    }
    site.clock.moveTo(start.add({ hours: 12 }).toString());
    expect((await officer('GET', '/api/session')).status).toBe(401);
  });

  test('a new password ends the other sessions of the person, not this one', async () => {
    const [here, elsewhere] = [await site.logIn('chuyenvien'), await site.logIn('chuyenvien')];
    const change = { currentPassword: 'mau-thu-ly-2026', newPassword: 'một câu dài khác' };
    expect((await here('PUT', '/api/session/password', { ...change, currentPassword: 'sai' })).status).toBe(403);
    expect((await here('PUT', '/api/session/password', change)).status).toBe(200);
    expect([(await here('GET', '/api/session')).status, (await elsewhere('GET', '/api/session')).status]).toEqual([
      200, 401,
    ]);
  });

  test('somebody who is switched off is out at once', async () => {
    const [administrator, director] = [await site.logIn('quantri'), await site.logIn('giamdoc')];
    const { body } = await administrator('GET', '/api/users');
    const user = (body.users as Record<string, unknown>[]).find(({ username }) => username === 'giamdoc');
    const { displayName, role, unitId, version } = user ?? {};
    const change = { displayName, role, unitId, version, isActive: false };
    expect((await administrator('PUT', '/api/users/user_giamdoc', change)).status).toBe(200);
    expect((await director('GET', '/api/session')).status).toBe(401);
    expect((await administrator('PUT', '/api/users/user_giamdoc', { ...change, isActive: true })).body.code).toBe(
      'user-changed',
    );
    await administrator('PUT', '/api/users/user_giamdoc', { ...change, version: Number(version) + 1, isActive: true });
  });

  test('the administrator ends the session of somebody else', async () => {
    const reader = await site.logIn('giamdoc');
    const administrator = await site.logIn('quantri');
    const { body } = await administrator('GET', '/api/users/user_giamdoc/sessions');
    const [session] = body.sessions as { sessionId: string }[];
    expect((await administrator('DELETE', `/api/users/user_giamdoc/sessions/${session?.sessionId}`)).status).toBe(200);
    expect((await reader('GET', '/api/session')).status).toBe(401);
  });

  test('the last administrator cannot be switched off', async () => {
    const administrator = await site.logIn('quantri');
    const change = { displayName: 'Quản trị', role: 'administrator', unitId: null, isActive: false, version: 1 };
    expect(await administrator('PUT', '/api/users/user_quantri', change)).toMatchObject({
      status: 409,
      body: { code: 'last-administrator' },
    });
  });
});
