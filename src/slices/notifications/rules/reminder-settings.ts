/** Who is told: who has the work, the head of the unit, the office that watches over the plan. */
export const audiences = ['doer', 'head', 'office'] as const;
export type Audience = (typeof audiences)[number];

/** Told once the work is so many working days late. */
export type LateStep = { readonly afterDays: number; readonly to: Audience };

export type ReminderSettings = {
  /** Working days before the due day, for items that bring no lead times of their own; 0 is the due day itself. */
  readonly leadDays: readonly number[];
  readonly lateSteps: readonly LateStep[];
  /** Time of day in the office zone from which the day's digests go out: "07:30". */
  readonly sendAt: string;
};

/** What an office starts with; no source prescribes these, each office sets its own. */
export const defaultReminders: ReminderSettings = {
  leadDays: [7, 3, 1],
  lateSteps: [
    { afterDays: 1, to: 'doer' },
    { afterDays: 3, to: 'head' },
    { afterDays: 7, to: 'office' },
  ],
  sendAt: '07:30',
};

export const MOST_DAYS = 60;
export const MOST_STEPS = 12;

export type ReminderFault = 'reminder-days' | 'reminder-steps' | 'reminder-doer' | 'reminder-time';

const isDays = (days: number, least: number): boolean => Number.isInteger(days) && days >= least && days <= MOST_DAYS;
const hasNoDouble = (words: readonly unknown[]): boolean => new Set(words).size === words.length;

/** Why settings cannot be kept, or null. The doer must be told of something: a head is never the first to hear. */
export function reminderFault({ leadDays, lateSteps, sendAt }: ReminderSettings): ReminderFault | null {
  const steps = lateSteps.map(({ afterDays, to }) => `${to} ${afterDays}`);
  if (leadDays.length > MOST_STEPS || !hasNoDouble(leadDays) || !leadDays.every((days) => isDays(days, 0)))
    return 'reminder-days';
  if (steps.length > MOST_STEPS || !hasNoDouble(steps) || !lateSteps.every(({ afterDays }) => isDays(afterDays, 1)))
    return 'reminder-steps';
  if (leadDays.length === 0 && !lateSteps.some(({ to }) => to === 'doer')) return 'reminder-doer';
  return /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(sendAt) ? null : 'reminder-time';
}
