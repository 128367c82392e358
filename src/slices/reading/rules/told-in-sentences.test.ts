import { expect, test } from 'vitest';
import { toExchangeFormat } from './exchange-format.ts';
import { readPlan } from './read-plan.ts';
import { readPlanText } from './text/plan-text.ts';

/** One criterion told in sentences, between two areas and their points. */
const planOf = (criterion: string, heads: readonly [string, string]): string =>
  `UBND TỈNH HOA LƯ
SỞ DU LỊCH
Số: 5/KH-SDL
Hoa Lư, ngày 02 tháng 3 năm 2031

KẾ HOẠCH
Khắc phục tồn tại trong cải cách hành chính năm 2031

I. TỒN TẠI VÀ CÁCH KHẮC PHỤC

${heads[0]}

${criterion}

${heads[1]}

Tiêu chí “Rà soát văn bản” đạt 1/3 điểm vì chưa rà soát đủ.

II. TỔ CHỨC THỰC HIỆN
Các phòng nghiêm túc thực hiện./.
`;

const HEADS = [
  'Thứ nhất, về công tác chỉ đạo, điều hành: đạt 10,8/14 điểm, tương ứng 77,14%.',
  'Thứ hai, về cải cách thể chế: đạt 7,5/9 điểm, tương ứng 83,33%.',
] as const;
const read = (criterion: string, heads: readonly [string, string] = HEADS) =>
  toExchangeFormat(readPlan(readPlanText(planOf(criterion, heads))));

const WHOLE = {
  area: 1,
  criterion: 'Kiểm tra nội bộ',
  score: 1,
  max: 2,
  reason: 'mới kiểm tra 01 đơn vị',
  remedy: 'kiểm tra đủ 04 đơn vị',
  leads: ['Văn phòng Sở'],
  coordinators: ['Thanh tra Sở'],
  kinds: ['by'],
};

test.each([
  'Tiêu chí “Kiểm tra nội bộ” đạt 1/2 điểm vì mới kiểm tra 01 đơn vị. Để khắc phục, Sở sẽ kiểm tra đủ 04 đơn vị. Việc này do Văn phòng Sở chủ trì, Thanh tra Sở phối hợp, hoàn thành trước ngày 30/10/2031.',
  'Tiêu chí Kiểm tra nội bộ chỉ đạt 1/2 điểm. Nguyên nhân là mới kiểm tra 01 đơn vị. Giải pháp khắc phục là kiểm tra đủ 04 đơn vị. Giao Văn phòng Sở chủ trì, phối hợp với Thanh tra Sở. Thời hạn hoàn thành là trước ngày 30/10/2031.',
  'Do mới kiểm tra 01 đơn vị, tiêu chí “Kiểm tra nội bộ” chỉ đạt 1/2 điểm. Trong thời gian tới, Sở sẽ kiểm tra đủ 04 đơn vị. Hoàn thành trước ngày 30/10/2031. Văn phòng Sở chịu trách nhiệm, Thanh tra Sở phối hợp.',
  'Sở chỉ đạt 1/2 điểm ở tiêu chí “Kiểm tra nội bộ” do mới kiểm tra 01 đơn vị. Văn phòng Sở chủ trì, Thanh tra Sở cùng thực hiện, xong trước ngày 30/10/2031. Để cải thiện điểm số, Sở cần kiểm tra đủ 04 đơn vị.',
  'Ở tiêu chí “Kiểm tra nội bộ”, Sở đạt 1/2 điểm vì mới kiểm tra 01 đơn vị. Sở sẽ kiểm tra đủ 04 đơn vị, do Văn phòng Sở chủ trì, Thanh tra Sở phối hợp, hoàn thành trước ngày 30/10/2031.',
  'Tiêu chí “Kiểm tra nội bộ” bị trừ 1/2 điểm vì mới kiểm tra 01 đơn vị.\n\nĐể khắc phục, Sở sẽ kiểm tra đủ 04 đơn vị.\n\nNhiệm vụ này giao Văn phòng Sở chủ trì với sự phối hợp của Thanh tra Sở, hoàn thành trước ngày 30/10/2031.',
])('reads the fields of one criterion, whatever their order: %s', (criterion) => {
  const [deficit] = read(criterion).deficits;
  expect({
    area: deficit?.area,
    criterion: deficit?.criterion,
    score: deficit?.score,
    max: deficit?.max,
    reason: deficit?.reason,
    remedy: deficit?.remedy,
    leads: deficit?.leads,
    coordinators: deficit?.coordinators,
    kinds: deficit?.deadlines.map(({ kind }) => kind),
  }).toEqual(WHOLE);
});

test.each([
  { time: 'thực hiện hằng tuần', kind: 'recurring' },
  { time: 'thực hiện thường xuyên', kind: 'continuous' },
  { time: 'hoàn thành trong quý II năm 2031', kind: 'window' },
  { time: 'hoàn thành chậm nhất ngày 31 tháng 5 năm 2031', kind: 'by' },
  { time: 'thời hạn trong vòng 02 tháng kể từ ngày ban hành Kế hoạch này', kind: 'relative' },
])('"…, $time" after the units sets the time', ({ time, kind }) => {
  const [deficit] = read(
    `Tiêu chí “Kiểm tra nội bộ” đạt 1/2 điểm vì mới kiểm tra 01 đơn vị. Việc này do Văn phòng Sở chủ trì, ${time}.`,
  ).deficits;
  expect(deficit?.leads).toEqual(['Văn phòng Sở']);
  expect(deficit?.deadlines.map((deadline) => deadline.kind)).toEqual([kind]);
});

test('a cause that begins with "Do" and a unit is no assignment', () => {
  const [deficit] = read(
    'Tiêu chí “Kiểm tra nội bộ” đạt 1/2 điểm. Do Văn phòng Sở chưa tham mưu kế hoạch kiểm tra.',
  ).deficits;
  expect(deficit?.leads).toEqual([]);
});

test.each<{ heads: readonly [string, string] }>([
  { heads: HEADS },
  {
    heads: [
      'Một là, công tác chỉ đạo, điều hành đạt 10,8/14 điểm, bằng 77,14%.',
      'Hai là, cải cách thể chế đạt 7,5/9 điểm, bằng 83,33%.',
    ],
  },
  {
    heads: [
      'Về lĩnh vực chỉ đạo, điều hành, Sở đạt 10,8 điểm trên 14 điểm (77,14%).',
      'Về lĩnh vực cải cách thể chế, Sở đạt 7,5 điểm trên 9 điểm (83,33%).',
    ],
  },
  {
    heads: [
      'Đối với công tác chỉ đạo, điều hành: 10,8/14 điểm, chiếm 77,14%.',
      'Đối với cải cách thể chế: 7,5/9 điểm, chiếm 83,33%.',
    ],
  },
])('areas told in head sentences: $heads', ({ heads }) => {
  const plan = read('Tiêu chí “Kiểm tra nội bộ” đạt 1/2 điểm vì mới kiểm tra 01 đơn vị.', heads);
  expect(plan.areas.map(({ score, max, percent }) => [score, max, percent])).toEqual([
    [10.8, 14, 77.14],
    [7.5, 9, 83.33],
  ]);
  expect(plan.areas[1]?.name).toBe('cải cách thể chế');
  expect(plan.deficits.map(({ area, criterion }) => [area, criterion])).toEqual([
    [1, 'Kiểm tra nội bộ'],
    [2, 'Rà soát văn bản'],
  ]);
});
