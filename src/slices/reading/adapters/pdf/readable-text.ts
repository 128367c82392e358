import { isSyllable } from '../../rules/syllable.ts';
import { recogniseLegacyEncoding } from '../plain-text/legacy-vietnamese.ts';

/** Fewer words prove nothing. */
const ENOUGH_WORDS = 40;
/** Share of words with letters outside ASCII from which a text is taken to be Vietnamese. */
const VIETNAMESE = 0.1;
/** A Vietnamese text has nearly all its words spelt like syllables; one with lost letters has half. */
const SPELT = 0.6;
/** Share of signs that stand for no letter. */
const TOO_MANY_BLANKS = 0.2;

/**
 * Whether the letters that a PDF stores are those that it shows. Some writers lose letters that their font lacks
 * ("th ủ ụ th m quy n"), others number their letters as they please: then only the picture of the page tells.
 */
export function isReadable(text: string): boolean {
  const signs = text.replace(/\s/g, '');
  const unknown = signs.match(/[\uE000-\uF8FF\uFFFD]/g)?.length ?? 0;
  if (unknown > signs.length * TOO_MANY_BLANKS) return false;
  const words = text.match(/\p{L}+/gu)?.filter((word) => /\p{Ll}/u.test(word)) ?? [];
  const accented = words.filter((word) => /[^a-z]/i.test(word)).length;
  if (words.length < ENOUGH_WORDS || accented < words.length * VIETNAMESE) return true;
  return words.filter(isWholeSyllable).length >= words.length * SPELT || recogniseLegacyEncoding(text) !== null;
}

/** A vowel or consonant alone is what is left of a word. */
function isWholeSyllable(word: string): boolean {
  return word.length > 1 && isSyllable(word);
}
