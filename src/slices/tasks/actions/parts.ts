import type { CivilDate } from '../../../kernel/civil-date.ts';
import type { TaskId, UnitId } from '../../../kernel/ids.ts';
import { accept, type Outcome, refuse } from '../../../kernel/outcome.ts';
import type { Context } from '../../../server/context.ts';
import { commitOrRefuse } from '../../../server/database.ts';
import type { Person } from '../../../server/http.ts';
import { may } from '../../identity/index.ts';
import { findParts, type Part, type PartState, saveOwed, savePart } from '../store/parts.ts';
import { moveProducts } from '../store/products.ts';
import { lockTask, type Task } from '../store/tasks.ts';
import type { TaskRefusal } from './refusals.ts';
import { mayOnTask } from './task-rights.ts';
import { refusalOfBreak } from './tasks.ts';
import { tell } from './tell.ts';

/** What may follow what in the part of a coordinator. */
export const nextPartStates = {
  assigned: ['in-progress', 'handed-in'],
  'in-progress': ['handed-in'],
  'handed-in': ['done', 'sent-back'],
  'sent-back': ['in-progress', 'handed-in'],
  done: ['sent-back'],
} as const satisfies Record<PartState, readonly PartState[]>;

const isCoordinator = ({ coordinators }: Task, unitId: UnitId): boolean =>
  coordinators.some((unit) => unit.unitId === unitId);

/** The lead says what each coordinator owes, and by when. */
export async function describeParts(
  context: Context,
  person: Person,
  given: { taskId: TaskId; parts: readonly { unitId: UnitId; owes: string; dueOn: CivilDate | null }[] },
): Promise<Outcome<null, TaskRefusal>> {
  return commitOrRefuse<null, TaskRefusal>(context.database, async (tx) => {
    const task = await lockTask(tx, person.agencyId, given.taskId);
    if (!task) return refuse({ code: 'task-not-found' });
    if (!mayOnTask(person, 'task.change', task)) return refuse({ code: 'task-not-yours' });
    const stranger = given.parts.find(({ unitId }) => !isCoordinator(task, unitId));
    if (stranger) return refuse({ code: 'not-coordinator' });
    for (const part of given.parts) await saveOwed(tx, person.agencyId, given.taskId, part);
    await tell(tx, context, person, given.taskId, { kind: 'parts-described', details: { parts: given.parts } });
    return accept(null);
  }).catch(refusalOfBreak);
}

export type PartStep = { taskId: TaskId; unitId: UnitId; to: PartState; note: string | null };

/** The lead approves a part or sends it back; the coordinator does the rest, for its own unit. */
function mayMovePart(person: Person, task: Task, { to, unitId }: PartStep): boolean {
  return to === 'done' || to === 'sent-back'
    ? mayOnTask(person, 'task.approve', task)
    : may(person, 'task.report', unitId);
}

function checkPart(person: Person, before: Part, { to, note }: PartStep): TaskRefusal | null {
  const allowed: readonly PartState[] = nextPartStates[before.state];
  if (!allowed.includes(to)) return { code: 'task-step', from: before.state, to };
  if (to === 'sent-back' && note === null) return { code: 'reason-missing' };
  return to === 'done' && before.handedInBy === person.userId ? { code: 'own-work' } : null;
}

function partAfter(person: Person, before: Part, { to, note }: PartStep, today: CivilDate): Part {
  const part = { ...before, state: to };
  if (to === 'handed-in') return { ...part, note, handedInBy: person.userId, handedInOn: today, reason: null };
  if (to === 'done') return { ...part, decidedBy: person.userId };
  return to === 'sent-back'
    ? { ...part, reason: note, decidedBy: person.userId }
    : { ...part, note: note ?? part.note };
}

/** Moves the part of one coordinator; the task itself stays where it is. */
export async function movePart(context: Context, person: Person, step: PartStep): Promise<Outcome<null, TaskRefusal>> {
  return commitOrRefuse<null, TaskRefusal>(context.database, async (tx) => {
    const { agencyId } = person;
    const { taskId, unitId, to, note } = step;
    const task = await lockTask(tx, agencyId, taskId);
    if (!task) return refuse({ code: 'task-not-found' });
    if (!mayMovePart(person, task, step)) return refuse({ code: 'task-not-yours' });
    if (!isCoordinator(task, unitId)) return refuse({ code: 'not-coordinator' });
    const nothing = { note: null, handedInBy: null, handedInOn: null, decidedBy: null, reason: null };
    const kept = (await findParts(tx, agencyId, taskId)).find((part) => part.unitId === unitId);
    const before: Part = kept ?? { ...nothing, unitId, owes: '', dueOn: null, state: 'assigned' };
    const fault = checkPart(person, before, step);
    if (fault) return refuse(fault);
    await savePart(tx, agencyId, taskId, partAfter(person, before, step, context.clock.today()));
    if (to === 'handed-in') {
      await moveProducts(tx, agencyId, taskId, { from: 'attached', to: 'handed-in', unitId, reason: null });
    }
    if (to === 'done' || to === 'sent-back') {
      const after = to === 'done' ? 'approved' : 'sent-back';
      await moveProducts(tx, agencyId, taskId, { from: 'handed-in', to: after, unitId, reason: note });
    }
    await tell(tx, context, person, taskId, { kind: `part-${to}`, note, details: { unitId } });
    return accept(null);
  });
}
