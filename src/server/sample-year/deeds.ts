import { civilDate } from '../../kernel/civil-date.ts';
import type { UnitId, UserId } from '../../kernel/ids.ts';
import { readDeadlines } from '../../slices/deadlines/index.ts';
import type { TaskDeadline, TaskState } from '../../slices/tasks/index.ts';
import {
  askExtension,
  assignPeople,
  createTask,
  decideExtension,
  describeParts,
  findExtensions,
  findTask,
  handOutRecord,
  moveOccurrence,
  movePart,
  moveTask,
  nameDocument,
  recordMeeting,
  recordStart,
  reportProgress,
  type TaskForm,
} from '../../slices/tasks/server.ts';
import { recordFinisher } from '../all-sources.ts';
import { type Deed, done, type Scene, taskOf } from './telling.ts';

const YEAR = 2026;

export type Given = { readonly title: string; readonly leadId: UnitId; readonly until: string } & Partial<
  Pick<TaskForm, 'areaOrdinal' | 'products' | 'coordinatorIds'>
>;

/** A task as its form gives it, its deadline read from the words. */
function formOf({ title, leadId, until, areaOrdinal = null, products = [], coordinatorIds = [] }: Given): TaskForm {
  const deadlines = readDeadlines(until, { year: YEAR }).map(({ deadline }) => deadline) as TaskDeadline[];
  if (deadlines.length === 0) throw new Error(`the sample year cannot read “${until}”`);
  return { title, leadId, areaOrdinal, products, coordinatorIds, deadlineText: until, deadlines };
}

const keep = ({ tasks }: Scene, word: string, taskId: string | undefined): void => {
  tasks.set(word, taskId as `task_${string}`);
};

export const makes =
  (word: string, given: Given): Deed =>
  async (scene) => {
    const form = { ...formOf(given), planId: null, planYear: YEAR, deficitId: null };
    keep(scene, word, done(await createTask(scene.context, scene.person, form, scene.names), `making ${word}`).taskId);
  };

export const takes =
  (word: string, to: TaskState, note: string | null = null): Deed =>
  async (scene) => {
    const { context, person } = scene;
    const taskId = taskOf(scene, word);
    const version = (await findTask(context.database, person.agencyId, taskId))?.version ?? 0;
    done(await moveTask(context, person, { taskId, version, to, note }, recordFinisher), `${word} to ${to}`);
  };

export const names =
  (word: string, ...usernames: readonly string[]): Deed =>
  async (scene) => {
    const userIds = usernames.map((name): UserId => `user_${name}`);
    done(
      await assignPeople(scene.context, scene.person, { taskId: taskOf(scene, word), userIds }),
      `people of ${word}`,
    );
  };

export const owes =
  (word: string, ...parts: readonly (readonly [unitId: UnitId, what: string, until: string])[]): Deed =>
  async (scene) => {
    const described = parts.map(([unitId, what, until]) => ({ unitId, owes: what, dueOn: civilDate(until) }));
    const given = { taskId: taskOf(scene, word), parts: described };
    done(await describeParts(scene.context, scene.person, given), `parts of ${word}`);
  };

export const part =
  (
    word: string,
    unitId: UnitId,
    to: 'in-progress' | 'handed-in' | 'done' | 'sent-back',
    note: string | null = null,
  ): Deed =>
  async (scene) => {
    const step = { taskId: taskOf(scene, word), unitId, to, note };
    done(await movePart(scene.context, scene.person, step), `part of ${unitId} in ${word} to ${to}`);
  };

export const writes =
  (word: string, note: string, percent: number | null = null): Deed =>
  async (scene) => {
    const given = { taskId: taskOf(scene, word), note, percent };
    done(await reportProgress(scene.context, scene.person, given), `log of ${word}`);
  };

export const paper =
  (word: string, title: string, documentNumber: string, day: string, unitId: UnitId | null = null): Deed =>
  async (scene) => {
    const given = { taskId: taskOf(scene, word), unitId, title, documentNumber, documentDay: civilDate(day) };
    done(await nameDocument(scene.context, scene.person, given), `product of ${word}`);
  };

export const asks =
  (word: string, newDay: string, reason: string, occurrenceKey: string | null = null): Deed =>
  async (scene) => {
    const given = {
      taskId: taskOf(scene, word),
      occurrenceKey,
      newDay: civilDate(newDay),
      reason,
      requestNumber: null,
      requestDay: null,
    };
    done(await askExtension(scene.context, scene.person, given), `asking more time for ${word}`);
  };

export const answers =
  (word: string, decision: 'granted' | 'refused', answer: string, newDay: string | null = null): Deed =>
  async (scene) => {
    const { context, person } = scene;
    const taskId = taskOf(scene, word);
    const asked = await findExtensions(context.database, person.agencyId, taskId);
    const open = asked.find(({ state }) => state === 'asked');
    if (!open) throw new Error(`the sample year: nobody asks more time for ${word}`);
    const papers = { answer, answerNumber: null, answerDay: null };
    const day = newDay === null ? null : civilDate(newDay);
    const given = { taskId, extensionId: open.extensionId, decision, newDay: day, ...papers };
    done(await decideExtension(context, person, given), `answering ${word}`);
  };

export const occurrence =
  (
    word: string,
    key: string,
    to: 'handed-in' | 'done' | 'sent-back',
    note: string | null = null,
    number: string | null = null,
  ): Deed =>
  async (scene) => {
    const step = { taskId: taskOf(scene, word), key, to, note, documentNumber: number };
    done(await moveOccurrence(scene.context, scene.person, step), `${key} of ${word} to ${to}`);
  };

export const begins =
  (word: string, happenedOn: string, documentNumber: string, reason: string | null = null): Deed =>
  async (scene) => {
    const form = {
      taskId: taskOf(scene, word),
      happenedOn: civilDate(happenedOn),
      minuteOfDay: null,
      documentNumber,
      reason,
    };
    done(await recordStart(scene.context, scene.person, form), `event of ${word}`);
  };

/** A review meeting; each decision becomes a task under its word. */
export const meets =
  (firstDay: string, lastDay: string, note: string, decisions: Readonly<Record<string, Given>>): Deed =>
  async (scene) => {
    const span = { firstDay: civilDate(firstDay), lastDay: civilDate(lastDay) };
    const form = { heldOn: scene.context.clock.today(), ...span, note, planYear: YEAR };
    const made = await recordMeeting(
      scene.context,
      scene.person,
      { ...form, decisions: Object.values(decisions).map(formOf) },
      scene.names,
    );
    const { taskIds } = done(made, `the meeting of ${lastDay}`);
    for (const [at, word] of Object.keys(decisions).entries()) keep(scene, word, taskIds[at]);
  };

/** A task of the province, out of its register, to the unit that does it. */
export const handsOut =
  (word: string, record: string, given: Given): Deed =>
  async (scene) => {
    const recordId = scene.records.get(record);
    if (!recordId) throw new Error(`the sample year knows no record “${record}”`);
    const asked = { registerKey: 'assigned-tasks', recordId, planYear: YEAR, tasks: [formOf(given)] };
    const { taskIds } = done(
      await handOutRecord(scene.context, scene.person, asked, scene.names),
      `handing out ${word}`,
    );
    keep(scene, word, taskIds[0]);
  };
