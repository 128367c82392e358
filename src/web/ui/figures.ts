import { Decimal, formatPaperNumber } from '../../kernel/decimal.ts';

/** A figure as the server sends it: a decimal written with a point ("80.567"), never a floating point sum. */
export type Figure = string | number;

const NO_BREAK = '\u00a0';

/** 80,567 */
export function figureText(value: Figure): string {
  return formatPaperNumber(value);
}

/** 67,31 % */
export function percentText(value: Figure): string {
  return `${formatPaperNumber(value)}${NO_BREAK}%`;
}

/** 8,75/13 */
export function pointsText(points: Figure, maximum: Figure): string {
  return `${figureText(points)}/${figureText(maximum)}`;
}

export type Direction = 'up' | 'down' | 'same';

export function directionOf(change: Figure): Direction {
  const sign = new Decimal(change).comparedTo(0);
  if (sign === 0) return 'same';
  return sign > 0 ? 'up' : 'down';
}

const SIGNS = { up: '▲', down: '▼', same: '=' } as const satisfies Record<Direction, string>;

/** ▼ 10,933 */
export function changeText(change: Figure): string {
  const direction = directionOf(change);
  if (direction === 'same') return `${SIGNS.same}${NO_BREAK}0`;
  return `${SIGNS[direction]}${NO_BREAK}${figureText(new Decimal(change).abs().toFixed())}`;
}

/** Share of `whole`, 0–1, for drawing only: what is drawn may be rounded, what is written may not. */
export function shareOf(part: Figure, whole: Figure): number {
  const all = Number(whole);
  return all > 0 ? Math.min(1, Math.max(0, Number(part) / all)) : 0;
}
