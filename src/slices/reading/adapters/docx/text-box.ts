import type { XmlElement } from '../container/xml-tree.ts';
import type { DraftBlock } from '../draft/draft.ts';
import type { Walk } from './walk.ts';
import { visibleChildren } from './walk.ts';

/** Blocks inside the shapes of a drawing; the old-style copy of a shape that Word keeps beside it is not read again. */
export function readTextBoxes(drawing: XmlElement, walk: Walk): DraftBlock[] {
  return visibleChildren(drawing).flatMap((child) =>
    child.name === 'w:txbxContent' ? walk.readBlocks(child, walk) : readTextBoxes(child, walk),
  );
}
