import type { CivilDate } from '../../../kernel/civil-date.ts';
import type { AgencyId } from '../../../kernel/ids.ts';
import type { Context } from '../../../server/context.ts';
import type { Person } from '../../../server/http.ts';
import type { WaitingSource } from '../../../server/sources.ts';
import { loadWorkingCalendar } from '../../calendar/server.ts';
import type { WaitingItem } from '../../deadlines/index.ts';
import { makeAudience, makeUnowned, type OfficeOnDay } from '../../notifications/index.ts';
import { findWaiting, loadOffice } from '../../notifications/server.ts';
import { type MyWork, myWorkOf, type WorkDay, type WorkFilter } from '../rules/my-work.ts';

function audienceIn(office: OfficeOnDay): Pick<WorkDay, 'audienceOf' | 'isUnowned'> {
  return { audienceOf: makeAudience(office), isUnowned: makeUnowned(office) };
}

/** Everything that waits for a person, or in his units. */
export async function showMyWork(
  { database, clock }: Context,
  sources: readonly WaitingSource[],
  person: Person,
  filter: WorkFilter,
): Promise<MyWork & { readonly today: CivilDate }> {
  const { agencyId } = person;
  const today = clock.today();
  const items = await findWaiting(database, agencyId, sources, { today, until: null });
  const office = await loadOffice(database, agencyId, today);
  const calendar = await loadWorkingCalendar(database, agencyId);
  return { ...myWorkOf(items, person, { filter, ...audienceIn(office), today, calendar }), today };
}

const EVERYTHING: WorkFilter = { scope: 'mine', source: null, step: null, due: null, text: null };
const RECENT_MS = 20_000;

type Recent = { readonly at: number; readonly today: CivilDate; readonly items: Promise<readonly WaitingItem[]> };

/**
 * How much waits for a person, for the badge of every page: read for the whole agency at most once in twenty seconds, since
 * every open window asks.
 */
export function makeWorkCounter(
  { database, clock }: Context,
  sources: readonly WaitingSource[],
): (person: Person) => Promise<MyWork['counts']> {
  const recent = new Map<AgencyId, Recent>();
  const itemsOf = (agencyId: AgencyId, today: CivilDate): Promise<readonly WaitingItem[]> => {
    const at = Temporal.Instant.from(clock.now()).epochMilliseconds;
    const known = recent.get(agencyId);
    if (known && known.today === today && at - known.at >= 0 && at - known.at < RECENT_MS) return known.items;
    const items = findWaiting(database, agencyId, sources, { today, until: today });
    recent.set(agencyId, { at, today, items });
    items.catch(() => recent.delete(agencyId));
    return items;
  };
  return async (person) => {
    const today = clock.today();
    const items = await itemsOf(person.agencyId, today);
    const office = await loadOffice(database, person.agencyId, today);
    const calendar = await loadWorkingCalendar(database, person.agencyId);
    return myWorkOf(items, person, { filter: EVERYTHING, ...audienceIn(office), today, calendar }).counts;
  };
}
