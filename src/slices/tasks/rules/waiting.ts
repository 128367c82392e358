import type { CivilDate } from '../../../kernel/civil-date.ts';
import type { UnitId, UserId } from '../../../kernel/ids.ts';
import type { WaitingItem, WaitingStep } from '../../deadlines/index.ts';
import type { TaskState } from './task.ts';

type Person = { readonly userId: UserId; readonly unitId: UnitId | null };

/** Who has the work now, and who heads it: asked of the history of units on the day. */
export type Offices = {
  readonly holderOf: (unitId: UnitId | null) => UnitId | null;
  readonly headOf: (unitId: UnitId | null) => UserId | null;
};

/** What the state of a task asks of whom: the lead unit, who approves, or the office. */
const stepOf = {
  assigned: { step: 'accept', by: 'lead' },
  accepted: { step: 'do', by: 'lead' },
  returned: { step: 'review', by: 'office' },
  'in-progress': { step: 'do', by: 'lead' },
  'handed-in': { step: 'approve', by: 'approver' },
  'sent-back': { step: 'do', by: 'lead' },
  done: null,
  dropped: null,
} as const satisfies Record<TaskState, { step: WaitingStep; by: 'lead' | 'approver' | 'office' } | null>;

/** Work waits for the people it was handed to; of other units' people only their own part does. */
function peopleFor(people: readonly Person[], unitId: UnitId | null, others: readonly UnitId[]): UserId[] {
  return people
    .filter((person) => person.unitId === unitId || person.unitId === null || !others.includes(person.unitId))
    .map(({ userId }) => userId);
}

/**
 * Which unit approves: the lead, unless its own head handed it in or nobody heads it; then the office does, which is nobody's
 * unit.
 */
function approverOf(leadId: UnitId | null, handedInBy: UserId | null, offices: Offices): UnitId | null {
  const unitId = offices.holderOf(leadId);
  const head = offices.headOf(unitId);
  return head === null || head === handedInBy ? null : unitId;
}

type WaitingTask = {
  readonly taskId: string;
  readonly title: string;
  readonly state: TaskState;
  readonly dueOn: CivilDate | null;
  readonly originalDueOn: CivilDate | null;
  readonly leadId: UnitId | null;
  readonly coordinatorIds: readonly UnitId[];
  readonly people: readonly Person[];
  readonly handedInBy: UserId | null;
  readonly points: string | null;
};

const base = { source: 'task', originalDueOn: null, points: null, remindBefore: null } as const;

/** The step that a task waits for. */
export function waitingTask(task: WaitingTask, offices: Offices): WaitingItem[] {
  const next = stepOf[task.state];
  if (next === null) return [];
  const holder = offices.holderOf(task.leadId);
  const unitId =
    next.by === 'office' ? null : next.by === 'lead' ? holder : approverOf(task.leadId, task.handedInBy, offices);
  return [
    {
      ...base,
      key: task.taskId,
      step: next.step,
      title: task.title,
      unitId,
      userIds: next.by === 'lead' ? peopleFor(task.people, holder, task.coordinatorIds) : [],
      dueOn: task.dueOn,
      originalDueOn: task.originalDueOn === task.dueOn ? null : task.originalDueOn,
      points: task.points,
      address: `/tasks/${task.taskId}`,
    },
  ];
}

type WaitingOccurrence = {
  readonly taskId: string;
  readonly title: string;
  readonly key: string;
  readonly name: string;
  readonly kind: 'period' | 'check';
  readonly state: string;
  readonly dueOn: CivilDate;
  readonly originalDueOn: CivilDate | null;
  readonly leadId: UnitId | null;
  readonly people: readonly Person[];
  readonly handedInBy: UserId | null;
};

/** One occurrence: to be handed in (a period) or looked at (a monthly check), then to be approved. */
export function waitingOccurrence(one: WaitingOccurrence, offices: Offices): WaitingItem {
  const isHandedIn = one.state === 'handed-in';
  const holder = offices.holderOf(one.leadId);
  return {
    ...base,
    key: `${one.taskId}:${one.key}`,
    step: isHandedIn ? 'approve' : one.kind === 'check' ? 'do' : 'hand-in',
    title: `${one.title} · ${one.name}`,
    unitId: isHandedIn ? approverOf(one.leadId, one.handedInBy, offices) : holder,
    userIds: isHandedIn ? [] : peopleFor(one.people, holder, []),
    dueOn: one.dueOn,
    originalDueOn: one.originalDueOn,
    address: `/tasks/${one.taskId}`,
  };
}

type WaitingPart = {
  readonly taskId: string;
  readonly title: string;
  readonly unitId: UnitId;
  readonly leadId: UnitId | null;
  readonly owes: string;
  readonly state: string;
  readonly dueOn: CivilDate | null;
  readonly people: readonly Person[];
};

/** The part of a coordinator: done by the unit, approved by the lead. */
export function waitingPart(part: WaitingPart, offices: Offices): WaitingItem {
  const isHandedIn = part.state === 'handed-in';
  const own = part.people.filter(({ unitId }) => unitId === part.unitId).map(({ userId }) => userId);
  return {
    ...base,
    key: `${part.taskId}:part:${part.unitId}`,
    step: isHandedIn ? 'approve' : 'do',
    title: part.owes === '' ? part.title : `${part.owes} · ${part.title}`,
    unitId: offices.holderOf(isHandedIn ? part.leadId : part.unitId),
    userIds: isHandedIn ? [] : own,
    dueOn: part.dueOn,
    address: `/tasks/${part.taskId}`,
  };
}
