/**
 * The least that a document must offer to have its figures checked: blocks in reading order, each with its place.
 * The reading slice's `SourceDocument` fits this shape; so does a report of our own before it goes out.
 */

/** Where a figure stands. The names are those of the reading slice's places. */
export type FigurePlace = {
  readonly page?: number;
  readonly block: number;
  readonly sheet?: string;
  readonly row?: number;
  readonly column?: number;
  /** Characters [from, to) of the block's or cell's text. */
  readonly from?: number;
  readonly to?: number;
  readonly box?: readonly [number, number, number, number];
};

export type CheckableParagraph = {
  readonly kind: 'paragraph';
  readonly text: string;
  readonly place: FigurePlace;
  /** The list sign that the format keeps outside the text: "-", "a)", "1.2." */
  readonly listMarker?: string;
};

export type CheckableCell = {
  readonly text: string;
  readonly place: FigurePlace;
  readonly columnSpan: number;
  readonly rowSpan: number;
};

export type CheckableTable = {
  readonly kind: 'table';
  /** A full grid; places covered by a merged cell hold null. */
  readonly rows: readonly (readonly (CheckableCell | null)[])[];
  readonly place: FigurePlace;
};

export type CheckableDocument = {
  readonly blocks: readonly (CheckableParagraph | CheckableTable)[];
  readonly footnotes?: readonly { readonly text: string; readonly place: FigurePlace }[];
};
