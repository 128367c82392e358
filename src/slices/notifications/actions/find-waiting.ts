import { addDays, type CivilDate } from '../../../kernel/civil-date.ts';
import type { AgencyId } from '../../../kernel/ids.ts';
import type { Db } from '../../../server/database.ts';
import type { WaitingSource } from '../../../server/sources.ts';
import type { WaitingItem } from '../../deadlines/index.ts';
import { MOST_DAYS } from '../rules/reminder-settings.ts';

/** Days that hold MOST_DAYS working days however many holidays lie among them. */
const REACH_DAYS = MOST_DAYS * 2;

/** Everything that waits in the agency, of every source, undated work too where no last day is asked for. */
export async function findWaiting(
  db: Db,
  agencyId: AgencyId,
  sources: readonly WaitingSource[],
  asked: { readonly today: CivilDate; readonly until: CivilDate | null },
): Promise<WaitingItem[]> {
  const found: WaitingItem[] = [];
  for (const source of sources) found.push(...(await source.find(db, agencyId, asked)));
  return found;
}

/** What reminders of a day can be about: late, or due within the longest lead time. */
export function findRemindable(
  db: Db,
  agencyId: AgencyId,
  sources: readonly WaitingSource[],
  day: CivilDate,
): Promise<WaitingItem[]> {
  return findWaiting(db, agencyId, sources, { today: day, until: addDays(day, REACH_DAYS) });
}
