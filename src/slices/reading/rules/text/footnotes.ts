import type { Footnote, Paragraph, Table } from '../source-document.ts';

type Block = Paragraph | Table;
type Note = { readonly mark: string; readonly text: string };
/** A mark in the text: "[1]", "¹", or a number glued to a word ("đạt1"). */
type Mark = { readonly mark: string; readonly from: number; readonly to: number; readonly isBare: boolean };

const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';
/** "[1] …", "[^1]: …", "¹ …" at the start of a paragraph. */
const SIGNED_NOTE = /^(?:\[\^?(?<number>\d{1,3})\]:?|(?<raised>[⁰¹²³⁴-⁹]{1,3}))\s*(?=\S)/u;
/** "1 Chưa có …": a number without a dot, as a PDF leaves the foot of a page. */
const BARE_NOTE = /^(?<number>\d{1,2})\s+(?=\p{Lu}\p{L})/u;
const MARK =
  /\s?\[\^?(?<number>\d{1,3})\]|(?<raised>[⁰¹²³⁴-⁹]{1,3})|(?<=\p{Ll}{2}|[)”"])(?<bare>\d{1,2})(?=[\s.,;:)]|$)/gu;

/** Takes the footnotes out of the paragraphs, and their marks out of the text; a note stands where its mark stood. */
export function takeFootnotes(blocks: readonly Block[]): { body: Block[]; footnotes: Footnote[] } {
  const marks = new Map(blocks.map((block) => [block, block.kind === 'paragraph' ? marksIn(block.text) : []]));
  const notes = findNotes(blocks, marks);
  if (notes.size === 0) return { body: [...blocks], footnotes: [] };
  const byMark = new Map([...notes.values()].map((note) => [note.mark, note]));
  const footnotes: Footnote[] = [];
  const body = blocks
    .filter((block) => !notes.has(block))
    .map((block, index) => {
      if (block.kind === 'table') return movedTable(block, index);
      const place = { ...block.place, block: index };
      let text = '';
      let end = 0;
      for (const mark of marks.get(block) ?? []) {
        const note = byMark.get(keyOf(mark));
        if (!note) continue;
        text += block.text.slice(end, mark.from);
        end = mark.to;
        footnotes.push({ mark: mark.mark, text: note.text, place: { ...place, from: text.length, to: text.length } });
      }
      return { ...block, text: text + block.text.slice(end), place };
    });
  return { body, footnotes };
}

function movedTable(table: Table, block: number): Table {
  const rows = table.rows.map((row) => row.map((cell) => cell && { ...cell, place: { ...cell.place, block } }));
  return { ...table, rows, place: { ...table.place, block } };
}

function marksIn(text: string): Mark[] {
  return [...text.matchAll(MARK)]
    .filter((match) => match.index > 0)
    .map((match) => {
      const { number, raised, bare } = match.groups ?? {};
      const mark = number ?? bare ?? fromRaised(raised ?? '');
      return { mark, from: match.index, to: match.index + match[0].length, isBare: bare !== undefined };
    });
}

function fromRaised(raised: string): string {
  return [...raised].map((sign) => SUPERSCRIPTS.indexOf(sign)).join('');
}

/** A number glued to a word can only mean a bare note. */
function keyOf({ mark, isBare }: Mark): string {
  return isBare ? `bare ${mark}` : mark;
}

/** Paragraphs that are notes: signed ones whose mark occurs, bare ones that count up from 1 after their marks. */
function findNotes(blocks: readonly Block[], marks: ReadonlyMap<Block, readonly Mark[]>): Map<Block, Note> {
  const everywhere = new Set([...marks.values()].flat().map(keyOf));
  const above = new Set<string>();
  const notes = new Map<Block, Note>();
  let expected = 1;
  for (const block of blocks) {
    if (block.kind !== 'paragraph') continue;
    const signed = SIGNED_NOTE.exec(block.text);
    const bare = BARE_NOTE.exec(block.text);
    const mark = signed ? (signed.groups?.number ?? fromRaised(signed.groups?.raised ?? '')) : `bare ${expected}`;
    if (signed && everywhere.has(mark)) notes.set(block, { mark, text: block.text.slice(signed[0].length) });
    else if (bare && Number(bare.groups?.number) === expected && above.has(mark)) {
      notes.set(block, { mark, text: block.text.slice(bare[0].length) });
      expected += 1;
    }
    for (const known of marks.get(block) ?? []) above.add(keyOf(known));
  }
  return notes;
}
