import { describe, expect, test } from 'vitest';
import { civilDate } from '../../../kernel/civil-date.ts';
import { makeCalendar, SHIPPED_PLAN } from '../../calendar/index.ts';
import type { DutyForm, DutyVersion } from './duty.ts';
import { dutyPeriodsOf, earlierPeriods, type FrozenPeriod } from './duty-periods.ts';
import { formOf, readDuty } from './read-duty.ts';
import { shippedDuties } from './shipped-duties.ts';

const office = { calendar: makeCalendar(SHIPPED_PLAN), dayOffRule: 'stay' } as const;
const none = new Map<string, FrozenPeriod>();
const shipped = shippedDuties('unit_vanphong');
const formOfShipped = (dutyId: string): DutyForm => {
  const found = shipped.find((one) => one.dutyId === dutyId);
  if (!found) throw new Error(`no shipped duty ${dutyId}`);
  return found.form;
};
function version(form: DutyForm, number = 1, validFrom = '2024-01-01'): DutyVersion {
  const read = readDuty(form);
  if (!read.ok) throw new Error(`${form.name}: ${JSON.stringify(read.refusal)}`);
  return { number, validFrom: civilDate(validFrom), definition: read.value };
}
const dutyOf = (...versions: DutyVersion[]) => ({ dutyId: 'duty_test', position: 1, versions }) as const;

describe('cut-offs of the shipped duties in 2026', () => {
  test.each([
    {
      duty: 'duty_cchc',
      period: '2026-Q1',
      stage: 'unit',
      dueOn: '2026-03-11',
      because: '"trước ngày 12" excludes it',
    },
    { duty: 'duty_cchc', period: '2026-Q1', stage: 'office', dueOn: '2026-03-14', because: 'in day 14' },
    { duty: 'duty_cchc', period: '2026-Y', stage: 'province', dueOn: '2026-12-20', because: 'day 20' },
    { duty: 'duty_cchc', period: '2026-H1', stage: 'unit', dueOn: '2026-06-11', because: 'the last month of six' },
    { duty: 'duty_kiem-soat-tthc', period: '2026-Q2', stage: 'unit', dueOn: '2026-06-15', because: 'day 15 counts' },
    {
      duty: 'duty_kiem-soat-tthc',
      period: '2026-Y',
      stage: 'department',
      dueOn: '2026-12-18',
      because: 'day 18 counts',
    },
    { duty: 'duty_khac-phuc', period: '2026-M2', stage: 'unit', dueOn: '2026-02-25', because: 'day 25 of each month' },
    {
      duty: 'duty_danh-gia-thang',
      period: '2026-M12',
      stage: 'unit',
      dueOn: '2027-01-04',
      because: 'the next month, over the year',
    },
    {
      duty: 'duty_ky-luat-ky-cuong',
      period: '2026-H1',
      stage: 'unit',
      dueOn: '2026-06-01',
      because: 'its own cut-off',
    },
    {
      duty: 'duty_ky-luat-ky-cuong',
      period: '2026-Y',
      stage: 'department',
      dueOn: '2026-11-14',
      because: '"trước 15/11"',
    },
    {
      duty: 'duty_ra-soat-van-ban',
      period: '2026-Y',
      stage: 'unit',
      dueOn: '2026-12-01',
      because: '"chậm nhất" counts',
    },
    {
      duty: 'duty_thi-hanh-phap-luat',
      period: '2026-Y',
      stage: 'department',
      dueOn: '2026-12-04',
      because: '"trước 05/12"',
    },
    { duty: 'duty_so-luong-nguoi', period: '2026-Y', stage: 'unit', dueOn: '2026-03-31', because: '"trước 01/4"' },
    { duty: 'duty_ra-soat-tthc', period: '2026-Y', stage: 'department', dueOn: '2026-07-24', because: '"trước 25/7"' },
  ] as const)('$duty $period, $stage: $dueOn, $because', ({ duty, period, stage, dueOn }) => {
    const periods = dutyPeriodsOf(dutyOf(version(formOfShipped(duty))), 2026, { office, frozen: none });
    expect(periods.find(({ key }) => key === period)?.cutOffs[stage]?.dueOn).toBe(dueOn);
  });

  test('every shipped duty can be read, and what is kept gives the same form back', () => {
    for (const { form } of shipped) expect(formOf(version(form).definition)).toEqual(form);
  });

  test('a day off: the rule of the duty decides, the other days are told beside it', () => {
    const form = { ...formOfShipped('duty_cchc'), dayOffRule: 'next' as const };
    const [first] = dutyPeriodsOf(dutyOf(version(form)), 2026, { office, frozen: none });
    const cutOff = first?.cutOffs.office;
    expect(cutOff?.dueOn).toBe('2026-03-16');
    expect(cutOff?.choices).toEqual({ stay: '2026-03-14', next: '2026-03-16', previous: '2026-03-13' });
  });
});

describe('versions of a duty', () => {
  const old = version(formOfShipped('duty_cchc'));
  const changedForm = { ...formOfShipped('duty_cchc'), name: 'Báo cáo CCHC mới' };
  const changed = version(changedForm, 2, '2026-06-01');

  test('a period goes by the version in force on its last day', () => {
    const names = dutyPeriodsOf(dutyOf(old, changed), 2026, { office, frozen: none }).map(
      ({ key, version: number }) => `${key} v${number}`,
    );
    expect(names).toEqual(['2026-Q1 v1', '2026-H1 v2', '2026-Q3 v2', '2026-Y v2']);
  });

  test('a closed period keeps its version and its days, even where a later version reaches back', () => {
    const early = version(changedForm, 3, '2026-01-01');
    const closed: FrozenPeriod = {
      version: 1,
      unitIds: [],
      dueOn: { unit: civilDate('2026-03-10') },
      counts: { expected: 0, handedIn: 0, late: 0, missing: 0 },
    };
    const frozen = new Map([['2026-Q1', closed]]);
    const [first, second] = dutyPeriodsOf(dutyOf(old, early), 2026, { office, frozen });
    expect(first).toMatchObject({ key: '2026-Q1', version: 1, unitDueOn: '2026-03-10' });
    expect(second).toMatchObject({ key: '2026-H1', version: 3 });
  });

  test('a duty that ended asks for nothing after its last day', () => {
    const ended = version({ ...changedForm, endsOn: civilDate('2026-07-01') }, 2, '2026-01-01');
    const keys = dutyPeriodsOf(dutyOf(ended), 2026, { office, frozen: none }).map(({ key }) => key);
    expect(keys).toEqual(['2026-Q1', '2026-H1']);
  });

  test('a duty asks for nothing before its first version', () => {
    expect(dutyPeriodsOf(dutyOf(old), 2023, { office, frozen: none })).toEqual([]);
  });

  test('figures are compared with earlier periods of the same length', () => {
    const duty = dutyOf(old);
    const [, , third] = dutyPeriodsOf(duty, 2026, { office, frozen: none });
    if (!third) throw new Error('no quarter III');
    const keys = earlierPeriods(duty, third, { office, frozen: none, most: 3 }).map(({ key }) => key);
    expect(keys).toEqual(['2026-Q1', '2025-Q3', '2025-Q1']);
  });
});

describe('a duty that is refused', () => {
  const form = formOfShipped('duty_cchc');
  const [unit] = form.stages;
  if (!unit) throw new Error('no stage');
  test.each([
    {
      why: 'a cut-off that names no day',
      change: { stages: [{ ...unit, text: 'thường xuyên' }] },
      code: 'phrase-unread',
    },
    {
      why: 'a cut-off that names two days',
      change: { stages: [{ ...unit, text: 'trước 01/6 và 01/11' }] },
      code: 'phrase-unread',
    },
    { why: 'a period that the regime does not have', change: { periodIds: ['Q2'] }, code: 'period-unknown' },
    { why: 'no cut-off for the units', change: { stages: [{ ...unit, stage: 'office' }] }, code: 'unit-stage-missing' },
    { why: 'a stage named twice', change: { stages: [unit, unit] }, code: 'stage-twice' },
    { why: 'a list of no units', change: { units: { ...form.units, who: 'listed' } }, code: 'units-missing' },
    {
      why: 'a sum of a figure that is not there',
      change: { form: { ...form.form, sums: [{ total: 'x', parts: ['y'] }] } },
      code: 'field-unknown',
    },
    {
      why: 'two fields of one name',
      change: { form: { ...form.form, numbers: [...form.form.numbers, ...form.form.numbers] } },
      code: 'field-twice',
    },
  ])('$why: $code', ({ change, code }) => {
    expect(readDuty({ ...form, ...change } as DutyForm)).toMatchObject({ ok: false, refusal: { code } });
  });
});
