/** Words that fold to a keyword but mean something else: they must not be taken for it. */
const LOOK_ALIKES: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries({
    sau: 'sáu sâu sấu',
    quy: 'quỹ quỷ quỳ',
    tu: 'tư tự tử tú tủ',
    hang: 'hạng hãng',
    moi: 'mới mọi mời môi mồi',
    ky: 'ký kỹ kỷ',
    den: 'đen đèn đền',
    toi: 'tôi tội',
    thu: 'thủ thư thù thú',
    nam: 'nắm nấm',
    han: 'hàn hán hận',
    lan: 'làn',
    khi: 'khí khỉ',
    trong: 'trọng trống trồng',
    dau: 'dấu dầu đâu dâu',
    cuoi: 'cười cưới',
    gio: 'gió giỏ',
    thang: 'thắng thẳng thăng',
    tuan: 'tuân',
    tinh: 'tỉnh tình tĩnh tinh',
  }).map(([key, words]) => [key, new Set(words.split(' '))]),
);

/** Two spellings of one word. */
const SPELLINGS: Readonly<Record<string, string>> = { qui: 'quy', ki: 'ky', mong: 'mung' };

const foldedCharacters = new Map<string, string>();

function foldCharacter(character: string): string {
  const known = foldedCharacters.get(character);
  if (known !== undefined) return known;
  const folded = character.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase();
  foldedCharacters.set(character, folded);
  return folded;
}

/** Without diacritics, letter by letter. @param word lower case, composed */
export function foldWord(word: string): string {
  if (/^[a-z]*$/.test(word)) return word;
  let folded = '';
  for (const character of word) folded += foldCharacter(character);
  return folded;
}

/** The keyword a word stands for; "~…" for a word that only looks like one. "Nam" with a capital is the South. */
export function keywordOf(folded: string, word: string, isCapital: boolean): string {
  if (LOOK_ALIKES.get(folded)?.has(word)) return `~${folded}`;
  if (word === 'nam' && isCapital) return '~nam';
  return SPELLINGS[folded] ?? mendSlip(folded);
}

/** Keywords whose slips of typing are worth mending: long enough not to be hit by chance. */
const KEYWORDS = [
  'truoc',
  'ngay',
  'thang',
  'thuong',
  'xuyen',
  'hang',
  'dinh',
  'cham',
  'nhat',
  'trong',
  'hoan',
  'thanh',
  'quy',
  'tuan',
];

/** Words typed together. */
const GLUED: ReadonlyMap<string, readonly [string, string]> = new Map(
  [
    ['truoc', 'ngay'],
    ['truoc', 'thang'],
    ['thuong', 'xuyen'],
    ['hang', 'thang'],
    ['hang', 'quy'],
    ['hang', 'nam'],
    ['hang', 'tuan'],
    ['hang', 'ngay'],
    ['dinh', 'ky'],
    ['cham', 'nhat'],
    ['muon', 'nhat'],
    ['trong', 'nam'],
    ['trong', 'quy'],
    ['trong', 'thang'],
    ['trong', 'ngay'],
    ['trong', 'vong'],
    ['den', 'het'],
    ['den', 'ngay'],
    ['lam', 'viec'],
    ['hoan', 'thanh'],
    ['moi', 'thang'],
    ['moi', 'quy'],
    ['moi', 'nam'],
    ['ke', 'tu'],
    ['vao', 'ngay'],
  ].map(([one = '', other = '']) => [one + other, [one, other]]),
);

const ONSET = '(?:ngh|ng|nh|gh|gi|kh|th|tr|ch|ph|qu|[bcdghklmnprstvx])?';
const VOWELS =
  '(?:[aeiouy]|a[iouy]|e[ou]|i[aeu]|o[aeio]|oo|u[aeioy]|y[e]|ieu|yeu|oai|oay|oeo|uay|uoi|uou|uya|uye|uyu|uay|ie|uo|eu)';
const SYLLABLE = new RegExp(`^${ONSET}${VOWELS}(?:ch|nh|ng|[cmnpt])?$`);

const syllables = new Map<string, boolean>();
const MOST_REMEMBERED = 20_000;

function isSyllable(folded: string): boolean {
  const known = syllables.get(folded);
  if (known !== undefined) return known;
  const answer = SYLLABLE.test(folded);
  if (syllables.size < MOST_REMEMBERED) syllables.set(folded, answer);
  return answer;
}

const SHORTEST = 4;
const LONGEST = 12;

/** The two keywords of a word typed without a space; null where it is none. */
export function splitGlued(folded: string): readonly [string, string] | null {
  return folded.length > SHORTEST ? (GLUED.get(folded) ?? null) : null;
}

/** The keyword that was meant where a word is no Vietnamese syllable and one letter away from one keyword; else the word. */
export function mendSlip(folded: string): string {
  if (folded.length < SHORTEST || folded.length > LONGEST || isSyllable(folded)) return folded;
  return KEYWORDS.find((keyword) => isOneSlipAway(folded, keyword)) ?? folded;
}

/** One letter missing, too many, wrong, or two neighbours changed places. */
function isOneSlipAway(word: string, keyword: string): boolean {
  if (Math.abs(word.length - keyword.length) > 1) return false;
  let start = 0;
  while (start < word.length && word[start] === keyword[start]) start += 1;
  const rest = (text: string, from: number): string => text.slice(from);
  return (
    rest(word, start + 1) === rest(keyword, start) ||
    rest(word, start) === rest(keyword, start + 1) ||
    rest(word, start + 1) === rest(keyword, start + 1) ||
    (word[start] === keyword[start + 1] &&
      word[start + 1] === keyword[start] &&
      rest(word, start + 2) === rest(keyword, start + 2))
  );
}
