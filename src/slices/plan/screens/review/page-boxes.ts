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

/** A stretch of a page that a paragraph or cell takes; what a page's end cut has one on each page, under one name. */
export type PageSpot = { readonly spot: string; readonly name: string; readonly box: NonNullable<Place['box']> };

/** Every spot of a document by its page: found once, for marks change with every agreement and spots never. */
export function spotsByPage({ blocks }: SourceDocument): ReadonlyMap<number, readonly PageSpot[]> {
  const pages = new Map<number, PageSpot[]>();
  const put = (name: string, place: Place): void => {
    [{ page: place.page, box: place.box }, ...(place.goesOn ?? [])].forEach(({ page, box }, at) => {
      if (page === undefined || !box) return;
      pages.set(page, [...(pages.get(page) ?? []), { spot: at === 0 ? name : `${name}+${at}`, name, box }]);
    });
  };
  for (const block of blocks) {
    if (block.kind === 'paragraph') put(spotName({ block: block.place.block }), block.place);
    else for (const cell of block.rows.flat()) if (cell) put(spotName(cell.place), cell.place);
  }
  return pages;
}

const LOUDNESS = { figure: 0, unsure: 1, read: 2, checked: 3 } as const satisfies Record<Mark['tone'], number>;

/** A page's size in pixels of its picture. */
export type PictureSize = { readonly width: number; readonly height: number };

/** Which marks stand at the spots of a page whose picture has this size. */
export function boxesOn(
  spots: readonly PageSpot[],
  { width, height }: PictureSize,
  marks: ReadonlyMap<string, readonly Mark[]>,
): PageBox[] {
  const [across, down] = [(width * 72) / PAGE_DPI, (height * 72) / PAGE_DPI];
  return spots.flatMap(({ spot, name, box: [left, top, wide, high] }): PageBox[] => {
    const found = marks.get(name);
    if (!found?.length) return [];
    const box = { left: left / across, top: top / down, width: wide / across, height: high / down };
    return [{ spot, ...box, marks: [...found].sort((one, other) => LOUDNESS[one.tone] - LOUDNESS[other.tone]) }];
  });
}

/** Whether the same marks stand at these spots: a page on which nothing changed is not drawn anew. */
export function haveSameMarks(
  spots: readonly PageSpot[],
  one: ReadonlyMap<string, readonly Mark[]>,
  other: ReadonlyMap<string, readonly Mark[]>,
): boolean {
  return spots.every(({ name }) => one.get(name) === other.get(name));
}

/** Files whose pages can be shown as they look. */
export function hasPages({ format, pageCount }: Pick<SourceDocument, 'format' | 'pageCount'>): boolean {
  return (format === 'pdf' || format === 'scan') && pageCount !== null && pageCount > 0;
}
