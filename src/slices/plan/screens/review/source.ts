import type { SourceDocument } from '../../../reading/index.ts';

export type Block = SourceDocument['blocks'][number];
export type TableBlock = Extract<Block, { kind: 'table' }>;
export type ParagraphBlock = Extract<Block, { kind: 'paragraph' }>;

export type ParagraphLook = 'heading' | 'centred' | 'plain';

const NUMBERED = /^(?:[IVX]+|[A-Z])[.)]\s/;
const LONGEST_HEADING = 160;

/** How a paragraph looks on paper: as its file says, else as such documents are typed (capitals alone on their line are centred). */
export function lookOf({ text, headingLevel, isCentred, isBold }: ParagraphBlock): ParagraphLook {
  const isCapitals = text.length < LONGEST_HEADING && text === text.toUpperCase() && /\p{Lu}{2}/u.test(text);
  if (isCentred || (isCapitals && !NUMBERED.test(text))) return 'centred';
  return headingLevel !== undefined || isBold || isCapitals || NUMBERED.test(text) ? 'heading' : 'plain';
}
