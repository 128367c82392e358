import type { CivilDate } from '../../../kernel/civil-date.ts';
import { accept, type Outcome, refuse } from '../../../kernel/outcome.ts';
import type { Context } from '../../../server/context.ts';
import { commitOrRefuse, type Db, type Transaction } from '../../../server/database.ts';
import type { Person } from '../../../server/http.ts';
import { appendAudit } from '../../audit/server.ts';
import { actorOf } from '../../identity/server.ts';
import { standCell } from '../rules/board.ts';
import { joinTexts, type UnitReport } from '../rules/compile.ts';
import { freezeCell } from '../rules/freeze.ts';
import { type Conflict, type ContentChange, mergeTexts } from '../rules/merge-content.ts';
import { tallyOf } from '../rules/standing.ts';
import {
  type Compilation,
  type CompilationEvent,
  type CompilationKey,
  insertEvent,
  saveCompilation,
  takeCompilation,
} from '../store/compilations.ts';
import { findMarksOfPeriod } from '../store/marks.ts';
import { findNewestOfPeriod } from '../store/submissions.ts';
import { type FoundPeriod, findPeriod, mayCompile, type PeriodAsked } from './find-period.ts';
import type { ReportRefusal } from './refusals.ts';

/** Reports of a period that are in, in the order of the units that owe it. */
export async function findReports(db: Db, person: Person, { cell }: FoundPeriod): Promise<UnitReport[]> {
  const { dutyId, key } = cell.period;
  const newest = await findNewestOfPeriod(db, person.agencyId, { dutyId, key });
  return cell.unitIds.flatMap((unitId) => newest.find((one) => one.unitId === unitId) ?? []);
}

type Taken = { readonly found: FoundPeriod; readonly one: CompilationKey; readonly now: Compilation };

/** Locks the office's report of a period for somebody who compiles it. */
async function takeOurs(
  tx: Transaction,
  context: Context,
  person: Person,
  asked: PeriodAsked,
): Promise<Outcome<Taken, ReportRefusal>> {
  const found = await findPeriod(tx, person.agencyId, asked);
  if (!found.ok) return found;
  if (!mayCompile(person, found.value.cell.period.definition)) return refuse({ code: 'report-not-yours' });
  const one = { dutyId: asked.dutyId, key: asked.key, year: found.value.year };
  const made = { at: context.clock.now(), by: person.displayName };
  return accept({ found: found.value, one, now: await takeCompilation(tx, person.agencyId, one, made) });
}

type Step = {
  readonly next: Partial<Compilation>;
  readonly action: string;
  readonly after: Record<string, unknown>;
  readonly event?: Pick<CompilationEvent, 'kind' | 'note'>;
};

/** Writes the next state of the office's report with its trace. */
async function keep(
  tx: Transaction,
  context: Context,
  person: Person,
  { one, now, next, action, after, event }: Taken & Step,
): Promise<number> {
  const at = context.clock.now();
  const version = now.version + 1;
  await saveCompilation(tx, person.agencyId, one, {
    ...now,
    ...next,
    version,
    changedAt: at,
    changedByName: person.displayName,
  });
  if (event) {
    const made = { eventId: context.newId('event'), at, actorName: person.displayName, ...event };
    await insertEvent(tx, person.agencyId, one, made);
  }
  await appendAudit(tx, actorOf(person), at, [
    { action, subjectKind: 'report', subjectId: `${one.dutyId}/${one.key}`, after },
  ]);
  return version;
}

export type EditedTexts = { version: number; texts: Readonly<Record<string, string>>; conflicts: readonly Conflict[] };

/** The office's own text, section by section; two people both keep what they wrote. */
export async function editCompilation(
  context: Context,
  person: Person,
  asked: PeriodAsked,
  changes: readonly ContentChange[],
): Promise<Outcome<EditedTexts, ReportRefusal>> {
  return commitOrRefuse<EditedTexts, ReportRefusal>(context.database, async (tx) => {
    const taken = await takeOurs(tx, context, person, asked);
    if (!taken.ok) return taken;
    if (taken.value.now.state === 'closed') return refuse({ code: 'compilation-closed' });
    const { value: texts, conflicts, changed } = mergeTexts(taken.value.now.texts, changes);
    const step = { next: { texts }, action: 'report.edit', after: { sections: changed } };
    const version = await keep(tx, context, person, { ...taken.value, ...step });
    return accept({ version, texts, conflicts });
  });
}

/**
 * Takes in what units handed in: joins their texts into the sections that are still empty (and those named), and remembers
 * which handing in of which unit is in, so that the next time shows what changed.
 */
export async function compileReports(
  context: Context,
  person: Person,
  asked: PeriodAsked,
  { replace, unitNames }: { replace: readonly string[]; unitNames: ReadonlyMap<string, string> },
): Promise<Outcome<{ version: number }, ReportRefusal>> {
  return commitOrRefuse<{ version: number }, ReportRefusal>(context.database, async (tx) => {
    const taken = await takeOurs(tx, context, person, asked);
    if (!taken.ok) return taken;
    const { found, now } = taken.value;
    if (now.state === 'closed') return refuse({ code: 'compilation-closed' });
    const reports = await findReports(tx, person, found);
    const joined = found.cell.period.definition.form.sections.map(({ key }) => {
      const mine = now.texts[key] ?? '';
      const theirs = reports.map(({ unitId, content }) => ({
        unitName: unitNames.get(unitId) ?? unitId,
        text: content.texts[key] ?? '',
      }));
      return [key, mine.trim() === '' || replace.includes(key) ? joinTexts(theirs) : mine] as const;
    });
    const texts = { ...now.texts, ...Object.fromEntries(joined) };
    const took = Object.fromEntries(reports.map(({ unitId, number }) => [unitId, { number }]));
    const next = { texts, taken: took, takenAt: context.clock.now() };
    const event = { kind: 'compiled', note: null } as const;
    const step = { next, action: 'report.compile', after: { units: reports.length, replace }, event };
    return accept({ version: await keep(tx, context, person, { ...taken.value, ...step }) });
  });
}

/** Closes a period: who is not in is missing from now on, and nothing that changes later reaches back. */
export async function closePeriod(
  context: Context,
  person: Person,
  asked: PeriodAsked,
  { acceptMissing }: { acceptMissing: boolean },
): Promise<Outcome<{ version: number }, ReportRefusal>> {
  return commitOrRefuse<{ version: number }, ReportRefusal>(context.database, async (tx) => {
    const taken = await takeOurs(tx, context, person, asked);
    if (!taken.ok) return taken;
    const { found, one, now } = taken.value;
    if (now.state === 'closed') return refuse({ code: 'compilation-closed' });
    const today = context.clock.today();
    const marks = await findMarksOfPeriod(tx, person.agencyId, one);
    const stood = standCell(found.cell, marks, today);
    const { expected, handedIn } = tallyOf(stood);
    const absent = stood.filter(({ mark }) => mark?.state !== 'handed-in').map(({ unitId }) => unitId);
    if (handedIn < expected && !acceptMissing) return refuse({ code: 'units-missing-reports', unitIds: absent });
    const frozen = freezeCell(found.cell, marks, today);
    const step = {
      next: { state: 'closed' as const, frozen, closedOn: today },
      action: 'report.close',
      after: { ...frozen.counts, missing: absent },
      event: { kind: 'closed', note: null } as const,
    };
    return accept({ version: await keep(tx, context, person, { ...taken.value, ...step }) });
  });
}

/** Opens a closed period again; the reason stays on record. */
export async function reopenPeriod(
  context: Context,
  person: Person,
  asked: PeriodAsked,
  { reason }: { reason: string },
): Promise<Outcome<{ version: number }, ReportRefusal>> {
  return commitOrRefuse<{ version: number }, ReportRefusal>(context.database, async (tx) => {
    const taken = await takeOurs(tx, context, person, asked);
    if (!taken.ok) return taken;
    if (taken.value.now.state !== 'closed') return refuse({ code: 'compilation-open' });
    const step = {
      next: { state: 'open' as const, frozen: null, closedOn: null },
      action: 'report.reopen',
      after: { reason },
      event: { kind: 'reopened', note: reason } as const,
    };
    return accept({ version: await keep(tx, context, person, { ...taken.value, ...step }) });
  });
}

export type Sending = { number: string; documentOn: CivilDate; sentOn: CivilDate };

/** Records that the department's report went to the province, under which number and on which day. */
export async function recordSending(
  context: Context,
  person: Person,
  asked: PeriodAsked,
  { number, documentOn, sentOn }: Sending,
): Promise<Outcome<{ version: number }, ReportRefusal>> {
  return commitOrRefuse<{ version: number }, ReportRefusal>(context.database, async (tx) => {
    const taken = await takeOurs(tx, context, person, asked);
    if (!taken.ok) return taken;
    if (taken.value.found.cell.period.definition.upward === null) return refuse({ code: 'stays-inside' });
    if (taken.value.now.state !== 'closed') return refuse({ code: 'compilation-open' });
    if (sentOn > context.clock.today() || documentOn > sentOn) return refuse({ code: 'day-in-future' });
    const step = {
      next: { sentNumber: number, sentDocumentOn: documentOn, sentOn },
      action: 'report.send',
      after: { number, documentOn, sentOn },
      event: { kind: 'sent', note: `${number} · ${documentOn} · ${sentOn}` } as const,
    };
    return accept({ version: await keep(tx, context, person, { ...taken.value, ...step }) });
  });
}

/** Records the day on which the province passed the report on. */
export async function recordPassing(
  context: Context,
  person: Person,
  asked: PeriodAsked,
  { passedOn }: { passedOn: CivilDate },
): Promise<Outcome<{ version: number }, ReportRefusal>> {
  return commitOrRefuse<{ version: number }, ReportRefusal>(context.database, async (tx) => {
    const taken = await takeOurs(tx, context, person, asked);
    if (!taken.ok) return taken;
    const { found, now } = taken.value;
    if (!found.cell.period.cutOffs.province) return refuse({ code: 'stays-inside' });
    if (now.sentOn === null) return refuse({ code: 'compilation-open' });
    if (passedOn > context.clock.today() || passedOn < now.sentOn) return refuse({ code: 'day-in-future' });
    const event = { kind: 'passed', note: passedOn } as const;
    const step = { next: { passedOn }, action: 'report.pass-on', after: { passedOn }, event };
    return accept({ version: await keep(tx, context, person, { ...taken.value, ...step }) });
  });
}
