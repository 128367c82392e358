import { Decimal, roundHalfUp } from '../../../../kernel/decimal.ts';
import type { MeasureCell, MeasureDefinition, MeasureFigures } from '../../index.ts';

type Kind = MeasureDefinition['kind'];
export type Target = NonNullable<MeasureDefinition['target']>;

const [PERCENT, SHOWN_DIGITS, MONTHS] = [100, 2, 12] as const;
const of = (text: string | undefined): Decimal => new Decimal(text ?? 0);

function shareOf(above: Decimal, below: Decimal): string | null {
  return below.isZero() ? null : above.times(PERCENT).dividedBy(below).toFixed();
}

/** The one number that a measure says, exact; null where there is nothing to say it of (a share of no records). */
export function figureOf(kind: Kind, figures: MeasureFigures | null): string | null {
  if (figures === null) return null;
  switch (kind) {
    case 'share':
      return shareOf(of(figures.numerator), of(figures.denominator));
    case 'lateness':
      return shareOf(of(figures.expected).minus(of(figures.late)).minus(of(figures.missing)), of(figures.expected));
    case 'count':
      return figures.count ?? figures.value ?? null;
    case 'average':
      if (figures.numerator !== undefined && figures.denominator !== undefined)
        return of(figures.denominator).isZero()
          ? null
          : of(figures.numerator).dividedBy(of(figures.denominator)).toFixed();
      return figures.value ?? null;
    default:
      return figures.value ?? null;
  }
}

/** As shown: two digits, half up. */
export function shownFigure(value: string): string {
  return roundHalfUp(new Decimal(value), SHOWN_DIGITS).toFixed();
}

const compare = {
  '>=': (order: number) => order >= 0,
  '>': (order: number) => order > 0,
  '=': (order: number) => order === 0,
  '<': (order: number) => order < 0,
  '<=': (order: number) => order <= 0,
} as const;

/** Whether the target is reached by the exact number, not by the rounded one; null where either is missing. */
export function isReached(target: Target | null, value: string | null): boolean | null {
  if (target === null || value === null) return null;
  return compare[target.op](new Decimal(value).comparedTo(new Decimal(target.value)));
}

const added = (a: string | undefined, b: string | undefined): string | undefined =>
  a === undefined && b === undefined ? undefined : of(a).plus(of(b)).toFixed();

const FIGURES = ['numerator', 'denominator', 'count', 'value', 'expected', 'late', 'missing'] as const;

function sum(a: MeasureFigures, b: MeasureFigures): MeasureFigures {
  return Object.fromEntries(
    FIGURES.flatMap((name) => {
      const total = added(a[name], b[name]);
      return total === undefined ? [] : [[name, total]];
    }),
  );
}

/** Kinds whose months add up to the year; of the others each month stands for itself. */
const ADDS_UP: ReadonlySet<Kind> = new Set(['count', 'sum', 'share', 'lateness']);

/**
 * A year as twelve numbers, each from January up to its month: what the year stood at then, which is what a target is
 * held against. An average and a latest value are those of the month itself.
 *
 * @param lastMonth months after it are not there yet (1–12)
 */
export function yearLineOf(
  kind: Kind,
  cells: readonly Pick<MeasureCell, 'month' | 'figures'>[],
  lastMonth: number,
): (string | null)[] {
  const byMonth = new Map(cells.map((cell) => [Number(cell.month?.slice(-2)), cell.figures]));
  let total: MeasureFigures = {};
  return Array.from({ length: MONTHS }, (_, at) => {
    if (at + 1 > lastMonth) return null;
    const figures = byMonth.get(at + 1);
    if (!ADDS_UP.has(kind)) return figures ? figureOf(kind, figures) : null;
    total = figures ? sum(total, figures) : total;
    return Object.keys(total).length ? figureOf(kind, total) : null;
  });
}

/** Difference to last year; null where either year says nothing. */
export function changeOf(now: string | null, before: string | null): string | null {
  return now === null || before === null ? null : new Decimal(now).minus(new Decimal(before)).toFixed();
}
