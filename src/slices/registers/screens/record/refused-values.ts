import type { ApiError } from '../../../../web/api/api-error.ts';
import type { Translate } from '../../../../web/texts.ts';
import type { Field } from '../../index.ts';
import { inputsOf } from '../values/typed-values.ts';

/** Codes of the server for one value, that a text says; others are said in general. */
const codes = [
  'required',
  'too-long',
  'not-a-number',
  'too-many-decimals',
  'too-small',
  'too-large',
  'not-a-day',
  'not-an-option',
  'retired-option',
  'too-many',
  'unit-unknown',
  'person-unknown',
  'file-unknown',
  'link-unknown',
  'not-yours',
] as const;

const entriesOf = (list: unknown): readonly { field: string; code: string }[] =>
  Array.isArray(list)
    ? list.flatMap((one: unknown) =>
        typeof one === 'object' && one !== null && 'field' in one && 'code' in one
          ? [{ field: String(one.field), code: String(one.code) }]
          : [],
      )
    : [];

/** What a form says of a refusal: at the fields that the server named; null where it named none. */
export function faultsOfRefusal(
  { code, details }: ApiError,
  fields: Readonly<Record<string, Field>>,
  { t, language }: { t: Translate; language: 'vi' | 'en' },
): Record<string, string> | null {
  const at = (name: string): string => {
    const field = fields[name];
    return (field && inputsOf(name, field)[0]) ?? name;
  };
  const labelOf = (name: string): string => fields[name]?.label[language] ?? name;
  const named = (list: unknown): string[] =>
    Array.isArray(list) ? list.filter((one): one is string => typeof one === 'string' && one in fields) : [];
  const said =
    code === 'values-faulty'
      ? entriesOf(details.faults).map(({ field, code: fault }) => {
          const known = codes.find((one) => one === fault) ?? 'other';
          return [at(field), t(`registers.refused.${known}`, { field: labelOf(field) })];
        })
      : code === 'step-needs'
        ? named(details.fields).map((name) => [at(name), t('registers.neededForStep', { field: labelOf(name) })])
        : code === 'stands-already'
          ? named(details.fields).map((name) => [
              at(name),
              t('registers.refused.stands-already', { field: labelOf(name) }),
            ])
          : [];
  return said.length ? Object.fromEntries(said) : null;
}
