import type { CivilDate } from '../../../kernel/civil-date.ts';
import type { TaskId, UnitId, UserId } from '../../../kernel/ids.ts';
import { accept, type Outcome, refuse } from '../../../kernel/outcome.ts';
import type { Context } from '../../../server/context.ts';
import { commitOrRefuse, type Transaction } from '../../../server/database.ts';
import type { Person } from '../../../server/http.ts';
import { appendAudit } from '../../audit/server.ts';
import { may } from '../../identity/index.ts';
import { actorOf, findPeopleOfUnits } from '../../identity/server.ts';
import { officeDueOf } from '../rules/office-day.ts';
import { deadlinesOf } from '../rules/task-shapes.ts';
import { nextUnitPlanStates, type UnitPlanItem, type UnitPlanState } from '../rules/unit-plan.ts';
import { findTask, findTasksMade, replacePeople, saveState } from '../store/tasks.ts';
import { lockUnitPlan, saveUnitPlan, type UnitPlan } from '../store/unit-plans.ts';
import { officeRulesOf } from './office-rules.ts';
import type { TaskRefusal } from './refusals.ts';
import { sharingUnits } from './task-rights.ts';
import { changeTaskIn, makeTask, type Names, refusalOfBreak } from './tasks.ts';
import { tell } from './tell.ts';

type PlanKey = { year: number; unitId: UnitId };
type Answer = Outcome<{ version: number }, TaskRefusal>;

async function takePlan(
  tx: Transaction,
  context: Context,
  person: Person,
  given: PlanKey & { version: number },
): Promise<Outcome<UnitPlan, TaskRefusal>> {
  const plan = await lockUnitPlan(tx, person.agencyId, { ...given, at: context.clock.now() });
  return plan.version === given.version ? accept(plan) : refuse({ code: 'unit-plan-changed' });
}

async function keep(
  tx: Transaction,
  context: Context,
  person: Person,
  plan: UnitPlan,
  action: 'unit-plan.save' | 'unit-plan.handed-in' | 'unit-plan.returned' | 'unit-plan.approved',
): Promise<Answer> {
  const at = context.clock.now();
  await saveUnitPlan(tx, person.agencyId, plan, at);
  const { planYear, unitId, state, reason, items, number } = plan;
  const after = { planYear, state, reason, number, items: items.length };
  await appendAudit(tx, actorOf(person), at, [{ action, subjectKind: 'unit-plan', subjectId: unitId, after }]);
  return accept({ version: plan.version + 1 });
}

/** People named in a plan belong to its unit or below it, and are still there. */
async function findStrangers(
  tx: Transaction,
  person: Person,
  unitIds: readonly string[],
  items: readonly UnitPlanItem[],
) {
  const known = new Set((await findPeopleOfUnits(tx, person.agencyId, unitIds)).map(({ userId }) => userId));
  return [...new Set(items.flatMap(({ userIds }) => userIds))].filter((userId) => !known.has(userId));
}

/** Why lines cannot stand as they are: two of one key, or one below a task that the unit neither leads nor shares. */
async function findLineFault(
  tx: Transaction,
  person: Person,
  { unitId, items }: { unitId: UnitId; items: readonly UnitPlanItem[] },
): Promise<TaskRefusal | null> {
  if (new Set(items.map(({ key }) => key)).size < items.length) return { code: 'unit-plan-key' };
  for (const { taskId, title } of items) {
    if (taskId === null) continue;
    const task = await findTask(tx, person.agencyId, taskId);
    if (!task || !sharingUnits(task).includes(unitId)) return { code: 'unit-plan-task', title };
  }
  return null;
}

/** The first line that ends later than the task it is a step of: the office could not approve it. */
async function findLateLine(
  tx: Transaction,
  person: Person,
  items: readonly UnitPlanItem[],
): Promise<TaskRefusal | null> {
  const rules = await officeRulesOf(tx, person.agencyId);
  for (const { taskId, title, deadlines } of items) {
    const task = taskId === null ? null : await findTask(tx, person.agencyId, taskId);
    const { dueOn } = officeDueOf(deadlinesOf(deadlines), rules);
    if (task?.dueOn && dueOn !== null && dueOn > task.dueOn)
      return { code: 'unit-plan-late', title, dueOn: task.dueOn };
  }
  return null;
}

/** Saves a unit's plan while it is being written; what was approved is taken up again by the office only. */
export async function saveItems(
  context: Context,
  person: Person,
  given: PlanKey & {
    version: number;
    items: UnitPlanItem[];
    number: string | null;
    issuedOn: CivilDate | null;
    /** The unit and everything below it. */
    unitIds: readonly string[];
  },
): Promise<Answer> {
  if (!may(person, 'task.change', given.unitId)) return refuse({ code: 'task-not-yours' });
  return commitOrRefuse<{ version: number }, TaskRefusal>(context.database, async (tx) => {
    const taken = await takePlan(tx, context, person, given);
    if (!taken.ok) return taken;
    const plan = taken.value;
    if (plan.state !== 'drafting' && plan.state !== 'returned')
      return refuse({ code: 'unit-plan-state', state: plan.state });
    const strangers = await findStrangers(tx, person, given.unitIds, given.items);
    if (strangers.length > 0) return refuse({ code: 'not-of-unit', userIds: strangers });
    const fault = await findLineFault(tx, person, given);
    if (fault) return refuse(fault);
    const { items, number, issuedOn } = given;
    return keep(tx, context, person, { ...plan, items, number, issuedOn }, 'unit-plan.save');
  }).catch(refusalOfBreak);
}

export type UnitPlanStep = PlanKey & { version: number; to: Exclude<UnitPlanState, 'drafting'>; reason: string | null };

function checkPlanStep(person: Person, plan: UnitPlan, { to, unitId, reason }: UnitPlanStep): TaskRefusal | null {
  const isMine = to === 'handed-in' ? may(person, 'task.change', unitId) : may(person, 'task.approve', null);
  if (!isMine) return { code: 'task-not-yours' };
  const allowed: readonly UnitPlanState[] = nextUnitPlanStates[plan.state];
  if (!allowed.includes(to)) return { code: 'unit-plan-state', state: plan.state };
  if (to === 'returned' && reason === null) return { code: 'reason-missing' };
  if (to === 'approved' && plan.handedInBy === person.userId) return { code: 'own-work' };
  if (to !== 'handed-in') return null;
  if (plan.items.length === 0) return { code: 'unit-plan-empty' };
  const nobody = plan.items.find(({ userIds }) => userIds.length === 0);
  return nobody ? { code: 'unit-plan-people', title: nobody.title } : null;
}

/** Hands a unit's plan in, returns it, or approves it: then its lines are steps of the department's tasks. */
export async function moveUnitPlan(
  context: Context,
  person: Person,
  step: UnitPlanStep,
  names: Names,
): Promise<Answer> {
  return commitOrRefuse<{ version: number }, TaskRefusal>(context.database, async (tx) => {
    const taken = await takePlan(tx, context, person, step);
    if (!taken.ok) return taken;
    const plan = taken.value;
    const fault = checkPlanStep(person, plan, step);
    if (fault) return refuse(fault);
    const lateLine = step.to === 'handed-in' ? await findLateLine(tx, person, plan.items) : null;
    if (lateLine) return refuse(lateLine);
    const today = context.clock.today();
    const by =
      step.to === 'handed-in'
        ? { handedInBy: person.userId, handedInOn: plan.handedInOn ?? today, reason: null }
        : { decidedBy: person.userId, decidedOn: today, reason: step.reason };
    if (step.to === 'approved') {
      const made = await makeSteps(tx, context, person, plan, names);
      if (!made.ok) return made;
    }
    return keep(tx, context, person, { ...plan, ...by, state: step.to }, `unit-plan.${step.to}`);
  }).catch(refusalOfBreak);
}

const madeKeyOf = ({ planYear, unitId }: UnitPlan, key: string): string => `unit-plan:${planYear}:${unitId}:${key}`;

/** Makes the lines of a plan tasks of the unit, once however often it is approved; lines that went are dropped. */
async function makeSteps(
  tx: Transaction,
  context: Context,
  person: Person,
  plan: UnitPlan,
  names: Names,
): Promise<Outcome<null, TaskRefusal>> {
  const standing = new Map(await findTasksMade(tx, person.agencyId, madeKeyOf(plan, '')));
  for (const item of plan.items) {
    const made = await makeStep(
      tx,
      context,
      person,
      { plan, item, taskId: standing.get(madeKeyOf(plan, item.key)) },
      names,
    );
    if (!made.ok) return made;
    standing.delete(madeKeyOf(plan, item.key));
  }
  for (const taskId of standing.values()) await dropStep(tx, context, person, taskId);
  return accept(null);
}

async function makeStep(
  tx: Transaction,
  context: Context,
  person: Person,
  { plan, item, taskId }: { plan: UnitPlan; item: UnitPlanItem; taskId: TaskId | undefined },
  names: Names,
): Promise<Outcome<null, TaskRefusal>> {
  const parent = item.taskId === null ? null : await findTask(tx, person.agencyId, item.taskId);
  const isClosed = parent !== null && (parent.state === 'done' || parent.state === 'dropped');
  if (isClosed || (item.taskId !== null && parent === null)) return accept(null);
  const form = {
    title: item.title,
    areaOrdinal: parent?.areaOrdinal ?? null,
    products: item.product === null ? [] : [item.product],
    leadId: plan.unitId,
    coordinatorIds: [],
    deadlineText: item.deadlineText,
    deadlines: item.deadlines,
    allowsPast: true,
  };
  const before = taskId ? await findTask(tx, person.agencyId, taskId) : null;
  const head = {
    planId: null,
    planYear: plan.planYear,
    deficitId: null,
    parentId: item.taskId,
    origin: 'unit' as const,
  };
  const written = before
    ? await changeTaskIn(tx, context, person, { ...form, taskId: before.taskId, version: before.version }, names)
    : await makeTask(tx, context, person, { ...form, ...head, madeKey: madeKeyOf(plan, item.key) }, names);
  if (!written.ok) return written;
  const stepId = before?.taskId ?? ('taskId' in written.value ? written.value.taskId : null);
  if (stepId !== null) await handDown(tx, context, person, stepId, item.userIds);
  return accept(null);
}

async function handDown(tx: Transaction, context: Context, person: Person, taskId: TaskId, userIds: UserId[]) {
  await replacePeople(tx, person.agencyId, taskId, userIds);
  await tell(tx, context, person, taskId, { kind: 'handed-down', details: { userIds } });
}

async function dropStep(tx: Transaction, context: Context, person: Person, taskId: TaskId): Promise<void> {
  const task = await findTask(tx, person.agencyId, taskId);
  if (!task || task.state === 'done' || task.state === 'dropped') return;
  const dropped = { ...task, state: 'dropped' as const, doneOn: null, handedInOn: null };
  await saveState(tx, person.agencyId, dropped, context.clock.now());
  await tell(tx, context, person, taskId, { kind: 'dropped', details: { version: task.version + 1 } });
}
