import type { DraftBlock, DraftRow } from '../draft/draft.ts';

const ONES: readonly string[] = ['I', 'II', 'III'];

/**
 * Recognition reads "II" as "I" and "III" as "II": strokes side by side melt. Where the Roman numbers of a table's rows
 * show that one or two strokes were lost, they are put back.
 */
export function mendRomanNumbers(blocks: readonly DraftBlock[]): DraftBlock[] {
  return blocks.map((block) => {
    if (block.kind === 'paragraph') return block;
    let last = 0;
    return {
      ...block,
      rows: block.rows.map((row): DraftRow => {
        const read = ONES.indexOf(bareNumber(row)) + 1;
        if (read === 0) return row;
        const meant = read <= last && last < ONES.length ? last + 1 : read;
        last = meant;
        return meant === read ? row : withFirstText(row, ONES[meant - 1] ?? '');
      }),
    };
  });
}

function bareNumber(row: DraftRow): string {
  return row[0]?.text.trim().replace(/\.$/, '') ?? '';
}

function withFirstText([first, ...rest]: DraftRow, text: string): DraftRow {
  return first ? [{ ...first, text }, ...rest] : [null, ...rest];
}
