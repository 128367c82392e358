import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { civilDate } from '../../kernel/civil-date.ts';
import { sampleAgency } from '../../server/sample.ts';
import { openTestApp, type TestApp } from '../../testing/app.ts';
import { testEngines } from '../../testing/database.ts';
import { reportMeasures, reportRecords, waitingReports } from './server.ts';

const today = civilDate('2026-11-20');
const year = { firstDay: civilDate('2026-01-01'), lastDay: civilDate('2026-12-31'), today };

describe.each(testEngines)('what reports offer to other slices ($name)', (engine) => {
  let site: TestApp;
  beforeAll(async () => {
    site = await openTestApp(engine);
  });
  afterAll(() => site.close());

  test('measures: the share on time, and what the department owed, sent late and did not send', async () => {
    const { database } = site.context;
    const found = await reportMeasures.find(database, sampleAgency);
    const keys = found.map(({ key }) => key);
    expect(keys).toEqual(expect.arrayContaining(['reports.on-time', 'reports.regime:par', 'reports.leaf:3.7.1']));
    expect(found.find(({ key }) => key === 'reports.leaf:1.2.1')?.leaves).toEqual(['1.2.1']);
    const whole = { ...year, unitId: null };
    const control = await reportMeasures.read(database, sampleAgency, 'reports.leaf:3.7.1', whole);
    expect(control?.figures).toEqual({ expected: '3', late: '1', missing: '0' });
    const par = await reportMeasures.read(database, sampleAgency, 'reports.regime:par', whole);
    expect(par?.figures).toEqual({ expected: '3', late: '0', missing: '0' });
    expect(await reportMeasures.read(database, sampleAgency, 'tasks.on-time', whole)).toBeNull();
    expect(await reportMeasures.find(database, 'agency_other')).toEqual([]);
  });

  test('a measure cut by unit or month adds up to the whole', async () => {
    const { database } = site.context;
    const whole = await reportMeasures.read(database, sampleAgency, 'reports.on-time', { ...year, unitId: null });
    const sums = await Promise.all(
      (['unit', 'month'] as const).map(async (by) => {
        const cut = { ...year, unitId: null, by };
        const cells = await reportMeasures.readBy(database, sampleAgency, 'reports.on-time', cut);
        return cells.reduce((sum, { figures }) => sum + Number(figures.denominator), 0);
      }),
    );
    expect(sums).toEqual([Number(whole?.figures?.denominator), Number(whole?.figures?.denominator)]);
    expect(Number(whole?.figures?.denominator)).toBeGreaterThan(200);
  });

  test('waiting: what is late and what is due soon, each once, under a key that stays', async () => {
    const { database } = site.context;
    const ask = { today, until: civilDate('2026-12-01') };
    const items = await waitingReports.find(database, sampleAgency, ask);
    expect(items.length).toBeGreaterThan(5);
    expect(new Set(items.map(({ key }) => key)).size).toBe(items.length);
    expect(items.every(({ dueOn }) => dueOn !== null && dueOn <= ask.until)).toBe(true);
    expect(items).toContainEqual(
      expect.objectContaining({
        key: 'report:duty_khac-phuc:2026-M11:unit_ptqd',
        step: 'hand-in',
        dueOn: '2026-11-25',
      }),
    );
    expect(await waitingReports.find(database, sampleAgency, ask)).toEqual(items);
  });

  test('the record of a unit: what was due is on time, late or overdue, nothing else', async () => {
    const records = await reportRecords.find(site.context.database, sampleAgency, year);
    expect(records.length).toBe(11);
    for (const { due, onTime, late, overdue } of records) expect(onTime + late + overdue).toBe(due);
    expect(records.some(({ late, daysLate }) => late > 0 && daysLate >= late)).toBe(true);
  });
});
