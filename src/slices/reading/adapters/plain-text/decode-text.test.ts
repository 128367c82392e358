import { expect, test } from 'vitest';
import { decodeText } from './decode-text.ts';
import { convertLegacyVietnamese, recogniseLegacyEncoding } from './legacy-vietnamese.ts';

const latin = (text: string): Uint8Array => Buffer.from(text, 'latin1');

test.each([
  { encoding: 'UTF-8', bytes: Buffer.from('Kế hoạch') },
  { encoding: 'UTF-8 with its mark', bytes: Buffer.from('\uFEFFKế hoạch') },
  { encoding: 'UTF-16 little endian', bytes: Buffer.from('\uFEFFKế hoạch', 'utf16le') },
  { encoding: 'UTF-16 big endian', bytes: Buffer.from('\uFEFFKế hoạch', 'utf16le').swap16() },
  { encoding: 'windows-1258', bytes: latin('K\xea\xec ho\xe0\xf2ch'.replace('\xe0', 'a')) },
])('$encoding is recognised', ({ bytes }) => {
  expect(decodeText(bytes).normalize('NFC')).toBe('Kế hoạch');
});

test('a UTF-8 file with a damaged byte stays UTF-8', () => {
  const bytes = Buffer.from('Kế hoạch khắc phục tồn tại, hạn chế, nâng cao chỉ số');
  bytes[2] = 0xff;
  expect(decodeText(bytes)).toContain('khắc phục tồn tại');
});

const phrases = [
  {
    unicode: 'Cộng hòa xã hội chủ nghĩa Việt Nam',
    tcvn3: 'Céng hßa x· héi chñ nghÜa ViÖt Nam',
    vni: 'Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam',
  },
  {
    unicode: 'Độc lập - Tự do - Hạnh phúc',
    tcvn3: '§éc lËp - Tù do - H¹nh phóc',
    vni: 'Ñoäc laäp - Töï do - Haïnh phuùc',
  },
  {
    unicode: 'Trước ngày 15 tháng 6, Ủy ban',
    tcvn3: 'Tr\u00ADíc ngµy 15 th¸ng 6, ñy ban',
    vni: 'Tröôùc ngaøy 15 thaùng 6, UÛy ban',
  },
];

test.each(phrases)('TCVN3 becomes "$unicode"', ({ unicode, tcvn3 }) => {
  expect(recogniseLegacyEncoding(tcvn3)).toBe('tcvn3');
  expect(convertLegacyVietnamese(tcvn3, 'tcvn3').toLowerCase()).toBe(unicode.toLowerCase());
});

test.each(phrases)('VNI becomes "$unicode"', ({ unicode, vni }) => {
  expect(recogniseLegacyEncoding(vni)).toBe('vni');
  expect(convertLegacyVietnamese(vni, 'vni')).toBe(unicode);
});

test.each([
  { text: 'Văn hoá công vụ, thuý, hoà giải' },
  { text: 'Plain English without any letter' },
  { text: 'Điểm: 80,567/99 – giảm 10,933 điểm (§ 2)' },
  { text: 'Café, naïve, Zürich' },
])('"$text" is no legacy text', ({ text }) => {
  expect(recogniseLegacyEncoding(text)).toBeNull();
});

test('a Unicode line in a TCVN3 paper stays as it is', () => {
  expect(convertLegacyVietnamese('Sở Nội vụ', 'tcvn3')).toBe('Sở Nội vụ');
});
