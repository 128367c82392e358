import type { AgencyId, TaskId } from '../../../kernel/ids.ts';
import type { Context } from '../../../server/context.ts';
import { findOccurrences } from '../store/occurrences.ts';
import { findAgenciesWithUndated, lockNextUndated } from '../store/undated.ts';
import { officeRulesOf } from './office-rules.ts';
import { settleTask } from './settle.ts';

const PART_SIZE = 200;

async function fillAgency(context: Context, agencyId: AgencyId, isStopped: () => boolean): Promise<number> {
  const { database, clock } = context;
  let made = 0;
  for (let after: TaskId | '' = ''; !isStopped(); ) {
    const begin: TaskId | '' = after;
    const last: TaskId | null = await database.transaction(async (tx) => {
      const tasks = await lockNextUndated(tx, agencyId, begin, PART_SIZE);
      const settling = { rules: await officeRulesOf(tx, agencyId), today: clock.today() };
      for (const task of tasks) {
        await settleTask(tx, agencyId, task, settling);
        if ((await findOccurrences(tx, agencyId, task.taskId)).length > 0) made += 1;
      }
      return tasks.at(-1)?.taskId ?? null;
    });
    if (last === null) break;
    after = last;
  }
  return made;
}

/**
 * Gives occurrences to open recurring tasks that were made before the product kept them: those from today on, as a task that
 * is saved today gets them. Nothing is left to do after the first start.
 *
 * @returns how many tasks got some
 */
export async function makeMissingOccurrences(context: Context, isStopped = (): boolean => false): Promise<number> {
  let made = 0;
  for (const agencyId of await findAgenciesWithUndated(context.database)) {
    made += await fillAgency(context, agencyId, isStopped);
  }
  return made;
}
