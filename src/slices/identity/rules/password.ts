import { foldVietnamese } from '../../../kernel/vietnamese.ts';

export const SHORTEST_PASSWORD = 10;
export const LONGEST_PASSWORD = 200;

export type PasswordFault = 'password-short' | 'password-long' | 'password-is-name' | 'password-simple';

/**
 * Why a password is not taken, or null where it is. Length counts more than signs.
 * @source NIST SP 800-63B §5.1.1.2: length, no composition rules, no known or personal words
 */
export function passwordFault(password: string, username: string): PasswordFault | null {
  if ([...password].length < SHORTEST_PASSWORD) return 'password-short';
  if (password.length > LONGEST_PASSWORD) return 'password-long';
  const folded = foldVietnamese(password);
  if (username.length >= 3 && folded.includes(foldVietnamese(username))) return 'password-is-name';
  if (new Set(folded).size < 5 || /^(?:0?123456789|abcdefgh|qwertyui|matkhau|password)/.test(folded))
    return 'password-simple';
  return null;
}
