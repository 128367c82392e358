import { z } from 'zod';
import { roles } from '../../identity/index.ts';
import type { Clock, DueRule, Field, RegisterDeclaration, RegisterMeasure } from './declaration.ts';
import { type Filter, timings } from './filter.ts';

const MOST_FIELDS = 80;
const MOST_PARTS = 40;
const LONGEST_TEXT = 300;

export const registerKeyPattern = /^[a-z][a-z0-9-]{1,39}$/;
const key = z.string().regex(registerKeyPattern);
/** Names of fields, steps, options and measures: letters, digits, hyphen and underscore. */
const name = z.string().regex(/^[a-zA-Z][a-zA-Z0-9_-]{0,39}$/);
const texts = z.object({
  vi: z.string().trim().min(1).max(LONGEST_TEXT),
  en: z.string().trim().min(1).max(LONGEST_TEXT),
});
const role = z.enum(roles);

/** A field, a day of the record, or the due day of a clock (`due-day:publish`). */
const readName = z.string().regex(/^[a-zA-Z][a-zA-Z0-9_-]{0,39}(:[a-zA-Z][a-zA-Z0-9_-]{0,39})?$/);

export const filterShape: z.ZodType<Filter> = z.lazy(() => {
  const parts = z.array(filterShape).max(MOST_PARTS);
  return z.union([
    z.strictObject({
      field: readName,
      is: z.union([z.string().max(500), z.boolean(), z.array(z.string().max(500)).max(200)]),
    }),
    z.strictObject({ field: readName, isEmpty: z.boolean() }),
    z.strictObject({ field: readName, op: z.enum(['<', '<=', '=', '>=', '>']), than: readName }),
    z.strictObject({
      field: readName,
      from: z.string().max(60).exactOptional(),
      to: z.string().max(60).exactOptional(),
    }),
    z.strictObject({ step: z.array(name).max(MOST_PARTS) }),
    z.strictObject({ timing: z.array(z.enum(timings)), clock: name.exactOptional() }),
    z.strictObject({ field: readName, hasAll: z.array(name).min(1).max(200) }),
    z.strictObject({ all: parts }),
    z.strictObject({ any: parts }),
    z.strictObject({ not: filterShape }),
  ]);
});

const fieldBase = {
  label: texts,
  help: texts.exactOptional(),
  required: z.boolean().exactOptional(),
  isPersonal: z.boolean().exactOptional(),
  isPublic: z.boolean().exactOptional(),
  seenBy: z.array(role).exactOptional(),
  changedBy: z.array(role).exactOptional(),
  isColumn: z.boolean().exactOptional(),
};
const decimals = z.number().int().min(0).max(12).exactOptional();

export const fieldShape: z.ZodType<Field> = z.discriminatedUnion('kind', [
  z.strictObject({
    ...fieldBase,
    kind: z.enum(['text', 'long-text']),
    maxLength: z.number().int().min(1).max(20_000).exactOptional(),
  }),
  z.strictObject({
    ...fieldBase,
    kind: z.literal('number'),
    decimals,
    min: z.number().exactOptional(),
    max: z.number().exactOptional(),
  }),
  z.strictObject({ ...fieldBase, kind: z.literal('money') }),
  z.strictObject({ ...fieldBase, kind: z.literal('percent'), decimals, max: z.number().exactOptional() }),
  z.strictObject({ ...fieldBase, kind: z.enum(['day', 'instant', 'yes-no', 'unit', 'person']) }),
  z.strictObject({
    ...fieldBase,
    kind: z.literal('choice'),
    options: z.record(name, texts),
    retired: z.array(name).exactOptional(),
    isMultiple: z.boolean().exactOptional(),
  }),
  z.strictObject({ ...fieldBase, kind: z.literal('document') }),
  z.strictObject({ ...fieldBase, kind: z.literal('files'), atMost: z.number().int().min(1).max(100).exactOptional() }),
  z.strictObject({ ...fieldBase, kind: z.literal('link'), register: key, isMultiple: z.boolean().exactOptional() }),
  z.strictObject({
    ...fieldBase,
    kind: z.literal('computed'),
    formula: z.string().min(1).max(500),
    as: z.enum(['number', 'percent', 'money', 'day']),
  }),
]);

export const dueRuleShape: z.ZodType<DueRule> = z.lazy(() =>
  z.union([
    z.strictObject({ field: name, inclusive: z.boolean().exactOptional(), extendedBy: name.exactOptional() }),
    z.strictObject({
      relativeTo: name,
      amount: z.number().int().min(0).max(3660),
      unit: z.enum(['working-day', 'day', 'month']),
      direction: z.enum(['after', 'before']).exactOptional(),
      extendedBy: name.exactOptional(),
    }),
    z.strictObject({ phrase: z.string().min(1).max(500), yearOf: name }),
    z.strictObject({ by: name, cases: z.record(name, dueRuleShape), otherwise: dueRuleShape.exactOptional() }),
  ]),
);

const stepShape = z.strictObject({
  label: texts,
  isEnd: z.boolean().exactOptional(),
  needs: z.array(name).exactOptional(),
  next: z.array(name).exactOptional(),
});

const clockShape: z.ZodType<Clock> = z.strictObject({
  label: texts,
  due: dueRuleShape,
  finishedOn: name,
  where: filterShape.exactOptional(),
  remindBefore: z.array(z.number().int().min(0).max(60)).max(10).exactOptional(),
});

const measureShape: z.ZodType<RegisterMeasure> = z.strictObject({
  label: texts,
  kind: z.enum(['count', 'share', 'sum', 'average', 'latest', 'lateness']),
  of: name.exactOptional(),
  dividedBy: name.exactOptional(),
  where: filterShape.exactOptional(),
  among: filterShape.exactOptional(),
  distinct: name.exactOptional(),
  outOf: z.literal('units').exactOptional(),
  periodBy: name,
  clock: name.exactOptional(),
  closesOn: z
    .string()
    .regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/)
    .exactOptional(),
  byUnit: name.exactOptional(),
  unit: z.union([z.enum(['%', 'đồng', 'điểm', 'ngày']), texts]).exactOptional(),
  target: z
    .strictObject({
      op: z.enum(['>=', '>', '=', '<', '<=']),
      value: z.string().regex(/^-?\d{1,20}(\.\d{1,12})?$/),
    })
    .exactOptional(),
  leaves: z.array(z.string().max(60)).max(60).exactOptional(),
  place: z.number().int().min(0).max(99).exactOptional(),
});

const atMost = <Shape extends z.ZodType>(shape: Shape, count: number) =>
  z.record(name, shape).refine((entries) => Object.keys(entries).length <= count, `at most ${count}`);

/** A declaration as it arrives from outside; what the shapes cannot say is checked by `checkDeclaration`. */
export const declarationShape: z.ZodType<RegisterDeclaration> = z.strictObject({
  key,
  version: z.number().int().min(1),
  name: texts,
  purpose: texts,
  group: z.enum(['direction', 'institutions', 'procedures', 'organisation', 'service', 'money', 'digital', 'own']),
  fields: atMost(fieldShape, MOST_FIELDS),
  title: name,
  owner: name,
  holder: name.exactOptional(),
  due: dueRuleShape.exactOptional(),
  clocks: atMost(clockShape, MOST_PARTS).exactOptional(),
  steps: atMost(stepShape, MOST_PARTS).exactOptional(),
  firstStep: name.exactOptional(),
  finishedOn: name.exactOptional(),
  unique: z.array(z.array(name).min(1).max(8)).max(8).exactOptional(),
  seenBy: z.array(role).exactOptional(),
  remindBefore: z.array(z.number().int().min(0).max(60)).max(10).exactOptional(),
  measures: atMost(measureShape, MOST_PARTS).exactOptional(),
});
