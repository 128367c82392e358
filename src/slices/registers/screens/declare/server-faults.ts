import type { ApiError } from '../../../../web/api/api-error.ts';
import type { Translate } from '../../../../web/texts.ts';
import { fieldInput, measureInput, stepInput } from './edit-faults.ts';
import type { EditedRegister } from './edited-register.ts';

export type ServerFault = { readonly at: string; readonly code: string; readonly detail: string };

/** Faults of a declaration as the server names them: `fields.total.formula`, `bad-formula`. */
export function serverFaults({ code, details }: ApiError): ServerFault[] {
  if (code !== 'declaration-faulty' || !Array.isArray(details.faults)) return [];
  return details.faults.flatMap((fault: unknown) =>
    typeof fault === 'object' && fault !== null && 'at' in fault && 'code' in fault
      ? [{ at: String(fault.at), code: String(fault.code), detail: 'detail' in fault ? String(fault.detail) : '' }]
      : [],
  );
}

const FIELD_PARTS = ['options', 'register', 'formula', 'decimals', 'min', 'max', 'help'];
const MEASURE_PARTS = ['of', 'dividedBy', 'periodBy', 'byUnit', 'target', 'leaves'];
const PLAIN = ['name', 'purpose', 'title', 'owner', 'holder', 'remindBefore', 'steps', 'firstStep'];

/** The input of the editor that a place of the declaration is written in. */
export function inputAt(edited: EditedRegister, at: string): string {
  const [head = '', name = '', part = ''] = at.split('.');
  const { fields, steps, measures } = edited;
  if (head === 'fields') {
    const place = fields.findIndex((field) => field.name === name);
    return place < 0 ? 'name' : fieldInput(place, FIELD_PARTS.includes(part) ? part : 'label');
  }
  if (head === 'steps' && name) {
    const place = steps.findIndex(({ key }) => key === name);
    return place < 0 ? 'steps' : stepInput(place, 'label');
  }
  if (head === 'measures' && name) {
    const place = measures.findIndex(({ key }) => key === name);
    return place < 0 ? 'name' : measureInput(place, MEASURE_PARTS.includes(part) ? part : 'label');
  }
  if (head === 'due') return name ? `due.${name}` : 'due';
  if (head === 'finishedOn') {
    const place = fields.findIndex((field) => field.name === edited.finishedOn);
    return place < 0 ? 'name' : fieldInput(place, 'label');
  }
  return PLAIN.includes(head) ? head : 'name';
}

const codes = [
  'reserved-name',
  'title-not-text',
  'owner-not-unit',
  'owner-restricted',
  'holder-not-person',
  'unknown-field',
  'unknown-step',
  'unknown-option',
  'unknown-register',
  'no-options',
  'not-a-day-field',
  'not-a-unit-field',
  'not-a-number-field',
  'bad-formula',
  'bad-call',
  'not-in-formula',
  'cycle',
  'bad-phrase',
  'bad-filter',
  'of-missing',
  'latest-needs-time',
  'first-step-missing',
  'personal-public',
  'option-in-use',
  'kind-changed',
  'value-does-not-fit',
  'key-taken',
] as const;

/** What the editor says of a refusal, at the inputs it is about; null where the server named no place. */
export function faultsAtInputs(error: ApiError, edited: EditedRegister, t: Translate): Record<string, string> | null {
  const faults = serverFaults(error);
  const labelOf = (name: string): string => edited.fields.find((field) => field.name === name)?.label.vi || name;
  const readable = (detail: string): string => detail.split(' → ').map(labelOf).join(' → ');
  const said = faults.map(({ at, code, detail }) => {
    const known = codes.find((one) => one === code) ?? 'other';
    return [inputAt(edited, at), t(`declare.fault.${known}`, { detail: readable(detail) || at })];
  });
  return said.length ? Object.fromEntries(said) : null;
}
