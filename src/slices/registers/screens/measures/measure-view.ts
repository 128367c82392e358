import type { FindMeasuresAnswer } from '../../../../web/client.generated.ts';
import { matchesWords } from '../../../../web/ui/table.ts';
import type { RegisterDeclaration } from '../../index.ts';
import { changeOf, figureOf, isReached, yearLineOf } from './measure-figures.ts';

export type MeasureAnswer = FindMeasuresAnswer['measures'][number];
export type Area = RegisterDeclaration['group'] | 'other';

/** A measure with everything that its card and its row say, worked out once. */
export type MeasureView = {
  readonly measure: MeasureAnswer;
  readonly area: Area;
  readonly now: string | null;
  readonly before: string | null;
  readonly change: string | null;
  readonly isReached: boolean | null;
  readonly line: readonly (string | null)[];
  readonly lastLine: readonly (string | null)[];
};

const MONTHS = 12;

/** Months of a year that have begun by today: all of a past year, none of one to come. */
export function lastMonthOf(year: number, today: string): number {
  const [thisYear, month] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))];
  if (year < thisYear) return MONTHS;
  return year === thisYear ? month : 0;
}

type Asked = { readonly year: number; readonly today: string; readonly areaOf: (registerKey: string) => Area };

export function viewOfMeasure(measure: MeasureAnswer, { year, today, areaOf }: Asked): MeasureView {
  const { kind, target, register } = measure;
  const now = figureOf(kind, measure.now);
  const before = figureOf(kind, measure.lastYear);
  return {
    measure,
    area: register ? areaOf(register.key) : 'other',
    now,
    before,
    change: changeOf(now, before),
    isReached: isReached(target, now),
    line: yearLineOf(kind, measure.months, lastMonthOf(year, today)),
    lastLine: yearLineOf(kind, measure.lastMonths, MONTHS),
  };
}

export const shows = ['missing', 'below', 'reached'] as const;

function isShown({ measure: { gap }, isReached: reached }: MeasureView, show: string | undefined): boolean {
  switch (show) {
    case 'missing':
      return gap !== null;
    case 'below':
      return reached === false;
    case 'reached':
      return reached === true;
    default:
      return true;
  }
}

export type MeasureWords = Readonly<Record<string, string>>;

/** The measures that the address asks for: by area, missing only, below target, by words. */
export function findViews(views: readonly MeasureView[], search: MeasureWords): readonly MeasureView[] {
  const { area, show, q = '', leaf } = search;
  return views.filter((view) => {
    const { label, register, leaves } = view.measure;
    const words = [label.vi, label.en, register?.name.vi ?? '', ...leaves].join(' · ');
    return (
      (!area || view.area === area) &&
      isShown(view, show) &&
      (!leaf || leaves.includes(leaf)) &&
      (!q || matchesWords(words, q))
    );
  });
}
