import { createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { makeSendEmail } from './email.ts';
import { isPrivateAddress, makePostWebhook, webhookFault } from './webhook.ts';

describe('e-mail to a real SMTP server', () => {
  let server: SMTPServer;
  let port: number;
  let taken: { from: string; to: string[]; text: string }[] = [];
  let refuseWith: number | null = null;
  beforeAll(async () => {
    server = new SMTPServer({
      disabledCommands: ['STARTTLS'],
      authOptional: true,
      onAuth: ({ username, password }, _session, tell) =>
        username === 'cchc' && password === 'mat-khau-thu' ? tell(null, { user: 'cchc' }) : tell(new Error('no')),
      onRcptTo: (_address, _session, tell) =>
        refuseWith === null ? tell() : tell(Object.assign(new Error('no such box'), { responseCode: refuseWith })),
      onData: (stream, session, tell) => {
        const parts: Buffer[] = [];
        stream.on('data', (part: Buffer) => parts.push(part));
        stream.on('end', () => {
          const { mailFrom, rcptTo } = session.envelope;
          const from = mailFrom ? mailFrom.address : '';
          taken.push({ from, to: rcptTo.map(({ address }) => address), text: Buffer.concat(parts).toString() });
          tell();
        });
      },
    });
    server.on('error', () => undefined);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
    port = (server.server.address() as AddressInfo).port;
  });
  afterAll(() => new Promise<void>((resolve) => server.close(() => resolve())));
  afterEach(() => {
    taken = [];
    refuseWith = null;
  });
  const smtp = (given: object = {}) =>
    ({ host: '127.0.0.1', port, login: null, from: 'Cải Cách <cchc@example.vn>', tls: 'no', ...given }) as const;
  const letter = { to: 'a@example.vn', subject: 'Nhắc việc', text: 'Báo cáo quý III', messageId: '<1.agency@caicach>' };

  test('is taken, in Vietnamese, with the id that we gave it', async () => {
    expect(await makeSendEmail(smtp())(letter)).toBeNull();
    const [mail] = taken;
    expect(mail).toMatchObject({ from: 'cchc@example.vn', to: ['a@example.vn'] });
    expect(mail?.text).toContain('Message-ID: <1.agency@caicach>');
    expect(mail?.text).toContain('Auto-Submitted: auto-generated');
    expect(mail?.text).toMatch(/=E1=BA=AF|w6Fv|QsOhbyBjw6Fv/);
  });

  test('logs in where the office says so', async () => {
    const login = { user: 'cchc', password: 'mat-khau-thu' };
    expect(await makeSendEmail(smtp({ login }))(letter)).toBeNull();
    const wrong = await makeSendEmail(smtp({ login: { ...login, password: 'sai' } }))(letter);
    expect(wrong).toMatchObject({ kind: 'refused', isFinal: false });
    expect(wrong?.detail).not.toContain('sai');
  });

  test.each([
    { code: 550, isFinal: true, because: 'there is no such box' },
    { code: 451, isFinal: false, because: 'the other side is busy' },
  ])('a $code is told with its reason, final: $isFinal ($because)', async ({ code, isFinal }) => {
    refuseWith = code;
    const failure = await makeSendEmail(smtp())(letter);
    expect(failure).toMatchObject({ kind: 'refused', isFinal });
    expect(failure?.detail).toContain('no such box');
  });

  test('never falls back to plain text where TLS is asked for', async () => {
    expect(await makeSendEmail(smtp({ tls: 'starttls' }))(letter)).not.toBeNull();
    expect(taken).toEqual([]);
  });

  test('a server that is not there is told as such; none set, too', async () => {
    expect(await makeSendEmail(smtp({ port: 1 }))(letter)).toMatchObject({ kind: 'unreachable', isFinal: false });
    expect(await makeSendEmail(null)(letter)).toMatchObject({ kind: 'not-set' });
  });
});

describe('the webhook', () => {
  const secret = 'khoa-bi-mat-du-dai-16';
  let address: string;
  let seen: { headers: IncomingMessage['headers']; body: string }[] = [];
  let status = 200;
  const server = createServer((request: IncomingMessage, response: ServerResponse) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      seen.push({ headers: request.headers, body: Buffer.concat(parts).toString() });
      response.writeHead(status, { location: '/elsewhere' }).end();
    });
  });
  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`;
  });
  afterAll(() => server.close());
  afterEach(() => {
    seen = [];
    status = 200;
  });
  const post = (url: string) => ({
    url,
    body: '{"kind":"digest"}',
    deliveryId: 'delivery_1',
    atSeconds: 1_795_000_000,
  });
  const open = makePostWebhook({ secret, isPrivateAllowed: true });

  test('is signed so that the other side can prove who sent it and when', async () => {
    expect(await open(post(address))).toBeNull();
    const [call] = seen;
    const mark = createHmac('sha256', secret).update('1795000000.{"kind":"digest"}').digest('hex');
    expect(call?.headers['x-caicach-signature']).toBe(`t=1795000000,v1=${mark}`);
    expect(call?.headers['x-caicach-delivery']).toBe('delivery_1');
  });

  test.each([
    { answer: 503, isFinal: false },
    { answer: 429, isFinal: false },
    { answer: 404, isFinal: true },
    { answer: 302, isFinal: true },
  ])('$answer is a refusal, final: $isFinal; a redirection is not followed', async ({ answer, isFinal }) => {
    status = answer;
    expect(await open(post(address))).toEqual({ kind: 'refused', detail: `HTTP ${answer}`, isFinal });
    expect(seen).toHaveLength(1);
  });

  test('a private address is not called, neither by number nor by name', async () => {
    const closed = makePostWebhook({ secret, isPrivateAllowed: false });
    for (const url of [address, address.replace('http:', 'https:'), 'https://localhost:1/', 'https://ip6-localhost/'])
      expect((await closed(post(url)))?.kind).toMatch(/forbidden-address|unreachable/);
    expect(seen).toEqual([]);
  });

  test('without a secret nothing is sent', async () => {
    const silent = makePostWebhook({ secret: null, isPrivateAllowed: true });
    expect(await silent(post(address))).toMatchObject({ kind: 'not-set' });
    expect(seen).toEqual([]);
  });
});

test.each([
  { address: '10.1.2.3', isPrivate: true },
  { address: '127.0.0.1', isPrivate: true },
  { address: '169.254.169.254', isPrivate: true },
  { address: '172.31.0.1', isPrivate: true },
  { address: '192.168.1.1', isPrivate: true },
  { address: '100.64.0.1', isPrivate: true },
  { address: '0.0.0.0', isPrivate: true },
  { address: '224.0.0.1', isPrivate: true },
  { address: '::1', isPrivate: true },
  { address: 'fd00::1', isPrivate: true },
  { address: 'fe80::1', isPrivate: true },
  { address: '::ffff:10.0.0.1', isPrivate: true },
  { address: '2002:0a00:0001::', isPrivate: true },
  { address: '203.162.0.1', isPrivate: false },
  { address: '172.32.0.1', isPrivate: false },
  { address: '2404:6800::1', isPrivate: false },
])('$address is private: $isPrivate', ({ address, isPrivate }) => {
  expect(isPrivateAddress(address)).toBe(isPrivate);
});

test.each([
  { url: 'https://hook.example.vn/a', fault: null },
  { url: 'http://hook.example.vn/a', fault: 'webhook-not-https' },
  { url: 'ftp://hook.example.vn', fault: 'webhook-address' },
  { url: 'https://user:pass@hook.example.vn', fault: 'webhook-address' },
  { url: 'không phải địa chỉ', fault: 'webhook-address' },
  { url: 'https://2130706433/', fault: 'webhook-private' },
  { url: 'https://[::ffff:10.0.0.1]/', fault: 'webhook-private' },
  { url: 'https://localhost/', fault: 'webhook-private' },
])('$url as a webhook: $fault', ({ url, fault }) => {
  expect(webhookFault(url, false)).toBe(fault);
});
