import type { CivilDate } from '../../../kernel/civil-date.ts';
import type { AgencyId } from '../../../kernel/ids.ts';
import type { Context } from '../../../server/context.ts';
import type { Transaction } from '../../../server/database.ts';
import type { WaitingSource } from '../../../server/sources.ts';
import { appendAudit } from '../../audit/server.ts';
import { loadWorkingCalendar } from '../../calendar/server.ts';
import { makeAudience } from '../rules/audience.ts';
import { type Digest, digestsOf, noticesOn } from '../rules/day-notices.ts';
import { worksOn } from '../rules/stages.ts';
import { isTimeToRun } from '../rules/time-to-run.ts';
import {
  type DayRun,
  findTold,
  finishDay,
  insertNotices,
  isDayFinished,
  settleDigests,
  takeDigests,
} from '../store/digests.ts';
import { fillOutbox } from '../store/outbox.ts';
import { findSettings, type StoredSettings } from '../store/settings.ts';
import { findRemindable } from './find-waiting.ts';
import { loadOffice } from './load-office.ts';

/** People whose digests are written in one transaction: what a kill in the middle undoes. */
const PEOPLE_AT_ONCE = 25;

export type PlannedDay = {
  readonly day: CivilDate;
  readonly isDayOff: boolean;
  readonly digests: readonly Digest[];
  readonly settings: StoredSettings;
};

/** What a day brings and was not told yet; nothing is written. */
export async function planDay(
  { database }: Pick<Context, 'database'>,
  sources: readonly WaitingSource[],
  agencyId: AgencyId,
  day: CivilDate,
): Promise<PlannedDay> {
  const calendar = await loadWorkingCalendar(database, agencyId);
  const settings = await findSettings(database, agencyId);
  if (!worksOn(calendar, day)) return { day, isDayOff: true, digests: [], settings };
  const items = await findRemindable(database, agencyId, sources, day);
  const told = await findTold(database, agencyId, [...new Set(items.map(({ key }) => key))]);
  const audienceOf = makeAudience(await loadOffice(database, agencyId, day));
  const notices = noticesOn({ day, calendar, settings, audienceOf, items, told });
  return { day, isDayOff: false, digests: digestsOf(notices), settings };
}

async function writeDigests(
  tx: Transaction,
  { newId }: Context,
  agencyId: AgencyId,
  given: { run: DayRun; digests: readonly Digest[]; hasWebhook: boolean },
): Promise<void> {
  const { run, digests, hasWebhook } = given;
  const taken = await takeDigests(tx, agencyId, run, digests);
  const notices = digests.filter(({ userId }) => taken.has(userId)).flatMap(({ lines }) => lines);
  if (notices.length === 0) return;
  const written = await insertNotices(tx, agencyId, { day: run.day, newId, notices });
  const userIds = written < notices.length ? await settleDigests(tx, agencyId, run.day, [...taken]) : [...taken];
  await fillOutbox(tx, agencyId, { userIds, day: run.day, at: run.at, newId, hasWebhook });
}

export type DayResult = { readonly digests: number; readonly notices: number; readonly isDayOff: boolean };

/**
 * Makes the digests of a day for an agency: each with its lines and deliveries in one transaction, so that a kill leaves all of
 * a digest or nothing, and a run after it makes what is missing. Two servers at once: each digest is made by one of them.
 */
export async function remindAgency(
  context: Context,
  sources: readonly WaitingSource[],
  agencyId: AgencyId,
  day: CivilDate,
): Promise<DayResult> {
  const { database, clock } = context;
  const { isDayOff, digests, settings } = await planDay(context, sources, agencyId, day);
  if (isDayOff) return { digests: 0, notices: 0, isDayOff };
  const run = { day, at: clock.now() };
  const hasWebhook = settings.webhookUrl !== null;
  for (let from = 0; from < digests.length; from += PEOPLE_AT_ONCE) {
    const part = digests.slice(from, from + PEOPLE_AT_ONCE);
    await database.transaction((tx) => writeDigests(tx, context, agencyId, { run, digests: part, hasWebhook }));
  }
  const notices = digests.reduce((sum, { lines }) => sum + lines.length, 0);
  await database.transaction(async (tx) => {
    if (!(await finishDay(tx, agencyId, run))) return;
    const system = { agencyId, actorId: null, actorName: 'Hệ thống' };
    const fact = { subjectKind: 'reminder-day', subjectId: day, after: { digests: digests.length, notices } };
    await appendAudit(tx, system, run.at, [{ action: 'reminder.run', ...fact }]);
  });
  return { digests: digests.length, notices, isDayOff };
}

/** Makes today's digests once their hour has come, unless they are made; days off and days missed come with the next run. */
export async function remindIfDue(
  context: Context,
  sources: readonly WaitingSource[],
  agencyId: AgencyId,
): Promise<DayResult | null> {
  const { database, clock } = context;
  const today = clock.today();
  if (await isDayFinished(database, agencyId, today)) return null;
  const { sendAt } = await findSettings(database, agencyId);
  if (!isTimeToRun(clock.now(), sendAt)) return null;
  return remindAgency(context, sources, agencyId, today);
}
