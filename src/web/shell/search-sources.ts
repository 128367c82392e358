import type { Action } from '../../slices/identity/index.ts';
import { api } from '../client.generated.ts';
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
  year: number;
  signal: AbortSignal;
};

/** A place to look in; it answers its best few hits, best first, and nothing where the person may not look. */
export type SearchSource = (question: Question) => Promise<readonly Hit[]>;

const findPages: SearchSource = async ({ query, t, hasRight }) =>
  entriesFor(hasRight)
    .flat()
    .map(({ to, text }) => ({ to, title: t(text), kind: t('web.searchPages') }))
    .filter(({ title }) => matchesWords(title, query));

const MOST_TASKS = 8;

const findTasks: SearchSource = async ({ query, t, hasRight, year, signal }) => {
  if (!hasRight('task.read')) return [];
  const { tasks } = await api.findTasks({ query: { year, text: query, limit: MOST_TASKS }, signal });
  return tasks.map(({ taskId, title }) => ({ to: `/tasks/${taskId}`, title, kind: t('task.searchKind') }));
};

/** Everything Ctrl-K looks in. A slice adds its own source here. */
export const searchSources: readonly SearchSource[] = [findPages, findTasks];
