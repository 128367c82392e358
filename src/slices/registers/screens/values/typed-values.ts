import { Decimal, parsePaperNumber } from '../../../../kernel/decimal.ts';
import { dayText, momentText } from '../../../../web/ui/moments.ts';
import { parseTypedDay } from '../../../../web/ui/typed-day.ts';
import type { Field } from '../../index.ts';
import { documentOf, listOf, type RecordValue, type RecordValues } from './value-text.ts';

/** What stands in the inputs of a form: texts only, so that a draft can be kept and compared. */
export type Typed = Readonly<Record<string, string>>;

/** Why what was typed is not a value of its field. */
export type TypedFault = 'required' | 'number' | 'digits' | 'small' | 'large' | 'long' | 'day' | 'moment' | 'document';

export const documentParts = ['number', 'date', 'issuer', 'subject'] as const;
export type DocumentPart = (typeof documentParts)[number];

/** Name of the input of one part of an official document. */
export const partName = (name: string, part: DocumentPart): string => `${name}.${part}`;

export const SEPARATOR = ',';
const LONGEST = { text: 500, 'long-text': 20_000 } as const;

const joined = (value: RecordValue): string => listOf(value).join(SEPARATOR);
const split = (text: string): string[] => text.split(SEPARATOR).filter(Boolean);

/** Names of the inputs that a field has in a form. */
export function inputsOf(name: string, field: Field): string[] {
  if (field.kind === 'computed') return [];
  return field.kind === 'document' ? documentParts.map((part) => partName(name, part)) : [name];
}

/** "1234.5" → "1234,5": what a person would have typed. */
const typedNumber = (value: RecordValue): string => String(value).replace('.', ',');

function typedOne(name: string, field: Field, value: RecordValue): Typed {
  if (field.kind === 'computed') return {};
  if (field.kind === 'document') {
    const document = documentOf(value);
    return Object.fromEntries(documentParts.map((part) => [partName(name, part), document?.[part] ?? '']));
  }
  if (value === null || value === undefined) return { [name]: '' };
  switch (field.kind) {
    case 'number':
    case 'money':
    case 'percent':
      return { [name]: typedNumber(value) };
    case 'yes-no':
      return { [name]: value === true ? 'yes' : 'no' };
    case 'instant':
      return { [name]: momentText(String(value)) };
    case 'choice':
    case 'files':
    case 'link':
      return { [name]: joined(value) };
    default:
      return { [name]: String(value) };
  }
}

/** What a form shows of a record. */
export function typedOf(fields: Readonly<Record<string, Field>>, values: RecordValues): Typed {
  return Object.assign({}, ...Object.entries(fields).map(([name, field]) => typedOne(name, field, values[name])));
}

const MOMENT = /^(\d{1,2}[/.-]\d{1,2}[/.-]\d{4})[\s,]+(\d{1,2})[:hg](\d{2})$/;

/** "12/12/2024 08:30" in the zone of the office; null where it is no moment. */
export function parseTypedMoment(text: string): string | null {
  const match = MOMENT.exec(text.trim());
  const day = match?.[1] ? parseTypedDay(match[1]) : null;
  const [hour, minute] = [Number(match?.[2]), Number(match?.[3])];
  if (!match || !day || hour > 23 || minute > 59) return null;
  return new Date(`${day}T${String(hour).padStart(2, '0')}:${match[3]}:00+07:00`).toISOString();
}

const textOf = (typed: Typed, name: string): string => (typed[name] ?? '').trim();

function valueOfOne(name: string, field: Field, typed: Typed): RecordValue {
  const text = textOf(typed, name);
  switch (field.kind) {
    case 'document': {
      const parts = Object.fromEntries(
        documentParts.map((part) => [part, textOf(typed, partName(name, part)) || null]),
      );
      return Object.values(parts).some(Boolean) ? { ...parts, number: parts.number ?? '' } : null;
    }
    case 'number':
    case 'money':
    case 'percent':
      return text ? (parsePaperNumber(text.replace(/\s*(%|đồng|đ)$/, ''))?.toFixed() ?? text) : null;
    case 'yes-no':
      return text ? text === 'yes' : null;
    case 'instant':
      return text ? (parseTypedMoment(text) ?? text) : null;
    case 'choice':
    case 'link':
      return field.isMultiple ? nullIfNone(split(text)) : text || null;
    case 'files':
      return nullIfNone(split(text));
    default:
      return text || null;
  }
}

const nullIfNone = (list: readonly string[]): readonly string[] | null => (list.length ? list : null);

/** The values of a record from what was typed; absent is null. What is computed is left out: it is never stored. */
export function valuesOfTyped(fields: Readonly<Record<string, Field>>, typed: Typed): RecordValues {
  return Object.fromEntries(
    Object.entries(fields)
      .filter(([, field]) => field.kind !== 'computed')
      .map(([name, field]) => [name, valueOfOne(name, field, typed)]),
  );
}

type Bounds = { decimals?: number; min?: number; max?: number };

function boundsOf(field: Field): Bounds {
  if (field.kind === 'money') return { decimals: 0 };
  return field.kind === 'number' || field.kind === 'percent' ? field : {};
}

function figureFault(text: string, { decimals, min, max }: Bounds): TypedFault | null {
  const figure = parsePaperNumber(text.replace(/\s*(%|đồng|đ)$/, ''));
  if (figure === null) return 'number';
  if (decimals !== undefined && figure.decimalPlaces() > decimals) return 'digits';
  if (min !== undefined && figure.lessThan(new Decimal(min))) return 'small';
  return max !== undefined && figure.greaterThan(new Decimal(max)) ? 'large' : null;
}

function faultOfText(field: Field, text: string): TypedFault | null {
  switch (field.kind) {
    case 'number':
    case 'money':
    case 'percent':
      return figureFault(text, boundsOf(field));
    case 'text':
    case 'long-text':
      return text.length > (field.maxLength ?? LONGEST[field.kind]) ? 'long' : null;
    case 'day':
      return dayText(text) === text ? 'day' : null;
    case 'instant':
      return parseTypedMoment(text) === null ? 'moment' : null;
    default:
      return null;
  }
}

function faultsOfOne(name: string, field: Field, typed: Typed): Readonly<Record<string, TypedFault>> {
  const texts = inputsOf(name, field).map((input) => [input, textOf(typed, input)] as const);
  const first = texts[0];
  if (!first) return {};
  if (texts.every(([, text]) => text === '')) return field.required ? { [first[0]]: 'required' } : {};
  if (field.kind === 'document') {
    const date = textOf(typed, partName(name, 'date'));
    return {
      ...(textOf(typed, partName(name, 'number')) ? {} : { [partName(name, 'number')]: 'document' as const }),
      ...(date && dayText(date) === date ? { [partName(name, 'date')]: 'day' as const } : {}),
    };
  }
  const fault = faultOfText(field, first[1]);
  return fault ? { [name]: fault } : {};
}

/** Every input that holds no value of its field, by the name of the input. */
export function findTypedFaults(
  fields: Readonly<Record<string, Field>>,
  typed: Typed,
): Readonly<Record<string, TypedFault>> {
  return Object.assign({}, ...Object.entries(fields).map(([name, field]) => faultsOfOne(name, field, typed)));
}

/** Fields that a step needs and that are still empty. */
export function missingForStep(
  fields: Readonly<Record<string, Field>>,
  needs: readonly string[],
  values: RecordValues,
): string[] {
  return needs.filter((name) => {
    const value = values[name];
    const isEmpty = value === null || value === undefined || value === '' || (Array.isArray(value) && !value.length);
    return fields[name] !== undefined && isEmpty;
  });
}

/** Only the fields whose inputs were changed: what was not touched is not sent, masked and rounded texts least of all. */
export function changedValues(fields: Readonly<Record<string, Field>>, before: Typed, typed: Typed): RecordValues {
  const values = valuesOfTyped(fields, typed);
  const isChanged = (name: string): boolean => {
    const field = fields[name];
    return field !== undefined && inputsOf(name, field).some((input) => textOf(before, input) !== textOf(typed, input));
  };
  return Object.fromEntries(Object.entries(values).filter(([name]) => isChanged(name)));
}
