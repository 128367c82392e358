import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestApp, type TestApp } from '../testing/app.ts';
import { makeContext } from '../testing/context.ts';
import { testEngines } from '../testing/database.ts';
import { operationsOf } from '../testing/operations.ts';
import { buildApp } from './app.ts';
import type { App } from './http.ts';

const account = { username: 'cchc', password: 'mau-chuyen-vien' };

describe('what the server sends and takes', () => {
  let site: TestApp;
  /** The same system behind a proxy at 127.0.0.1 that ends TLS, serving others. */
  let proxied: App;
  beforeAll(async () => {
    const [engine] = testEngines;
    if (!engine) throw new Error('no engine');
    site = await openTestApp(engine);
    const config = { ...site.context.config, withSample: false, proxies: ['127.0.0.1'] };
    proxied = await buildApp({ ...site.context, config });
  });
  afterAll(async () => {
    await proxied.close();
    await site.close();
  });

  const logInAt = async (app: App, headers: Record<string, string>): Promise<string> => {
    const answer = await app.inject({ method: 'POST', url: '/api/session', payload: account, headers });
    return String(answer.headers['set-cookie']);
  };

  test('the cookie of a session is out of reach of scripts and of other sites', async () => {
    const cookie = await logInAt(site.app, {});
    expect(cookie).toMatch(/^caicach=[\w-]{43}; Max-Age=43200; Path=\/; HttpOnly; SameSite=Strict$/);
  });

  test('behind a TLS proxy the cookie goes over TLS only; without a proxy nobody can claim one', async () => {
    expect(await logInAt(proxied, { 'x-forwarded-proto': 'https' })).toContain('Secure');
    expect(await logInAt(site.app, { 'x-forwarded-proto': 'https' })).not.toContain('Secure');
  });

  test('behind a proxy the origin is compared with the name that people use', async () => {
    const headers = { 'x-forwarded-host': 'cchc.example.vn', origin: 'https://cchc.example.vn' };
    expect(await logInAt(proxied, headers)).toContain('caicach=');
    const answer = await site.app.inject({ method: 'POST', url: '/api/session', payload: account, headers });
    expect(answer.json()).toMatchObject({ code: 'wrong-origin' });
  });

  test('the own page may change things', async () => {
    expect(await logInAt(site.app, { origin: 'http://localhost:80', 'sec-fetch-site': 'same-origin' })).toContain(
      'caicach=',
    );
  });

  test('the sample answers to names of this machine only', async () => {
    const answer = await site.app.inject({ method: 'GET', url: '/api/docs', headers: { host: 'rebound.example' } });
    expect(answer.json()).toMatchObject({ code: 'wrong-host' });
    expect(answer.statusCode).toBe(421);
  });

  test('the headers let nothing in from elsewhere and nothing be kept', async () => {
    const { headers } = await site.app.inject({ method: 'GET', url: '/api/session' });
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'same-origin',
      'cache-control': 'no-store',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
    });
    expect(headers).not.toHaveProperty('x-powered-by');
    const policy = new Map(
      String(headers['content-security-policy'])
        .split(';')
        .map((rule) => [rule.split(' ')[0], rule] as const),
    );
    expect(policy.get('default-src')).toBe("default-src 'self'");
    expect(policy.get('frame-ancestors')).toBe("frame-ancestors 'none'");
    expect(policy.get('object-src')).toBe("object-src 'none'");
    expect(policy.get('script-src')).toMatch(/^script-src 'self' 'nonce-[0-9a-f]{32}'$/);
    expect(policy.get('connect-src')).toBe("connect-src 'self'");
  });

  const post = (payload: string, type = 'application/json') => ({
    method: 'POST' as const,
    url: '/api/session',
    payload,
    headers: { 'content-type': type },
  });

  test('two gigabytes are refused by every operation before they are read, with words', async () => {
    const cookie = await logInAt(site.app, {});
    const length = String(2 * 1024 ** 3);
    const headers = { cookie, 'content-type': 'multipart/form-data; boundary=x', 'content-length': length };
    const changes = operationsOf(site.app).filter(({ method }) => method !== 'GET' && method !== 'DELETE');
    expect(changes.length).toBeGreaterThan(50);
    for (const { operationId, method, url } of changes) {
      const answer = await site.app.inject({ method, url, headers, payload: '--x--' });
      expect([operationId, answer.statusCode]).toEqual([operationId, 413]);
      expect(answer.json().message).toMatch(/quá lớn|lớn hơn/);
    }
  });

  test.each([
    { name: 'a body that is not JSON', request: post('{"username": '), status: 400, code: 'bad-input' },
    { name: 'an empty body', request: post(''), status: 400, code: 'bad-input' },
    { name: 'a field that is missing', request: post('{"username": "cchc"}'), status: 400, code: 'bad-input' },
    { name: 'a poisoned prototype', request: post('{"__proto__": {"x": 1}}'), status: 400, code: 'bad-input' },
    { name: 'another type', request: post('username=cchc', 'text/csv'), status: 415, code: 'wrong-media-type' },
    {
      name: 'three megabytes',
      request: post(JSON.stringify({ username: 'cchc', password: 'x'.repeat(3_000_000) })),
      status: 413,
      code: 'too-large',
    },
    { name: 'an unknown address', request: { url: '/api/khong-co' }, status: 404, code: 'not-found' },
    {
      name: 'an unknown method',
      request: { url: '/api/audit', method: 'DELETE' as const },
      status: 404,
      code: 'not-found',
    },
    {
      name: 'an id of another kind',
      request: { url: '/api/users/unit_1/sessions' },
      status: 401,
      code: 'not-logged-in',
    },
  ])('$name is refused with words in the language asked for', async ({ request, status, code }) => {
    const vietnamese = await site.app.inject(request);
    const english = await site.app.inject({
      ...request,
      headers: { ...('headers' in request ? request.headers : {}), 'accept-language': 'en-GB,en;q=0.9' },
    });
    expect([vietnamese.statusCode, vietnamese.json().code]).toEqual([status, code]);
    expect(english.json().code).toBe(code);
    expect(vietnamese.json().message).toMatch(/[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/);
    expect(english.json().message).toMatch(/^[ -~]+$/);
  });

  test('a field that is wrong is named', async () => {
    const answer = await site.app.inject(post('{"username": "", "password": "x"}'));
    expect(answer.json().details.fields).toMatchObject([{ field: 'username' }]);
  });

  test('the thirty-first log-in of a minute is refused in both languages', async () => {
    const attempt = (language: string) =>
      site.app.inject({
        ...post('{"username": "ai do", "password": "gi do"}'),
        remoteAddress: '10.1.2.3',
        headers: { 'content-type': 'application/json', 'accept-language': language },
      });
    const before = await Promise.all(Array.from({ length: 30 }, () => attempt('vi')));
    expect(before.map(({ statusCode }) => statusCode)).toEqual(before.map(() => 403));
    expect((await attempt('vi')).json()).toMatchObject({ code: 'too-many', message: /Quá nhiều/ });
    expect((await attempt('en')).json()).toMatchObject({ code: 'too-many', message: /Too many/ });
  });

  test('a session that ended is told in words', async () => {
    const officer = await site.logIn('cchc');
    site.clock.moveTo('2026-11-20T13:00:01Z');
    expect(await officer('GET', '/api/units')).toMatchObject({ status: 401, body: { code: 'not-logged-in' } });
  });
});

describe('a fault inside', () => {
  const secret = 'relation "app_user" does not exist: select password_hash';

  test('says nothing of the inside, and keeps what was typed', async () => {
    const fails = async (): Promise<never> => {
      throw Object.assign(new Error(secret), { code: '42P01', parameters: ['mật khẩu'] });
    };
    const database = { engine: 'embedded', execute: fails, transaction: fails, close: async () => {} } as const;
    const app = await buildApp(makeContext({ database }));
    const answer = await app.inject({ method: 'GET', url: '/api/units', cookies: { caicach: 'x'.repeat(43) } });
    expect(answer.statusCode).toBe(500);
    expect(Object.keys(answer.json()).sort()).toEqual(['code', 'message']);
    expect(answer.body).not.toMatch(/relation|select|stack|node_modules|\.ts/);
    await app.close();
  });

  test('a request may arrive and be answered for two minutes at most', async () => {
    const app = await buildApp(makeContext());
    expect(app.server.requestTimeout).toBe(120_000);
    expect(app.initialConfig).toMatchObject({ handlerTimeout: 120_000 });
    await app.close();
  });
});

test.each([
  { contact: null, status: 404, body: /not-found/ },
  { contact: 'mailto:an-toan@example.vn', status: 200, body: /^Contact: mailto:an-toan@example\.vn\nExpires: \d{4}-/ },
])('security.txt with contact $contact answers $status', async ({ contact, status, body }) => {
  const app = await buildApp(makeContext({ config: { securityContact: contact } }));
  const answer = await app.inject({ method: 'GET', url: '/.well-known/security.txt' });
  expect(answer.statusCode).toBe(status);
  expect(answer.body).toMatch(body);
  await app.close();
});
