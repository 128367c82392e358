import { z } from 'zod';
import { unitId } from '../../../server/shapes.ts';
import { deadlineShape, draftShape } from '../rules/draft.ts';
import { dueKinds, taskStates } from '../rules/task.ts';

export const planId = z.templateLiteral(['plan_', z.string().max(80)]);
export const taskId = z.templateLiteral(['task_', z.string().max(80)]);
export const reviewId = z.templateLiteral(['review_', z.string().max(80)]);
export const deficitId = z.templateLiteral(['deficit_', z.string().max(80)]);

export const namedUnit = z.object({ name: z.string(), unitId: z.string().nullable() });

export const planHeadBody = z.object({
  planId: z.string(),
  kind: z.enum(['remediation-plan', 'annual-plan']),
  title: z.string(),
  number: z.string().nullable(),
  issuedOn: z.string().nullable(),
  planYear: z.number(),
  assessedYear: z.number().nullable(),
  revision: z.number(),
  result: draftShape.shape.result,
});

export const areaBody = z.object({
  ordinal: z.number(),
  name: z.string(),
  score: z.string().nullable(),
  max: z.string().nullable(),
  percent: z.string().nullable(),
  criteria: z.number().nullable(),
  subcriteria: z.number().nullable(),
});

export const deficitBody = z.object({
  deficitId: z.string(),
  areaOrdinal: z.number().nullable(),
  criterion: z.string(),
  score: z.string().nullable(),
  max: z.string().nullable(),
  lost: z.string().nullable(),
  reason: z.string().nullable(),
  remedy: z.string().nullable(),
  deadlineText: z.string().nullable(),
  deadlines: z.array(deadlineShape),
  responsible: z.array(namedUnit),
  leads: z.array(namedUnit),
  coordinators: z.array(namedUnit),
  openTaskIds: z.array(z.string()),
  doneTaskIds: z.array(z.string()),
  coverage: z.enum(['uncovered', 'covered', 'won-back']),
});

export const lossSums = z.object({
  uncovered: z.string(),
  covered: z.string(),
  'won-back': z.string(),
  unexplained: z.string(),
  total: z.string(),
});

export const taskBody = z.object({
  taskId: z.string(),
  planId: z.string().nullable(),
  planYear: z.number(),
  areaOrdinal: z.number().nullable(),
  ordinal: z.string().nullable(),
  title: z.string(),
  products: z.array(z.string()),
  targets: draftShape.shape.tasks.element.shape.targets,
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
