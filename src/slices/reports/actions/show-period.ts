import type { CivilDate } from '../../../kernel/civil-date.ts';
import type { UnitId } from '../../../kernel/ids.ts';
import { accept, type Outcome, refuse } from '../../../kernel/outcome.ts';
import type { Context } from '../../../server/context.ts';
import type { Person } from '../../../server/http.ts';
import { may } from '../../identity/index.ts';
import { standsOn, successorsOn } from '../../units/index.ts';
import { frozenByDuty, standCell } from '../rules/board.ts';
import { type CompileMark, compileFigures, compileMarks, repeatedSections, type UnitReport } from '../rules/compile.ts';
import { departmentStanding, stageStanding } from '../rules/department-report.ts';
import { earlierPeriods } from '../rules/duty-periods.ts';
import { figureFaults } from '../rules/figures.ts';
import { findOddFigures, unansweredOf } from '../rules/odd-figures.ts';
import { stages } from '../rules/stages.ts';
import { standingOf } from '../rules/standing.ts';
import { type Compilation, findCompilation, findEvents } from '../store/compilations.ts';
import { findMarksOfPeriod } from '../store/marks.ts';
import { findFilesOf, findHandIns, findMark, findNewestOfPeriod } from '../store/submissions.ts';
import { findReports } from './compilations.ts';
import {
  type FoundPeriod,
  findPeriod,
  mayCompile,
  mayReadAll,
  mayReadReport,
  type PeriodAsked,
} from './find-period.ts';
import type { ReportRefusal } from './refusals.ts';
import { findCurrent, findHistory, type SubmissionAsked, submissionOf } from './submissions.ts';

function headOf({ cell }: FoundPeriod, today: CivilDate) {
  const { period, isClosed } = cell;
  const { definition } = period;
  return {
    dutyId: period.dutyId,
    key: period.key,
    name: definition.name,
    periodName: period.name,
    firstDay: period.firstDay,
    lastDay: period.lastDay,
    receivers: [...definition.receivers],
    upward: definition.upward,
    source: definition.source,
    isClosed,
    form: definition.form,
    cutOffs: stages.flatMap((stage) => {
      const cutOff = period.cutOffs[stage];
      const stood = stage === 'unit' ? null : stageStanding(cell, stage, today);
      return cutOff
        ? [
            {
              stage,
              text: cutOff.text,
              dueOn: cutOff.dueOn,
              standing: stood?.standing ?? null,
              daysLate: stood?.daysLate ?? 0,
            },
          ]
        : [];
    }),
  };
}

/** Where a report of a unit that ended stands: who has it now, and how much of the lateness was before that. */
function handedOver({ input }: FoundPeriod, unitId: UnitId, { dueOn, today }: { dueOn: CivilDate; today: CivilDate }) {
  const unit = input.history.units.find((one) => one.unitId === unitId);
  if (!unit || standsOn(unit, today) || unit.validTo === null) return null;
  const before = unit.validTo > dueOn ? unit.validTo : dueOn;
  const daysOf = (from: CivilDate, to: CivilDate): number =>
    standingOf(undefined, { dueOn: from, today: to, isClosed: false }).daysLate;
  return {
    successorIds: successorsOn(unitId, today, input.history),
    endedOn: unit.validTo,
    daysLateBefore: daysOf(dueOn, unit.validTo),
    daysLateAfter: daysOf(before, today),
  };
}

/** One unit's report of a period: form, figures beside those of earlier periods, what is asked about, every handing in. */
export async function showSubmission(context: Context, person: Person, asked: SubmissionAsked) {
  const { database, clock } = context;
  const found = await findPeriod(database, person.agencyId, asked);
  if (!found.ok) return found;
  const { cell } = found.value;
  const { definition } = cell.period;
  if (!mayReadReport(person, definition, asked.unitId)) return refuse<ReportRefusal>({ code: 'report-not-yours' });
  const one = submissionOf(found.value, asked);
  const mark = await findMark(database, person.agencyId, one);
  if (!cell.unitIds.includes(asked.unitId) && !mark) return refuse<ReportRefusal>({ code: 'report-not-expected' });
  const today = clock.today();
  const { draft, content, fromUnitId } = await findCurrent(database, person, found.value, one);
  const history = await findHistory(database, person, found.value, asked.unitId);
  const odd = findOddFigures(
    definition.form,
    content.numbers,
    history.map((earlier) => earlier.content.numbers),
  );
  const stood = standingOf(mark ?? undefined, { dueOn: cell.period.unitDueOn, today, isClosed: cell.isClosed });
  const isOpen = !cell.isClosed && mark?.state !== 'handed-in' && cell.unitIds.includes(asked.unitId);
  return accept({
    ...headOf(found.value, today),
    unitId: asked.unitId,
    state: mark?.state ?? ('none' as const),
    ...stood,
    againBy: mark?.againBy ?? null,
    version: draft?.version ?? 0,
    content,
    editors: draft?.editors ?? {},
    fromUnitId,
    faults: figureFaults(definition.form, content.numbers),
    odd,
    unanswered: unansweredOf(odd, content.confirmations),
    history: history.map(({ key, name, handedInOn, content: { numbers, texts } }) => ({
      key,
      name,
      handedInOn,
      numbers,
      texts,
    })),
    handIns: await findHandIns(database, person.agencyId, one),
    files: await findFilesOf(database, person.agencyId, asked),
    handedOver: handedOver(found.value, asked.unitId, { dueOn: cell.period.unitDueOn, today }),
    may: {
      submit: isOpen && may(person, 'report.submit', asked.unitId),
      return: !cell.isClosed && mark?.state === 'handed-in' && mayCompile(person, definition),
      compile: mayCompile(person, definition),
    },
    today,
  });
}

/** Reports of the last period of the same length, for what changed since. */
async function findLastReports(context: Context, person: Person, { duty, cell, input }: FoundPeriod) {
  const frozen = frozenByDuty(input.marks).get(duty.dutyId) ?? new Map();
  const [last] = earlierPeriods(duty, cell.period, { office: input.office, frozen, most: 1 });
  if (!last) return { name: null, reports: [] };
  const reports = await findNewestOfPeriod(context.database, person.agencyId, { dutyId: duty.dutyId, key: last.key });
  return { name: last.name, reports };
}

const EMPTY: Pick<Compilation, 'state' | 'texts' | 'taken' | 'takenAt' | 'version'> = {
  state: 'open',
  texts: {},
  taken: {},
  takenAt: null,
  version: 0,
};

type Stood = ReturnType<typeof standCell>[number];

function unitOf(
  { unitId, mark, standing, daysLate }: Stood,
  {
    report,
    last,
    change,
    form,
  }: {
    report: UnitReport | undefined;
    last: UnitReport | undefined;
    change: CompileMark | null;
    form: FoundPeriod['cell']['period']['definition']['form'];
  },
) {
  return {
    unitId,
    standing,
    daysLate,
    state: mark?.state ?? ('none' as const),
    firstOn: mark?.firstOn ?? null,
    lastOn: mark?.lastOn ?? null,
    returns: mark?.returns ?? 0,
    number: report?.number ?? null,
    numbers: report?.content.numbers ?? {},
    texts: report?.content.texts ?? {},
    confirmations: report?.content.confirmations ?? [],
    repeated: report ? repeatedSections(form, report.content, last?.content) : [],
    change,
  };
}

/** The office's page of a period: who is in, missing, late; figures summed; texts by section; what changed; the own text. */
export async function showPeriod(context: Context, person: Person, asked: PeriodAsked) {
  const { database, clock } = context;
  const found = await findPeriod(database, person.agencyId, asked);
  if (!found.ok) return found;
  const { cell, year } = found.value;
  const { definition } = cell.period;
  if (!mayReadAll(person, definition)) return refuse<ReportRefusal>({ code: 'report-not-yours' });
  const today = clock.today();
  const one = { ...asked, year };
  const ours = (await findCompilation(database, person.agencyId, one)) ?? EMPTY;
  const marks = await findMarksOfPeriod(database, person.agencyId, one);
  const reports = await findReports(database, person, found.value);
  const last = await findLastReports(context, person, found.value);
  const changes = compileMarks(ours.taken, reports);
  const units = standCell(cell, marks, today).map((stood) =>
    unitOf(stood, {
      report: reports.find(({ unitId }) => unitId === stood.unitId),
      last: last.reports.find(({ unitId }) => unitId === stood.unitId),
      change: ours.takenAt === null ? null : (changes.get(stood.unitId) ?? null),
      form: definition.form,
    }),
  );
  const lastTotals = compileFigures(definition.form, last.reports);
  const { state, texts, takenAt, version, ...sent } = {
    closedOn: null,
    sentNumber: null,
    sentDocumentOn: null,
    sentOn: null,
    passedOn: null,
    ...ours,
  };
  return accept({
    ...headOf(found.value, today),
    state,
    texts,
    takenAt,
    version,
    closedOn: sent.closedOn,
    sentNumber: sent.sentNumber,
    sentDocumentOn: sent.sentDocumentOn,
    sentOn: sent.sentOn,
    passedOn: sent.passedOn,
    department: departmentStanding(cell, today),
    units,
    figures: compileFigures(definition.form, reports).map((figure) => ({
      ...figure,
      last: lastTotals.find(({ field }) => field === figure.field)?.total ?? null,
    })),
    lastName: last.name,
    files: await findFilesOf(database, person.agencyId, { ...asked, unitId: null }),
    events: await findEvents(database, person.agencyId, one),
    mayCompile: mayCompile(person, definition),
    today,
  });
}

export type ShownPeriod = Extract<Awaited<ReturnType<typeof showPeriod>>, { ok: true }>['value'];
export type PeriodOutcome = Outcome<ShownPeriod, ReportRefusal>;
