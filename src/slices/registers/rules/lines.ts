/**
 * Rows as one text: cells apart by tabs, rows by line breaks, `\N` for null. The database takes such a text apart in a
 * fraction of the time that JSON takes it, and a thread can write it beforehand.
 */
export const NULL_CELL = '\\N';

const RESERVED = /[%\t\n\r|;\\]/g;
const percent = (sign: string): string => `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
/** What `percented` writes otherwise, the per cent sign last: in this order it is read back. */
export const PERCENTED = ['\t', '\n', '\r', '|', ';', '\\', '%'].map((sign) => [percent(sign), sign] as const);

/** A free text without any sign that parts rows, cells or what stands within a cell. */
export const percented = (text: string): string => (text === '' ? '' : text.replace(RESERVED, percent));

export const unpercented = (text: string): string =>
  text.includes('%') ? PERCENTED.reduce((read, [written, sign]) => read.replaceAll(written, sign), text) : text;

/** A cell that is known to hold neither tab nor line break: an identifier, a day, a number, JSON, a folded text. */
export type Cell = string | number | null | undefined;

export function toLines(rows: readonly (readonly Cell[])[]): string {
  let text = '';
  rows.forEach((cells, row) => {
    if (row > 0) text += '\n';
    for (let place = 0; place < cells.length; place += 1)
      text += `${place > 0 ? '\t' : ''}${cells[place] ?? NULL_CELL}`;
  });
  return text;
}

/** The rows of a text again, a null as `\N`. */
export const fromLines = (text: string): string[][] =>
  text === '' ? [] : text.split('\n').map((line) => line.split('\t'));

/** A list of texts as the database reads an array. */
export const arrayText = (list: readonly string[]): string =>
  `{${list.map((one) => `"${one.replace(/["\\]/g, '\\$&')}"`).join(',')}}`;
