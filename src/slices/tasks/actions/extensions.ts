import type { CivilDate } from '../../../kernel/civil-date.ts';
import type { Instant } from '../../../kernel/clock.ts';
import type { ExtensionId, TaskId } from '../../../kernel/ids.ts';
import { accept, type Outcome, refuse } from '../../../kernel/outcome.ts';
import type { Context } from '../../../server/context.ts';
import { brokenConstraint, commitOrRefuse, type Transaction } from '../../../server/database.ts';
import type { Person } from '../../../server/http.ts';
import { may } from '../../identity/index.ts';
import { checkExtension } from '../rules/extension.ts';
import { settingsOf } from '../rules/settings.ts';
import { openStates } from '../rules/task.ts';
import { type Extension, findExtensions, insertExtension, saveDecision } from '../store/extensions.ts';
import { grantOccurrence, lockOccurrence, refreshNextDay } from '../store/occurrences.ts';
import { findSettings } from '../store/settings.ts';
import { lockTask, savePromisedDay, type Task } from '../store/tasks.ts';
import type { TaskRefusal } from './refusals.ts';
import { mayDecideExtension, mayForLead, mayOnTask } from './task-rights.ts';
import { tell } from './tell.ts';

export type ExtensionForm = {
  taskId: TaskId;
  /** One occurrence of a recurring task; null: the task itself. */
  occurrenceKey: string | null;
  newDay: CivilDate;
  reason: string;
  requestNumber: string | null;
  requestDay: CivilDate | null;
};

const isOpen = ({ state }: Task): boolean => (openStates as readonly string[]).includes(state);

/** Who asks for a later day: the lead unit, somebody whom the task was handed to, or the office. */
const mayAsk = (person: Person, task: Task): boolean =>
  mayForLead(person, 'task.report', task) ||
  (task.people.some(({ userId }) => userId === person.userId) && mayOnTask(person, 'task.report', task));

/** What a later day is asked for: the task, or one of its occurrences that nobody has handed in. */
type Subject = { readonly key: string | null; readonly dueOn: CivilDate | null };

async function subjectOf(
  tx: Transaction,
  person: Person,
  task: Task,
  key: string | null,
): Promise<Outcome<Subject, TaskRefusal>> {
  if (!isOpen(task)) return refuse({ code: 'task-step', from: task.state, to: 'extension' });
  if (key === null) return accept({ key, dueOn: task.dueOn });
  const occurrence = await lockOccurrence(tx, person.agencyId, task.taskId, key);
  if (!occurrence) return refuse({ code: 'occurrence-not-found' });
  return occurrence.state === 'open' || occurrence.state === 'sent-back'
    ? accept({ key, dueOn: occurrence.dueOn })
    : refuse({ code: 'task-step', from: occurrence.state, to: 'extension' });
}

/** Asks for a later day, before it is too late, with a reason. The day stands until it is granted. */
export async function askExtension(
  context: Context,
  person: Person,
  form: ExtensionForm,
): Promise<Outcome<{ extensionId: ExtensionId }, TaskRefusal>> {
  return commitOrRefuse<{ extensionId: ExtensionId }, TaskRefusal>(context.database, async (tx) => {
    const { agencyId } = person;
    const task = await lockTask(tx, agencyId, form.taskId);
    if (!task) return refuse({ code: 'task-not-found' });
    if (!mayAsk(person, task)) return refuse({ code: 'task-not-yours' });
    const subject = await subjectOf(tx, person, task, form.occurrenceKey);
    if (!subject.ok) return subject;
    const { key, dueOn } = subject.value;
    const before = (await findExtensions(tx, agencyId, form.taskId)).filter(
      ({ occurrenceKey }) => occurrenceKey === key,
    );
    const rule = settingsOf(await findSettings(tx, agencyId)).extensions[task.origin];
    const asked = checkExtension(
      {
        today: context.clock.today(),
        dueOn,
        newDay: form.newDay,
        grantedTimes: before.filter(({ state }) => state === 'granted').length,
        hasOpenRequest: before.some(({ state }) => state === 'asked'),
      },
      rule,
    );
    if (!asked.ok) return asked;
    const extensionId = context.newId('extension');
    const { newDay, reason, requestNumber, requestDay } = form;
    await insertExtension(tx, agencyId, form.taskId, {
      extensionId,
      occurrenceKey: key,
      askedBy: person.userId,
      askedName: person.displayName,
      askedOn: context.clock.today(),
      reason,
      fromDay: asked.value,
      newDay,
      addressee: task.origin === 'province' ? 'province' : 'office',
      requestNumber,
      requestDay,
    });
    const details = { fromDay: asked.value, newDay, ...(key === null ? {} : { occurrence: key }) };
    await tell(tx, context, person, form.taskId, { kind: 'extension-asked', note: reason, details });
    return accept({ extensionId });
  }).catch((error: unknown) => {
    if (brokenConstraint(error) === 'task_extension_one_open') return refuse({ code: 'extension-open' });
    throw error;
  });
}

export type ExtensionDecision = {
  taskId: TaskId;
  extensionId: ExtensionId;
  decision: 'granted' | 'refused';
  /** The day that is granted, where it is not the one that was asked for. */
  newDay: CivilDate | null;
  answer: string | null;
  answerNumber: string | null;
  answerDay: CivilDate | null;
};

async function takeRequest(
  tx: Transaction,
  person: Person,
  given: { taskId: TaskId; extensionId: ExtensionId },
  mayAtAll: (task: Task) => boolean,
): Promise<Outcome<{ task: Task; request: Extension }, TaskRefusal>> {
  const task = await lockTask(tx, person.agencyId, given.taskId);
  if (!task) return refuse({ code: 'task-not-found' });
  if (!mayOnTask(person, 'task.read', task)) return refuse({ code: 'task-not-yours' });
  if (!mayAtAll(task)) return refuse({ code: 'extension-not-yours' });
  const all = await findExtensions(tx, person.agencyId, given.taskId);
  const request = all.find(({ extensionId }) => extensionId === given.extensionId);
  if (!request) return refuse({ code: 'extension-not-found' });
  return request.state === 'asked' ? accept({ task, request }) : refuse({ code: 'extension-decided' });
}

async function checkDecision(
  tx: Transaction,
  person: Person,
  given: ExtensionDecision,
  { task, request, newDay }: { task: Task; request: Extension; newDay: CivilDate },
): Promise<TaskRefusal | null> {
  if (given.decision === 'refused') return given.answer === null ? { code: 'reason-missing' } : null;
  const subject = await subjectOf(tx, person, task, request.occurrenceKey);
  if (!subject.ok) return subject.refusal;
  const { dueOn } = subject.value;
  if (dueOn === null) return { code: 'task-step', from: task.state, to: 'extension' };
  return newDay <= dueOn ? { code: 'extension-not-later', dueOn } : null;
}

/** Writes the day that was granted where it counts: on the task, or on the one occurrence. */
async function savePromise(
  tx: Transaction,
  person: Person,
  { taskId, key, newDay, at }: { taskId: TaskId; key: string | null; newDay: CivilDate; at: Instant },
): Promise<void> {
  if (key === null) return savePromisedDay(tx, person.agencyId, taskId, { dueOn: newDay, at });
  await grantOccurrence(tx, person.agencyId, taskId, { key, grantedTo: newDay });
  await refreshNextDay(tx, person.agencyId, taskId);
}

/** Grants or refuses a later day; never who asked for it. A task of the province moves with the province's answer. */
export async function decideExtension(
  context: Context,
  person: Person,
  given: ExtensionDecision,
): Promise<Outcome<null, TaskRefusal>> {
  return commitOrRefuse<null, TaskRefusal>(context.database, async (tx) => {
    const taken = await takeRequest(tx, person, given, (task) => mayDecideExtension(person, task));
    if (!taken.ok) return taken;
    const { task, request } = taken.value;
    if (request.askedBy === person.userId) return refuse({ code: 'own-request' });
    const newDay = given.newDay ?? request.newDay;
    const fault = await checkDecision(tx, person, given, { task, request, newDay });
    if (fault) return refuse(fault);
    const { answer, answerNumber, answerDay, decision: state } = given;
    const decided = { decidedBy: person.userId, decidedName: person.displayName, decidedOn: context.clock.today() };
    await saveDecision(tx, person.agencyId, given.taskId, {
      ...decided,
      extensionId: given.extensionId,
      state,
      newDay: state === 'granted' ? newDay : request.newDay,
      answer,
      answerNumber,
      answerDay,
    });
    const { occurrenceKey: key, fromDay } = request;
    if (state === 'granted')
      await savePromise(tx, person, { taskId: given.taskId, key, newDay, at: context.clock.now() });
    const isNewVersion = state === 'granted' && key === null;
    const details = {
      fromDay,
      newDay,
      ...(key === null ? {} : { occurrence: key }),
      ...(isNewVersion ? { version: task.version + 1 } : {}),
    };
    await tell(tx, context, person, given.taskId, { kind: `extension-${state}`, note: answer, details });
    return accept(null);
  });
}

/** Takes a request back that nobody has decided: who asked, or the head of the lead unit. */
export async function withdrawExtension(
  context: Context,
  person: Person,
  given: { taskId: TaskId; extensionId: ExtensionId },
): Promise<Outcome<null, TaskRefusal>> {
  return commitOrRefuse<null, TaskRefusal>(context.database, async (tx) => {
    const taken = await takeRequest(tx, person, given, () => true);
    if (!taken.ok) return taken;
    const { task, request } = taken.value;
    const isOwn = request.askedBy === person.userId;
    if (!isOwn && (may(person, 'task.approve', null) || !mayOnTask(person, 'task.change', task)))
      return refuse({ code: 'task-not-yours' });
    const nobody = { decidedBy: null, decidedName: null, answer: null, answerNumber: null, answerDay: null };
    const { extensionId, newDay } = request;
    const decidedOn = context.clock.today();
    await saveDecision(tx, person.agencyId, given.taskId, {
      ...nobody,
      extensionId,
      newDay,
      decidedOn,
      state: 'withdrawn',
    });
    await tell(tx, context, person, given.taskId, { kind: 'extension-withdrawn' });
    return accept(null);
  });
}
