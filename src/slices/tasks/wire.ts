import { z } from 'zod';
import { unitId } from '../../server/shapes.ts';
import { dueKinds, taskStates } from './rules/task.ts';
import { deadlineShape, targetShape } from './rules/task-shapes.ts';

export const planId = z.templateLiteral(['plan_', z.string().max(80)]);
export const taskId = z.templateLiteral(['task_', z.string().max(80)]);
export const deficitId = z.templateLiteral(['deficit_', z.string().max(80)]);

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
  /** The next occurrence of a recurring task, or the next check of a continuous one. */
  nextOn: z.string().nullable(),
  daysLate: z.number(),
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
};
