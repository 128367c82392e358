import type { Action } from '../../slices/identity/index.ts';
import { entriesFor } from '../navigation.ts';
import type { Translate } from '../texts.ts';
import { matchesWords } from '../ui/table.ts';

export type Hit = {
  /** The address it leads to. */
  to: string;
  title: string;
  /** What it is, in one word: page, task, unit. */
  kind: string;
};

export type Question = {
  query: string;
  t: Translate;
  hasRight: (right: Action) => boolean;
  signal: AbortSignal;
};

/** A place to look in; it answers its best few hits, best first, and nothing where the person may not look. */
export type SearchSource = (question: Question) => Promise<readonly Hit[]>;

const findPages: SearchSource = async ({ query, t, hasRight }) =>
  entriesFor(hasRight)
    .flat()
    .map(({ to, text }) => ({ to, title: t(text), kind: t('web.searchPages') }))
    .filter(({ title }) => matchesWords(title, query));

/** Everything Ctrl-K looks in. A slice adds its own source here. */
export const searchSources: readonly SearchSource[] = [findPages];
