import { Decimal } from '../../../../kernel/decimal.ts';
import type { MeasureFigures } from '../../../registers/index.ts';

export type MonthPoint = { readonly month: string; readonly value: number | null };

/** The one number of a cell that a line can show: the share in percent, else the value, the count or what was late. */
export function numberOfCell({ numerator, denominator, value, count, late, missing }: MeasureFigures): Decimal | null {
  if (numerator !== undefined && denominator !== undefined)
    return new Decimal(denominator).isZero() ? null : new Decimal(numerator).times(100).dividedBy(denominator);
  if (value !== undefined || count !== undefined) return new Decimal(value ?? count ?? 0);
  return late === undefined ? null : new Decimal(late).plus(missing ?? 0);
}

type Cell = { readonly month: string | null; readonly figures: MeasureFigures };

/** The months of the span that have figures, in order; a month without any is a gap, not a zero. */
export function monthPoints(cells: readonly Cell[]): MonthPoint[] {
  return cells
    .flatMap(({ month, figures }) =>
      month === null ? [] : [{ month, value: numberOfCell(figures)?.toNumber() ?? null }],
    )
    .sort((a, b) => a.month.localeCompare(b.month));
}

/** Where the points of a line are drawn. Last year's months lie under this year's. */
export function placeMonths(
  points: readonly MonthPoint[],
  box: { readonly width: number; readonly height: number; readonly low: number; readonly high: number },
): { readonly x: number; readonly y: number }[] {
  const span = box.high - box.low || 1;
  return points.flatMap(({ month, value }) => {
    if (value === null) return [];
    const at = Number(month.slice(5, 7)) - 1;
    return [{ x: (at / 11) * box.width, y: box.height - ((value - box.low) / span) * box.height }];
  });
}
