import type { RegisterDeclaration } from './declaration.ts';
import type { Value, Values } from './values.ts';

/** Fields whose value differs; values are compared as they are kept. */
export function changedFields(before: Values, after: Values): string[] {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...names]
    .filter((name) => JSON.stringify(before[name] ?? null) !== JSON.stringify(after[name] ?? null))
    .sort();
}

/** The named fields of a record; absent ones as null. */
export function pickFields(values: Values, names: readonly string[]): Record<string, Value> {
  return Object.fromEntries(names.map((name) => [name, values[name] ?? null]));
}

/**
 * What the audit log says of a change: values of fields that everybody who reads the log may see; the others are only
 * counted, so that nothing personal or restricted ever stands there.
 */
export function auditedValues(
  { fields, seenBy }: RegisterDeclaration,
  values: Values,
  names: readonly string[],
): Record<string, unknown> {
  const isTold = (name: string): boolean =>
    !seenBy && !fields[name]?.seenBy && fields[name]?.isPersonal !== true && fields[name] !== undefined;
  const told = names.filter(isTold);
  const restricted = names.length - told.length;
  return { ...pickFields(values, told), ...(restricted > 0 ? { restricted } : {}) };
}
