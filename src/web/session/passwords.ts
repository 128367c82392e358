import { type PasswordFault, passwordFault, SHORTEST_PASSWORD } from '../../slices/identity/index.ts';
import type { Translate } from '../texts.ts';
import type { FieldErrors } from '../ui/Field.tsx';

/** What the server will say of a new password, said before it is sent; the same rule decides. */
export function newPasswordError(t: Translate, password: string, username: string): string | undefined {
  const words = {
    'password-short': t('web.password.short', { count: SHORTEST_PASSWORD }),
    'password-long': t('web.password.long'),
    'password-is-name': t('web.password.isName'),
    'password-simple': t('web.password.simple'),
  } satisfies Record<PasswordFault, string>;
  const fault = passwordFault(password, username);
  return fault ? words[fault] : undefined;
}

type NewPassword = { newPassword: string; again: string; username: string };

export function checkNewPassword(t: Translate, { newPassword, again, username }: NewPassword): FieldErrors {
  const error = newPasswordError(t, newPassword, username);
  if (error) return { newPassword: error };
  return newPassword === again ? {} : { again: t('web.passwordsDiffer') };
}
