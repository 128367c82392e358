import type { Role } from '../../../identity/index.ts';
import type { Clock, DueRule, Field, RegisterDeclaration, RegisterMeasure, Step, Texts } from '../../index.ts';

export type FieldKind = Field['kind'];

export type EditedOption = {
  /** Stays while the key follows the label: what the screen knows the row by. */
  readonly id: string;
  readonly key: string;
  readonly label: Texts;
  readonly isRetired: boolean;
  /** Known to the server: records may hold it, so that it is retired, never removed. */
  readonly isKept: boolean;
};

/** A field as the editor holds it: every setting of every kind at once, so that changing the kind loses none of them. */
export type EditedField = {
  readonly id: string;
  readonly name: string;
  /** Known to the server: its kind stands fast and its values live on when it is retired. */
  readonly isKept: boolean;
  readonly kind: FieldKind;
  readonly label: Texts;
  readonly help: Texts;
  readonly isRequired: boolean;
  readonly isPersonal: boolean;
  readonly isPublic: boolean;
  readonly isColumn: boolean;
  readonly isMultiple: boolean;
  /** Null: everybody who sees the record. */
  readonly seenBy: readonly Role[] | null;
  /** Null: everybody who changes the record; none: only the program writes it. */
  readonly changedBy: readonly Role[] | null;
  readonly decimals: string;
  readonly min: string;
  readonly max: string;
  readonly options: readonly EditedOption[];
  readonly register: string;
  readonly formula: string;
  readonly computedAs: 'number' | 'percent' | 'money' | 'day';
  /** What the editor does not show, kept as it is. */
  readonly rest: Readonly<Record<string, unknown>>;
};

/** What a declaration may leave out may be emptied while it is written. */
type Loose<Held> = { [Name in keyof Held]: undefined extends Held[Name] ? Held[Name] | undefined : Held[Name] };
type Row = { readonly id: string; readonly key: string; readonly isKept: boolean };

export type EditedStep = Row & Loose<Step>;
export type EditedClock = Row & Loose<Clock>;
export type EditedMeasure = Row & Loose<RegisterMeasure>;

/** A register while it is being declared or changed. */
export type EditedRegister = {
  readonly key: string;
  readonly version: number;
  readonly name: Texts;
  readonly purpose: Texts;
  readonly group: RegisterDeclaration['group'];
  readonly fields: readonly EditedField[];
  readonly title: string;
  readonly owner: string;
  readonly holder: string;
  readonly due: DueRule | null;
  readonly clocks: readonly EditedClock[];
  readonly steps: readonly EditedStep[];
  readonly firstStep: string;
  readonly finishedOn: string;
  readonly unique: readonly (readonly string[])[];
  readonly seenBy: readonly Role[];
  readonly remindBefore: readonly number[];
  readonly measures: readonly EditedMeasure[];
  /** What the editor does not show, kept as it is. */
  readonly rest: Readonly<Record<string, unknown>>;
};

let made = 0;

/** An identifier for a new row of the editor, unlike every other of this page. */
export function newRowId(): string {
  made += 1;
  return `row-${Date.now()}-${made}`;
}

const NO_TEXTS: Texts = { vi: '', en: '' };

export function newField(name: string, kind: FieldKind, label: Texts): EditedField {
  return {
    id: name,
    name,
    isKept: false,
    kind,
    label,
    help: NO_TEXTS,
    isRequired: false,
    isPersonal: false,
    isPublic: false,
    isColumn: false,
    isMultiple: false,
    seenBy: null,
    changedBy: null,
    decimals: '',
    min: '',
    max: '',
    options: [],
    register: '',
    formula: '',
    computedAs: 'number',
    rest: {},
  };
}

const SHOWN = new Set([
  'kind',
  'label',
  'help',
  'required',
  'isPersonal',
  'isPublic',
  'isColumn',
  'isMultiple',
  'seenBy',
  'changedBy',
  'decimals',
  'min',
  'max',
  'options',
  'retired',
  'register',
  'formula',
  'as',
]);

function optionsOf(field: Field): EditedOption[] {
  if (field.kind !== 'choice') return [];
  return Object.entries(field.options).map(([key, label]) => ({
    id: key,
    key,
    label,
    isRetired: field.retired?.includes(key) ?? false,
    isKept: true,
  }));
}

const digits = (value: number | undefined): string => (value === undefined ? '' : String(value).replace('.', ','));

function editedField(name: string, field: Field): EditedField {
  const figures = { decimals: undefined, min: undefined, max: undefined, ...field };
  return {
    ...newField(name, field.kind, field.label),
    isKept: true,
    help: field.help ?? NO_TEXTS,
    isRequired: field.required ?? false,
    isPersonal: field.isPersonal ?? false,
    isPublic: field.isPublic ?? false,
    isColumn: field.isColumn ?? false,
    isMultiple: 'isMultiple' in field ? (field.isMultiple ?? false) : false,
    seenBy: field.seenBy ?? null,
    changedBy: field.changedBy ?? null,
    decimals: digits(figures.decimals),
    min: digits(figures.min),
    max: digits(figures.max),
    options: optionsOf(field),
    ...(field.kind === 'link' ? { register: field.register } : {}),
    ...(field.kind === 'computed' ? { formula: field.formula, computedAs: field.as } : {}),
    rest: Object.fromEntries(Object.entries(field).filter(([key]) => !SHOWN.has(key))),
  };
}

const EDITED = new Set([
  'key',
  'version',
  'name',
  'purpose',
  'group',
  'fields',
  'title',
  'owner',
  'holder',
  'due',
  'clocks',
  'steps',
  'firstStep',
  'finishedOn',
  'unique',
  'seenBy',
  'remindBefore',
  'measures',
]);

/** A register that exists, ready to be changed. */
export function editedOf(declaration: RegisterDeclaration): EditedRegister {
  const keyed = <One>(all: Readonly<Record<string, One>> | undefined) =>
    Object.entries(all ?? {}).map(([key, one]) => ({ id: key, key, isKept: true, ...one }));
  return {
    key: declaration.key,
    version: declaration.version,
    name: declaration.name,
    purpose: declaration.purpose,
    group: declaration.group,
    fields: Object.entries(declaration.fields).map(([name, field]) => editedField(name, field)),
    title: declaration.title,
    owner: declaration.owner,
    holder: declaration.holder ?? '',
    due: declaration.due ?? null,
    clocks: keyed(declaration.clocks),
    steps: keyed(declaration.steps),
    firstStep: declaration.firstStep ?? '',
    finishedOn: declaration.finishedOn ?? '',
    unique: declaration.unique ?? [],
    seenBy: declaration.seenBy ?? [],
    remindBefore: declaration.remindBefore ?? [],
    measures: keyed(declaration.measures),
    rest: Object.fromEntries(Object.entries(declaration).filter(([key]) => !EDITED.has(key))),
  };
}

/** What a new register starts with: the three things that every list of an office has. */
export function emptyRegister(first: { title: Texts; unit: Texts; received: Texts }): EditedRegister {
  return {
    key: '',
    version: 1,
    name: NO_TEXTS,
    purpose: NO_TEXTS,
    group: 'own',
    fields: [
      { ...newField('title', 'text', first.title), isRequired: true, isColumn: true },
      { ...newField('unit', 'unit', first.unit), isRequired: true, isColumn: true },
      { ...newField('day', 'day', first.received), isRequired: true, isColumn: true },
    ],
    title: 'title',
    owner: 'unit',
    holder: '',
    due: null,
    clocks: [],
    steps: [],
    firstStep: '',
    finishedOn: '',
    unique: [],
    seenBy: [],
    remindBefore: [],
    measures: [],
    rest: {},
  };
}
