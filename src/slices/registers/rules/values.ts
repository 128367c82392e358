import { parseCivilDate } from '../../../kernel/civil-date.ts';
import { Decimal } from '../../../kernel/decimal.ts';
import type { Field, OfficialDocument, RegisterDeclaration } from './declaration.ts';

/** What a field of a record holds: texts, decimal texts, days, instants and identifiers are strings; absent is null. */
export type Value = string | boolean | readonly string[] | OfficialDocument | null;
export type Values = Readonly<Record<string, Value>>;

/** Why a value is not taken. `what` is what was given, so that an import can show it beside the cell. */
export type ValueFault = {
  readonly field: string;
  readonly code:
    | 'required'
    | 'unknown-field'
    | 'not-yours'
    | 'computed'
    | 'not-text'
    | 'too-long'
    | 'not-a-number'
    | 'too-many-decimals'
    | 'too-small'
    | 'too-large'
    | 'not-a-day'
    | 'not-an-instant'
    | 'not-yes-or-no'
    | 'not-an-option'
    | 'retired-option'
    | 'not-a-document'
    | 'not-a-list'
    | 'too-many'
    | 'not-an-id'
    | 'unit-unknown'
    | 'person-unknown'
    | 'file-unknown'
    | 'link-unknown';
  readonly limit?: number;
};

type Read = { readonly value: Value } | { readonly fault: ValueFault['code']; readonly limit?: number };

const TEXT_LENGTH = 500;
const LONG_TEXT_LENGTH = 20_000;
const MOST_CHOICES = 60;
const MOST_LINKS = 200;
const DECIMAL = /^[+-]?\d{1,24}(?:\.\d{1,12})?$/;
const MOST_DECIMALS = 12;
const ID = /^[a-z]+_[\w-]{1,80}$/;

const fault = (code: ValueFault['code'], limit?: number): Read =>
  limit === undefined ? { fault: code } : { fault: code, limit };

/** The one way in which a number is written: "5.0" and "05" are "5". */
export function canonicalDecimal(text: string): string | null {
  return DECIMAL.test(text) ? new Decimal(text).toFixed() : null;
}

/** The one way in which a moment is written. */
export function canonicalInstant(text: string): string | null {
  try {
    return Temporal.Instant.from(text).toString({ smallestUnit: 'millisecond' });
  } catch {
    return null;
  }
}

function readText(raw: unknown, most: number): Read {
  if (typeof raw !== 'string') return fault('not-text');
  const text = raw.normalize('NFC').trim();
  if (text.length > most) return fault('too-long', most);
  // PostgreSQL keeps no NUL in a text.
  return { value: text.replaceAll('\0', '') || null };
}

function readNumber(raw: unknown, field: Field): Read {
  const given = typeof raw === 'number' ? String(raw) : raw;
  const text = typeof given === 'string' ? canonicalDecimal(given.trim()) : null;
  if (text === null) return fault('not-a-number');
  const digits = field.kind === 'money' ? 0 : 'decimals' in field ? (field.decimals ?? MOST_DECIMALS) : MOST_DECIMALS;
  if ((text.split('.')[1] ?? '').length > digits) return fault('too-many-decimals', digits);
  const value = new Decimal(text);
  if ('min' in field && field.min !== undefined && value.lessThan(field.min)) return fault('too-small', field.min);
  if ('max' in field && field.max !== undefined && value.greaterThan(field.max)) return fault('too-large', field.max);
  return { value: text };
}

function readChoice(raw: unknown, field: Extract<Field, { kind: 'choice' }>, before: Value): Read {
  const given = field.isMultiple && Array.isArray(raw) ? raw : [raw];
  const options: string[] = [];
  for (const one of given) {
    if (typeof one !== 'string' || !Object.hasOwn(field.options, one)) return fault('not-an-option');
    const stood = before === one || (Array.isArray(before) && before.includes(one));
    if (field.retired?.includes(one) && !stood) return fault('retired-option');
    if (!options.includes(one)) options.push(one);
  }
  if (options.length > MOST_CHOICES) return fault('too-many', MOST_CHOICES);
  return { value: field.isMultiple ? (options.length ? options : null) : (options[0] ?? null) };
}

function readDocument(raw: unknown): Read {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) return fault('not-a-document');
  const given = raw as Record<string, unknown>;
  const part = (name: string): string | null => {
    const value = given[name];
    return typeof value === 'string' ? value.normalize('NFC').replaceAll('\0', '').trim() || null : null;
  };
  const document = {
    number: part('number') ?? '',
    date: part('date'),
    issuer: part('issuer'),
    subject: part('subject'),
  };
  if (Object.values(document).every((value) => !value)) return { value: null };
  if (document.number === '') return fault('not-a-document');
  if (document.date !== null && parseCivilDate(document.date) === null) return fault('not-a-day');
  const isLong = Object.values(document).some((value) => (value ?? '').length > TEXT_LENGTH * 2);
  return isLong ? fault('too-long', TEXT_LENGTH * 2) : { value: document };
}

function readIds(raw: unknown, most: number): Read {
  if (!Array.isArray(raw)) return fault('not-a-list');
  if (raw.length > most) return fault('too-many', most);
  if (!raw.every((one) => typeof one === 'string' && ID.test(one))) return fault('not-an-id');
  return { value: raw.length ? [...new Set(raw as string[])] : null };
}

function readId(raw: unknown): Read {
  return typeof raw === 'string' && ID.test(raw) ? { value: raw } : fault('not-an-id');
}

function readByKind(field: Field, raw: unknown, before: Value): Read {
  switch (field.kind) {
    case 'text':
    case 'long-text':
      return readText(raw, field.maxLength ?? (field.kind === 'text' ? TEXT_LENGTH : LONG_TEXT_LENGTH));
    case 'number':
    case 'money':
    case 'percent':
      return readNumber(raw, field);
    case 'day':
      return typeof raw === 'string' && parseCivilDate(raw) ? { value: raw } : fault('not-a-day');
    case 'instant': {
      const instant = typeof raw === 'string' ? canonicalInstant(raw) : null;
      return instant ? { value: instant } : fault('not-an-instant');
    }
    case 'yes-no':
      return typeof raw === 'boolean' ? { value: raw } : fault('not-yes-or-no');
    case 'choice':
      return readChoice(raw, field, before);
    case 'document':
      return readDocument(raw);
    case 'files':
      return readIds(raw, field.atMost ?? MOST_LINKS);
    case 'link':
      return field.isMultiple ? readIds(raw, MOST_LINKS) : readId(raw);
    case 'unit':
    case 'person':
      return readId(raw);
    case 'computed':
      return fault('computed');
  }
}

/** One value as it is kept, or why it is not taken. An empty text is an absent value. */
export function readValue(field: Field, raw: unknown, before: Value = null): Read {
  return raw === null || raw === undefined || raw === '' ? { value: null } : readByKind(field, raw, before);
}

/** Whether a field holds nothing. */
export const isAbsent = (value: Value | undefined): boolean => value === null || value === undefined;

export type ReadValues =
  | { readonly ok: true; readonly values: Values }
  | { readonly ok: false; readonly faults: readonly ValueFault[] };

/**
 * The values of a record after a change: what is given replaces what stood, everything else stays, values of fields that
 * the declaration no longer has too.
 *
 * @param asked fields that must be filled where they are required: those that the person may change
 */
export function readValues(
  { fields }: Pick<RegisterDeclaration, 'fields'>,
  given: Readonly<Record<string, unknown>>,
  before: Values = {},
  asked: ReadonlySet<string> = new Set(Object.keys(fields)),
): ReadValues {
  const faults: ValueFault[] = [];
  const values: Record<string, Value> = { ...before };
  for (const [name, raw] of Object.entries(given)) {
    const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
    if (!field) {
      faults.push({ field: name, code: 'unknown-field' });
      continue;
    }
    const read = readValue(field, raw, before[name] ?? null);
    if ('fault' in read)
      faults.push({ field: name, code: read.fault, ...(read.limit === undefined ? {} : { limit: read.limit }) });
    else values[name] = read.value;
  }
  for (const [name, field] of Object.entries(fields)) {
    if (field.required && asked.has(name) && isAbsent(values[name]) && !faults.some((one) => one.field === name))
      faults.push({ field: name, code: 'required' });
  }
  return faults.length ? { ok: false, faults } : { ok: true, values };
}
