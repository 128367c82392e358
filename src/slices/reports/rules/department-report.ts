import { type CivilDate, daysBetween } from '../../../kernel/civil-date.ts';
import type { BoardCell } from './board.ts';
import type { Stage } from './stages.ts';
import type { Stood } from './standing.ts';

/** The stage at which a report leaves the department; null where it stays inside. */
export function sendingStage({ period }: Pick<BoardCell, 'period'>): Stage | null {
  if (period.definition.upward === null) return null;
  if (period.cutOffs.department) return 'department';
  if (period.cutOffs.office) return 'office';
  return period.cutOffs.province ? 'province' : null;
}

/** Day on which a stage was done; null while it is not. */
export function stageDoneOn({ office }: Pick<BoardCell, 'office'>, stage: Exclude<Stage, 'unit'>): CivilDate | null {
  if (!office) return null;
  if (stage === 'office') return office.closedOn;
  return stage === 'department' ? office.sentOn : office.passedOn;
}

/** How a stage stands to its own cut-off. @returns null where the duty has no such stage, or the province has not passed it on */
export function stageStanding(cell: BoardCell, stage: Exclude<Stage, 'unit'>, today: CivilDate): Stood | null {
  const dueOn = cell.period.cutOffs[stage]?.dueOn;
  const doneOn = stageDoneOn(cell, stage);
  // What the province does is not ours to be late with: it stands once somebody recorded it.
  if (dueOn === undefined || (stage === 'province' && doneOn === null)) return null;
  return stoodOf(dueOn, doneOn, today);
}

function stoodOf(dueOn: CivilDate, doneOn: CivilDate | null, today: CivilDate): Stood {
  const daysLate = Math.max(0, daysBetween(dueOn, doneOn ?? today));
  if (doneOn !== null) return { standing: daysLate > 0 ? 'late' : 'on-time', daysLate };
  return { standing: daysLate > 0 ? 'overdue' : 'open', daysLate };
}

/** How the department's own report to the province stands: sent by its cut-off or not. Null where none is owed. */
export function departmentStanding(cell: BoardCell, today: CivilDate): (Stood & { dueOn: CivilDate }) | null {
  const stage = sendingStage(cell);
  const dueOn = stage && cell.period.cutOffs[stage]?.dueOn;
  return dueOn ? { dueOn, ...stoodOf(dueOn, cell.office?.sentOn ?? null, today) } : null;
}
