import type { DueRule, Texts } from '../../index.ts';
import type { EditedField } from './edited-register.ts';

export const dueKinds = ['none', 'field', 'relative', 'phrase', 'cases'] as const;
export type DueKind = (typeof dueKinds)[number];

/** The main deadline as it was first set: what a further clock may count from. */
export const FIRST_DUE_DAY = 'first-due-day';
const DAYS_AT_FIRST = 5;
/** A case within a case within a case is more than any rule of an office says. */
export const DEEPEST_CASE = 3;

export function kindOfDue(due: DueRule | null | undefined): DueKind {
  if (!due) return 'none';
  if ('cases' in due) return 'cases';
  if ('phrase' in due) return 'phrase';
  return 'field' in due ? 'field' : 'relative';
}

export const isDayField = ({ kind, computedAs }: EditedField): boolean =>
  kind === 'day' || kind === 'instant' || (kind === 'computed' && computedAs === 'day');

/** Fields whose value may decide which rule holds: one of a closed list, or yes and no. */
export const isCaseField = ({ kind, isMultiple }: EditedField): boolean =>
  (kind === 'choice' && !isMultiple) || kind === 'yes-no';

/** The values that a field may have, as the cases of a rule name them. */
export function casesOfField(field: EditedField | undefined, yesNo: { yes: Texts; no: Texts }) {
  if (!field) return [];
  if (field.kind === 'yes-no')
    return [
      { key: 'true', label: yesNo.yes },
      { key: 'false', label: yesNo.no },
    ];
  return field.options.map(({ key, label }) => ({ key, label }));
}

/** What a rule of a kind begins with. */
export function firstRuleOf(kind: DueKind, fields: readonly EditedField[]): DueRule | null {
  const day = fields.find(isDayField)?.name ?? '';
  switch (kind) {
    case 'field':
      return { field: day };
    case 'relative':
      return { relativeTo: day, amount: DAYS_AT_FIRST, unit: 'working-day' };
    case 'phrase':
      return { phrase: '', yearOf: day };
    case 'cases':
      return { by: fields.find(isCaseField)?.name ?? '', cases: {} };
    case 'none':
      return null;
  }
}

type ByCase = Extract<DueRule, { cases: unknown }>;

/** The rule of one case, or of every other one where `key` is null; no rule is none. */
export function withCase(due: ByCase, key: string | null, rule: DueRule | null): ByCase {
  if (key === null) {
    const { otherwise: _otherwise, ...rest } = due;
    return rule ? { ...rest, otherwise: rule } : rest;
  }
  const { [key]: _gone, ...others } = due.cases;
  return { ...due, cases: rule ? { ...due.cases, [key]: rule } : others };
}

export type DueFault = 'due-phrase' | 'due-field' | 'due-amount' | 'due-by' | 'due-no-case';

/** What stands in the way of a rule, at the inputs below `input`; a further clock may count from the first due day. */
export function faultsOfRule(
  due: DueRule | null | undefined,
  input: string,
  { fields, hasFirstDay }: { fields: readonly EditedField[]; hasFirstDay: boolean },
): (readonly [input: string, fault: DueFault])[] {
  if (!due) return [];
  const knows = (name: string): boolean =>
    fields.some((field) => field.name === name) || (hasFirstDay && name === FIRST_DUE_DAY);
  if ('cases' in due) {
    const rules = [
      ...Object.entries(due.cases).map(([key, rule]) => [`${input}.cases.${key}`, rule] as const),
      ...(due.otherwise ? [[`${input}.otherwise`, due.otherwise] as const] : []),
    ];
    return [
      ...(knows(due.by) ? [] : [[`${input}.by`, 'due-by'] as const]),
      ...(rules.length > 0 ? [] : [[`${input}.by`, 'due-no-case'] as const]),
      ...rules.flatMap(([at, rule]) => faultsOfRule(rule, at, { fields, hasFirstDay })),
    ];
  }
  if ('phrase' in due)
    return [
      ...(due.phrase.trim() ? [] : [[`${input}.phrase`, 'due-phrase'] as const]),
      ...(knows(due.yearOf) ? [] : [[`${input}.yearOf`, 'due-field'] as const]),
    ];
  const [part, name] = 'field' in due ? ['field', due.field] : ['relativeTo', due.relativeTo];
  const isCounted = !('amount' in due) || Number.isInteger(due.amount);
  return [
    ...(knows(name) ? [] : [[`${input}.${part}`, 'due-field'] as const]),
    ...(isCounted ? [] : [[`${input}.amount`, 'due-amount'] as const]),
  ];
}
