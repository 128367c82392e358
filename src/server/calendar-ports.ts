import type { CalendarPorts, FindMoved, Redate } from '../slices/calendar/server.ts';
import { findMovedRecords, redateRecords } from '../slices/registers/server.ts';
import { findMovedReports } from '../slices/reports/server.ts';
import { findMovedTasks, redateTasks } from '../slices/tasks/server.ts';
import { readSheet } from './read-sheet.ts';

/** Every slice with deadlines, by hand. */
const finders: readonly FindMoved[] = [findMovedTasks, findMovedReports, findMovedRecords];

const findMoved: FindMoved = async (db, agencyId, times) => {
  const moved = [];
  for (const find of finders) moved.push(...(await find(db, agencyId, times)));
  return moved;
};

/** Reports compute their days. Tasks move at once; records of registers follow in the background. */
const redate: Redate = async (tx, by, times) => {
  await redateTasks(tx, by, times);
  await redateRecords(tx, by, times);
};

/** What the calendar page asks of the slices above it. */
export const calendarPorts: CalendarPorts = { findMoved, redate, readSheet };
