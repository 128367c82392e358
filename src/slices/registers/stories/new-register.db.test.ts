import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseCsv, readXlsx } from 'hucre';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addDays, civilDate } from '../../../kernel/civil-date.ts';
import { waitingSources } from '../../../server/all-sources.ts';
import { sampleAgency } from '../../../server/sample.ts';
import { type Caller, openTestApp, type TestApp } from '../../../testing/app.ts';
import { testEngines } from '../../../testing/database.ts';
import { loansRegister } from '../../../testing/loans-register.ts';
import { remindIfDue } from '../../notifications/server.ts';

// One declaration that nobody ships goes through everything that a register gets from its declaration alone.

const LOANS = '/api/registers/archive-loans';
const ON_TIME = 'register:archive-loans.on-time';
type Body = Record<string, unknown>;
type Seen = { recordId: string; values: Body; computed: Body; step: string; dueOn: string; timing: string };

test('the declaration has at most 80 lines', () => {
  const file = readFileSync(join(import.meta.dirname, '../../../testing/loans-register.ts'), 'utf8');
  expect(file.split('\n').length).toBeLessThanOrEqual(80);
});

describe.each(testEngines)('a new register from its declaration alone, on $name', (engine) => {
  let site: TestApp;
  let officer: Caller;
  let head: Caller;
  let appraiser: Caller;
  beforeAll(async () => {
    site = await openTestApp(engine);
    officer = await site.logIn('cchc');
    head = await site.logIn('truongphong');
    appraiser = await site.logIn('thamdinh');
    const declared = await officer('POST', '/api/registers', { declaration: loansRegister });
    expect(declared, JSON.stringify(declared.body)).toMatchObject({ status: 200, body: { key: 'archive-loans' } });
  });
  afterAll(() => site.close());

  const enter = async (values: Body, who = officer): Promise<string> => {
    const answer = await who('POST', `${LOANS}/records`, { values: { unit: 'unit_vpdk', ...values } });
    expect(answer.status, JSON.stringify(answer.body)).toBe(200);
    return String(answer.body.recordId);
  };
  const one = async (id: string, who = officer) =>
    (await who('GET', `${LOANS}/records/${id}`)).body as { record: Seen; history: Body[] };
  const list = async (query: string, who = officer): Promise<Seen[]> => {
    const answer = await who('GET', `${LOANS}/records?${query}`);
    expect(answer.status, JSON.stringify(answer.body)).toBe(200);
    return answer.body.records as Seen[];
  };
  const files = (records: readonly Seen[]): unknown[] => records.map(({ values }) => values.file);
  const send = async (url: string, bytes: Buffer, name: string): Promise<Body> => {
    const form = new FormData();
    form.append('file', new Blob([new Uint8Array(bytes)]), name);
    const request = new Request('http://x', { method: 'POST', body: form });
    const answer = await site.app.inject({
      method: 'POST',
      url,
      headers: { cookie: await site.cookieOf('cchc'), 'content-type': request.headers.get('content-type') ?? '' },
      payload: Buffer.from(await request.arrayBuffer()),
    });
    expect(answer.statusCode, answer.body).toBe(200);
    return answer.json<Body>();
  };
  const download = async (query: string, username = 'cchc') => {
    const cookie = await site.cookieOf(username);
    return site.app.inject({ method: 'GET', url: `${LOANS}/export?${query}`, headers: { cookie } });
  };

  test('it is on the shelf, has a schema, and its form says by field what is wrong', async () => {
    const { registers } = (await officer('GET', '/api/registers')).body as { registers: Body[] };
    expect(registers.find(({ key }) => key === 'archive-loans')).toMatchObject({ total: 0 });
    const { paths } = (await officer('GET', '/api/docs/openapi.json')).body as { paths: Record<string, Body> };
    expect(Object.keys(paths)).toEqual(
      expect.arrayContaining([expect.stringMatching(/\/api\/registers\/\{registerKey\}\/records$/)]),
    );
    const wrong = { file: '', unit: 'unit_khongco', borrowed: '31/02/2026', sheets: '0', reason: 'whim', days: '3' };
    const answer = await officer('POST', `${LOANS}/records`, { values: wrong });
    expect(answer).toMatchObject({ status: 422, body: { code: 'values-faulty' } });
    const { faults } = answer.body.details as { faults: Body[] };
    expect(faults).toMatchObject([{ field: 'days', code: 'computed' }]);
    const { days: _days, ...rest } = wrong;
    const again = await officer('POST', `${LOANS}/records`, { values: rest });
    const named = (again.body.details as { faults: Body[] }).faults.map(({ field }) => field);
    expect(named.sort()).toEqual(['borrowed', 'file', 'reason', 'sheets']);
  });

  test('records are kept whole, computed, due, late; listed by filter, order and search; seen as rights allow', async () => {
    const scan = await send(`${LOANS}/files`, Buffer.from('bản chụp'), 'phiếu.txt');
    const whole = {
      file: 'Hồ sơ giải phóng mặt bằng số 1',
      keeper: 'user_chuyenvien',
      phone: '0912 345 678',
      remark: 'cần nhắc riêng',
      reason: 'inspection',
      borrowed: '2026-10-05',
      returned: '2026-10-12',
      sheets: '120',
      deposit: '500000',
      slip: { number: '07/PM', date: '2026-10-05', issuer: 'Văn phòng', subject: null },
      scans: [scan.fileId],
    };
    const first = await enter(whole);
    await enter({ file: 'Hồ sơ đo đạc số 2', borrowed: '2026-10-06', sheets: '30', reason: 'complaint' });
    await enter({ file: 'Hồ sơ cấp đất số 3', borrowed: '2026-11-16', sheets: '5', keeper: 'user_chuyenvien' });
    await enter({ file: 'Hồ sơ của phòng khác', borrowed: '2026-10-07', unit: 'unit_khtc', phone: '0900 000 111' });
    const { record } = await one(first);
    expect(record).toMatchObject({ values: whole, step: 'out', timing: 'early', computed: { days: '5' } });
    expect(files(await list('search=do%20dac'))).toEqual(['Hồ sơ đo đạc số 2']);
    const late = encodeURIComponent(JSON.stringify({ timing: ['overdue'] }));
    expect(files(await list(`filter=${late}&sort=borrowed`))).toEqual(['Hồ sơ đo đạc số 2', 'Hồ sơ của phòng khác']);
    expect(files(await list('sort=-sheets&limit=2'))).toEqual(['Hồ sơ giải phóng mặt bằng số 1', 'Hồ sơ đo đạc số 2']);
    expect(files(await list('sort=borrowed', head))).not.toContain('Hồ sơ của phòng khác');
    expect((await appraiser('POST', `${LOANS}/records`, { values: whole })).status).toBe(403);

    const told = JSON.stringify([
      (await one(first, appraiser)).record,
      await list('limit=200', appraiser),
      (await download('format=csv', 'thamdinh')).body,
      (await appraiser('GET', `/api/measures/${encodeURIComponent(ON_TIME)}?year=2026`)).body,
      (await officer('GET', `/api/audit?subjectId=${first}`)).body,
    ]);
    expect(told).not.toMatch(/0912 345 678|cần nhắc riêng|Nhận xét của Văn phòng/);
    expect(JSON.stringify((await one(first, head)).record)).toContain('0912 345 678');
    const denied = await head('PUT', `${LOANS}/records/${first}`, { version: 1, values: { extendedTo: '2026-11-30' } });
    expect(denied.body.details).toMatchObject({ faults: [{ field: 'extendedTo', code: 'not-yours' }] });
  });

  test('changed one by one and many at once, with steps that need a field; the history tells it, as rights allow', async () => {
    const all = await list('sort=borrowed&limit=200');
    const open = all.filter(({ timing }) => timing === 'overdue').map(({ recordId }) => recordId);
    const bulk = (change: Body) => officer('POST', `${LOANS}/bulk`, { recordIds: open, change });
    expect((await bulk({ kind: 'step', to: 'back', note: null })).body).toMatchObject({
      done: [],
      refused: [{ code: 'step-needs' }, { code: 'step-needs' }],
    });
    expect((await bulk({ kind: 'values', values: { returned: '2026-11-03' } })).body.done).toHaveLength(2);
    expect((await bulk({ kind: 'step', to: 'back', note: 'đã nhận đủ' })).body.done).toHaveLength(2);
    const { record, history } = await one(String(open[0]));
    expect(record).toMatchObject({ step: 'back', timing: 'late' });
    expect(history.map(({ kind }) => kind)).toEqual(['step', 'changed', 'created']);
    expect(history[0]).toMatchObject({ note: 'đã nhận đủ', step: { from: 'out', to: 'back' } });
    const { body: audit } = await officer('GET', `/api/audit?subjectId=${open[0]}`);
    expect(JSON.stringify(audit)).toMatch(/register\.create.*|register\.step/);
  });

  test('a view of the list is kept; the list goes out as a spreadsheet and comes back in as one', async () => {
    const query = { timing: 'late', sort: '-borrowed', columns: 'file,borrowed' };
    await officer('POST', `${LOANS}/views`, { name: 'Trả trễ', isShared: true, query });
    expect((await head('GET', `${LOANS}/views`)).body.views).toMatchObject([{ name: 'Trả trễ', query }]);
    const csv = parseCsv((await download('format=csv&sort=borrowed')).body.replace(/^\uFEFF/, ''), { delimiter: ';' });
    expect(csv).toHaveLength(5);
    const book = await download('sort=borrowed');
    expect((await readXlsx(new Uint8Array(book.rawPayload))).sheets[0]?.rows).toHaveLength(5);

    const before = await list('sort=borrowed&limit=200');
    for (const { recordId } of before) await officer('DELETE', `${LOANS}/records/${recordId}`);
    const { importId, faults } = await send(`${LOANS}/imports`, book.rawPayload, 'mượn.xlsx');
    expect(faults).toEqual([]);
    expect((await officer('POST', `${LOANS}/imports/${importId}/run`, { skipFaulty: false })).status).toBe(200);
    let state: unknown = 'running';
    for (let tries = 0; tries < 2000 && state === 'running'; tries += 1) {
      await new Promise((resolve) => setTimeout(resolve, 20));
      state = (await officer('GET', `${LOANS}/imports/${importId}`)).body.state;
    }
    expect(state).toBe('done');
    const after = await list('sort=borrowed&limit=200');
    const kept = ({ values: { scans: _scans, ...values }, step, timing, computed }: Seen) => ({
      values,
      step,
      timing,
      computed,
    });
    expect(after.map(kept)).toEqual(before.map(kept));
    const [imported] = after;
    expect((await one(String(imported?.recordId))).history.map(({ kind }) => kind)).toEqual(['created']);
  });

  test('its measures say what the records add up to, and each leads to the records behind it', async () => {
    const { measures } = (await officer('GET', '/api/measures?year=2026')).body as { measures: Body[] };
    const measure = measures.find(({ key }) => key === ON_TIME);
    expect(measure).toMatchObject({ now: { numerator: '1', denominator: '3' }, target: { op: '>=', value: '90' } });
    const sheets = measures.find(({ key }) => key === 'register:archive-loans.sheets');
    expect(sheets).toMatchObject({ now: { value: '155' } });
    const seen = (await appraiser('GET', '/api/measures?year=2026')).body as { measures: Body[] };
    expect(seen.measures.map(({ key }) => key)).not.toContain('register:archive-loans.remarked');
    const where = new URL(String(measure?.address), 'http://x').searchParams.get('where') ?? '';
    const behind = await list(`filter=${encodeURIComponent(where)}&sort=borrowed`);
    expect(behind.map(({ timing }) => timing)).toEqual(['early', 'late', 'late']);
  });

  test('it feeds a leaf of the year and proves it with documents of its records', async () => {
    const tie = { year: 2026, measureKey: ON_TIME, counts: 'computed' };
    const tied = await officer('PUT', '/api/index/leaves/1.1.3/measure', tie);
    expect(tied.status, JSON.stringify(tied.body)).toBe(200);
    const { ties } = (await officer('GET', '/api/index?year=2026')).body as { ties: Body[] };
    expect(ties.find(({ leafCode }) => leafCode === '1.1.3')).toMatchObject({
      measureKey: ON_TIME,
      figures: { numerator: '1', denominator: '3' },
    });
    const days = 'firstDay=2026-01-01&lastDay=2026-12-31';
    const { evidence } = (await officer('GET', `/api/measures/${encodeURIComponent(ON_TIME)}/evidence?${days}`))
      .body as { evidence: { record: Seen; documents: Body[] }[] };
    expect(evidence).toHaveLength(3);
    expect(evidence.flatMap(({ documents }) => documents)).toMatchObject([{ number: '07/PM', date: '2026-10-05' }]);
  });

  test('whoever has a record in hand is reminded before its day, once, on the day that the declaration names', async () => {
    const [loan] = await list('search=cap%20dat');
    const address = `/registers/archive-loans/records/${loan?.recordId}`;
    const due = civilDate(String(loan?.dueOn));
    for (let day = civilDate('2026-11-23'); day <= due; day = addDays(day, 1)) {
      site.clock.moveTo(`${day}T02:00:00Z`);
      await remindIfDue(site.context, waitingSources, sampleAgency);
    }
    const holder = await site.logIn('chuyenvien');
    const { notices } = (await holder('GET', '/api/notices?limit=500')).body as {
      notices: { address: string; day: string; reason: string }[];
    };
    const told = notices.filter((one_) => one_.address === address);
    expect(told.map(({ reason }) => reason)).toEqual(['lead-2']);
    const before = String(told[0]?.day);
    expect(before >= '2026-11-23' && before < due).toBe(true);
  });
});
