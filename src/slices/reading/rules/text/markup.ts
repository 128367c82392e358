/** A line without its markdown and HTML signs, and what these said about it. */
export type MarkedText = {
  readonly text: string;
  readonly isBold: boolean;
  readonly isItalic: boolean;
  readonly headingLevel: number | null;
};

const NAMED_CHARACTERS: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ndash: '–',
  mdash: '—',
  hellip: '…',
};

/** HTML of a cell or a line as plain text: breaks and list items become new lines, other tags vanish. */
export function dropTags(text: string): string {
  if (!text.includes('<') && !text.includes('&')) return text;
  return text
    .replace(/<sup>\s*\[?(\d{1,3})\]?\s*<\/sup>/gi, '[$1]')
    .replace(/<(?:br|\/p|\/li|\/div|\/tr)\s*\/?>/gi, '\n')
    .replace(/<li(?:\s[^<>]{0,300})?>/gi, '\n- ')
    .replace(/<\/?[a-z][a-z0-9]{0,15}(?:\s[^<>]{0,300})?\/?>/gi, '')
    .replace(/&(#\d{1,6}|[a-z]{2,8});/gi, (whole, name: string) => characterNamed(name) ?? whole)
    .replace(/- ?\n?- /g, '- ')
    .replace(/[ \t]*\n\s*/g, '\n')
    .trim();
}

function characterNamed(name: string): string | undefined {
  if (name.startsWith('#')) return String.fromCodePoint(Math.min(Number(name.slice(1)), 0x10ffff));
  return NAMED_CHARACTERS[name.toLowerCase()];
}

/** Reads "## Heading", "**bold**", "*(italic)*"; a star followed by a space at the start stays: it is a bullet. */
export function readMarkup(line: string): MarkedText {
  const heading = /^(#{1,6})\s+/.exec(line);
  const headed = heading ? line.slice(heading[0].length) : line;
  const isBold = /^\*\*[^*]+(?:\*\*)?$/.test(headed) || /^<b>|^<strong>/i.test(headed);
  const isItalic = /^\*[^\s*][^*]*\*$/.test(headed) || /^<i>|^<em>/i.test(headed);
  const text = dropTags(headed)
    .replaceAll('\\*', '*')
    .replace(/\*\*|__/g, '')
    .replace(/(^|[\s(“])\*(?=[^\s*])([^*\n]{1,400})\*(?=[\s.,;:)”]|$)/gu, '$1$2')
    .trim();
  return { text, isBold, isItalic, headingLevel: heading?.[1]?.length ?? null };
}
