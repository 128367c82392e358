import { addDays, type CivilDate } from '../../../kernel/civil-date.ts';
import type { UserId } from '../../../kernel/ids.ts';
import { foldVietnamese } from '../../../kernel/vietnamese.ts';
import type { WorkingCalendar } from '../../calendar/index.ts';
import type { WaitingItem, WaitingStep } from '../../deadlines/index.ts';
import { type AudienceOf, compareWaiting, type IsUnowned, workingDaysTo } from '../../notifications/index.ts';

/** A person's own, all of his units, or of units in which nobody has it, which the office hears of. */
export const workScopes = ['mine', 'unit', 'unowned'] as const;
export type WorkScope = (typeof workScopes)[number];
export const workDues = ['late', 'today', 'week', 'month', 'undated'] as const;
export type WorkDue = (typeof workDues)[number];

export type WorkFilter = {
  readonly scope: WorkScope;
  readonly source: WaitingItem['source'] | null;
  readonly step: WaitingStep | null;
  readonly due: WorkDue | null;
  readonly text: string | null;
};

export type WorkLine = WaitingItem & {
  readonly isLate: boolean;
  /** Negative when late; null where there is no day or no calendar to count with. */
  readonly workingDaysLeft: number | null;
};

export type WorkAsker = { readonly userId: UserId; readonly unitIds: readonly string[] };

type Reach = { readonly scope: WorkScope; readonly audienceOf: AudienceOf; readonly isUnowned: IsUnowned };

/** Whose work it is. What nobody in a foreign unit has is not the officer's own, though he hears of it. */
export function waitsFor(item: WaitingItem, asker: WorkAsker, { scope, audienceOf, isUnowned }: Reach): boolean {
  const isInUnits = item.unitId !== null && asker.unitIds.includes(item.unitId);
  const hears = audienceOf(item, 'doer').includes(asker.userId);
  const isForeign = hears && !isInUnits && isUnowned(item);
  if (scope === 'unowned') return isForeign;
  return (hears && !isForeign) || (scope === 'unit' && isInUnits);
}

const isDue = {
  late: (dueOn, today) => dueOn !== null && dueOn < today,
  today: (dueOn, today) => dueOn === today,
  week: (dueOn, today) => dueOn !== null && dueOn >= today && dueOn <= addDays(today, 7),
  month: (dueOn, today) => dueOn !== null && dueOn >= today && dueOn <= addDays(today, 30),
  undated: (dueOn) => dueOn === null,
} as const satisfies Record<WorkDue, (dueOn: CivilDate | null, today: CivilDate) => boolean>;

function fits({ source, step, due, text }: WorkFilter, item: WaitingItem, today: CivilDate): boolean {
  return (
    (source === null || item.source === source) &&
    (step === null || item.step === step) &&
    (due === null || isDue[due](item.dueOn, today)) &&
    (text === null || foldVietnamese(item.title).includes(foldVietnamese(text)))
  );
}

export type MyWork = {
  readonly lines: readonly WorkLine[];
  /** Over everything of the scope, whatever else is filtered. */
  readonly counts: { readonly all: number; readonly late: number; readonly week: number; readonly unowned: number };
  /** The next day on which something is due, today or later. */
  readonly nextOn: CivilDate | null;
};

export type WorkDay = {
  readonly filter: WorkFilter;
  readonly audienceOf: AudienceOf;
  readonly isUnowned: IsUnowned;
  readonly today: CivilDate;
  readonly calendar: WorkingCalendar;
};

/** Everything that waits for a person, whatever its kind: late first, then by day, then by points. */
export function myWorkOf(items: readonly WaitingItem[], asker: WorkAsker, given: WorkDay): MyWork {
  const { filter, today, calendar } = given;
  const of = (scope: WorkScope): WaitingItem[] => items.filter((item) => waitsFor(item, asker, { ...given, scope }));
  const own = of(filter.scope);
  const days = own.flatMap(({ dueOn }) => (dueOn !== null && dueOn >= today ? [dueOn] : [])).sort();
  const count = (due: WorkDue): number => own.filter(({ dueOn }) => isDue[due](dueOn, today)).length;
  const lines = own
    .filter((item) => fits(filter, item, today))
    .sort(compareWaiting)
    .map((item) => ({
      ...item,
      isLate: isDue.late(item.dueOn, today),
      workingDaysLeft: item.dueOn === null ? null : workingDaysTo(calendar, today, item.dueOn),
    }));
  const counts = { all: own.length, late: count('late'), week: count('week'), unowned: of('unowned').length };
  return { lines, counts, nextOn: days[0] ?? null };
}
