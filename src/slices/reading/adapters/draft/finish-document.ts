import type {
  Cell,
  Footnote,
  Paragraph,
  Place,
  SourceDocument,
  SourceFormat,
  Table,
} from '../../rules/source-document.ts';
import { ReadingRefused } from '../reading-refused.ts';
import { trimText } from './clean-text.ts';
import type { Draft, DraftBlock, DraftCell, DraftParagraph, DraftTable } from './draft.ts';
import { takeSentinels } from './draft.ts';
import { joinSplitTables } from './join-split-tables.ts';
import { mendLegacyText } from './mend-legacy-text.ts';
import { withoutUndefined } from './without-undefined.ts';

type MarkPlace = (footnote: number, place: Place) => void;

/**
 * Turns what an adapter gathered into the document the rules read: tables cut by pages joined, texts cleaned,
 * empty paragraphs left out, every block, cell and footnote mark with its place.
 *
 * @throws {ReadingRefused} no-text
 */
export function finishDocument(format: SourceFormat, gathered: Draft): SourceDocument {
  const draft = mendLegacyText(gathered);
  const markPlaces = new Map<number, Place>();
  const rememberMark: MarkPlace = (footnote, place) => {
    if (!markPlaces.has(footnote)) markPlaces.set(footnote, place);
  };
  const blocks: (Paragraph | Table)[] = [];
  for (const block of joinSplitTables(draft.blocks.flatMap(withNestedTables))) {
    const finished =
      block.kind === 'paragraph'
        ? finishParagraph(block, blocks.length, rememberMark)
        : finishTable(block, blocks.length, rememberMark);
    if (finished) blocks.push(finished);
  }
  if (blocks.length === 0) throw new ReadingRefused({ code: 'no-text' });
  const footnotes = draft.footnotes.flatMap((footnote, index): Footnote[] => {
    const text = trimText(takeSentinels(footnote.text).text);
    const place = markPlaces.get(index) ?? { block: blocks.length - 1 };
    return text === '' ? [] : [{ mark: footnote.mark, text, place }];
  });
  return {
    format,
    pageCount: draft.pageCount,
    blocks,
    footnotes,
    warnings: draft.warnings.map(({ code, page }) =>
      page === undefined ? { code } : { code, place: { page, block: 0 } },
    ),
  };
}

/** Tables inside cells follow the table that holds them: a grid stays a grid. */
function withNestedTables(block: DraftBlock): DraftBlock[] {
  if (block.kind === 'paragraph') return [block];
  const nested = block.rows.flat().flatMap((cell) => cell?.nested ?? []);
  return [block, ...nested.flatMap(withNestedTables)];
}

function finishParagraph(draft: DraftParagraph, block: number, rememberMark: MarkPlace): Paragraph | null {
  const { text, marks } = takeSentinels(trimText(draft.text));
  if (text === '') return null;
  const { kind: _kind, text: _text, page, box, goesOn, ...looks } = draft;
  const place = { block, ...knownOf({ page, box, goesOn }) };
  for (const { footnote, at } of marks) rememberMark(footnote, { ...place, from: at, to: at });
  return { kind: 'paragraph', text, place, ...looks };
}

function finishTable(draft: DraftTable, block: number, rememberMark: MarkPlace): Table | null {
  const width = Math.max(0, ...draft.rows.map((row) => row.length));
  if (width === 0 || draft.rows.every((row) => row.every((cell) => cell === null || trimText(cell.text) === ''))) {
    return null;
  }
  const rows = draft.rows.map((row, rowIndex) =>
    Array.from({ length: width }, (_unused, column) => {
      const cell = row[column];
      if (cell === null) return null;
      return finishCell(cell, { ...placeOfTable(draft, block), row: rowIndex, column }, rememberMark);
    }),
  );
  return { kind: 'table', rows, place: placeOfTable(draft, block) };
}

type OnPages = Pick<Place, 'page' | 'box' | 'goesOn'>;

function knownOf({ page, box, goesOn }: { [Key in keyof OnPages]: OnPages[Key] | undefined }): OnPages {
  return withoutUndefined<OnPages>({ page, box, goesOn });
}

function placeOfTable({ page, sheet }: DraftTable, block: number): Place {
  return { block, ...(page === undefined ? {} : { page }), ...(sheet === undefined ? {} : { sheet }) };
}

function finishCell(draft: DraftCell | undefined, tablePlace: Place, rememberMark: MarkPlace): Cell {
  const { text, marks } = takeSentinels(trimText(draft?.text ?? ''));
  const place = {
    ...tablePlace,
    ...knownOf({ page: draft?.page, box: draft?.box, goesOn: draft?.goesOn }),
  };
  for (const { footnote, at } of marks) rememberMark(footnote, { ...place, from: at, to: at });
  return { text, place, columnSpan: draft?.columnSpan ?? 1, rowSpan: draft?.rowSpan ?? 1 };
}
