import { z } from 'zod';
import { confirmationShape, contentShape, decimalText } from '../rules/content.ts';
import { formShape } from '../rules/duty.ts';
import { oddReasons } from '../rules/odd-figures.ts';
import { stages } from '../rules/stages.ts';
import { standings } from '../rules/standing.ts';

export const dutyId = z.templateLiteral(['duty_', z.string().max(80)]);
export const periodKey = z.string().min(1).max(20);
export const year = z.coerce.number().int().min(2000).max(2100);
export const periodPlace = z.object({ dutyId, key: periodKey });

export const standing = z.enum(standings);
export const stage = z.enum(stages);
export const submissionState = z.enum(['none', 'draft', 'handed-in', 'returned']);

export const cutOffBody = z.object({
  stage,
  text: z.string(),
  dueOn: z.string(),
  standing: standing.nullable(),
  daysLate: z.number(),
});

export const countsBody = z.object({
  expected: z.number(),
  handedIn: z.number(),
  late: z.number(),
  overdue: z.number(),
  returned: z.number(),
  missing: z.number(),
});

export const departmentBody = z.object({ standing, daysLate: z.number(), dueOn: z.string() }).nullable();

export const gridCellBody = z.object({
  dutyId: z.string(),
  name: z.string(),
  key: z.string(),
  periodId: z.string(),
  periodName: z.string(),
  dueOn: z.string(),
  cutOffs: z.array(cutOffBody),
  isClosed: z.boolean(),
  isWhole: z.boolean(),
  counts: countsBody,
  department: departmentBody,
  sentOn: z.string().nullable(),
});

export const unitRowBody = z.object({
  dutyId: z.string(),
  name: z.string(),
  key: z.string(),
  periodName: z.string(),
  unitId: z.string(),
  dueOn: z.string(),
  text: z.string(),
  standing,
  daysLate: z.number(),
  state: submissionState,
  firstOn: z.string().nullable(),
  againBy: z.string().nullable(),
  returns: z.number(),
  workingDaysLeft: z.number().nullable(),
  isClosed: z.boolean(),
});

export const headBody = {
  dutyId: z.string(),
  key: z.string(),
  name: z.string(),
  periodName: z.string(),
  firstDay: z.string(),
  lastDay: z.string(),
  receivers: z.array(z.string()),
  upward: z.string().nullable(),
  source: z.string().nullable(),
  isClosed: z.boolean(),
  form: formShape,
  cutOffs: z.array(cutOffBody),
};

const numbers = z.record(z.string(), z.string().nullable());
const texts = z.record(z.string(), z.string());

export const fileBody = z.object({
  fileId: z.string(),
  unitId: z.string(),
  name: z.string(),
  mediaType: z.string(),
  byteCount: z.number(),
});

export const conflictBody = z.object({
  kind: z.enum(['number', 'text']),
  field: z.string(),
  mine: z.string().nullable(),
  theirs: z.string().nullable(),
});

const oddBody = z.object({ field: z.string(), reason: z.enum(oddReasons), value: z.string(), against: z.string() });

export const submissionBody = z.object({
  ...headBody,
  unitId: z.string(),
  state: submissionState,
  standing,
  daysLate: z.number(),
  againBy: z.string().nullable(),
  version: z.number(),
  content: contentShape,
  editors: z.record(z.string(), z.object({ name: z.string(), at: z.string() })),
  fromUnitId: z.string().nullable(),
  faults: z.array(
    z.object({
      field: z.string(),
      fault: z.enum(['missing', 'below', 'above', 'decimals', 'unknown']),
      bound: z.string().nullable(),
    }),
  ),
  odd: z.array(oddBody),
  unanswered: z.array(oddBody),
  history: z.array(z.object({ key: z.string(), name: z.string(), handedInOn: z.string(), numbers, texts })),
  handIns: z.array(
    z.object({
      number: z.number(),
      handedInAt: z.string(),
      handedInOn: z.string(),
      handedInName: z.string(),
      content: contentShape,
      returnedOn: z.string().nullable(),
      returnedByName: z.string().nullable(),
      returnReason: z.string().nullable(),
      againBy: z.string().nullable(),
    }),
  ),
  files: z.array(fileBody),
  handedOver: z
    .object({
      successorIds: z.array(z.string()),
      endedOn: z.string(),
      daysLateBefore: z.number(),
      daysLateAfter: z.number(),
    })
    .nullable(),
  may: z.object({ submit: z.boolean(), return: z.boolean(), compile: z.boolean() }),
  today: z.string(),
});

const fieldKey = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/);
const longText = z.string().max(60_000);

/** Fields that somebody changed, each with what the screen showed before. */
export const changesShape = z
  .array(
    z.discriminatedUnion('kind', [
      z.object({
        kind: z.literal('number'),
        field: fieldKey,
        from: decimalText.nullable(),
        to: decimalText.nullable(),
      }),
      z.object({ kind: z.literal('text'), field: fieldKey, from: longText.nullable(), to: longText.nullable() }),
    ]),
  )
  .max(300);

export const periodBody = z.object({
  ...headBody,
  state: z.enum(['open', 'closed']),
  texts,
  takenAt: z.string().nullable(),
  version: z.number(),
  closedOn: z.string().nullable(),
  sentNumber: z.string().nullable(),
  sentDocumentOn: z.string().nullable(),
  sentOn: z.string().nullable(),
  passedOn: z.string().nullable(),
  department: departmentBody,
  units: z.array(
    z.object({
      unitId: z.string(),
      standing,
      daysLate: z.number(),
      state: submissionState,
      firstOn: z.string().nullable(),
      lastOn: z.string().nullable(),
      returns: z.number(),
      number: z.number().nullable(),
      numbers,
      texts,
      confirmations: z.array(confirmationShape),
      repeated: z.array(z.string()),
      change: z.enum(['new', 'changed', 'same', 'gone']).nullable(),
    }),
  ),
  figures: z.array(
    z.object({
      field: z.string(),
      total: z.string().nullable(),
      given: z.number(),
      byUnit: z.record(z.string(), z.string()),
      last: z.string().nullable(),
    }),
  ),
  lastName: z.string().nullable(),
  files: z.array(fileBody),
  events: z.array(
    z.object({
      eventId: z.string(),
      at: z.string(),
      actorName: z.string(),
      kind: z.string(),
      note: z.string().nullable(),
    }),
  ),
  mayCompile: z.boolean(),
  today: z.string(),
});
