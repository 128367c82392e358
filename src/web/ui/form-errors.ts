import type { ApiError } from '../api/api-error.ts';
import type { FieldErrors } from './Field.tsx';

/** Names of the fields that a refusal points at: the server sends `details.fields` as `[{ field: 'unit/name' }]`. */
function fieldsNamed({ details: { fields } }: ApiError): string[] {
  if (!Array.isArray(fields)) return [];
  return fields.flatMap((entry: unknown) =>
    typeof entry === 'object' && entry !== null && 'field' in entry
      ? [String(entry.field).split('/').at(-1) ?? '']
      : [],
  );
}

/**
 * What a form says of a refusal: at the fields that the server named, else at the form as a whole.
 *
 * @param known    names of the fields that the form shows
 * @param wrongText said at a field that the server named
 */
export function errorsOf(error: ApiError, known: readonly string[], wrongText: string): FieldErrors {
  const named = fieldsNamed(error).filter((name) => known.includes(name));
  return named.length ? Object.fromEntries(named.map((name) => [name, wrongText])) : { form: error.message };
}
