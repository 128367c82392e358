import {
  civilDate,
  formatDay,
  fromDayNumber,
  makeCivilDate,
  parseCivilDate,
  toDayNumber,
} from '../../../kernel/civil-date.ts';
import { Decimal } from '../../../kernel/decimal.ts';
import { foldVietnamese } from '../../../kernel/vietnamese.ts';
import type { Field, OfficialDocument, RegisterDeclaration } from './declaration.ts';
import type { Names } from './titles.ts';
import type { Value } from './values.ts';

/** Parts of a document, each a column of its own. */
export const documentParts = ['number', 'date', 'issuer', 'subject'] as const;
export type DocumentPart = (typeof documentParts)[number];

const PART_NAMES = { number: 'số', date: 'ngày', issuer: 'cơ quan ban hành', subject: 'trích yếu' } as const;

/** A column of a sheet: a field, or a part of a document; the step has a column of its own. */
export type SheetColumn = { readonly field: string; readonly part: DocumentPart | null; readonly header: string };

/** Name of the column that holds the step. */
export const STEP_COLUMN = '~step';

/** The columns of a register as a sheet, in the order of its fields. */
export function sheetColumns({ fields, steps }: Pick<RegisterDeclaration, 'fields' | 'steps'>): SheetColumn[] {
  const ofFields = Object.entries(fields).flatMap(([name, field]): SheetColumn[] =>
    field.kind === 'document'
      ? documentParts.map((part) => ({ field: name, part, header: `${field.label.vi}: ${PART_NAMES[part]}` }))
      : [{ field: name, part: null, header: field.label.vi }],
  );
  return steps ? [...ofFields, { field: STEP_COLUMN, part: null, header: 'Bước' }] : ofFields;
}

/** What a cell holds: a number only where the sheet shows it exactly. */
export type SheetCell = string | number | null;

const OFFICE = '+07:00';

function momentText(instant: string): string {
  const zoned = Temporal.Instant.from(instant).toZonedDateTimeISO(OFFICE);
  const two = (number: number): string => String(number).padStart(2, '0');
  const seconds = zoned.second || zoned.millisecond ? `:${two(zoned.second)}` : '';
  const thousandths = zoned.millisecond ? `.${String(zoned.millisecond).padStart(3, '0')}` : '';
  return `${two(zoned.day)}/${two(zoned.month)}/${zoned.year} ${two(zoned.hour)}:${two(zoned.minute)}${seconds}${thousandths}`;
}

const dayText = (text: string): string => {
  const day = parseCivilDate(text);
  return day ? formatDay(day) : text;
};

/** A decimal as a number of the sheet where that is exact, else with the comma of paper. */
function numberCell(text: string): SheetCell {
  const number = Number(text);
  return new Decimal(number).toFixed() === text && Math.abs(number) < 1e15 ? number : text.replace('.', ',');
}

/** What a record points to, by identifier. */
export type CellNames = Names & {
  readonly links: ReadonlyMap<string, string>;
  readonly files: ReadonlyMap<string, string>;
};

function listCell(field: Field, value: readonly string[], names: CellNames): string {
  if (field.kind === 'choice') return value.map((one) => field.options[one]?.vi ?? one).join('; ');
  if (field.kind === 'files') return value.map((one) => names.files.get(one) ?? one).join('; ');
  return value.map((one) => `${names.links.get(one) ?? ''} [${one}]`.trim()).join('; ');
}

function textCell(field: Field, value: string, names: CellNames): SheetCell {
  switch (field.kind) {
    case 'number':
    case 'money':
    case 'percent':
      return numberCell(value);
    case 'computed':
      return field.as === 'day' ? dayText(value) : numberCell(value);
    case 'day':
      return dayText(value);
    case 'instant':
      return momentText(value);
    case 'unit':
      return names.units.get(value) ?? value;
    case 'person':
      return names.people.get(value) ?? value;
    case 'choice':
    case 'link':
      return listCell(field, [value], names);
    default:
      return value;
  }
}

/** A value as a cell; `readCell` reads it back. */
export function writeCell(field: Field, part: DocumentPart | null, value: Value, names: CellNames): SheetCell {
  if (value === null) return null;
  if (typeof value === 'boolean') return value ? 'Có' : 'Không';
  if (typeof value === 'string') return textCell(field, value, names);
  if ('number' in value) {
    const text = value[part ?? 'number'];
    return part === 'date' && text ? dayText(text) : text;
  }
  return listCell(field, value, names);
}

/** A cell of a sheet as a reader hands it over. */
export type RawCell = string | number | boolean | Date | null;

/** Looks up what names in cells mean. */
export type CellLookup = {
  readonly units: ReadonlyMap<string, string>;
  readonly people: ReadonlyMap<string, string>;
  /** The unit that a name means where it is no unit's exact name; null where it is unsure. */
  readonly guessUnit: (name: string) => string | null;
};

export type CellFault =
  | 'not-a-day'
  | 'not-an-instant'
  | 'not-a-number'
  | 'not-yes-or-no'
  | 'not-an-option'
  | 'unit-unknown'
  | 'person-unknown'
  | 'link-unknown'
  | 'not-imported';
export type ReadCell = { readonly value: unknown } | { readonly fault: CellFault };

const EXCEL_EPOCH = toDayNumber(civilDate('1899-12-30'));
const WORDED = /^(?:ngay\s+)?(\d{1,2})\s+thang\s+(\d{1,2})\s+nam\s+(\d{4})$/;
const DAY_FIRST = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{2}|\d{4})$/;
const YEAR_FIRST = /^(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})$/;

/** A time behind a day, which a day field does without. */
const TIME_BEHIND = /(?:t|\s+)(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d+)?)?$/;
/** Years of two digits: up to 49 of this century, as plans reach beyond 2030; the others of the last. */
const fullYear = (year: string): number =>
  Number(year.length > 2 ? year : Number(year) < 50 ? `20${year}` : `19${year}`);

/** A day as sheets write it: 5/3/2026, 5/3/2026 08:30, 05-03-26, 2026-03-05, "ngày 5 tháng 3 năm 2026", a date cell, a serial number. */
export function readDayCell(raw: RawCell): string | null {
  if (raw instanceof Date) return Number.isNaN(raw.getTime()) ? null : parseCivilDate(raw.toISOString().slice(0, 10));
  if (typeof raw === 'number')
    return raw >= 20_000 && raw < 80_000 ? fromDayNumber(EXCEL_EPOCH + Math.floor(raw)) : null;
  if (typeof raw !== 'string') return null;
  const text = foldVietnamese(raw).replace(TIME_BEHIND, '');
  const worded = WORDED.exec(text) ?? DAY_FIRST.exec(text);
  if (worded) {
    const [, day, month, year = ''] = worded;
    return makeCivilDate(fullYear(year), Number(month), Number(day));
  }
  const turned = YEAR_FIRST.exec(text);
  return turned ? makeCivilDate(Number(turned[1]), Number(turned[2]), Number(turned[3])) : null;
}

const MOMENT = /^(\S+)[\sT]+(\d{1,2})[:h](\d{2})(?::(\d{2})(?:\.(\d{1,3}))?)?$/;

function readMomentCell(raw: RawCell): string | null {
  if (raw instanceof Date) return Number.isNaN(raw.getTime()) ? null : `${raw.toISOString().slice(0, 23)}${OFFICE}`;
  if (typeof raw === 'string' && /Z$|[+-]\d\d:\d\d$/.test(raw.trim())) return raw.trim();
  const match = typeof raw === 'string' ? MOMENT.exec(raw.trim()) : null;
  if (!match) {
    const day = readDayCell(raw);
    return day && `${day}T00:00:00${OFFICE}`;
  }
  const [, dayPart = '', hour = '', minute, second = '00', part = ''] = match;
  const day = readDayCell(dayPart);
  return day && `${day}T${hour.padStart(2, '0')}:${minute}:${second}.${part.padEnd(3, '0')}${OFFICE}`;
}

/** A number as sheets write it: 1234.5, "1.234,5", "12,5%", "1 234 đồng". */
export function readNumberCell(raw: RawCell): string | null {
  if (typeof raw === 'number') return Number.isFinite(raw) ? new Decimal(Number(raw.toPrecision(15))).toFixed() : null;
  if (typeof raw !== 'string') return null;
  const text = raw.replace(/\s|%|đồng|đ$|VNĐ|VND/gi, '').replace(/^[−–]/, '-');
  if (/^-?\d{1,3}(\.\d{3})+(,\d+)?$/.test(text)) return text.replaceAll('.', '').replace(',', '.');
  if (/^-?\d+,\d+$/.test(text)) return text.replace(',', '.');
  if (/^-?\d{1,3}(,\d{3})+(\.\d+)?$/.test(text)) return text.replaceAll(',', '');
  return /^-?\d+(\.\d+)?$/.test(text) ? text : null;
}

const YES = ['co', 'x', 'yes', 'true', 'dung', '1', '✓'];
const NO = ['khong', 'no', 'false', 'sai', '0', '-'];

type ChoiceField = Extract<Field, { kind: 'choice' }>;
/** Options of a field by their folded names, the first of a name: a sheet asks for them row by row. */
const foldedOptions = new WeakMap<ChoiceField, ReadonlyMap<string, string>>();

function optionsByName(field: ChoiceField): ReadonlyMap<string, string> {
  const known = foldedOptions.get(field);
  if (known) return known;
  const names = new Map<string, string>();
  for (const [key, { vi, en }] of Object.entries(field.options))
    for (const name of [vi, en]) if (!names.has(foldVietnamese(name))) names.set(foldVietnamese(name), key);
  foldedOptions.set(field, names);
  return names;
}

/** An option by its name in either language, or by its key. */
function readOption(field: ChoiceField, text: string): string | null {
  const named = optionsByName(field).get(foldVietnamese(text));
  return named ?? (Object.hasOwn(field.options, text) ? text : null);
}

function readOptions(field: ChoiceField, text: string): ReadCell {
  const parts = field.isMultiple
    ? text
        .split(/[;\n]/)
        .map((one) => one.trim())
        .filter(Boolean)
    : [text];
  const options = parts.map((one) => readOption(field, one));
  if (options.includes(null)) return { fault: 'not-an-option' };
  return { value: field.isMultiple ? options : options[0] };
}

function readLinks(field: Extract<Field, { kind: 'link' }>, text: string): ReadCell {
  const ids = [...text.matchAll(/\[?(record_[\w-]+)\]?/g)].map((match) => match[1]);
  if (ids.length === 0) return { fault: 'link-unknown' };
  return { value: field.isMultiple ? ids : ids[0] };
}

function readNamed(
  text: string,
  names: ReadonlyMap<string, string>,
  fault: CellFault,
  guess?: (name: string) => string | null,
): ReadCell {
  const id = names.get(foldVietnamese(text)) ?? guess?.(text) ?? null;
  return id === null ? { fault } : { value: id };
}

/** Whether a cell holds nothing. */
export const isBlank = (raw: RawCell): boolean => raw === null || (typeof raw === 'string' && raw.trim() === '');

/** The text of a cell as it was written: what stands before a formula sign was put there by us. */
const plainText = (raw: RawCell): string =>
  (raw instanceof Date ? (readDayCell(raw) ?? '') : String(raw)).replace(/^'(?=[=+\-@\t\r])/, '').trim();

const found = (value: string | null, fault: CellFault): ReadCell => (value === null ? { fault } : { value });

/** A cell as the value of a field, in the form that `readValue` takes; a blank one is absent. */
export function readCell(field: Field, part: DocumentPart | null, raw: RawCell, lookup: CellLookup): ReadCell {
  if (isBlank(raw)) return { value: null };
  const text = plainText(raw);
  switch (field.kind) {
    case 'number':
    case 'money':
    case 'percent':
      return found(readNumberCell(typeof raw === 'string' ? text : raw), 'not-a-number');
    case 'day':
      return found(readDayCell(typeof raw === 'string' ? text : raw), 'not-a-day');
    case 'instant':
      return found(readMomentCell(raw), 'not-an-instant');
    case 'document':
      return part === 'date' ? found(readDayCell(raw), 'not-a-day') : { value: text };
    case 'yes-no': {
      const folded = foldVietnamese(text);
      return YES.includes(folded)
        ? { value: true }
        : NO.includes(folded)
          ? { value: false }
          : { fault: 'not-yes-or-no' };
    }
    case 'choice':
      return readOptions(field, text);
    case 'unit':
      return readNamed(text, lookup.units, 'unit-unknown', lookup.guessUnit);
    case 'person':
      return readNamed(text, lookup.people, 'person-unknown');
    case 'link':
      return readLinks(field, text);
    case 'computed':
    case 'files':
      return { fault: 'not-imported' };
    default:
      return { value: text };
  }
}

/** A document out of the cells of its parts; null where none is filled. */
export function joinDocument(parts: Readonly<Partial<Record<DocumentPart, unknown>>>): OfficialDocument | null {
  const text = (part: DocumentPart): string | null =>
    typeof parts[part] === 'string' ? (parts[part] as string) : null;
  const document = {
    number: text('number') ?? '',
    date: text('date'),
    issuer: text('issuer'),
    subject: text('subject'),
  };
  return Object.values(document).some(Boolean) ? document : null;
}

/** A text that a spreadsheet program would take for a formula is written behind an apostrophe. */
export function safeText(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}
