import { answers, asks, occurrence } from './deeds.ts';
import type { Chapter } from './telling.ts';

/** A report of a period: handed in, approved a working day or two later. */
const handed = (
  word: string,
  key: string,
  by: string,
  on: string,
  number: string | null,
  head: string,
  approved: string,
): Chapter[] => [
  [on, by, occurrence(word, key, 'handed-in', number === null ? 'Đã làm trong kỳ' : null, number)],
  [approved, head, occurrence(word, key, 'done')],
];

/** Months that were looked at, each on a day near its end; what is missing was forgotten. */
const checks = (word: string, head: string, days: Readonly<Record<string, string>>): Chapter[] =>
  Object.entries(days).map(
    ([key, on]): Chapter => [on, head, occurrence(word, `check-${key}`, 'done', 'Đã xem số liệu tháng')],
  );

/** What comes back month by month: most in time, some late, one sent back, one forgotten. */
export const recurringWork: readonly Chapter[] = [
  ...handed('báo cáo', 'Q1', 'cv.vanphong', '2026-03-13', '52/BC-STNMT', 'vanphong', '2026-03-16'),
  ...handed('báo cáo', 'H1', 'cv.vanphong', '2026-06-12', '95/BC-STNMT', 'vanphong', '2026-06-15'),
  ...handed('báo cáo', 'Q3', 'cv.vanphong', '2026-09-16', '161/BC-STNMT', 'vanphong', '2026-09-17'),
  ...handed('đột xuất', 'M1', 'cv.thanhtra', '2026-01-29', null, 'thanhtra', '2026-01-30'),
  ...handed('đột xuất', 'M2', 'cv.thanhtra', '2026-02-26', null, 'thanhtra', '2026-02-27'),
  ...handed('đột xuất', 'M3', 'cv.thanhtra', '2026-03-30', null, 'thanhtra', '2026-04-01'),
  ...handed('đột xuất', 'M4', 'cv.thanhtra', '2026-04-28', null, 'thanhtra', '2026-05-04'),
  ['2026-05-27', 'cv.thanhtra', asks('đột xuất', '2026-06-05', 'Hai ngày cuối tháng là ngày nghỉ', 'M5')],
  ['2026-05-28', 'cchc', answers('đột xuất', 'granted', 'Đồng ý cho kỳ này')],
  ...handed('đột xuất', 'M5', 'cv.thanhtra', '2026-06-04', null, 'thanhtra', '2026-06-05'),
  ...handed('đột xuất', 'M6', 'cv.thanhtra', '2026-06-29', null, 'thanhtra', '2026-07-01'),
  ...handed('đột xuất', 'M7', 'cv.thanhtra', '2026-07-30', null, 'thanhtra', '2026-07-31'),
  ...handed('đột xuất', 'M8', 'cv.thanhtra', '2026-08-27', null, 'thanhtra', '2026-08-28'),
  ...handed('đột xuất', 'M9', 'cv.thanhtra', '2026-09-29', null, 'thanhtra', '2026-10-01'),
  ['2026-10-30', 'cv.thanhtra', occurrence('đột xuất', 'M10', 'handed-in', 'Kiểm tra hai đơn vị')],
  ['2026-11-02', 'thanhtra', occurrence('đột xuất', 'M10', 'sent-back', 'Biên bản chưa có chữ ký của đơn vị')],
  ['2026-11-05', 'cv.thanhtra', occurrence('đột xuất', 'M10', 'handed-in', 'Đã ký đủ')],
  ...checks('hồ sơ', 'truongphong', {
    M1: '2026-01-30',
    M2: '2026-02-27',
    M3: '2026-03-31',
    M4: '2026-04-29',
    M5: '2026-06-02',
    M6: '2026-06-30',
    M7: '2026-07-31',
    M8: '2026-08-28',
    M9: '2026-09-30',
    M10: '2026-10-30',
  }),
  ...checks('văn bản điện tử', 'quybvmt', {
    M1: '2026-02-04',
    M2: '2026-02-27',
    M3: '2026-03-31',
    M4: '2026-04-29',
    M5: '2026-05-29',
    M6: '2026-06-30',
    M7: '2026-08-12',
    M8: '2026-08-31',
    M9: '2026-10-06',
  }),
];
