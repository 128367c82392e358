import type { Translate } from '../texts.ts';
import type { FieldErrors } from '../ui/Field.tsx';

/** Checks that each named field holds something; `labels` gives its visible label for the message. */
export function requireFields(t: Translate, labels: Readonly<Record<string, string>>) {
  return (values: Readonly<Record<string, string>>): FieldErrors =>
    Object.fromEntries(
      Object.entries(labels)
        .filter(([name]) => !values[name]?.trim())
        .map(([name, label]) => [name, t('web.fieldRequired', { field: label.toLocaleLowerCase('vi') })]),
    );
}
