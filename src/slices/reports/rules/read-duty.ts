import { dayOfMonth, monthOf } from '../../../kernel/civil-date.ts';
import { accept, type Outcome, refuse } from '../../../kernel/outcome.ts';
import {
  type Deadline,
  type FoundDeadline,
  REGIMES,
  type ReportingRegime,
  readDeadlines,
} from '../../deadlines/index.ts';
import type { CutOffWords, DutyDefinition, DutyForm, ReportForm } from './duty.ts';
import { type Stage, stages } from './stages.ts';

export type DutyFault =
  | { readonly code: 'period-unknown'; readonly periodId: string }
  | { readonly code: 'phrase-unread'; readonly stage: Stage; readonly text: string }
  | { readonly code: 'unit-stage-missing' }
  | { readonly code: 'stage-twice'; readonly stage: Stage }
  | { readonly code: 'units-missing' }
  | { readonly code: 'ends-before-start' }
  | { readonly code: 'field-twice'; readonly field: string }
  | { readonly code: 'field-unknown'; readonly field: string };

export function regimeOf(regimeId: string): ReportingRegime | null {
  return REGIMES.find(({ id }) => id === regimeId) ?? null;
}

/** Any year: only to see whether a date was written without one. */
const PROBE_YEAR = 2026;

/** A date without a year comes back every year; one with a year comes once. */
function asRecurring({ deadline, doubts }: FoundDeadline): Deadline {
  if (deadline.kind !== 'by' || !doubts.includes('year-assumed')) return deadline;
  const { date, inclusive } = deadline;
  return { kind: 'recurring', every: 'year', day: dayOfMonth(date), month: monthOf(date), of: null, inclusive };
}

/** Whether the deadline names one day of a period: what a cut-off needs. */
function namesOneDay(deadline: Deadline): boolean {
  if (deadline.kind === 'recurring') return deadline.every !== 'week';
  return deadline.kind === 'by' || deadline.kind === 'window';
}

/** The cut-off that a phrase sets; null where it names no day, or several. */
export function readCutOff(text: string): CutOffWords | null {
  const [found, ...others] = readDeadlines(text, { year: PROBE_YEAR });
  if (!found || others.length > 0) return null;
  const { label: _label, ...deadline } = asRecurring(found);
  return namesOneDay(deadline) ? { text, deadline } : null;
}

function firstTwice(names: readonly string[]): string | undefined {
  return names.find((name, at) => names.indexOf(name) !== at);
}

function formFault(form: ReportForm): DutyFault | null {
  const numbers = form.numbers.map(({ key }) => key);
  const twice = firstTwice([...numbers, ...form.sections.map(({ key }) => key)]);
  if (twice !== undefined) return { code: 'field-twice', field: twice };
  const named = [
    ...form.sums.flatMap(({ total, parts }) => [total, ...parts]),
    ...form.numbers.flatMap(({ compile }) => (compile.how === 'share' ? [compile.numerator, compile.denominator] : [])),
  ];
  const typed = form.numbers.filter(({ compile }) => compile.how !== 'share').map(({ key }) => key);
  const unknown = named.find((name) => !typed.includes(name));
  return unknown === undefined ? null : { code: 'field-unknown', field: unknown };
}

function wholeFault(form: DutyForm, regime: ReportingRegime): DutyFault | null {
  const periodIds = new Set(regime.periods.map(({ id }) => id));
  const asked = [...form.periodIds, ...form.stages.flatMap(({ byPeriod }) => byPeriod.map(({ periodId }) => periodId))];
  const unknown = asked.find((periodId) => !periodIds.has(periodId));
  if (unknown !== undefined) return { code: 'period-unknown', periodId: unknown };
  const named = form.stages.map(({ stage }) => stage);
  const twice = firstTwice(named);
  if (twice !== undefined) return { code: 'stage-twice', stage: twice as Stage };
  if (!named.includes('unit')) return { code: 'unit-stage-missing' };
  const { who, kinds, unitIds } = form.units;
  if ((who === 'kinds' && kinds.length === 0) || (who === 'listed' && unitIds.length === 0))
    return { code: 'units-missing' };
  return formFault(form.form);
}

/** A duty as a person wrote it, read and checked: every cut-off names a day, every field that is named is there. */
export function readDuty(form: DutyForm): Outcome<DutyDefinition, DutyFault> {
  const regime = regimeOf(form.regimeId);
  if (!regime) return refuse({ code: 'period-unknown', periodId: form.regimeId });
  const fault = wholeFault(form, regime);
  if (fault) return refuse(fault);
  const plans: DutyDefinition['stages'][number][] = [];
  for (const stage of stages) {
    const asked = form.stages.find((one) => one.stage === stage);
    if (!asked) continue;
    const read = readCutOff(asked.text);
    if (!read) return refuse({ code: 'phrase-unread', stage, text: asked.text });
    const byPeriod: (CutOffWords & { periodId: string })[] = [];
    for (const { periodId, text } of asked.byPeriod) {
      const own = readCutOff(text);
      if (!own) return refuse({ code: 'phrase-unread', stage, text });
      byPeriod.push({ ...own, periodId });
    }
    plans.push({ stage, ...read, byPeriod });
  }
  return accept({ ...form, stages: plans });
}

/** Back to what a person edits. */
export function formOf(definition: DutyDefinition): DutyForm {
  const { stages: plans, receivers, ...rest } = definition;
  return {
    ...rest,
    receivers: [...receivers],
    stages: plans.map(({ stage, text, byPeriod }) => ({
      stage,
      text,
      byPeriod: byPeriod.map(({ periodId, text: own }) => ({ periodId, text: own })),
    })),
  };
}
