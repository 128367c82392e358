import type { CivilDate } from '../../../kernel/civil-date.ts';
import type { Context } from '../../../server/context.ts';
import type { Person } from '../../../server/http.ts';
import { appendAudit } from '../../audit/server.ts';
import { actorOf } from '../../identity/server.ts';
import { cellKeyOf } from '../rules/board.ts';
import type { DutyForm, DutyId } from '../rules/duty.ts';
import { freezeCell } from '../rules/freeze.ts';
import { readDuty } from '../rules/read-duty.ts';
import type { StoodCell } from '../rules/work-records.ts';
import { type CompilationKey, insertEvent, saveCompilation, takeCompilation } from '../store/compilations.ts';
import { insertDuty, insertVersion } from '../store/duties.ts';
import { findMarks } from '../store/marks.ts';
import { insertSubmissions, type SeedSubmission } from '../store/seed.ts';
import { loadStoodCells } from './load-board.ts';

/** Duties of a sample, in force from a day. */
export async function seedDuties(
  { database, clock }: Context,
  person: Person,
  { duties, validFrom }: { duties: readonly { dutyId: DutyId; form: DutyForm }[]; validFrom: CivilDate },
): Promise<void> {
  await database.transaction(async (tx) => {
    for (const { dutyId, form } of duties) {
      const read = readDuty(form);
      if (!read.ok) throw new Error(`the sample duty ${dutyId} was refused: ${read.refusal.code}`);
      const by = { changedAt: clock.now(), changedBy: person.userId, changedByName: person.displayName };
      await insertDuty(tx, person.agencyId, dutyId, clock.now());
      await insertVersion(tx, person.agencyId, { dutyId, number: 1, validFrom, definition: read.value, ...by });
    }
    await appendAudit(tx, actorOf(person), clock.now(), [
      { action: 'report.declare', subjectKind: 'duty', subjectId: 'duty_sample', after: { duties: duties.length } },
    ]);
  });
}

export type SeedClosing = CompilationKey & {
  closedOn: CivilDate;
  sent: { number: string; on: CivilDate } | null;
  texts: Readonly<Record<string, string>>;
};

export type SeedWork = { submissions: readonly SeedSubmission[]; closings: readonly SeedClosing[] };

/** What units and the office of a sample did in a year; `plan` says it once the cells are known. */
export async function seedReportWork(
  { database, clock, newId }: Context,
  person: Person,
  { year, plan }: { year: number; plan: (cells: readonly StoodCell[]) => SeedWork },
): Promise<void> {
  const { agencyId, displayName } = person;
  const today = clock.today();
  const years = { firstYear: year, lastYear: year };
  const { cells } = await loadStoodCells(database, agencyId, { years, today });
  const { submissions, closings } = plan(cells);
  await database.transaction(async (tx) => {
    await insertSubmissions(tx, agencyId, submissions);
    const marks = await findMarks(tx, agencyId, years);
    const byKey = new Map(cells.map((one) => [cellKeyOf(one.cell.period.dutyId, one.cell.period.key), one.cell]));
    for (const { closedOn, sent, texts, ...one } of closings) {
      const cellKey = cellKeyOf(one.dutyId, one.key);
      const cell = byKey.get(cellKey);
      if (!cell) throw new Error(`the sample closes a period that no duty has: ${cellKey}`);
      const open = await takeCompilation(tx, agencyId, one, { at: clock.now(), by: displayName });
      const frozen = freezeCell(cell, marks.get(cellKey), closedOn);
      const ours = { sentNumber: sent?.number ?? null, sentDocumentOn: sent?.on ?? null, sentOn: sent?.on ?? null };
      await saveCompilation(tx, agencyId, one, { ...open, state: 'closed', frozen, closedOn, texts, ...ours });
      const event = { eventId: newId('event'), at: clock.now(), actorName: displayName, note: null };
      await insertEvent(tx, agencyId, one, { ...event, kind: 'closed' });
    }
  });
}
