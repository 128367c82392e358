import { convertLegacyVietnamese, recogniseLegacyEncoding } from '../plain-text/legacy-vietnamese.ts';
import type { Draft, DraftBlock, DraftRow } from './draft.ts';

/** Turns text typed in TCVN3 or VNI fonts into Unicode, whatever the file it came in. */
export function mendLegacyText(draft: Draft): Draft {
  const encoding = recogniseLegacyEncoding(allTexts(draft).join('\n'));
  if (encoding === null) return draft;
  const mend = (text: string): string => convertLegacyVietnamese(text, encoding);
  return {
    ...draft,
    blocks: draft.blocks.map((block) => mendBlock(block, mend)),
    footnotes: draft.footnotes.map((footnote) => ({ ...footnote, text: mend(footnote.text) })),
    warnings: [...draft.warnings, { code: `converted-from-${encoding}` }],
  };
}

function allTexts(draft: Draft): string[] {
  const texts = draft.blocks.flatMap((block) =>
    block.kind === 'paragraph' ? [block.text] : block.rows.flat().map((cell) => cell?.text ?? ''),
  );
  return [...texts, ...draft.footnotes.map(({ text }) => text)];
}

function mendBlock(block: DraftBlock, mend: (text: string) => string): DraftBlock {
  if (block.kind === 'paragraph') return { ...block, text: mend(block.text) };
  const mendRow = (row: DraftRow): DraftRow =>
    row.map((cell) => {
      if (!cell) return null;
      const nested = cell.nested?.map((table) => ({ ...table, rows: table.rows.map(mendRow) }));
      return { ...cell, text: mend(cell.text), ...(nested ? { nested } : {}) };
    });
  return { ...block, rows: block.rows.map(mendRow) };
}
