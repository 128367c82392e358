import { z } from 'zod';
import { taskStates } from '../rules/task.ts';
import { extensionStates } from '../store/extensions.ts';
import { occurrenceStates } from '../store/occurrences.ts';
import { partStates } from '../store/parts.ts';
import { productStates } from '../store/products.ts';
import { taskBody } from '../wire.ts';

const eventBody = z.object({
  eventId: z.string(),
  at: z.string(),
  actorId: z.string().nullable(),
  actorName: z.string(),
  kind: z.string(),
  note: z.string().nullable(),
  details: z.record(z.string(), z.unknown()).nullable(),
});

const partBody = z.object({
  unitId: z.string(),
  owes: z.string(),
  dueOn: z.string().nullable(),
  state: z.enum(partStates),
  note: z.string().nullable(),
  handedInOn: z.string().nullable(),
  reason: z.string().nullable(),
});

const productBody = z.object({
  productId: z.string(),
  unitId: z.string().nullable(),
  title: z.string(),
  fileId: z.string().nullable(),
  fileName: z.string().nullable(),
  byteCount: z.number().nullable(),
  documentNumber: z.string().nullable(),
  documentDay: z.string().nullable(),
  state: z.enum(productStates),
  addedBy: z.string(),
  addedName: z.string(),
  addedAt: z.string(),
  reason: z.string().nullable(),
});

export const extensionBody = z.object({
  extensionId: z.string(),
  /** The occurrence that it is for; null: the task itself. */
  occurrenceKey: z.string().nullable(),
  askedBy: z.string(),
  askedName: z.string(),
  askedOn: z.string(),
  reason: z.string(),
  fromDay: z.string(),
  newDay: z.string(),
  addressee: z.enum(['office', 'province']),
  requestNumber: z.string().nullable(),
  requestDay: z.string().nullable(),
  state: z.enum(extensionStates),
  decidedName: z.string().nullable(),
  decidedOn: z.string().nullable(),
  answer: z.string().nullable(),
  answerNumber: z.string().nullable(),
  answerDay: z.string().nullable(),
});

export const occurrenceBody = z.object({
  key: z.string(),
  name: z.string(),
  dueOn: z.string(),
  /** The day set first, where a later one was granted. */
  originalDueOn: z.string().nullable(),
  kind: z.enum(['period', 'check']),
  state: z.enum(occurrenceStates),
  handedInBy: z.string().nullable(),
  handedInOn: z.string().nullable(),
  doneOn: z.string().nullable(),
  note: z.string().nullable(),
  documentNumber: z.string().nullable(),
});

const startBody = z.object({
  startId: z.string(),
  happenedOn: z.string(),
  minuteOfDay: z.number().nullable(),
  documentNumber: z.string().nullable(),
  recordedName: z.string(),
  recordedAt: z.string(),
  undoneName: z.string().nullable(),
  undoneAt: z.string().nullable(),
  undoneReason: z.string().nullable(),
});

/** Everything that the page of one task shows. */
export const taskPageBody = z.object({
  task: taskBody,
  /** 0–100, added up from the steps. */
  progress: z.number(),
  steps: z.array(
    z.object({
      taskId: z.string(),
      title: z.string(),
      state: z.enum(taskStates),
      dueOn: z.string().nullable(),
      leadId: z.string().nullable(),
      progress: z.number(),
    }),
  ),
  parent: z.object({ taskId: z.string(), title: z.string() }).nullable(),
  leaves: z.array(
    z.object({ code: z.string(), name: z.string(), max: z.string().nullable(), lost: z.string().nullable() }),
  ),
  /** Points at stake, as far as they are stated. */
  points: z.string().nullable(),
  parts: z.array(partBody),
  products: z.array(productBody),
  extensions: z.array(extensionBody),
  extensionRoom: z.object({ askBy: z.string().nullable(), mostTimes: z.number(), timesLeft: z.number() }),
  /** Each with until when and how often a later day may still be asked for. */
  occurrences: z.array(occurrenceBody.extend({ askBy: z.string(), timesLeft: z.number() })),
  starts: z.array(startBody),
  /** Days late by unit, where the lead unit ended while the task was open. */
  lateness: z.array(z.object({ unitId: z.string(), days: z.number() })),
  mentionable: z.array(z.object({ username: z.string(), displayName: z.string() })),
  events: z.array(eventBody),
  may: z.object({
    change: z.boolean(),
    report: z.boolean(),
    approve: z.boolean(),
    handDown: z.boolean(),
    askExtension: z.boolean(),
    decideExtension: z.boolean(),
    changeDeadline: z.boolean(),
    parts: z.array(z.string()),
  }),
});
