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
