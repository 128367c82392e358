import { addDays, type CivilDate } from '../../../kernel/civil-date.ts';
import { accept, type Outcome, refuse } from '../../../kernel/outcome.ts';
import type { TaskOrigin } from './task.ts';

/** How later days are asked for, by kind of task. The office may set its own. */
export type ExtensionRule = {
  /** Asked at the latest so many days before the day promised now: 2 means on the 18th for the 20th. */
  readonly askDaysBefore: number;
  /** Granted at most so often for one task. */
  readonly mostTimes: number;
};

/** [M] Offices write "trước ít nhất 02 ngày" and "tránh gia hạn nhiều lần"; both are settings. */
export const defaultExtensionRules = {
  plan: { askDaysBefore: 2, mostTimes: 2 },
  hand: { askDaysBefore: 2, mostTimes: 2 },
  province: { askDaysBefore: 2, mostTimes: 1 },
  meeting: { askDaysBefore: 2, mostTimes: 2 },
  unit: { askDaysBefore: 1, mostTimes: 3 },
} as const satisfies Record<TaskOrigin, ExtensionRule>;

export type ExtensionRefusal =
  | { code: 'extension-no-day' }
  | { code: 'extension-open' }
  | { code: 'extension-too-late'; askedBy: CivilDate }
  | { code: 'extension-limit'; times: number }
  | { code: 'extension-not-later'; dueOn: CivilDate }
  | { code: 'deadline-past'; day: CivilDate };

export type ExtensionRequest = {
  readonly today: CivilDate;
  /** The day promised now. */
  readonly dueOn: CivilDate | null;
  readonly newDay: CivilDate;
  readonly grantedTimes: number;
  readonly hasOpenRequest: boolean;
};

/** Last day on which a later day may still be asked for. */
export function lastDayToAsk(dueOn: CivilDate, rule: ExtensionRule): CivilDate {
  return addDays(dueOn, -rule.askDaysBefore);
}

/**
 * Whether a later day may be asked for: in time, not too often, one request at a time, and to a day that is later and not
 * gone by. The first thing in the way is told.
 */
export function checkExtension(asked: ExtensionRequest, rule: ExtensionRule): Outcome<CivilDate, ExtensionRefusal> {
  const { today, dueOn, newDay } = asked;
  if (dueOn === null) return refuse({ code: 'extension-no-day' });
  if (asked.hasOpenRequest) return refuse({ code: 'extension-open' });
  if (asked.grantedTimes >= rule.mostTimes) return refuse({ code: 'extension-limit', times: rule.mostTimes });
  const askedBy = lastDayToAsk(dueOn, rule);
  if (today > askedBy) return refuse({ code: 'extension-too-late', askedBy });
  if (newDay <= dueOn) return refuse({ code: 'extension-not-later', dueOn });
  return newDay < today ? refuse({ code: 'deadline-past', day: newDay }) : accept(dueOn);
}
