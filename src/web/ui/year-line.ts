import { Decimal } from '../../kernel/decimal.ts';

/** Twelve months, January first; null where nothing is known. Decimals as the server sends them. */
export type YearValues = readonly (string | null)[];

export type Point = { readonly x: number; readonly y: number };
export type YearLineDrawing = {
  /** Unbroken parts of the line; a month without a figure breaks it. */
  readonly now: readonly (readonly Point[])[];
  readonly before: readonly (readonly Point[])[];
  readonly targetY: number | null;
  readonly end: Point | null;
};

type Frame = { readonly width: number; readonly height: number; readonly edge: number };
const LAST_MONTH = 11;

function partsOf(points: readonly (Point | null)[]): Point[][] {
  const parts: Point[][] = [[]];
  for (const point of points) {
    if (point) parts.at(-1)?.push(point);
    else parts.push([]);
  }
  return parts.filter(({ length }) => length > 0);
}

/** Where the lines of this year and last year and the target stand; only for drawing, so rounding is no matter. */
export function drawYearLine(
  values: { readonly now: YearValues; readonly before: YearValues; readonly target: string | null },
  { width, height, edge }: Frame,
): YearLineDrawing {
  const figures = [...values.now, ...values.before, values.target].flatMap((value) =>
    value === null ? [] : [new Decimal(value).toNumber()],
  );
  const [low, high] = [Math.min(...figures), Math.max(...figures)];
  const range = high - low;
  const yOf = (value: string): number => {
    const share = range > 0 ? (new Decimal(value).toNumber() - low) / range : 0.5;
    return height - edge - share * (height - 2 * edge);
  };
  const points = (list: YearValues): (Point | null)[] =>
    list.map((value, month) =>
      value === null ? null : { x: edge + (month / LAST_MONTH) * (width - 2 * edge), y: yOf(value) },
    );
  const now = points(values.now);
  return {
    now: partsOf(now),
    before: partsOf(points(values.before)),
    targetY: values.target === null ? null : yOf(values.target),
    end: now.findLast((point) => point !== null) ?? null,
  };
}

export function pathOf(part: readonly Point[]): string {
  const place = ({ x, y }: Point): string => `${x.toFixed(1)} ${y.toFixed(1)}`;
  const [first, ...others] = part;
  if (!first) return '';
  // One point alone is drawn as a short dash.
  return others.length ? `M${place(first)}L${others.map(place).join('L')}` : `M${place(first)}h1`;
}
