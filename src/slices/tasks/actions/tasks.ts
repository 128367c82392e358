import type { CivilDate } from '../../../kernel/civil-date.ts';
import type { DeficitId, MeetingId, PlanId, TaskId, UnitId } from '../../../kernel/ids.ts';
import { accept, type Outcome, refuse } from '../../../kernel/outcome.ts';
import type { Context } from '../../../server/context.ts';
import { brokenConstraint, commitOrRefuse, type Transaction } from '../../../server/database.ts';
import type { Person } from '../../../server/http.ts';
import type { OfficeRules } from '../../deadlines/index.ts';
import { type Action, may } from '../../identity/index.ts';
import { officeDueOf } from '../rules/office-day.ts';
import type { TaskOrigin } from '../rules/task.ts';
import { deadlinesOf, type TaskDeadline } from '../rules/task-shapes.ts';
import { insertRecordLink } from '../store/records.ts';
import { findTask, findTaskEvents, lockTask, type Task, type TaskRow, type TaskUnits } from '../store/tasks.ts';
import { linkTask, unlinkTask } from '../store/ties.ts';
import { officeRulesOf } from './office-rules.ts';
import type { TaskRefusal } from './refusals.ts';
import { rewriteTask, writeNewTask } from './settle.ts';
import { mayOnTask } from './task-rights.ts';
import { tell } from './tell.ts';

export type TaskForm = {
  title: string;
  areaOrdinal: number | null;
  products: string[];
  leadId: UnitId;
  coordinatorIds: UnitId[];
  deadlineText: string | null;
  deadlines: TaskDeadline[];
  /** A deadline that is over already is meant: work is being recorded after the fact. */
  allowsPast?: boolean | undefined;
};

export type Names = ReadonlyMap<UnitId, string>;
type FormRow = Pick<
  TaskRow,
  'title' | 'areaOrdinal' | 'products' | 'deadlineText' | 'deadlines' | 'dueOn' | 'dueKind'
> &
  TaskUnits;

function rowOf(form: TaskForm, names: Names, rules: OfficeRules): FormRow {
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
    coordinators: [...new Set(form.coordinatorIds)].filter((one) => one !== form.leadId).map(unit),
  };
}

const UNIT_CONSTRAINTS = new Set(['task_unit_unit', 'task_part_unit', 'task_product_unit', 'unit_plan_unit']);

export function refusalOfBreak(error: unknown): Outcome<never, TaskRefusal> {
  const constraint = brokenConstraint(error);
  if (constraint !== null && UNIT_CONSTRAINTS.has(constraint)) return refuse({ code: 'unit-not-found' });
  if (constraint === 'task_plan') return refuse({ code: 'plan-not-found' });
  if (constraint === 'task_of_meeting') return refuse({ code: 'meeting-not-found' });
  if (constraint === 'deficit_task_deficit') return refuse({ code: 'deficit-not-found' });
  if (constraint === 'deficit_task_task') return refuse({ code: 'task-not-found' });
  throw error;
}

export type NewTask = TaskForm & {
  planId: PlanId | null;
  planYear: number;
  deficitId: DeficitId | null;
  parentId?: TaskId | null | undefined;
  meetingId?: MeetingId | null | undefined;
  origin?: TaskOrigin | undefined;
  record?: { registerKey: string; recordId: string } | undefined;
  madeKey?: string | undefined;
};

/** What a step may not do to the task it belongs to: be of another year, begin when it is over, last longer. */
function checkStep(parent: Task | null, dueOn: CivilDate | null): TaskRefusal | null {
  if (!parent) return { code: 'task-not-found' };
  if (parent.state === 'done' || parent.state === 'dropped') return { code: 'parent-closed' };
  return parent.dueOn !== null && dueOn !== null && dueOn > parent.dueOn
    ? { code: 'step-after-task', dueOn: parent.dueOn }
    : null;
}

/** Where a task comes from that nobody says it of: a head makes steps of his own unit, the office makes tasks. */
function originOf(person: Person, form: NewTask): TaskOrigin {
  if (form.origin) return form.origin;
  if (form.meetingId) return 'meeting';
  return form.parentId && !may(person, 'task.change', null) ? 'unit' : 'hand';
}

/** Makes a task inside a transaction; see `createTask`. */
export async function makeTask(
  tx: Transaction,
  context: Context,
  person: Person,
  form: NewTask,
  names: Names,
): Promise<Outcome<{ taskId: TaskId }, TaskRefusal>> {
  const { agencyId } = person;
  if (!may(person, 'task.change', form.leadId)) return refuse({ code: 'task-not-yours' });
  const rules = await officeRulesOf(tx, agencyId);
  const row = rowOf(form, names, rules);
  const today = context.clock.today();
  if (row.dueOn !== null && row.dueOn < today && !form.allowsPast)
    return refuse({ code: 'deadline-past', day: row.dueOn });
  const parent = form.parentId ? await findTask(tx, agencyId, form.parentId) : null;
  const fault = form.parentId ? checkStep(parent, row.dueOn) : null;
  if (fault) return refuse(fault);
  if (parent && !mayOnTask(person, 'task.read', parent)) return refuse({ code: 'task-not-yours' });
  const taskId = context.newId('task');
  const task = {
    ...row,
    taskId,
    planId: form.planId,
    planYear: parent?.planYear ?? form.planYear,
    position: 10_000,
    ordinal: null,
    targets: [],
    origin: originOf(person, form),
    parentId: form.parentId ?? null,
    meetingId: form.meetingId ?? null,
    ...(form.madeKey ? { madeKey: form.madeKey } : {}),
  };
  const at = context.clock.now();
  await writeNewTask(tx, agencyId, task, { at, today, rules });
  if (form.deficitId) await linkTask(tx, agencyId, form.deficitId, taskId);
  if (form.record) await insertRecordLink(tx, agencyId, { ...form.record, taskId, at });
  await tell(tx, context, person, taskId, { kind: 'assigned', details: { title: form.title } });
  return accept({ taskId });
}

/** Makes a task by hand, tied to a loss where it is to win back its points. */
export async function createTask(
  context: Context,
  person: Person,
  form: NewTask,
  names: Names,
): Promise<Outcome<{ taskId: TaskId }, TaskRefusal>> {
  return commitOrRefuse<{ taskId: TaskId }, TaskRefusal>(context.database, (tx) =>
    makeTask(tx, context, person, form, names),
  ).catch(refusalOfBreak);
}

/** What others did since a version, as who comes second is told it. */
async function changesSince(tx: Transaction, person: Person, taskId: TaskId, version: number) {
  const events = await findTaskEvents(tx, person.agencyId, taskId);
  return events
    .filter(({ details }) => typeof details?.version === 'number' && details.version > version)
    .map(({ actorName, at, kind, note, details }) => ({
      actorName,
      at,
      kind,
      note,
      from: details?.from,
      to: details?.to,
    }));
}

/** Locks a task that the person may work on, or says why not: who comes second learns what the first changed. */
export async function takeTask(
  tx: Transaction,
  person: Person,
  action: Action,
  given: { taskId: TaskId; version: number },
): Promise<Outcome<Task, TaskRefusal>> {
  const task = await lockTask(tx, person.agencyId, given.taskId);
  if (!task) return refuse({ code: 'task-not-found' });
  if (!mayOnTask(person, action, task)) return refuse({ code: 'task-not-yours' });
  if (task.version === given.version) return accept(task);
  const changes = await changesSince(tx, person, given.taskId, given.version);
  return refuse({ code: 'task-changed', version: task.version, changes });
}

const FIELDS = ['title', 'areaOrdinal', 'products', 'deadlineText', 'dueOn'] as const;
const unitsOf = ({ leads, coordinators }: TaskUnits) => ({
  leads: leads.map(({ name }) => name),
  coordinators: coordinators.map(({ name }) => name),
});

/** Only the fields that differ, before and after. */
function differences(before: Task, after: FormRow): { from: Record<string, unknown>; to: Record<string, unknown> } {
  const sides = [before, after].map((side) => ({
    ...Object.fromEntries(FIELDS.map((field) => [field, side[field]])),
    ...unitsOf(side),
  }));
  const [from = {}, to = {}] = sides as Record<string, unknown>[];
  const changed = Object.keys(from).filter((field) => JSON.stringify(from[field]) !== JSON.stringify(to[field]));
  const only = (side: Record<string, unknown>) => Object.fromEntries(changed.map((field) => [field, side[field]]));
  return { from: only(from), to: only(to) };
}

const sameDeadline = (before: Task, form: TaskForm): boolean =>
  JSON.stringify(before.deadlines) === JSON.stringify(form.deadlines);

/** Why a deadline may not be changed so: a unit asks for an extension, nobody sets a day that is over by mistake. */
function checkDeadline(
  person: Person,
  before: Task,
  form: TaskForm,
  row: FormRow,
  today: CivilDate,
): TaskRefusal | null {
  if (sameDeadline(before, form)) return null;
  if (before.origin !== 'unit' && !may(person, 'task.change', null)) return { code: 'deadline-by-extension' };
  return row.dueOn !== null && row.dueOn < today && !form.allowsPast ? { code: 'deadline-past', day: row.dueOn } : null;
}

/** Changes a task inside a transaction; see `changeTask`. */
export async function changeTaskIn(
  tx: Transaction,
  context: Context,
  person: Person,
  form: TaskForm & { taskId: TaskId; version: number },
  names: Names,
): Promise<Outcome<{ version: number }, TaskRefusal>> {
  const taken = await takeTask(tx, person, 'task.change', form);
  if (!taken.ok) return taken;
  if (!may(person, 'task.change', form.leadId)) return refuse({ code: 'task-not-yours' });
  const before = taken.value;
  const rules = await officeRulesOf(tx, person.agencyId);
  const row = rowOf(form, names, rules);
  const today = context.clock.today();
  const fault = checkDeadline(person, before, form, row, today);
  if (fault) return refuse(fault);
  const version = before.version + 1;
  await rewriteTask(tx, person.agencyId, { ...before, ...row }, { at: context.clock.now(), today, rules });
  await tell(tx, context, person, form.taskId, { kind: 'changed', details: { ...differences(before, row), version } });
  return accept({ version });
}

/** Changes a task; who comes second is told what the first changed. */
export async function changeTask(
  context: Context,
  person: Person,
  form: TaskForm & { taskId: TaskId; version: number },
  names: Names,
): Promise<Outcome<{ version: number }, TaskRefusal>> {
  return commitOrRefuse<{ version: number }, TaskRefusal>(context.database, (tx) =>
    changeTaskIn(tx, context, person, form, names),
  ).catch(refusalOfBreak);
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
