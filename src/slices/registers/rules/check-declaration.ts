import { namesIn } from '../../criteria/index.ts';
import { readDeadlines } from '../../deadlines/index.ts';
import { isRecordDay } from './compile.ts';
import type { DueRule, Field, RegisterDeclaration, RegisterMeasure } from './declaration.ts';
import { declarationShape } from './declaration-shape.ts';
import type { Filter } from './filter.ts';
import { classOfName, settleFilter } from './filters.ts';
import { computedOf, findBadCall, orderComputed, parseComputed } from './formulas.ts';

/** What is wrong with a declaration, where ("fields.total.formula"), and the name or value that it is about. */
export type DeclarationFault = {
  readonly at: string;
  readonly code:
    | 'shape'
    | 'no-fields'
    | 'reserved-name'
    | 'title-not-text'
    | 'owner-not-unit'
    | 'owner-restricted'
    | 'holder-not-person'
    | 'unknown-field'
    | 'unknown-step'
    | 'unknown-clock'
    | 'unknown-option'
    | 'unknown-register'
    | 'no-options'
    | 'not-a-day-field'
    | 'not-a-unit-field'
    | 'not-a-number-field'
    | 'bad-formula'
    | 'bad-call'
    | 'not-in-formula'
    | 'computed-required'
    | 'cycle'
    | 'bad-phrase'
    | 'bad-filter'
    | 'of-missing'
    | 'latest-needs-time'
    | 'first-step-missing'
    | 'no-steps'
    | 'personal-public'
    | 'not-unique-kind'
    | 'option-in-use'
    | 'kind-changed'
    | 'value-does-not-fit'
    | 'records-collide'
    | 'key-taken';
  readonly detail?: string;
  readonly count?: number;
  /** Records that it is about, the first of them. */
  readonly records?: readonly string[];
};

type Add = (at: string, code: DeclarationFault['code'], detail?: string) => void;

/** Names that a declaration may not give to a field. Days that every record has are reserved, too. */
const RESERVED = ['constructor', 'prototype'];
const NOT_UNIQUE: readonly Field['kind'][] = ['files', 'computed', 'long-text'];

function checkFields({ fields }: RegisterDeclaration, knowsRegister: (key: string) => boolean, add: Add): void {
  if (Object.keys(fields).length === 0) add('fields', 'no-fields');
  for (const [name, field] of Object.entries(fields)) {
    const at = `fields.${name}`;
    if (RESERVED.includes(name) || isRecordDay(name)) add(at, 'reserved-name', name);
    if (field.isPersonal && field.isPublic) add(at, 'personal-public', name);
    if (field.kind === 'computed' && field.required) add(at, 'computed-required', name);
    if (field.kind === 'link' && !knowsRegister(field.register))
      add(`${at}.register`, 'unknown-register', field.register);
    if (field.kind !== 'choice') continue;
    if (Object.keys(field.options).length === 0) add(`${at}.options`, 'no-options', name);
    for (const option of field.retired ?? [])
      if (!Object.hasOwn(field.options, option)) add(`${at}.retired`, 'unknown-option', option);
  }
}

function checkFormulas(declaration: RegisterDeclaration, add: Add): void {
  const computed = Object.entries(declaration.fields).flatMap(([name, field]) => {
    if (field.kind !== 'computed') return [];
    const at = `fields.${name}.formula`;
    const parsed = parseComputed(field.formula);
    if (!parsed.ok) {
      add(at, 'bad-formula', 'at' in parsed.refusal ? String(parsed.refusal.at + 1) : parsed.refusal.code);
      return [];
    }
    const badCall = findBadCall(parsed.value);
    if (badCall) add(at, 'bad-call', badCall);
    for (const read of namesIn(parsed.value)) {
      const kind = isRecordDay(read) ? null : classOfName(declaration, read);
      if (kind === null) add(at, 'unknown-field', read);
      else if (!['number', 'day', 'instant', 'yes-no'].includes(kind)) add(at, 'not-in-formula', read);
    }
    const one = computedOf(name, field);
    return one ? [one] : [];
  });
  const ordered = orderComputed(computed);
  if ('cycle' in ordered) add(`fields.${ordered.cycle[0] ?? ''}.formula`, 'cycle', ordered.cycle.join(' → '));
}

function checkRoles(declaration: RegisterDeclaration, add: Add): void {
  const { fields, title, owner, holder } = declaration;
  const at = (name: string): Field | undefined => (Object.hasOwn(fields, name) ? fields[name] : undefined);
  const titleField = at(title);
  if (!titleField) add('title', 'unknown-field', title);
  else if (!['text', 'long-text', 'document', 'unit', 'person', 'choice', 'day'].includes(titleField.kind))
    add('title', 'title-not-text', title);
  const ownerField = at(owner);
  if (ownerField?.kind !== 'unit') add('owner', 'owner-not-unit', owner);
  else if (ownerField.seenBy || ownerField.isPersonal) add('owner', 'owner-restricted', owner);
  if (holder !== undefined && at(holder)?.kind !== 'person') add('holder', 'holder-not-person', holder);
}

/** Adds a fault unless a name is a field that holds a day (a moment has one too). */
function needDay(declaration: RegisterDeclaration, name: string, at: string, add: Add): void {
  const kind = isRecordDay(name) ? null : classOfName(declaration, name);
  if (kind === null) add(at, 'unknown-field', name);
  else if (kind !== 'day' && kind !== 'instant') add(at, 'not-a-day-field', name);
}

function checkClocks(declaration: RegisterDeclaration, add: Add): void {
  for (const [name, clock] of Object.entries(declaration.clocks ?? {})) {
    const at = `clocks.${name}`;
    checkDue(declaration, clock.due, `${at}.due`, add);
    needDay(declaration, clock.finishedOn, `${at}.finishedOn`, add);
    checkFilter(declaration, clock.where, `${at}.where`, add);
    if (usesTiming(clock.where)) add(`${at}.where`, 'bad-filter', name);
  }
}

function checkDue(declaration: RegisterDeclaration, rule: DueRule, at: string, add: Add): void {
  if ('by' in rule) {
    const field = declaration.fields[rule.by];
    if (!field) add(`${at}.by`, 'unknown-field', rule.by);
    const options = field?.kind === 'choice' ? Object.keys(field.options) : ['true', 'false'];
    for (const [option, one] of Object.entries(rule.cases)) {
      if (field && !options.includes(option)) add(`${at}.cases.${option}`, 'unknown-option', option);
      checkDue(declaration, one, `${at}.cases.${option}`, add);
    }
    if (rule.otherwise) checkDue(declaration, rule.otherwise, `${at}.otherwise`, add);
    return;
  }
  if ('phrase' in rule) {
    needDay(declaration, rule.yearOf, `${at}.yearOf`, add);
    const kinds = readDeadlines(rule.phrase, { year: 2026 }).map(({ deadline }) => deadline.kind);
    if (!kinds.some((kind) => kind !== 'continuous' && kind !== 'external'))
      add(`${at}.phrase`, 'bad-phrase', rule.phrase);
    return;
  }
  const isFirst = (name: string): boolean =>
    name === 'first-due-day' && at.startsWith('clocks.') && declaration.due !== undefined;
  const [part, base] = 'relativeTo' in rule ? ['relativeTo', rule.relativeTo] : ['field', rule.field];
  if (!isFirst(base)) needDay(declaration, base, `${at}.${part}`, add);
  if (rule.extendedBy !== undefined) needDay(declaration, rule.extendedBy, `${at}.extendedBy`, add);
}

function checkSteps(declaration: RegisterDeclaration, add: Add): void {
  const { steps, firstStep, fields } = declaration;
  if (!steps) {
    if (firstStep !== undefined) add('firstStep', 'no-steps', firstStep);
    return;
  }
  if (firstStep === undefined || !Object.hasOwn(steps, firstStep)) add('firstStep', 'first-step-missing', firstStep);
  for (const [name, step] of Object.entries(steps)) {
    for (const next of step.next ?? [])
      if (!Object.hasOwn(steps, next)) add(`steps.${name}.next`, 'unknown-step', next);
    for (const need of step.needs ?? [])
      if (!Object.hasOwn(fields, need)) add(`steps.${name}.needs`, 'unknown-field', need);
  }
}

function checkFilter(declaration: RegisterDeclaration, filter: Filter | undefined, at: string, add: Add): void {
  if (!filter) return;
  const settled = settleFilter(declaration, filter);
  if (settled.ok) return;
  const { fault } = settled;
  if (fault.code === 'unknown-field') add(at, 'unknown-field', fault.field);
  else if (fault.code === 'unknown-step') add(at, 'unknown-step', fault.step);
  else if (fault.code === 'unknown-clock') add(at, 'unknown-clock', fault.clock);
  else if (fault.code === 'unknown-option') add(at, 'unknown-option', fault.option);
  else add(at, 'bad-filter', 'field' in fault ? fault.field : fault.code);
}

const usesTiming = (filter: Filter | undefined): boolean =>
  filter !== undefined && JSON.stringify(filter).includes('"timing":[');

function checkMeasure(declaration: RegisterDeclaration, name: string, measure: RegisterMeasure, add: Add): void {
  const at = `measures.${name}`;
  const { kind, of, dividedBy, where, among, periodBy, byUnit } = measure;
  if (of === undefined && ['sum', 'average', 'latest'].includes(kind)) add(`${at}.of`, 'of-missing', kind);
  for (const [part, field] of [
    ['of', of],
    ['dividedBy', dividedBy],
  ] as const) {
    if (field === undefined) continue;
    const kindOfField = isRecordDay(field) ? null : classOfName(declaration, field);
    if (kindOfField === null) add(`${at}.${part}`, 'unknown-field', field);
    else if (kindOfField !== 'number') add(`${at}.${part}`, 'not-a-number-field', field);
  }
  if (!isRecordDay(periodBy)) needDay(declaration, periodBy, `${at}.periodBy`, add);
  const { distinct, clock } = measure;
  if (distinct !== undefined && !Object.hasOwn(declaration.fields, distinct))
    add(`${at}.distinct`, 'unknown-field', distinct);
  if (clock !== undefined && !Object.hasOwn(declaration.clocks ?? {}, clock))
    add(`${at}.clock`, 'unknown-clock', clock);
  if (byUnit !== undefined && declaration.fields[byUnit]?.kind !== 'unit')
    add(`${at}.byUnit`, 'not-a-unit-field', byUnit);
  checkFilter(declaration, where, `${at}.where`, add);
  checkFilter(declaration, among, `${at}.among`, add);
  if (kind === 'latest' && (usesTiming(where) || usesTiming(among))) add(at, 'latest-needs-time', name);
}

/** Everything that is wrong with a declaration whose shape is right; nothing: it can be used. */
export function checkDeclaration(
  declaration: RegisterDeclaration,
  knowsRegister: (key: string) => boolean = () => true,
): DeclarationFault[] {
  const faults: DeclarationFault[] = [];
  const add: Add = (at, code, detail) => {
    faults.push({ at, code, ...(detail === undefined ? {} : { detail }) });
  };
  checkFields(declaration, (key) => key === declaration.key || knowsRegister(key), add);
  checkFormulas(declaration, add);
  checkRoles(declaration, add);
  if (declaration.due) checkDue(declaration, declaration.due, 'due', add);
  checkClocks(declaration, add);
  checkSteps(declaration, add);
  if (declaration.finishedOn !== undefined) needDay(declaration, declaration.finishedOn, 'finishedOn', add);
  for (const [place, names] of (declaration.unique ?? []).entries()) {
    for (const name of names) {
      const field = declaration.fields[name];
      if (!field) add(`unique.${place}`, 'unknown-field', name);
      else if (NOT_UNIQUE.includes(field.kind)) add(`unique.${place}`, 'not-unique-kind', name);
    }
  }
  for (const [name, measure] of Object.entries(declaration.measures ?? {}))
    checkMeasure(declaration, name, measure, add);
  return faults;
}

export type ReadDeclaration =
  | { readonly ok: true; readonly declaration: RegisterDeclaration }
  | { readonly ok: false; readonly faults: readonly DeclarationFault[] };

/** A declaration from outside: its shape first, then what it says. */
export function readDeclaration(given: unknown, knowsRegister?: (key: string) => boolean): ReadDeclaration {
  const read = declarationShape.safeParse(given);
  if (!read.success) {
    const faults = read.error.issues.map(({ path, message }) => ({
      at: path.join('.'),
      code: 'shape' as const,
      detail: message,
    }));
    return { ok: false, faults: faults.slice(0, 100) };
  }
  const faults = checkDeclaration(read.data, knowsRegister);
  return faults.length ? { ok: false, faults } : { ok: true, declaration: read.data };
}
