/**
 * Characters as the rules expect them: composed Unicode, ordinary spaces, no invisible signs. Line breaks and tabs
 * stay. Tone placement is the author's ("hoà" stays "hoà"); `foldVietnamese` makes both equal where text is compared.
 */
export function cleanText(text: string): string {
  return (
    text
      .replace(/[\u00A0\u2000-\u200A\u202F\u205F\u3000]/g, ' ')
      .replace(/[\u00AD\u200B-\u200F\u202A-\u202E\u2060\uFEFF]/g, '')
      .replace(/\r\n?|[\u2028\u2029\v\f]/g, '\n')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out
      .replace(/[\u0000-\u0008\u000E-\u001F\u007F-\u009F]/g, '')
      .replace(/\u2044/g, '/')
      .replace(/(?<!\d)[\u00BC-\u00BE](?=\s*điểm)/gu, (fraction) => FRACTIONS[fraction] ?? fraction)
      .normalize('NFC')
  );
}

/** Word turns "1/2" into one sign while it is typed; in a score it stands for points of points. */
const FRACTIONS: Readonly<Record<string, string>> = { '\u00BC': '1/4', '\u00BD': '1/2', '\u00BE': '3/4' };

/** Cleaned, without blanks around it and around its line breaks. */
export function trimText(text: string): string {
  return cleanText(text)
    .replace(/[ \t]*\n[ \t]*/g, '\n')
    .trim();
}
