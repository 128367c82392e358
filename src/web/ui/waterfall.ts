import { Decimal } from '../../kernel/decimal.ts';
import type { Figure } from './figures.ts';

export type WaterfallKind = 'total' | 'done' | 'doing' | 'risk' | 'lost';
export type WaterfallStep = { key: string; label: string; points: Figure; kind: WaterfallKind };
export type PlacedStep = WaterfallStep & { top: number; height: number };

/**
 * Places each step of lost points under the one before: the first stands on the ground, every other hangs from where
 * the last one ended, so that a set which adds up ends on the ground.
 *
 * @param drawn height of the tallest step in drawing units
 */
export function placeSteps(steps: readonly WaterfallStep[], drawn: number): PlacedStep[] {
  const tallest = steps.reduce((most, { points }) => Decimal.max(most, points), new Decimal(0));
  const scale = tallest.isZero() ? 0 : drawn / tallest.toNumber();
  let top = new Decimal(0);
  return steps.map((step) => {
    const isWhole = step.kind === 'total';
    const placed = {
      ...step,
      top: isWhole ? drawn - Number(step.points) * scale : top.toNumber() * scale,
      height: Number(step.points) * scale,
    };
    top = isWhole ? tallest.minus(step.points) : top.plus(step.points);
    return placed;
  });
}
