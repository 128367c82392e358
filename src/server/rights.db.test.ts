import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Caller, openTestApp, type TestApp } from '../testing/app.ts';
import { testEngines } from '../testing/database.ts';
import { operationsOf } from '../testing/operations.ts';
import { needsOnPaper, rightsOnPaper } from '../testing/rights-page.ts';
import { sampleAccounts } from './sample.ts';

/** Ends the session of the caller, so it is called last. */
const LAST = 'logOut';

describe('each operation, called by each role of the sample', () => {
  let site: TestApp;
  const callers = new Map<string, Caller>();
  beforeAll(async () => {
    const [engine] = testEngines;
    if (!engine) throw new Error('no engine');
    site = await openTestApp(engine);
    for (const { username, role } of sampleAccounts) callers.set(role, await site.logIn(username));
  });
  afterAll(() => site.close());

  const holds = (role: string, needs: string): boolean =>
    needs === 'public' ||
    needs === 'session' ||
    rightsOnPaper.some((cell) => cell.role === role && cell.action === needs && cell.reach !== '–');

  test.each(sampleAccounts.map(({ role }) => role))('%s: yes and no as docs/rights.md says', async (role) => {
    const call = callers.get(role);
    if (!call) throw new Error(`no account for ${role}`);
    const operations = operationsOf(site.app).filter(({ operationId }) => operationId !== LAST);
    for (const { operationId, method, url, body } of operations) {
      const answer = await call(method, url, body);
      const isRefused = answer.body.code === 'not-allowed';
      const hasBadExample = answer.status === 400 && answer.body.details !== undefined;
      expect({ operationId, hasBadExample, body: answer.body }).toMatchObject({ operationId, hasBadExample: false });
      expect({ operationId, isRefused }).toEqual({
        operationId,
        isRefused: !holds(role, needsOnPaper.get(operationId) ?? ''),
      });
      expect(answer.status).toBeLessThan(500);
    }
    expect((await call('DELETE', '/api/session')).status).toBe(200);
    expect((await call('GET', '/api/session')).status).toBe(401);
  });

  test('somebody else’s sessions are not shown or ended by who may not change users', async () => {
    const reader = await site.logIn('khach');
    const others = await reader('GET', '/api/users/user_quantri/sessions');
    expect(others).toMatchObject({ status: 403, body: { code: 'not-allowed' } });
    const own = await reader('GET', '/api/users/user_khach/sessions');
    const [session] = own.body.sessions as { sessionId: string; isThis: boolean }[];
    expect(session).toMatchObject({ isThis: true });
    expect((await reader('DELETE', `/api/users/user_khach/sessions/${session?.sessionId}`)).status).toBe(200);
    expect((await reader('GET', '/api/session')).status).toBe(401);
  });

  test('whoever was given a password changes it before anything else', async () => {
    const administrator = await site.logIn('quantri');
    const given = 'tam-thoi-2026-abc';
    await administrator('PUT', '/api/users/user_giamdoc/password', { password: given });
    const logIn = await site.app.inject({
      method: 'POST',
      url: '/api/session',
      payload: { username: 'giamdoc', password: given },
    });
    const [cookie] = logIn.cookies;
    const cookies = { [cookie?.name ?? '']: cookie?.value ?? '' };
    const units = (): Promise<{ statusCode: number; body: string }> =>
      site.app.inject({ method: 'GET', url: '/api/units', cookies });
    expect((await units()).body).toContain('password-change-needed');
    const change = { currentPassword: given, newPassword: 'của riêng tôi 2026' };
    await site.app.inject({ method: 'PUT', url: '/api/session/password', cookies, payload: change });
    expect((await units()).statusCode).toBe(200);
  });
});
