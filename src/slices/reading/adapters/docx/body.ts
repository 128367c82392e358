import type { XmlElement } from '../container/xml-tree.ts';
import { findChild, readValue } from '../container/xml-tree.ts';
import type { DraftBlock, DraftParagraph } from '../draft/draft.ts';
import type { ParagraphText } from './paragraph-text.ts';
import { readParagraphText } from './paragraph-text.ts';
import type { ParagraphLook, Style } from './styles.ts';
import { readParagraphLook } from './styles.ts';
import { readTable, readTableTexts } from './table.ts';
import type { Walk } from './walk.ts';
import { visibleChildren } from './walk.ts';

/** Word joins a paragraph whose end mark was deleted to the one after it. */
const NOTHING: ParagraphText = { text: '', letters: 0, boldLetters: 0, italicLetters: 0 };

/** Paragraphs and tables of a body, cell, note or text box, in reading order. */
export function readBlocks(container: XmlElement, walk: Walk): DraftBlock[] {
  const blocks: DraftBlock[] = [];
  let carried = NOTHING;
  for (const child of visibleChildren(container)) {
    if (child.name === 'w:p') {
      const style = walk.styles.paragraphStyle(readValue(findChild(child, 'w:pPr'), 'w:pStyle'));
      const boxesBefore = walk.textBoxes.length;
      const text = joinTexts(carried, readParagraphText(child, style, walk));
      const boxes = walk.textBoxes.splice(boxesBefore);
      carried = isEndDeleted(child) ? text : NOTHING;
      if (carried === NOTHING) blocks.push(makeParagraph(child, text, style, walk));
      blocks.push(...boxes);
    } else if (child.name === 'w:tbl') {
      blocks.push(...readTableSafely(child, walk));
    } else if (child.name === 'w:altChunk') {
      walk.warn('embedded-document-skipped');
    }
  }
  if (carried.text.trim() !== '') blocks.push({ kind: 'paragraph', text: carried.text });
  return blocks;
}

/** A table that makes no sense costs its grid, not its words, and never the document. */
function readTableSafely(element: XmlElement, walk: Walk): DraftBlock[] {
  const table = readTable(element, walk);
  if (table) return [table];
  walk.warn('table-broken');
  return readTableTexts(element, walk);
}

function isEndDeleted(paragraph: XmlElement): boolean {
  const mark = findChild(findChild(paragraph, 'w:pPr'), 'w:rPr');
  return findChild(mark, 'w:del') !== undefined || findChild(mark, 'w:moveFrom') !== undefined;
}

function joinTexts(a: ParagraphText, b: ParagraphText): ParagraphText {
  return {
    text: a.text + b.text,
    letters: a.letters + b.letters,
    boldLetters: a.boldLetters + b.boldLetters,
    italicLetters: a.italicLetters + b.italicLetters,
  };
}

function makeParagraph(element: XmlElement, text: ParagraphText, style: Style, walk: Walk): DraftParagraph {
  const look = { ...style.paragraph, ...readParagraphLook(findChild(element, 'w:pPr')) };
  const marker = readMarker(look, walk);
  return {
    kind: 'paragraph',
    text: text.text,
    ...(walk.page === null ? {} : { page: walk.page }),
    ...(look.headingLevel ? { headingLevel: look.headingLevel } : {}),
    ...(text.letters > 0 && text.boldLetters === text.letters ? { isBold: true } : {}),
    ...(text.letters > 0 && text.italicLetters === text.letters ? { isItalic: true } : {}),
    ...(look.isCentred ? { isCentred: true } : {}),
    ...(marker === null ? {} : { listMarker: marker }),
  };
}

/** List "0" takes a paragraph out of the list that its style puts it in. */
function readMarker(look: ParagraphLook, walk: Walk): string | null {
  if (look.listId === undefined || look.listId === '0') return null;
  return walk.lists.nextMarker(look.listId, look.listLevel ?? 0);
}
