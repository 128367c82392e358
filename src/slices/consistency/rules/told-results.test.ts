import { expect, test } from 'vitest';
import { verdictsOf } from '../../../testing/figures-of-text.ts';

test.each([
  {
    says: 'places lost, with the earlier place in brackets after its year',
    lines: ['Năm 2031 Sở đứng thứ 13/19, giảm 02 hạng so với năm 2030 (năm 2030 xếp thứ 11/19).'],
    verdicts: ['difference 2 holds'],
  },
  {
    says: 'places won, with the earlier place right after "so với"',
    lines: ['Kết quả năm 2031 Ban xếp hạng 3/21 đơn vị, tăng 6 bậc so với năm 2030 (hạng 8/21).'],
    verdicts: ['difference 6 fails 5'],
  },
  {
    says: 'points between the totals of two years, told in another sentence',
    lines: ['Năm 2031 đạt 81,4 điểm (năm 2030 đạt 83,65 điểm). Như vậy, tổng điểm thấp hơn năm trước 2,25 điểm.'],
    verdicts: ['difference 2.25 holds'],
  },
  {
    says: 'the same with a slip',
    lines: ['Năm 2031 đạt 81,4 điểm (năm 2030 đạt 83,65 điểm). Như vậy, tổng điểm thấp hơn năm trước 2,35 điểm.'],
    verdicts: ['difference 2.35 fails 2.25'],
  },
  {
    says: 'nothing of a goal',
    lines: ['Năm 2031 đạt 81,4 điểm, phấn đấu năm 2032 tăng 5 điểm, xếp thứ 6/19 (năm 2030 xếp thứ 11/19).'],
    verdicts: [],
  },
  {
    says: 'nothing where another index may be meant',
    lines: ['PAR Index xếp thứ 5/20 (năm 2030 xếp thứ 7/20), SIPAS tăng 4 bậc.'],
    verdicts: [],
  },
])('a result told with the year before: $says', ({ lines, verdicts }) => {
  expect(verdictsOf(...lines).filter((verdict) => !verdict.includes('implied'))).toEqual(verdicts);
});

const HEADS = [
  '1. Chỉ đạo, điều hành: mất 1,5 điểm',
  '2. Cải cách thể chế: mất 2 điểm',
  '3. Chính quyền số: mất 3 điểm',
];
const ITEMS = [
  ['- Báo cáo: mất 0,5 điểm', '- Sáng kiến: mất 1 điểm'],
  ['- Rà soát: đạt 1/3 điểm'],
  ['- Hồ sơ trực tuyến: bị trừ 1,25 điểm', '- Chữ ký số: bị trừ 1,75 điểm'],
];
const listed = (items: readonly (readonly string[])[]): string[] =>
  HEADS.flatMap((head, index) => [head, ...(items[index] ?? [])]);

test('the losses listed under each heading are held against what it says was lost', () => {
  expect(verdictsOf(...listed(ITEMS))).toEqual(['difference 1.5 holds', 'difference 2 holds', 'difference 3 holds']);
});

test('where the other lists add up, one that does not is reported', () => {
  const slipped = [
    ITEMS[0] ?? [],
    ITEMS[1] ?? [],
    ['- Hồ sơ trực tuyến: bị trừ 1,25 điểm', '- Chữ ký số: bị trừ 1,57 điểm'],
  ];
  expect(verdictsOf(...listed(slipped))).toContain('difference 2.82 fails 3');
});

test('lists that leave losses out raise no alarm', () => {
  const partial = [['- Báo cáo: mất 0,5 điểm'], ['- Rà soát: đạt 2/3 điểm'], ITEMS[2] ?? []];
  expect(verdictsOf(...listed(partial))).toEqual(['difference 3 holds']);
});
