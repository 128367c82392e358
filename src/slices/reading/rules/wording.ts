/** Lower case without diacritics, character for character, so that a match stands at the same place in the text itself. */
export function foldLetters(text: string): string {
  const folded = text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase();
  return folded.length === text.length ? folded : text.toLowerCase();
}

/** A pattern that matches whole words only; letters with diacritics count as letters. */
export function words(pattern: string, flags = 'iu'): RegExp {
  return new RegExp(`(?<![\\p{L}\\d])(?:${pattern})(?![\\p{L}\\d])`, flags);
}

const BULLET = /^(?:[-–—+*•·●○▪►➢✓]\s*|[a-zđ]\)\s+)/u;

/** Text as the exchange format wants it: white space folded, leading bullets and markdown signs dropped. */
export function cleanWording(text: string): string {
  const folded = text.replace(/\s+/gu, ' ').trim();
  return folded.replace(BULLET, '').trim();
}

/** Without the punctuation that ends a clause. */
export function dropEnd(text: string): string {
  return text.replace(/[\s;,:.…/–-]+$/u, '');
}

/** Without a comma, semicolon or colon at the end; a full stop belongs to the sentence. */
export function dropSeparatorEnd(text: string): string {
  return text.replace(/[\s;,:]+$/u, '');
}

/** Reads "80,567", "90.05", "1.234,5", "06"; null where it is not a number. A point with three digits after it groups. */
export function readNumber(text: string): number | null {
  const trimmed = text.trim();
  if (!/^\d{1,12}(?:[.,]\d{1,6}){0,4}$/.test(trimmed)) return null;
  if (trimmed.includes(',')) return Number(trimmed.replaceAll('.', '').replace(',', '.'));
  const isGrouped = /^\d{1,3}(?:\.\d{3})+$/.test(trimmed);
  return Number(isGrouped ? trimmed.replaceAll('.', '') : trimmed);
}

export const NUMBER = String.raw`\d{1,9}(?:[.,]\d{1,6})?`;

export function isCapitals(text: string): boolean {
  const letters = text.replace(/[^\p{L}]/gu, '');
  return letters.length >= 2 && letters === letters.toUpperCase();
}

export function startsLower(text: string): boolean {
  return /^\p{Ll}/u.test(text);
}

export function startsUpper(text: string): boolean {
  return /^[“"'(]?\p{Lu}/u.test(text);
}

/** "SỞ TÀI NGUYÊN" → "Sở tài nguyên": only the first letter stays a capital. */
export function sentenceCase(text: string): string {
  const lower = text.toLowerCase();
  return lower.charAt(0).toUpperCase() + lower.slice(1);
}
