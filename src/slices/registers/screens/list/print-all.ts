import type { QueryClient } from '@tanstack/react-query';
import { findRecords, type RecordAsk, recordsKey } from '../calls.ts';
import type { RecordsPage, RegisterOnScreen } from '../on-screen.ts';

/** A list on paper: more than this is what an export is for. */
const MOST_PRINTED = 1000;
const PAGE_SIZE = 200;
const DRAWN_AFTER_MS = 300;

type Pages = { pages: RecordsPage[]; pageParams: (string | null)[] };

/** Fetches what the list has not shown yet, as far as paper is sensible, and prints it. */
export async function printAll(queries: QueryClient, register: RegisterOnScreen, ask: RecordAsk) {
  const queryKey = [...recordsKey(register.declaration.key), ask];
  const kept = queries.getQueryData<Pages>(queryKey);
  const pages = [...(kept?.pages ?? [])];
  const pageParams = [...(kept?.pageParams ?? [])];
  const count = () => pages.reduce((sum, { records }) => sum + records.length, 0);
  for (let next = pages.at(-1)?.next ?? null; next !== null && count() < MOST_PRINTED; ) {
    const page = await findRecords(register, ask, { cursor: next, limit: PAGE_SIZE });
    pages.push(page);
    pageParams.push(next);
    next = page.next;
  }
  queries.setQueryData<Pages>(queryKey, { pages, pageParams });
  window.setTimeout(() => window.print(), DRAWN_AFTER_MS);
}
