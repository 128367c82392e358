import { formatDay, parseCivilDate } from '../../../../kernel/civil-date.ts';
import { Decimal, formatPaperNumber, roundHalfUp } from '../../../../kernel/decimal.ts';
import { momentText } from '../../../../web/ui/moments.ts';
import type { Field, OfficialDocument } from '../../index.ts';

/** A value as the server keeps it; what it is follows from the kind of its field. */
export type RecordValue = unknown;
export type RecordValues = Readonly<Record<string, RecordValue>>;

/** Names of what a record only points at, and the few words that a value may be made of. */
export type ValueWords = {
  readonly language: 'vi' | 'en';
  readonly yes: string;
  readonly no: string;
  /** Unit, person, file or record of another register by its identifier; the identifier itself where nobody knows it. */
  readonly nameOf: (kind: 'unit' | 'person' | 'files' | 'link', id: string) => string;
};

/** Digits that a computed number is shown with; what is stored keeps all of its own. */
const SHOWN_DIGITS = 4;

export function listOf(value: RecordValue): readonly string[] {
  if (Array.isArray(value)) return value.map(String);
  return typeof value === 'string' && value !== '' ? [value] : [];
}

export function documentOf(value: RecordValue): OfficialDocument | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  const part = (name: string): string | null => {
    const held: unknown = Object.entries(value).find(([key]) => key === name)?.[1];
    return typeof held === 'string' && held !== '' ? held : null;
  };
  return { number: part('number') ?? '', date: part('date'), issuer: part('issuer'), subject: part('subject') };
}

/** 80,567 · 1.234; the text itself where it is no number. */
export function numberText(value: string): string {
  try {
    return formatPaperNumber(roundHalfUp(new Decimal(value), SHOWN_DIGITS));
  } catch {
    return value;
  }
}

function dayOr(text: string): string {
  const day = parseCivilDate(text);
  return day ? formatDay(day) : text;
}

/** 45/QĐ-UBND ngày 12/12/2024 · UBND tỉnh · về việc … */
export function documentText(document: OfficialDocument, dated: (number: string, day: string) => string): string {
  const { number, date, issuer, subject } = document;
  const head = date ? dated(number, dayOr(date)) : number;
  return [head, issuer, subject].filter(Boolean).join(' · ');
}

const datedIn = {
  vi: (number: string, day: string): string => [number, `ngày ${day}`].filter(Boolean).join(' '),
  en: (number: string, day: string): string => [number, `of ${day}`].filter(Boolean).join(' '),
};

function momentOr(text: string): string {
  return Number.isNaN(Date.parse(text)) ? text : momentText(text);
}

/** A choice in words; an option that is gone altogether by its key, so that nothing is hidden. */
export function optionText(field: Extract<Field, { kind: 'choice' }>, key: string, language: 'vi' | 'en'): string {
  return field.options[key]?.[language] ?? key;
}

/** A value as it is written on paper; nothing for an absent one. */
export function valueText(field: Field, value: RecordValue, words: ValueWords): string {
  if (value === null || value === undefined || value === '') return '';
  switch (field.kind) {
    case 'text':
    case 'long-text':
      return String(value);
    case 'number':
    case 'money':
      return numberText(String(value));
    case 'percent':
      return `${numberText(String(value))}\u00a0%`;
    case 'day':
      return dayOr(String(value));
    case 'instant':
      return momentOr(String(value));
    case 'yes-no':
      return value === true ? words.yes : words.no;
    case 'choice':
      return listOf(value)
        .map((key) => optionText(field, key, words.language))
        .join(', ');
    case 'unit':
    case 'person':
    case 'files':
    case 'link': {
      const { kind } = field;
      return listOf(value)
        .map((id) => words.nameOf(kind, id))
        .join(', ');
    }
    case 'document': {
      const document = documentOf(value);
      return document ? documentText(document, datedIn[words.language]) : '';
    }
    case 'computed':
      return valueText(computedAs(field), value, words);
  }
}

/** The field that a computed value is shown as. */
export function computedAs({ label, as }: Extract<Field, { kind: 'computed' }>): Field {
  return { label, kind: as };
}

const NUMERIC = new Set<Field['kind']>(['number', 'money', 'percent']);

/** Figures stand under each other, digit under digit. */
export function isFigure(field: Field): boolean {
  return NUMERIC.has(field.kind === 'computed' ? field.as : field.kind);
}

/** The unit that a heading names once, so that cells need not repeat it: "Kinh phí (đồng)". */
export function headingOf(field: Field, language: 'vi' | 'en'): string {
  const isMoney = field.kind === 'money' || (field.kind === 'computed' && field.as === 'money');
  return isMoney ? `${field.label[language]} (đồng)` : field.label[language];
}
