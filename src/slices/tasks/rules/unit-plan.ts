import { z } from 'zod';
import { type CivilDate, daysInMonth, makeCivilDate } from '../../../kernel/civil-date.ts';
import type { Unit } from '../../units/index.ts';
import type { TaskSettings } from './settings.ts';
import { deadlineShape } from './task-shapes.ts';

/** A line of a unit's own plan: what it does towards a task of the department, by whom, until when. */
export const unitPlanItem = z.object({
  /** Stable inside the plan. */
  key: z.string().min(1).max(60),
  /** The department's task; null for work that the unit sets itself. */
  taskId: z.templateLiteral(['task_', z.string().max(80)]).nullable(),
  title: z.string().trim().min(3).max(2000),
  product: z.string().trim().max(2000).nullable(),
  userIds: z.array(z.templateLiteral(['user_', z.string().max(80)])).max(20),
  deadlineText: z.string().trim().max(1000).nullable(),
  deadlines: z.array(deadlineShape).max(40),
});
export type UnitPlanItem = z.infer<typeof unitPlanItem>;

export const unitPlanStates = ['drafting', 'handed-in', 'returned', 'approved'] as const;
export type UnitPlanState = (typeof unitPlanStates)[number];

/** What may follow what: the unit hands in, the office approves or returns, an approved plan may be taken up again. */
export const nextUnitPlanStates = {
  drafting: ['handed-in'],
  'handed-in': ['approved', 'returned'],
  returned: ['handed-in'],
  approved: ['returned'],
} as const satisfies Record<UnitPlanState, readonly UnitPlanState[]>;

/** The last day by which units hand in their plans of a year; 31 in a shorter month is its last day. */
export function unitPlanDue(year: number, { unitPlanDue: { month, day } }: TaskSettings): CivilDate {
  const due = makeCivilDate(year, month, Math.min(day, daysInMonth(year, month)));
  if (due === null) throw new RangeError(`no day ${day}/${month}/${year}`);
  return due;
}

/** The leadership is not a unit that plans; every other unit at the top is. What stands below a unit plans with it. */
export function planningUnits(units: readonly Unit[]): Unit[] {
  const standing = new Set(units.map(({ unitId }) => unitId));
  return units.filter(({ kind, parentId }) => kind !== 'leadership' && (parentId === null || !standing.has(parentId)));
}

type DepartmentTask = {
  readonly taskId: `task_${string}`;
  readonly title: string;
  readonly products: readonly string[];
  readonly deadlineText: string | null;
  readonly deadlines: UnitPlanItem['deadlines'];
};

/** A first draft from the department's plan: a line for every task that the unit leads or shares and has no line for yet. */
export function deriveItems(tasks: readonly DepartmentTask[], standing: readonly UnitPlanItem[]): UnitPlanItem[] {
  const covered = new Set(standing.map(({ taskId }) => taskId));
  return tasks
    .filter(({ taskId }) => !covered.has(taskId))
    .map(({ taskId, title, products, deadlineText, deadlines }) => ({
      key: taskId,
      taskId,
      title,
      product: products[0] ?? null,
      userIds: [],
      deadlineText,
      deadlines,
    }));
}
