import type { PlaceOnPage } from '../../rules/source-document.ts';

/**
 * What an adapter gathers while it walks a file: blocks without their final index. Footnote marks stand in the text
 * as sentinels until `finishDocument` takes them out and remembers where they stood.
 */
export type DraftParagraph = {
  readonly kind: 'paragraph';
  readonly text: string;
  readonly page?: number;
  readonly box?: readonly [number, number, number, number];
  readonly goesOn?: readonly PlaceOnPage[];
  readonly headingLevel?: number;
  readonly isBold?: boolean;
  readonly isItalic?: boolean;
  readonly isCentred?: boolean;
  readonly listMarker?: string;
  readonly confidence?: number;
};

export type DraftCell = {
  readonly text: string;
  readonly columnSpan: number;
  readonly rowSpan: number;
  readonly page?: number;
  readonly box?: readonly [number, number, number, number];
  readonly goesOn?: readonly PlaceOnPage[];
  /** A table inside the cell, kept as a table of its own after the one that holds it. */
  readonly nested?: readonly DraftTable[];
};

/** A full grid; null where a merged cell covers the place. */
export type DraftRow = readonly (DraftCell | null)[];

export type DraftTable = {
  readonly kind: 'table';
  readonly rows: readonly DraftRow[];
  readonly page?: number;
  readonly sheet?: string;
  /** The adapter saw that this is the table of the page before, cut by the page's end. */
  readonly goesOn?: boolean;
};

export type DraftBlock = DraftParagraph | DraftTable;

export type DraftFootnote = { readonly mark: string; readonly text: string };

export type DraftWarning = { readonly code: string; readonly page?: number };

export type Draft = {
  readonly blocks: readonly DraftBlock[];
  readonly footnotes: readonly DraftFootnote[];
  readonly warnings: readonly DraftWarning[];
  readonly pageCount: number | null;
};

/** Unicode noncharacters, which no text may hold: they cannot be mistaken for what an author typed. */
const SENTINEL_OPEN = '\uFDD0';
const SENTINEL_CLOSE = '\uFDD1';
/** A mark stands close to its word, whatever blank its raised letters left. */
const SENTINEL = / *\uFDD0(\d+)\uFDD1/g;

/** Marks the place of the footnote with this index in `Draft.footnotes`. */
export function footnoteSentinel(index: number): string {
  return `${SENTINEL_OPEN}${index}${SENTINEL_CLOSE}`;
}

/** The text without its sentinels, and where each footnote's mark stood in it. */
export function takeSentinels(text: string): { text: string; marks: { footnote: number; at: number }[] } {
  const marks: { footnote: number; at: number }[] = [];
  let removed = 0;
  const clean = text.replace(SENTINEL, (sentinel, index: string, at: number) => {
    marks.push({ footnote: Number(index), at: at - removed });
    removed += sentinel.length;
    return '';
  });
  return { text: clean, marks };
}

type Placed = Pick<DraftCell, 'page' | 'box' | 'goesOn'>;

/** The places of what two pages hold of one thing, as the first of them carries them. */
export function placesOfBoth(first: Placed, second: Placed): Pick<DraftCell, 'goesOn'> {
  const { page, box, goesOn = [] } = second;
  const own = page === undefined || box === undefined ? [] : [{ page, box }];
  const places = [...(first.goesOn ?? []), ...own, ...goesOn];
  return places.length === 0 ? {} : { goesOn: places };
}
