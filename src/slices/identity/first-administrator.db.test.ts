import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildApp } from '../../server/app.ts';
import type { Context } from '../../server/context.ts';
import type { App } from '../../server/http.ts';
import { hasSample } from '../../server/sample.ts';
import { makeClock, type TestClock } from '../../testing/app.ts';
import { makeContext } from '../../testing/context.ts';
import { testEngines } from '../../testing/database.ts';
import { offerFirstAdministrator } from './server.ts';

const form = {
  agencyName: 'Sở Nông nghiệp và Môi trường',
  agencyShortName: 'SNNMT',
  province: 'tỉnh mẫu',
  username: 'QuanTri',
  displayName: 'Quản trị hệ thống',
  password: 'một câu dài dễ nhớ',
};

describe.each(testEngines)('the first administrator on $name', (engine) => {
  let context: Context;
  let clock: TestClock;
  let app: App;
  beforeAll(async () => {
    clock = makeClock('2026-11-20T01:00:00Z');
    const database = await engine.open();
    context = { ...makeContext({ database, config: { withSample: false } }), clock };
    app = await buildApp(context);
  });
  afterAll(async () => {
    await app.close();
    await context.database.close();
  });

  const use = async (token: string, change: object = {}): Promise<unknown> => {
    const payload = { ...form, token, ...change };
    return (await app.inject({ method: 'POST', url: '/api/first-administrator', payload })).json();
  };
  const offer = async (): Promise<string> => {
    const token = await offerFirstAdministrator(context);
    if (token === null) throw new Error('no link was offered');
    return token;
  };

  test('is not made by a guess', async () => {
    await offer();
    expect(await use('x'.repeat(43))).toMatchObject({ code: 'link-used' });
  });

  test('is not made by an older link than the newest one printed', async () => {
    const older = await offer();
    await offer();
    expect(await use(older)).toMatchObject({ code: 'link-used' });
  });

  test('is not made after 24 hours', async () => {
    const token = await offer();
    clock.moveTo('2026-11-21T01:00:01Z');
    expect(await use(token)).toMatchObject({ code: 'link-used' });
  });

  test('is made once; a weak password does not use the link up', async () => {
    const token = await offer();
    expect(await use(token, { password: '1234567890' })).toMatchObject({ code: expect.stringMatching(/^password-/) });
    expect(await use(token)).toEqual({ done: true });
    expect(await use(token)).toMatchObject({ code: 'already-set-up' });
    expect(await offerFirstAdministrator(context)).toBeNull();
  });

  test('logs in, holds the rights of an administrator, and has no sample beside it', async () => {
    const payload = { username: 'quantri', password: form.password };
    const logIn = await app.inject({ method: 'POST', url: '/api/session', payload });
    const cookies = Object.fromEntries(logIn.cookies.map(({ name, value }) => [name, value]));
    const session = (await app.inject({ method: 'GET', url: '/api/session', cookies })).json();
    expect(session).toMatchObject({ user: { role: 'administrator' }, agency: { shortName: 'SNNMT' } });
    expect(await hasSample(context.database)).toBe(false);
  });
});
