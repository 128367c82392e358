import { describe, expect, test } from 'vitest';
import { BLIND_ONE } from './phrases/blind-round-one.ts';
import { BLIND_THREE } from './phrases/blind-round-three.ts';
import { BLIND_TWO } from './phrases/blind-round-two.ts';
import { CITED } from './phrases/cited.ts';
import { DAYS } from './phrases/days.ts';
import { MIXED } from './phrases/mixed.ts';
import { NEGATIVES } from './phrases/negatives.ts';
import { OTHER_DEPARTMENTS } from './phrases/other-departments.ts';
import { OTHERS } from './phrases/others.ts';
import { PLANS } from './phrases/plans.ts';
import { RECURRING } from './phrases/recurring.ts';
import { sketch } from './phrases/sketch.ts';
import { WINDOWS } from './phrases/windows.ts';
import { readDeadlines } from './read-deadlines.ts';

const read = (text: string, year: number | null = 2024): string =>
  readDeadlines(text, { year })
    .map(({ deadline }) => sketch(deadline))
    .join('; ');

describe('in a plan for 2024', () => {
  const phrases = [...DAYS, ...WINDOWS, ...RECURRING, ...OTHERS, ...MIXED, ...PLANS, ...OTHER_DEPARTMENTS];

  test.each(phrases)('“%s” is read as %s', (text, reads) => {
    expect(read(text)).toBe(reads);
  });

  test.each([...NEGATIVES, ...CITED])('“%s” sets no deadline', (text) => {
    expect(read(text)).toBe('');
  });

  test('at least 500 phrases are tried, at least 100 of them without a deadline', () => {
    expect(phrases.length + NEGATIVES.length).toBeGreaterThanOrEqual(500);
    expect(NEGATIVES.length).toBeGreaterThanOrEqual(100);
  });
});

/**
 * What is still read otherwise than a person wrote it down: labels out of sentences, one resolution that is no time, and the
 * first month of a quarter, which the exchange format only has as the month after the one before.
 */
const READ_OTHERWISE = [
  'Phòng Kế hoạch - Tài chính đôn đốc giải ngân, bảo đảm đến hết ngày 30/9/2025 đạt trên 60%, đến hết ngày 31/12/2025 đạt 100%',
  'Thường xuyên và báo cáo định kỳ hằng quý',
  'Các đơn vị báo cáo kết quả về Sở (qua Văn phòng) chậm nhất ngày 08 tháng cuối quý, riêng báo cáo năm gửi trước ngày 30/11/2025.',
  'Theo Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XVII',
  'Kế hoạch năm: trước 31/01; kế hoạch quý: trước ngày 05 tháng đầu quý',
  'Thường xuyên (báo cáo trước ngày 15 hằng tháng)',
];

describe('phrases of the blind rounds, in a plan for 2025', () => {
  test('all but those named are read as written down', () => {
    const misread = [...BLIND_ONE, ...BLIND_TWO, ...BLIND_THREE].filter(([text, reads]) => read(text, 2025) !== reads);
    expect(misread.map(([text]) => text)).toEqual(READ_OTHERWISE);
  });
});
