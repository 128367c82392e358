import { z } from 'zod';
import { unitId } from '../../server/shapes.ts';
import { dueKinds, taskOrigins, taskStates } from './rules/task.ts';
import { deadlineShape, targetShape } from './rules/task-shapes.ts';

export const planId = z.templateLiteral(['plan_', z.string().max(80)]);
export const taskId = z.templateLiteral(['task_', z.string().max(80)]);
export const deficitId = z.templateLiteral(['deficit_', z.string().max(80)]);

export const meetingId = z.templateLiteral(['meeting_', z.string().max(80)]);
export const extensionId = z.templateLiteral(['extension_', z.string().max(80)]);
export const productId = z.templateLiteral(['product_', z.string().max(80)]);

export const namedUnit = z.object({ name: z.string(), unitId: z.string().nullable() });

export const taskBody = z.object({
  taskId: z.string(),
  planId: z.string().nullable(),
  planYear: z.number(),
  areaOrdinal: z.number().nullable(),
  ordinal: z.string().nullable(),
  title: z.string(),
  products: z.array(z.string()),
  targets: z.array(targetShape),
  deadlineText: z.string().nullable(),
  deadlines: z.array(deadlineShape),
  dueOn: z.string().nullable(),
  dueKind: z.enum(dueKinds),
  state: z.enum(taskStates),
  doneOn: z.string().nullable(),
  handedInOn: z.string().nullable(),
  /** The last day as it was set first; an extension never moves it. */
  originalDueOn: z.string().nullable(),
  /** The due day, or the earliest occurrence that is open. */
  nextOn: z.string().nullable(),
  /** Against the day promised now. */
  daysLate: z.number(),
  /** Against the day that was set first. */
  daysLateOriginal: z.number(),
  origin: z.enum(taskOrigins),
  parentId: z.string().nullable(),
  meetingId: z.string().nullable(),
  /** 0–100 as its doer says; 100 when done. */
  percent: z.number(),
  leafCodes: z.array(z.string()),
  records: z.array(z.object({ registerKey: z.string(), recordId: z.string() })),
  /** Until the due day, or the next occurrence; negative when late; null without a day or a calendar to count with. */
  workingDaysLeft: z.number().nullable(),
  dayOff: z.object({ wordedOn: z.string(), next: z.string().nullable(), previous: z.string().nullable() }).nullable(),
  version: z.number(),
  leads: z.array(namedUnit),
  coordinators: z.array(namedUnit),
  people: z.array(z.object({ userId: z.string(), displayName: z.string() })),
  deficits: z.array(z.object({ deficitId: z.string(), criterion: z.string(), lost: z.string().nullable() })),
});

export const taskForm = {
  title: z.string().trim().min(3).max(2000),
  areaOrdinal: z.number().int().min(0).max(99).nullable(),
  products: z.array(z.string().trim().min(1).max(2000)).max(60),
  leadId: unitId,
  coordinatorIds: z.array(unitId).max(60),
  deadlineText: z.string().trim().max(1000).nullable(),
  deadlines: z.array(deadlineShape).max(40),
  /** The deadline is over and is meant: older work is being recorded. */
  allowsPast: z.boolean().optional(),
};
