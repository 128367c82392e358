import type { XmlElement } from '../container/xml-tree.ts';
import { findChild, isElement } from '../container/xml-tree.ts';
import type { DraftBlock } from '../draft/draft.ts';
import type { ListCounter } from '../draft/list-counter.ts';
import type { Styles } from './styles.ts';

/** What walking a Word document needs and changes as it goes. */
export type Walk = {
  readonly styles: Styles;
  readonly lists: ListCounter;
  /** Open complex fields; text is left out while one of them still shows its code. */
  readonly fields: ('code' | 'result')[];
  readonly warn: (code: string) => void;
  /** Reads what a cell, note or text box holds: a document holds documents. */
  readonly readBlocks: (container: XmlElement, walk: Walk) => DraftBlock[];
  /** Registers the note and answers the sentinel that stands for its mark. */
  readonly noteMark: (kind: 'footnote' | 'endnote', reference: XmlElement) => string;
  /** Content of text boxes, to follow the paragraph that anchors them. */
  readonly textBoxes: DraftBlock[];
  /** The page that Word last laid this out on; null where it left no trace. */
  page: number | null;
};

/** Wrappers that change nothing a reader sees: content controls, insertions taken as accepted, and so on. */
const TRANSPARENT = new Set([
  'w:sdtContent',
  'w:customXml',
  'w:smartTag',
  'w:ins',
  'w:moveTo',
  'w:hyperlink',
  'w:fldSimple',
  'w:bdo',
  'w:dir',
  'w:rubyBase',
  'mc:Choice',
  'mc:Fallback',
]);

/** The children that count, seen through wrappers, once where a file gives alternatives, without what was deleted. */
export function visibleChildren(element: XmlElement): XmlElement[] {
  return element.children.filter(isElement).flatMap((child): XmlElement[] => {
    if (child.name === 'w:sdt') return isPlaceholder(child) ? [] : visibleChildren(child);
    if (child.name === 'mc:AlternateContent') return chosenAlternative(child);
    if (child.name === 'w:ruby') return visibleChildren(child);
    return TRANSPARENT.has(child.name) ? visibleChildren(child) : [child];
  });
}

function chosenAlternative(element: XmlElement): XmlElement[] {
  const chosen = findChild(element, 'mc:Choice') ?? findChild(element, 'mc:Fallback');
  return chosen ? visibleChildren(chosen) : [];
}

/** A content control that nobody has filled in shows only its prompt. */
function isPlaceholder(control: XmlElement): boolean {
  return findChild(findChild(control, 'w:sdtPr'), 'w:showingPlcHdr') !== undefined;
}
