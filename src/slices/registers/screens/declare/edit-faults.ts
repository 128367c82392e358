import type { EditedField, EditedMeasure, EditedRegister } from './edited-register.ts';

/** What is wrong with a register that is being declared, as far as the screen can see by itself. */
export type EditFault =
  | 'no-name'
  | 'no-purpose'
  | 'no-label'
  | 'same-label'
  | 'no-options'
  | 'no-register'
  | 'no-formula'
  | 'title-kind'
  | 'no-title'
  | 'no-owner'
  | 'due-field'
  | 'due-amount'
  | 'due-phrase'
  | 'no-field'
  | 'no-end-step'
  | 'target-value';

/** Faults by the name of the input at which they are said. */
export type EditFaults = Readonly<Record<string, EditFault>>;

export const fieldInput = (at: number, part: string): string => `fields.${at}.${part}`;
export const stepInput = (at: number, part: string): string => `steps.${at}.${part}`;
export const measureInput = (at: number, part: string): string => `measures.${at}.${part}`;

/** Kinds whose words can name a record. */
export const titleKinds: readonly EditedField['kind'][] = [
  'text',
  'long-text',
  'document',
  'choice',
  'unit',
  'person',
  'day',
];

type Found = [input: string, fault: EditFault];

function faultsOfField(field: EditedField, at: number, all: readonly EditedField[]): Found[] {
  const label = field.label.vi.trim();
  const isSame = all.some((one, place) => place < at && one.label.vi.trim().toLowerCase() === label.toLowerCase());
  const found: Found[] = [];
  if (!label) found.push([fieldInput(at, 'label'), 'no-label']);
  else if (isSame) found.push([fieldInput(at, 'label'), 'same-label']);
  const { kind, options } = field;
  const offered = options.filter(({ isRetired }) => !isRetired);
  if (kind === 'choice' && !offered.length) found.push([fieldInput(at, 'options'), 'no-options']);
  options.forEach((option, place) => {
    if (kind === 'choice' && !option.label.vi.trim()) found.push([fieldInput(at, `options.${place}`), 'no-label']);
  });
  if (kind === 'link' && !field.register) found.push([fieldInput(at, 'register'), 'no-register']);
  if (kind === 'computed' && !field.formula.trim()) found.push([fieldInput(at, 'formula'), 'no-formula']);
  return found;
}

function faultsOfDue({ due, fields }: EditedRegister): Found[] {
  if (!due || 'cases' in due) return [];
  const names = fields.map(({ name }) => name);
  if ('phrase' in due)
    return [
      ...(due.phrase.trim() ? [] : [['due.phrase', 'due-phrase'] satisfies Found]),
      ...(names.includes(due.yearOf) ? [] : [['due.yearOf', 'due-field'] satisfies Found]),
    ];
  const [input, name] = 'field' in due ? ['due.field', due.field] : ['due.relativeTo', due.relativeTo];
  const isCounted = !('amount' in due) || Number.isInteger(due.amount);
  return [
    ...(names.includes(name) ? [] : [[input, 'due-field'] satisfies Found]),
    ...(isCounted ? [] : [['due.amount', 'due-amount'] satisfies Found]),
  ];
}

const needsField = ({ kind, dividedBy }: EditedMeasure): boolean =>
  kind === 'sum' || kind === 'average' || kind === 'latest' || dividedBy !== undefined;

function faultsOfMeasure(measure: EditedMeasure, at: number): Found[] {
  const { label, of, target } = measure;
  const isFigure = !target || /^-?\d+(\.\d+)?$/.test(target.value);
  return [
    ...(label.vi.trim() ? [] : [[measureInput(at, 'label'), 'no-label'] satisfies Found]),
    ...(needsField(measure) && !of ? [[measureInput(at, 'of'), 'no-field'] satisfies Found] : []),
    ...(isFigure ? [] : [[measureInput(at, 'target'), 'target-value'] satisfies Found]),
  ];
}

/** Everything that stands in the way of declaring the register, in the order of the screen. */
export function findEditFaults(edited: EditedRegister): EditFaults {
  const { name, purpose, fields, steps, measures, title, owner } = edited;
  const named = fields.find((field) => field.name === title);
  const found: Found[] = [
    ...(name.vi.trim() ? [] : [['name', 'no-name'] satisfies Found]),
    ...(purpose.vi.trim() ? [] : [['purpose', 'no-purpose'] satisfies Found]),
    ...fields.flatMap(faultsOfField),
    ...(named ? [] : [['title', 'no-title'] satisfies Found]),
    ...(named && !titleKinds.includes(named.kind) ? [['title', 'title-kind'] satisfies Found] : []),
    ...(fields.some((field) => field.name === owner && field.kind === 'unit')
      ? []
      : [['owner', 'no-owner'] satisfies Found]),
    ...faultsOfDue(edited),
    ...steps.flatMap((step, at): Found[] => (step.label.vi.trim() ? [] : [[stepInput(at, 'label'), 'no-label']])),
    ...(steps.length && !steps.some(({ isEnd }) => isEnd) ? [['steps', 'no-end-step'] satisfies Found] : []),
    ...measures.flatMap(faultsOfMeasure),
  ];
  return Object.fromEntries(found);
}
