import { accept, type Outcome } from '../../../kernel/outcome.ts';
import type { Context } from '../../../server/context.ts';
import type { Person } from '../../../server/http.ts';
import { filterShape } from '../rules/declaration-shape.ts';
import { findViews, type SavedView } from '../store/views.ts';
import type { RegisterRefusal } from './refusals.ts';
import { findSeen, type Seen, settleSeen, sortableFields } from './show-records.ts';

export type SeenView = Omit<SavedView, 'userId'> & { readonly isMine: boolean };

const FIELD_WORD = /^f\.(.+)$/;
const RECORD_SORTS = ['created-day', 'due-day'];

function readsWhere(seen: Seen, text: string): boolean {
  try {
    const filter = filterShape.safeParse(JSON.parse(text));
    return filter.success && settleSeen(seen, filter.data).ok;
  } catch {
    return false;
  }
}

/** Whether a view asks only what the person may read: its words hold the values that are asked for. */
function isReadable(seen: Seen, query: SavedView['query']): boolean {
  return Object.entries(query).every(([word, text]) => {
    const field = FIELD_WORD.exec(word)?.[1];
    if (field !== undefined) return seen.view.open.has(field);
    if (word === 'where') return readsWhere(seen, text);
    const sort = text.replace(/^-/, '');
    return word !== 'sort' || RECORD_SORTS.includes(sort) || sortableFields(seen.register, seen.view).includes(sort);
  });
}

/** The views of a list that a person kept, and those of colleagues that ask nothing which he may not read. */
export async function findSeenViews(
  context: Context,
  person: Person,
  key: string,
): Promise<Outcome<SeenView[], RegisterRefusal>> {
  const seen = await findSeen(context, person, key);
  if (!seen.ok) return seen;
  const views = await findViews(context.database, person.agencyId, key, person.userId);
  return accept(
    views.flatMap(({ userId, ...view }) => {
      const isMine = userId === person.userId;
      return isMine || isReadable(seen.value, view.query) ? [{ ...view, isMine }] : [];
    }),
  );
}
