import type { TaskId, UserId } from '../../../kernel/ids.ts';
import { accept, type Outcome, refuse } from '../../../kernel/outcome.ts';
import type { Context } from '../../../server/context.ts';
import { commitOrRefuse } from '../../../server/database.ts';
import type { Person } from '../../../server/http.ts';
import { may } from '../../identity/index.ts';
import { findPeopleOfUnits } from '../../identity/server.ts';
import { lockTask, replacePeople } from '../store/tasks.ts';
import type { TaskRefusal } from './refusals.ts';
import { mayHandDown, sharingUnits } from './task-rights.ts';
import { tell } from './tell.ts';

/**
 * Hands a task down to named people. A head names people of the own units only and leaves those of the other units as they
 * are; the office names people of any unit that shares the task.
 */
export async function assignPeople(
  context: Context,
  person: Person,
  given: { taskId: TaskId; userIds: readonly UserId[] },
): Promise<Outcome<null, TaskRefusal>> {
  return commitOrRefuse<null, TaskRefusal>(context.database, async (tx) => {
    const { agencyId } = person;
    const task = await lockTask(tx, agencyId, given.taskId);
    if (!task) return refuse({ code: 'task-not-found' });
    if (!mayHandDown(person, task)) return refuse({ code: 'task-not-yours' });
    const reached = [...new Set([...sharingUnits(task), ...person.unitIds])].filter(
      (unitId) => unitId !== null && may(person, 'task.change', unitId),
    );
    const offered = new Set(
      (
        await findPeopleOfUnits(
          tx,
          agencyId,
          reached.filter((unitId) => unitId !== null),
        )
      ).map(({ userId }) => userId),
    );
    const strangers = given.userIds.filter((userId) => !offered.has(userId));
    if (strangers.length > 0) return refuse({ code: 'not-of-unit', userIds: strangers });
    const others = task.people.map(({ userId }) => userId).filter((userId) => !offered.has(userId));
    const isOffice = may(person, 'task.change', null);
    await replacePeople(tx, agencyId, given.taskId, isOffice ? given.userIds : [...others, ...given.userIds]);
    await tell(tx, context, person, given.taskId, { kind: 'handed-down', details: { userIds: given.userIds } });
    return accept(null);
  });
}
