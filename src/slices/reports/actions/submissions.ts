import type { CivilDate } from '../../../kernel/civil-date.ts';
import type { UnitId } from '../../../kernel/ids.ts';
import { accept, type Outcome, refuse } from '../../../kernel/outcome.ts';
import type { Context } from '../../../server/context.ts';
import { commitOrRefuse, type Db, type Transaction } from '../../../server/database.ts';
import type { Person } from '../../../server/http.ts';
import { appendAudit } from '../../audit/server.ts';
import { may } from '../../identity/index.ts';
import { actorOf } from '../../identity/server.ts';
import { predecessorsOf } from '../../units/index.ts';
import { frozenByDuty } from '../rules/board.ts';
import { type Confirmation, type Content, EMPTY_CONTENT } from '../rules/content.ts';
import { earlierPeriods } from '../rules/duty-periods.ts';
import { figureFaults } from '../rules/figures.ts';
import { type Conflict, type ContentChange, mergeContent } from '../rules/merge-content.ts';
import { findOddFigures, unansweredOf } from '../rules/odd-figures.ts';
import { isClosedForShare, takeCompilation } from '../store/compilations.ts';
import {
  type Draft,
  findDraft,
  findHandIns,
  findNewestOfUnit,
  insertHandIn,
  type SubmissionKey,
  saveDraft,
  saveMark,
  saveReturn,
  takeMark,
  type UnitHandIn,
} from '../store/submissions.ts';
import { type FoundPeriod, findPeriod, mayCompile, type PeriodAsked } from './find-period.ts';
import type { ReportRefusal } from './refusals.ts';

export type SubmissionAsked = PeriodAsked & { readonly unitId: UnitId };

/** Earlier periods that figures are compared with. */
const MOST_EARLIER = 12;

export const submissionOf = ({ year }: FoundPeriod, { dutyId, key, unitId }: SubmissionAsked): SubmissionKey => ({
  dutyId,
  key,
  year,
  unitId,
});

/** What the unit handed in for earlier periods of the same length, the nearest first. */
export async function findHistory(
  db: Db,
  person: Person,
  { duty, cell, input }: FoundPeriod,
  unitId: UnitId,
): Promise<(UnitHandIn & { name: string })[]> {
  const frozen = frozenByDuty(input.marks).get(duty.dutyId) ?? new Map();
  const earlier = earlierPeriods(duty, cell.period, { office: input.office, frozen, most: MOST_EARLIER });
  const keys = earlier.map(({ key }) => key);
  const found = await findNewestOfUnit(db, person.agencyId, { dutyId: duty.dutyId, unitId, keys });
  return earlier.flatMap(({ key, name }) => {
    const one = found.find((handIn) => handIn.key === key);
    return one ? [{ ...one, name }] : [];
  });
}

export type Current = { readonly draft: Draft | null; readonly content: Content; readonly fromUnitId: UnitId | null };

/**
 * The content as it stands: the draft, else what was handed in last, else the draft of a unit that this one took over from
 * (a unit that ended leaves its open reports to its successor).
 */
export async function findCurrent(db: Db, person: Person, found: FoundPeriod, one: SubmissionKey): Promise<Current> {
  const draft = await findDraft(db, person.agencyId, one);
  if (draft) return { draft, content: draft.content, fromUnitId: null };
  const [newest] = await findHandIns(db, person.agencyId, one);
  if (newest) return { draft: null, content: newest.content, fromUnitId: null };
  for (const unitId of predecessorsOf(one.unitId, found.input.history)) {
    const left = await findDraft(db, person.agencyId, { ...one, unitId });
    if (left) return { draft: null, content: { ...left.content, fileIds: [] }, fromUnitId: unitId };
  }
  return { draft: null, content: EMPTY_CONTENT, fromUnitId: null };
}

const closed = ({ cell }: FoundPeriod): ReportRefusal => ({
  code: 'period-closed',
  receiver: cell.period.definition.receivers[0] ?? '',
});

/** The period of a report that the person may work on, while it is open and the unit owes it. */
export async function findOwnPeriod(
  db: Db,
  person: Person,
  asked: SubmissionAsked,
): Promise<Outcome<FoundPeriod, ReportRefusal>> {
  const found = await findPeriod(db, person.agencyId, asked);
  if (!found.ok) return found;
  if (!may(person, 'report.submit', asked.unitId)) return refuse({ code: 'report-not-yours' });
  if (found.value.cell.isClosed) return refuse(closed(found.value));
  return found.value.cell.unitIds.includes(asked.unitId) ? found : refuse({ code: 'report-not-expected' });
}

/** Locks a submission that may still be changed: the period cannot be closed meanwhile. */
async function takeOpen(
  tx: Transaction,
  context: Context,
  person: Person,
  { found, one }: { found: FoundPeriod; one: SubmissionKey },
) {
  await takeCompilation(tx, person.agencyId, one, { at: context.clock.now(), by: person.displayName });
  if (await isClosedForShare(tx, person.agencyId, one)) return refuse<ReportRefusal>(closed(found));
  const mark = await takeMark(tx, person.agencyId, one);
  return mark.state === 'handed-in' ? refuse<ReportRefusal>({ code: 'report-handed-in' }) : accept(mark);
}

export const subjectOf = ({ dutyId, key, unitId }: SubmissionAsked): string => `${dutyId}/${key}/${unitId}`;

async function tell(
  tx: Transaction,
  context: Context,
  person: Person,
  { action, asked, after }: { action: string; asked: SubmissionAsked; after: Record<string, unknown> },
): Promise<void> {
  await appendAudit(tx, actorOf(person), context.clock.now(), [
    { action, subjectKind: 'report', subjectId: subjectOf(asked), after },
  ]);
}

export type Saved = { version: number; content: Content; conflicts: readonly Conflict[] };
type Changes = { readonly changes: readonly ContentChange[]; readonly confirmations: readonly Confirmation[] };

/**
 * Keeps what a person changed, field by field. What somebody else changed meanwhile stands and comes back as a conflict with
 * both values: nobody overwrites without seeing it.
 */
export async function saveReport(
  context: Context,
  person: Person,
  asked: SubmissionAsked,
  given: Changes,
): Promise<Outcome<Saved, ReportRefusal>> {
  return commitOrRefuse<Saved, ReportRefusal>(context.database, async (tx) => {
    const found = await findOwnPeriod(tx, person, asked);
    if (!found.ok) return found;
    const one = submissionOf(found.value, asked);
    const taken = await takeOpen(tx, context, person, { found: found.value, one });
    if (!taken.ok) return taken;
    const { draft, content } = await findCurrent(tx, person, found.value, one);
    const merged = mergeContent(content, given);
    const now = context.clock.now();
    const by = { name: person.displayName, at: now };
    const version = (draft?.version ?? 0) + 1;
    await saveDraft(tx, person.agencyId, one, {
      content: merged.value,
      editors: { ...draft?.editors, ...Object.fromEntries(merged.changed.map((field) => [field, by])) },
      version,
      changedAt: now,
      changedBy: person.userId,
      changedByName: person.displayName,
    });
    await tell(tx, context, person, { action: 'report.save', asked, after: { version, fields: merged.changed } });
    return accept({ version, content: merged.value, conflicts: merged.conflicts });
  });
}

type Checked = { readonly found: FoundPeriod; readonly content: Content; readonly history: readonly UnitHandIn[] };

/** Why a report may not go out yet: fields that are missing or wrong, then odd figures nobody answered for. */
function whyNotReady({ found, content, history }: Checked): ReportRefusal | null {
  const { form } = found.cell.period.definition;
  const figures = figureFaults(form, content.numbers);
  const empty = form.sections.filter(({ key, isRequired }) => isRequired && !content.texts[key]?.trim());
  const fields = [
    ...figures.map(({ field, fault }) => ({ field, reason: fault })),
    ...empty.map(({ key }) => ({ field: key, reason: 'missing' })),
    ...(form.files === 'required' && content.fileIds.length === 0 ? [{ field: 'files', reason: 'missing' }] : []),
  ];
  if (fields.length > 0) return { code: 'report-incomplete', fields, figures };
  const earlier = history.map((one) => one.content.numbers);
  const odd = unansweredOf(findOddFigures(form, content.numbers, earlier), content.confirmations);
  return odd.length > 0 ? { code: 'report-odd', odd } : null;
}

/** Hands a report in. The day is today's: late is what the calendar says, nobody types it. */
export async function handInReport(
  context: Context,
  person: Person,
  asked: SubmissionAsked,
): Promise<Outcome<{ number: number; handedInOn: CivilDate }, ReportRefusal>> {
  return commitOrRefuse<{ number: number; handedInOn: CivilDate }, ReportRefusal>(context.database, async (tx) => {
    const found = await findOwnPeriod(tx, person, asked);
    if (!found.ok) return found;
    const one = submissionOf(found.value, asked);
    const taken = await takeOpen(tx, context, person, { found: found.value, one });
    if (!taken.ok) return taken;
    const { content } = await findCurrent(tx, person, found.value, one);
    const history = await findHistory(tx, person, found.value, asked.unitId);
    const refusal = whyNotReady({ found: found.value, content, history });
    if (refusal) return refuse(refusal);
    const mark = taken.value;
    const [number, today] = [mark.handIns + 1, context.clock.today()];
    await insertHandIn(tx, person.agencyId, one, {
      number,
      handedInAt: context.clock.now(),
      handedInOn: today,
      handedInBy: person.userId,
      handedInName: person.displayName,
      content,
      returnedOn: null,
      returnedByName: null,
      returnReason: null,
      againBy: null,
    });
    const next = {
      ...mark,
      state: 'handed-in' as const,
      firstOn: mark.firstOn ?? today,
      lastOn: today,
      handIns: number,
    };
    await saveMark(tx, person.agencyId, one, next);
    await tell(tx, context, person, { action: 'report.hand-in', asked, after: { number, handedInOn: today } });
    return accept({ number, handedInOn: today });
  });
}

/** The receiving office sends a report back with a reason and a day; what was handed in stays on record. */
export async function returnReport(
  context: Context,
  person: Person,
  asked: SubmissionAsked,
  given: { reason: string; againBy: CivilDate },
): Promise<Outcome<null, ReportRefusal>> {
  return commitOrRefuse<null, ReportRefusal>(context.database, async (tx) => {
    const found = await findPeriod(tx, person.agencyId, asked);
    if (!found.ok) return found;
    if (!mayCompile(person, found.value.cell.period.definition)) return refuse({ code: 'report-not-yours' });
    if (found.value.cell.isClosed) return refuse({ code: 'compilation-closed' });
    const today = context.clock.today();
    if (given.againBy < today) return refuse({ code: 'again-by-past' });
    const one = submissionOf(found.value, asked);
    const mark = await takeMark(tx, person.agencyId, one);
    if (mark.state !== 'handed-in') return refuse({ code: 'report-not-handed-in' });
    const returned = { returnedOn: today, returnedByName: person.displayName, returnReason: given.reason };
    await saveReturn(tx, person.agencyId, { ...one, number: mark.handIns }, { ...returned, againBy: given.againBy });
    const next = { ...mark, state: 'returned' as const, returns: mark.returns + 1, againBy: given.againBy };
    await saveMark(tx, person.agencyId, one, next);
    await tell(tx, context, person, { action: 'report.return', asked, after: { ...given, number: mark.handIns } });
    return accept(null);
  });
}
