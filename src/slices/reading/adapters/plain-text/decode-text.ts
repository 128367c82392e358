import { vietnameseShare } from './legacy-vietnamese.ts';

/**
 * The characters of a text file: Unicode by its mark or by being valid UTF-8, otherwise one of the single-byte
 * encodings of old Vietnamese machines. Windows-1258 puts tones in characters of their own; text typed in TCVN3 or VNI
 * fonts comes out as Western European letters, for `convertLegacyVietnamese` to mend.
 */
export function decodeText(bytes: Uint8Array): string {
  const [first, second, third] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  if (first === 0xef && second === 0xbb && third === 0xbf) return new TextDecoder('utf-8').decode(bytes);
  const utf8 = decodeStrictUtf8(bytes);
  if (utf8 !== null) return utf8;
  const vietnamese = new TextDecoder('windows-1258').decode(bytes);
  return COMBINING_TONES.test(vietnamese) && readsAsVietnamese(vietnamese)
    ? vietnamese
    : new TextDecoder('windows-1252').decode(bytes);
}

/** The tone characters that windows-1258 has where windows-1252 has letters: absent, the two cannot be told apart. */
const COMBINING_TONES = /[\u0300\u0301\u0303\u0309\u0323]/;

/** A tone must follow a vowel; in TCVN3 and VNI text read as windows-1258 most tones fall anywhere. */
function readsAsVietnamese(text: string): boolean {
  const tones = text.match(/[\u0300\u0301\u0303\u0309\u0323]/g)?.length ?? 0;
  const placed = text.match(/[aeiouyăâêôơư][\u0300\u0301\u0303\u0309\u0323]/gi)?.length ?? 0;
  return placed >= tones * 0.9 && vietnameseShare(text.normalize('NFC')) >= 0.7;
}

/** Valid UTF-8 with fewer damaged characters than sound ones (a cut at the end, a flipped bit) is still UTF-8. */
function decodeStrictUtf8(bytes: Uint8Array): string | null {
  const text = new TextDecoder('utf-8').decode(bytes);
  const damaged = text.match(/\uFFFD/g)?.length ?? 0;
  if (damaged === 0) return text;
  const sound = text.match(/[\u0080-\uFFFC]/g)?.length ?? 0;
  return damaged < sound ? text : null;
}
