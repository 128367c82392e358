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
        const read = strokesOf(row);
        if (read === 0) return row;
        const meant = read <= last && last < ONES.length ? last + 1 : read;
        last = meant;
        return withFirstText(row, ONES[meant - 1] ?? '');
      }),
    };
  });
}

/** How many strokes the number of a heading row shows; 0 where it is no row of that kind. "1" is a stroke, too. */
function strokesOf(row: DraftRow): number {
  const number = row[0]?.text.trim().replace(/[."']+$/, '') ?? '';
  const [words = ''] = row.slice(1).flatMap((cell) => (cell && cell.text !== '' ? [cell.text] : []));
  const isHeading = /\p{Lu}{2}/u.test(words) && words === words.toUpperCase();
  return /^I{1,3}$/.test(number) || (isHeading && /^[I1l|]{1,3}$/.test(number)) ? number.length : 0;
}

function withFirstText([first, ...rest]: DraftRow, text: string): DraftRow {
  return first ? [{ ...first, text }, ...rest] : [null, ...rest];
}
