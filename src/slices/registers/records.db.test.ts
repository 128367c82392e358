import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Answer, type Caller, openTestApp, type TestApp } from '../../testing/app.ts';
import { testEngines } from '../../testing/database.ts';
import { declareForTest } from '../../testing/registers.ts';

const LETTERS = '/api/registers/letters';
type Body = Record<string, unknown>;
type Rows = { recordId: string; values: Body; version: number; title: string | null; timing: string }[];

describe.each(testEngines)('records of a register on $name', (engine) => {
  let site: TestApp;
  let officer: Caller;
  let head: Caller;
  let appraiser: Caller;
  beforeAll(async () => {
    site = await openTestApp(engine);
    await declareForTest(site.context);
    officer = await site.logIn('cchc');
    head = await site.logIn('truongphong');
    appraiser = await site.logIn('thamdinh');
  });
  afterAll(() => site.close());

  let next = 0;
  const enter = async (values: Body = {}, who: Caller = officer): Promise<Answer> => {
    next += 1;
    const given = { subject: `Đơn số ${next}`, unit: 'unit_vpdk', received: '2026-11-02', ...values };
    return who('POST', `${LETTERS}/records`, { values: given });
  };
  const list = async (query: string, who: Caller = officer): Promise<Rows> => {
    const answer = await who('GET', `${LETTERS}/records?${query}`);
    expect(answer.status, JSON.stringify(answer.body)).toBe(200);
    return answer.body.records as Rows;
  };
  const filtered = (filter: object): string => `filter=${encodeURIComponent(JSON.stringify(filter))}`;

  test('a record is entered, found without diacritics, changed, moved, deleted and brought back, and remembers it all', async () => {
    const { body } = await enter({ subject: 'Kiến nghị về giải phóng mặt bằng', fee: '120000', pages: 3 });
    const address = `${LETTERS}/records/${body.recordId}`;
    const [found] = await list('search=giai%20phong%20mat');
    expect(found).toMatchObject({
      recordId: body.recordId,
      title: 'Kiến nghị về giải phóng mặt bằng',
      timing: 'overdue',
    });
    expect(await officer('PUT', address, { version: 1, values: { answered: '2026-11-09' } })).toMatchObject({
      status: 200,
      body: { version: 2 },
    });
    expect((await officer('POST', `${address}/steps`, { version: 2, to: 'closed' })).status).toBe(200);
    expect((await officer('DELETE', address)).status).toBe(200);
    expect(await list('search=giai%20phong%20mat')).toEqual([]);
    expect(await list('deleted=yes')).toHaveLength(1);
    expect((await officer('POST', `${address}/restoration`)).status).toBe(200);
    const whole = (await officer('GET', address)).body;
    expect(whole.record).toMatchObject({
      step: 'closed',
      timing: 'on-time',
      finishedOn: '2026-11-09',
      dueOn: '2026-11-09',
      computed: { days: '5', perPage: '40000' },
      version: 5,
    });
    expect((whole.history as Body[]).map(({ kind }) => kind)).toEqual([
      'restored',
      'deleted',
      'step',
      'changed',
      'created',
    ]);
  });

  test('a list is filtered, sorted and paged without losing or doubling a record', async () => {
    for (let fee = 1; fee <= 7; fee += 1)
      await enter({ fee: String(fee), kind: fee % 2 ? 'request' : 'other', urgent: fee > 4 });
    await enter({ kind: 'request' });
    const query = `${filtered({ all: [{ field: 'kind', is: 'request' }, { not: { field: 'urgent', is: true } }] })}&sort=-fee&limit=2`;
    const seen: unknown[] = [];
    let after = '';
    for (let page = 0; page < 4; page += 1) {
      const { body } = await officer('GET', `${LETTERS}/records?${query}${after}`);
      seen.push(...(body.records as Rows).map(({ values }) => values.fee));
      if (body.next === null) break;
      after = `&after=${body.next}`;
    }
    expect(seen).toEqual(['3', '1', null]);
  });

  test('two people who change different fields both keep their change; of the same field the second is shown the first’s', async () => {
    const { body } = await enter();
    const address = `${LETTERS}/records/${body.recordId}`;
    await officer('PUT', address, { version: 1, values: { pages: 4 } });
    expect((await head('PUT', address, { version: 1, values: { fee: '5000' } })).status).toBe(200);
    const clash = await head('PUT', address, { version: 1, values: { pages: 9, urgent: true } });
    expect(clash).toMatchObject({
      status: 409,
      body: { code: 'record-changed', details: { version: 3, theirs: { pages: '4' } } },
    });
    const { record } = (await officer('GET', address)).body as { record: { values: Body } };
    expect(record.values).toMatchObject({ pages: '4', fee: '5000', urgent: null });
  });

  test('two people who move one record: the second is told where it stands and who moved it, and nothing is written over', async () => {
    const { body } = await enter({ answered: '2026-11-09' });
    const address = `${LETTERS}/records/${body.recordId}`;
    expect((await head('POST', `${address}/steps`, { version: 1, to: 'working' })).status).toBe(200);
    for (const to of ['closed', 'working']) {
      expect(await officer('POST', `${address}/steps`, { version: 1, to })).toMatchObject({
        status: 409,
        body: { code: 'record-moved', details: { version: 2, step: 'working', by: expect.stringMatching(/\S/) } },
      });
    }
    expect((await officer('GET', address)).body).toMatchObject({ record: { step: 'working', version: 2 } });
    expect((await officer('POST', `${address}/steps`, { version: 2, to: 'closed' })).status).toBe(200);
  });

  test('a field that somebody changed meanwhile does not stand in the way of a step', async () => {
    const { body } = await enter({ answered: '2026-11-09' });
    const address = `${LETTERS}/records/${body.recordId}`;
    expect((await head('PUT', address, { version: 1, values: { pages: 7 } })).status).toBe(200);
    expect(await officer('POST', `${address}/steps`, { version: 1, to: 'closed' })).toMatchObject({
      status: 200,
      body: { version: 3 },
    });
    expect((await officer('POST', `${address}/steps`, { version: 9, to: 'new' })).body.code).toBe('record-moved');
  });

  test('values that may stand once are refused in a change and when a deleted record comes back, with the holder named', async () => {
    const first = (await enter({ subject: 'Đơn chỉ một' })).body.recordId;
    const second = (await enter({ subject: 'Đơn khác' })).body.recordId;
    const rename = (subject: string, version: number) =>
      officer('PUT', `${LETTERS}/records/${second}`, { version, values: { subject } });
    expect(await rename('ĐƠN CHI MOT', 1)).toMatchObject({
      status: 409,
      body: { code: 'stands-already', details: { fields: ['subject', 'received'], recordId: first } },
    });
    expect((await officer('GET', `${LETTERS}/records/${second}`)).body).toMatchObject({
      record: { title: 'Đơn khác', version: 1 },
    });
    await officer('DELETE', `${LETTERS}/records/${first}`);
    expect((await rename('Đơn chỉ một', 1)).status).toBe(200);
    expect((await officer('POST', `${LETTERS}/records/${first}/restoration`)).body).toMatchObject({
      code: 'stands-already',
      details: { recordId: second },
    });
  });

  test('a unit head reaches records of his unit only', async () => {
    const { body } = await enter({ unit: 'unit_khtc', subject: 'Của phòng khác' });
    expect((await head('GET', `${LETTERS}/records/${body.recordId}`)).body).toMatchObject({ code: 'record-not-found' });
    expect((await list('search=phong%20khac', head)).length).toBe(0);
    expect((await enter({ unit: 'unit_khtc' }, head)).body).toMatchObject({ code: 'record-not-yours' });
    expect((await enter({}, head)).status).toBe(200);
  });

  test('what a role may not see is in no answer, and cannot be filtered or sorted by', async () => {
    const { body } = await enter({ sender: 'Trần Văn Kín', note: 'chuyện mật riêng' });
    const address = `${LETTERS}/records/${body.recordId}`;
    for (const who of [appraiser, head]) {
      const text = JSON.stringify([
        (await who('GET', address)).body,
        (await who('GET', LETTERS)).body,
        await list('limit=200', who),
      ]);
      expect(text).not.toContain('chuyện mật riêng');
      expect(text).not.toContain('Ghi chú nội bộ');
    }
    expect(JSON.stringify((await appraiser('GET', address)).body)).not.toContain('Trần Văn Kín');
    expect(JSON.stringify((await head('GET', address)).body)).toContain('Trần Văn Kín');
    expect(await list('search=tran%20van%20kin')).toEqual([]);
    expect(await list('search=chuyen%20mat%20rieng')).toEqual([]);
    const asked = await appraiser('GET', `${LETTERS}/records?${filtered({ field: 'sender', is: 'Trần Văn Kín' })}`);
    const unknown = await appraiser('GET', `${LETTERS}/records?${filtered({ field: 'nothing', is: 'x' })}`);
    expect([asked.status, asked.body.code, unknown.body.code]).toEqual([422, 'filter-faulty', 'filter-faulty']);
    expect((await head('GET', `${LETTERS}/records?sort=note`)).body).toMatchObject({ code: 'sort-unknown' });
    const { body: audit } = await officer('GET', `/api/audit?subjectId=${body.recordId}`);
    expect(JSON.stringify(audit)).not.toMatch(/Trần Văn Kín|chuyện mật riêng/);
  });

  test('the shelf counts what is there, open and late', async () => {
    const { registers } = (await officer('GET', '/api/registers')).body as { registers: Body[] };
    const letters = registers.find(({ key }) => key === 'letters');
    const all = await list('limit=200');
    expect(letters).toMatchObject({ total: all.length, late: all.filter(({ timing }) => timing === 'overdue').length });
  });

  test('before a day off is saved, the calendar names the open records whose day would move', async () => {
    const { body } = await enter({ subject: 'Đơn chờ ngày nghỉ' });
    const exception = { kind: 'off', reason: 'thử', decision: '1/QĐ', isProvisional: false };
    const preview = await officer('POST', '/api/calendars/calendar_main/preview', {
      changes: [{ day: '2026-11-05', exception }],
    });
    expect(preview.status, JSON.stringify(preview.body)).toBe(200);
    const key = `register:letters:${body.recordId}`;
    expect(preview.body.moved).toContainEqual(
      expect.objectContaining({ id: key, from: '2026-11-09', to: '2026-11-10' }),
    );
  });
});
