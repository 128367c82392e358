import { expect, test } from 'vitest';
import { readDeadlineCell } from './deadline-fields.ts';

test.each([
  { cell: 'Trước ngày 10/12/20 31', text: 'Trước ngày 10/12/2031' },
  { cell: 'Trước ngày 15/8/2 031', text: 'Trước ngày 15/8/2031' },
  { cell: 'Trước ngày 15/12 /2031', text: 'Trước ngày 15/12/2031' },
  { cell: 'Thư ờng xuy ên', text: 'Thường xuyên' },
  { cell: 'Trước ngày 10/12 25 hồ sơ', text: 'Trước ngày 10/12 25 hồ sơ' },
  { cell: 'Từ ngày 01/4/2031 đến ngày 30/6/2031', text: 'Từ ngày 01/4/2031 đến ngày 30/6/2031' },
  { cell: '15/6/2031 20 ngày', text: '15/6/2031 20 ngày' },
])('the cell "$cell" says "$text"', ({ cell, text }) => {
  const excerpt = { text: cell, pieces: [{ at: 0, place: { block: 0, from: 0 } }] };
  expect(readDeadlineCell(excerpt, { year: 2031, units: [] }).deadlineText.value).toBe(text);
});
