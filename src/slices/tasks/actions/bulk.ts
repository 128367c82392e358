import type { TaskId, UnitId, UserId } from '../../../kernel/ids.ts';
import type { Outcome } from '../../../kernel/outcome.ts';
import type { Context } from '../../../server/context.ts';
import type { Person } from '../../../server/http.ts';
import type { RecordFinisher } from '../../../server/sources.ts';
import type { TaskState } from '../rules/task.ts';
import type { TaskDeadline } from '../rules/task-shapes.ts';
import { findTask, type Task } from '../store/tasks.ts';
import { assignPeople } from './people.ts';
import type { TaskRefusal } from './refusals.ts';
import { moveTask } from './steps.ts';
import { changeTask, type Names, type TaskForm } from './tasks.ts';

export type BulkChange =
  | { kind: 'move'; to: TaskState; note: string | null }
  | { kind: 'lead'; leadId: UnitId }
  | { kind: 'deadline'; deadlineText: string | null; deadlines: TaskDeadline[] }
  | { kind: 'people'; userIds: UserId[] };

export type BulkAnswer = { taskId: TaskId; refusal: TaskRefusal | null };

function formOf(task: Task, change: Extract<BulkChange, { kind: 'lead' | 'deadline' }>): TaskForm | null {
  const leadId = change.kind === 'lead' ? change.leadId : (task.leads[0]?.unitId ?? null);
  if (leadId === null) return null;
  const deadline = change.kind === 'deadline' ? change : task;
  return {
    title: task.title,
    areaOrdinal: task.areaOrdinal,
    products: task.products,
    leadId,
    coordinatorIds: task.coordinators.flatMap(({ unitId }) => (unitId === null ? [] : [unitId])),
    deadlineText: deadline.deadlineText,
    deadlines: [...deadline.deadlines],
  };
}

async function changeOne(
  context: Context,
  person: Person,
  given: { taskId: TaskId; version: number },
  { change, names, finisher }: { change: BulkChange; names: Names; finisher: RecordFinisher },
): Promise<Outcome<unknown, TaskRefusal>> {
  if (change.kind === 'move')
    return moveTask(context, person, { ...given, to: change.to, note: change.note }, finisher);
  if (change.kind === 'people') return assignPeople(context, person, { taskId: given.taskId, userIds: change.userIds });
  const task = await findTask(context.database, person.agencyId, given.taskId);
  const form = task ? formOf(task, change) : null;
  if (!form) return { ok: false, refusal: { code: task ? 'unit-not-found' : 'task-not-found' } };
  return changeTask(context, person, { ...form, ...given }, names);
}

/** Does the same to many tasks, each by itself: what may not be done to one does not hold the others up, and is told. */
export async function changeMany(
  context: Context,
  person: Person,
  given: {
    tasks: readonly { taskId: TaskId; version: number }[];
    change: BulkChange;
    names: Names;
    finisher: RecordFinisher;
  },
): Promise<BulkAnswer[]> {
  const answers: BulkAnswer[] = [];
  for (const one of given.tasks) {
    const outcome = await changeOne(context, person, one, given);
    answers.push({ taskId: one.taskId, refusal: outcome.ok ? null : outcome.refusal });
  }
  return answers;
}
