import type { Field, RegisterDeclaration } from './declaration.ts';
import { readValue, type Value, type Values } from './values.ts';

/** What a change of a declaration does to the records that are there. */
export type DeclarationEffects = {
  readonly records: number;
  /** Fields that are gone and how many records hold something in them; the values stay and come back with the field. */
  readonly removedFields: readonly { readonly field: string; readonly filled: number }[];
  readonly removedOptions: readonly { readonly field: string; readonly option: string; readonly used: number }[];
  /** Fields whose values do not fit their new kind, and in how many records. */
  readonly misfits: readonly { readonly field: string; readonly count: number }[];
  /** Fields that must be filled from now on, and how many records lack them: asked for with their next change. */
  readonly newlyRequired: readonly { readonly field: string; readonly missing: number }[];
  readonly removedSteps: readonly { readonly step: string; readonly used: number }[];
  readonly removedMeasures: readonly string[];
};

/** A value in the form of a changed field: one of a list of one, a list of one; null where it does not fit. */
export function convertValue(field: Field, value: Value): { readonly fits: boolean; readonly value: Value } {
  const isList = Array.isArray(value);
  const isMultiple = (field.kind === 'choice' || field.kind === 'link') && field.isMultiple === true;
  const turned = isList && !isMultiple && field.kind !== 'files' && value.length === 1 ? value[0] : value;
  const listed = !isList && isMultiple && typeof turned === 'string' ? [turned] : turned;
  const read = readValue(field, listed, value);
  return 'fault' in read ? { fits: false, value } : { fits: true, value: read.value };
}

const shapeOf = (field: Field): string =>
  JSON.stringify([
    field.kind,
    'isMultiple' in field && field.isMultiple === true,
    field.kind === 'choice' ? Object.keys(field.options).sort() : null,
  ]);

/** Fields that both declarations have and whose kind, number of values or options changed. */
export function reshapedFields(before: RegisterDeclaration, after: RegisterDeclaration): string[] {
  return Object.entries(after.fields).flatMap(([name, field]) => {
    const known = before.fields[name];
    const isStored = field.kind !== 'computed' && known?.kind !== 'computed';
    return known && isStored && shapeOf(known) !== shapeOf(field) ? [name] : [];
  });
}

/** The values of a record under a changed declaration; what does not fit stays as it is. */
export function convertValues(after: RegisterDeclaration, reshaped: readonly string[], values: Values): Values {
  const converted: Record<string, Value> = { ...values };
  for (const name of reshaped) {
    const field = after.fields[name];
    const value = values[name];
    if (field && value !== null && value !== undefined) converted[name] = convertValue(field, value).value;
  }
  return converted;
}

type Surveyed = { readonly values: Values; readonly step: string | null };
type Counter = Map<string, number>;
const count = (counter: Counter, key: string): void => {
  counter.set(key, (counter.get(key) ?? 0) + 1);
};

/** Goes through the records of a register and counts what a changed declaration would meet. */
export class DeclarationSurvey {
  private readonly filled: Counter = new Map();
  private readonly used: Counter = new Map();
  private readonly misfits: Counter = new Map();
  private readonly missing: Counter = new Map();
  private readonly steps: Counter = new Map();
  private records = 0;
  private readonly before: RegisterDeclaration;
  private readonly after: RegisterDeclaration;
  private readonly removed: readonly string[];
  private readonly reshaped: readonly string[];
  private readonly required: readonly string[];

  constructor(before: RegisterDeclaration, after: RegisterDeclaration) {
    this.before = before;
    this.after = after;
    this.removed = Object.keys(before.fields).filter(
      (name) => !Object.hasOwn(after.fields, name) && before.fields[name]?.kind !== 'computed',
    );
    this.reshaped = reshapedFields(before, after);
    this.required = Object.keys(after.fields).filter(
      (name) => after.fields[name]?.required && !before.fields[name]?.required,
    );
  }

  /** Whether any record needs to be looked at. */
  get isNeeded(): boolean {
    const stepsGone = Object.keys(this.before.steps ?? {}).some((step) => !Object.hasOwn(this.after.steps ?? {}, step));
    return this.removed.length + this.reshaped.length + this.required.length > 0 || stepsGone;
  }

  add({ values, step }: Surveyed): void {
    this.records += 1;
    const isFilled = (name: string): boolean => values[name] !== null && values[name] !== undefined;
    for (const name of this.removed) if (isFilled(name)) count(this.filled, name);
    for (const name of this.required) if (!isFilled(name)) count(this.missing, name);
    if (step !== null) count(this.steps, step);
    for (const name of this.reshaped) if (isFilled(name)) this.addReshaped(name, values[name] ?? null);
  }

  private addReshaped(name: string, value: Value): void {
    const [old, field] = [this.before.fields[name], this.after.fields[name]];
    if (!field || convertValue(field, value).fits) return;
    const options = old?.kind === 'choice' && field.kind === 'choice' ? field.options : null;
    const gone = [value]
      .flat()
      .filter((one) => typeof one === 'string' && options !== null && !Object.hasOwn(options, one));
    if (gone.length === 0) count(this.misfits, name);
    for (const option of gone) count(this.used, JSON.stringify([name, option]));
  }

  effects(): DeclarationEffects {
    const list = (counter: Counter): [string, number][] => [...counter.entries()].sort(([a], [b]) => (a < b ? -1 : 1));
    const goneSteps = Object.keys(this.before.steps ?? {}).filter(
      (step) => !Object.hasOwn(this.after.steps ?? {}, step),
    );
    return {
      records: this.records,
      removedFields: this.removed.map((field) => ({ field, filled: this.filled.get(field) ?? 0 })),
      removedOptions: list(this.used).map(([key, used]) => {
        const [field = '', option = ''] = JSON.parse(key) as string[];
        return { field, option, used };
      }),
      misfits: list(this.misfits).map(([field, amount]) => ({ field, count: amount })),
      newlyRequired: list(this.missing).map(([field, missing]) => ({ field, missing })),
      removedSteps: goneSteps.map((step) => ({ step, used: this.steps.get(step) ?? 0 })),
      removedMeasures: Object.keys(this.before.measures ?? {}).filter(
        (name) => !Object.hasOwn(this.after.measures ?? {}, name),
      ),
    };
  }
}
