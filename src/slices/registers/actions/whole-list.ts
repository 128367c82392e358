import { accept, type Outcome } from '../../../kernel/outcome.ts';
import type { Context } from '../../../server/context.ts';
import type { Person } from '../../../server/http.ts';
import type { Filter } from '../rules/filter.ts';
import { findRecords } from '../store/lists.ts';
import type { RegisterRefusal } from './refusals.ts';
import { findSeen, type SeenRecord, settleList, showRecord } from './show-records.ts';

const PAGE = 200;
/** More than one month of an office's people, fewer than would hurt. */
const MOST = 10_000;

const nobody = { units: new Map<string, string>(), people: new Map<string, string>() };

/** Every record that a filter means and the person may see, in the order of entry: what another slice reckons with. */
export async function findWholeList(
  context: Context,
  person: Person,
  key: string,
  filter: Filter,
): Promise<Outcome<SeenRecord[], RegisterRefusal>> {
  const { database, clock } = context;
  const seen = await findSeen(context, person, key);
  if (!seen.ok) return seen;
  const asked = { filter, search: '', sort: 'created-day', after: null, limit: PAGE, isDeleted: false };
  const query = settleList(person, seen.value, asked);
  if (!query.ok) return query;
  const place = { agencyId: person.agencyId, register: seen.value.register, today: clock.today() };
  const records: SeenRecord[] = [];
  for (let { after } = query.value; records.length < MOST; ) {
    const page = await findRecords(database, place, { ...query.value, after });
    for (const { cursor: _cursor, ...record } of page)
      records.push(showRecord(person, seen.value, nobody, place.today, record));
    const last = page.at(-1);
    if (!last || page.length < PAGE) break;
    after = last.cursor;
  }
  return accept(records);
}
