import { z } from 'zod';
import { addDays, type CivilDate } from '../../../kernel/civil-date.ts';
import type { Person } from '../../../server/http.ts';
import { civilDay, unitId } from '../../../server/shapes.ts';
import { reachOf } from '../../identity/index.ts';
import { openStates, taskOrigins, taskStates } from '../rules/task.ts';
import { taskOrders } from '../rules/task-order.ts';
import type { TaskFilter } from '../store/task-list.ts';
import { meetingId, planId, taskId } from '../wire.ts';

const SOON_DAYS = 30;
const year = z.coerce.number().int().min(2000).max(2100);

/** The filters of every list of tasks; each is a word of the address of the page that shows it. */
export const taskQuery = z.object({
  year,
  scope: z.enum(['mine', 'unit', 'all']).default('all'),
  planId: planId.optional(),
  leadId: unitId.optional(),
  area: z.coerce.number().int().optional(),
  state: z.enum([...taskStates, 'open']).optional(),
  due: z.enum(['late', 'week', 'month']).optional(),
  origin: z.enum(taskOrigins).optional(),
  parentId: taskId.optional(),
  meetingId: meetingId.optional(),
  leaf: z.string().max(40).optional(),
  from: civilDay.optional(),
  to: civilDay.optional(),
  text: z.string().trim().max(200).optional(),
  order: z.enum(taskOrders).default('work'),
  limit: z.coerce.number().int().min(1).max(500).default(100),
  offset: z.coerce.number().int().min(0).max(100_000).default(0),
});

/** Days that the filter "late", "within a week", "within a month" means today. */
function dueSpan(
  due: 'late' | 'week' | 'month' | undefined,
  today: CivilDate,
): Pick<TaskFilter, 'dueFrom' | 'dueTo' | 'lateOn'> {
  if (due === 'late') return { lateOn: today };
  return due ? { dueFrom: today, dueTo: addDays(today, due === 'week' ? 7 : SOON_DAYS) } : {};
}

/** What is asked of the store: the filters, within what the person may read. */
export function filterOf(person: Person, asked: z.infer<typeof taskQuery>, today: CivilDate): TaskFilter {
  const { scope, state, due, area, origin, leaf, from, to, order, ...query } = asked;
  const ownOnly = scope === 'unit' || reachOf(person.role, 'task.read') === 'own';
  const isOpen = due !== undefined && state === undefined;
  const standing = taskStates.filter((one) => one !== 'dropped');
  return {
    ...query,
    order: { by: order, today },
    areaOrdinal: area,
    leafCode: leaf,
    origins: origin ? [origin] : undefined,
    states: isOpen || state === 'open' ? openStates : state ? [state] : standing,
    dueFrom: from,
    dueTo: to,
    unitIds: ownOnly ? person.unitIds : undefined,
    userId: scope === 'mine' ? person.userId : undefined,
    ...dueSpan(due, today),
  };
}

/** The same whatever the state: what the list counts beside its filters by state and lateness. */
export function filterOfAnyState(person: Person, asked: z.infer<typeof taskQuery>, today: CivilDate): TaskFilter {
  return filterOf(person, { ...asked, state: undefined, due: undefined }, today);
}
