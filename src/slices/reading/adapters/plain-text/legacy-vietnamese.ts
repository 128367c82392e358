import { isSyllable } from '../../rules/syllable.ts';

/** Text typed in the fonts of the 1990s: the letters are Western European, the font drew Vietnamese ones. */
export type LegacyEncoding = 'tcvn3' | 'vni';

/** TCVN3 (ABC): one sign for each letter. Fonts whose name ends in H draw capitals; their text keeps small letters. */
const TCVN3 = pairs(
  'µ¶·¸¹¨»¼½¾Æ©ÇÈÉÊË®ÌÎÏÐÑªÒÓÔÕÖ×ØÜÝÞßáâãä«åæçèé¬êëìíîïñòóô\u00ADõö÷øùúûüýþ¡¢£¤¥¦§',
  'àảãáạăằẳẵắặâầẩẫấậđèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵĂÂÊÔƠƯĐ',
);

/** VNI: the letter, then a sign for its tone and hat. */
const VNI_MARKS: Readonly<Record<string, string>> = {
  a: 'ùáøàûảõãïạêăéắèằúẳüẵëặââáấàầåẩãẫäậ',
  e: 'ùéøèûẻõẽïẹâêáếàềåểãễäệ',
  o: 'ùóøòûỏõõïọâôáốàồåổãỗäộ',
  ô: 'ùớøờûởõỡïợ',
  u: 'ùúøùûủõũïụ',
  ö: 'ùứøừûửõữïự',
  y: 'ùýøỳûỷõỹ',
};
const VNI_SINGLE = pairs('ôöñæóòîÔÖÑÆÓÒÎ', 'ơưđỉĩịỵƠƯĐỈĨỊỴ');
const VNI_PAIR = vniPairs();

function pairs(from: string, to: string): ReadonlyMap<string, string> {
  const letters = [...to];
  return new Map([...from].map((sign, index) => [sign, letters[index] ?? sign]));
}

function vniPairs(): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [letter, marks] of Object.entries(VNI_MARKS)) {
    const signs = [...marks];
    for (let index = 0; index + 1 < signs.length; index += 2) {
      const [mark, result] = [signs[index] ?? '', signs[index + 1] ?? ''];
      found.set(letter + mark, result);
      found.set(letter.toUpperCase() + mark.toUpperCase(), result.toUpperCase());
      found.set(letter.toUpperCase() + mark, result.toUpperCase());
    }
  }
  return found;
}

export function fromTcvn3(text: string): string {
  return text.replace(/[\u00A1-\u00FE]/g, (sign) => TCVN3.get(sign) ?? sign);
}

export function fromVni(text: string): string {
  let result = '';
  for (let at = 0; at < text.length; at += 1) {
    const pair = VNI_PAIR.get(text.slice(at, at + 2));
    const sign = text.charAt(at);
    result += pair ?? VNI_SINGLE.get(sign) ?? sign;
    if (pair !== undefined) at += 1;
  }
  return result;
}

const CONVERTERS: Readonly<Record<LegacyEncoding, (text: string) => string>> = { tcvn3: fromTcvn3, vni: fromVni };

const WORD = /[\p{L}\u00A1-\u00BF\u00D7\u00F7\u00AD]+/gu;
// biome-ignore lint/suspicious/noControlCharactersInRegex: "outside ASCII" begins after its last control character
const BEYOND_ASCII = /[^\u0000-\u007F]/;

/** Share of the words with letters outside ASCII that are spelt like Vietnamese syllables; 1 where there are none. */
export function vietnameseShare(text: string): number {
  const words = (text.match(WORD) ?? []).filter((word) => BEYOND_ASCII.test(word));
  return words.length === 0 ? 1 : words.filter(isSyllable).length / words.length;
}

/** How much better than the text itself a conversion must read before it is believed. */
const CLEARLY_BETTER = 0.25;

/** @returns the encoding whose conversion reads clearly better as Vietnamese than the text itself, or null */
export function recogniseLegacyEncoding(text: string): LegacyEncoding | null {
  const sample = text.slice(0, 200_000);
  const own = vietnameseShare(sample);
  const best = (['tcvn3', 'vni'] as const)
    .map((encoding) => ({ encoding, share: vietnameseShare(CONVERTERS[encoding](sample)) }))
    .sort((a, b) => b.share - a.share)[0];
  return best && best.share >= 0.6 && best.share > own + CLEARLY_BETTER ? best.encoding : null;
}

/** Converts what is typed in the legacy encoding and leaves what is Unicode already: papers mix both. */
export function convertLegacyVietnamese(text: string, encoding: LegacyEncoding): string {
  if (!BEYOND_ASCII.test(text)) return text;
  const converted = CONVERTERS[encoding](text);
  return vietnameseShare(converted) > vietnameseShare(text) ? converted : text;
}
