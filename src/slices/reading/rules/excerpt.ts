import type { Cell, Paragraph, Place } from './source-document.ts';

/** Words of a document that still know where they stand, also after they were joined from several blocks or cut. */
export type Excerpt = { readonly text: string; readonly pieces: readonly Piece[] };

/** From character `at` of the excerpt on, the words stand at `place` (whose `from` belongs to that character). */
type Piece = { readonly at: number; readonly place: Place };

export function excerptOf(source: Paragraph | Cell): Excerpt {
  return { text: source.text, pieces: [{ at: 0, place: { ...source.place, from: 0 } }] };
}

/** Characters [from, to) of an excerpt. */
export function cut(excerpt: Excerpt, from: number, to: number = excerpt.text.length): Excerpt {
  const pieces = excerpt.pieces
    .filter((piece, index) => {
      const next = excerpt.pieces[index + 1]?.at ?? Number.POSITIVE_INFINITY;
      return piece.at < Math.max(to, from + 1) && next > from;
    })
    .map((piece) => {
      const skipped = Math.max(0, from - piece.at);
      return { at: Math.max(0, piece.at - from), place: { ...piece.place, from: (piece.place.from ?? 0) + skipped } };
    });
  return { text: excerpt.text.slice(from, to), pieces };
}

/** Without white space at both ends. */
export function trim(excerpt: Excerpt): Excerpt {
  const start = excerpt.text.length - excerpt.text.trimStart().length;
  const end = excerpt.text.trimEnd().length;
  return cut(excerpt, Math.min(start, end), end);
}

export function join(excerpts: readonly Excerpt[], separator: string): Excerpt {
  let text = '';
  const pieces: Piece[] = [];
  for (const [index, excerpt] of excerpts.entries()) {
    if (index > 0) text += separator;
    const start = text.length;
    pieces.push(...excerpt.pieces.map((piece) => ({ at: piece.at + start, place: piece.place })));
    text += excerpt.text;
  }
  return { text, pieces };
}

/** The parts between the matches of a global pattern, empty ones left out. */
export function splitAt(excerpt: Excerpt, separator: RegExp): Excerpt[] {
  const parts: Excerpt[] = [];
  let from = 0;
  for (const match of excerpt.text.matchAll(separator)) {
    parts.push(cut(excerpt, from, match.index));
    from = match.index + match[0].length;
  }
  parts.push(cut(excerpt, from));
  return parts.map(trim).filter((part) => part.text !== '');
}

/** Where an excerpt stands: the place of its first character, up to its end or the end of the first block it touches. */
export function placeOf(excerpt: Excerpt): Place {
  const [first, second] = excerpt.pieces;
  if (!first) return { block: 0 };
  const length = Math.min(excerpt.text.length, second?.at ?? excerpt.text.length);
  const from = first.place.from ?? 0;
  return { ...first.place, from, to: from + length };
}
