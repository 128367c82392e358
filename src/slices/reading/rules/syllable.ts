const NUCLEI =
  'uyê|uya|uyu|yêu|iêu|oai|oay|oao|oeo|uây|uôi|ươi|ươu|ai|ao|au|ay|âu|ây|eo|êu|ia|iê|iu|oa|oă|oe|oi|ôi|ơi|ua|uâ|ui|uê|uô|uơ|ươ|ưa|ưi|ưu|uy|yê|[aăâeêioôơuưy]';
const SYLLABLE = new RegExp(`^(ngh|ng|nh|th|tr|ch|kh|gh|gi|ph|qu|[bcdđghklmnpqrstvx])?(${NUCLEI})(ng|nh|ch|[cmnpt])?$`);
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;

/** Whether a word is spelt like a Vietnamese syllable. */
export function isSyllable(word: string): boolean {
  const decomposed = word.toLowerCase().normalize('NFD');
  const tones = decomposed.match(TONES)?.length ?? 0;
  return tones <= 1 && SYLLABLE.test(decomposed.replace(TONES, '').normalize('NFC'));
}
