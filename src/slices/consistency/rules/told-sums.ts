import { shorten } from './excerpt.ts';
import { numberAt, sentencesOf, stepsOf } from './grammar.ts';
import { isLikelySlip } from './likely-slip.ts';
import { nounOf } from './part-list.ts';
import type { Passage } from './passage.ts';
import type { PrintedNumber } from './printed-number.ts';
import { judge, plus, type Relation, slackOf } from './relation.ts';

const WORDS_OF_NUMBERS = ['hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín', 'mười'];
const COUNTED =
  '(?:lĩnh vực|nội dung|nhóm|mục|phòng|đơn vị|bộ phận|loại|khoản|quý|tháng|tiêu chí|chỉ tiêu|nguồn|hình thức|phần|xã|chi cục)';
/** "Cộng cả bốn lĩnh vực, Sở đã tiếp nhận 812 hồ sơ"; "Tổng điểm bảy lĩnh vực: 83,25 điểm". */
const TOTAL = new RegExp(
  `(?:^|[.;,]\\s)\\s?(?:Như vậy,\\s)?(?:tổng|tổng cộng|tổng số|cộng|tính chung|tính cả|chung)(?:\\s(?:cả|số|điểm|của|là|hồ sơ)){0,3}\\s(?:(${WORDS_OF_NUMBERS.join('|')})|«(\\d+)»)\\s${COUNTED}(?:\\s(?:trên|này|nêu trên|nói trên))?(?:[,:]?\\s[^«⟨⟪.;:()\\n]{0,60}?|:\\s|\\s)«(\\d+)»\\s`,
  'iu',
);
/** "Tổng số điểm bị trừ là 2,75 điểm" right below a list of losses. */
const PLAIN_TOTAL =
  /^\s?(?:Như vậy,\s)?(?:tổng (?:số|cộng)|cộng|tổng)(?:\s(?:cộng|số|điểm|bị|trừ|mất|là|:|đã)){0,6}\s?:?\s«(\d+)»\s/iu;
const NO_SUM = /bình quân|trung bình|tỷ lệ|tỉ lệ|trùng|nhiều phương án|nhiều tiêu chí|một số|v\.v|…|trong đó/iu;
const FEWEST = 2;
const FEWEST_UNCOUNTED = 3;
const MOST = 20;

type Item = { readonly number: PrintedNumber; readonly noun: string };

/** A total told in a sentence behind the items it adds up: list items, the paragraph before, or what stands before it. */
export function findToldSums(passages: readonly Passage[]): Relation[] {
  return passages.flatMap((passage, index) => {
    if (passage.numbers.length === 0) return [];
    const counted = TOTAL.exec(passage.skeleton);
    const total = numberAt(passage, counted?.[3]);
    if (counted && total) {
      const items = itemsBefore(passages, index, counted.index);
      return items.length === countOf(passage, counted) ? sumUp(passage, total, items).filter(isNear) : [];
    }
    const plain = PLAIN_TOTAL.exec(passage.skeleton);
    const uncounted = numberAt(passage, plain?.[1]);
    const items = uncounted ? listAbove(passages, index) : [];
    return uncounted && items.length >= FEWEST_UNCOUNTED ? sumUp(passage, uncounted, items).filter(isNear) : [];
  });
}

function countOf(passage: Passage, match: RegExpExecArray): number | null {
  const word = WORDS_OF_NUMBERS.indexOf((match[1] ?? '').toLowerCase());
  return word >= 0 ? word + 2 : (numberAt(passage, match[2])?.value.toNumber() ?? null);
}

function itemsBefore(passages: readonly Passage[], index: number, at: number): Item[] {
  const passage = passages[index];
  const head = passage?.skeleton.slice(0, at) ?? '';
  if (passage && /[«⟨⟪]/u.test(head)) return itemsOf(passage, sentencesOf(head).at(-1) ?? '');
  const listed = listAbove(passages, index);
  const above = passages[index - 1];
  return listed.length > 0 || !above ? listed : itemsOf(above, above.skeleton);
}

/** Every number of the words; none where they hold a share or a guess, or hint at overlaps. */
function itemsOf(passage: Passage, words: string): Item[] {
  if (NO_SUM.test(words)) return [];
  const steps = stepsOf(passage, words).filter(({ kind }) => kind !== 'other');
  const items = steps.flatMap(({ kind, number, after }) =>
    kind === 'number' && number && !number.isBound ? [{ number, noun: nounOf(after) }] : [],
  );
  return items.length === steps.length ? items : [];
}

/** One number from each item of the list right above. */
function listAbove(passages: readonly Passage[], index: number): Item[] {
  const style = passages[index - 1]?.mark?.style ?? null;
  if (style === null || passages[index]?.mark?.style === style) return [];
  const items: Item[] = [];
  for (let at = index - 1; at >= 0 && items.length < MOST; at -= 1) {
    const passage = passages[at];
    if (passage?.mark?.style !== style) break;
    const own = itemsOf(passage, passage.skeleton);
    const [item] = own;
    if (!item || own.length !== 1) return [];
    items.unshift(item);
  }
  return items;
}

function sumUp(passage: Passage, total: PrintedNumber, items: readonly Item[]): Relation[] {
  const noun = nounOf(passage.text.slice(total.to, total.to + 40));
  const isOneThing = noun !== '' && items.every((item) => item.noun === noun);
  if (items.length < FEWEST || !isOneThing || total.isBound || NO_SUM.test(passage.skeleton)) return [];
  const printed = items.map(({ number }) => number.printed).join(' + ');
  const text = shorten(`${passage.text.slice(0, total.to + 20).slice(-120)}: ${printed}`);
  const computed = items.map(({ number }) => plus(number));
  return [{ kind: 'sum', stated: [plus(total)], computed, text, isFirm: true }];
}

function isNear(relation: Relation): boolean {
  const verdict = judge(relation, slackOf(relation));
  return verdict !== null && (verdict.holds || isLikelySlip(verdict.stated, verdict.computed));
}
