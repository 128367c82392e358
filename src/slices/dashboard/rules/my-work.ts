import { addDays, type CivilDate } from '../../../kernel/civil-date.ts';
import type { UserId } from '../../../kernel/ids.ts';
import { foldVietnamese } from '../../../kernel/vietnamese.ts';
import type { WorkingCalendar } from '../../calendar/index.ts';
import type { WaitingItem, WaitingStep } from '../../deadlines/index.ts';
import { type AudienceOf, compareWaiting, workingDaysTo } from '../../notifications/index.ts';

export type WorkScope = 'mine' | 'unit';
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

/** Whose work it is: a person's own, or everything that waits in the units that he reaches. */
export function waitsFor(item: WaitingItem, asker: WorkAsker, { scope, audienceOf }: Reach): boolean {
  if (audienceOf(item, 'doer').includes(asker.userId)) return true;
  return scope === 'unit' && item.unitId !== null && asker.unitIds.includes(item.unitId);
}

type Reach = { readonly scope: WorkScope; readonly audienceOf: AudienceOf };

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
  readonly counts: { readonly all: number; readonly late: number; readonly week: number };
  /** The next day on which something is due, today or later. */
  readonly nextOn: CivilDate | null;
};

/** Everything that waits for a person, whatever its kind: late first, then by day, then by points. */
export function myWorkOf(
  items: readonly WaitingItem[],
  asker: WorkAsker,
  given: {
    readonly filter: WorkFilter;
    readonly audienceOf: AudienceOf;
    readonly today: CivilDate;
    readonly calendar: WorkingCalendar;
  },
): MyWork {
  const { filter, audienceOf, today, calendar } = given;
  const own = items.filter((item) => waitsFor(item, asker, { scope: filter.scope, audienceOf }));
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
  return { lines, counts: { all: own.length, late: count('late'), week: count('week') }, nextOn: days[0] ?? null };
}
