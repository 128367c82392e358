import type { FindMoved } from '../../calendar/server.ts';
import { findMovedDeadlines } from '../../deadlines/index.ts';
import { findOpenDays } from '../store/open-days.ts';

/** Open tasks whose due day would move with the calendar: a day off moves on to the next working day. */
export const findMovedTasks: FindMoved = async (db, agencyId, { before, after }) => {
  const tasks = await findOpenDays(db, agencyId);
  const titles = new Map<string, string>(tasks.map(({ taskId, title }) => [taskId, title]));
  const open = tasks.map(({ taskId, dueOn }) => ({ id: taskId, wordedDay: dueOn, dayOffRule: 'next' as const }));
  return findMovedDeadlines(open, before, after).map((moved) => ({ ...moved, title: titles.get(moved.id) ?? '' }));
};
