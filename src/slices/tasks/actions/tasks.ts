import type { DeficitId, PlanId, TaskId, UnitId, UserId } from '../../../kernel/ids.ts';
import { accept, type Outcome, refuse } from '../../../kernel/outcome.ts';
import type { Context } from '../../../server/context.ts';
import { brokenConstraint, type Transaction } from '../../../server/database.ts';
import type { Person } from '../../../server/http.ts';
import { appendAudit } from '../../audit/server.ts';
import type { OfficeRules } from '../../deadlines/index.ts';
import { type Action, may } from '../../identity/index.ts';
import { actorOf } from '../../identity/server.ts';
import { officeDueOf } from '../rules/office-day.ts';
import { mayFollow, type TaskState } from '../rules/task.ts';
import { deadlinesOf, type TaskDeadline } from '../rules/task-shapes.ts';
import {
  findTask,
  findTaskEvents,
  insertTask,
  insertTaskEvent,
  lockTask,
  replacePeople,
  saveState,
  type Task,
  type TaskRow,
  type TaskUnits,
  updateTask,
} from '../store/tasks.ts';
import { linkTask, unlinkTask } from '../store/ties.ts';
import { officeRulesOf } from './office-rules.ts';
import type { TaskRefusal } from './refusals.ts';

type Shared = Pick<Task, 'leads' | 'coordinators' | 'people'>;

const sharingUnits = ({ leads, coordinators }: Shared): (UnitId | null)[] =>
  [...leads, ...coordinators].map(({ unitId }) => unitId);

/** Changed and approved by who answers for the task; the units that help read it and report on it. */
const LEAD_ONLY: readonly Action[] = ['task.change', 'task.approve'];

/** Whether a person may do something to a task: of any unit, of a unit that leads or shares it, or as one of its people. */
export function mayOnTask(person: Person, action: Action, task: Shared): boolean {
  if (may(person, action, null)) return true;
  if (LEAD_ONLY.includes(action)) return task.leads.some(({ unitId }) => may(person, action, unitId));
  return (
    sharingUnits(task).some((unitId) => may(person, action, unitId)) ||
    (task.people.some(({ userId }) => userId === person.userId) && may(person, action, person.unitId))
  );
}

/** The head of any unit that shares a task hands it down to people. */
function mayHandDown(person: Person, task: Shared): boolean {
  return [null, ...sharingUnits(task)].some((unitId) => may(person, 'task.change', unitId));
}

async function tell(
  tx: Transaction,
  context: Context,
  person: Person,
  taskId: TaskId,
  event: { kind: string; note?: string | null; details?: Record<string, unknown> | null },
): Promise<void> {
  const at = context.clock.now();
  const { kind, note = null, details = null } = event;
  await insertTaskEvent(tx, person.agencyId, taskId, {
    eventId: context.newId('event'),
    at,
    actorId: person.userId,
    actorName: person.displayName,
    kind,
    note,
    details,
  });
  await appendAudit(tx, actorOf(person), at, [
    { action: `task.${kind}`, subjectKind: 'task', subjectId: taskId, after: { note, ...details } },
  ]);
}

export type TaskForm = {
  title: string;
  areaOrdinal: number | null;
  products: string[];
  leadId: UnitId;
  coordinatorIds: UnitId[];
  deadlineText: string | null;
  deadlines: TaskDeadline[];
};

type Names = ReadonlyMap<UnitId, string>;

function rowOf(
  form: TaskForm,
  names: Names,
  rules: OfficeRules,
): Pick<TaskRow, 'title' | 'areaOrdinal' | 'products' | 'deadlineText' | 'deadlines' | 'dueOn' | 'dueKind'> &
  TaskUnits {
  const due = officeDueOf(deadlinesOf(form.deadlines), rules);
  const unit = (unitId: UnitId) => ({ name: names.get(unitId) ?? unitId, unitId });
  const { title, areaOrdinal, products, deadlineText, deadlines } = form;
  return {
    title,
    areaOrdinal,
    products,
    deadlineText,
    deadlines,
    dueOn: due.dueOn,
    dueKind: due.kind,
    leads: [unit(form.leadId)],
    coordinators: form.coordinatorIds.map(unit),
  };
}

function refusalOfBreak(error: unknown): Outcome<never, TaskRefusal> {
  const constraint = brokenConstraint(error);
  if (constraint === 'task_unit_unit') return refuse({ code: 'unit-not-found' });
  if (constraint === 'task_plan') return refuse({ code: 'plan-not-found' });
  if (constraint === 'deficit_task_deficit') return refuse({ code: 'deficit-not-found' });
  if (constraint === 'deficit_task_task') return refuse({ code: 'task-not-found' });
  throw error;
}

export type NewTask = TaskForm & { planId: PlanId | null; planYear: number; deficitId: DeficitId | null };

/** Makes a task by hand, tied to a loss where it is to win back its points. */
export async function createTask(
  context: Context,
  person: Person,
  form: NewTask,
  names: Names,
): Promise<Outcome<{ taskId: TaskId }, TaskRefusal>> {
  if (!may(person, 'task.change', form.leadId)) return refuse({ code: 'task-not-yours' });
  const taskId = context.newId('task');
  return context.database
    .transaction<Outcome<{ taskId: TaskId }, TaskRefusal>>(async (tx) => {
      const { planId, planYear } = form;
      const rules = await officeRulesOf(tx, person.agencyId);
      await insertTask(
        tx,
        person.agencyId,
        { ...rowOf(form, names, rules), taskId, planId, planYear, position: 10_000, ordinal: null, targets: [] },
        context.clock.now(),
      );
      if (form.deficitId) await linkTask(tx, person.agencyId, form.deficitId, taskId);
      await tell(tx, context, person, taskId, { kind: 'assigned', details: { title: form.title } });
      return accept({ taskId });
    })
    .catch(refusalOfBreak);
}

/** Locks a task that the person may work on, or says why not. */
async function takeTask(
  tx: Transaction,
  person: Person,
  action: Action,
  given: { taskId: TaskId; version: number },
): Promise<Outcome<Task, TaskRefusal>> {
  const task = await lockTask(tx, person.agencyId, given.taskId);
  if (!task) return refuse({ code: 'task-not-found' });
  if (!mayOnTask(person, action, task)) return refuse({ code: 'task-not-yours' });
  return task.version === given.version ? accept(task) : refuse({ code: 'task-changed' });
}

export async function changeTask(
  context: Context,
  person: Person,
  form: TaskForm & { taskId: TaskId; version: number },
  names: Names,
): Promise<Outcome<null, TaskRefusal>> {
  return context.database
    .transaction<Outcome<null, TaskRefusal>>(async (tx) => {
      const taken = await takeTask(tx, person, 'task.change', form);
      if (!taken.ok) return taken;
      if (!may(person, 'task.change', form.leadId)) return refuse({ code: 'task-not-yours' });
      const before = taken.value;
      const row = rowOf(form, names, await officeRulesOf(tx, person.agencyId));
      await updateTask(tx, person.agencyId, { ...before, ...row }, context.clock.now());
      await tell(tx, context, person, form.taskId, {
        kind: 'changed',
        details: {
          from: { title: before.title, deadlineText: before.deadlineText, dueOn: before.dueOn },
          to: { title: row.title, deadlineText: row.deadlineText, dueOn: row.dueOn },
        },
      });
      return accept(null);
    })
    .catch(refusalOfBreak);
}

const approvals: readonly TaskState[] = ['done', 'sent-back'];

/** Who handed the product in last; that person may not approve it. */
async function lastHandedInBy(tx: Transaction, person: Person, taskId: TaskId): Promise<string | null> {
  const events = await findTaskEvents(tx, person.agencyId, taskId);
  return events.find((event) => event.kind === 'handed-in')?.actorId ?? null;
}

export type Step = { taskId: TaskId; version: number; to: TaskState; note: string | null };

/** Moves a task to its next step: accept, start, hand in, approve or send back, take up again. */
export async function moveTask(
  context: Context,
  person: Person,
  step: Step,
): Promise<Outcome<{ version: number }, TaskRefusal>> {
  return context.database.transaction<Outcome<{ version: number }, TaskRefusal>>(async (tx) => {
    const approves = approvals.includes(step.to);
    const taken = await takeTask(
      tx,
      person,
      approves ? 'task.approve' : step.to === 'dropped' ? 'task.change' : 'task.report',
      step,
    );
    if (!taken.ok) return taken;
    const task = taken.value;
    if (!mayFollow(task.state, step.to)) return refuse({ code: 'task-step', from: task.state, to: step.to });
    if (step.to === 'done' && (await lastHandedInBy(tx, person, step.taskId)) === person.userId)
      return refuse({ code: 'own-work' });
    const doneOn = step.to === 'done' ? context.clock.today() : null;
    await saveState(tx, person.agencyId, { ...task, state: step.to, doneOn }, context.clock.now());
    await tell(tx, context, person, step.taskId, { kind: step.to, note: step.note });
    return accept({ version: task.version + 1 });
  });
}

/** A line in the progress log; the task itself does not change. */
export async function reportProgress(
  context: Context,
  person: Person,
  given: { taskId: TaskId; note: string },
): Promise<Outcome<null, TaskRefusal>> {
  return context.database.transaction<Outcome<null, TaskRefusal>>(async (tx) => {
    const task = await findTask(tx, person.agencyId, given.taskId);
    if (!task) return refuse({ code: 'task-not-found' });
    if (!mayOnTask(person, 'task.report', task)) return refuse({ code: 'task-not-yours' });
    await tell(tx, context, person, given.taskId, { kind: 'progress', note: given.note });
    return accept(null);
  });
}

/** Hands a task down to named people of the unit. */
export async function assignPeople(
  context: Context,
  person: Person,
  given: { taskId: TaskId; userIds: readonly UserId[] },
): Promise<Outcome<null, TaskRefusal>> {
  return context.database.transaction<Outcome<null, TaskRefusal>>(async (tx) => {
    const task = await lockTask(tx, person.agencyId, given.taskId);
    if (!task) return refuse({ code: 'task-not-found' });
    if (!mayHandDown(person, task)) return refuse({ code: 'task-not-yours' });
    await replacePeople(tx, person.agencyId, given.taskId, given.userIds);
    await tell(tx, context, person, given.taskId, { kind: 'handed-down', details: { userIds: given.userIds } });
    return accept(null);
  });
}

/** Ties a task to a loss that it is to win back, or unties it. */
export async function tieTask(
  context: Context,
  person: Person,
  tie: { deficitId: DeficitId; taskId: TaskId; isTied: boolean },
): Promise<Outcome<null, TaskRefusal>> {
  return context.database
    .transaction<Outcome<null, TaskRefusal>>(async (tx) => {
      const { deficitId, taskId, isTied } = tie;
      if (isTied) await linkTask(tx, person.agencyId, deficitId, taskId);
      else if (!(await unlinkTask(tx, person.agencyId, deficitId, taskId))) return refuse({ code: 'task-not-found' });
      await tell(tx, context, person, taskId, { kind: isTied ? 'tied' : 'untied', details: { deficitId } });
      return accept(null);
    })
    .catch(refusalOfBreak);
}
