import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readDeadlines } from './read-deadlines.ts';

const read = (text: string, year: number | null = 2024) => readDeadlines(text, { year });

describe('what is read keeps its place', () => {
  test.each([
    { text: 'Gửi báo cáo trước ngày 15/6/2024 về Sở', part: 'trước ngày 15/6/2024' },
    { text: 'Hoàn thành  trong\n quý II/2024.', part: 'trong\n quý II/2024' },
    { text: 'Định kỳ hằng tháng', part: 'hằng tháng' },
    { text: 'Thường xuyên'.normalize('NFD'), part: 'Thường xuyên'.normalize('NFD') },
  ])('“$text”', ({ text, part }) => {
    const [found] = read(text);
    expect(found && text.slice(found.from, found.to)).toBe(part);
  });
});

describe('what was unclear says why', () => {
  test.each([
    { text: 'Trước ngày 15/6', doubts: ['year-assumed'] },
    { text: 'Trước ngày 15/6/2024', doubts: [] },
    { text: 'Đầu tháng 6/2024', doubts: ['vague-time'] },
    { text: 'Hai tháng một lần', doubts: ['frequency-rounded'] },
    { text: 'Trong vòng 05 ngày làm việc', doubts: ['event-missing'] },
    { text: 'Trong vòng 24 giờ kể từ khi nhận', doubts: ['unit-converted'] },
  ])('“$text”: $doubts', ({ text, doubts }) => {
    expect(read(text).map((found) => found.doubts)).toEqual([doubts]);
  });
});

describe('without a plan year', () => {
  test.each([
    { text: 'Trước ngày 15/6', count: 0 },
    { text: 'Quý II', count: 0 },
    { text: 'Trước ngày 15/6/2024', count: 1 },
    { text: 'Trước ngày 15/6 và ngày 15/12/2024', count: 2 },
    { text: 'Hằng tháng', count: 1 },
    { text: 'Trước ngày 10/11 hằng năm', count: 1 },
  ])('“$text” gives $count', ({ text, count }) => {
    expect(read(text, null)).toHaveLength(count);
  });
});

describe('bad input', () => {
  const words =
    'trước ngày tháng quý năm hằng định kỳ 15 / 12 2024 - , ; : ( ) từ đến sau khi theo thường xuyên III 05 lần thứ'.split(
      ' ',
    );

  test('no text makes it throw, and places lie inside the text', () => {
    const anyText = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.array(fc.constantFrom(...words), { maxLength: 40 }).map((list) => list.join(' ')),
      fc.array(fc.constantFrom(...words), { maxLength: 40 }).map((list) => list.join('')),
    );
    fc.assert(
      fc.property(anyText, fc.option(fc.integer({ min: 2000, max: 2100 })), (text, year) => {
        let last = 0;
        for (const { from, to } of read(text, year)) {
          expect(from).toBeGreaterThanOrEqual(0);
          expect(to).toBeGreaterThan(from);
          expect(to).toBeLessThanOrEqual(text.length);
          last = Math.max(last, to);
        }
        expect(last).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 2_000 },
    );
  });

  test('a text of a megabyte is read through', () => {
    const unit = 'Gửi báo cáo trước ngày 15/6/2024; hằng quý và theo quy định. ';
    expect(read(unit.repeat(Math.ceil(1_000_000 / unit.length))).length).toBeGreaterThan(10_000);
  });

  test.each([
    { name: 'a bound without a date', unit: 'trước ngày ' },
    { name: 'a range that never ends', unit: 'từ ngày 1 đến ' },
    { name: 'a list that never ends', unit: 'quý I, ' },
    { name: 'open brackets', unit: '((((' },
    { name: 'an event that never comes', unit: 'sau khi ' },
    { name: 'frequencies without a day', unit: 'hằng năm, trước ngày 1/2 ' },
    { name: 'control characters', unit: '\u0000\u0007' },
  ])('thirty kilobytes of $name are read through', ({ unit }) => {
    expect(Array.isArray(read(unit.repeat(Math.ceil(30_000 / unit.length))))).toBe(true);
  });

  test('control characters inside a phrase leave no half-read date', () => {
    expect(read('\u0000\u0001\u0002')).toEqual([]);
  });
});
