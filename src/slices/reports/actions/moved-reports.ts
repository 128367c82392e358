import { yearOf } from '../../../kernel/civil-date.ts';
import type { FindMoved } from '../../calendar/server.ts';
import { movedCutOffs } from '../rules/moved-cut-offs.ts';
import { loadBoardInput } from './load-board.ts';

/** Cut-offs of reports that would move with the calendar. They are computed, never stored: nothing is to be redated. */
export const findMovedReports: FindMoved = async (db, agencyId, { before, after, today }) => {
  const years = { firstYear: yearOf(today), lastYear: yearOf(today) + 1 };
  const input = { ...(await loadBoardInput(db, agencyId, years)), office: before };
  return movedCutOffs(input, { after, today }).map(({ id, name, period, from, to }) => ({
    id,
    title: `${name} (${period})`,
    from,
    to,
  }));
};
