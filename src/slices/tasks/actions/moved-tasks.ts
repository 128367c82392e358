import { appendAudit } from '../../audit/server.ts';
import type { FindMoved, OfficeTime, Redate } from '../../calendar/server.ts';
import { officeDueOf } from '../rules/office-day.ts';
import { deadlinesOf } from '../rules/task-shapes.ts';
import { findOpenDays, moveDueDay, type OpenDay } from '../store/open-days.ts';
import { insertTaskEvent } from '../store/tasks.ts';

type Times = { readonly before: OfficeTime; readonly after: OfficeTime };
type Moved = OpenDay & { readonly to: OpenDay['dueOn'] };

/** A day that somebody promised or granted apart from the words stays where it was put. */
function movedOf(tasks: readonly OpenDay[], { before, after }: Times): Moved[] {
  return tasks.flatMap((task) => {
    const deadlines = deadlinesOf(task.deadlines);
    const to = officeDueOf(deadlines, after).dueOn;
    const isByWords = officeDueOf(deadlines, before).dueOn === task.dueOn;
    return isByWords && to !== null && to !== task.dueOn ? [{ ...task, to }] : [];
  });
}

/** Open tasks whose due day would move with the calendar or with the office's rule for days off. */
export const findMovedTasks: FindMoved = async (db, agencyId, times) =>
  movedOf(await findOpenDays(db, agencyId), times).map(({ taskId, title, dueOn, to }) => ({
    id: taskId,
    title,
    from: dueOn,
    to,
  }));

/** Moves the open tasks with the calendar and tells each task's history and the audit chain. */
export const redateTasks: Redate = async (tx, { agencyId, actor, at, newId }, times) => {
  const moved = movedOf(await findOpenDays(tx, agencyId), times);
  for (const { taskId, dueOn: from, to } of moved) {
    await moveDueDay(tx, agencyId, { taskId, to, at });
    const details = { from, to };
    const { actorId, actorName } = actor;
    const event = { eventId: newId('event'), at, actorId, actorName, kind: 'redated', note: null, details };
    await insertTaskEvent(tx, agencyId, taskId, event);
  }
  const facts = moved.map(({ taskId, dueOn, to }) => ({
    action: 'task.redated',
    subjectKind: 'task',
    subjectId: taskId,
    before: { dueOn },
    after: { dueOn: to },
  }));
  if (facts.length) await appendAudit(tx, actor, at, facts);
};
