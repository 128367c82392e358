import type { CivilDate } from '../../../kernel/civil-date.ts';
import type { UserId } from '../../../kernel/ids.ts';
import { type WorkingCalendar, workingDaysBetween } from '../../calendar/index.ts';
import type { WaitingItem, WaitingStep } from '../../deadlines/index.ts';
import type { AudienceOf } from './audience.ts';
import { compareWaiting } from './order-waiting.ts';
import { audiences, type ReminderSettings } from './reminder-settings.ts';
import { type Reason, type Stage, stagesOf, worksOn } from './stages.ts';

/** One line of a person's digest. */
export type Notice = {
  readonly userId: UserId;
  readonly item: WaitingItem;
  /** The due day it is about; a day moved by an extension is another occurrence, and so is deciding on the same work. */
  readonly occurrence: string;
  readonly reason: Reason;
  /** From when the reason holds. */
  readonly fireOn: CivilDate;
  /** Earlier reasons that this line stands for: the server was down, or the work came late. */
  readonly covers: readonly Reason[];
  /** Working days to the due day, negative when late; null where the calendar does not reach. */
  readonly daysLeft: number | null;
};

const DECIDING: readonly WaitingStep[] = ['approve', 'review', 'decide-extension'];

export function occurrenceOf(item: Pick<WaitingItem, 'step'>, dueOn: CivilDate): string {
  return DECIDING.includes(item.step) ? `${dueOn}/decide` : dueOn;
}

/** What a person was told last of an occurrence: the day from which that reason held. */
export type Told = ReadonlyMap<string, CivilDate>;

export function toldKey(userId: UserId, itemKey: string, occurrence: string): string {
  return `${userId}\n${itemKey}\n${occurrence}`;
}

export type NoticeDay = {
  readonly day: CivilDate;
  readonly calendar: WorkingCalendar;
  readonly settings: ReminderSettings;
  readonly audienceOf: AudienceOf;
  readonly items: readonly WaitingItem[];
  readonly told: Told;
};

export function workingDaysTo(calendar: WorkingCalendar, day: CivilDate, dueOn: CivilDate): number | null {
  if (day <= dueOn) return workingDaysBetween(calendar, day, dueOn);
  const late = workingDaysBetween(calendar, dueOn, day);
  return late === null ? null : -late;
}

/** Stages are asked for again and again with the same few days. */
function stagesInMemory({ calendar, settings }: NoticeDay): (item: WaitingItem, dueOn: CivilDate) => readonly Stage[] {
  const known = new Map<string, readonly Stage[]>();
  return ({ remindBefore }, dueOn) => {
    const leadDays = remindBefore ?? settings.leadDays;
    const key = `${dueOn} ${leadDays.join(' ')}`;
    const found = known.get(key) ?? stagesOf(calendar, dueOn, { leadDays, lateSteps: settings.lateSteps });
    known.set(key, found);
    return found;
  };
}

function noticesOf(item: WaitingItem, dueOn: CivilDate, begun: readonly Stage[], given: NoticeDay): Notice[] {
  const occurrence = occurrenceOf(item, dueOn);
  const stagesByPerson = new Map<UserId, Stage[]>();
  const heard = new Set(begun.map(({ audience }) => audience));
  const membersOf = new Map(
    audiences.filter((one) => heard.has(one)).map((one) => [one, given.audienceOf(item, one)] as const),
  );
  for (const stage of begun)
    for (const userId of membersOf.get(stage.audience) ?? []) {
      const stages = stagesByPerson.get(userId) ?? [];
      stages.push(stage);
      stagesByPerson.set(userId, stages);
    }
  const notices: Notice[] = [];
  for (const [userId, stages] of stagesByPerson) {
    const toldOf = given.told.get(toldKey(userId, item.key, occurrence)) ?? null;
    const untold = stages.filter(({ fireOn }) => toldOf === null || fireOn > toldOf);
    const latest = untold.at(-1);
    if (!latest) continue;
    const { reason, fireOn } = latest;
    const covers = untold.slice(0, -1).map((stage) => stage.reason);
    notices.push({
      userId,
      item,
      occurrence,
      reason,
      fireOn,
      covers,
      daysLeft: workingDaysTo(given.calendar, given.day, dueOn),
    });
  }
  return notices;
}

/**
 * What a day brings, for whom and why. A person is told of the newest reason that has begun, once; reasons that began while
 * nobody was told (days off, a server that stood still, work handed over late) are in `covers` of that line. After a day's
 * run everybody has been told of a reason at least as late as the one that holds. On a day off: nothing.
 */
export function noticesOn(given: NoticeDay): Notice[] {
  const { day, calendar, items } = given;
  if (!worksOn(calendar, day)) return [];
  const stagesFor = stagesInMemory(given);
  const seen = new Set<string>();
  return items.flatMap((item) => {
    if (item.dueOn === null) return [];
    const begun = stagesFor(item, item.dueOn).filter(({ fireOn }) => fireOn <= day);
    if (begun.length === 0) return [];
    return noticesOf(item, item.dueOn, begun, given).filter(({ userId, occurrence }) => {
      const key = toldKey(userId, item.key, occurrence);
      return !seen.has(key) && seen.add(key);
    });
  });
}

export type Digest = { readonly userId: UserId; readonly lines: readonly Notice[] };

/** One digest for each person, its lines in the order of "my work". */
export function digestsOf(notices: readonly Notice[]): Digest[] {
  const byPerson = Map.groupBy(notices, ({ userId }) => userId);
  return [...byPerson]
    .map(([userId, lines]) => ({ userId, lines: lines.toSorted((a, b) => compareWaiting(a.item, b.item)) }))
    .sort((a, b) => (a.userId < b.userId ? -1 : 1));
}
