import { isWholeSyllable } from '../../rules/syllable.ts';

/** Lines as running text: a blank for each break, none where the break cut a word or a number in two. */
export function joinLineTexts(texts: readonly string[]): string {
  const lines = texts.map((text) => text.trim()).filter((text) => text !== '');
  if (lines.every((text) => /^\p{Lu}{1,3}$/u.test(text))) return lines.join('');
  const isNarrow = isNarrowerThanWords(lines);
  return lines
    .reduce((joined, text) => {
      const isCut = isCutBySign(joined, text) || isCutSyllable(joined, text, isNarrow);
      return isCut ? joined + text : `${joined} ${text}`;
    }, '')
    .trim();
}

/** After "21/CT-", within "15/12/20 | 24", and before letters that cannot be a syllable of their own ("phòn" + "g"). */
function isCutBySign(before: string, after: string): boolean {
  return (
    /[\p{L}\d][-/]$/u.test(before) ||
    isCutDate(before, after) ||
    (/\p{L}$/u.test(before) && /^([bcdđghklmnpqrstvx]|ng|nh|ch)(?!\p{L})/u.test(after))
  );
}

function isCutDate(before: string, after: string): boolean {
  const [, day = '', year = ''] = /(\d{1,2}\/\d{1,2})(?:\/(\d{1,3}))?$/.exec(before) ?? [];
  if (day === '') return false;
  const [digits = ''] = (year === '' ? /^\/\d{4}(?!\d)/ : /^\d{1,3}(?!\d)/).exec(after) ?? [];
  return digits !== '' && year.length + digits.replace('/', '').length === 4;
}

/**
 * One of the halves cannot be spoken, both together can. In a column narrower than words halves that can be spoken are
 * joined, too ("xuy" + "ên").
 */
function isCutSyllable(before: string, after: string, isNarrow: boolean): boolean {
  const [head = ''] = /\p{L}+$/u.exec(before) ?? [];
  const [tail = ''] = /^\p{Ll}+/u.exec(after) ?? [];
  if (head === '' || tail === '' || !isWholeSyllable(head + tail)) return false;
  return isNarrow || !isWholeSyllable(head) || !isWholeSyllable(tail);
}

/** No line has room for two words, and some word was cut without doubt. */
function isNarrowerThanWords(lines: readonly string[]): boolean {
  if (lines.some((line) => /\s/.test(line))) return false;
  return lines.some((line, index) => index > 0 && isCutSyllable(lines[index - 1] ?? '', line, false));
}
