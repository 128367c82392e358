const NUCLEI =
  'uyê|uya|uyu|yêu|iêu|oai|oay|oao|oeo|uây|uôi|ươi|ươu|ai|ao|au|ay|âu|ây|eo|êu|ia|iê|iu|oa|oă|oe|oi|ôi|ơi|ua|uâ|ui|uê|uô|uơ|ươ|ưa|ưi|ưu|uy|yê|[aăâeêioôơuưy]';
const SYLLABLE = new RegExp(`^(ngh|ng|nh|th|tr|ch|kh|gh|gi|ph|qu|[bcdđghklmnpqrstvx])?(${NUCLEI})(ng|nh|ch|[cmnpt])?$`);
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;

/** Whether a word is built like a Vietnamese syllable: initial, nucleus, final, one tone at most. */
export function isSyllable(word: string): boolean {
  return partsOf(word) !== null;
}

/** A nucleus that must be closed, those that can be, and finals that follow some nuclei only. */
const ALWAYS_CLOSED = /^(uyê|iê|yê|uô|ươ|oă|uâ|ă|â)$/;
const MAY_BE_CLOSED = /^(uyê|iê|yê|uô|ươ|oă|uâ|oa|oe|uê|uy|[aăâeêioôơuưy])$/;
const BEFORE_NH_CH = /^(a|i|ê|oa|uê|uy|y)$/;
const NEVER_BEFORE_NG_C = /^(i|ê|y|ơ|uê|uy)$/;
/** Syllables that end in a stop are spoken with one of these tones. */
const TONES_OF_STOPS = /[\u0301\u0323]/;

/**
 * Whether a word is a syllable that can be spoken as it stands: "xuyên" is, its halves "xuyê" and "n" are not, nor is
 * "ờng". Stricter than `isSyllable`, for telling where a narrow column cut a word.
 *
 * @source the rhymes of Vietnamese as school grammars list them (Hoàng Phê, Từ điển vần)
 */
export function isWholeSyllable(word: string): boolean {
  const parts = partsOf(word);
  if (!parts) return false;
  const { nucleus, final, tone } = parts;
  if (final === '') return !ALWAYS_CLOSED.test(nucleus);
  if (!MAY_BE_CLOSED.test(nucleus)) return false;
  if ((final === 'nh' || final === 'ch') && !BEFORE_NH_CH.test(nucleus)) return false;
  if ((final === 'ng' || final === 'c') && NEVER_BEFORE_NG_C.test(nucleus)) return false;
  return !/^(c|ch|p|t)$/.test(final) || TONES_OF_STOPS.test(tone);
}

function partsOf(word: string): { nucleus: string; final: string; tone: string } | null {
  const decomposed = word.toLowerCase().normalize('NFD');
  const tone = decomposed.match(TONES) ?? [];
  const match = tone.length <= 1 ? SYLLABLE.exec(decomposed.replace(TONES, '').normalize('NFC')) : null;
  if (!match) return null;
  const [, initial, nucleus = '', final = ''] = match;
  return { nucleus: initial === 'gi' && nucleus === 'ê' ? 'iê' : nucleus, final, tone: tone[0] ?? '' };
}
