import type { AgencyId } from '../../../kernel/ids.ts';
import type { Db } from '../../../server/database.ts';
import { appendAudit } from '../../audit/server.ts';
import type { FindMoved, MovedOnScreen, OfficeTime, Redate } from '../../calendar/server.ts';
import { type Moves, makePlanner, movesOf } from '../rules/redate.ts';
import { deadlinesOf } from '../rules/task-shapes.ts';
import { insertTaskEvents, moveDueDays, moveOccurrences, type OpenDays, openDays } from '../store/open-days.ts';

type Times = { readonly before: OfficeTime; readonly after: OfficeTime };
type Moved = { readonly task: OpenDays; readonly moves: Moves };

/** Open tasks in which something moves or is kept, page by page: the preview and the change read the same. */
async function* movedTasks(db: Db, agencyId: AgencyId, times: Times, isLocked: boolean): AsyncGenerator<Moved[]> {
  const plan = makePlanner(times.after);
  for await (const page of openDays(db, agencyId, isLocked)) {
    yield page.flatMap((task) => {
      const moves = movesOf({ ...task, deadlines: deadlinesOf(task.deadlines) }, times, plan);
      const isNothing = !moves.day && !moves.keeps && !moves.occurrences.length && !moves.keptOccurrences.length;
      return isNothing ? [] : [{ task, moves }];
    });
  }
}

function onScreen({
  task: { taskId, title },
  moves: { day, keeps, occurrences, keptOccurrences },
}: Moved): MovedOnScreen[] {
  return [
    ...(day ? [{ id: taskId, title, ...day }] : []),
    ...(keeps ? [{ id: taskId, title, from: keeps, to: keeps, isKept: true }] : []),
    ...occurrences.map(({ key, name, from, to }) => ({ id: `${taskId} ${key}`, title: `${title}: ${name}`, from, to })),
    ...keptOccurrences.map(({ key, name, dueOn }) => ({
      id: `${taskId} ${key}`,
      title: `${title}: ${name}`,
      from: dueOn,
      to: dueOn,
      isKept: true,
    })),
  ];
}

/** Days of open tasks and their occurrences that would move with the calendar or with the office's rule for days off. */
export const findMovedTasks: FindMoved = async (db, agencyId, times) => {
  const found: MovedOnScreen[] = [];
  for await (const moved of movedTasks(db, agencyId, times, false)) found.push(...moved.flatMap(onScreen));
  return found.sort((a, b) => String(a.from).localeCompare(String(b.from)));
};

/** What the history of a task keeps: its day, or its occurrences, from when to when. */
const detailsOf = ({ day, occurrences }: Moves): Record<string, unknown> => (day ? { ...day } : { occurrences });

/** Moves the open tasks with the calendar and tells each task's history and the audit chain. */
export const redateTasks: Redate = async (tx, { agencyId, actor, at, newId }, times) => {
  const { actorId, actorName } = actor;
  for await (const page of movedTasks(tx, agencyId, times, true)) {
    const moved = page.filter(({ moves: { day, occurrences } }) => day !== null || occurrences.length > 0);
    const days = moved.flatMap(({ task: { taskId }, moves: { day } }) => (day ? [{ taskId, to: day.to }] : []));
    await moveDueDays(tx, agencyId, days, at);
    const occurrences = moved.flatMap(({ task: { taskId }, moves }) =>
      moves.occurrences.map(({ key, to }) => ({ taskId, key, to })),
    );
    await moveOccurrences(tx, agencyId, occurrences);
    const told = moved.map(({ task: { taskId }, moves }) => ({ taskId, details: detailsOf(moves) }));
    const base = { at, actorId, actorName, kind: 'redated', note: null };
    await insertTaskEvents(
      tx,
      agencyId,
      told.map((one) => ({ ...base, ...one, eventId: newId('event') })),
    );
    const facts = told.map(({ taskId, details }) => ({
      action: 'task.redated',
      subjectKind: 'task',
      subjectId: taskId,
      after: details,
    }));
    if (facts.length) await appendAudit(tx, actor, at, facts);
  }
};
