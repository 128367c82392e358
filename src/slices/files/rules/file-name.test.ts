import { expect, test } from 'vitest';
import { safeFileName } from './file-name.ts';

test.each([
  { name: 'Kế hoạch 2026.docx', safe: 'Kế hoạch 2026.docx', because: 'a good name stays' },
  { name: 'Ke\u0302\u0301 hoa\u0323ch.docx', safe: 'Kế hoạch.docx', because: 'decomposed letters are composed' },
  { name: '../../etc/passwd', safe: 'passwd', because: 'no path' },
  { name: 'C:\\Users\\a\\b.docx', safe: 'b.docx', because: 'no path of Windows' },
  { name: 'a\0b\r\n.docx', safe: 'ab.docx', because: 'no control characters' },
  { name: 'bao-cao\u202Excod.exe', safe: 'bao-caoxcod.exe', because: 'nothing that turns the direction' },
  { name: '<img src=x>.docx', safe: 'img src=x.docx', because: 'no signs that mean something elsewhere' },
  { name: '', safe: 'tep', because: 'there is always a name' },
  { name: '/', safe: 'tep', because: 'there is always a name' },
])('“$name” is shown as “$safe”: $because', ({ name, safe }) => expect(safeFileName(name)).toBe(safe));

test('a long name keeps its end', () => {
  expect(safeFileName(`${'a'.repeat(500)}.docx`)).toMatch(/^a{195}\.docx$/);
});
