import { queryOptions } from '@tanstack/react-query';
import { type CivilDate, dayNumberOf, parseCivilDate, toDayNumber } from '../../../kernel/civil-date.ts';
import { Decimal } from '../../../kernel/decimal.ts';
import { api, type GetIndexAnswer } from '../../../web/client.generated.ts';
import { type CriteriaSet, parseCriteriaSet } from '../../criteria/index.ts';
import { forecastSet, type Outlook, type SetForecast } from '../../forecast/index.ts';
import {
  type Contender,
  type Measures,
  type Place,
  rank,
  type SetPoints,
  startWhatIf,
  type TieRule,
  type WhatIf,
} from '../../scoring/index.ts';
import { type LeafFigure, whatCounts } from '../rules/what-counts.ts';

export const indexQuery = (year: number) =>
  queryOptions({ queryKey: ['index', year], queryFn: ({ signal }) => api.getIndex({ query: { year }, signal }) });

/** A year of the index as the pages show it: scored in the browser with the same rules as on the server. */
export type IndexOnScreen = {
  readonly data: GetIndexAnswer;
  readonly set: CriteriaSet;
  readonly today: CivilDate;
  readonly measures: Measures;
  readonly start: WhatIf;
  readonly forecast: SetForecast;
  /** What counts for each leaf now and where it comes from; after the closing the frozen figures score. */
  readonly figures: FiguresOnScreen;
  /** Final points of last year by this year's leaf; a leaf that was split is known by its ratio only. */
  readonly lastYear: ReadonlyMap<string, Decimal>;
  /** 0–1, of the maximum of that year. */
  readonly lastRatio: ReadonlyMap<string, Decimal>;
};

/** Share of the year that has passed on a day, 0–1; a year that is over is 1. */
export function elapsedShare(year: number, today: CivilDate): number {
  const [first, next] = [dayNumberOf(year, 1, 1), dayNumberOf(year + 1, 1, 1)];
  return Math.min(1, Math.max(0, (toDayNumber(today) - first) / (next - first)));
}

/** What counts for each leaf now, with where it comes from. */
export type FiguresOnScreen = ReadonlyMap<string, LeafFigure>;

function figuresNow(set: CriteriaSet, { measures, ties }: GetIndexAnswer): Map<string, LeafFigure> {
  const entered = new Map(measures.map(({ leafCode, input }) => [leafCode, input]));
  const tied = Map.groupBy(ties, ({ leafCode }) => leafCode);
  return new Map(
    set.leaves.map((leaf) => [leaf.code, whatCounts(leaf, tied.get(leaf.code) ?? [], entered.get(leaf.code) ?? null)]),
  );
}

/** Frozen figures count from the closing date on; before that what stands now. Bonus and penalty are entered by hand. */
function measuresOf(data: GetIndexAnswer, figures: FiguresOnScreen): Measures {
  const known = <Input>(pairs: readonly (readonly [string, Input | null])[]) =>
    Object.fromEntries(pairs.filter(([, input]) => input !== null));
  if (data.settings?.frozenAt) return known(data.frozen.map(({ leafCode, input }) => [leafCode, input] as const));
  const extras = data.measures.filter(({ leafCode }) => !figures.has(leafCode));
  return known([
    ...extras.map(({ leafCode, input }) => [leafCode, input] as const),
    ...[...figures].map(([code, { input }]) => [code, input] as const),
  ]);
}

/** Last year's points where this year's set has them: of one leaf as they are, of merged ones together. */
function lastYearOf({ carried }: GetIndexAnswer): Pick<IndexOnScreen, 'lastYear' | 'lastRatio'> {
  const lastYear = new Map<string, Decimal>();
  const lastRatio = new Map<string, Decimal>();
  for (const { link, points, oldRatio } of carried) {
    const [only] = link.to;
    if (points !== null && only !== undefined && link.to.length === 1) lastYear.set(only, new Decimal(points));
    if (oldRatio !== null) for (const code of link.to) lastRatio.set(code, new Decimal(oldRatio));
  }
  return { lastYear, lastRatio };
}

/** What is known of a leaf: measured so far and until when, last year, and its open tasks with their deadlines. */
function outlookOf(
  code: string,
  data: GetIndexAnswer,
  { measures, figures, lastRatio }: Pick<IndexOnScreen, 'measures' | 'figures' | 'lastRatio'>,
  today: CivilDate,
): Outlook {
  const last = lastRatio.get(code);
  const open = data.tasks.filter(({ leafCode, state }) => leafCode === code && state !== 'done');
  const days = open.flatMap(({ dueOn }) => parseCivilDate(dueOn ?? '') ?? []).sort();
  const closing = data.settings?.closingOn ?? `${data.year}-12-31`;
  const [nextDue] = days.filter((day) => day >= today);
  const entered = data.measures.find(({ leafCode }) => leafCode === code);
  const until = figures.get(code)?.source === 'entered' ? parseCivilDate(entered?.extractedOn ?? '') : null;
  return {
    measure: measures[code],
    ...(until && !data.settings?.frozenAt ? { elapsed: elapsedShare(data.year, until) } : {}),
    ...(last ? { lastYear: Math.min(1, last.toNumber()) } : {}),
    ...(open.length ? { openTasks: open.length, overdueTasks: days.filter((day) => day < today).length } : {}),
    ...(open.length ? { tasksAfterClosing: days.filter((day) => day > closing).length } : {}),
    ...(nextDue ? { nextDue } : {}),
  };
}

function forecastOf(
  set: CriteriaSet,
  data: GetIndexAnswer,
  known: Pick<IndexOnScreen, 'measures' | 'figures' | 'lastRatio'>,
  today: CivilDate,
): SetForecast {
  const outlooks = set.leaves.map(({ code }) => [code, outlookOf(code, data, known, today)] as const);
  const elapsed = data.settings?.frozenAt ? 1 : elapsedShare(data.year, today);
  return forecastSet(set, Object.fromEntries(outlooks), elapsed);
}

/** Null where no set was chosen for the year yet. */
export function indexOnScreen(data: GetIndexAnswer, today: string): IndexOnScreen | null {
  const parsed = data.source === null ? null : parseCriteriaSet(data.source, 'set.yaml');
  const day = parseCivilDate(today);
  if (!parsed?.ok || day === null) return null;
  const set = parsed.value;
  const figures = figuresNow(set, data);
  const measures = measuresOf(data, figures);
  const last = lastYearOf(data);
  return {
    data,
    set,
    today: day,
    measures,
    figures,
    start: startWhatIf(set, measures),
    forecast: forecastOf(set, data, { measures, figures, lastRatio: last.lastRatio }, day),
    ...last,
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

/** How equal results share places this year, as the office keeps it. */
export const tiesOf = ({ settings }: Pick<GetIndexAnswer, 'settings'>): TieRule => settings?.ties ?? 'skip';

/** Where a score would stand among the others; null where nobody else is known. */
export function placeAmong(others: readonly Contender[], own: string, points: SetPoints, ties: TieRule): Place | null {
  if (!others.length || !points.percent) return null;
  return rank([...others, { name: own, percent: points.percent }], ties).find(({ name }) => name === own) ?? null;
}
