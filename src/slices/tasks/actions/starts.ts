import type { CivilDate } from '../../../kernel/civil-date.ts';
import type { TaskId } from '../../../kernel/ids.ts';
import { accept, type Outcome, refuse } from '../../../kernel/outcome.ts';
import type { Context } from '../../../server/context.ts';
import { commitOrRefuse, type Transaction } from '../../../server/database.ts';
import type { Person } from '../../../server/http.ts';
import { dayAfterStart } from '../rules/event-day.ts';
import { deadlinesOf } from '../rules/task-shapes.ts';
import { findStarts, insertStart, undoStart } from '../store/starts.ts';
import { findTask, lockTask, type Task } from '../store/tasks.ts';
import { officeRulesOf } from './office-rules.ts';
import type { TaskRefusal } from './refusals.ts';
import { settleTask } from './settle.ts';
import { mayOnTask } from './task-rights.ts';
import { tell } from './tell.ts';

export type StartForm = {
  taskId: TaskId;
  happenedOn: CivilDate;
  minuteOfDay: number | null;
  documentNumber: string | null;
  /** Why an event that was recorded before is corrected. */
  reason: string | null;
};

async function takeWaiting(tx: Transaction, person: Person, taskId: TaskId): Promise<Outcome<Task, TaskRefusal>> {
  const task = await lockTask(tx, person.agencyId, taskId);
  if (!task) return refuse({ code: 'task-not-found' });
  if (!mayOnTask(person, 'task.change', task)) return refuse({ code: 'task-not-yours' });
  return task.dueKind === 'event' ? accept(task) : refuse({ code: 'no-event-awaited' });
}

async function settle(tx: Transaction, context: Context, person: Person, task: Task): Promise<CivilDate | null> {
  const settling = { today: context.clock.today(), rules: await officeRulesOf(tx, person.agencyId) };
  await settleTask(tx, person.agencyId, task, settling);
  return (await findTask(tx, person.agencyId, task.taskId))?.dueOn ?? null;
}

/**
 * Records the event that a deadline waits for, with its document: the clock starts. Recording it again corrects it; what stood
 * before stays readable, with the reason.
 */
export async function recordStart(
  context: Context,
  person: Person,
  form: StartForm,
): Promise<Outcome<{ dueOn: CivilDate | null }, TaskRefusal>> {
  return commitOrRefuse<{ dueOn: CivilDate | null }, TaskRefusal>(context.database, async (tx) => {
    const { agencyId } = person;
    const taken = await takeWaiting(tx, person, form.taskId);
    if (!taken.ok) return taken;
    if (form.happenedOn > context.clock.today()) return refuse({ code: 'event-in-future', day: form.happenedOn });
    if (dayAfterStart(deadlinesOf(taken.value.deadlines), form, await officeRulesOf(tx, agencyId)) === null)
      return refuse({ code: 'calendar-ends', day: form.happenedOn });
    const before = (await findStarts(tx, agencyId, form.taskId)).find(({ undoneAt }) => undoneAt === null);
    if (before && form.reason === null) return refuse({ code: 'reason-missing' });
    const at = context.clock.now();
    const undone = { byName: person.displayName, at, reason: form.reason ?? '' };
    if (before) await undoStart(tx, agencyId, form.taskId, undone);
    const { happenedOn, minuteOfDay, documentNumber } = form;
    await insertStart(tx, agencyId, form.taskId, {
      startId: context.newId('start'),
      happenedOn,
      minuteOfDay,
      documentNumber,
      recordedBy: person.userId,
      recordedName: person.displayName,
      recordedAt: at,
    });
    const dueOn = await settle(tx, context, person, taken.value);
    const details = { happenedOn, documentNumber, dueOn, ...(before ? { before: before.happenedOn } : {}) };
    const kind = before ? 'start-corrected' : 'start-recorded';
    await tell(tx, context, person, form.taskId, { kind, note: form.reason, details });
    return accept({ dueOn });
  });
}

/** The event did not happen after all: the clock stops, the history stays. */
export async function cancelStart(
  context: Context,
  person: Person,
  given: { taskId: TaskId; reason: string },
): Promise<Outcome<null, TaskRefusal>> {
  return commitOrRefuse<null, TaskRefusal>(context.database, async (tx) => {
    const taken = await takeWaiting(tx, person, given.taskId);
    if (!taken.ok) return taken;
    const undone = { byName: person.displayName, at: context.clock.now(), reason: given.reason };
    if (!(await undoStart(tx, person.agencyId, given.taskId, undone))) return refuse({ code: 'no-event-recorded' });
    await settle(tx, context, person, taken.value);
    await tell(tx, context, person, given.taskId, { kind: 'start-undone', note: given.reason });
    return accept(null);
  });
}
