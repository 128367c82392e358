import type { DrawnRules, HorizontalRule, VerticalRule } from '../layout/page-content.ts';
import type { Bitmap } from './bitmap.ts';

/** A stretch of ink along one row (or column) of pixels. */
type Run = { readonly at: number; readonly from: number; readonly to: number };

/** No stroke of a letter is as long as these, in points. */
const SHORTEST_HORIZONTAL = 36;
const SHORTEST_VERTICAL = 18;
/** Thicker bars are shading or pictures. */
const THICKEST = 4;
/** Dust and rough paper leave gaps in a line, in pixels. */
const GAP = 3;

const POINTS_PER_INCH = 72;

/** The straight lines printed on a page, and the page without them: recognition takes them for letters. */
export function takePrintedRules(
  bitmap: Bitmap,
  threshold: number,
  dpi: number,
): { rules: DrawnRules; without: Bitmap } {
  const pixels = (points: number): number => Math.round((points * dpi) / POINTS_PER_INCH);
  const points = (at: number): number => (at * POINTS_PER_INCH) / dpi;
  const { width, height } = bitmap;
  const across = findRuns(
    bitmap,
    threshold,
    { lines: height, length: width, step: 1, next: width },
    pixels(SHORTEST_HORIZONTAL),
  );
  const down = findRuns(
    bitmap,
    threshold,
    { lines: width, length: height, step: width, next: 1 },
    pixels(SHORTEST_VERTICAL),
  );
  const horizontals = stackRuns(across, pixels(THICKEST));
  const verticals = stackRuns(down, pixels(THICKEST));
  return {
    rules: {
      horizontals: horizontals.map(
        ({ at, from, to }): HorizontalRule => ({ y: points(at), left: points(from), right: points(to) }),
      ),
      verticals: verticals.map(
        ({ at, from, to }): VerticalRule => ({ x: points(at), top: points(from), bottom: points(to) }),
      ),
    },
    without: erase(bitmap, horizontals, verticals),
  };
}

/** How to walk a bitmap along its rows or its columns. */
type Direction = { readonly lines: number; readonly length: number; readonly step: number; readonly next: number };

function findRuns({ data }: Bitmap, threshold: number, direction: Direction, shortest: number): Run[] {
  const runs: Run[] = [];
  for (let line = 0; line < direction.lines; line += 1) {
    let [from, lastInk] = [-1, -1];
    const close = (): void => {
      if (from >= 0 && lastInk - from + 1 >= shortest) runs.push({ at: line, from, to: lastInk });
      from = -1;
    };
    for (let along = 0; along < direction.length; along += 1) {
      if ((data[line * direction.next + along * direction.step] ?? 255) > threshold) continue;
      if (from >= 0 && along - lastInk > GAP) close();
      if (from < 0) from = along;
      lastInk = along;
    }
    close();
  }
  return runs;
}

type Rule = Run & { readonly thickness: number };

/** Runs in neighbouring rows that lie over each other are one line; lines too thick are none. */
function stackRuns(runs: readonly Run[], thickest: number): Rule[] {
  const stacks: { first: number; last: number; from: number; to: number }[] = [];
  const open: typeof stacks = [];
  for (const { at, from, to } of runs) {
    while (open[0] && open[0].last < at - 1) open.shift();
    const stack = open.find(
      (candidate) => candidate.last >= at - 1 && from <= candidate.to + GAP && to >= candidate.from - GAP,
    );
    if (stack) {
      Object.assign(stack, { last: at, from: Math.min(stack.from, from), to: Math.max(stack.to, to) });
      open.splice(open.indexOf(stack), 1);
      open.push(stack);
    } else {
      const started = { first: at, last: at, from, to };
      stacks.push(started);
      open.push(started);
    }
  }
  return stacks
    .map(({ first, last, from, to }) => ({ at: (first + last) / 2, thickness: last - first + 1, from, to }))
    .filter(({ thickness }) => thickness <= thickest);
}

/** Paints the lines white, with a pixel around them for their blurred edges. */
function erase(bitmap: Bitmap, horizontals: readonly Rule[], verticals: readonly Rule[]): Bitmap {
  const data = Uint8Array.from(bitmap.data);
  const paint = (left: number, top: number, right: number, bottom: number): void => {
    for (let y = Math.max(0, top); y <= Math.min(bitmap.height - 1, bottom); y += 1) {
      data.fill(255, y * bitmap.width + Math.max(0, left), y * bitmap.width + Math.min(bitmap.width, right + 1));
    }
  };
  for (const { at, thickness, from, to } of horizontals) {
    paint(from - 1, Math.floor(at - thickness / 2) - 1, to + 1, Math.ceil(at + thickness / 2) + 1);
  }
  for (const { at, thickness, from, to } of verticals) {
    paint(Math.floor(at - thickness / 2) - 1, from - 1, Math.ceil(at + thickness / 2) + 1, to + 1);
  }
  return { ...bitmap, data };
}
