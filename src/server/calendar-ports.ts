import type { CalendarPorts, FindMoved } from '../slices/calendar/server.ts';
import { findMovedRecords } from '../slices/registers/server.ts';
import { findMovedReports } from '../slices/reports/server.ts';
import { findMovedTasks, redateTasks } from '../slices/tasks/server.ts';
import { readSheet } from './read-sheet.ts';

/** Every slice with deadlines, by hand. Reports compute their days; registers derive their records anew by themselves. */
const finders: readonly FindMoved[] = [findMovedTasks, findMovedReports, findMovedRecords];

const findMoved: FindMoved = async (db, agencyId, times) => {
  const moved = [];
  for (const find of finders) moved.push(...(await find(db, agencyId, times)));
  return moved;
};

/** What the calendar page asks of the slices above it. */
export const calendarPorts: CalendarPorts = { findMoved, redate: redateTasks, readSheet };
