import { expect, test } from 'vitest';
import { mendPairs, mendWord } from './mend-words.ts';

test.each([
  { read: 'CCHOG', mended: 'CCHC' },
  { read: '(CCHƠC),', mended: '(CCHC),' },
  { read: 'TTHG', mended: 'TTHC' },
  { read: '2698/QÐ-UBND', mended: '2698/QĐ-UBND' },
  { read: 'QuýIII', mended: 'Quý III' },
])('"$read" is put right as "$mended"', ({ read, mended }) => {
  expect(mendWord(read)).toBe(mended);
});

test.each([
  'CCHC',
  'CỘNG',
  'CÔNG',
  'CẢI',
  'HÒA',
  'THANH',
  'HÀNH',
  'CHÍNH',
  'VBQPPL',
  'VNeID',
  'Quý',
  'GIÁM',
  'KHOÁNG',
  'CHUNG',
  'TRUNG',
])('"%s" is left as it was read', (word) => {
  expect(mendWord(word)).toBe(word);
});

test.each([
  ['đạt tối thiếu 30%', 'đạt tối thiểu 30%'],
  ['KIẾM TRA, giám sát', 'KIỂM TRA, giám sát'],
  ['Thế chế.', 'Thể chế.'],
  ['thiếu hồ sơ, kiếm thêm', 'thiếu hồ sơ, kiếm thêm'],
])('"%s" is read "%s"', (read, meant) => {
  expect(mendPairs(read.split(' ')).join(' ')).toBe(meant);
});
