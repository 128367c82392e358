import type { CivilDate } from '../../../kernel/civil-date.ts';
import type { TaskId } from '../../../kernel/ids.ts';
import { accept, type Outcome, refuse } from '../../../kernel/outcome.ts';
import type { Context } from '../../../server/context.ts';
import { commitOrRefuse, type Transaction } from '../../../server/database.ts';
import type { Person } from '../../../server/http.ts';
import type { RecordFinisher } from '../../../server/sources.ts';
import type { Action } from '../../identity/index.ts';
import { openStepsBelow } from '../rules/progress.ts';
import { mayFollow, type TaskState } from '../rules/task.ts';
import { findOccurrences, waiveOpenOccurrences } from '../store/occurrences.ts';
import { findProducts, moveProducts } from '../store/products.ts';
import { findFamily } from '../store/task-list.ts';
import { findTaskEvents, saveState, type Task } from '../store/tasks.ts';
import { carryRecords } from './carried-records.ts';
import type { TaskRefusal } from './refusals.ts';
import { takeTask } from './tasks.ts';
import { tell } from './tell.ts';

export type TaskStep = { taskId: TaskId; version: number; to: TaskState; note: string | null };

const neededFor = {
  assigned: 'task.change',
  accepted: 'task.report',
  returned: 'task.report',
  'in-progress': 'task.report',
  'handed-in': 'task.report',
  'sent-back': 'task.approve',
  done: 'task.approve',
  dropped: 'task.change',
} as const satisfies Record<TaskState, Action>;

/** Steps that say nothing without a reason. */
const WITH_REASON: readonly TaskState[] = ['returned', 'sent-back'];

/** Everybody who did the work: those it was handed to, who added a product, who handed it in. They may not approve it. */
async function doersOf(tx: Transaction, person: Person, task: Task): Promise<Set<string>> {
  const events = await findTaskEvents(tx, person.agencyId, task.taskId);
  const products = await findProducts(tx, person.agencyId, task.taskId);
  const handedIn = events.find((event) => event.kind === 'handed-in')?.actorId;
  return new Set([
    ...task.people.map(({ userId }) => userId),
    ...products.filter(({ state }) => state === 'handed-in').map(({ addedBy }) => addedBy),
    ...(handedIn ? [handedIn] : []),
  ]);
}

/** What is missing before a task can be handed in: steps below it, occurrences that are due, a product or at least a word. */
async function checkHandIn(
  tx: Transaction,
  person: Person,
  task: Task,
  given: { note: string | null; today: CivilDate },
): Promise<TaskRefusal | null> {
  const open = openStepsBelow(task.taskId, await findFamily(tx, person.agencyId, task.taskId));
  if (open.length > 0) return { code: 'steps-open', count: open.length };
  const waiting = (await findOccurrences(tx, person.agencyId, task.taskId)).filter(
    ({ state, dueOn }) => (state === 'open' || state === 'sent-back') && dueOn <= given.today,
  );
  if (waiting.length > 0) return { code: 'occurrences-open', count: waiting.length };
  const products = await findProducts(tx, person.agencyId, task.taskId);
  const attached = products.some(({ state, unitId }) => unitId === null && state === 'attached');
  return attached || given.note !== null ? null : { code: 'product-missing' };
}

async function checkStep(
  tx: Transaction,
  person: Person,
  task: Task,
  step: TaskStep,
  today: CivilDate,
): Promise<TaskRefusal | null> {
  if (!mayFollow(task.state, step.to)) return { code: 'task-step', from: task.state, to: step.to };
  if (WITH_REASON.includes(step.to) && step.note === null) return { code: 'reason-missing' };
  if (step.to === 'handed-in') return checkHandIn(tx, person, task, { note: step.note, today });
  const isOwn = step.to === 'done' && (await doersOf(tx, person, task)).has(person.userId);
  return isOwn ? { code: 'own-work' } : null;
}

/** What was handed in is approved or sent back with it. */
const productsAfter = {
  'handed-in': { from: 'attached', to: 'handed-in' },
  done: { from: 'handed-in', to: 'approved' },
  'sent-back': { from: 'handed-in', to: 'sent-back' },
} as const;

function daysAfter(task: Task, to: TaskState, today: CivilDate): Pick<Task, 'doneOn' | 'handedInOn'> {
  if (to === 'handed-in') return { doneOn: null, handedInOn: today };
  if (to === 'done') return { doneOn: task.handedInOn ?? today, handedInOn: task.handedInOn };
  return { doneOn: null, handedInOn: null };
}

const isClosed = (state: TaskState): boolean => state === 'done' || state === 'dropped';

/** Moves a task to its next step: accept, start, hand in, approve or send back, take up again. */
export async function moveTask(
  context: Context,
  person: Person,
  step: TaskStep,
  finisher: RecordFinisher,
): Promise<Outcome<{ version: number }, TaskRefusal>> {
  return commitOrRefuse<{ version: number }, TaskRefusal>(context.database, async (tx) => {
    const today = context.clock.today();
    const taken = await takeTask(tx, person, neededFor[step.to], step);
    if (!taken.ok) return taken;
    const task = taken.value;
    const fault = await checkStep(tx, person, task, step, today);
    if (fault) return refuse(fault);
    const after = { ...task, ...daysAfter(task, step.to, today), state: step.to };
    await saveState(tx, person.agencyId, after, context.clock.now());
    const products = step.to in productsAfter ? productsAfter[step.to as keyof typeof productsAfter] : null;
    if (products)
      await moveProducts(tx, person.agencyId, task.taskId, { ...products, unitId: null, reason: step.note });
    if (step.to === 'done') await waiveOpenOccurrences(tx, person.agencyId, task.taskId);
    const version = task.version + 1;
    await tell(tx, context, person, step.taskId, { kind: step.to, note: step.note, details: { version } });
    if (isClosed(task.state) || isClosed(step.to)) await carryRecords(tx, { context, person }, task, finisher);
    return accept({ version });
  });
}
