import { parseCsv, readXlsx } from 'hucre';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Caller, openTestApp, type TestApp } from '../../testing/app.ts';
import { testEngines } from '../../testing/database.ts';
import { lettersRegister } from '../../testing/registers.ts';

type Body = Record<string, unknown>;
const LETTERS = '/api/registers/letters';

describe.each(testEngines)('an office declares registers of its own on $name', (engine) => {
  let site: TestApp;
  let officer: Caller;
  let head: Caller;
  beforeAll(async () => {
    site = await openTestApp(engine);
    officer = await site.logIn('cchc');
    head = await site.logIn('truongphong');
  });
  afterAll(() => site.close());

  const declare = (declaration: object) => officer('POST', '/api/registers', { declaration });
  const both = (vi: string) => ({ vi, en: vi });

  test('who may not declare is refused; a right declaration is taken once', async () => {
    expect((await head('POST', '/api/registers', { declaration: lettersRegister })).status).toBe(403);
    expect(await declare(lettersRegister)).toMatchObject({ status: 200, body: { key: 'letters', version: 1 } });
    expect(await declare(lettersRegister)).toMatchObject({ status: 422, body: { code: 'declaration-faulty' } });
    const { declaration } = (await officer('GET', LETTERS)).body as { declaration: { fields: Body } };
    expect(Object.keys(declaration.fields)).toEqual(Object.keys(lettersRegister.fields));
  });

  test.each([
    ['a cycle of computed fields', { a: 'b + 1', b: 'a * 2' }, 'cycle'],
    ['a formula that is none', { a: '1 +' }, 'bad-formula'],
    ['a formula over an unknown field', { a: 'nothing * 2' }, 'unknown-field'],
    ['a formula over words', { a: 'subject + 1' }, 'not-in-formula'],
  ])('%s is refused with its place and what to do', async (_name, formulas, code) => {
    const computed = Object.fromEntries(
      Object.entries(formulas).map(([name, formula]) => [
        name,
        { kind: 'computed', label: both(name), formula, as: 'number' },
      ]),
    );
    const answer = await declare({
      ...lettersRegister,
      key: 'wrong',
      fields: { ...lettersRegister.fields, ...computed },
    });
    expect(answer.status).toBe(422);
    const { faults } = answer.body.details as { faults: Body[] };
    expect(faults[0]).toMatchObject({ at: expect.stringContaining('fields.'), code });
    expect(faults[0]?.message).toMatchObject({ vi: expect.stringMatching(/\S/), en: expect.stringMatching(/\S/) });
  });

  test.each([
    [
      'an unknown field in a measure',
      { measures: { m: { label: both('x'), kind: 'sum', of: 'nothing', periodBy: 'received' } } },
      'unknown-field',
    ],
    [
      'a sum of words',
      { measures: { m: { label: both('x'), kind: 'sum', of: 'subject', periodBy: 'received' } } },
      'not-a-number-field',
    ],
    ['an owner that is no unit', { owner: 'subject' }, 'owner-not-unit'],
    ['a first step that is none', { firstStep: 'nowhere' }, 'first-step-missing'],
    ['a deadline in words that say none', { due: { phrase: 'khi rảnh', yearOf: 'received' } }, 'bad-phrase'],
    ['a shape that is none', { fields: { x: { kind: 'colour' } } }, 'shape'],
  ])('%s is refused', async (_name, change, code) => {
    const answer = await declare({ ...lettersRegister, key: 'wrong', ...change });
    const { faults } = answer.body.details as { faults: Body[] };
    expect(faults.map((fault) => fault.code)).toContain(code);
  });

  test('a removed option that is used, and a kind that does not fit, are refused; nothing is lost', async () => {
    const values = {
      subject: 'Đơn có loại',
      unit: 'unit_vpdk',
      received: '2026-11-02',
      kind: 'request',
      sender: 'Không phải số',
    };
    const made = await officer('POST', `${LETTERS}/records`, { values });
    const { request: _gone, ...options } = lettersRegister.fields.kind.options;
    const without = {
      ...lettersRegister,
      fields: { ...lettersRegister.fields, kind: { ...lettersRegister.fields.kind, options } },
    };
    const refused = await officer('PUT', LETTERS, { version: 1, declaration: without });
    expect(refused.body.details).toMatchObject({
      faults: [{ at: 'fields.kind.options', code: 'option-in-use', detail: 'request', count: 1 }],
    });
    const asNumber = {
      ...lettersRegister,
      fields: { ...lettersRegister.fields, sender: { kind: 'number', label: both('Số') } },
    };
    const preview = await officer('POST', `${LETTERS}/preview`, { declaration: asNumber });
    expect(preview.body).toMatchObject({
      effects: { misfits: [{ field: 'sender', count: 1 }] },
      faults: [{ code: 'value-does-not-fit' }],
    });
    const { record } = (await officer('GET', `${LETTERS}/records/${made.body.recordId}`)).body as {
      record: { values: Body };
    };
    expect(record.values).toMatchObject({ kind: 'request', sender: 'Không phải số' });
  });

  test('a field that is taken out keeps its values and brings them back; a new measure counts what was there before', async () => {
    const { sender: _gone, ...fields } = lettersRegister.fields;
    const changed = {
      ...lettersRegister,
      fields: { ...fields, size: { kind: 'computed', label: both('Gấp đôi'), formula: 'pages * 2', as: 'number' } },
      measures: { ...lettersRegister.measures, all: { label: both('Tất cả'), kind: 'count', periodBy: 'received' } },
    };
    expect((await officer('POST', `${LETTERS}/preview`, { declaration: changed })).body).toMatchObject({
      effects: { records: 1, removedFields: [{ field: 'sender', filled: 1 }] },
      faults: [],
    });
    expect(await officer('PUT', LETTERS, { version: 1, declaration: changed })).toMatchObject({
      status: 200,
      body: { version: 2 },
    });
    expect(await officer('PUT', LETTERS, { version: 1, declaration: changed })).toMatchObject({ status: 409 });
    const { measure } = (await officer('GET', '/api/measures/register%3Aletters.all?year=2026')).body as {
      measure: { now: Body };
    };
    expect(measure.now).toEqual({ count: '1' });
    expect(JSON.stringify((await officer('GET', `${LETTERS}/records`)).body)).not.toContain('Không phải số');
    expect((await officer('PUT', LETTERS, { version: 2, declaration: lettersRegister })).status).toBe(200);
    expect(JSON.stringify((await officer('GET', `${LETTERS}/records`)).body)).toContain('Không phải số');
    expect((await officer('GET', `${LETTERS}/versions`)).body.versions).toHaveLength(3);
  });

  test('values of a list are not declared to stand once while records share them; from then on none is doubled', async () => {
    const plain = { ...lettersRegister, key: 'plain', unique: undefined };
    await declare(JSON.parse(JSON.stringify(plain)));
    const enter = (subject: string) =>
      officer('POST', '/api/registers/plain/records', {
        values: { subject, unit: 'unit_vpdk', received: '2026-11-02' },
      });
    const [first, second] = [await enter('Đơn chung'), await enter('ĐON CHUNG')];
    await enter('Đơn riêng');
    const wanted = { ...plain, unique: [['subject']] };
    const collision = {
      at: 'unique.0',
      code: 'records-collide',
      count: 2,
      records: [first.body.recordId, second.body.recordId],
      message: { vi: expect.stringMatching(/“Đơn chung” \(\d+\/11\/2026\) = “ĐON CHUNG”/) },
    };
    const put = () => officer('PUT', '/api/registers/plain', { version: 1, declaration: wanted });
    expect((await officer('POST', '/api/registers/plain/preview', { declaration: wanted })).body).toMatchObject({
      faults: [collision],
    });
    expect(await put()).toMatchObject({
      status: 422,
      body: { code: 'declaration-faulty', details: { faults: [collision] } },
    });
    expect((await enter('Đơn riêng')).status).toBe(200);
    const { records } = (await officer('GET', '/api/registers/plain/records?search=rieng')).body as { records: Body[] };
    await officer('DELETE', `/api/registers/plain/records/${records[0]?.recordId}`);
    await officer('DELETE', `/api/registers/plain/records/${second.body.recordId}`);
    expect(await put()).toMatchObject({ status: 200, body: { version: 2 } });
    expect((await enter('đơn  chung')).body).toMatchObject({
      code: 'stands-already',
      details: { recordId: first.body.recordId },
    });
    expect(
      (await officer('POST', `/api/registers/plain/records/${second.body.recordId}/restoration`)).body,
    ).toMatchObject({ code: 'stands-already' });
  });

  const download = async (query: string, username = 'cchc') => {
    const cookie = await site.cookieOf(username);
    return site.app.inject({ method: 'GET', url: `${LETTERS}/export?${query}`, headers: { cookie } });
  };

  test('an export has every row of the list, no formula of a spreadsheet, and nothing that the reader may not see', async () => {
    const dangerous = {
      subject: '=HYPERLINK("http://evil")',
      unit: 'unit_vpdk',
      received: '2026-11-03',
      fee: '1234567',
      note: 'bí mật',
      paper: { number: '12/QĐ-UBND', date: '2026-10-31' },
    };
    await officer('POST', `${LETTERS}/records`, { values: dangerous });
    const rows = parseCsv((await download('format=csv&sort=received')).body.replace(/^\uFEFF/, ''), { delimiter: ';' });
    expect(rows).toHaveLength(3);
    expect(rows[2]).toEqual(
      expect.arrayContaining([
        '\'=HYPERLINK("http://evil")',
        'Văn phòng Đăng ký đất đai',
        '03/11/2026',
        '1234567',
        '12/QĐ-UBND',
        '31/10/2026',
      ]),
    );
    const sheet = await readXlsx(new Uint8Array((await download('sort=received')).rawPayload));
    expect(sheet.sheets[0]?.rows[2]?.[0]).toBe('=HYPERLINK("http://evil")');
    expect((await download('format=csv')).body).toContain('bí mật');
    const seen = (await download('format=csv', 'thamdinh')).body;
    expect(seen).not.toMatch(/bí mật|Không phải số|Người gửi/);
    expect((await download('format=csv&search=hyperlink')).body.trim().split('\n')).toHaveLength(2);
  });

  test('views are kept for oneself or for colleagues, and only their owner drops them', async () => {
    const mine = await officer('POST', `${LETTERS}/views`, {
      name: 'Quá hạn',
      isShared: true,
      query: { timing: 'overdue' },
    });
    await officer('POST', `${LETTERS}/views`, { name: 'Riêng', isShared: false, query: {} });
    const { views } = (await head('GET', `${LETTERS}/views`)).body as { views: Body[] };
    expect(views).toMatchObject([{ name: 'Quá hạn', isMine: false, query: { timing: 'overdue' } }]);
    expect((await head('DELETE', `${LETTERS}/views/${mine.body.viewId}`)).status).toBe(404);
    expect((await officer('DELETE', `${LETTERS}/views/${mine.body.viewId}`)).status).toBe(200);
  });

  test('a file is read through the record that names it, by who may see that record', async () => {
    const form = new FormData();
    form.append('file', new Blob(['bản chụp']), 'chụp.txt');
    const request = new Request('http://x', { method: 'POST', body: form });
    const headers = { cookie: await site.cookieOf('cchc'), 'content-type': request.headers.get('content-type') ?? '' };
    const uploaded = await site.app.inject({
      method: 'POST',
      url: `${LETTERS}/files`,
      headers,
      payload: Buffer.from(await request.arrayBuffer()),
    });
    const { fileId } = uploaded.json<{ fileId: string }>();
    const values = { subject: 'Có tệp', unit: 'unit_khtc', received: '2026-11-04', scans: [fileId] };
    const { body } = await officer('POST', `${LETTERS}/records`, { values });
    const get = async (username: string, file = fileId) =>
      site.app.inject({
        method: 'GET',
        url: `${LETTERS}/records/${body.recordId}/files/${file}`,
        headers: { cookie: await site.cookieOf(username) },
      });
    expect((await get('cchc')).body).toBe('bản chụp');
    expect((await get('truongphong')).statusCode).toBe(404);
    expect((await get('cchc', 'file_other')).statusCode).toBe(404);
    const lost = { ...values, subject: 'Tệp lạ', scans: ['file_khongco'] };
    expect((await officer('POST', `${LETTERS}/records`, { values: lost })).body).toMatchObject({
      details: { faults: [{ field: 'scans', code: 'file-unknown' }] },
    });
  });

  test('a link to a record that was deleted since is shown as such', async () => {
    const first = await officer('POST', `${LETTERS}/records`, {
      values: { subject: 'Đơn đầu', unit: 'unit_vpdk', received: '2026-11-05' },
    });
    const id = String(first.body.recordId);
    const second = await officer('POST', `${LETTERS}/records`, {
      values: { subject: 'Đơn sau', unit: 'unit_vpdk', received: '2026-11-05', earlier: [id] },
    });
    await officer('DELETE', `${LETTERS}/records/${id}`);
    const { labels } = (await officer('GET', `${LETTERS}/records/${second.body.recordId}`)).body as {
      labels: { links: Body };
    };
    expect(labels.links[id]).toEqual({ register: 'letters', title: 'Đơn đầu', state: 'deleted' });
    // What stood before stays and can be saved again; a new link to a deleted record is refused.
    const address = `${LETTERS}/records/${second.body.recordId}`;
    expect((await officer('PUT', address, { version: 1, values: { earlier: [id], pages: 2 } })).status).toBe(200);
    const third = { subject: 'Đơn thứ ba', unit: 'unit_vpdk', received: '2026-11-05', earlier: [id] };
    expect((await officer('POST', `${LETTERS}/records`, { values: third })).body).toMatchObject({
      code: 'values-faulty',
      details: { faults: [{ field: 'earlier', code: 'link-unknown' }] },
    });
  });
});
