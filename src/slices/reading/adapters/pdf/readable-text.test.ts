import { expect, test } from 'vitest';
import { isReadable } from './readable-text.ts';

const repeat = (text: string): string => Array.from({ length: 12 }, () => text).join(' ');

test.each([
  {
    because: 'ordinary Vietnamese',
    text: repeat('Văn phòng Sở chủ trì, phối hợp với các phòng rà soát thủ tục hành chính'),
  },
  { because: 'English', text: repeat('The department reports every quarter to the provincial committee') },
  {
    because: 'TCVN3, which is mended later',
    text: repeat('Céng hßa x· héi chñ nghÜa ViÖt Nam, kÕ ho¹ch c¶i c¸ch hµnh chÝnh'),
  },
  { because: 'a few words only', text: 'th ủ ụ' },
  {
    because: 'abbreviations and figures',
    text: repeat('Sở TNMT, UBND, TTHC 80,567/99 đạt 67,31% tại Quyết định số 91/QĐ-UBND'),
  },
])('$because can be read as it is stored', ({ text }) => {
  expect(isReadable(text)).toBe(true);
});

test.each([
  {
    because: 'letters that the font lacked are gone',
    text: repeat('V n phòng S ch trì, ph i h p v i các phòng th ủ ụ th m quy n gi i quy t'),
  },
  { because: 'letters are numbered privately', text: repeat('\uE001\uE002\uE003 \uE004\uE005 ab') },
])('$because: the picture of the page must be read', ({ text }) => {
  expect(isReadable(text)).toBe(false);
});
