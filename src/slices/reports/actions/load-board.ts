import { type CivilDate, yearOf } from '../../../kernel/civil-date.ts';
import type { AgencyId } from '../../../kernel/ids.ts';
import type { Db } from '../../../server/database.ts';
import { loadOfficeTime } from '../../calendar/server.ts';
import { findSuccessions, findUnits } from '../../units/server.ts';
import { type BoardInput, boardOf, cellKeyOf, standCell } from '../rules/board.ts';
import type { StoodCell } from '../rules/work-records.ts';
import { findDuties } from '../store/duties.ts';
import { findMarks, findOfficeCounts, findOfficeMarks, findOpenMarks, type YearSpan } from '../store/marks.ts';

async function loadRules(db: Db, agencyId: AgencyId): Promise<Omit<BoardInput, 'marks'>> {
  return {
    duties: await findDuties(db, agencyId),
    office: await loadOfficeTime(db, agencyId),
    history: { units: await findUnits(db, agencyId), successions: await findSuccessions(db, agencyId) },
  };
}

/** What the periods of some years are made of: duties, calendar, units and what the office closed. */
export async function loadBoardInput(db: Db, agencyId: AgencyId, years: YearSpan): Promise<BoardInput> {
  return { ...(await loadRules(db, agencyId)), marks: await findOfficeMarks(db, agencyId, years) };
}

/** The same where only counts are shown: a closed period comes without its units. */
export async function loadGridInput(db: Db, agencyId: AgencyId, years: YearSpan): Promise<BoardInput> {
  return { ...(await loadRules(db, agencyId)), marks: await findOfficeCounts(db, agencyId, years) };
}

export const yearsOf = ({ firstYear, lastYear }: YearSpan): number[] =>
  Array.from({ length: lastYear - firstYear + 1 }, (_, at) => firstYear + at);

/** Years whose periods may fall due in a span: a year's last report falls due in the next one. */
export function yearsAround(firstDay: CivilDate, lastDay: CivilDate): YearSpan {
  return { firstYear: yearOf(firstDay) - 1, lastYear: yearOf(lastDay) };
}

/** Every cell of some years with how each unit stands. */
export async function loadStoodCells(
  db: Db,
  agencyId: AgencyId,
  { years, today }: { readonly years: YearSpan; readonly today: CivilDate },
): Promise<{ input: BoardInput; cells: StoodCell[] }> {
  const input = await loadBoardInput(db, agencyId, years);
  const marks = await findMarks(db, agencyId, years);
  return { input, cells: standAll(input, { years, today, marks }) };
}

/** The same for cells that are not closed: what still waits for somebody. */
export async function loadOpenCells(
  db: Db,
  agencyId: AgencyId,
  { years, today }: { readonly years: YearSpan; readonly today: CivilDate },
): Promise<{ input: BoardInput; cells: StoodCell[] }> {
  const input = await loadBoardInput(db, agencyId, years);
  const marks = await findOpenMarks(db, agencyId, years);
  return { input, cells: standAll(input, { years, today, marks }) };
}

type Stand = { years: YearSpan; today: CivilDate; marks: Awaited<ReturnType<typeof findMarks>> };

function standAll(input: BoardInput, { years, today, marks }: Stand): StoodCell[] {
  return yearsOf(years).flatMap((year) =>
    boardOf(input, year).map((cell) => ({
      cell,
      stood: standCell(cell, marks.get(cellKeyOf(cell.period.dutyId, cell.period.key)), today),
    })),
  );
}
