import { parseCivilDate, toDayNumber } from '../../../../kernel/civil-date.ts';
import { Decimal } from '../../../../kernel/decimal.ts';
import type { Translate } from '../../../../web/texts.ts';
import { figureText } from '../../../../web/ui/figures.ts';
import { courseOf, type ExpectedPlaces, expectedPlaces } from '../../rules/expected-place.ts';
import { type IndexOnScreen, otherContenders, tiesOf } from '../index-on-screen.ts';

/** What the head of the overview says and shows of the index. */
export type IndexOutlook = {
  readonly places: ExpectedPlaces | null;
  /** Sum of last year's final points; null where none are known. */
  readonly last: Decimal | null;
  /** Days until the figures close; null without a day, negative once it is over. */
  readonly daysLeft: number | null;
  readonly withoutFigures: number;
  /** Points lost now with no open task at their leaves. */
  readonly uncovered: { readonly points: Decimal; readonly leaves: number };
};

const sum = (values: readonly Decimal[]): Decimal => values.reduce((all, value) => all.plus(value), new Decimal(0));

export function outlookOf(index: IndexOnScreen, own: string): IndexOutlook {
  const { data, set, start, forecast, today } = index;
  const closing = parseCivilDate(data.settings?.closingOn ?? '');
  const worked = new Set(data.tasks.filter(({ state }) => state !== 'done').map(({ leafCode }) => leafCode));
  const losing = start.points.leaves.filter(
    ({ leaf, lost, isApplicable }) => isApplicable && lost?.greaterThan(0) && !worked.has(leaf.code),
  );
  const finals = data.lastYear.map(({ points }) => new Decimal(points));
  return {
    places: expectedPlaces({
      own,
      others: otherContenders(data),
      total: forecast.total,
      possible: forecast.possible,
      lastRanking: data.lastRanking,
      digits: set.scoring.rounding.total_decimals,
      ties: tiesOf(data),
    }),
    last: finals.length ? sum(finals) : null,
    daysLeft: closing ? toDayNumber(closing) - toDayNumber(today) : null,
    withoutFigures: start.points.leaves.filter(({ status }) => status === 'no-data').length,
    uncovered: { points: sum(losing.map(({ lost }) => lost ?? new Decimal(0))), leaves: losing.length },
  };
}

/** One sentence: which way the year goes, and what one more place takes. */
export function headlineOf({ places, last }: IndexOutlook, index: IndexOnScreen, t: Translate): string {
  const course = courseOf(places);
  const likely = figureText(index.forecast.total.likely.toDecimalPlaces(1).toFixed());
  const next =
    places?.toNext && places.likely > 1
      ? ` ${t('overview.next', { points: figureText(places.toNext.toDecimalPlaces(2, Decimal.ROUND_UP).toFixed()), place: places.likely - 1 })}`
      : '';
  if (course.kind === 'up' || course.kind === 'down') {
    const { from, to } = course;
    const span = from >= to ? String(to) : `${from}–${to}`;
    return `${t(`overview.course.${course.kind}`, { places: span })}${next}`;
  }
  if (course.kind === 'same') return `${t('overview.same', { place: places?.likely ?? 0 })}${next}`;
  if (!last) return t('overview.forecastOnly', { points: likely });
  const change = index.forecast.total.likely.minus(last).toDecimalPlaces(1);
  const amount = figureText(change.abs().toFixed());
  return change.isNegative()
    ? t('overview.below', { points: likely, change: amount })
    : t('overview.above', { points: likely, change: amount });
}
