import { readXlsx, writeXlsx } from 'hucre';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Caller, openTestApp, type TestApp } from '../../testing/app.ts';
import { testEngines } from '../../testing/database.ts';
import { declareForTest } from '../../testing/registers.ts';

const LETTERS = '/api/registers/letters';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
type Body = Record<string, unknown>;
type Plan = { headerRow: number; headerRows: number; columns: { header: string; target: Body | null }[] };
type Seen = {
  state: string;
  madeRows: number;
  readRows: number;
  totalRows: number;
  faultyRows: number;
  faults: Body[];
};

const sheetOf = (from: number, to: number): Buffer =>
  Buffer.from(
    ['Trích yếu;Đơn vị;Ngày nhận;Phí']
      .concat(Array.from({ length: to - from }, (_, at) => `Đơn loạt ${from + at};VPĐK;02/10/2026;1000`))
      .join('\n'),
  );

describe.each(testEngines)('spreadsheets into a register on $name', (engine) => {
  let site: TestApp;
  let officer: Caller;
  let head: Caller;
  beforeAll(async () => {
    site = await openTestApp(engine);
    await declareForTest(site.context);
    officer = await site.logIn('cchc');
    head = await site.logIn('truongphong');
  });
  afterAll(() => site.close());

  const upload = async (bytes: Uint8Array, name: string, username = 'cchc') => {
    const form = new FormData();
    form.append('file', new Blob([new Uint8Array(bytes)], { type: name.endsWith('x') ? XLSX : 'text/csv' }), name);
    const request = new Request('http://x', { method: 'POST', body: form });
    const answer = await site.app.inject({
      method: 'POST',
      url: `${LETTERS}/imports`,
      headers: {
        cookie: await site.cookieOf(username),
        'content-type': request.headers.get('content-type') ?? '',
      },
      payload: Buffer.from(await request.arrayBuffer()),
    });
    return { status: answer.statusCode, body: answer.json<Body>() };
  };
  const look = async (importId: unknown, who = officer): Promise<Seen> =>
    (await who('GET', `${LETTERS}/imports/${importId}`)).body as Seen;
  const until = async (importId: unknown, isSo: (seen: Seen) => boolean, who = officer): Promise<Seen> => {
    for (let tries = 0; tries < 2000; tries += 1) {
      const seen = await look(importId, who);
      if (isSo(seen)) return seen;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    throw new Error(`the import did not get there: ${JSON.stringify(await look(importId, who))}`);
  };
  const settled = ({ state }: Seen): boolean => !['running', 'cancelling'].includes(state);
  const run = async (importId: unknown, skipFaulty: boolean, who = officer): Promise<Seen> => {
    expect((await who('POST', `${LETTERS}/imports/${importId}/run`, { skipFaulty })).status).toBe(200);
    return until(importId, settled, who);
  };
  const found = async (words: string): Promise<(Body & { recordId: string; values: Body })[]> =>
    (await officer('GET', `${LETTERS}/records?limit=200&search=${encodeURIComponent(words)}`)).body.records as never;
  const counted = async (measure: string): Promise<string> => {
    const answer = await officer('GET', `/api/measures/register%3Aletters.${measure}?year=2026`);
    return String((answer.body.measure as { now: Body | null }).now?.value ?? 0);
  };

  test('two header rows, merged cells, days in three styles and formulas are read; every faulty cell is named; a correction is kept', async () => {
    const rows = [
      ['SỔ THEO DÕI ĐƠN THƯ', null, null, null, null, null, null, null],
      ['TT', 'Trích yếu', 'Đơn vị', 'Ngày nhận', 'Văn bản', null, 'Số tiền', 'Bước'],
      [null, null, null, null, 'số', 'ngày', null, null],
      [1, 'Đơn nhập một', 'VPĐK', new Date('2026-10-05T00:00:00Z'), '12/QĐ-UBND', '01/10/2026', 50_000, null],
      [2, 'Đơn nhập hai', null, '6/10/2026', null, null, null, 'Đang xử lý'],
      [3, 'Đơn nhập ba', 'VPĐK', 'ngày 7 tháng 10 năm 2026', null, null, null, null],
      [4, 'Đơn nhập bốn', 'Phòng Không Có', '31/02/2026', null, null, 'một trăm', 'Bước lạ'],
      [5, 'Đơn nhập năm', 'VPĐK', '8/10/2026', null, null, null, null],
      [6, 'ĐƠN NHẬP BA', 'VPĐK', '7/10/2026', null, null, null, null],
    ];
    const merges = [
      { startRow: 0, startCol: 0, endRow: 0, endCol: 7 },
      { startRow: 1, startCol: 4, endRow: 1, endCol: 5 },
      { startRow: 3, startCol: 2, endRow: 4, endCol: 2 },
    ];
    const cells = new Map([
      ['4,6', { formula: 'G4*2', formulaResult: 100_000 }],
      ['7,6', { formula: 'SUM(G4:G5)' }],
    ]);
    const bytes = await writeXlsx({ sheets: [{ name: 'Sổ', rows, merges, cells }] });
    const { status, body } = await upload(bytes, 'don.xlsx');
    expect(status, JSON.stringify(body)).toBe(200);
    const plan = body.plan as Plan;
    expect(plan).toMatchObject({ headerRow: 1, headerRows: 2 });
    expect(plan.columns.map(({ target }) => target && [target.field, target.part])).toEqual([
      null,
      ['subject', null],
      ['unit', null],
      ['received', null],
      ['paper', 'number'],
      ['paper', 'date'],
      null,
      ['~step', null],
    ]);

    const columns = plan.columns.map((one) =>
      one.header === 'Số tiền' ? { ...one, target: { field: 'fee', part: null } } : one,
    );
    const { importId } = body;
    const planned = await officer('PUT', `${LETTERS}/imports/${importId}`, { plan: { ...plan, columns } });
    expect(planned.status, JSON.stringify(planned.body)).toBe(200);

    const stopped = await run(importId, false);
    expect(stopped).toMatchObject({ state: 'faulty', madeRows: 0, totalRows: 6, faultyRows: 3 });
    expect(await found('don nhap')).toEqual([]);
    const told = stopped.faults.flatMap(({ row, faults }) =>
      (faults as Body[]).map(({ column, code, message }) => [row, column, code, String(message).length > 5]),
    );
    expect(told).toEqual([
      [7, 2, 'unit-unknown', true],
      [7, 3, 'not-a-day', true],
      [7, 6, 'not-a-number', true],
      [7, 7, 'step-unknown', true],
      [8, 6, 'formula', true],
      [9, null, 'stands-already', true],
    ]);
    const errors = await site.app.inject({
      method: 'GET',
      url: `${LETTERS}/imports/${importId}/errors`,
      headers: { cookie: await site.cookieOf('cchc') },
    });
    const [sheet] = (await readXlsx(new Uint8Array(errors.rawPayload))).sheets;
    expect(sheet?.rows.slice(1).map((row) => row[1])).toEqual(['Đơn nhập bốn', 'Đơn nhập năm', 'ĐƠN NHẬP BA']);

    const before = await counted('fees');
    expect(await run(importId, true)).toMatchObject({ state: 'done', madeRows: 3, faultyRows: 3 });
    const records = await found('don nhap');
    const bySubject = new Map(records.map((one) => [one.values.subject, one]));
    expect([...bySubject.keys()].sort()).toEqual(['Đơn nhập ba', 'Đơn nhập hai', 'Đơn nhập một']);
    const paper = { number: '12/QĐ-UBND', date: '2026-10-01' };
    expect(bySubject.get('Đơn nhập một')?.values).toMatchObject({ received: '2026-10-05', fee: '50000', paper });
    expect(bySubject.get('Đơn nhập hai')).toMatchObject({
      step: 'working',
      values: { received: '2026-10-06', unit: 'unit_vpdk', fee: '100000' },
    });
    expect(Number(await counted('fees')) - Number(before)).toBe(150_000);

    const one = bySubject.get('Đơn nhập hai')?.recordId;
    const { history } = (await officer('GET', `${LETTERS}/records/${one}`)).body as { history: Body[] };
    expect(history).toMatchObject([
      { version: 1, kind: 'created', before: {}, after: { subject: 'Đơn nhập hai', fee: '100000' } },
    ]);
    expect(history[0]).toMatchObject({ step: { from: null, to: 'working' } });
    const { body: audit } = await officer('GET', '/api/audit?subjectId=letters');
    expect(JSON.stringify(audit)).toMatch(/register\.import/);

    const again = await upload(Buffer.from('Trích yếu;Đơn vị;Ngày nhận;Số tiền\nĐơn sau;VPĐK;9/10/2026;7'), 'sau.csv');
    expect((again.body.plan as Plan).columns.at(-1)).toMatchObject({ header: 'Số tiền', target: { field: 'fee' } });
  });

  test('values that stand in the register already are faults of their rows; the other rows are entered', async () => {
    const sheet = Buffer.from('Trích yếu;Đơn vị;Ngày nhận\nĐơn lặp một;VPĐK;2/10/2026\nĐơn lặp hai;VPĐK;2/10/2026');
    const values = { subject: 'đơn LẶP một', unit: 'unit_vpdk', received: '2026-10-02' };
    await officer('POST', `${LETTERS}/records`, { values });
    const { body } = await upload(sheet, 'lap.csv');
    expect(await run(body.importId, false)).toMatchObject({
      state: 'done',
      madeRows: 1,
      faultyRows: 1,
      faults: [{ row: 2, faults: [{ code: 'stands-already' }] }],
    });
    expect(await found('don lap')).toHaveLength(2);
  });

  test('an import is cancelled while it runs and when it is done; what it entered is taken back, with its history', async () => {
    const { body } = await upload(sheetOf(0, engine.name === 'embedded' ? 2500 : 8000), 'loat.csv');
    const [fees, address] = [await counted('fees'), `${LETTERS}/imports/${body.importId}`];
    expect((await officer('POST', `${address}/run`, { skipFaulty: false })).status).toBe(200);
    const midway = await until(body.importId, ({ madeRows }) => madeRows > 0);
    expect(midway).toMatchObject({ state: 'running' });
    expect(midway.madeRows).toBeLessThan(midway.totalRows);
    expect((await officer('POST', `${address}/cancellation`)).status).toBe(200);
    expect((await until(body.importId, settled)).state).toBe('cancelled');
    expect(await found('don loat')).toEqual([]);
    expect(await counted('fees')).toEqual(fees);
    const { records } = (await officer('GET', `${LETTERS}/records?deleted=yes&limit=1&sort=created-day`)).body as {
      records: Body[];
    };
    const { history } = (await officer('GET', `${LETTERS}/records/${records[0]?.recordId}`)).body as {
      history: Body[];
    };
    expect(history.map(({ kind }) => kind)).toEqual(['deleted', 'created']);

    const small = (await upload(sheetOf(9000, 9003), 'it.csv')).body.importId;
    expect(await run(small, false)).toMatchObject({ state: 'done', madeRows: 3 });
    const [kept] = await found('don loat 9001');
    await officer('PUT', `${LETTERS}/records/${kept?.recordId}`, { version: 1, values: { pages: 3 } });
    expect((await officer('POST', `${LETTERS}/imports/${small}/cancellation`)).status).toBe(200);
    expect((await until(small, settled)).state).toBe('cancelled');
    // What somebody worked on meanwhile stays.
    expect((await found('don loat')).map(({ recordId }) => recordId)).toEqual([kept?.recordId]);
  });

  test('a unit head imports for the own unit only; a colleague of the unit neither sees nor runs that import', async () => {
    const sheet = Buffer.from(
      'Trích yếu;Đơn vị;Ngày nhận;Gia hạn đến\nĐơn đơn vị một;VPĐK;2/10/2026;\nĐơn đơn vị hai;Phòng KH-TC;2/10/2026;5/10/2026',
    );
    expect((await upload(sheet, 'don-vi.csv', 'khach')).status).toBe(403);
    const { body } = await upload(sheet, 'don-vi.csv', 'truongphong');
    const { importId } = body;
    const address = `${LETTERS}/imports/${importId}`;
    const colleague = await site.logIn('chuyenvien');
    expect((await colleague('GET', address)).status).toBe(404);
    expect((await colleague('POST', `${address}/run`, { skipFaulty: true })).status).toBe(404);
    expect((await officer('GET', address)).status).toBe(200);
    const ended = await run(importId, true, head);
    expect(ended).toMatchObject({ state: 'done', madeRows: 1, faultyRows: 1 });
    expect(ended.faults).toMatchObject([{ row: 3, faults: [{ field: 'unit', code: 'not-yours' }] }]);
    expect((await found('don don vi')).map(({ values }) => values.unit)).toEqual(['unit_vpdk']);
  });
});
