/** One line of a plain text: without line end, white space at both ends kept out of `text` but counted. */
export type TextLine = {
  readonly text: string;
  readonly page: number;
  /** Spaces before the first character. */
  readonly indent: number;
};

/**
 * Lines of a text in composed Unicode, with hard spaces and invisible characters made plain. A form feed starts a page.
 * Tabs stay: they separate the cells of a table.
 */
export function splitTextLines(text: string): TextLine[] {
  const plain = text
    .normalize('NFC')
    .replace(/\r\n?|\u2028|\u2029|\v/g, '\n')
    .replace(/[\u00a0\u2000-\u200a\u202f\u3000]/g, ' ')
    .replace(/[\u200b-\u200f\u2060\ufeff\u00ad]/g, '');
  let page = 1;
  return plain.split('\n').map((line) => {
    const pageBreaks = line.split('\f').length - 1;
    page += pageBreaks;
    const bare = line.replaceAll('\f', '');
    const trimmed = bare.replace(/^ +| +$/g, '');
    return { text: trimmed.trim() === '' ? '' : trimmed, page, indent: bare.length - bare.replace(/^ +/, '').length };
  });
}
