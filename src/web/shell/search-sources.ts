import type { QueryClient } from '@tanstack/react-query';
import type { Action } from '../../slices/identity/index.ts';
import { shelfQuery } from '../../slices/registers/screens/calls.ts';
import { unitsQuery } from '../../slices/units/screens/use-units.ts';
import type { Search } from '../address.ts';
import { api } from '../client.generated.ts';
import { language } from '../language.ts';
import { entriesFor } from '../navigation.ts';
import type { Translate } from '../texts.ts';
import { matchesWords } from '../ui/table.ts';

export type Hit = {
  /** The address it leads to. */
  to: string;
  /** Words behind the question mark, where the address needs some. */
  search?: Search;
  title: string;
  /** What it is, in one word: page, task, unit. */
  kind: string;
};

export type Question = {
  query: string;
  t: Translate;
  hasRight: (right: Action) => boolean;
  year: number;
  /** For small lists that are fetched whole: kept while the palette is typed in. */
  queries: QueryClient;
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

const MOST_OF_A_LIST = 5;
const KEEP_LISTS_MS = 60_000;

const findPlans: SearchSource = async ({ query, t, hasRight, queries }) => {
  if (!query || !hasRight('plan.read')) return [];
  const { plans } = await queries.fetchQuery({
    queryKey: ['plans'],
    queryFn: () => api.findPlans(),
    staleTime: KEEP_LISTS_MS,
  });
  return plans
    .filter(({ title, number, planYear }) => matchesWords(`${title} · ${number ?? ''} · ${planYear}`, query))
    .slice(0, MOST_OF_A_LIST)
    .map(({ planId, title }) => ({ to: `/plans/${planId}`, title, kind: t('plan.searchKind') }));
};

/** The reports of the person's own units of the year, those not yet in first. */
const findOwnReports: SearchSource = async ({ query, t, hasRight, year, queries }) => {
  if (!query.trim() || !hasRight('report.read')) return [];
  const { reports } = await queries.fetchQuery({
    queryKey: ['reports', 'unit', year, 'search'],
    queryFn: () => api.findUnitReports({ query: { year } }),
    staleTime: KEEP_LISTS_MS,
  });
  const isIn = ({ standing }: { standing: string }): boolean => standing === 'on-time' || standing === 'late';
  return reports
    .filter(({ name, periodName }) => matchesWords(`${name} · ${periodName}`, query))
    .sort((a, b) => Number(isIn(a)) - Number(isIn(b)) || a.dueOn.localeCompare(b.dueOn))
    .slice(0, MOST_OF_A_LIST)
    .map(({ dutyId, key, unitId, name, periodName }) => ({
      to: `/reports/${dutyId}/${key}/units/${unitId}`,
      title: `${name} · ${periodName}`,
      kind: t('reports.searchKind'),
    }));
};

const findDuties: SearchSource = async ({ query, t, hasRight, queries }) => {
  if (!query.trim() || !hasRight('report.declare')) return [];
  const { duties } = await queries.fetchQuery({
    queryKey: ['duties'],
    queryFn: () => api.findDuties(),
    staleTime: KEEP_LISTS_MS,
  });
  return duties
    .filter(({ name }) => matchesWords(name, query))
    .slice(0, MOST_OF_A_LIST)
    .map(({ dutyId, name }) => ({
      to: `/reports/duties/${dutyId}`,
      title: name,
      kind: t('reports.dutySearchKind'),
    }));
};

const findUnits: SearchSource = async ({ query, t, hasRight, queries }) => {
  if (!query || !hasRight('units.read')) return [];
  const { units, aliases } = await queries.fetchQuery(unitsQuery);
  const wordsOf = (unitId: string) => aliases.filter((one) => one.unitId === unitId).map(({ alias }) => alias);
  return units
    .filter(({ unitId, name, shortName }) => matchesWords([name, shortName, ...wordsOf(unitId)].join(' · '), query))
    .slice(0, MOST_OF_A_LIST)
    .map(({ unitId, name }) => ({ to: '/units', search: { unit: unitId }, title: name, kind: t('units.searchKind') }));
};

const findUsers: SearchSource = async ({ query, t, hasRight, queries }) => {
  if (!query || !hasRight('users.read')) return [];
  const { users } = await queries.fetchQuery({
    queryKey: ['users'],
    queryFn: () => api.findUsers(),
    staleTime: KEEP_LISTS_MS,
  });
  return users
    .filter(({ displayName, username }) => matchesWords(`${displayName} · ${username}`, query))
    .slice(0, MOST_OF_A_LIST)
    .map(({ userId, displayName }) => ({
      to: '/users',
      search: { user: userId },
      title: displayName,
      kind: t('identity.searchKind'),
    }));
};

const findRegisters: SearchSource = async ({ query, t, hasRight, queries }) => {
  if (!query || !hasRight('register.read')) return [];
  const { registers } = await queries.fetchQuery({ ...shelfQuery, staleTime: KEEP_LISTS_MS });
  return registers
    .filter(({ name }) => matchesWords(`${name.vi} · ${name.en}`, query))
    .slice(0, MOST_OF_A_LIST)
    .map(({ key, name }) => ({
      to: `/registers/${key}`,
      title: name[language.get()],
      kind: t('registers.searchKind'),
    }));
};

const LEAST_LETTERS = 2;

const findRegisterRecords: SearchSource = async ({ query, hasRight, signal }) => {
  if (query.trim().length < LEAST_LETTERS || !hasRight('register.read')) return [];
  const { records } = await api.searchRecords({ query: { search: query, limit: MOST_TASKS }, signal });
  return records.map(({ registerKey, registerName, recordId, title }) => ({
    to: `/registers/${registerKey}/records/${recordId}`,
    title: title ?? registerName[language.get()],
    kind: registerName[language.get()],
  }));
};

/** Everything Ctrl-K looks in. A slice adds its own source here. */
export const searchSources: readonly SearchSource[] = [
  findPages,
  findTasks,
  findPlans,
  findOwnReports,
  findDuties,
  findRegisters,
  findRegisterRecords,
  findUnits,
  findUsers,
];
