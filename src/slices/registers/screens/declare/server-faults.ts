import type { ApiError } from '../../../../web/api/api-error.ts';
import type { Texts } from '../../index.ts';
import { clockInput, fieldInput, measureInput, stepInput } from './edit-faults.ts';
import type { EditedRegister } from './edited-register.ts';

export type ServerFault = { readonly at: string; readonly message: Texts };

const isTexts = (value: unknown): value is Texts =>
  typeof value === 'object' && value !== null && 'vi' in value && 'en' in value;

/** Faults of a declaration as the server tells them: `fields.total.formula`, and in words what to do. */
export function serverFaults({ code, details }: ApiError): ServerFault[] {
  if (code !== 'declaration-faulty' || !Array.isArray(details.faults)) return [];
  return details.faults.flatMap((fault: unknown) =>
    typeof fault === 'object' && fault !== null && 'at' in fault && 'message' in fault && isTexts(fault.message)
      ? [{ at: String(fault.at), message: fault.message }]
      : [],
  );
}

const FIELD_PARTS = ['options', 'register', 'formula', 'decimals', 'min', 'max', 'help'];
const MEASURE_PARTS = [
  'of',
  'dividedBy',
  'periodBy',
  'byUnit',
  'target',
  'leaves',
  'distinct',
  'closesOn',
  'clock',
  'place',
];
const CLOCK_PARTS = ['finishedOn', 'remindBefore'];
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
  if (head === 'due') return at;
  if (head === 'clocks' && name) {
    const place = edited.clocks.findIndex(({ key }) => key === name);
    if (place < 0) return 'name';
    if (part === 'due') return clockInput(place, at.split('.').slice(2).join('.'));
    return clockInput(place, CLOCK_PARTS.includes(part) ? part : 'label');
  }
  if (head === 'finishedOn') {
    const place = fields.findIndex((field) => field.name === edited.finishedOn);
    return place < 0 ? 'name' : fieldInput(place, 'label');
  }
  return PLAIN.includes(head) ? head : 'name';
}

/** What the editor says of a refusal, at the inputs it is about, in the server's words; null where it named no place. */
export function faultsAtInputs(
  error: ApiError,
  edited: EditedRegister,
  language: 'vi' | 'en',
): Record<string, string> | null {
  const said = serverFaults(error).map(({ at, message }) => [inputAt(edited, at), message[language]]);
  return said.length ? Object.fromEntries(said) : null;
}
