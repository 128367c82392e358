import type { AgencyId, UnitId } from '../../../kernel/ids.ts';
import { accept, type Outcome, refuse } from '../../../kernel/outcome.ts';
import type { Db } from '../../../server/database.ts';
import type { Person } from '../../../server/http.ts';
import { may } from '../../identity/index.ts';
import { type BoardCell, type BoardInput, boardOf } from '../rules/board.ts';
import type { Duty, DutyDefinition, DutyId } from '../rules/duty.ts';
import { type PeriodKey, parsePeriodKey } from '../rules/duty-periods.ts';
import { loadBoardInput } from './load-board.ts';
import type { ReportRefusal } from './refusals.ts';

export type PeriodAsked = { readonly dutyId: DutyId; readonly key: PeriodKey };
export type FoundPeriod = {
  readonly duty: Duty;
  readonly cell: BoardCell;
  readonly input: BoardInput;
  readonly year: number;
};

/** One period of one duty with the units that owe it; nothing but its duty and its year is looked at. */
export async function findPeriod(
  db: Db,
  agencyId: AgencyId,
  { dutyId, key }: PeriodAsked,
): Promise<Outcome<FoundPeriod, ReportRefusal>> {
  const parsed = parsePeriodKey(key);
  if (!parsed) return refuse({ code: 'period-not-found' });
  const { year } = parsed;
  const whole = await loadBoardInput(db, agencyId, { firstYear: year, lastYear: year });
  const duty = whole.duties.find((one) => one.dutyId === dutyId);
  if (!duty) return refuse({ code: 'duty-not-found' });
  const input = { ...whole, duties: [duty] };
  const cell = boardOf(input, year).find(({ period }) => period.key === key);
  return cell ? accept({ duty, cell, input, year }) : refuse({ code: 'period-not-found' });
}

/** Whether a person compiles the reports of a duty: of any unit, or as one of a receiving office. */
export function mayCompile(person: Person, { receivers }: Pick<DutyDefinition, 'receivers'>): boolean {
  return receivers.some((unitId) => may(person, 'report.compile', unitId));
}

/** Whether a person sees the report of a unit: by the own right, or because the own office receives it. */
export function mayReadReport(person: Person, definition: DutyDefinition, unitId: UnitId): boolean {
  return may(person, 'report.read', unitId) || mayCompile(person, definition);
}

/** Whether a person sees what all units of a duty handed in. */
export function mayReadAll(person: Person, definition: DutyDefinition): boolean {
  return may(person, 'report.read', null) || mayCompile(person, definition);
}
