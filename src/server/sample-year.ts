import { civilDate } from '../kernel/civil-date.ts';
import type { RecordId, TaskId } from '../kernel/ids.ts';
import { findTasks } from '../slices/tasks/server.ts';
import { findUnits } from '../slices/units/server.ts';
import type { Person } from './http.ts';
import { meetingsAndProvince } from './sample-year/meetings.ts';
import { personOf, seedYearPeople, yearAccounts } from './sample-year/people.ts';
import { recurringWork } from './sample-year/recurring.ts';
import { planWords, tasksOfThePlan } from './sample-year/tasks-of-the-plan.ts';
import { type Chapter, type PastContext, tellStory } from './sample-year/telling.ts';
import { unitPlans } from './sample-year/unit-plans.ts';

const YEAR = 2026;
const FIRST_DAY = civilDate('2026-01-05');

const chapters: readonly Chapter[] = [...unitPlans, ...tasksOfThePlan, ...recurringWork, ...meetingsAndProvince];

/** The tasks of the plan under the words by which the story calls them. */
async function tasksByWord(past: PastContext, person: Person): Promise<Map<string, TaskId>> {
  const { tasks } = await findTasks(past.context.database, person.agencyId, { year: YEAR, limit: 200, offset: 0 });
  return new Map(
    planWords.map(([word, title]) => {
      const task = tasks.find((one) => one.title.startsWith(title));
      if (!task) throw new Error(`the sample plan has no task “${title}”`);
      return [word, task.taskId];
    }),
  );
}

/**
 * What the department did with its plan from January until today, told in order through the actions of the pages: accepted,
 * handed on, late, sent back, asked for more time. A day that is still to come has not happened.
 */
export async function seedSampleYear(
  past: PastContext,
  given: {
    readonly administrator: Person;
    readonly officer: Person;
    /** Whoever else the story calls by name. */
    readonly people: readonly Person[];
    readonly records: ReadonlyMap<string, RecordId>;
  },
): Promise<void> {
  const { administrator, officer, people, records } = given;
  const { context, today } = past;
  if (today < FIRST_DAY) return;
  past.moveTo(FIRST_DAY);
  await seedYearPeople(context, administrator);
  const everybody = [...people, ...yearAccounts.map((account) => personOf(administrator.agencyId, account))];
  const units = await findUnits(context.database, administrator.agencyId);
  await tellStory(chapters, past, {
    people: new Map(everybody.map((person) => [person.username, person])),
    names: new Map(units.map(({ unitId, shortName }) => [unitId, shortName])),
    tasks: await tasksByWord(past, officer),
    records,
  });
}
