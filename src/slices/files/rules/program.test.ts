import { expect, test } from 'vitest';
import { zipOf } from '../../../testing/zip-of.ts';
import { findProgram, findProgramInZip } from './program.ts';

const bytes = (...signs: number[]): Uint8Array => Uint8Array.from([...signs, 0, 0, 0, 0]);

test.each([
  { name: 'bao-cao.pdf', start: bytes(0x4d, 0x5a, 0x90), kind: 'windows', because: 'a program called a report' },
  { name: 'anh.jpg', start: bytes(0x7f, 0x45, 0x4c, 0x46), kind: 'linux', because: 'a program called a picture' },
  {
    name: 'phu-luc',
    start: bytes(0xca, 0xfe, 0xba, 0xbe),
    kind: 'mac-or-java',
    because: 'a program without an ending',
  },
  { name: 'ghi-chu.txt', start: bytes(0x23, 0x21), kind: 'script', because: 'a script begins with #!' },
  { name: 'cong-van.pdf.exe', start: bytes(0x25, 0x50), kind: 'exe', because: 'two endings' },
  { name: 'CONG-VAN.VBS', start: bytes(0x41), kind: 'vbs', because: 'large letters' },
  { name: 'cong-van.bat. ', start: bytes(0x41), kind: 'bat', because: 'a dot and a space at the end' },
  { name: 'trang.HTML', start: bytes(0x3c), kind: 'html', because: 'a page runs what is in it' },
  { name: 'bieu.xlsm', start: bytes(0x50, 0x4b, 3, 4), kind: 'xlsm', because: 'a workbook with macros' },
  { name: 'cong-van.pdf', start: bytes(0x25, 0x50, 0x44, 0x46), kind: null, because: 'a PDF' },
  { name: 'bieu.xlsx', start: bytes(0x50, 0x4b, 3, 4), kind: null, because: 'a workbook' },
  { name: '12.QĐ-UBND', start: bytes(0x41), kind: null, because: 'a number of a document is no ending' },
  { name: '', start: bytes(), kind: null, because: 'nothing' },
])('“$name” → $kind: $because', ({ name, start, kind }) => expect(findProgram(name, start)).toBe(kind));

test.each([
  { names: ['ho-so/bao-cao.pdf', 'ho-so/setup.exe'], kind: 'exe', because: 'a program among documents' },
  {
    names: ['word/document.xml', 'word/vbaProject.bin'],
    kind: 'macro',
    because: 'macros under the name of a document',
  },
  { names: ['a.docx', 'b.js. '], kind: 'js', because: 'a script with a dot and a space' },
  { names: ['xl/workbook.xml', 'xl/printerSettings/printerSettings1.bin'], kind: null, because: 'a plain workbook' },
  { names: ['anh 1.jpg', 'so-do.svg'], kind: null, because: 'pictures' },
  { names: [], kind: null, because: 'an empty archive' },
])('archive of $names → $kind: $because', ({ names, kind }) => expect(findProgramInZip(zipOf(names))).toBe(kind));

test.each([
  { end: Buffer.from('%PDF-1.7 không phải tệp nén'), because: 'no archive' },
  { end: zipOf(['a.exe']).subarray(0, 40), because: 'an archive that was cut: nothing in it can be opened' },
  { end: Buffer.concat([Buffer.from('504b0506', 'hex'), Buffer.alloc(18, 255)]), because: 'a directory of nonsense' },
  { end: Buffer.alloc(0), because: 'nothing' },
])('no program is seen, and nothing breaks: $because', ({ end }) => expect(findProgramInZip(end)).toBeNull());
