import { queryOptions } from '@tanstack/react-query';
import { type CivilDate, dayNumberOf, parseCivilDate, toDayNumber } from '../../../kernel/civil-date.ts';
import { Decimal } from '../../../kernel/decimal.ts';
import { api, type GetIndexAnswer } from '../../../web/client.generated.ts';
import { type CriteriaSet, parseCriteriaSet } from '../../criteria/index.ts';
import { forecastSet, type SetForecast } from '../../forecast/index.ts';
import {
  type Contender,
  type Measures,
  type Place,
  rank,
  type SetPoints,
  startWhatIf,
  type WhatIf,
} from '../../scoring/index.ts';

export const indexQuery = (year: number) =>
  queryOptions({ queryKey: ['index', year], queryFn: ({ signal }) => api.getIndex({ query: { year }, signal }) });

/** A year of the index as the pages show it: scored in the browser with the same rules as on the server. */
export type IndexOnScreen = {
  readonly data: GetIndexAnswer;
  readonly set: CriteriaSet;
  readonly measures: Measures;
  readonly start: WhatIf;
  readonly forecast: SetForecast;
  /** Final points of last year by leaf, for the leaves that this year's set still has. */
  readonly lastYear: ReadonlyMap<string, Decimal>;
};

/** Share of the year that has passed on a day, 0–1; a year that is over is 1. */
export function elapsedShare(year: number, today: CivilDate): number {
  const [first, next] = [dayNumberOf(year, 1, 1), dayNumberOf(year + 1, 1, 1)];
  return Math.min(1, Math.max(0, (toDayNumber(today) - first) / (next - first)));
}

/** Frozen figures count once there are any; before that the newest ones. */
function measuresOf({ measures, frozen }: GetIndexAnswer): Measures {
  const entries = frozen.length ? frozen : measures;
  return Object.fromEntries(entries.flatMap(({ leafCode, input }) => (input === null ? [] : [[leafCode, input]])));
}

function forecastOf(
  set: CriteriaSet,
  data: GetIndexAnswer,
  measures: Measures,
  lastYear: IndexOnScreen['lastYear'],
  today: CivilDate,
): SetForecast {
  const outlooks = set.leaves.map(({ code, max }) => {
    const last = lastYear.get(code);
    const openTasks = data.tasks.filter((task) => task.leafCode === code && task.state !== 'done');
    const overdue = openTasks.filter(({ dueOn }) => dueOn !== null && dueOn < today).length;
    return [
      code,
      {
        measure: measures[code],
        ...(last && !max.isZero() ? { lastYear: Math.min(1, last.dividedBy(max).toNumber()) } : {}),
        ...(openTasks.length ? { openTasks: openTasks.length, overdueTasks: overdue } : {}),
      },
    ] as const;
  });
  const elapsed = data.frozen.length ? 1 : elapsedShare(data.year, today);
  return forecastSet(set, Object.fromEntries(outlooks), elapsed);
}

/** Null where no set was chosen for the year yet. */
export function indexOnScreen(data: GetIndexAnswer, today: string): IndexOnScreen | null {
  const parsed = data.source === null ? null : parseCriteriaSet(data.source, 'set.yaml');
  const day = parseCivilDate(today);
  if (!parsed?.ok || day === null) return null;
  const set = parsed.value;
  const measures = measuresOf(data);
  const codes = new Set(set.leaves.map(({ code }) => code));
  const lastYear = new Map(
    data.lastYear.flatMap(({ leafCode, points }) =>
      codes.has(leafCode) ? [[leafCode, new Decimal(points)] as const] : [],
    ),
  );
  return {
    data,
    set,
    measures,
    start: startWhatIf(set, measures),
    forecast: forecastOf(set, data, measures, lastYear, day),
    lastYear,
  };
}

/** Computed points of the leaves that apply and have some, by code. */
export const computedPoints = ({ leaves }: SetPoints): Record<string, Decimal> =>
  Object.fromEntries(
    leaves.flatMap(({ leaf, points, isApplicable }) => (isApplicable && points ? [[leaf.code, points]] : [])),
  );

export const sumOfCodes = (codes: readonly string[], points: ReadonlyMap<string, Decimal>): Decimal | null => {
  const known = codes.flatMap((code) => points.get(code) ?? []);
  return known.length ? known.reduce((sum, value) => sum.plus(value), new Decimal(0)) : null;
};

/** The other departments as published, this year's list or, before that, last year's. */
export function otherContenders({ ranking, lastRanking }: GetIndexAnswer): Contender[] {
  const published = ranking.some(({ isOwn }) => !isOwn) ? ranking : lastRanking;
  return published.filter(({ isOwn }) => !isOwn).map(({ name, points }) => ({ name, percent: new Decimal(points) }));
}

/** Where a score would stand among the others; null where nobody else is known. */
export function placeAmong(others: readonly Contender[], own: string, points: SetPoints): Place | null {
  if (!others.length || !points.percent) return null;
  return rank([...others, { name: own, percent: points.percent }], 'skip').find(({ name }) => name === own) ?? null;
}
