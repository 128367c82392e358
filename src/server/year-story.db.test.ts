import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { remindIfDue } from '../slices/notifications/server.ts';
import { type Answer, type Caller, openTestApp, type TestApp } from '../testing/app.ts';
import { testEngines } from '../testing/database.ts';
import { aTaskForm } from '../testing/task-forms.ts';
import { waitingSources } from './all-sources.ts';
import { sampleAgency } from './sample.ts';

type Page = {
  task: Record<string, unknown> & { version: number; state: string };
  occurrences: { key: string; dueOn: string; state: string }[];
} & Record<string, unknown>;

/**
 * A year of a department in order, through the HTTP interface, with a clock that the test moves. Each chapter stands on the
 * ones before it.
 */
describe.each(testEngines)('a year of a department ($name)', (engine) => {
  let site: TestApp;
  const ids: Record<'legal' | 'quarterly' | 'event' | 'decision' | 'open', string> = {
    legal: '',
    quarterly: '',
    event: '',
    decision: '',
    open: '',
  };
  beforeAll(async () => {
    site = await openTestApp(engine, '2026-01-05T02:00:00Z');
  });
  afterAll(() => site.close());

  /** The clock goes on, and the person logs in anew: nobody stays logged in over weeks. */
  const on = async (day: string, username: string): Promise<Caller> => {
    site.clock.moveTo(`${day}T02:00:00Z`);
    return site.logIn(username);
  };
  const make = async (call: Caller, form: object): Promise<string> => {
    const answer = await call('POST', '/api/tasks', form);
    expect(answer.status, JSON.stringify(answer.body)).toBe(200);
    return String(answer.body.taskId);
  };
  const pageOf = async (call: Caller, taskId: string): Promise<Page> =>
    (await call('GET', `/api/tasks/${taskId}`)).body as Page;
  const move = async (call: Caller, taskId: string, to: string, note: string | null = null): Promise<Answer> => {
    const { task } = await pageOf(call, taskId);
    return call('POST', `/api/tasks/${taskId}/steps`, { version: task.version, to, note });
  };

  describe('January: the plan, and what each unit makes of it', () => {
    test('the department’s plan runs as tasks; the office adds some by hand', async () => {
      const officer = await on('2026-01-05', 'cchc');
      const { body } = await officer('GET', '/api/tasks?year=2026&limit=200');
      expect(body.total).toBeGreaterThan(15);
      ids.legal = await make(
        officer,
        aTaskForm('Rà soát văn bản đất đai', 'unit_vpdk', 'Trước ngày 21/03/2026', {
          coordinatorIds: ['unit_khtc'],
          products: ['Báo cáo rà soát'],
        }),
      );
      ids.quarterly = await make(officer, aTaskForm('Báo cáo số liệu hồ sơ', 'unit_vpdk', 'Hàng quý'));
      ids.event = await make(
        officer,
        aTaskForm('Niêm yết thủ tục mới', 'unit_vpdk', null, {
          deadlineText: 'Trong 05 ngày làm việc kể từ ngày có quyết định công bố',
          deadlines: [
            { kind: 'relative', amount: 5, unit: 'working-day', direction: 'after', event: 'có quyết định công bố' },
          ],
        }),
      );
      expect((await pageOf(officer, ids.quarterly)).occurrences.map(({ dueOn }) => dueOn)).toEqual([
        '2026-03-31',
        '2026-06-30',
        '2026-09-30',
        '2026-12-31',
      ]);
      expect((await pageOf(officer, ids.event)).task).toMatchObject({ dueKind: 'event', dueOn: null });
    });

    test('a deadline that is over is refused with advice, unless older work is being recorded', async () => {
      const officer = await on('2026-01-06', 'cchc');
      const form = aTaskForm('Việc của năm trước', 'unit_vpdk', 'Trước ngày 01/01/2026');
      expect(await officer('POST', '/api/tasks', form)).toMatchObject({ status: 422, body: { code: 'deadline-past' } });
      expect((await officer('POST', '/api/tasks', { ...form, allowsPast: true })).status).toBe(200);
    });

    test('the lead says what the coordinator owes, the head hands the task down', async () => {
      const head = await on('2026-01-07', 'truongphong');
      const parts = [{ unitId: 'unit_khtc', owes: 'Số liệu thu ngân sách từ đất', dueOn: '2026-02-27' }];
      expect((await head('PUT', `/api/tasks/${ids.legal}/parts`, { parts })).status).toBe(200);
      const people = await head('PUT', `/api/tasks/${ids.legal}/people`, { userIds: ['user_chuyenvien'] });
      expect(people.status).toBe(200);
      const stranger = await head('PUT', `/api/tasks/${ids.legal}/people`, { userIds: ['user_giamdoc'] });
      expect(stranger).toMatchObject({ status: 422, body: { code: 'not-of-unit' } });
    });

    test('a unit derives its plan, names people, hands it in; the office approves; the lines are steps', async () => {
      const head = await on('2026-01-20', 'truongphong');
      const url = '/api/unit-plans/2026/unit_vpdk';
      const drawn = (await head('GET', url)).body as { version: number; missing: { key: string; taskId: string }[] };
      const lines = drawn.missing.filter(({ taskId }) => taskId === ids.legal || taskId === ids.quarterly);
      expect(lines).toHaveLength(2);
      const kept = { items: lines, number: '05/KH-VPĐK', issuedOn: '2026-01-20' };
      const saved = await head('PUT', url, { ...kept, version: drawn.version });
      const early = await head('POST', `${url}/steps`, { version: saved.body.version, to: 'handed-in', reason: null });
      expect(early).toMatchObject({ status: 422, body: { code: 'unit-plan-people' } });
      const items = lines.map((line) => ({ ...line, userIds: ['user_chuyenvien'] }));
      const named = await head('PUT', url, { ...kept, items, version: saved.body.version });
      await head('POST', `${url}/steps`, { version: named.body.version, to: 'handed-in', reason: null });

      const officer = await on('2026-01-22', 'cchc');
      const { version } = (await officer('GET', url)).body as { version: number };
      expect((await officer('POST', `${url}/steps`, { version, to: 'approved', reason: null })).status).toBe(200);
      const { steps } = (await pageOf(officer, ids.legal)) as unknown as { steps: { taskId: string }[] };
      expect(steps).toHaveLength(1);
      const stepPage = await pageOf(officer, steps[0]?.taskId ?? '');
      expect(stepPage.task).toMatchObject({ origin: 'unit', people: [{ userId: 'user_chuyenvien' }] });
    });

    test('after 31 January whoever has none is listed late', async () => {
      const officer = await on('2026-02-02', 'cchc');
      const { body } = await officer('GET', '/api/unit-plans?year=2026');
      const plans = body.plans as { unitId: string; state: string | null; isLate: boolean }[];
      expect(plans.find(({ unitId }) => unitId === 'unit_vpdk')).toMatchObject({ state: 'approved', isLate: false });
      expect(plans.filter(({ state, isLate }) => state === null && isLate).length).toBeGreaterThan(5);
      expect(plans.some(({ unitId }) => unitId === 'unit_lanhdao')).toBe(false);
    });
  });

  describe('February: an event starts a clock', () => {
    test('recorded with its document, corrected with a reason, undone; all of it stays readable', async () => {
      const head = await on('2026-02-10', 'truongphong');
      const url = `/api/tasks/${ids.event}/start`;
      const event = { happenedOn: '2026-02-06', documentNumber: '123/QĐ-UBND' };
      const future = await head('PUT', url, { ...event, happenedOn: '2026-03-01' });
      expect(future).toMatchObject({ status: 422, body: { code: 'event-in-future' } });
      expect((await head('PUT', url, event)).body).toMatchObject({ dueOn: '2026-02-13' });
      expect(await head('PUT', url, event)).toMatchObject({ status: 422, body: { code: 'reason-missing' } });
      const corrected = await head('PUT', url, { ...event, happenedOn: '2026-02-05', reason: 'Ghi nhầm ngày' });
      expect(corrected.body).toMatchObject({ dueOn: '2026-02-12' });
      await head('POST', `${url}/undoing`, { reason: 'Quyết định bị thu hồi' });
      const page = await pageOf(head, ids.event);
      expect(page.task.dueOn).toBeNull();
      expect(page.starts).toHaveLength(2);
      expect((await head('PUT', url, { ...event, reason: null })).body).toMatchObject({ dueOn: '2026-02-13' });
    });
  });

  describe('March: a later day is promised, a product goes back and forth', () => {
    test('asked too late is refused; asked in time is granted by the leadership, never by who asked', async () => {
      const officer = await on('2026-03-10', 'cchc');
      const url = `/api/tasks/${ids.legal}/extensions`;
      const asked = { newDay: '2026-04-10', reason: 'Chờ ý kiến Sở Tư pháp' };
      const own = await officer('POST', url, asked);
      const ownUrl = `${url}/${String(own.body.extensionId)}`;
      const granted = { decision: 'granted', answer: null };
      expect(await officer('PUT', ownUrl, granted)).toMatchObject({ status: 403, body: { code: 'own-request' } });
      expect((await officer('DELETE', ownUrl)).status).toBe(200);

      const specialist = await on('2026-03-11', 'chuyenvien');
      const request = await specialist('POST', url, asked);
      expect(request.status).toBe(200);
      const head = await on('2026-03-11', 'truongphong');
      const decision = `${url}/${String(request.body.extensionId)}`;
      expect(await head('PUT', decision, granted)).toMatchObject({
        status: 403,
        body: { code: 'extension-not-yours' },
      });
      const director = await on('2026-03-12', 'giamdoc');
      expect((await director('PUT', decision, granted)).status).toBe(200);
      const { task } = await pageOf(director, ids.legal);
      expect(task).toMatchObject({ dueOn: '2026-04-10', originalDueOn: '2026-03-20' });

      const later = await on('2026-04-09', 'chuyenvien');
      const late = await later('POST', url, { newDay: '2026-05-10', reason: 'Chưa kịp' });
      expect(late).toMatchObject({ status: 409, body: { code: 'extension-too-late' } });
    });

    test('the coordinator hands in its part, the lead approves it', async () => {
      const officer = await on('2026-04-09', 'cchc');
      const url = `/api/tasks/${ids.legal}/parts/unit_khtc/steps`;
      expect((await officer('POST', url, { to: 'handed-in', note: 'Đã gửi số liệu' })).status).toBe(200);
      expect(await officer('POST', url, { to: 'done', note: null })).toMatchObject({ body: { code: 'own-work' } });
      const head = await on('2026-04-09', 'truongphong');
      expect((await head('POST', url, { to: 'done', note: null })).status).toBe(200);
    });

    test('no product is no hand-in; what is sent back says why; the doer never approves', async () => {
      const specialist = await on('2026-04-13', 'chuyenvien');
      const steps = (await pageOf(specialist, ids.legal)).steps as { taskId: string }[];
      expect(await move(specialist, ids.legal, 'handed-in', 'xong')).toMatchObject({ body: { code: 'steps-open' } });
      for (const { taskId } of steps) {
        await move(specialist, taskId, 'handed-in', 'xong phần đơn vị');
        const head = await site.logIn('truongphong');
        expect((await move(head, taskId, 'done')).status).toBe(200);
      }
      expect(await move(specialist, ids.legal, 'handed-in')).toMatchObject({ body: { code: 'product-missing' } });
      const paper = { title: 'Báo cáo rà soát', documentNumber: '88/BC-VPĐK', documentDay: '2026-04-13' };
      expect((await specialist('POST', `/api/tasks/${ids.legal}/documents`, paper)).status).toBe(200);
      expect((await move(specialist, ids.legal, 'handed-in')).status).toBe(200);

      const head = await on('2026-04-14', 'truongphong');
      expect(await move(head, ids.legal, 'sent-back')).toMatchObject({ body: { code: 'reason-missing' } });
      await move(head, ids.legal, 'sent-back', 'Thiếu phụ lục');
      const again = await on('2026-04-15', 'chuyenvien');
      await again('POST', `/api/tasks/${ids.legal}/documents`, { ...paper, documentNumber: '90/BC-VPĐK' });
      await move(again, ids.legal, 'handed-in');
      expect(await move(again, ids.legal, 'done')).toMatchObject({ status: 403 });
      const approver = await on('2026-04-20', 'truongphong');
      expect((await move(approver, ids.legal, 'done')).status).toBe(200);
      const page = await pageOf(approver, ids.legal);
      // Handed in on the 15th, approved on the 20th: five days late against the day promised, 26 against the first one.
      expect(page.task).toMatchObject({ doneOn: '2026-04-15', daysLate: 5, daysLateOriginal: 26 });
    });
  });

  describe('the quarters: each occurrence by itself', () => {
    test('the first is late, the second on time; the task is late only while one is', async () => {
      const specialist = await on('2026-04-20', 'chuyenvien');
      expect((await pageOf(specialist, ids.quarterly)).task).toMatchObject({ nextOn: '2026-03-31', daysLate: 20 });
      const stepsOf = async (call: Caller, at: number): Promise<string> => {
        const key = (await pageOf(call, ids.quarterly)).occurrences[at]?.key ?? '';
        return `/api/tasks/${ids.quarterly}/occurrences/${key}/steps`;
      };
      const handIn = { to: 'handed-in', note: 'Số liệu quý', documentNumber: '95/BC-VPĐK' };
      expect((await specialist('POST', await stepsOf(specialist, 0), handIn)).status).toBe(200);
      const head = await on('2026-04-21', 'truongphong');
      expect((await head('POST', await stepsOf(head, 0), { to: 'done', note: null })).status).toBe(200);
      expect((await pageOf(head, ids.quarterly)).task).toMatchObject({ nextOn: '2026-06-30', daysLate: 0 });
      const june = await on('2026-06-25', 'chuyenvien');
      await june('POST', await stepsOf(june, 1), handIn);
      const approver = await on('2026-07-02', 'truongphong');
      await approver('POST', await stepsOf(approver, 1), { to: 'done', note: null });
      expect((await pageOf(approver, ids.quarterly)).occurrences.map(({ state }) => state)).toEqual([
        'done',
        'done',
        'open',
        'open',
      ]);
    });
  });

  describe('July: the review meeting, and a unit that ends', () => {
    test('the meeting sees what was due, done, late and returned; its decisions become tasks', async () => {
      const officer = await on('2026-07-03', 'cchc');
      const span = 'firstDay=2026-04-01&lastDay=2026-06-30';
      const { body } = await officer('GET', `/api/task-review?${span}`);
      const unit = (body.units as { unitId: string }[]).find(({ unitId }) => unitId === 'unit_vpdk');
      expect(unit).toMatchObject({ late: 1, returned: 1, extensions: 1 });
      expect((body.returned as { reason: string }[]).map(({ reason }) => reason)).toEqual(['Thiếu phụ lục']);
      const meeting = await officer('POST', '/api/meetings', {
        heldOn: '2026-07-03',
        firstDay: '2026-04-01',
        lastDay: '2026-06-30',
        note: null,
        planYear: 2026,
        decisions: [
          aTaskForm('Lập danh sách hồ sơ quá hạn', 'unit_ptqd', 'Trước ngày 16/07/2026'),
          aTaskForm('Đôn đốc số hóa kết quả', 'unit_vpdk', 'Trước ngày 31/12/2026'),
        ],
      });
      expect(meeting.status, JSON.stringify(meeting.body)).toBe(200);
      [ids.open = '', ids.decision = ''] = meeting.body.taskIds as string[];
      expect((await pageOf(officer, ids.decision)).task).toMatchObject({ origin: 'meeting' });
      const after = (await officer('GET', `/api/task-review?${span}`)).body.meetings as { decisions: number }[];
      expect(after).toMatchObject([{ decisions: 2 }]);
    });

    test('the open work of a unit that ended is its successor’s, the lateness before and after told apart', async () => {
      const administrator = await on('2026-07-25', 'quantri');
      const merged = await administrator('POST', '/api/units/changes', {
        kind: 'merge',
        effectiveOn: '2026-07-21',
        decisionNumber: '45/QĐ-UBND',
        predecessorIds: ['unit_ptqd'],
        successorIds: ['unit_vpdk'],
        newUnits: [],
      });
      expect(merged.status, JSON.stringify(merged.body)).toBe(200);
      const head = await on('2026-07-25', 'truongphong');
      const page = await pageOf(head, ids.open);
      expect(page.task).toMatchObject({ dueOn: '2026-07-15', daysLate: 10 });
      expect(page.lateness).toEqual([
        { unitId: 'unit_ptqd', days: 5 },
        { unitId: 'unit_vpdk', days: 5 },
      ]);
      expect((await move(head, ids.open, 'handed-in', 'Đã lập danh sách')).status).toBe(200);
      const officer = await on('2026-07-27', 'cchc');
      expect((await move(officer, ids.open, 'done')).status).toBe(200);
    });
  });

  describe('August: reminders', () => {
    const told = async (username: string, taskId: string): Promise<string[]> => {
      const call = await site.logIn(username);
      const { notices } = (await call('GET', '/api/notices?limit=500')).body as {
        notices: { address: string; day: string; reason: string }[];
      };
      return notices
        .filter(({ address }) => address === `/tasks/${taskId}`)
        .map(({ day, reason }) => `${day} ${reason}`)
        .reverse();
    };
    /** What the server does every minute; nothing leaves the house here. */
    const tick = async (instant: string): Promise<void> => {
      site.clock.moveTo(instant);
      await remindIfDue(site.context, waitingSources, sampleAgency);
    };

    test('first who has the work, then the head, then the office; once each, silent on days off', async () => {
      const officer = await on('2026-08-03', 'cchc');
      const taskId = await make(officer, aTaskForm('Niêm yết phí mới', 'unit_vpdk', 'Trước ngày 21/08/2026'));
      const head = await on('2026-08-03', 'truongphong');
      const handed = await head('PUT', `/api/tasks/${taskId}/people`, { userIds: ['user_chuyenvien'] });
      expect(handed.status).toBe(200);
      // Due on Thursday 20 August; Saturday 22 August is worked on, against Monday 31 August.
      for (const day of ['10', '11', '14', '17', '19', '21', '23', '25', '31']) {
        await tick(`2026-08-${day}T00:00:00Z`);
        await tick(`2026-08-${day}T02:00:00Z`);
        await tick(`2026-08-${day}T09:00:00Z`);
      }
      expect(await told('chuyenvien', taskId)).toEqual([
        '2026-08-11 lead-7',
        '2026-08-17 lead-3',
        '2026-08-19 lead-1',
        '2026-08-21 late-doer-1',
      ]);
      expect(await told('truongphong', taskId)).toEqual(['2026-08-25 late-head-3']);
      expect((await move(await on('2026-09-03', 'cchc'), taskId, 'dropped', 'Không còn cần')).status).toBe(200);
      await tick('2026-09-04T02:00:00Z');
      expect(await told('cchc', taskId)).toEqual([]);
    });
  });

  describe('December: a report of the quarter', () => {
    const period = '/api/reports/duty_kiem-soat-tthc/2026-Q4';
    const figures = [
      ['ho-so-tiep-nhan', '120'],
      ['ho-so-da-giai-quyet', '110'],
      ['ho-so-dung-han', '108'],
      ['ho-so-tre-han', '2'],
      ['phan-anh', '1'],
    ].map(([field, to]) => ({ kind: 'number', field, from: null, to }));
    type Odd = { field: string; reason: string; value: string };

    /** Fills the form in, says of each odd figure that it is right, and hands it in. */
    const handIn = async (call: Caller, unitId: string): Promise<Answer> => {
      const url = `${period}/units/${unitId}`;
      const text = { kind: 'text', field: 'ket-qua', from: null, to: 'Kết quả của quý.' };
      const saved = await call('POST', `${url}/changes`, { changes: [...figures, text], confirmations: [] });
      expect(saved.status, JSON.stringify(saved.body)).toBe(200);
      const odd = (await call('GET', url)).body.unanswered as Odd[];
      const confirmations = odd.map(({ field, reason, value }) => ({ field, reason, value, note: 'Đúng sổ.' }));
      await call('POST', `${url}/changes`, { changes: [], confirmations });
      return call('POST', `${url}/hand-ins`);
    };
    const countsOf = async (call: Caller): Promise<object> => {
      const cells = (await call('GET', '/api/reports?year=2026')).body.cells as Record<string, unknown>[];
      const cell = cells.find(({ dutyId, key }) => dutyId === 'duty_kiem-soat-tthc' && key === '2026-Q4');
      return cell?.counts as object;
    };

    test('a unit hands in on the day, gets it back with a reason and hands it in again: it stays on time', async () => {
      const specialist = await on('2026-12-15', 'chuyenvien');
      expect((await handIn(specialist, 'unit_vpdk')).body).toMatchObject({ number: 1, handedInOn: '2026-12-15' });
      const officer = await on('2026-12-16', 'cchc');
      const back = { reason: 'Thiếu nguyên nhân trễ hạn', againBy: '2026-12-17' };
      expect((await officer('POST', `${period}/units/unit_vpdk/returns`, back)).status).toBe(200);
      const again = await on('2026-12-17', 'chuyenvien');
      expect((await again('POST', `${period}/units/unit_vpdk/hand-ins`)).body).toMatchObject({ number: 2 });
      const { body } = await again('GET', `${period}/units/unit_vpdk`);
      expect(body).toMatchObject({ state: 'handed-in', standing: 'on-time', daysLate: 0 });
    });

    test('another is two days late; the unit that ended in July owes nothing', async () => {
      const officer = await on('2026-12-17', 'cchc');
      expect((await handIn(officer, 'unit_khtc')).status).toBe(200);
      const { body } = await officer('GET', `${period}/units/unit_khtc`);
      expect(body).toMatchObject({ standing: 'late', daysLate: 2 });
      expect(await countsOf(officer)).toMatchObject({ expected: 10, handedIn: 2, late: 1, overdue: 8 });
    });

    test('compiled exactly, closed without those who are missing, sent in time', async () => {
      const officer = await on('2026-12-18', 'cchc');
      expect((await officer('POST', `${period}/compilation`, { replace: [] })).status).toBe(200);
      const compiled = (await officer('GET', period)).body.figures as { field: string; total: string }[];
      expect(compiled).toContainEqual(expect.objectContaining({ field: 'ho-so-tiep-nhan', total: '240' }));
      const refused = await officer('POST', `${period}/closing`, { acceptMissing: false });
      expect(refused).toMatchObject({ status: 409, body: { code: 'units-missing-reports' } });
      expect((refused.body.details as { unitIds: string[] }).unitIds).toHaveLength(8);
      expect((await officer('POST', `${period}/closing`, { acceptMissing: true })).status).toBe(200);
      const sending = { number: '512/BC-STNMT', documentOn: '2026-12-18', sentOn: '2026-12-18' };
      expect((await officer('POST', `${period}/sending`, sending)).status).toBe(200);
      expect((await officer('GET', period)).body).toMatchObject({ department: { standing: 'on-time' } });
      const { body } = await officer('GET', '/api/measures/reports.leaf:3.7.1?year=2026');
      // Nothing was sent for the three quarters before; the fourth went in time, and the year's own day is not over.
      expect(body.measure).toMatchObject({ now: { expected: '4', late: '0', missing: '3' } });
    });
  });

  describe('December: who kept his days', () => {
    test('the year’s work by unit adds up, and the log of the year is whole', async () => {
      const officer = await on('2026-12-28', 'cchc');
      const { body } = await officer('GET', '/api/task-review?firstDay=2026-01-01&lastDay=2026-12-31');
      const units = body.units as Record<string, number>[];
      for (const { due = 0, onTime = 0, late = 0, overdue = 0 } of units) expect(due).toBe(onTime + late + overdue);
      const unit = (body.units as { unitId: string }[]).find(({ unitId }) => unitId === 'unit_vpdk');
      // The rules' review, its step in the unit's plan, the first quarter, and the decision taken over from the unit that ended.
      expect(unit).toMatchObject({ late: 4, extensions: 1 });
      const administrator = await on('2026-12-28', 'quantri');
      expect((await administrator('GET', '/api/audit/verdict')).body).toMatchObject({ isWhole: true });
    });
  });
});
