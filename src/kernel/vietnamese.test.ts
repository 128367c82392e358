import { expect, test } from 'vitest';
import { foldVietnamese } from './vietnamese.ts';

test.each([
  { text: 'Văn phòng Đăng ký đất đai', folded: 'van phong dang ky dat dai' },
  { text: 'Khánh Hoà', folded: 'khanh hoa' },
  { text: 'Khánh Hòa'.normalize('NFD'), folded: 'khanh hoa' },
  { text: '  ƯỚC\u00a0 MƠ ', folded: 'uoc mo' },
])('“$text” is found as “$folded”', ({ text, folded }) => {
  expect(foldVietnamese(text)).toBe(folded);
});
