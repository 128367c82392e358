import { both } from './words.ts';

/** The four grades of a quality rating, from the best. @source domain.md §8: NĐ 335/2025/NĐ-CP, NĐ 233/2026/NĐ-CP */
export const staffGrades = {
  excellent: both('Hoàn thành xuất sắc nhiệm vụ', 'Excellent'),
  good: both('Hoàn thành tốt nhiệm vụ', 'Good'),
  done: both('Hoàn thành nhiệm vụ', 'Done'),
  'not-done': both('Không hoàn thành nhiệm vụ', 'Not done'),
};

export const staffKinds = {
  'civil-servant': both('Công chức', 'Civil servant'),
  employee: both('Viên chức', 'Public employee'),
  worker: both('Người lao động', 'Worker'),
};
