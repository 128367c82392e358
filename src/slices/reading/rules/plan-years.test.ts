import { expect, test } from 'vitest';
import { readPlan, readPlanText } from '../index.ts';

const years = (title: string, dated: string, body = '') => {
  const { document } = readPlan(readPlanText(`SỞ Y TẾ\n\nAn Phú, ${dated}\n\nKẾ HOẠCH\n${title}\n\n${body}\n`));
  return [document.kind.value, document.planYear.value, document.assessedYear.value];
};

test.each([
  { title: 'Cải cách hành chính năm 2031', dated: 'ngày 04 tháng 01 năm 2031', read: ['annual-plan', 2031, null] },
  {
    title: 'Cải cách hành chính giai đoạn 2026 - 2030, năm 2029',
    dated: 'ngày 04 tháng 01 năm 2029',
    read: ['annual-plan', 2029, null],
  },
  {
    title: 'Khắc phục tồn tại, hạn chế về cải cách hành chính năm 2030',
    dated: 'ngày 24 tháng 02 năm 2031',
    read: ['remediation-plan', 2031, 2030],
  },
  {
    title: 'Nâng cao Chỉ số cải cách hành chính năm 2031',
    dated: 'ngày tháng 3 năm 2031',
    read: ['remediation-plan', 2031, null],
  },
  {
    title: 'Khắc phục hạn chế năm 2030, nâng cao Chỉ số cải cách hành chính năm 2031',
    dated: 'ngày tháng năm 2031',
    read: ['remediation-plan', 2031, 2030],
  },
])('"$title" dated "$dated" is $read', ({ title, dated, read }) => {
  expect(years(title, dated)).toEqual(read);
});

test('the year assessed is also found in the decision that published the result', () => {
  const body =
    'Căn cứ Quyết định số 9/QĐ-UBND ngày 11/01/2031 của UBND tỉnh công bố Chỉ số cải cách hành chính năm 2030;';
  expect(years('Nâng cao Chỉ số cải cách hành chính năm 2031', 'ngày 02 tháng 02 năm 2031', body)).toEqual([
    'remediation-plan',
    2031,
    2030,
  ]);
});
