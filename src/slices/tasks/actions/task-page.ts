import type { Context } from '../../../server/context.ts';
import type { Person } from '../../../server/http.ts';
import { may } from '../../identity/index.ts';
import { findSuccessions, findUnits } from '../../units/server.ts';
import { type ExtensionRule, lastDayToAsk } from '../rules/extension.ts';
import { holdersOf } from '../rules/holders.ts';
import { splitLateness } from '../rules/lateness.ts';
import { pointsAtStake } from '../rules/points-at-stake.ts';
import { rollUp } from '../rules/progress.ts';
import { settingsOf } from '../rules/settings.ts';
import { type Extension, findExtensions } from '../store/extensions.ts';
import { findOccurrences } from '../store/occurrences.ts';
import { findParts } from '../store/parts.ts';
import { findProducts } from '../store/products.ts';
import { findSettings } from '../store/settings.ts';
import { findStarts } from '../store/starts.ts';
import { findFamily } from '../store/task-list.ts';
import { findTask, findTaskEvents, type Task } from '../store/tasks.ts';
import { leavesOf } from './leaves.ts';
import { mentionableOf } from './log.ts';
import { showTasks } from './show-task.ts';
import { mayDecideExtension, mayForLead, mayHandDown, mayOnTask } from './task-rights.ts';

/** What this person may do with the task. */
function mayOf(person: Person, task: Task) {
  const report = mayOnTask(person, 'task.report', task);
  const isNamed = task.people.some(({ userId }) => userId === person.userId);
  return {
    change: mayOnTask(person, 'task.change', task),
    report,
    approve: mayOnTask(person, 'task.approve', task),
    handDown: mayHandDown(person, task),
    askExtension: report && (isNamed || mayForLead(person, 'task.report', task)),
    decideExtension: mayDecideExtension(person, task),
    changeDeadline: task.origin === 'unit' || may(person, 'task.change', null),
    /** Coordinating units on whose part this person reports. */
    parts: task.coordinators.flatMap(({ unitId }) =>
      unitId !== null && may(person, 'task.report', unitId) ? [unitId] : [],
    ),
  };
}

/** How often a later day may still be asked for, of the task itself (`null`) or of one occurrence. */
function timesLeft(rule: ExtensionRule, extensions: readonly Extension[], key: string | null): number {
  const granted = extensions.filter(({ state, occurrenceKey }) => state === 'granted' && occurrenceKey === key).length;
  return Math.max(0, rule.mostTimes - granted);
}

/** Until when and how often later days may still be asked for: of the task, and of each of its occurrences. */
async function roomToExtend(context: Context, person: Person, task: Task, extensions: readonly Extension[]) {
  const { database } = context;
  const settings = settingsOf(await findSettings(database, person.agencyId));
  const rule = settings.extensions[task.origin];
  const occurrences = await findOccurrences(database, person.agencyId, task.taskId);
  return {
    extensionRoom: {
      askBy: task.dueOn === null ? null : lastDayToAsk(task.dueOn, rule),
      mostTimes: rule.mostTimes,
      timesLeft: timesLeft(rule, extensions, null),
    },
    occurrences: occurrences.map((one) => ({
      ...one,
      askBy: lastDayToAsk(one.dueOn, rule),
      timesLeft: timesLeft(rule, extensions, one.key),
    })),
  };
}

/** Whose lateness it was, where the lead unit ended while the task was open. */
async function latenessOf(context: Context, person: Person, task: Task) {
  const { database, clock } = context;
  const units = await findUnits(database, person.agencyId);
  const successions = await findSuccessions(database, person.agencyId);
  const timed = { ...task, day: task.dueOn ?? task.nextOn };
  return task.leads.flatMap(({ unitId }) =>
    unitId === null ? [] : splitLateness(timed, holdersOf(unitId, { units, successions }), clock.today()),
  );
}

/** Everything that the page of one task shows. */
export async function loadTaskPage(context: Context, person: Person, task: Task) {
  const { database } = context;
  const { agencyId } = person;
  const { taskId } = task;
  const [shown] = await showTasks(context, agencyId, [task]);
  if (!shown) throw new Error('a task that was found is not shown');
  const family = await findFamily(database, agencyId, taskId);
  const extensions = await findExtensions(database, agencyId, taskId);
  const leaves = await leavesOf(database, agencyId, task);
  const parent = task.parentId === null ? null : await findTask(database, agencyId, task.parentId);
  return {
    task: shown,
    progress: rollUp(taskId, family),
    steps: family
      .filter(({ parentId }) => parentId === taskId)
      .map((step) => ({ ...step, progress: rollUp(step.taskId, family) })),
    parent: parent ? { taskId: parent.taskId, title: parent.title } : null,
    leaves,
    points: pointsAtStake({ deficits: task.deficits, leaves }),
    parts: await findParts(database, agencyId, taskId),
    products: await findProducts(database, agencyId, taskId),
    extensions,
    ...(await roomToExtend(context, person, task, extensions)),
    starts: await findStarts(database, agencyId, taskId),
    lateness: await latenessOf(context, person, task),
    mentionable: (await mentionableOf(database, person, task)).map(({ username, displayName }) => ({
      username,
      displayName,
    })),
    events: await findTaskEvents(database, agencyId, taskId),
    may: mayOf(person, task),
  };
}
