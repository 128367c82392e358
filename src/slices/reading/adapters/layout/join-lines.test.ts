import { expect, test } from 'vitest';
import { joinLineTexts } from './join-lines.ts';

test.each([
  ['whole words', ['Rà soát', 'thủ tục'], 'Rà soát thủ tục'],
  ['a consonant left alone', ['phòn', 'g chuyên môn'], 'phòng chuyên môn'],
  ['a nucleus that must be closed', ['Tiế', 'n độ'], 'Tiến độ'],
  ['a rhyme that is none', ['Thư', 'ờng xuyên'], 'Thường xuyên'],
  ['several cuts in a column narrower than a word', ['Thư', 'ờng', 'xuy', 'ên'], 'Thường xuyên'],
  ['words that can be spoken stay two', ['kết quả', 'ao hồ'], 'kết quả ao hồ'],
  ['a short word before a name', ['Sở', 'Nội vụ'], 'Sở Nội vụ'],
  ['a foreign word', ['file', 'an toàn'], 'file an toàn'],
  ['a number of a document', ['21/CT-', 'UBND'], '21/CT-UBND'],
  ['a date cut in its year', ['Trước ngày 15/12/20', '24'], 'Trước ngày 15/12/2024'],
  ['a date cut before its year', ['Trước ngày 15/12', '/2024'], 'Trước ngày 15/12/2024'],
  ['a date and another number', ['ngày 15/12/2023', '24 hồ sơ'], 'ngày 15/12/2023 24 hồ sơ'],
  ['a day of a month and another number', ['đến 15/12', '2024 hồ sơ'], 'đến 15/12 2024 hồ sơ'],
  ['capitals under each other', ['S', 'T', 'T'], 'STT'],
])('%s', (_case, lines, joined) => {
  expect(joinLineTexts(lines)).toBe(joined);
});
