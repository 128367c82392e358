import type { CivilDate } from '../../../kernel/civil-date.ts';
import { type BoardCell, standCell } from './board.ts';
import type { FrozenPeriod } from './duty-periods.ts';
import { type Mark, tallyOf } from './standing.ts';

/** What is fixed when the office closes a period: version, units, days and counts. Who is not in is missing from then on. */
export function freezeCell(
  cell: BoardCell,
  marks: ReadonlyMap<string, Mark> | undefined,
  today: CivilDate,
): FrozenPeriod {
  const { expected, handedIn, late } = tallyOf(standCell(cell, marks, today));
  const dueOn = Object.fromEntries(Object.entries(cell.period.cutOffs).map(([stage, cutOff]) => [stage, cutOff.dueOn]));
  return {
    version: cell.period.version,
    unitIds: cell.unitIds,
    dueOn,
    counts: { expected, handedIn, late, missing: expected - handedIn },
  };
}
