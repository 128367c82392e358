import type { CivilDate } from '../../../kernel/civil-date.ts';
import type { Instant } from '../../../kernel/clock.ts';
import type { AgencyId } from '../../../kernel/ids.ts';
import type { Transaction } from '../../../server/database.ts';
import type { OfficeRules } from '../../deadlines/index.ts';
import { dayAfterStart } from '../rules/event-day.ts';
import { changeOccurrences, plannedOccurrences } from '../rules/occurrences.ts';
import { deadlinesOf } from '../rules/task-shapes.ts';
import {
  deleteOccurrences,
  findOccurrences,
  insertOccurrences,
  moveOccurrence,
  refreshNextDay,
} from '../store/occurrences.ts';
import { findStarts, saveEventDay } from '../store/starts.ts';
import { insertTask, type TaskRow, type TaskUnits, updateTask } from '../store/tasks.ts';

/** By which calendar days are counted, and today: what was due before a task was given is nobody's occurrence. */
export type Settling = { readonly rules: OfficeRules; readonly today: CivilDate };

type Settled = Pick<TaskRow, 'taskId' | 'planYear' | 'deadlines' | 'dueKind'>;

async function settleOccurrences(tx: Transaction, agencyId: AgencyId, task: Settled, { rules, today }: Settling) {
  const planned = plannedOccurrences(deadlinesOf(task.deadlines), task.planYear, rules);
  const standing = await findOccurrences(tx, agencyId, task.taskId);
  const { added, moved, gone } = changeOccurrences(standing, planned);
  await deleteOccurrences(tx, agencyId, task.taskId, gone);
  for (const one of moved) await moveOccurrence(tx, agencyId, task.taskId, one);
  await insertOccurrences(
    tx,
    agencyId,
    task.taskId,
    added.filter(({ dueOn }) => dueOn >= today),
  );
}

/** Makes a task's days agree with its deadlines: the day after its event, its occurrences, and what is due next. */
export async function settleTask(
  tx: Transaction,
  agencyId: AgencyId,
  task: Settled,
  settling: Settling,
): Promise<void> {
  if (task.dueKind === 'event') {
    const start = (await findStarts(tx, agencyId, task.taskId)).find(({ undoneAt }) => undoneAt === null);
    const day = start ? dayAfterStart(deadlinesOf(task.deadlines), start, settling.rules) : null;
    await saveEventDay(tx, agencyId, task.taskId, day);
  }
  await settleOccurrences(tx, agencyId, task, settling);
  await refreshNextDay(tx, agencyId, task.taskId);
}

type WholeTask = TaskRow & TaskUnits;

/** Writes a new task with all its days. */
export async function writeNewTask(
  tx: Transaction,
  agencyId: AgencyId,
  task: WholeTask & { madeKey?: string },
  { at, ...settling }: Settling & { at: Instant },
): Promise<void> {
  await insertTask(tx, agencyId, task, at);
  await settleTask(tx, agencyId, task, settling);
}

/** Writes a changed task with all its days. @returns whether the version was still the one seen */
export async function rewriteTask(
  tx: Transaction,
  agencyId: AgencyId,
  task: WholeTask & { version: number },
  { at, ...settling }: Settling & { at: Instant },
): Promise<boolean> {
  const isWritten = await updateTask(tx, agencyId, task, at);
  if (isWritten) await settleTask(tx, agencyId, task, settling);
  return isWritten;
}
