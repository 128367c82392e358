import type { Bitmap } from './bitmap.ts';
import { inkThreshold } from './bitmap.ts';

/** A page lies straighter than this in any scanner worth the name; more would be another picture. */
const WIDEST_DEGREES = 4;
const COARSE_STEP = 0.5;
const FINE_STEP = 0.05;
/** Enough ink to feel the lines by. */
const SAMPLE_PIXELS = 40_000;

/**
 * By how many degrees the lines of a page fall to the right. At the right angle rows are either full of ink or blank, so
 * the ink in neighbouring rows differs most.
 */
export function measureSkew(bitmap: Bitmap): number {
  const ink = sampleInk(bitmap);
  const best = (centre: number, reach: number, step: number): number => {
    const count = Math.round((2 * reach) / step) + 1;
    const angles = Array.from({ length: count }, (_unused, index) => centre - reach + index * step);
    return angles.reduce((a, b) => (contrast(ink, b) > contrast(ink, a) ? b : a));
  };
  if (ink.length < 200) return 0;
  return best(best(0, WIDEST_DEGREES, COARSE_STEP), COARSE_STEP, FINE_STEP);
}

type Point = readonly [x: number, y: number];

function sampleInk(bitmap: Bitmap): Point[] {
  const threshold = inkThreshold(bitmap);
  const points: Point[] = [];
  const step = Math.max(1, Math.round(bitmap.width / 800));
  for (let y = 0; y < bitmap.height; y += step) {
    for (let x = 0; x < bitmap.width; x += step) {
      if ((bitmap.data[y * bitmap.width + x] ?? 255) <= threshold) points.push([x / step, y / step]);
    }
  }
  const thinning = Math.ceil(points.length / SAMPLE_PIXELS);
  return points.filter((_point, index) => index % thinning === 0);
}

function contrast(ink: readonly Point[], degrees: number): number {
  const slope = Math.tan((degrees * Math.PI) / 180);
  const rows = new Map<number, number>();
  for (const [x, y] of ink) {
    const row = Math.round(y - x * slope);
    rows.set(row, (rows.get(row) ?? 0) + 1);
  }
  return [...rows].reduce((sum, [row, count]) => sum + (count - (rows.get(row - 1) ?? 0)) ** 2, 0);
}
