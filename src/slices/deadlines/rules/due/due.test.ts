import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { civilDate } from '../../../../kernel/civil-date.ts';
import { makeCalendar, SHIPPED_CALENDAR, SHIPPED_PLAN } from '../../../calendar/index.ts';
import type { Deadline, RelativeDeadline } from '../deadline.ts';
import { readDeadlines } from '../reading/read-deadlines.ts';
import { describeEvent, dueAfterEvent } from './event-due.ts';
import { explainDue } from './explain-due.ts';
import { findMovedDeadlines } from './moved-days.ts';
import { type OfficeRules, occurrencesOf } from './occurrences.ts';
import { periodicCheck } from './periodic-check.ts';
import { periodsOf, weeksOf } from './regime.ts';
import { GENERAL_REGIME, PAR_REGIME, PLAIN_REGIME, PROCEDURE_CONTROL_REGIME, REGIMES } from './regimes.ts';

const rules: OfficeRules = { calendar: SHIPPED_CALENDAR, dayOffRule: 'stay' };

function deadlineOf(phrase: string): Deadline {
  const [found] = readDeadlines(phrase, { year: 2024 });
  if (!found) throw new Error(phrase);
  return found.deadline;
}

const spans = (regime: typeof PAR_REGIME, year: number): string[] =>
  periodsOf(regime, year).map(({ id, firstDay, lastDay }) => `${id} ${firstDay}..${lastDay}`);

describe('periods of a regime', () => {
  test('the PAR report has quarter I, six months, quarter III and the year', () => {
    expect(spans(PAR_REGIME, 2024)).toEqual([
      'Q1 2023-12-15..2024-03-14',
      'H1 2023-12-15..2024-06-14',
      'Q3 2024-06-15..2024-09-14',
      'Y 2023-12-15..2024-12-14',
    ]);
  });

  test('procedure control has four quarters and the year', () => {
    expect(periodsOf(PROCEDURE_CONTROL_REGIME, 2024).map(({ id }) => id)).toEqual(['Q1', 'Q2', 'Q3', 'Q4', 'Y']);
  });

  test('nine months of the general regime start on 15 December and are no quarter III', () => {
    const general = spans(GENERAL_REGIME, 2024);
    expect(general).toContain('NM 2023-12-15..2024-09-14');
    expect(general).toContain('Q3 2024-06-15..2024-09-14');
    expect(general).toContain('M1 2023-12-15..2024-01-14');
    expect(general).toContain('M12 2024-11-15..2024-12-14');
  });

  test('plain February ends on the 29th in a leap year', () => {
    expect(spans(PLAIN_REGIME, 2024)).toContain('M2 2024-02-01..2024-02-29');
    expect(spans(PLAIN_REGIME, 2025)).toContain('M2 2025-02-01..2025-02-28');
  });

  test('months and quarters of every regime follow each other without gap or overlap', () => {
    for (const regime of REGIMES) {
      for (const { id, firstDay, lastDay } of periodsOf(regime, 2025)) {
        expect(firstDay < lastDay, `${regime.id} ${id}`).toBe(true);
      }
    }
  });

  test('a year has 52 or 53 weeks, each in one year only', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1990, max: 2090 }), (year) => {
        const [weeks, next] = [weeksOf(year), weeksOf(year + 1)];
        expect([52, 53]).toContain(weeks.length);
        expect(weeks[weeks.length - 1]!.lastDay < next[0]!.firstDay).toBe(true);
      }),
    );
  });
});

describe('days that fall due in 2024', () => {
  test.each([
    ['Trước ngày 10/12/2024', '2024-12-09'],
    ['Chậm nhất ngày 10/12/2024', '2024-12-10'],
    ['Trong quý III/2024', '2024-09-30'],
    [
      'Ngày 25 hằng tháng',
      '2024-01-25 2024-02-25 2024-03-25 2024-04-25 2024-05-25 2024-06-25 2024-07-25 2024-08-25 2024-09-25 2024-10-25 2024-11-25 2024-12-25',
    ],
    [
      'Ngày cuối tháng',
      '2024-01-31 2024-02-29 2024-03-31 2024-04-30 2024-05-31 2024-06-30 2024-07-31 2024-08-31 2024-09-30 2024-10-31 2024-11-30 2024-12-31',
    ],
    [
      'Trước ngày 05 của tháng tiếp theo',
      '2024-02-04 2024-03-04 2024-04-04 2024-05-04 2024-06-04 2024-07-04 2024-08-04 2024-09-04 2024-10-04 2024-11-04 2024-12-04 2025-01-04',
    ],
    ['Trước ngày 12 hàng quý', '2024-03-11 2024-06-11 2024-09-11 2024-12-11'],
    ['Ngày 18 của tháng cuối quý', '2024-03-18 2024-06-18 2024-09-18 2024-12-18'],
    ['Trước ngày 10 của tháng đầu quý sau', '2024-04-09 2024-07-09 2024-10-09 2025-01-09'],
    ['Trong ngày 14 của tháng cuối kỳ báo cáo', '2024-03-14 2024-06-14 2024-09-14 2024-12-14'],
    ['Định kỳ 6 tháng', '2024-06-30 2024-12-31'],
    ['Trước ngày 10/11 hằng năm', '2024-11-09'],
    ['Tháng 12 hằng năm', '2024-12-31'],
    ['Trước tháng 12 hằng năm', '2024-11-30'],
    ['Hằng năm', '2024-12-31'],
    ['Hằng quý', '2024-03-31 2024-06-30 2024-09-30 2024-12-31'],
    ['Thường xuyên', ''],
    ['Theo quy định', ''],
    ['Trong vòng 5 ngày kể từ ngày nhận', ''],
    ['Trước ngày 10/12/2025', ''],
  ])('“%s”: %s', (phrase, days) => {
    const found = occurrencesOf(deadlineOf(phrase), 2024, rules).map(({ wordedDay }) => wordedDay);
    expect(found.join(' ')).toBe(days);
  });

  test('“thứ Sáu hằng tuần” falls due on every Friday', () => {
    const fridays = occurrencesOf(deadlineOf('Thứ Sáu hằng tuần'), 2024, rules);
    expect(fridays).toHaveLength(52);
    expect(fridays[0]?.wordedDay).toBe('2024-01-05');
  });

  test('reports of the general regime are due in their own periods', () => {
    const found = occurrencesOf(deadlineOf('Trước ngày 16 của tháng cuối kỳ báo cáo'), 2024, {
      ...rules,
      regime: GENERAL_REGIME,
    });
    expect(found).toHaveLength(19);
    expect(found[0]).toMatchObject({ wordedDay: '2024-01-15' });
  });

  test('a month that the words leave open is doubted', () => {
    expect(occurrencesOf(deadlineOf('Trước ngày 12 hàng quý'), 2024, rules)[0]?.doubts).toEqual(['month-assumed']);
  });

  test('a day off shows all three choices, and the office’s own is taken', () => {
    const [occurrence] = occurrencesOf(deadlineOf('Chậm nhất ngày 15/6/2024'), 2024, { ...rules, dayOffRule: 'next' });
    expect(occurrence).toMatchObject({
      wordedDay: '2024-06-15',
      dueOn: '2024-06-17',
      choices: { stay: '2024-06-15', next: '2024-06-17', previous: '2024-06-14' },
    });
  });

  test('past the end of the calendar the worded day stands and no due day is given', () => {
    const deadline: Deadline = { kind: 'by', date: civilDate('2029-06-15'), inclusive: true };
    expect(occurrencesOf(deadline, 2029, { ...rules, dayOffRule: 'next' })[0]).toMatchObject({
      wordedDay: '2029-06-15',
      dueOn: null,
    });
  });
});

describe('a deadline after an event', () => {
  const deadline: RelativeDeadline = {
    kind: 'relative',
    amount: 2,
    unit: 'working-day',
    direction: 'after',
    event: 'có văn bản',
  };
  const event = { happenedAt: { day: civilDate('2024-02-06'), minute: 540 }, documentNumber: '12/QĐ-UBND' };

  test('waits, then starts with the document', () => {
    expect(describeEvent(deadline, null)).toBe('chờ: có văn bản');
    expect(describeEvent(deadline, event)).toBe('tính từ 12/QĐ-UBND ngày 06/02/2024');
    expect(dueAfterEvent(deadline, event, SHIPPED_CALENDAR)).toEqual({ ok: true, value: '2024-02-15' });
  });

  test('a change of the calendar lists what moves, from when to when', () => {
    const exceptions = SHIPPED_PLAN.exceptions.filter(({ day }) => day !== '2024-02-08');
    const changed = makeCalendar({ ...SHIPPED_PLAN, exceptions });
    const open = [
      { id: 'a', deadline, event },
      { id: 'b', wordedDay: civilDate('2024-02-10'), dayOffRule: 'previous' },
      { id: 'c', wordedDay: civilDate('2024-05-10'), dayOffRule: 'next' },
      { id: 'd', wordedDay: civilDate('2030-05-10'), dayOffRule: 'next' },
    ] as const;
    expect(findMovedDeadlines(open, SHIPPED_CALENDAR, changed)).toEqual([
      { id: 'a', from: '2024-02-15', to: '2024-02-08' },
      { id: 'b', from: '2024-02-07', to: '2024-02-08' },
    ]);
  });
});

describe('what a screen says', () => {
  test.each([
    ['Trước ngày 10/12/2024', 'hạn cuối 09/12/2024 (thứ Hai): “trước ngày” không tính ngày được nêu'],
    [
      'Chậm nhất ngày 15/6/2024',
      'hạn cuối 15/06/2024 (thứ Bảy): tính cả ngày này; là ngày nghỉ, chuyển sang ngày làm việc tiếp theo: 17/06/2024',
    ],
    [
      'Trong quý II/2024',
      'hạn cuối 30/06/2024 (Chủ nhật): ngày cuối của khoảng thời gian; là ngày nghỉ, chuyển sang ngày làm việc tiếp theo: 01/07/2024',
    ],
  ])('“%s”: %s', (phrase, text) => {
    const explained = explainDue(deadlineOf(phrase), 2024, { ...rules, dayOffRule: 'next' });
    expect(explained.occurrences.map((occurrence) => occurrence.text)).toEqual([text]);
  });

  test.each([
    ['Thường xuyên', 'continuous'],
    ['Theo quy định', 'set-elsewhere'],
    ['Trong vòng 5 ngày kể từ ngày nhận', 'waits-for-event'],
  ])('“%s” has no day and says why', (phrase, reason) => {
    const explained = explainDue(deadlineOf(phrase), 2024, rules);
    expect(explained).toMatchObject({ reason, occurrences: [] });
    expect(explained.text).not.toBeNull();
  });

  test('“thường xuyên” is checked every quarter instead of on an invented day', () => {
    expect(occurrencesOf(periodicCheck('quarter'), 2024, rules)).toHaveLength(4);
  });
});
