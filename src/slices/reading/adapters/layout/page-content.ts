/**
 * What stands on a page, wherever it comes from (drawing operators of a PDF, words and strokes of a scan). Points from
 * the top left corner, y downwards.
 */
export type PageContent = {
  readonly number: number;
  readonly width: number;
  readonly height: number;
  readonly pieces: readonly TextPiece[];
  readonly rules: DrawnRules;
};

/** Text set in one go: a word or a run of words on one baseline. */
export type TextPiece = {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly baseline: number;
  readonly size: number;
  readonly isBold: boolean;
  readonly isItalic: boolean;
  /** 0–1 where the characters were recognised rather than stored. */
  readonly confidence?: number;
};

export type HorizontalRule = { readonly y: number; readonly left: number; readonly right: number };
export type VerticalRule = { readonly x: number; readonly top: number; readonly bottom: number };

/** Straight lines drawn on the page: borders of tables, the line above footnotes, underlines. */
export type DrawnRules = {
  readonly horizontals: readonly HorizontalRule[];
  readonly verticals: readonly VerticalRule[];
};

export type Rectangle = {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
};

/** Left, top, width, height, in tenths of a point: as a `Place` keeps it. */
export function boxOf({ left, top, right, bottom }: Rectangle): [number, number, number, number] {
  const round = (value: number): number => Math.round(value * 10) / 10;
  return [round(left), round(top), round(right - left), round(bottom - top)];
}
