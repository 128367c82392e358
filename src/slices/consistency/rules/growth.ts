import { excerptAround } from './excerpt.ts';
import { NUMBER, numberAt, PERCENT, sentencesOf } from './grammar.ts';
import { nounOf } from './part-list.ts';
import type { Passage } from './passage.ts';
import { constant, judge, minus, plus, type Relation, slackOf } from './relation.ts';

const TWO_YEARS = new RegExp(
  `${NUMBER}\\s([^«⟨⟪.\\n]{0,50}?)¤([^«⟨⟪.\\n]{0,50}?)${NUMBER}\\s([^«⟨⟪.;\\n]{0,40}?)[,;]\\s?(tăng|giảm)(?: thêm)?\\s${PERCENT}(?!\\s?điểm)`,
  'giu',
);
const IS_GOAL = /phấn đấu|mục tiêu|dự kiến|chỉ tiêu|kế hoạch đề/iu;

/** "Năm 2023 cắt giảm 50 thành phần hồ sơ; năm 2024 cắt giảm 60 thành phần hồ sơ, tăng 20% so với năm 2023". */
export function findGrowth(passage: Passage): Relation[] {
  return sentencesOf(passage.skeleton).flatMap((sentence) =>
    IS_GOAL.test(sentence) ? [] : [...sentence.matchAll(TWO_YEARS)].flatMap((match) => growthOf(passage, match)),
  );
}

const PLAN = '(?:kế hoạch|dự toán|chỉ tiêu|mục tiêu)(?:\\s(?:được|giao|đề|ra|năm|cả|¤)){0,4}';
const BEYOND_PLAN = new RegExp(
  `(?:đạt|bằng)\\s${PERCENT}(?:\\s(?:so với\\s)?${PLAN})?(?:\\s?\\([^()]{0,60}\\))?\\s?[,;(]\\s?(?:tức là\\s|và\\s)?(vượt|còn thiếu|thiếu|hụt)\\s(?:kế hoạch\\s|chỉ tiêu\\s)?${PERCENT}(?:\\s(?:so với\\s)?${PLAN})?\\s?(?:[.;,)]|$)`,
  'giu',
);

/** "đạt 106% kế hoạch, vượt 6%": what lies beyond the plan, or is missing to it, against the share of the plan. */
export function findExcess(passage: Passage): Relation[] {
  return [...passage.skeleton.matchAll(BEYOND_PLAN)].flatMap((match) => {
    const [share, beyond] = [numberAt(passage, match[1]), numberAt(passage, match[3])];
    if (!share || !beyond || share.isBound || beyond.isBound) return [];
    const isOver = (match[2] ?? '').toLowerCase() === 'vượt';
    if (isOver !== share.value.gt(100)) return [];
    const computed = isOver ? [plus(share), constant(-100)] : [constant(100), minus(share)];
    const text = excerptAround(passage, [share, beyond]);
    return [{ kind: 'difference' as const, stated: [plus(beyond)], computed, text, isFirm: true }];
  });
}

function growthOf(passage: Passage, match: RegExpExecArray): Relation[] {
  const [one, other, share] = [numberAt(passage, match[1]), numberAt(passage, match[4]), numberAt(passage, match[7])];
  if (!one || !other || !share || one.isBound || other.isBound || share.isBound) return [];
  const noun = nounOf(passage.text.slice(one.to, one.to + 40));
  if (noun === '' || noun !== nounOf(passage.text.slice(other.to, other.to + 40))) return [];
  const [first, second] = [yearBefore(passage, one.from), yearBefore(passage, other.from)];
  if (first === null || second === null || first === second) return [];
  const [earlier, now] = first < second ? [one, other] : [other, one];
  const isRise = (match[6] ?? '').toLowerCase() === 'tăng';
  if (earlier.value.isZero() || now.value.gt(earlier.value) !== isRise) return [];
  const sign = isRise ? 100 : -100;
  const relation: Relation = {
    kind: 'ratio',
    stated: [plus(share)],
    computed: [
      { factor: sign, over: [now], under: [earlier] },
      { factor: -sign, over: [], under: [] },
    ],
    text: excerptAround(passage, [one, other, share]),
    isFirm: true,
  };
  return judge(relation, slackOf(relation)) ? [relation] : [];
}

function yearBefore({ text }: Passage, at: number): number | null {
  const year = [...text.slice(0, at).matchAll(/(?<!\d)(20\d\d)(?!\d)/gu)].at(-1)?.[1];
  return year === undefined ? null : Number(year);
}
