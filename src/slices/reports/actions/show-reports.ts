import type { CivilDate } from '../../../kernel/civil-date.ts';
import type { UnitId } from '../../../kernel/ids.ts';
import type { Context } from '../../../server/context.ts';
import type { Person } from '../../../server/http.ts';
import { workingDaysBetween } from '../../calendar/index.ts';
import type { OfficeRules } from '../../deadlines/index.ts';
import { reachOf } from '../../identity/index.ts';
import { type BoardCell, boardOf, cellKeyOf, type StoodUnit, standCell } from '../rules/board.ts';
import { departmentStanding, stageStanding } from '../rules/department-report.ts';
import { type Stage, stages } from '../rules/stages.ts';
import { type Stood, tallyOf } from '../rules/standing.ts';
import { type CellMarks, findMarksOfUnits, findOpenMarks } from '../store/marks.ts';
import { mayReadAll } from './find-period.ts';
import { loadBoardInput } from './load-board.ts';

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

function countsOf(cell: BoardCell, stood: readonly StoodUnit[], isWhole: boolean): CellCounts {
  const frozen = cell.office?.frozen;
  if (cell.isClosed && frozen && isWhole) return { ...frozen.counts, overdue: 0, returned: 0 };
  const { expected, handedIn, late, overdue, returned, missing } = tallyOf(stood);
  return { expected, handedIn, late, overdue, returned, missing };
}

function cutOffsOf(cell: BoardCell, today: CivilDate): GridCell['cutOffs'] {
  return stages.flatMap((stage) => {
    const cutOff = cell.period.cutOffs[stage];
    if (!cutOff) return [];
    const stood = stage === 'unit' ? null : stageStanding(cell, stage, today);
    const { text, dueOn } = cutOff;
    return [{ stage, text, dueOn, standing: stood?.standing ?? null, daysLate: stood?.daysLate ?? 0 }];
  });
}

type Shown = { readonly cell: BoardCell; readonly stood: readonly StoodUnit[]; readonly isWhole: boolean };

function gridCellOf({ cell, stood, isWhole }: Shown, today: CivilDate): GridCell {
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
    counts: countsOf(cell, stood, isWhole),
    department: departmentStanding(cell, today),
    sentOn: cell.office?.sentOn ?? null,
  };
}

async function findVisible(
  context: Context,
  person: Person,
  year: number,
): Promise<{ shown: Shown[]; office: OfficeRules }> {
  const { database, clock } = context;
  const years = { firstYear: year, lastYear: year };
  const today = clock.today();
  const input = await loadBoardInput(database, person.agencyId, years);
  const open = await findOpenMarks(database, person.agencyId, years);
  const seesAll = reachOf(person.role, 'report.read') === 'any';
  const own: CellMarks = seesAll ? new Map() : await findMarksOfUnits(database, person.agencyId, years, person.unitIds);
  const shown = boardOf(input, year).flatMap((cell): Shown[] => {
    const at = cellKeyOf(cell.period.dutyId, cell.period.key);
    if (mayReadAll(person, cell.period.definition))
      return [{ cell, stood: standCell(cell, open.get(at), today), isWhole: true }];
    const narrow = { ...cell, unitIds: cell.unitIds.filter((unitId) => person.unitIds.includes(unitId)) };
    return narrow.unitIds.length > 0
      ? [{ cell: narrow, stood: standCell(narrow, own.get(at), today), isWhole: false }]
      : [];
  });
  return { shown, office: input.office };
}

/** The year × duty grid as a person may see it: all units of what the own office receives, else the own units. */
export async function showGrid(context: Context, person: Person, year: number): Promise<GridCell[]> {
  const { shown } = await findVisible(context, person, year);
  return shown.map((one) => gridCellOf(one, context.clock.today()));
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
  const { shown } = await findVisible(context, person, year);
  const today = context.clock.today();
  const late = shown.reduce((sum, { cell, stood, isWhole }) => {
    const ofUnits = tallyOf(stood).overdue;
    const ours = isWhole ? cutOffsOf(cell, today).filter(({ standing }) => standing === 'overdue').length : 0;
    return sum + ofUnits + ours;
  }, 0);
  return { late };
}
