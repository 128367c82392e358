import { addDays } from '../kernel/civil-date.ts';
import { remindAgency } from '../slices/notifications/server.ts';
import { waitingSources } from './all-sources.ts';
import type { Context } from './context.ts';
import type { Person } from './http.ts';

const DAYS_BACK = 7;

/** The digests of the last week, so that a newcomer finds the bell and the page of notices alive on a Sunday, too. */
export async function seedSampleReminders(context: Context, { agencyId }: Person): Promise<void> {
  const today = context.clock.today();
  for (let back = DAYS_BACK; back >= 1; back -= 1)
    await remindAgency(context, waitingSources, agencyId, addDays(today, -back));
}
