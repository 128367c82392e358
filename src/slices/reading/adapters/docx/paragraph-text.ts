import type { XmlElement } from '../container/xml-tree.ts';
import { findChild, isElement, readValue } from '../container/xml-tree.ts';
import { readableBullet } from '../draft/list-number.ts';
import type { RunLook, Style } from './styles.ts';
import { readRunLook } from './styles.ts';
import { readTextBoxes } from './text-box.ts';
import type { Walk } from './walk.ts';
import { visibleChildren } from './walk.ts';

/** Text of a paragraph and how much of it stands out. */
export type ParagraphText = { text: string; letters: number; boldLetters: number; italicLetters: number };

/** Reads the runs of a paragraph: what a reader sees, in order, tracked changes taken as accepted. */
export function readParagraphText(paragraph: XmlElement, style: Style, walk: Walk): ParagraphText {
  const gathered: ParagraphText = { text: '', letters: 0, boldLetters: 0, italicLetters: 0 };
  for (const child of visibleChildren(paragraph)) {
    if (child.name === 'w:r') addRun(gathered, child, style, walk);
    else if (child.name === 'm:oMath' || child.name === 'm:oMathPara') gathered.text += mathText(child);
  }
  return gathered;
}

function addRun(gathered: ParagraphText, run: XmlElement, style: Style, walk: Walk): void {
  const properties = findChild(run, 'w:rPr');
  const look: RunLook = {
    ...style.run,
    ...walk.styles.characterStyle(readValue(properties, 'w:rStyle')),
    ...readRunLook(properties),
  };
  const text = runText(run, walk);
  if (look.isHidden) return;
  const letters = text.trim().length;
  gathered.text += look.isCapital ? text.toUpperCase() : text;
  gathered.letters += letters;
  if (look.isBold) gathered.boldLetters += letters;
  if (look.isItalic) gathered.italicLetters += letters;
}

function runText(run: XmlElement, walk: Walk): string {
  let text = '';
  for (const piece of visibleChildren(run)) {
    if (piece.name === 'w:fldChar') followField(piece, walk);
    else if (piece.name === 'w:lastRenderedPageBreak') turnPage(walk);
    else if (piece.name === 'w:drawing' || piece.name === 'w:pict') walk.textBoxes.push(...readTextBoxes(piece, walk));
    else if (!walk.fields.includes('code')) text += pieceText(piece, walk);
  }
  return text;
}

function pieceText(piece: XmlElement, walk: Walk): string {
  switch (piece.name) {
    case 'w:t':
      return piece.children.filter((child) => typeof child === 'string').join('');
    case 'w:tab':
    case 'w:ptab':
      return '\t';
    case 'w:br':
      return (piece.attributes['w:type'] ?? 'textWrapping') === 'textWrapping' ? '\n' : ' ';
    case 'w:cr':
      return '\n';
    case 'w:noBreakHyphen':
      return '-';
    case 'w:sym':
      return symbolText(piece);
    case 'w:footnoteReference':
      return walk.noteMark('footnote', piece);
    case 'w:endnoteReference':
      return walk.noteMark('endnote', piece);
    default:
      return '';
  }
}

/** A complex field runs begin – code – separate – result – end, and may hold others. */
function followField(piece: XmlElement, walk: Walk): void {
  const type = piece.attributes['w:fldCharType'];
  if (type === 'begin') walk.fields.push('code');
  else if (type === 'separate' && walk.fields.length > 0) walk.fields[walk.fields.length - 1] = 'result';
  else if (type === 'end') walk.fields.pop();
}

function turnPage(walk: Walk): void {
  if (walk.page !== null) walk.page += 1;
}

function symbolText(piece: XmlElement): string {
  const code = Number.parseInt(piece.attributes['w:char'] ?? '', 16);
  if (!Number.isInteger(code) || code > 0xffff || (code >= 0xd800 && code <= 0xdfff)) return '';
  return readableBullet(String.fromCharCode(code));
}

function mathText(element: XmlElement): string {
  return element.children
    .map((child) => {
      if (!isElement(child)) return '';
      return child.name === 'm:t'
        ? child.children.filter((part) => typeof part === 'string').join('')
        : mathText(child);
    })
    .join('');
}
