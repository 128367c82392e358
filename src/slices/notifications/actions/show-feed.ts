import { createHash } from 'node:crypto';
import ical, { ICalCalendarMethod } from 'ical-generator';
import { addDays, type CivilDate } from '../../../kernel/civil-date.ts';
import { formatEnglishNumber, formatPaperNumber } from '../../../kernel/decimal.ts';
import type { Context } from '../../../server/context.ts';
import type { WaitingSource } from '../../../server/sources.ts';
import type { WaitingItem } from '../../deadlines/index.ts';
import { hashToken } from '../../identity/server.ts';
import { makeAudience } from '../rules/audience.ts';
import { stepText } from '../rules/notice-words.ts';
import { type FeedPerson, findFeedPerson } from '../store/feeds.ts';
import { findWaiting } from './find-waiting.ts';
import { loadOffice } from './load-office.ts';

const AHEAD_DAYS = 400;
const REFRESH_SECONDS = 3600;

/** The same for every look at the same occurrence, so that calendars renew an entry and do not double it. */
function entryId(agencyId: string, { key, step, dueOn }: WaitingItem): string {
  const mark = createHash('sha256').update([agencyId, key, step, dueOn].join('\n')).digest('hex');
  return `${mark.slice(0, 32)}@caicach`;
}

function wordsOf({ step, points, originalDueOn, dueOn }: WaitingItem, { language }: FeedPerson): string {
  const parts = [stepText(step, language)];
  if (points !== null)
    parts.push(language === 'vi' ? `${formatPaperNumber(points)} điểm` : `${formatEnglishNumber(points)} points`);
  if (originalDueOn !== null && originalDueOn !== dueOn) parts.push(language === 'vi' ? 'đã gia hạn' : 'extended');
  return parts.join(' · ');
}

/** A day as the library takes it: an all-day entry has no zone. */
const asDate = (day: CivilDate): Date => new Date(`${day}T00:00:00Z`);

function writeFeed(
  person: FeedPerson,
  items: readonly WaitingItem[],
  { now, address }: { now: string; address: string },
): string {
  const calendar = ical({
    name: `${person.language === 'vi' ? 'Việc của tôi' : 'My work'} · ${person.agencyName}`,
    prodId: { company: 'caicach', product: 'caicach', language: person.language.toUpperCase() },
    method: ICalCalendarMethod.PUBLISH,
    ttl: REFRESH_SECONDS,
  });
  for (const item of items)
    if (item.dueOn !== null)
      calendar.createEvent({
        id: entryId(person.agencyId, item),
        stamp: new Date(now),
        start: asDate(item.dueOn),
        end: asDate(addDays(item.dueOn, 1)),
        allDay: true,
        summary: item.title,
        description: wordsOf(item, person),
        url: `${address}${item.address}`,
      });
  return calendar.toString();
}

/**
 * The calendar that a secret address opens: what waits for this person alone, late work and what is due within the next 400
 * days. @returns null for a secret that opens nothing, whatever the reason
 */
export async function showFeed(
  { database, clock, config }: Context,
  sources: readonly WaitingSource[],
  secret: { readonly token: string; readonly host: string },
): Promise<string | null> {
  const person = await findFeedPerson(database, hashToken(secret.token));
  if (!person) return null;
  const today = clock.today();
  const asked = { today, until: addDays(today, AHEAD_DAYS) };
  const items = await findWaiting(database, person.agencyId, sources, asked);
  const audienceOf = makeAudience(await loadOffice(database, person.agencyId, today));
  const mine = items.filter((item) => audienceOf(item, 'doer').includes(person.userId));
  return writeFeed(person, mine, { now: clock.now(), address: config.publicAddress ?? secret.host });
}
