import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Caller, openTestApp, type TestApp } from '../../testing/app.ts';
import { testEngines } from '../../testing/database.ts';

const DUTY = '/api/reports/duty_kiem-soat-tthc/2026-Q4';
const OWN = `${DUTY}/units/unit_vpdk`;
const figures = {
  'ho-so-tiep-nhan': '120',
  'ho-so-da-giai-quyet': '110',
  'ho-so-dung-han': '108',
  'ho-so-tre-han': '2',
  'phan-anh': '1',
};

type Json = Record<string, unknown>;
const list = <Row = Json>(body: Json, name: string): Row[] => body[name] as Row[];
const setNumber = (field: string, from: string | null, to: string | null): Json => ({
  kind: 'number',
  field,
  from,
  to,
});
const setText = (field: string, from: string | null, to: string): Json => ({ kind: 'text', field, from, to });

/** The last quarter of one duty, told in order: the tests of this file build on each other. */
describe.each(testEngines)('a quarter of one duty ($name)', (engine) => {
  let site: TestApp;
  let office: Caller;
  let head: Caller;
  let staff: Caller;
  beforeAll(async () => {
    site = await openTestApp(engine);
    await moveTo('2026-12-14T01:00:00Z');
  });
  afterAll(() => site.close());

  /** A session does not last for days: everybody logs in anew. */
  async function moveTo(instant: string): Promise<void> {
    site.clock.moveTo(instant);
    [office, head, staff] = [await site.logIn('cchc'), await site.logIn('truongphong'), await site.logIn('chuyenvien')];
  }

  const gridCell = async (caller: Caller): Promise<Json> => {
    const { body } = await caller('GET', '/api/reports?year=2026');
    const cell = list(body, 'cells').find(({ dutyId, key }) => dutyId === 'duty_kiem-soat-tthc' && key === '2026-Q4');
    if (!cell) throw new Error('the grid has no such cell');
    return cell;
  };

  test('the grid shows the period before anybody did anything: who owes it follows from the rule', async () => {
    const cell = await gridCell(office);
    const { expected } = cell.counts as { expected: number };
    expect(cell).toMatchObject({ dueOn: '2026-12-15', isClosed: false, isWhole: true });
    expect(expected).toBe(11);
    expect((await gridCell(head)).counts).toMatchObject({ expected: 1 });
  });

  test('two people fill the form in: each keeps what he typed, and what both changed is asked about', async () => {
    const changes = Object.entries(figures).map(([field, to]) => setNumber(field, null, to));
    const first = await staff('POST', `${OWN}/changes`, { changes, confirmations: [] });
    expect(first).toMatchObject({ status: 200, body: { conflicts: [] } });
    const late = [setNumber('ho-so-tiep-nhan', null, '125'), setText('ket-qua', null, 'Kết quả của quý.')];
    const second = await head('POST', `${OWN}/changes`, { changes: late, confirmations: [] });
    expect(second.body.conflicts).toEqual([{ kind: 'number', field: 'ho-so-tiep-nhan', mine: '125', theirs: '120' }]);
    const { body } = await head('GET', OWN);
    const content = body.content as { numbers: Json; texts: Json };
    expect(content.numbers['ho-so-tiep-nhan']).toBe('120');
    expect(content.texts['ket-qua']).toBe('Kết quả của quý.');
    expect((body.editors as Record<string, Json>)['ho-so-tiep-nhan']?.name).toBe('Chuyên viên VPĐK đất đai');
  });

  test('a figure out of line is asked about: corrected, or confirmed with a reason, before it goes out', async () => {
    const broken = [setNumber('ho-so-dung-han', '108', '900'), setNumber('ho-so-da-giai-quyet', '110', '902')];
    await staff('POST', `${OWN}/changes`, { changes: broken, confirmations: [] });
    const refused = await staff('POST', `${OWN}/hand-ins`);
    expect(refused).toMatchObject({ status: 422, body: { code: 'report-odd' } });
    const odd = (refused.body.details as { odd: { field: string; reason: string; value: string }[] }).odd;
    expect(odd).toContainEqual(expect.objectContaining({ field: 'ho-so-dung-han', reason: 'jump', value: '900' }));
    const confirmations = odd.map(({ field, reason, value }) => ({ field, reason, value, note: 'Đã đối chiếu sổ.' }));
    await staff('POST', `${OWN}/changes`, { changes: [], confirmations });
    expect((await staff('GET', OWN)).body.unanswered).toEqual([]);
    const back = [setNumber('ho-so-dung-han', '900', '108'), setNumber('ho-so-da-giai-quyet', '902', '110')];
    await staff('POST', `${OWN}/changes`, { changes: back, confirmations: [] });
    const now = (await staff('GET', OWN)).body;
    const still = list<{ field: string; reason: string; value: string }>(now, 'unanswered');
    await staff('POST', `${OWN}/changes`, {
      changes: [],
      confirmations: still.map(({ field, reason, value }) => ({ field, reason, value, note: 'Đúng.' })),
    });
    expect((await staff('GET', OWN)).body.unanswered).toEqual([]);
  });

  test('what is missing or no number is refused with the field', async () => {
    await staff('POST', `${OWN}/changes`, { changes: [setNumber('phan-anh', '1', null)], confirmations: [] });
    const refused = await staff('POST', `${OWN}/hand-ins`);
    expect(refused).toMatchObject({ status: 422, body: { code: 'report-incomplete' } });
    expect(JSON.stringify(refused.body.details)).toContain('phan-anh');
    await staff('POST', `${OWN}/changes`, { changes: [setNumber('phan-anh', null, '1')], confirmations: [] });
    const bad = { changes: [setNumber('phan-anh', '1', 'một')], confirmations: [] };
    expect(await staff('POST', `${OWN}/changes`, bad)).toMatchObject({ status: 400, body: { code: 'bad-input' } });
  });

  test('handed in on the day it is on time; returned with a reason; handed in again; each stays on record', async () => {
    await moveTo('2026-12-15T09:00:00Z');
    expect(await staff('POST', `${OWN}/hand-ins`)).toMatchObject({
      status: 200,
      body: { number: 1, handedInOn: '2026-12-15' },
    });
    expect((await staff('POST', `${OWN}/changes`, { changes: [], confirmations: [] })).body.code).toBe(
      'report-handed-in',
    );
    expect((await staff('POST', `${OWN}/returns`, { reason: 'x', againBy: '2026-12-17' })).body.code).toBe(
      'report-not-yours',
    );
    const past = await office('POST', `${OWN}/returns`, { reason: 'Thiếu nguyên nhân', againBy: '2026-12-01' });
    expect(past.body.code).toBe('again-by-past');
    const returned = await office('POST', `${OWN}/returns`, { reason: 'Thiếu nguyên nhân', againBy: '2026-12-17' });
    expect(returned.status).toBe(200);
    expect((await staff('GET', OWN)).body).toMatchObject({
      state: 'returned',
      standing: 'returned',
      againBy: '2026-12-17',
    });
    await moveTo('2026-12-17T03:00:00Z');
    expect((await staff('POST', `${OWN}/hand-ins`)).body).toMatchObject({ number: 2 });
    const { body } = await head('GET', OWN);
    expect(body).toMatchObject({ state: 'handed-in', standing: 'on-time', daysLate: 0 });
    const handIns = list<{ number: number; returnReason: string | null }>(body, 'handIns');
    expect(handIns.map(({ number, returnReason }) => [number, returnReason])).toEqual([
      [2, null],
      [1, 'Thiếu nguyên nhân'],
    ]);
  });

  test('a unit that hands in after its cut-off is late, by as many days', async () => {
    const url = `${DUTY}/units/unit_khtc`;
    const changes = [
      ...Object.entries(figures).map(([field, to]) => setNumber(field, null, to)),
      setText('ket-qua', null, 'Kết quả của phòng.'),
    ];
    await office('POST', `${url}/changes`, { changes, confirmations: [] });
    const { body } = await office('GET', url);
    const confirmations = list<{ field: string; reason: string; value: string }>(body, 'unanswered').map(
      ({ field, reason, value }) => ({ field, reason, value, note: 'Đã kiểm tra.' }),
    );
    await office('POST', `${url}/changes`, { changes: [], confirmations });
    expect((await office('POST', `${url}/hand-ins`)).status).toBe(200);
    expect((await office('GET', url)).body).toMatchObject({ standing: 'late', daysLate: 2 });
    expect((await gridCell(office)).counts).toMatchObject({ handedIn: 2, late: 1, overdue: 9 });
  });

  test('the office sums the figures exactly, joins the texts under the names of units and sees what changes later', async () => {
    const before = (await office('GET', DUTY)).body;
    const received = list<{ field: string; total: string }>(before, 'figures');
    expect(received.find(({ field }) => field === 'ho-so-tiep-nhan')?.total).toBe('240');
    expect(received.find(({ field }) => field === 'ty-le-dung-han')?.total).toBe('98.18');
    expect((await office('POST', `${DUTY}/compilation`, { replace: [] })).status).toBe(200);
    const after = (await office('GET', DUTY)).body;
    expect((after.texts as Json)['ket-qua']).toBe(
      'Phòng Kế hoạch - Tài chính:\nKết quả của phòng.\n\nVăn phòng Đăng ký đất đai:\nKết quả của quý.',
    );
    const mine = (after.texts as Record<string, string>)['ket-qua'] ?? '';
    const edited = await office('POST', `${DUTY}/texts`, { changes: [setText('ket-qua', mine, 'Toàn Sở.')] });
    expect(edited.body).toMatchObject({ conflicts: [], texts: { 'ket-qua': 'Toàn Sở.' } });
    await office('POST', `${DUTY}/units/unit_khtc/returns`, { reason: 'Sai biểu', againBy: '2026-12-18' });
    await office('POST', `${DUTY}/units/unit_khtc/hand-ins`);
    const units = list<{ unitId: string; change: string }>((await office('GET', DUTY)).body, 'units');
    expect(units.find(({ unitId }) => unitId === 'unit_khtc')?.change).toBe('changed');
    expect(units.find(({ unitId }) => unitId === 'unit_vpdk')?.change).toBe('same');
  });

  test('closing says who is missing; closed, the period takes nothing more and says what to do', async () => {
    await moveTo('2026-12-18T03:00:00Z');
    const refused = await office('POST', `${DUTY}/closing`, { acceptMissing: false });
    expect(refused).toMatchObject({ status: 409, body: { code: 'units-missing-reports' } });
    expect((refused.body.details as { unitIds: string[] }).unitIds).toHaveLength(9);
    expect((await office('POST', `${DUTY}/closing`, { acceptMissing: true })).status).toBe(200);
    const late = await office('POST', `${DUTY}/units/unit_qhgd/changes`, { changes: [], confirmations: [] });
    expect(late).toMatchObject({ status: 409, body: { code: 'period-closed' } });
    expect(late.body.message).toContain('mở lại');
    expect((await gridCell(office)).counts).toMatchObject({
      expected: 11,
      handedIn: 2,
      late: 1,
      missing: 9,
      overdue: 0,
    });
  });

  test('a changed duty changes what comes, never what is closed', async () => {
    const administrator = await site.logIn('quantri');
    const { body } = await administrator('GET', '/api/report-duties/duty_kiem-soat-tthc');
    const form = body.form as { stages: { stage: string; text: string; byPeriod: [] }[]; units: Json };
    const changed = {
      ...form,
      stages: form.stages.map((one) =>
        one.stage === 'unit' ? { ...one, text: 'Ngày 10 của tháng cuối kỳ báo cáo' } : one,
      ),
      units: { ...form.units, except: ['unit_vpdk'] },
    };
    const saved = await administrator('PUT', '/api/report-duties/duty_kiem-soat-tthc', {
      number: 1,
      validFrom: '2026-01-01',
      form: changed,
    });
    expect(saved).toMatchObject({ status: 200, body: { number: 2 } });
    expect(await gridCell(office)).toMatchObject({ dueOn: '2026-12-15', counts: { expected: 11, handedIn: 2 } });
    const cells = list((await office('GET', '/api/reports?year=2026')).body, 'cells');
    const open = cells.find(({ dutyId, key }) => dutyId === 'duty_kiem-soat-tthc' && key === '2026-Y');
    expect(open).toMatchObject({ dueOn: '2026-12-10', counts: { expected: 10 } });
    const stale = { number: 1, validFrom: '2026-01-01', form: changed };
    expect((await administrator('PUT', '/api/report-duties/duty_kiem-soat-tthc', stale)).body.code).toBe(
      'duty-changed',
    );
  });

  test('sent to the province: number and day are recorded, and whether it was in time', async () => {
    const early = { number: '512/BC-STNMT', documentOn: '2026-12-19', sentOn: '2026-12-19' };
    expect((await office('POST', `${DUTY}/sending`, early)).body.code).toBe('day-in-future');
    const sending = { number: '512/BC-STNMT', documentOn: '2026-12-18', sentOn: '2026-12-18' };
    expect((await office('POST', `${DUTY}/sending`, sending)).status).toBe(200);
    const { body } = await office('GET', DUTY);
    expect(body).toMatchObject({
      sentNumber: '512/BC-STNMT',
      sentOn: '2026-12-18',
      department: { standing: 'on-time' },
    });
  });

  test('reopening needs a reason and leaves a trace; the unit then hands in late', async () => {
    expect((await office('POST', `${DUTY}/reopening`, { reason: ' ' })).status).toBe(400);
    expect((await office('POST', `${DUTY}/reopening`, { reason: 'Bổ sung số liệu' })).status).toBe(200);
    const { body } = await office('GET', DUTY);
    expect(list<{ kind: string; note: string | null }>(body, 'events')[0]).toMatchObject({
      kind: 'reopened',
      note: 'Bổ sung số liệu',
    });
    expect(body.state).toBe('open');
  });

  test('every step is in the audit chain', async () => {
    const { body } = await office('GET', '/api/audit?subjectKind=report');
    const actions = new Set(list<{ action: string }>(body, 'entries').map(({ action }) => action));
    for (const step of ['save', 'hand-in', 'return', 'compile', 'edit', 'close', 'reopen', 'send'])
      expect(actions).toContain(`report.${step}`);
  });
});
