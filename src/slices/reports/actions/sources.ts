import { yearOf } from '../../../kernel/civil-date.ts';
import type { AgencyId } from '../../../kernel/ids.ts';
import type { Db } from '../../../server/database.ts';
import type { MeasureSource, WaitingSource, WorkRecordSource } from '../../../server/sources.ts';
import type { MeasureScope } from '../../registers/index.ts';
import {
  type DueReport,
  dueReportsOf,
  measuresOf,
  parseMeasureKey,
  readMeasure,
  readMeasureBy,
} from '../rules/measures.ts';
import { waitingItemsOf, workRecordsOf } from '../rules/work-records.ts';
import { findDuties } from '../store/duties.ts';
import { readMoment } from '../store/marks.ts';
import { loadOpenCells, loadStoodCells, yearsAround } from './load-board.ts';

async function findDueReports(db: Db, agencyId: AgencyId, scope: MeasureScope): Promise<DueReport[]> {
  const years = yearsAround(scope.firstDay, scope.lastDay);
  const { cells } = await loadStoodCells(db, agencyId, { years, today: scope.today });
  return dueReportsOf(cells, scope.today);
}

const addressOf = ({ firstDay, unitId }: MeasureScope): string =>
  `/reports?year=${yearOf(firstDay)}${unitId === null ? '' : `&unit=${unitId}`}`;

/** Shares on time and lateness of reports as measures. Nothing is known of an agency that has no duties. */
export const reportMeasures: MeasureSource = {
  name: 'reports',
  find: async (db, agencyId) => {
    const duties = await findDuties(db, agencyId);
    return duties.length === 0 ? [] : measuresOf(duties);
  },
  read: async (db, agencyId, key, scope) => {
    const kind = parseMeasureKey(key);
    const duties = kind ? await findDuties(db, agencyId) : [];
    if (!kind || !measuresOf(duties).some((one) => one.key === key)) return null;
    const figures = duties.length === 0 ? null : readMeasure(await findDueReports(db, agencyId, scope), kind, scope);
    return { figures, extractedAt: await readMoment(db), address: addressOf(scope) };
  },
  readBy: async (db, agencyId, key, cut) => {
    const kind = parseMeasureKey(key);
    return kind ? readMeasureBy(await findDueReports(db, agencyId, cut), kind, cut) : [];
  },
};

/** Reports that wait to be handed in, compiled or sent: of this year, of the year before, and of the year that `until` lies in. */
export const waitingReports: WaitingSource = {
  name: 'reports',
  find: async (db, agencyId, { today, until }) => {
    const years = { firstYear: yearOf(today) - 1, lastYear: Math.max(yearOf(today), yearOf(until ?? today)) };
    const { input, cells } = await loadOpenCells(db, agencyId, { years, today });
    return waitingItemsOf(cells, { today, until, history: input.history });
  },
};

/** How units kept the days of their reports. */
export const reportRecords: WorkRecordSource = {
  name: 'reports',
  find: async (db, agencyId, { firstDay, lastDay, today }) => {
    const { cells } = await loadStoodCells(db, agencyId, { years: yearsAround(firstDay, lastDay), today });
    return workRecordsOf(cells, { firstDay, lastDay });
  },
};
