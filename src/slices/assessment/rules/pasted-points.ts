import { Decimal } from '../../../kernel/decimal.ts';

/** What a line of pasted points needs to know of a leaf. */
export type PointsLeaf = { readonly code: string; readonly max: Decimal };

export type PointsFault = 'no-points' | 'not-a-number' | 'above-maximum';
export type PastedFaultCode = PointsFault | 'unknown-code' | 'code-twice';

/** A line that cannot be taken over. */
export type PastedFault = {
  readonly code: PastedFaultCode;
  /** Counted from 1, empty lines too, as in the spreadsheet. */
  readonly line: number;
  /** The leaf code as it was pasted. */
  readonly leafCode: string;
  /** The points as they were pasted. */
  readonly figure: string;
};

/** Points are decimal text with a point, as the server keeps them. */
export type PastedScore = { readonly leafCode: string; readonly points: string; readonly reason: string | null };

export type PastedPoints = { readonly scores: readonly PastedScore[]; readonly faults: readonly PastedFault[] };

/** Both signs mean the decimals: no leaf has a thousand points, so "0.833" out of a spreadsheet is never 833. */
const FIGURE = /^\d{1,3}(?:[.,]\d{1,6})?$/;

/** Points as typed or pasted, "8,75" or "8.75", as decimal text "8.75"; null where they are no points. */
export function readPoints(text: string): string | null {
  const figure = text.trim();
  return FIGURE.test(figure) ? new Decimal(figure.replace(',', '.')).toFixed() : null;
}

/** Why the points of a leaf cannot be kept, or null where they can. @param text as typed or pasted */
export function refusePoints(text: string, { max }: PointsLeaf): PointsFault | null {
  if (text.trim() === '') return 'no-points';
  const points = readPoints(text);
  if (points === null) return 'not-a-number';
  return new Decimal(points).greaterThan(max) ? 'above-maximum' : null;
}

/** A cell that a spreadsheet put in quotes stands for what is between them. */
function cellText(cell: string): string {
  const text = cell.trim();
  return /^".*"$/.test(text) ? text.slice(1, -1).replaceAll('""', '"').trim() : text;
}

type Line = { readonly line: number; readonly cells: readonly string[] };

function linesOf(text: string): Line[] {
  return text
    .split(/\r?\n/)
    .map((row, at) => ({ line: at + 1, cells: row.split('\t').map(cellText) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''));
}

/**
 * Points of leaves as they are pasted from a spreadsheet: a line each of code, points and, where there is one, a reason,
 * parted by tabs. A heading above them, which names no leaf and no figure, is passed over.
 *
 * @returns what can be taken over and, line by line, what cannot; nothing is to be kept while there are faults
 */
export function readPastedPoints(text: string, leaves: readonly PointsLeaf[]): PastedPoints {
  const known = new Map(leaves.map((leaf) => [leaf.code, leaf]));
  const lines = linesOf(text);
  const isHeading = ({ cells: [code = '', figure = ''] }: Line, at: number) =>
    at === 0 && !known.has(code) && figure !== '' && !/\d/.test(figure);
  const seen = new Set<string>();
  const scores: PastedScore[] = [];
  const faults: PastedFault[] = [];
  for (const { line, cells } of lines.filter((one, at) => !isHeading(one, at))) {
    const [leafCode = '', figure = '', ...reasons] = cells;
    const leaf = known.get(leafCode);
    const code = !leaf ? 'unknown-code' : seen.has(leafCode) ? 'code-twice' : refusePoints(figure, leaf);
    const points = readPoints(figure);
    if (code !== null) faults.push({ code, line, leafCode, figure });
    else if (points !== null) scores.push({ leafCode, points, reason: reasons.join(' ').trim() || null });
    seen.add(leafCode);
  }
  return { scores, faults };
}
