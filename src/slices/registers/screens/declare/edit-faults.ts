import { daysInMonth } from '../../../../kernel/civil-date.ts';
import { type DueFault, faultsOfRule } from './due-rules.ts';
import type { EditedClock, EditedField, EditedMeasure, EditedRegister } from './edited-register.ts';

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
  | DueFault
  | 'checkpoint'
  | 'no-clock'
  | 'no-field'
  | 'no-end-step'
  | 'target-value'
  | 'place-number';

/** Faults by the name of the input at which they are said. */
export type EditFaults = Readonly<Record<string, EditFault>>;

export const fieldInput = (at: number, part: string): string => `fields.${at}.${part}`;
export const stepInput = (at: number, part: string): string => `steps.${at}.${part}`;
export const clockInput = (at: number, part: string): string => `clocks.${at}.${part}`;
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

function faultsOfClock(
  { label, finishedOn, due }: EditedClock,
  at: number,
  { fields, due: main }: EditedRegister,
): Found[] {
  return [
    ...(label.vi.trim() ? [] : [[clockInput(at, 'label'), 'no-label'] satisfies Found]),
    ...(fields.some(({ name }) => name === finishedOn)
      ? []
      : [[clockInput(at, 'finishedOn'), 'due-field'] satisfies Found]),
    ...faultsOfRule(due, clockInput(at, 'due'), { fields, hasFirstDay: main !== null }).map(
      ([input, fault]): Found => [input, fault],
    ),
  ];
}

/** A day of any year: 29/2 is none, for it is there only sometimes. */
const isCheckpoint = (closesOn: string): boolean => {
  const [month = 0, day = 0] = closesOn.split('-').map(Number);
  return /^\d\d-\d\d$/.test(closesOn) && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(2026, month);
};

const needsField = ({ kind, dividedBy }: EditedMeasure): boolean =>
  kind === 'sum' || kind === 'average' || kind === 'latest' || dividedBy !== undefined;

/** As the shape of a declaration allows (`declaration-shape.ts`). */
const MOST_PLACES = 100;

function faultsOfMeasure(measure: EditedMeasure, at: number, clocks: readonly EditedClock[]): Found[] {
  const { label, of, target, closesOn, clock, place } = measure;
  const isFigure = !target || /^-?\d+(\.\d+)?$/.test(target.value);
  return [
    ...(label.vi.trim() ? [] : [[measureInput(at, 'label'), 'no-label'] satisfies Found]),
    ...(needsField(measure) && !of ? [[measureInput(at, 'of'), 'no-field'] satisfies Found] : []),
    ...(closesOn === undefined || isCheckpoint(closesOn)
      ? []
      : [[measureInput(at, 'closesOn'), 'checkpoint'] satisfies Found]),
    ...(clock === undefined || clocks.some(({ key }) => key === clock)
      ? []
      : [[measureInput(at, 'clock'), 'no-clock'] satisfies Found]),
    ...(place === undefined || (Number.isInteger(place) && place >= 0 && place < MOST_PLACES)
      ? []
      : [[measureInput(at, 'place'), 'place-number'] satisfies Found]),
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
    ...faultsOfRule(edited.due, 'due', { fields, hasFirstDay: false }).map(([input, fault]): Found => [input, fault]),
    ...edited.clocks.flatMap((clock, at) => faultsOfClock(clock, at, edited)),
    ...steps.flatMap((step, at): Found[] => (step.label.vi.trim() ? [] : [[stepInput(at, 'label'), 'no-label']])),
    ...(steps.length && !steps.some(({ isEnd }) => isEnd) ? [['steps', 'no-end-step'] satisfies Found] : []),
    ...measures.flatMap((measure, at) => faultsOfMeasure(measure, at, edited.clocks)),
  ];
  return Object.fromEntries(found);
}
