import type { LightMyRequestResponse } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestApp, type TestApp } from '../testing/app.ts';
import { testEngines } from '../testing/database.ts';
import { type Operation, operationsOf } from '../testing/operations.ts';
import { needsOnPaper, rightsOnPaper } from '../testing/rights-page.ts';
import { sampleAccounts } from './sample.ts';

/** Ends the session of the caller, so it is called last. */
const LAST = 'logOut';

describe('each operation, called by each role of the sample', () => {
  let site: TestApp;
  /** Every role calls from a machine of its own: the limits of requests are per address. */
  const callers = new Map<string, (operation: Omit<Operation, 'operationId'>) => Promise<LightMyRequestResponse>>();
  beforeAll(async () => {
    const [engine] = testEngines;
    if (!engine) throw new Error('no engine');
    site = await openTestApp(engine);
    for (const [place, { username, role }] of sampleAccounts.entries()) {
      const headers = { cookie: await site.cookieOf(username) };
      callers.set(role, ({ method, url, body }) =>
        site.app.inject({ method, url, headers, remoteAddress: `10.0.0.${place}`, ...(body ? { payload: body } : {}) }),
      );
    }
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
    for (const { operationId, ...operation } of operations) {
      const answer = await call(operation);
      const isJson = String(answer.headers['content-type']).includes('json');
      const { code, details } = isJson ? answer.json<{ code?: string; details?: object }>() : {};
      expect({
        operationId,
        isRefused: code === 'not-allowed',
        hasBadExample: answer.statusCode === 400 && details !== undefined,
        isFault: answer.statusCode >= 500,
        isLimited: code === 'too-many',
      }).toEqual({
        operationId,
        isRefused: !holds(role, needsOnPaper.get(operationId) ?? ''),
        hasBadExample: false,
        isFault: false,
        isLimited: false,
      });
    }
    const session = { url: '/api/session', body: undefined };
    expect((await call({ ...session, method: 'DELETE' })).statusCode).toBe(200);
    expect((await call({ ...session, method: 'GET' })).statusCode).toBe(401);
  });

  test('somebody else’s sessions are not shown or ended by who may not change users', async () => {
    const reader = await site.logIn('khach');
    const others = await reader('GET', '/api/users/user_quantri/sessions');
    expect(others).toMatchObject({ status: 403, body: { code: 'not-allowed' } });
    const own = await reader('GET', '/api/users/user_khach/sessions');
    const sessions = own.body.sessions as { sessionId: string; isThis: boolean }[];
    const session = sessions.find(({ isThis }) => isThis);
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
