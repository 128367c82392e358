import type { UnitId } from '../../../kernel/ids.ts';
import type { Person } from '../../../server/http.ts';
import { type Action, may } from '../../identity/index.ts';
import type { Task } from '../store/tasks.ts';

type Shared = Pick<Task, 'leads' | 'coordinators' | 'people'>;

export const sharingUnits = ({ leads, coordinators }: Pick<Shared, 'leads' | 'coordinators'>): (UnitId | null)[] =>
  [...leads, ...coordinators].map(({ unitId }) => unitId);

/** Changed and approved by who answers for the task; the units that help read it and report on it. */
const LEAD_ONLY: readonly Action[] = ['task.change', 'task.approve'];

/** Whether a person may do something to a task: of any unit, of a unit that leads or shares it, or as one of its people. */
export function mayOnTask(person: Person, action: Action, task: Shared): boolean {
  if (may(person, action, null)) return true;
  if (LEAD_ONLY.includes(action)) return mayForLead(person, action, task);
  return sharingUnits(task).some((unitId) => may(person, action, unitId)) || isNamed(person, action, task);
}

/** Whether a person may do something for the unit that leads a task: coordinators may not ask for a later day in its name. */
export function mayForLead(person: Person, action: Action, { leads }: Pick<Shared, 'leads'>): boolean {
  return may(person, action, null) || leads.some(({ unitId }) => may(person, action, unitId));
}

function isNamed(person: Person, action: Action, { people }: Pick<Shared, 'people'>): boolean {
  return people.some(({ userId }) => userId === person.userId) && may(person, action, person.unitId);
}

/** The head of any unit that shares a task hands it down to people. */
export function mayHandDown(person: Person, task: Shared): boolean {
  return [null, ...sharingUnits(task)].some((unitId) => may(person, 'task.change', unitId));
}

/**
 * Who grants a later day: the office or the leadership, whose right reaches every unit; for a step that a unit set itself, the
 * head of that unit.
 */
export function mayDecideExtension(person: Person, task: Shared & Pick<Task, 'origin'>): boolean {
  return may(person, 'task.approve', null) || (task.origin === 'unit' && mayOnTask(person, 'task.approve', task));
}
