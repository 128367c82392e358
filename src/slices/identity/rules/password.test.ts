import { expect, test } from 'vitest';
import { passwordFault } from './password.ts';

test.each([
  { password: 'con mèo ngủ trưa', fault: null, because: 'a short sentence is good' },
  { password: 'xanh-vang-do-tim', fault: null, because: 'it needs no digits or capitals' },
  { password: '123456789', fault: 'password-short', because: 'nine signs are too few' },
  { password: '𝄞'.repeat(9), fault: 'password-short', because: 'signs are counted, not their bytes' },
  { password: 'a'.repeat(201), fault: 'password-long', because: 'more than 200 signs' },
  { password: 'toi la ThamDinh', fault: 'password-is-name', because: 'it holds the user name' },
  { password: 'tôi là thẩmđịnh', fault: 'password-is-name', because: 'diacritics do not hide the name' },
  { password: 'aaaabbbbcccc', fault: 'password-simple', because: 'three different signs' },
  { password: '0123456789', fault: 'password-simple', because: 'a row of the keyboard' },
  { password: 'Mậtkhẩu2026', fault: 'password-simple', because: 'the word for password' },
  { password: 'Password2026', fault: 'password-simple', because: 'the word for password' },
])('“$password” of thamdinh: $fault, $because', ({ password, fault }) => {
  expect(passwordFault(password, 'thamdinh')).toBe(fault);
});
