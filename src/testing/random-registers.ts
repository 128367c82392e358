import { addDays, civilDate } from '../kernel/civil-date.ts';
import type { Field, Filter, RegisterDeclaration, RegisterMeasure, Step } from '../slices/registers/index.ts';
import { timings } from '../slices/registers/index.ts';

/** A small generator that gives the same numbers for the same seed. */
export type Random = {
  readonly below: (limit: number) => number;
  readonly chance: (share: number) => boolean;
  readonly of: <One>(list: readonly One[]) => One;
};

export function makeRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  return {
    below,
    chance: (share) => next() < share,
    of: (list) => {
      const one = list[below(list.length)];
      if (one === undefined) throw new RangeError('nothing to choose from');
      return one;
    },
  };
}

const both = (text: string) => ({ vi: text, en: text });
const UNITS = ['unit_vpdk', 'unit_khtc', 'unit_vanphong', 'unit_cntt'] as const;
const PEOPLE = ['user_cchc', 'user_chuyenvien', 'user_truongphong'] as const;
const SYLLABLES =
  'Quyết định giải phóng mặt bằng đất đai hồ sơ kiểm tra Đăng ký thủ tục hành chính cấp xã phường môi trường'.split(
    ' ',
  );
const kinds = [
  'text',
  'long-text',
  'number',
  'money',
  'percent',
  'day',
  'instant',
  'yes-no',
  'unit',
  'person',
  'choice',
  'choices',
  'document',
] as const;

export const randomDay = (random: Random): string => addDays(civilDate('2025-10-01'), random.below(500));
const randomText = (random: Random): string =>
  Array.from({ length: 1 + random.below(6) }, () => random.of(SYLLABLES)).join(random.of([' ', ' ', ', ', '-', '/']));

function randomField(random: Random, kind: (typeof kinds)[number], label: string): Field {
  const options = { a: both('Một'), b: both('Hai'), c: both('Ba'), d: both('Bốn') };
  const rights = random.chance(0.2)
    ? random.of([
        { isPersonal: true },
        { seenBy: ['par-officer', 'director'] as const },
        { changedBy: ['par-officer'] as const },
      ])
    : {};
  const base = { label: both(label), ...rights, ...(random.chance(0.3) ? { isColumn: true } : {}) };
  switch (kind) {
    case 'choice':
      return { ...base, kind: 'choice', options };
    case 'choices':
      return { ...base, kind: 'choice', options, isMultiple: true };
    case 'number':
    case 'percent':
      return { ...base, kind, decimals: 2 };
    default:
      return { ...base, kind };
  }
}

function valueFor(random: Random, field: Field): unknown {
  switch (field.kind) {
    case 'text':
    case 'long-text':
      return randomText(random);
    case 'number':
    case 'percent':
      return (random.below(40_000) / 100 - 50).toFixed(2);
    case 'money':
      return String(random.below(1_000_000_000));
    case 'day':
      return randomDay(random);
    case 'instant':
      return `${randomDay(random)}T${String(random.below(24)).padStart(2, '0')}:30:00Z`;
    case 'yes-no':
      return random.chance(0.5);
    case 'unit':
      return random.of(UNITS);
    case 'person':
      return random.of(PEOPLE);
    case 'choice': {
      const keys = Object.keys(field.options);
      return field.isMultiple ? keys.filter(() => random.chance(0.4)) : random.of(keys);
    }
    case 'document':
      return {
        number: `${random.below(90)}/QĐ-UBND`,
        date: randomDay(random),
        issuer: 'UBND tỉnh',
        subject: randomText(random),
      };
    default:
      return null;
  }
}

/** Values for every field that people fill; some are left empty. */
export function randomValues(random: Random, { fields }: RegisterDeclaration, filled = 0.8): Record<string, unknown> {
  const entries = Object.entries(fields).filter(([, field]) => field.kind !== 'computed');
  return Object.fromEntries(
    entries.flatMap(([name, field]) =>
      field.required || random.chance(filled) ? [[name, valueFor(random, field)]] : [],
    ),
  );
}

const namesOf = ({ fields }: Pick<RegisterDeclaration, 'fields'>, ...wanted: string[]): string[] =>
  Object.keys(fields).filter((name) => wanted.includes(fields[name]?.kind ?? ''));

function randomAtom(random: Random, declaration: RegisterDeclaration): Filter {
  const { fields } = declaration;
  const kind = random.below(6);
  if (kind === 0) return { timing: timings.filter(() => random.chance(0.4)) };
  if (kind === 1 && declaration.steps) return { step: Object.keys(declaration.steps).filter(() => random.chance(0.5)) };
  const days = [...namesOf(declaration, 'day', 'instant'), 'due-day', 'finished-day'];
  if (kind === 2)
    return { field: random.of(days), op: random.of(['<', '<=', '=', '>=', '>'] as const), than: random.of(days) };
  const name = random.of(Object.keys(fields));
  const field = fields[name];
  if (!field || kind === 3) return { field: name, isEmpty: random.chance(0.5) };
  const value = valueFor(random, field);
  if (['number', 'money', 'percent', 'day', 'instant'].includes(field.kind) || field.kind === 'computed') {
    if (field.kind === 'computed') return { field: name, from: field.as === 'day' ? randomDay(random) : '2' };
    const bound = String(value);
    return random.of<Filter>([
      { field: name, from: bound },
      { field: name, to: bound },
      { field: name, is: bound },
    ]);
  }
  if (Array.isArray(value))
    return value.length
      ? random.of<Filter>([
          { field: name, hasAll: value },
          { field: name, is: value },
        ])
      : { field: name, isEmpty: true };
  if (typeof value === 'boolean') return { field: name, is: value };
  return { field: name, is: field.kind === 'document' ? String((value as { number: string }).number) : String(value) };
}

export function randomFilter(random: Random, declaration: RegisterDeclaration, depth = 0): Filter {
  if (depth < 2 && random.chance(0.5)) {
    const parts = [0, 1].map(() => randomFilter(random, declaration, depth + 1));
    return random.of<Filter>([{ all: parts }, { any: parts }, { not: { all: parts } }]);
  }
  return randomAtom(random, declaration);
}

function randomMeasure(random: Random, declaration: RegisterDeclaration, place: number): RegisterMeasure {
  const numbers = namesOf(declaration, 'number', 'money', 'percent');
  const days = namesOf(declaration, 'day');
  const kind = random.of([
    'count',
    'share',
    'lateness',
    ...(numbers.length ? (['sum', 'average', 'latest', 'share'] as const) : []),
  ] as const);
  const needs = ['sum', 'average', 'latest'].includes(kind);
  const timed = kind !== 'latest';
  const filter = (): Filter => {
    const one = randomFilter(random, declaration);
    return !timed && JSON.stringify(one).includes('"timing"') ? { field: declaration.title, isEmpty: false } : one;
  };
  const isDistinct = (kind === 'count' || kind === 'share') && random.chance(0.25);
  return {
    label: both(`Số liệu ${place}`),
    kind,
    ...(needs || (kind === 'share' && numbers.length && !isDistinct && random.chance(0.3))
      ? { of: random.of(numbers) }
      : {}),
    ...(random.chance(0.7) ? { where: filter() } : {}),
    ...(random.chance(0.4) ? { among: filter() } : {}),
    ...(isDistinct ? { distinct: random.of(Object.keys(declaration.fields)) } : {}),
    ...(random.chance(0.15) ? { closesOn: '09-30' } : {}),
    periodBy: random.of([...days, 'due-day', 'created-day'] as const),
  };
}

/** A declaration of random fields, rights, deadline, steps and measures. */
export function randomDeclaration(random: Random, key: string): RegisterDeclaration {
  const fields: Record<string, Field> = {
    name: { kind: 'text', label: both('Tên việc'), required: true },
    unit: { kind: 'unit', label: both('Đơn vị'), ...(random.chance(0.7) ? { required: true } : {}) },
    start: { kind: 'day', label: both('Bắt đầu') },
    done: { kind: 'day', label: both('Xong ngày') },
  };
  for (let place = 0; place < 3 + random.below(10); place += 1) {
    const kind = random.of(kinds);
    fields[`f${place}`] = randomField(random, kind, `Ô ${place} ${kind}`);
  }
  const numbers = namesOf({ fields }, 'number', 'money', 'percent');
  fields.days = {
    kind: 'computed',
    label: both('Số ngày'),
    formula: 'working_days_between(start, done)',
    as: 'number',
  };
  if (numbers.length)
    fields.twice = {
      kind: 'computed',
      label: both('Gấp đôi'),
      formula: `max(${random.of(numbers)} * 2, days)`,
      as: 'number',
    };
  const steps: Record<string, Step> = {
    open: { label: both('Mở') },
    doing: { label: both('Đang làm') },
    end: { label: both('Xong'), isEnd: true },
  };
  const base: RegisterDeclaration = {
    key,
    version: 1,
    name: both(`Sổ thử ${key}`),
    purpose: both('Thử'),
    group: 'own',
    fields,
    title: 'name',
    owner: 'unit',
    due: random.of<NonNullable<RegisterDeclaration['due']>>([
      { field: 'start' },
      { relativeTo: 'start', amount: 20, unit: 'working-day' },
      { relativeTo: 'start', amount: 2, unit: 'month' },
      { phrase: 'trước ngày 15/6 hằng năm', yearOf: 'start' },
    ]),
    ...(random.chance(0.6) ? { finishedOn: 'done' } : {}),
    ...(random.chance(0.7) ? { steps, firstStep: 'open' } : {}),
    ...(random.chance(0.4)
      ? {
          clocks: {
            extra: {
              label: both('Hạn phụ'),
              due: { relativeTo: 'start', amount: 5, unit: 'day' as const },
              finishedOn: 'done',
            },
          },
        }
      : {}),
  };
  const measures: Record<string, RegisterMeasure> = {};
  for (let place = 0; place < 2 + random.below(5); place += 1)
    measures[`m${place}`] = randomMeasure(random, base, place);
  return { ...base, measures };
}
