import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { DrawnRules, HorizontalRule, VerticalRule } from '../layout/page-content.ts';

/** [a b c d e f] of x' = a·x + c·y + e, y' = b·x + d·y + f. */
export type Matrix = readonly number[];

export type OperatorList = { readonly fnArray: readonly number[]; readonly argsArray: readonly unknown[] };

/** Thicker strokes are shading, shorter ones dots, arrows and letters drawn as shapes. */
const THICKEST = 3;
const SHORTEST = 6;
/** Dots further apart are a leader between words; shorter chains are nothing. */
const DOT_GAP = 3;
const SHORTEST_CHAIN = 30;
const MOST_RULES = 2000;

/** Path commands as pdfjs packs them, with how many numbers follow each. */
const MOVE = 0;
const LINE = 1;
const NUMBERS_AFTER = [2, 2, 6, 4, 0];

const STROKED: ReadonlySet<number> = new Set([
  OPS.stroke,
  OPS.closeStroke,
  OPS.fillStroke,
  OPS.eoFillStroke,
  OPS.closeFillStroke,
  OPS.closeEOFillStroke,
]);
const FILLED: ReadonlySet<number> = new Set([OPS.fill, OPS.eoFill]);

export function multiply(outer: Matrix, inner: Matrix): Matrix {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = outer;
  const [g = 1, h = 0, i = 0, j = 1, k = 0, l = 0] = inner;
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}

/** Straight horizontal and vertical lines of a page, whether stroked or filled as thin rectangles. */
export function collectRules(operators: OperatorList, viewport: Matrix): DrawnRules {
  const horizontals: HorizontalRule[] = [];
  const verticals: VerticalRule[] = [];
  const dots: Segment[] = [];
  walkPaths(operators, viewport, (painting, path, matrix) => {
    for (const segment of segmentsOf(painting, path, matrix)) {
      const { left, top, right, bottom } = segment;
      const [width, height] = [right - left, bottom - top];
      if (height <= THICKEST && width >= SHORTEST) horizontals.push({ y: (top + bottom) / 2, left, right });
      else if (width <= THICKEST && height >= SHORTEST) verticals.push({ x: (left + right) / 2, top, bottom });
      else if (width < SHORTEST && height < SHORTEST) dots.push(segment);
    }
  });
  for (const [y, left, right] of chainDots(dots, (dot) => [dot.top, dot.left, dot.right])) {
    horizontals.push({ y, left, right });
  }
  for (const [x, top, bottom] of chainDots(dots, (dot) => [dot.left, dot.top, dot.bottom])) {
    verticals.push({ x, top, bottom });
  }
  return {
    horizontals: longest(horizontals, ({ left, right }) => right - left),
    verticals: longest(verticals, ({ top, bottom }) => bottom - top),
  };
}

/** Maps and charts draw lines by the ten thousand; no table has so many. */
function longest<Rule>(rules: readonly Rule[], lengthOf: (rule: Rule) => number): readonly Rule[] {
  if (rules.length <= MOST_RULES) return rules;
  return [...rules].sort((a, b) => lengthOf(b) - lengthOf(a)).slice(0, MOST_RULES);
}

type Chain = readonly [at: number, from: number, to: number];

/** Word draws a dotted border dot by dot: dots in one line, each near the last, are a rule. */
function chainDots(dots: readonly Segment[], along: (dot: Segment) => Chain): Chain[] {
  const line = (at: number): number => Math.round(at * 2);
  const places = dots.map(along).sort((a, b) => line(a[0]) - line(b[0]) || a[1] - b[1]);
  const chains: Chain[] = [];
  for (const place of places) {
    const [at, from, to] = place;
    const last = chains.at(-1);
    if (last && line(last[0]) === line(at) && from - last[2] <= DOT_GAP) {
      chains.splice(-1, 1, [last[0], last[1], Math.max(last[2], to)]);
    } else {
      chains.push(place);
    }
  }
  return chains.filter(([, from, to]) => to - from >= SHORTEST_CHAIN);
}

type OnPath = (painting: number, path: ArrayLike<number>, matrix: Matrix) => void;

/** Follows the current transformation through the page's operators. */
function walkPaths({ fnArray, argsArray }: OperatorList, viewport: Matrix, onPath: OnPath): void {
  const saved: Matrix[] = [];
  let matrix = viewport;
  fnArray.forEach((operator, index) => {
    const args = argsArray[index];
    if (operator === OPS.save) saved.push(matrix);
    else if (operator === OPS.restore) matrix = saved.pop() ?? viewport;
    else if (operator === OPS.transform) matrix = multiply(matrix, args as number[]);
    else if (operator === OPS.paintFormXObjectBegin) {
      saved.push(matrix);
      const form = Array.isArray(args) ? args[0] : null;
      if (isNumbers(form)) matrix = multiply(matrix, Array.from(form));
    } else if (operator === OPS.paintFormXObjectEnd) matrix = saved.pop() ?? viewport;
    else if (operator === OPS.constructPath && Array.isArray(args)) {
      const path: unknown = Array.isArray(args[1]) ? args[1][0] : null;
      if (isNumbers(path)) onPath(Number(args[0]), path, matrix);
    }
  });
}

function isNumbers(value: unknown): value is ArrayLike<number> {
  return value instanceof Float32Array || (Array.isArray(value) && value.every((one) => typeof one === 'number'));
}

type Segment = { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number };

/** Stroked paths give each of their straight lines, filled ones the bounds of each closed part. */
function segmentsOf(painting: number, path: ArrayLike<number>, matrix: Matrix): Segment[] {
  if (STROKED.has(painting)) return straightLines(path, matrix);
  return FILLED.has(painting) ? partBounds(path, matrix) : [];
}

type Point = readonly [number, number];

function transformed(matrix: Matrix, x: number, y: number): Point {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = matrix;
  return [a * x + c * y + e, b * x + d * y + f];
}

function boundsOf(points: readonly Point[]): Segment {
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  return { left: Math.min(...xs), top: Math.min(...ys), right: Math.max(...xs), bottom: Math.max(...ys) };
}

/** The points of each part of the path; curves are kept by their end points only. */
function partsOf(path: ArrayLike<number>, matrix: Matrix): { points: Point[]; isClosed: boolean; hasCurve: boolean }[] {
  const parts: { points: Point[]; isClosed: boolean; hasCurve: boolean }[] = [];
  for (let at = 0; at < path.length; ) {
    const command = path[at] ?? 0;
    const count = NUMBERS_AFTER[command] ?? 0;
    if (command === MOVE || parts.length === 0) parts.push({ points: [], isClosed: false, hasCurve: false });
    const part = parts.at(-1);
    if (part && count >= 2) part.points.push(transformed(matrix, path[at + count - 1] ?? 0, path[at + count] ?? 0));
    if (part && command > LINE && count > 0) part.hasCurve = true;
    if (part && count === 0) part.isClosed = true;
    at += 1 + count;
  }
  return parts;
}

function straightLines(path: ArrayLike<number>, matrix: Matrix): Segment[] {
  return partsOf(path, matrix).flatMap(({ points, isClosed, hasCurve }) => {
    if (hasCurve) return [];
    const ring = isClosed && points[0] ? [...points, points[0]] : points;
    return ring.slice(1).map((point, index) => boundsOf([ring[index] ?? point, point]));
  });
}

function partBounds(path: ArrayLike<number>, matrix: Matrix): Segment[] {
  return partsOf(path, matrix)
    .filter(({ points, hasCurve }) => points.length >= 2 && !hasCurve)
    .map(({ points }) => boundsOf(points));
}
