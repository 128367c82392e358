import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Caller, openTestApp, type TestApp } from '../../testing/app.ts';
import { testEngines } from '../../testing/database.ts';
import { declareForTest } from '../../testing/registers.ts';

describe.each(testEngines)('what forms and lists need beside the records, on $name', (engine) => {
  let site: TestApp;
  let officer: Caller;
  let head: Caller;
  let reader: Caller;
  const found = async (who: Caller, words: string) =>
    (await who('GET', `/api/register-search?search=${encodeURIComponent(words)}`)).body.records;
  beforeAll(async () => {
    site = await openTestApp(engine);
    await declareForTest(site.context);
    [officer, head, reader] = [await site.logIn('cchc'), await site.logIn('truongphong'), await site.logIn('khach')];
    for (const [subject, unit] of [
      ['Cấp đổi giấy chứng nhận', 'unit_vpdk'],
      ['Xả thải ra sông', 'unit_ccbvmt'],
    ]) {
      const values = { subject, unit, received: '2026-11-02', sender: 'Bí danh Hoa Sữa' };
      expect((await officer('POST', '/api/registers/letters/records', { values })).status).toBe(200);
    }
  });
  afterAll(() => site.close());

  test('records of any register are found by a few letters without diacritics', async () => {
    expect(await found(officer, 'cap doi gia')).toMatchObject([
      { registerKey: 'letters', title: 'Cấp đổi giấy chứng nhận', registerName: { vi: 'Sổ đơn thư' } },
    ]);
    expect(await found(officer, 'xa thai')).toHaveLength(1);
    expect(await found(officer, '')).toEqual([]);
  });

  test('a unit head finds the own unit’s only; personal words are found by nobody', async () => {
    expect(await found(head, 'cap doi')).toHaveLength(1);
    expect(await found(head, 'xa thai')).toEqual([]);
    expect(await found(officer, 'hoa sua')).toEqual([]);
  });

  test('a record can be handed to people within reach', async () => {
    const people = async (who: Caller) =>
      (await who('GET', '/api/register-people')).body.people as { unitId: string }[];
    const [all, own] = [await people(officer), await people(head)];
    expect(own.length).toBeGreaterThan(0);
    expect(own.length).toBeLessThan(all.length);
    expect(own.every(({ unitId }) => unitId !== null)).toBe(true);
  });

  test('the browser counts with the calendar of the office', async () => {
    const { body } = await officer('GET', '/api/register-calendar');
    expect(body).toMatchObject({ firstYear: expect.any(Number), week: { 1: expect.anything() } });
    expect((body.exceptions as unknown[]).length).toBeGreaterThan(10);
  });

  test.each(['/api/register-search?search=x', '/api/register-people', '/api/register-calendar'])(
    '%s is closed to who may not read registers',
    async (address) => {
      expect((await reader('GET', address)).status).toBe(403);
    },
  );
});
