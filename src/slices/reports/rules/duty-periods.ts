import { type CivilDate, yearOf } from '../../../kernel/civil-date.ts';
import type { UnitId } from '../../../kernel/ids.ts';
import {
  type Deadline,
  type Occurrence,
  type OfficeRules,
  occurrencesOf,
  type Period,
  type PeriodRule,
  periodsOf,
} from '../../deadlines/index.ts';
import type { Duty, DutyDefinition, DutyId, DutyVersion, StagePlan } from './duty.ts';
import { versionOn } from './duty.ts';
import { regimeOf } from './read-duty.ts';
import type { Stage } from './stages.ts';

/** "2026-Q1": the year of the report and the period of its regime. */
export type PeriodKey = string;

export type CutOff = {
  readonly text: string;
  /** Last day on time; by the office's rule where it falls on a day off. */
  readonly dueOn: CivilDate;
  /** The day that the words name, and what each rule would make of a day off. */
  readonly wordedDay: CivilDate;
  readonly choices: Occurrence['choices'];
};

/** One period of a duty with its cut-offs: what the grid shows as a cell. */
export type DutyPeriod = Period & {
  readonly dutyId: DutyId;
  readonly key: PeriodKey;
  readonly periodId: string;
  readonly year: number;
  readonly version: number;
  readonly definition: DutyDefinition;
  readonly cutOffs: Readonly<Partial<Record<Stage, CutOff>>>;
  /** Last day on which units are on time. */
  readonly unitDueOn: CivilDate;
};

/** What was fixed when the office closed a period. */
export type FrozenPeriod = {
  readonly version: number;
  readonly unitIds: readonly UnitId[];
  readonly dueOn: Readonly<Partial<Record<Stage, CivilDate>>>;
  readonly counts: {
    readonly expected: number;
    readonly handedIn: number;
    readonly late: number;
    readonly missing: number;
  };
};

export function periodKeyOf(year: number, periodId: string): PeriodKey {
  return `${year}-${periodId}`;
}

/** @returns the year and the period of a key; null where it is none */
export function parsePeriodKey(key: string): { year: number; periodId: string } | null {
  const match = /^(\d{4})-([A-Za-z0-9]{1,10})$/.exec(key);
  return match ? { year: Number(match[1]), periodId: match[2] ?? '' } : null;
}

/** A recurring phrase is about the duty's own period, unless it names a month of the year. */
function aboutPeriod(deadline: Deadline): Deadline {
  if (deadline.kind !== 'recurring' || deadline.every === 'week') return deadline;
  if (deadline.every === 'year' && deadline.month !== null) return deadline;
  const { every } = deadline;
  const of = every === 'month' && deadline.of === 'month' ? null : deadline.of;
  return { ...deadline, every: 'reporting-period', of };
}

function yearAsked(deadline: Deadline, year: number): number {
  if (deadline.kind === 'by') return yearOf(deadline.date);
  return deadline.kind === 'window' ? yearOf(deadline.to) : year;
}

/** Whether a day with a year of its own belongs to this period: not before it begins, and the year it is said for. */
function fits(deadline: Deadline, year: number): boolean {
  return (deadline.kind !== 'by' && deadline.kind !== 'window') || yearAsked(deadline, year) === year;
}

type Placed = { readonly rule: PeriodRule; readonly year: number; readonly office: OfficeRules };

function cutOffOf(plan: StagePlan, { rule, year, office }: Placed): CutOff | null {
  const { text, deadline } = plan.byPeriod.find(({ periodId }) => periodId === rule.id) ?? plan;
  if (!fits(deadline, year)) return null;
  const regime = { id: 'own', name: '', source: '', periods: [rule] };
  const [found] = occurrencesOf(aboutPeriod(deadline), yearAsked(deadline, year), { ...office, regime });
  if (!found) return null;
  const { wordedDay, choices, dueOn } = found;
  return { text, wordedDay, choices, dueOn: dueOn ?? wordedDay };
}

/** Cut-offs of one period under one definition; null where the units' own cut-off names no day in that year. */
export function cutOffsOf(definition: DutyDefinition, placed: Placed): Partial<Record<Stage, CutOff>> | null {
  const own = definition.dayOffRule;
  const office = own === 'office' ? placed.office : { ...placed.office, dayOffRule: own };
  const cutOffs: Partial<Record<Stage, CutOff>> = {};
  for (const plan of definition.stages) {
    const found = cutOffOf(plan, { ...placed, office });
    if (found) cutOffs[plan.stage] = found;
  }
  return cutOffs.unit ? cutOffs : null;
}

function periodsOfVersion(duty: Duty, version: DutyVersion, placed: Omit<Placed, 'rule'>): DutyPeriod[] {
  const { definition, number } = version;
  const { year } = placed;
  const regime = regimeOf(definition.regimeId);
  const rules = (regime?.periods ?? []).filter(({ id }) => definition.periodIds.includes(id));
  return rules.flatMap((rule): DutyPeriod[] => {
    const cutOffs = cutOffsOf(definition, { ...placed, rule });
    const [period] = periodsOf({ id: 'own', name: '', source: '', periods: [rule] }, year);
    if (!cutOffs?.unit || !period) return [];
    const key = periodKeyOf(year, rule.id);
    const own = { dutyId: duty.dutyId, key, periodId: rule.id, year, version: number, definition };
    return [{ ...period, ...own, cutOffs, unitDueOn: cutOffs.unit.dueOn }];
  });
}

const keepsDay = (cutOff: CutOff, dueOn: CivilDate | undefined): CutOff => (dueOn ? { ...cutOff, dueOn } : cutOff);

/** A closed period keeps the days on which it was closed, whatever became of the calendar since. */
function asFrozen(period: DutyPeriod, { dueOn }: FrozenPeriod): DutyPeriod {
  const cutOffs = Object.fromEntries(
    Object.entries(period.cutOffs).map(([stage, cutOff]) => [stage, keepsDay(cutOff, dueOn[stage as Stage])]),
  );
  return { ...period, cutOffs, unitDueOn: dueOn.unit ?? period.unitDueOn };
}

/**
 * The periods of a duty in a year, in the order of the units' cut-offs. A period goes by the version in force on its last
 * day; one that was closed by the version that it was closed under, on the days that counted then.
 */
export function dutyPeriodsOf(
  duty: Duty,
  year: number,
  { office, frozen }: { office: OfficeRules; frozen: ReadonlyMap<PeriodKey, FrozenPeriod> },
): DutyPeriod[] {
  return duty.versions
    .flatMap((version) =>
      periodsOfVersion(duty, version, { year, office }).flatMap((period) => {
        const closed = frozen.get(period.key);
        if (closed) return closed.version === version.number ? [asFrozen(period, closed)] : [];
        const inForce = versionOn(duty.versions, period.lastDay);
        const { endsOn } = version.definition;
        return inForce === version && (endsOn === null || period.lastDay <= endsOn) ? [period] : [];
      }),
    )
    .sort((a, b) => (a.unitDueOn < b.unitDueOn ? -1 : a.unitDueOn > b.unitDueOn ? 1 : a.key < b.key ? -1 : 1));
}

/** Earlier periods of the same length, the nearest first: what figures are compared with. */
export function earlierPeriods(
  duty: Duty,
  period: Pick<DutyPeriod, 'year' | 'length' | 'lastDay'>,
  { office, frozen, most }: { office: OfficeRules; frozen: ReadonlyMap<PeriodKey, FrozenPeriod>; most: number },
): DutyPeriod[] {
  const found: DutyPeriod[] = [];
  for (let year = period.year; year > period.year - most && found.length < most; year -= 1) {
    const ofYear = dutyPeriodsOf(duty, year, { office, frozen })
      .filter(({ length, lastDay }) => length === period.length && lastDay < period.lastDay)
      .sort((a, b) => (a.lastDay < b.lastDay ? 1 : -1));
    found.push(...ofYear);
  }
  return found.slice(0, most);
}
