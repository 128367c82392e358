import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addDays, civilDate } from '../../kernel/civil-date.ts';
import { sampleAgency, samplePerson } from '../../server/sample.ts';
import { type Caller, openTestApp, type TestApp } from '../../testing/app.ts';
import { testEngines } from '../../testing/database.ts';
import { loadGridInput } from './actions/load-board.ts';
import { boardOf, cellKeyOf, standCell } from './rules/board.ts';
import { type Mark, type SubmissionState, tallyOf } from './rules/standing.ts';
import { findMarks } from './store/marks.ts';
import { insertSubmissions } from './store/seed.ts';
import { tallyCells } from './store/tallies.ts';

type Json = Record<string, unknown>;
const OPEN = '/api/reports/duty_khac-phuc/2026-M12';
const OTHER = `${OPEN}/units/unit_qhgd`;
const OWN = `${OPEN}/units/unit_vpdk`;

describe.each(testEngines)('reports at their edges ($name)', (engine) => {
  let site: TestApp;
  let office: Caller;
  let staff: Caller;
  let reader: Caller;
  let administrator: Caller;
  beforeAll(async () => {
    site = await openTestApp(engine);
    [office, staff] = [await site.logIn('cchc'), await site.logIn('chuyenvien')];
    [reader, administrator] = [await site.logIn('khach'), await site.logIn('quantri')];
  });
  afterAll(() => site.close());

  const attach = async (username: string, url: string, given: { name: string; bytes: Buffer }) => {
    const boundary = 'ranh-gioi';
    const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${given.name}"\r\ncontent-type: application/octet-stream\r\n\r\n`;
    const payload = Buffer.concat([Buffer.from(head), given.bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]);
    const headers = {
      cookie: await site.cookieOf(username),
      'content-type': `multipart/form-data; boundary=${boundary}`,
    };
    return site.app.inject({ method: 'POST', url: `${url}/files`, headers, payload });
  };

  test('a file is kept, opened by who may see the report, taken out again', async () => {
    const answer = await attach('chuyenvien', OWN, { name: 'Biểu mẫu.pdf', bytes: Buffer.from('%PDF-1.7 biểu') });
    expect(answer.statusCode).toBe(200);
    const { fileId } = answer.json<{ fileId: string }>();
    const { body } = await staff('GET', OWN);
    expect((body.content as { fileIds: string[] }).fileIds).toEqual([fileId]);
    expect((await staff('GET', `/api/report-files/${fileId}`)).headers['content-disposition']).toContain('attachment');
    expect((await reader('GET', `/api/report-files/${fileId}`)).status).toBe(403);
    expect((await staff('DELETE', `${OWN}/files/${fileId}`)).status).toBe(200);
    expect((await staff('DELETE', `${OWN}/files/${fileId}`)).body.code).toBe('file-not-found');
  });

  test.each([
    { name: 'cai-dat.exe', bytes: Buffer.from('MZ program'), code: 'file-is-program' },
    { name: 'bao-cao.pdf', bytes: Buffer.from('MZ program'), code: 'file-is-program' },
    { name: 'anh.png', bytes: Buffer.from('%PDF-1.7'), code: 'file-kind-unknown' },
    { name: 'lon.txt', bytes: Buffer.alloc(30_000_001, 'a'), code: 'file-too-large' },
  ])('$name is refused: $code, and what was typed stays', async ({ name, bytes, code }) => {
    const change = { kind: 'text', field: 'ket-qua', from: null, to: 'đang viết' };
    await staff('POST', `${OWN}/changes`, { changes: [change], confirmations: [] });
    const answer = await attach('chuyenvien', OWN, { name, bytes });
    expect(answer.json<{ code: string }>().code).toBe(code);
    expect(((await staff('GET', OWN)).body.content as { texts: Json }).texts['ket-qua']).toBe('đang viết');
  });

  test('another unit’s report: not seen, not changed, no file, not compiled', async () => {
    const changes = { changes: [], confirmations: [] };
    expect((await staff('GET', OTHER)).body.code).toBe('report-not-yours');
    expect((await staff('POST', `${OTHER}/changes`, changes)).body.code).toBe('report-not-yours');
    expect((await staff('POST', `${OTHER}/hand-ins`)).body.code).toBe('report-not-yours');
    const file = await attach('chuyenvien', OTHER, { name: 'a.txt', bytes: Buffer.from('a') });
    expect(file.json<{ code: string }>().code).toBe('report-not-yours');
    for (const [url, body] of [
      ['', undefined],
      ['/closing', { acceptMissing: true }],
      ['/compilation', { replace: [] }],
      ['/texts', { changes: [] }],
      ['/reopening', { reason: 'x' }],
      ['/sending', { number: '1', documentOn: '2026-11-20', sentOn: '2026-11-20' }],
      ['/passing', { passedOn: '2026-11-20' }],
    ] as const)
      expect((await staff(body ? 'POST' : 'GET', `${OPEN}${url}`, body)).body.code, url).toBe('report-not-yours');
    expect((await staff('GET', '/api/reports/units?year=2026&unitId=unit_qhgd')).body.code).toBe('report-not-yours');
  });

  test('a receiving office that is no PAR officer compiles what it receives, and nothing else', async () => {
    const { body } = await administrator('GET', '/api/report-duties/duty_dao-tao');
    const form = { ...(body.form as Json), receivers: ['unit_vpdk'] };
    await administrator('PUT', '/api/report-duties/duty_dao-tao', { number: 1, validFrom: '2026-01-01', form });
    const own = await staff('GET', '/api/reports/duty_dao-tao/2026-Y');
    expect(own).toMatchObject({ status: 200, body: { mayCompile: true } });
    expect((await staff('GET', OPEN)).body.code).toBe('report-not-yours');
    const cells = (await staff('GET', '/api/reports?year=2026')).body.cells as { dutyId: string; isWhole: boolean }[];
    expect(cells.find(({ dutyId }) => dutyId === 'duty_dao-tao')?.isWhole).toBe(true);
    expect(cells.find(({ dutyId }) => dutyId === 'duty_khac-phuc')?.isWhole).toBe(false);
  });

  test.each([
    { url: '/api/reports/duty_khong-co/2026-M1', code: 'duty-not-found' },
    { url: '/api/reports/duty_khac-phuc/2026-Q1', code: 'period-not-found' },
    { url: '/api/reports/duty_khac-phuc/nam-nay', code: 'period-not-found' },
    { url: '/api/reports/duty_khac-phuc/2026-M12/units/unit_lanhdao', code: 'report-not-expected' },
    { url: '/api/reports/duty_khac-phuc/2026-M12/units/unit_khongco', code: 'report-not-expected' },
  ])('$url: $code', async ({ url, code }) => expect((await office('GET', url)).body.code).toBe(code));

  test('a duty that names a unit which is not there, or a phrase without a day, is refused', async () => {
    const { body } = await administrator('GET', '/api/report-duties/duty_khac-phuc');
    const form = body.form as Json;
    const stranger = { validFrom: '2026-01-01', form: { ...form, receivers: ['unit_khongco'] } };
    expect((await administrator('POST', '/api/report-duties', stranger)).body.code).toBe('unit-not-found');
    const vague = { ...form, stages: [{ stage: 'unit', text: 'sớm nhất có thể', byPeriod: [] }] };
    const refused = await administrator('POST', '/api/report-duties', { validFrom: '2026-01-01', form: vague });
    expect(refused).toMatchObject({
      status: 422,
      body: { code: 'phrase-unread', details: { text: 'sớm nhất có thể' } },
    });
  });

  test('the preview tells the days of the year with both variants of a day off', async () => {
    const { body } = await administrator('GET', '/api/report-duties/duty_cchc');
    const preview = await administrator('POST', '/api/report-duties/preview?year=2026', {
      validFrom: '2026-01-01',
      form: { ...(body.form as Json), dayOffRule: 'next' },
    });
    const [first] = preview.body.periods as { unitIds: string[]; cutOffs: Json[] }[];
    expect(first?.unitIds).toHaveLength(11);
    expect(first?.cutOffs[1]).toMatchObject({
      stage: 'office',
      dueOn: '2026-03-16',
      wordedDay: '2026-03-14',
      choices: { stay: '2026-03-14', next: '2026-03-16', previous: '2026-03-13' },
    });
  });

  test('the grid and the figures come as spreadsheets', async () => {
    for (const url of ['/api/reports/grid.xlsx?year=2026', '/api/reports/duty_cchc/2026-Q1/figures.xlsx']) {
      const answer = await office('GET', url);
      expect(answer.status, url).toBe(200);
      expect(String(answer.headers['content-type'])).toContain('spreadsheetml');
    }
  });

  test('a unit that ends hands its open report to its successor, with the draft', async () => {
    const change = { kind: 'text', field: 'ket-qua', from: null, to: 'của Quỹ' };
    await office('POST', `${OPEN}/units/unit_qbvmt/changes`, { changes: [change], confirmations: [] });
    const merged = await administrator('POST', '/api/units/changes', {
      kind: 'merge',
      effectiveOn: '2026-12-01',
      decisionNumber: '9/QĐ',
      predecessorIds: ['unit_qbvmt', 'unit_ptqd'],
      successorIds: [],
      newUnits: [
        { name: 'Trung tâm Quỹ đất và Môi trường', shortName: 'TT QĐMT', kind: 'center', parentId: null, position: 99 },
      ],
    });
    expect(merged.status).toBe(200);
    const [heir = ''] = merged.body.newUnitIds as string[];
    const { body } = await office('GET', OPEN);
    const units = (body.units as { unitId: string }[]).map(({ unitId }) => unitId);
    expect(units).not.toContain('unit_qbvmt');
    expect(units).toContain(heir);
    const taken = await office('GET', `${OPEN}/units/${heir}`);
    expect(taken.body).toMatchObject({ fromUnitId: 'unit_qbvmt', content: { texts: { 'ket-qua': 'của Quỹ' } } });
    const before = await office('GET', '/api/reports/duty_khac-phuc/2026-M11');
    expect((before.body.units as { unitId: string }[]).map(({ unitId }) => unitId)).toContain('unit_qbvmt');
  });

  test('units that hand in at the same moment are all counted, and so is a return', async () => {
    const units = ['unit_vpdk', 'unit_qhgd', 'unit_dktk', 'unit_khtc', 'unit_kstnn'];
    const period = '/api/reports/duty_khac-phuc/2026-M12';
    const counts = async () => {
      const cells = (await office('GET', '/api/reports?year=2026')).body.cells as {
        dutyId: string;
        key: string;
        counts: Json;
      }[];
      return cells.find(({ dutyId, key }) => dutyId === 'duty_khac-phuc' && key === '2026-M12')?.counts;
    };
    for (const unit of units) {
      const { form, history } = (await office('GET', `${period}/units/${unit}`)).body as {
        form: { sections: { key: string }[]; numbers: { key: string; compile: { how: string } }[] };
        history: { numbers: Record<string, string> }[];
      };
      const texts = form.sections.map(({ key }) => ({ kind: 'text', field: key, from: null, to: 'đã làm' }));
      const typed = form.numbers.filter(({ compile }) => compile.how !== 'share');
      const asBefore = (key: string): string => history[0]?.numbers[key] ?? '0';
      const numbers = typed.map(({ key }) => ({ kind: 'number', field: key, from: null, to: asBefore(key) }));
      await office('POST', `${period}/units/${unit}/changes`, { changes: [...texts, ...numbers], confirmations: [] });
    }
    const answers = await Promise.all(units.map((unit) => office('POST', `${period}/units/${unit}/hand-ins`)));
    expect(answers.map(({ status, body }) => [status, body.code])).toEqual(units.map(() => [200, undefined]));
    expect(await counts()).toMatchObject({ handedIn: 5, returned: 0 });
    const again = { reason: 'Thiếu số', againBy: '2026-11-30' };
    expect((await office('POST', `${period}/units/unit_khtc/returns`, again)).status).toBe(200);
    expect(await counts()).toMatchObject({ handedIn: 4, returned: 1 });
  });

  test('what the database counts is what the rule says of each unit', async () => {
    const { database, clock } = site.context;
    const years = { firstYear: 2026, lastYear: 2026 };
    const input = await loadGridInput(database, sampleAgency, years);
    const dueOn = civilDate('2026-12-11');
    const day = fc.integer({ min: -6, max: 6 }).map((days) => addDays(dueOn, days));
    const state = fc.constantFrom<SubmissionState>('draft', 'handed-in', 'returned');
    const mark = fc.record({ state, first: day, last: day, again: day, returns: fc.integer({ min: 0, max: 2 }) });
    const [whole] = boardOf(input, 2026).filter(
      ({ period }) => period.dutyId === 'duty_cchc' && period.key === '2026-Y',
    );
    if (!whole) throw new Error('no cell');
    // Two of the eight that hand in are not asked (any more): they count nowhere.
    const cell = { ...whole, unitIds: whole.unitIds.filter((_, at) => at !== 1 && at !== 5) };
    const cells = [cell];
    await fc.assert(
      fc.asyncProperty(fc.array(mark, { minLength: 8, maxLength: 8 }), day, async (given, today) => {
        await database
          .transaction(async (tx) => {
            const marks = given.map((one, at): Mark => {
              const isIn = one.state !== 'draft';
              const wasReturned = one.state === 'returned' || (isIn && one.returns > 0);
              return {
                unitId: whole.unitIds[at] ?? 'unit_none',
                state: one.state,
                firstOn: isIn ? one.first : null,
                lastOn: isIn ? one.last : null,
                againBy: wasReturned ? one.again : null,
                handIns: isIn ? 1 : 0,
                returns: wasReturned ? Math.max(1, one.returns) : 0,
              };
            });
            const { dutyId, key, year } = cell.period;
            const rows = marks.map((one) => ({ dutyId, key, year, unitId: one.unitId, mark: one, handIns: [] }));
            await insertSubmissions(tx, sampleAgency, rows);
            const counted = await tallyCells(tx, sampleAgency, { year: 2026, today, cells });
            const stored = await findMarks(tx, sampleAgency, years);
            const at = cellKeyOf(dutyId, key);
            expect(counted.get(at)).toEqual(tallyOf(standCell(cell, stored.get(at), today)));
            throw new Error('taken back');
          })
          .catch((error: unknown) => {
            if (!(error instanceof Error) || error.message !== 'taken back') throw error;
          });
      }),
      { numRuns: 25 },
    );
    expect(samplePerson.agencyId).toBe(sampleAgency);
    expect(clock.today()).toBe('2026-11-20');
  });
});
