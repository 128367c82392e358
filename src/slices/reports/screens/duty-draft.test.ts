import { describe, expect, test } from 'vitest';
import {
  emptyDuty,
  keyFor,
  periodsOfRegime,
  readSums,
  withPeriodText,
  withRegime,
  withStage,
  writeSums,
} from './duty-draft.ts';

describe('a duty that is being written', () => {
  const duty = emptyDuty('unit_vanphong');

  test('another regime keeps the periods that it knows, else takes all', () => {
    expect(withRegime(duty, 'par').periodIds).toEqual(['Y']);
    const monthly = { ...duty, periodIds: ['M1'] };
    expect(withRegime(monthly, 'par').periodIds).toEqual(periodsOfRegime('par').map(({ id }) => id));
  });

  test('an empty text takes a stage away, the units’ own stays to be filled in', () => {
    const two = withStage(duty, 'office', 'Ngày 14');
    expect(two.stages.map(({ stage }) => stage)).toEqual(['unit', 'office']);
    expect(withStage(two, 'office', '').stages.map(({ stage }) => stage)).toEqual(['unit']);
    expect(withStage(duty, 'unit', '').stages).toEqual(duty.stages);
  });

  test('words for one period alone come and go', () => {
    const half = withPeriodText(duty, 'unit', { periodId: 'H1', text: 'Trước ngày 01/6' });
    expect(half.stages[0]?.byPeriod).toEqual([{ periodId: 'H1', text: 'Trước ngày 01/6' }]);
    expect(withPeriodText(half, 'unit', { periodId: 'H1', text: '' })).toEqual(duty);
  });

  test.each([
    { label: 'Hồ sơ trễ hạn', taken: [], key: 'ho-so-tre-han' },
    { label: 'Hồ sơ trễ hạn', taken: ['ho-so-tre-han'], key: 'ho-so-tre-han-2' },
    { label: '12 tháng', taken: [], key: 'thang' },
    { label: '%', taken: [], key: 'so' },
  ])('the key of “$label” is $key', ({ label, taken, key }) => expect(keyFor(label, taken)).toBe(key));

  test('sums are a line each and come back as they were', () => {
    const sums = readSums('tong = dung + tre\n\nkhong dau\na=b');
    expect(sums).toEqual([
      { total: 'tong', parts: ['dung', 'tre'] },
      { total: 'a', parts: ['b'] },
    ]);
    expect(readSums(writeSums(sums))).toEqual(sums);
  });
});
