/**
 * A document as every format adapter gives it: blocks in reading order, each with its place.
 * What a plan says is found in these; nothing below this line knows whether it came from Word, PDF, a scan or plain text.
 */

/** Where something stands in its file. Pages and table parts count from 1, paragraphs and characters from 0. */
export type Place = {
  readonly page?: number;
  /** Index of the block in `SourceDocument.blocks`. */
  readonly block: number;
  readonly sheet?: string;
  readonly row?: number;
  readonly column?: number;
  /** Characters [from, to) inside the block's or cell's text. */
  readonly from?: number;
  readonly to?: number;
  /** Left, top, width, height on the page, in points from the top left corner. */
  readonly box?: readonly [number, number, number, number];
  /** Where a paragraph or a row that the end of a page cut goes on. */
  readonly goesOn?: readonly PlaceOnPage[];
};

/** A page and the box on it, as in `Place`. */
export type PlaceOnPage = { readonly page: number; readonly box: readonly [number, number, number, number] };

/**
 * Resolution at which scans are recognised and pages are shown: a place's box in points is `box × PAGE_DPI / 72` pixels
 * of the page's picture.
 */
export const PAGE_DPI = 150;

export type Paragraph = {
  readonly kind: 'paragraph';
  /** Composed Unicode (NFC), no line breaks but those the author typed ("\n"). */
  readonly text: string;
  readonly place: Place;
  /** Heading depth from 1 where the format says so. */
  readonly headingLevel?: number;
  readonly isBold?: boolean;
  readonly isItalic?: boolean;
  readonly isCentred?: boolean;
  /** The list sign that Word keeps outside the text: "-", "a)", "1.2." */
  readonly listMarker?: string;
  /** 0–1: how sure the reading of the characters is (OCR); absent means sure. */
  readonly confidence?: number;
};

export type Cell = {
  /** Paragraphs of the cell joined by "\n". */
  readonly text: string;
  readonly place: Place;
  readonly columnSpan: number;
  readonly rowSpan: number;
};

export type Table = {
  readonly kind: 'table';
  /** A full grid: a merged cell stands at its first place, the places it covers hold null. */
  readonly rows: readonly (readonly (Cell | null)[])[];
  readonly place: Place;
};

export type Footnote = { readonly mark: string; readonly text: string; readonly place: Place };

export type SourceFormat = 'docx' | 'doc' | 'pdf' | 'scan' | 'xlsx' | 'csv' | 'html' | 'md' | 'txt';

export type SourceDocument = {
  readonly format: SourceFormat;
  readonly pageCount: number | null;
  readonly blocks: readonly (Paragraph | Table)[];
  readonly footnotes: readonly Footnote[];
  /** What was lost or doubtful in the reading of the file itself, as codes with a place. */
  readonly warnings: readonly { readonly code: string; readonly place?: Place }[];
};
