import { z } from 'zod';
import { roles } from '../../identity/index.ts';
import { timings } from '../rules/filter.ts';

export const registerKey = z.string().regex(/^[a-z][a-z0-9-]{1,39}$/);
export const recordId = z.templateLiteral(['record_', z.string().max(80)]);

export const texts = z.object({ vi: z.string(), en: z.string() });

/** A declaration; its exact shape is `RegisterDeclaration` of the rules, docs/register-format.md says what each part means. */
export const declarationBody = z.record(z.string(), z.unknown());
/** Values by field: `Value` of the rules. */
export const valuesBody = z.record(z.string(), z.unknown());

export const shelfEntry = z.object({
  key: z.string(),
  name: texts,
  purpose: texts,
  group: z.enum(['direction', 'institutions', 'procedures', 'organisation', 'service', 'money', 'digital', 'own']),
  isOwn: z.boolean(),
  open: z.number(),
  late: z.number(),
  total: z.number(),
  mayChange: z.boolean(),
  mayDeclare: z.boolean(),
  /** Whether its days are being derived anew after a change of the calendar. */
  isRedated: z.boolean(),
});

export const registerBody = z.object({
  declaration: declarationBody,
  isOwn: z.boolean(),
  role: z.enum(roles),
  /** Fields that the reader knows of and may not read: shown as masked. */
  masked: z.array(z.string()),
  /** Fields that the reader may change. */
  changeable: z.array(z.string()),
  /** What the list can be sorted by. */
  sortable: z.array(z.string()),
  mayChange: z.boolean(),
  mayDeclare: z.boolean(),
  /** Records derived anew so far after a change of the declaration; null while nothing is being rebuilt. */
  rebuilt: z.number().nullable(),
  /** How far the days are derived anew after a change of the calendar; null where they are those that hold. */
  redated: z.object({ percent: z.number(), at: z.string(), by: z.string() }).nullable(),
});

export const recordBody = z.object({
  recordId: z.string(),
  title: z.string().nullable(),
  values: valuesBody,
  computed: z.record(z.string(), z.string().nullable()),
  unitId: z.string().nullable(),
  step: z.string().nullable(),
  dueOn: z.string().nullable(),
  originalDueOn: z.string().nullable(),
  finishedOn: z.string().nullable(),
  timing: z.enum(timings).nullable(),
  version: z.number(),
  createdAt: z.string(),
  createdName: z.string(),
  changedAt: z.string(),
  changedName: z.string(),
  isDeleted: z.boolean(),
  mayChange: z.boolean(),
});

/** A further deadline of a record: what it counts from, when it is due, how it stands, when it was stopped. */
export const clockBody = z.object({
  name: z.string(),
  beginsOn: z.string().nullable(),
  dueOn: z.string().nullable(),
  finishedOn: z.string().nullable(),
  timing: z.enum(timings),
});

export const labelsBody = z.object({
  units: z.record(z.string(), z.string()),
  people: z.record(z.string(), z.string()),
  links: z.record(
    z.string(),
    z.object({
      register: z.string().nullable(),
      title: z.string().nullable(),
      state: z.enum(['there', 'deleted', 'not-yours', 'lost']),
    }),
  ),
  files: z.record(z.string(), z.object({ name: z.string(), byteCount: z.number(), mediaType: z.string() }).nullable()),
});

export const changeBody = z.object({
  version: z.number(),
  at: z.string(),
  actorName: z.string(),
  kind: z.string(),
  note: z.string().nullable(),
  before: valuesBody,
  after: valuesBody,
  step: z.object({ from: z.string().nullable(), to: z.string().nullable() }).nullable(),
  days: z
    .array(z.object({ clock: z.string().nullable(), from: z.string().nullable(), to: z.string().nullable() }))
    .readonly(),
  hidden: z.number(),
});
