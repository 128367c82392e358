import { expect, test } from 'vitest';
import { checkUpload, megabytesOf } from './upload.ts';

const limits = { endings: ['.docx', '.txt'], megabytes: 20 };
const MEGABYTE = 1024 * 1024;

test.each([
  { name: 'Kế hoạch.docx', size: 1000, refusal: null },
  { name: 'KẾ HOẠCH.DOCX', size: 1000, refusal: null },
  { name: 'rỗng.docx', size: 0, refusal: 'empty' },
  { name: 'nặng.docx', size: 20 * MEGABYTE + 1, refusal: 'too-large' },
  { name: 'vừa khít.docx', size: 20 * MEGABYTE, refusal: null },
  { name: 'ảnh.png', size: 1000, refusal: 'wrong-kind' },
])('$name with $size bytes: $refusal', ({ refusal, ...file }) => {
  expect(checkUpload(file, limits)).toBe(refusal);
});

test('sizes are written with a comma', () => {
  expect(megabytesOf(1.5 * MEGABYTE)).toBe('1,5');
});
