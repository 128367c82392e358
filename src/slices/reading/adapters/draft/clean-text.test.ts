import { expect, test } from 'vitest';
import { cleanText } from './clean-text.ts';

test.each([
  ['đạt ½ điểm, ¾ điểm', 'đạt 1/2 điểm, 3/4 điểm'],
  ['trong ½ ngày làm việc', 'trong ½ ngày làm việc'],
  ['1½ điểm', '1½ điểm'],
  ['đạt 3\u20444 điểm', 'đạt 3/4 điểm'],
  ['Sở\u00A0Tư\u00ADpháp', 'Sở Tưpháp'],
])('"%s" is "%s"', (text, clean) => {
  expect(cleanText(text)).toBe(clean);
});
