import { expect, test } from 'vitest';
import { isSyllable, isWholeSyllable } from './syllable.ts';

test.each(
  'thường xuyên quý quốc quyển giếng gì giữ khuya nguyện hoạch huynh nghiêm ngoằn uỷ ý yêu ưu tích lịch tệch ghế sở cửa khuỷu'.split(
    ' ',
  ),
)('%s can be spoken', (word) => {
  expect(isWholeSyllable(word)).toBe(true);
});

test.each('xuyê ờng tiế n thườ ngh tươ huâ câc tìch mep sơng inh5 cuơng'.split(' '))('%s cannot', (word) => {
  expect(isWholeSyllable(word)).toBe(false);
});

test('half a word may still be built like one', () => {
  expect(isSyllable('xuyê')).toBe(true);
});
