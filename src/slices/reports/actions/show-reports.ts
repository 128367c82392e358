import type { CivilDate } from '../../../kernel/civil-date.ts';
import type { UnitId } from '../../../kernel/ids.ts';
import type { Context } from '../../../server/context.ts';
import type { Person } from '../../../server/http.ts';
import { workingDaysBetween } from '../../calendar/index.ts';
import type { OfficeRules } from '../../deadlines/index.ts';
import { reachOf } from '../../identity/index.ts';
import { type BoardCell, boardOf, cellKeyOf, standCell } from '../rules/board.ts';
import { departmentStanding, stageStanding } from '../rules/department-report.ts';
import { type Stage, stages } from '../rules/stages.ts';
import { type Stood, type Tally, tallyOf } from '../rules/standing.ts';
import { findMarksOfUnits } from '../store/marks.ts';
import { tallyCells } from '../store/tallies.ts';
import { mayReadAll } from './find-period.ts';
import { loadBoardInput, loadGridInput } from './load-board.ts';

/** Counts of a cell as the grid shows them. */
export type CellCounts = {
  readonly expected: number;
  readonly handedIn: number;
  readonly late: number;
  readonly overdue: number;
  readonly returned: number;
  readonly missing: number;
};

export type GridCell = {
  readonly dutyId: string;
  readonly name: string;
  readonly key: string;
  readonly periodId: string;
  readonly periodName: string;
  readonly dueOn: CivilDate;
  readonly cutOffs: readonly {
    stage: Stage;
    text: string;
    dueOn: CivilDate;
    standing: Stood['standing'] | null;
    daysLate: number;
  }[];
  readonly isClosed: boolean;
  /** Whether the counts are of all units or only of the reader's own. */
  readonly isWhole: boolean;
  readonly counts: CellCounts;
  readonly department: (Stood & { dueOn: CivilDate }) | null;
  readonly sentOn: CivilDate | null;
};

function cutOffsOf(cell: BoardCell, today: CivilDate): GridCell['cutOffs'] {
  return stages.flatMap((stage) => {
    const cutOff = cell.period.cutOffs[stage];
    if (!cutOff) return [];
    const stood = stage === 'unit' ? null : stageStanding(cell, stage, today);
    const { text, dueOn } = cutOff;
    return [{ stage, text, dueOn, standing: stood?.standing ?? null, daysLate: stood?.daysLate ?? 0 }];
  });
}

type Shown = { readonly cell: BoardCell; readonly counts: CellCounts; readonly isWhole: boolean };

function gridCellOf({ cell, counts, isWhole }: Shown, today: CivilDate): GridCell {
  const { dutyId, key, periodId, name, definition, unitDueOn } = cell.period;
  return {
    dutyId,
    name: definition.name,
    key,
    periodId,
    periodName: name,
    dueOn: unitDueOn,
    cutOffs: cutOffsOf(cell, today),
    isClosed: cell.isClosed,
    isWhole,
    counts,
    department: departmentStanding(cell, today),
    sentOn: cell.office?.sentOn ?? null,
  };
}

const countsOf = ({ expected, handedIn, late, overdue, returned, missing }: Tally): CellCounts => ({
  expected,
  handedIn,
  late,
  overdue,
  returned,
  missing,
});

const NOBODY: CellCounts = { expected: 0, handedIn: 0, late: 0, overdue: 0, returned: 0, missing: 0 };

type Asked = { readonly context: Context; readonly person: Person; readonly year: number; readonly today: CivilDate };

/** Cells with the counts of all their units: a closed one carries them, the open ones are counted by the database. */
async function countWhole({ context, person, year, today }: Asked, cells: readonly BoardCell[]): Promise<Shown[]> {
  const open = cells.filter(({ isClosed }) => !isClosed);
  const tallies = await tallyCells(context.database, person.agencyId, { year, today, cells: open });
  return cells.map((cell) => {
    const tally = tallies.get(cellKeyOf(cell.period.dutyId, cell.period.key));
    const frozen = cell.office?.frozen;
    if (cell.isClosed && frozen) return { cell, isWhole: true, counts: { ...frozen.counts, overdue: 0, returned: 0 } };
    return { cell, isWhole: true, counts: tally ? countsOf(tally) : NOBODY };
  });
}

/** Cells with the counts of the reader's own units alone. */
async function countOwn({ context, person, year, today }: Asked, cells: readonly BoardCell[]): Promise<Shown[]> {
  const years = { firstYear: year, lastYear: year };
  const marks = await findMarksOfUnits(context.database, person.agencyId, years, person.unitIds);
  return cells.flatMap((whole): Shown[] => {
    const cell = { ...whole, unitIds: whole.unitIds.filter((unitId) => person.unitIds.includes(unitId)) };
    if (cell.unitIds.length === 0) return [];
    const stood = standCell(cell, marks.get(cellKeyOf(cell.period.dutyId, cell.period.key)), today);
    return [{ cell, isWhole: false, counts: countsOf(tallyOf(stood)) }];
  });
}

async function findShown(asked: Asked): Promise<Shown[]> {
  const { context, person, year } = asked;
  const years = { firstYear: year, lastYear: year };
  if (reachOf(person.role, 'report.read') === 'any') {
    const input = await loadGridInput(context.database, person.agencyId, years);
    return countWhole(asked, boardOf(input, year));
  }
  const cells = boardOf(await loadBoardInput(context.database, person.agencyId, years), year);
  const isReceived = ({ period }: BoardCell): boolean => mayReadAll(person, period.definition);
  const received = await countWhole(asked, cells.filter(isReceived));
  const own = await countOwn(
    asked,
    cells.filter((cell) => !isReceived(cell)),
  );
  const place = new Map(cells.map(({ period }, at) => [cellKeyOf(period.dutyId, period.key), at]));
  const placeOf = ({ cell }: Shown): number => place.get(cellKeyOf(cell.period.dutyId, cell.period.key)) ?? 0;
  return [...received, ...own].sort((one, other) => placeOf(one) - placeOf(other));
}

/** The year × duty grid as a person may see it: all units of what the own office receives, else the own units. */
export async function showGrid(context: Context, person: Person, year: number): Promise<GridCell[]> {
  const today = context.clock.today();
  const shown = await findShown({ context, person, year, today });
  return shown.map((one) => gridCellOf(one, today));
}

export type UnitRow = {
  readonly dutyId: string;
  readonly name: string;
  readonly key: string;
  readonly periodName: string;
  readonly unitId: UnitId;
  readonly dueOn: CivilDate;
  readonly text: string;
  readonly standing: Stood['standing'];
  readonly daysLate: number;
  readonly state: 'none' | 'draft' | 'handed-in' | 'returned';
  readonly firstOn: CivilDate | null;
  readonly againBy: CivilDate | null;
  readonly returns: number;
  readonly workingDaysLeft: number | null;
  readonly isClosed: boolean;
};

function daysLeft({ calendar }: OfficeRules, today: CivilDate, dueOn: CivilDate): number | null {
  if (today <= dueOn) return workingDaysBetween(calendar, today, dueOn);
  const late = workingDaysBetween(calendar, dueOn, today);
  return late === null ? null : -late;
}

/** Everything that some units owe in a year with how it stands: a unit's own page. */
export async function showUnitReports(
  context: Context,
  person: Person,
  { year, unitIds }: { year: number; unitIds: readonly string[] },
): Promise<UnitRow[]> {
  const { database, clock } = context;
  const years = { firstYear: year, lastYear: year };
  const today = clock.today();
  const input = await loadBoardInput(database, person.agencyId, years);
  const marks = await findMarksOfUnits(database, person.agencyId, years, unitIds);
  return boardOf(input, year).flatMap((cell) => {
    const narrow = { ...cell, unitIds: cell.unitIds.filter((unitId) => unitIds.includes(unitId)) };
    const stood = standCell(narrow, marks.get(cellKeyOf(cell.period.dutyId, cell.period.key)), today);
    return stood.map(({ unitId, mark, standing, daysLate }): UnitRow => {
      const { dutyId, key, name, definition, unitDueOn, cutOffs } = cell.period;
      const againBy = mark?.againBy ?? null;
      const dueOn = mark?.state === 'returned' && againBy !== null && againBy > unitDueOn ? againBy : unitDueOn;
      return {
        dutyId,
        name: definition.name,
        key,
        periodName: name,
        unitId,
        dueOn,
        text: cutOffs.unit?.text ?? '',
        standing,
        daysLate,
        state: mark?.state ?? 'none',
        firstOn: mark?.firstOn ?? null,
        againBy,
        returns: mark?.returns ?? 0,
        workingDaysLeft: daysLeft(input.office, today, dueOn),
        isClosed: cell.isClosed,
      };
    });
  });
}

/** How many reports are late for this person: of the units seen, and of the office itself. For the menu. */
export async function countLate(context: Context, person: Person, year: number): Promise<{ late: number }> {
  const cells = await showGrid(context, person, year);
  const late = cells.reduce((sum, { counts, cutOffs, isWhole }) => {
    const ours = isWhole ? cutOffs.filter(({ standing }) => standing === 'overdue').length : 0;
    return sum + counts.overdue + ours;
  }, 0);
  return { late };
}
