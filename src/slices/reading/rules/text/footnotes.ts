import type { Footnote, Paragraph, Table } from '../source-document.ts';

type Block = Paragraph | Table;
type Note = { readonly mark: string; readonly text: string; readonly isBare: boolean };

const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';
/** "[1] …", "[^1]: …", "¹ …" at the start of a paragraph. */
const SIGNED_NOTE = /^(?:\[\^?(?<number>\d{1,3})\]:?|(?<raised>[⁰¹²³⁴-⁹]{1,2}))\s*(?=\S)/u;
/** "1 Chưa có …": a number without a dot, as a PDF leaves the foot of a page. */
const BARE_NOTE = /^(?<number>\d{1,2})\s+(?=\p{Lu}\p{L})/u;

/** Takes the footnotes out of the paragraphs, and their marks out of the text; a note stands where its mark stood. */
export function takeFootnotes(blocks: readonly Block[]): { body: Block[]; footnotes: Footnote[] } {
  const bare = bareNotes(blocks);
  const notes = new Map<Block, Note>();
  for (const block of blocks) {
    const note = block.kind === 'paragraph' ? (signedNote(block.text, blocks) ?? bare.get(block)) : undefined;
    if (note) notes.set(block, note);
  }
  if (notes.size === 0) return { body: [...blocks], footnotes: [] };
  const footnotes: Footnote[] = [];
  const body = blocks
    .filter((block) => !notes.has(block))
    .map((block, index) => {
      if (block.kind === 'table')
        return { ...block, place: { ...block.place, block: index }, rows: movedRows(block, index) };
      let { text } = block;
      for (const note of notes.values()) {
        const at = markIn(text, note);
        if (!at) continue;
        text = text.slice(0, at.from) + text.slice(at.to);
        footnotes.push({
          mark: note.mark,
          text: note.text,
          place: { ...block.place, block: index, from: at.from, to: at.from },
        });
      }
      return { ...block, text, place: { ...block.place, block: index } };
    });
  return { body, footnotes };
}

function movedRows(table: Table, block: number): Table['rows'] {
  return table.rows.map((row) => row.map((cell) => cell && { ...cell, place: { ...cell.place, block } }));
}

function signedNote(text: string, blocks: readonly Block[]): Note | undefined {
  const match = SIGNED_NOTE.exec(text);
  if (!match) return undefined;
  const mark = match.groups?.number ?? fromRaised(match.groups?.raised ?? '');
  const note = { mark, text: text.slice(match[0].length), isBare: false };
  return blocks.some((block) => block.kind === 'paragraph' && block.text !== text && markIn(block.text, note))
    ? note
    : undefined;
}

function fromRaised(raised: string): string {
  return [...raised].map((sign) => SUPERSCRIPTS.indexOf(sign)).join('');
}

function toRaised(mark: string): string {
  return [...mark].map((digit) => SUPERSCRIPTS[Number(digit)] ?? '').join('');
}

/** Bare notes count up from 1, and each has its number glued to a word somewhere above. */
function bareNotes(blocks: readonly Block[]): Map<Block, Note> {
  const notes = new Map<Block, Note>();
  let expected = 1;
  for (const [index, block] of blocks.entries()) {
    const match = block.kind === 'paragraph' ? BARE_NOTE.exec(block.text) : null;
    if (block.kind !== 'paragraph' || !match || Number(match.groups?.number) !== expected) continue;
    const note = { mark: String(expected), text: block.text.slice(match[0].length), isBare: true };
    const isCited = blocks.slice(0, index).some((above) => above.kind === 'paragraph' && markIn(above.text, note));
    if (!isCited) continue;
    notes.set(block, note);
    expected += 1;
  }
  return notes;
}

function markIn(text: string, note: Note): { from: number; to: number } | null {
  const signs = note.isBare
    ? new RegExp(`(?<=\\p{Ll}{2}|[)”"])${note.mark}(?=[\\s.,;:)]|$)`, 'u')
    : new RegExp(`\\s?\\[\\^?${note.mark}\\]|${toRaised(note.mark)}(?![⁰¹²³⁴-⁹])`, 'u');
  const match = signs.exec(text);
  return match && match.index > 0 ? { from: match.index, to: match.index + match[0].length } : null;
}
