import { PAGE_DPI, type Place, type SourceDocument } from '../../../reading/index.ts';
import { type Mark, spotName } from './marks.ts';

/** A marked place on a page: its box in parts of the page, and what was read there, the loudest first. */
export type PageBox = {
  readonly spot: string;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly marks: readonly Mark[];
};

type Spot = { readonly spot: string; readonly place: Place };

function spotsOf({ blocks }: SourceDocument): Spot[] {
  return blocks.flatMap((block): Spot[] => {
    if (block.kind === 'paragraph') return [{ spot: spotName({ block: block.place.block }), place: block.place }];
    return block.rows.flatMap((row) =>
      row.flatMap((cell) => (cell ? [{ spot: spotName(cell.place), place: cell.place }] : [])),
    );
  });
}

const LOUDNESS = { figure: 0, unsure: 1, read: 2, checked: 3 } as const satisfies Record<Mark['tone'], number>;

/** A page's size in pixels of its picture. */
export type PictureSize = { readonly width: number; readonly height: number };

/** Where marks stand on a page whose picture has this size. */
export function boxesOn(
  page: number,
  { width, height }: PictureSize,
  { source, marks }: { readonly source: SourceDocument; readonly marks: ReadonlyMap<string, readonly Mark[]> },
): PageBox[] {
  const [across, down] = [(width * 72) / PAGE_DPI, (height * 72) / PAGE_DPI];
  return spotsOf(source).flatMap(({ spot, place }): PageBox[] => {
    const found = marks.get(spot);
    if (place.page !== page || !place.box || !found?.length) return [];
    const [left, top, wide, high] = place.box;
    const box = { left: left / across, top: top / down, width: wide / across, height: high / down };
    return [{ spot, ...box, marks: [...found].sort((one, other) => LOUDNESS[one.tone] - LOUDNESS[other.tone]) }];
  });
}

/** Files whose pages can be shown as they look. */
export function hasPages({ format, pageCount }: Pick<SourceDocument, 'format' | 'pageCount'>): boolean {
  return (format === 'pdf' || format === 'scan') && pageCount !== null && pageCount > 0;
}
