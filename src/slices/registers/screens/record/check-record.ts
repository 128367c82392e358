import type { Translate } from '../../../../web/texts.ts';
import type { RegisterDeclaration } from '../../index.ts';
import { findTypedFaults, inputsOf, missingForStep, type Typed, valuesOfTyped } from '../values/typed-values.ts';

type Fields = RegisterDeclaration['fields'];
type Asked = { readonly declaration: RegisterDeclaration; readonly fields: Fields; readonly step: string | null };
type Words = { readonly t: Translate; readonly language: 'vi' | 'en' };

/** Everything that stands in the way of saving a record, in words, by the input it is about. */
export function checkRecord({ declaration, fields, step }: Asked, typed: Typed, { t, language }: Words) {
  const labelOf = (input: string): string => {
    const found = Object.entries(fields).find(([name, field]) => inputsOf(name, field).includes(input));
    return found ? found[1].label[language] : input;
  };
  const faults = Object.entries(findTypedFaults(fields, typed)).map(([input, fault]) => [
    input,
    t(`registers.fault.${fault}`, { field: labelOf(input) }),
  ]);
  const needs = (step === null ? undefined : declaration.steps?.[step]?.needs) ?? [];
  const missing = missingForStep(fields, needs, valuesOfTyped(fields, typed)).map((name) => {
    const field = fields[name];
    const input = (field && inputsOf(name, field)[0]) ?? name;
    return [input, t('registers.neededForStep', { field: labelOf(input) })];
  });
  return Object.fromEntries([...missing, ...faults]) as Record<string, string>;
}
