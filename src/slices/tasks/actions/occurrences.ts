import type { CivilDate } from '../../../kernel/civil-date.ts';
import type { TaskId } from '../../../kernel/ids.ts';
import { accept, type Outcome, refuse } from '../../../kernel/outcome.ts';
import type { Context } from '../../../server/context.ts';
import { commitOrRefuse } from '../../../server/database.ts';
import type { Person } from '../../../server/http.ts';
import type { Action } from '../../identity/index.ts';
import {
  lockOccurrence,
  type Occurrence,
  type OccurrenceState,
  refreshNextDay,
  saveOccurrence,
} from '../store/occurrences.ts';
import { lockTask } from '../store/tasks.ts';
import type { TaskRefusal } from './refusals.ts';
import { mayOnTask } from './task-rights.ts';
import { tell } from './tell.ts';

/** A period is handed in and approved; a monthly check may be confirmed straight away by who may approve. */
export const nextOccurrenceStates = {
  open: ['handed-in', 'done', 'waived'],
  'handed-in': ['done', 'sent-back'],
  'sent-back': ['handed-in', 'waived'],
  done: ['open'],
  waived: ['open'],
} as const satisfies Record<OccurrenceState, readonly OccurrenceState[]>;

const neededFor = {
  open: 'task.approve',
  'handed-in': 'task.report',
  'sent-back': 'task.approve',
  done: 'task.approve',
  waived: 'task.approve',
} as const satisfies Record<OccurrenceState, Action>;

export type OccurrenceStep = {
  taskId: TaskId;
  key: string;
  to: OccurrenceState;
  note: string | null;
  documentNumber: string | null;
};

function checkStep(person: Person, before: Occurrence, { to, note }: OccurrenceStep): TaskRefusal | null {
  const allowed: readonly OccurrenceState[] = nextOccurrenceStates[before.state];
  if (!allowed.includes(to)) return { code: 'task-step', from: before.state, to };
  if (before.state === 'open' && to === 'done' && before.kind !== 'check') {
    return { code: 'task-step', from: before.state, to };
  }
  if ((to === 'sent-back' || to === 'waived' || to === 'open') && note === null) return { code: 'reason-missing' };
  return to === 'done' && before.handedInBy === person.userId ? { code: 'own-work' } : null;
}

function after(person: Person, before: Occurrence, step: OccurrenceStep, today: CivilDate): Occurrence {
  const note = step.note ?? before.note;
  const one = { ...before, state: step.to, note, documentNumber: step.documentNumber ?? before.documentNumber };
  if (step.to === 'handed-in') return { ...one, handedInBy: person.userId, handedInOn: today, doneOn: null };
  if (step.to === 'done') return { ...one, doneOn: before.handedInOn ?? today, decidedBy: person.userId };
  return { ...one, doneOn: null, handedInBy: null, handedInOn: null, decidedBy: person.userId };
}

/** Moves one occurrence of a recurring task: each is done or late by itself. */
export async function moveOccurrence(
  context: Context,
  person: Person,
  step: OccurrenceStep,
): Promise<Outcome<null, TaskRefusal>> {
  return commitOrRefuse<null, TaskRefusal>(context.database, async (tx) => {
    const { agencyId } = person;
    const task = await lockTask(tx, agencyId, step.taskId);
    if (!task) return refuse({ code: 'task-not-found' });
    if (!mayOnTask(person, neededFor[step.to], task)) return refuse({ code: 'task-not-yours' });
    if (task.state === 'dropped' || task.state === 'done')
      return refuse({ code: 'task-step', from: task.state, to: step.to });
    const before = await lockOccurrence(tx, agencyId, step.taskId, step.key);
    if (!before) return refuse({ code: 'occurrence-not-found' });
    const fault = checkStep(person, before, step);
    if (fault) return refuse(fault);
    await saveOccurrence(tx, agencyId, step.taskId, after(person, before, step, context.clock.today()));
    await refreshNextDay(tx, agencyId, step.taskId);
    const details = { occurrence: before.key, name: before.name, dueOn: before.dueOn };
    await tell(tx, context, person, step.taskId, { kind: `occurrence-${step.to}`, note: step.note, details });
    return accept(null);
  });
}
