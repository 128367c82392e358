import type { TaskId, UserId } from '../../../kernel/ids.ts';
import { accept, type Outcome, refuse } from '../../../kernel/outcome.ts';
import type { Context } from '../../../server/context.ts';
import { commitOrRefuse, type Db } from '../../../server/database.ts';
import type { Person } from '../../../server/http.ts';
import { reachOf, roles } from '../../identity/index.ts';
import { findMentions, type Mentionable } from '../rules/mentions.ts';
import { findMentionable, insertMentions, seeMentions } from '../store/mentions.ts';
import { findTask, lockTask, savePercent, type Task } from '../store/tasks.ts';
import type { TaskRefusal } from './refusals.ts';
import { mayOnTask, sharingUnits } from './task-rights.ts';
import { tell } from './tell.ts';

const EXCERPT = 160;
/** Roles that read the tasks of every unit: they may be called to any task. */
const readingRoles = roles.filter((role) => reachOf(role, 'task.read') === 'any');

export async function mentionableOf(db: Db, person: Person, task: Task): Promise<(Mentionable & { userId: UserId })[]> {
  const unitIds = sharingUnits(task).filter((unitId) => unitId !== null);
  return findMentionable(db, person.agencyId, { unitIds, roles: readingRoles });
}

/**
 * A line in the progress log, with how far the work has come where that is said; who is called with "@" finds it among what
 * waits for him. The task's version stays: a log does not get in the way of who edits it.
 */
export async function reportProgress(
  context: Context,
  person: Person,
  given: { taskId: TaskId; note: string; percent: number | null },
): Promise<Outcome<{ mentioned: UserId[] }, TaskRefusal>> {
  return commitOrRefuse<{ mentioned: UserId[] }, TaskRefusal>(context.database, async (tx) => {
    const { taskId, note, percent } = given;
    const task = await lockTask(tx, person.agencyId, taskId);
    if (!task) return refuse({ code: 'task-not-found' });
    if (!mayOnTask(person, 'task.report', task)) return refuse({ code: 'task-not-yours' });
    if (percent !== null) await savePercent(tx, person.agencyId, taskId, percent);
    const people = await mentionableOf(tx, person, task);
    const called = new Set(findMentions(note, people));
    const mentioned = people
      .map(({ userId }) => userId)
      .filter((userId) => called.has(userId) && userId !== person.userId);
    const details = percent === null && mentioned.length === 0 ? null : { percent, mentioned };
    const eventId = await tell(tx, context, person, taskId, { kind: 'progress', note, details });
    const at = context.clock.now();
    const made = mentioned.map((userId) => ({
      mentionId: context.newId('mention'),
      userId,
      taskId,
      eventId,
      byName: person.displayName,
      excerpt: note.slice(0, EXCERPT),
      at,
    }));
    await insertMentions(tx, person.agencyId, made);
    return accept({ mentioned });
  });
}

/** Opening a task answers what called the person there. */
export async function markSeen(
  context: Context,
  person: Person,
  taskId: TaskId,
): Promise<Outcome<{ seen: number }, TaskRefusal>> {
  return commitOrRefuse<{ seen: number }, TaskRefusal>(context.database, async (tx) => {
    const task = await findTask(tx, person.agencyId, taskId);
    if (!task) return refuse({ code: 'task-not-found' });
    if (!mayOnTask(person, 'task.read', task)) return refuse({ code: 'task-not-yours' });
    const seen = await seeMentions(tx, person.agencyId, { userId: person.userId, taskId, at: context.clock.now() });
    return accept({ seen });
  });
}
