import type { Decimal } from '../../../kernel/decimal.ts';
import { excerptAround } from './excerpt.ts';
import { fractionAt, gap, NUMBER, numberAt } from './grammar.ts';
import { isLikelySlip } from './likely-slip.ts';
import { nounOf } from './part-list.ts';
import type { Passage } from './passage.ts';
import type { PrintedNumber } from './printed-number.ts';
import { minus, plus, type Relation } from './relation.ts';

const WORDS = (longest: number): string => `([^«»⟨⟩⟪⟫;.\n]{0,${longest}}?)`;
/** "…, đạt 88,9%, còn" */
const SHARE_BETWEEN = '(?:⟪\\d+⟫[^«»⟨⟩⟪⟫;.\\n]{0,30}?)?';
const LEFT = '(?<!\\p{L})còn(?: lại)?(?: là)?\\s(?:có\\s)?';
const DONE = '(?:đã|hoàn thành|giải quyết|giải ngân|xử lý|thực hiện|ban hành)';

const DONE_OF_ALL = new RegExp(`⟨(\\d+)⟩\\s?${WORDS(60)}${SHARE_BETWEEN}${LEFT}${NUMBER}\\s?${gap(30)}`, 'giu');
const DONE_OF_ALL_REST_BEHIND = new RegExp(`⟨(\\d+)⟩\\s?${WORDS(60)},\\s${NUMBER}\\s?${WORDS(20)}còn lại`, 'giu');
const ALL_THEN_DONE = new RegExp(
  `${NUMBER}\\s?${WORDS(80)}${DONE}${gap(40)}${NUMBER}\\s?${WORDS(60)}${SHARE_BETWEEN}${LEFT}${NUMBER}\\s?${gap(30)}`,
  'giu',
);

/** "đã hoàn thành 05/06 nhiệm vụ, còn 01 nhiệm vụ": the rest against whole less done. */
export function findRemainders(passage: Passage): Relation[] {
  const { skeleton } = passage;
  const ofFractions = [...skeleton.matchAll(DONE_OF_ALL), ...skeleton.matchAll(DONE_OF_ALL_REST_BEHIND)].flatMap(
    (match) => {
      const fraction = fractionAt(passage, match[1]);
      const rest = numberAt(passage, match[3]);
      if (!fraction || !rest) return [];
      const isFirm =
        haveOneNoun([match[2], match[4]]) &&
        isLastNumber(passage, match) &&
        isAllOfRest(passage, rest, fraction.below.value.minus(fraction.above.value));
      return [remainder(passage, { whole: fraction.below, done: fraction.above, rest }, isFirm)];
    },
  );
  const ofCounts = [...skeleton.matchAll(ALL_THEN_DONE)].flatMap((match) => {
    const [whole, done, rest] = [numberAt(passage, match[1]), numberAt(passage, match[4]), numberAt(passage, match[6])];
    if (!whole || !done || !rest || done.value.gt(whole.value)) return [];
    const isFirm =
      haveOneNoun([match[2], match[5], match[7]]) &&
      isLastNumber(passage, match) &&
      isAllOfRest(passage, rest, whole.value.minus(done.value));
    return [remainder(passage, { whole, done, rest }, isFirm)];
  });
  return [...ofFractions, ...ofCounts];
}

/** The first words after each number are the same: what is done, and what is left, is counted in one thing. */
function haveOneNoun(words: readonly (string | undefined)[]): boolean {
  const nouns = words.map((text) =>
    (text ?? '')
      .toLowerCase()
      .split(/[\s,()]+/u)
      .filter((word) => word !== '')
      .slice(0, 2),
  );
  const shared = Math.min(...nouns.map((noun) => noun.length));
  const heads = new Set(nouns.map((noun) => noun.slice(0, shared).join(' ')));
  return shared > 0 && heads.size === 1;
}

const ENDS_WITH_REST =
  /^\s*(?:\p{Ll}+\s*)?(?:[.,;)(]|$|(?:chưa(?: được)?|đang(?: được)?|còn phải|tiếp tục)\s(?:giải quyết|xử lý|thực hiện|hoàn thành|giải ngân|trả lời|ban hành|triển khai|xong|đến hạn)(?!\p{L}))/u;

/** "còn 05 nhiệm vụ xin gia hạn" tells of some of the rest; that of all the rest ends with what is counted. */
export function isAllOfRest(passage: Passage, rest: PrintedNumber, left: Decimal): boolean {
  const words = passage.text.slice(rest.to, rest.to + 40);
  const beyond = words.trimStart().slice(nounOf(words).length);
  return ENDS_WITH_REST.test(beyond) || isLikelySlip(rest.value, left);
}

/** No further number follows in the sentence that could share the rest. */
function isLastNumber(passage: Passage, match: RegExpExecArray): boolean {
  return !/^[^.\n]*[«⟨]/u.test(passage.skeleton.slice(match.index + match[0].length));
}

type Division = { readonly whole: PrintedNumber; readonly done: PrintedNumber; readonly rest: PrintedNumber };

function remainder(passage: Passage, { whole, done, rest }: Division, isFirm: boolean): Relation {
  const text = excerptAround(passage, [whole, done, rest]);
  return { kind: 'difference', stated: [plus(rest)], computed: [plus(whole), minus(done)], text, isFirm };
}
