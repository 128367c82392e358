import type { Passage } from './passage.ts';

const MOST_ITEMS = 40;

/**
 * The list items that follow a paragraph, of one style and not of the paragraph's own; deeper ones between them are passed
 * over. Empty where no list follows.
 */
export function listItemsBelow(passages: readonly Passage[], index: number): Passage[] {
  const own = passages[index]?.mark?.style ?? null;
  const style = passages[index + 1]?.mark?.style ?? null;
  if (style === null || style === own) return [];
  const items: Passage[] = [];
  for (const passage of passages.slice(index + 1, index + 1 + MOST_ITEMS)) {
    if (passage.mark === null || passage.mark.style === own) break;
    if (passage.mark.style === style) items.push(passage);
  }
  return items;
}
