import type { PageContent } from './page-content.ts';
import type { Frame } from './paragraphs.ts';
import type { TextLine } from './text-lines.ts';

export type PageLines = { readonly page: PageContent; readonly lines: readonly TextLine[] };

/** Edges nearer than this are the same. */
const SAME_EDGE = 2;
/** An edge that fewer lines share is a line that sticks out. */
const ENOUGH_LINES = 3;

/**
 * Between what the text of each page runs. Pages of one size share their margins, so that a last page with a few short
 * lines is not taken to be narrow.
 */
export function frameOfPages(pages: readonly PageLines[]): (page: PageContent) => Frame {
  const linesBySize = new Map<string, TextLine[]>();
  for (const { page, lines } of pages) {
    linesBySize.set(sizeOf(page), [...(linesBySize.get(sizeOf(page)) ?? []), ...lines]);
  }
  const frames = new Map([...linesBySize].map(([size, lines]) => [size, frameOf(lines)]));
  return (page) => frames.get(sizeOf(page)) ?? { left: 0, right: page.width };
}

function sizeOf(page: PageContent): string {
  return `${Math.round(page.width)}×${Math.round(page.height)}`;
}

function frameOf(lines: readonly TextLine[]): Frame {
  const left = outermostShared(lines.map((line) => line.left));
  const right = -outermostShared(lines.map((line) => -line.right));
  return { left, right };
}

/** The smallest edge that enough lines share; the smallest of all where none is shared. */
function outermostShared(edges: readonly number[]): number {
  const sorted = [...edges].sort((a, b) => a - b);
  const shared = sorted.find(
    (edge, index) => (sorted[index + ENOUGH_LINES - 1] ?? Number.POSITIVE_INFINITY) - edge <= SAME_EDGE,
  );
  return shared ?? sorted[0] ?? 0;
}
