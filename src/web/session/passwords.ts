import type { Translate } from '../texts.ts';
import type { FieldErrors } from '../ui/Field.tsx';

/** As the server demands it; said here so that nobody has to send a form to learn it. */
export const SHORTEST_PASSWORD = 12;

export function checkNewPassword(t: Translate, password: string, again: string): FieldErrors {
  if (password.length < SHORTEST_PASSWORD) return { newPassword: t('web.passwordTooShort') };
  return password === again ? {} : { again: t('web.passwordsDiffer') };
}
