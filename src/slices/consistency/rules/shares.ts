import { gap, NUMBER, numberAt, PERCENT, stepsOf } from './grammar.ts';
import { isLikelySlip } from './likely-slip.ts';
import { listItemsBelow } from './list-items.ts';
import type { Passage } from './passage.ts';
import type { PrintedNumber } from './printed-number.ts';
import { linkOf, ratioOf } from './ratios.ts';
import { judge, type Relation, slackOf } from './relation.ts';

const PART_THEN_PERCENT = new RegExp(`${NUMBER}${gap(60)}${PERCENT}`, 'gu');
const WHOLE_WITH_PARTS = new RegExp(
  `${NUMBER}[^«»⟨⟩⟪⟫¤;.\\n]{0,60}(?:trong đó|gồm|bao gồm|:)[^«»⟨⟩⟪⟫¤;.\\n]{0,60}$`,
  'u',
);
const PLAN_THEN_RESULT = new RegExp(
  `(?:kế hoạch|dự toán|được giao)[^«»⟨⟩⟪⟫;.\\n]{0,40}${NUMBER}[^«»⟨⟩⟪⟫;.\\n]{0,60}$`,
  'iu',
);
const OF_PLAN = /^\s?(?:so với )?(?:kế hoạch|dự toán|chỉ tiêu)/iu;
const WHOLES_LOOKED_AT = 10;
const LOOKED_BACK = 600;

/** A part with its share and the words around them. */
type Share = {
  readonly part: PrintedNumber;
  readonly percent: PrintedNumber;
  readonly head: string;
  readonly tail: string;
};

/** "tiếp nhận 1.200 hồ sơ, trong đó trực tuyến 800 hồ sơ (66,67%)": parts with their shares of a whole named before them. */
export function findShares(passage: Passage): Relation[] {
  const found: Relation[] = [];
  let proved: number | null = null;
  let held = 0;
  for (const match of passage.skeleton.matchAll(PART_THEN_PERCENT)) {
    const [part, percent] = [numberAt(passage, match[1]), numberAt(passage, match[3])];
    if (!part || !percent || part.value.isZero() || linkOf(match[2] ?? '') === null) continue;
    const holding: number | undefined = wholesBefore(passage, Number(match[1]), proved).find((index) => {
      const whole = passage.numbers[index];
      return whole && isShare(passage, { part, whole, percent });
    });
    if (holding !== undefined) held = holding === proved ? held + 1 : 1;
    proved = holding ?? proved;
    const end = match.index + match[0].length;
    const head = passage.skeleton.slice(Math.max(0, match.index - LOOKED_BACK), match.index);
    const share = { part, percent, head, tail: passage.skeleton.slice(end, end + 30) };
    const whole = holding === undefined ? wholeOfSlip(passage, share, { proved, held }) : passage.numbers[holding];
    const link = holding === undefined ? 'firm' : 'loose';
    if (whole) found.push(...ratioOf(passage, { above: part, below: whole, percent }, link));
  }
  return found;
}

/** "Đã giải quyết 471 hồ sơ:" with list items such as "- Trước hạn: 358 hồ sơ (76,01%)". */
export function findSharesBelow(passages: readonly Passage[]): Relation[] {
  return passages.flatMap((passage, index) => {
    const whole = /:\s?$/u.test(passage.skeleton) ? wholeAtTheEnd(passage) : null;
    if (!whole) return [];
    const shares = listItemsBelow(passages, index).flatMap((item) => shareOfItem(item) ?? []);
    const isTold = shares.some(({ item, part, percent }) => isShare(item, { part, whole, percent }));
    if (!isTold) return [];
    return shares.flatMap(({ item, part, percent }) => {
      const link = isOneSlipAway({ part, percent }, whole) ? 'firm' : 'loose';
      return ratioOf(item, { above: part, below: whole, percent }, link);
    });
  });
}

/** The last number before the colon, or the number over its whole ("4.561/5.650 HS:"). */
function wholeAtTheEnd(passage: Passage): PrintedNumber | null {
  const last = stepsOf(passage, passage.skeleton.slice(-240)).findLast((step) => step.kind !== 'percent');
  if (last?.fraction) return last.fraction.above;
  return last?.kind === 'number' && last.number && !last.number.isBound ? last.number : null;
}

type ShareOfItem = { readonly item: Passage; readonly part: PrintedNumber; readonly percent: PrintedNumber };

function shareOfItem(item: Passage): ShareOfItem | null {
  const [match] = item.skeleton.matchAll(PART_THEN_PERCENT);
  const [part, percent] = [numberAt(item, match?.[1]), numberAt(item, match?.[3])];
  if (!match || !part || !percent || part.value.isZero() || linkOf(match[2] ?? '') === null) return null;
  return { item, part, percent };
}

/** Indexes of the numbers that may be the whole: the one that fitted last, then the nearest first. */
function wholesBefore(passage: Passage, part: number, proved: number | null): number[] {
  const earlier = Array.from({ length: Math.min(part, WHOLES_LOOKED_AT) }, (_, i) => part - 1 - i);
  const size = passage.numbers[part]?.value;
  const candidates = proved === null ? earlier : [proved, ...earlier];
  return candidates.filter((index) => {
    const whole = passage.numbers[index];
    return whole && size && !whole.isPercent && whole.value.gte(size);
  });
}

type Trio = { readonly part: PrintedNumber; readonly whole: PrintedNumber; readonly percent: PrintedNumber };

function isShare(passage: Passage, { part, whole, percent }: Trio): boolean {
  const [relation] = ratioOf(passage, { above: part, below: whole, percent }, 'loose');
  return relation !== undefined && judge(relation, slackOf(relation))?.holds === true;
}

/** The whole that fitted last, and how many shares in a row it fitted. */
type Proof = { readonly proved: number | null; readonly held: number };
const SHARES_THAT_PROVE = 2;

/** Where no whole fits: the one that the words name, or the one that the shares beside it have in common. */
function wholeOfSlip(passage: Passage, share: Share, { proved, held }: Proof): PrintedNumber | null {
  const sentence = share.head.slice(share.head.lastIndexOf('. ') + 1);
  const shared = proved !== null && sentence.includes(`«${proved}»`) ? passage.numbers[proved] : undefined;
  const isOfSomethingElse = /^\s?(?:số|tổng|của|trên|trong)\s/iu.test(share.tail);
  if (
    shared &&
    ((held >= SHARES_THAT_PROVE && !isOfSomethingElse) || isOneSlipAway(share, shared)) &&
    !share.part.isBound
  )
    return shared;
  const planned = OF_PLAN.test(share.tail) ? PLAN_THEN_RESULT.exec(sentence)?.[1] : undefined;
  const named = numberAt(passage, planned ?? WHOLE_WITH_PARTS.exec(sentence.slice(-200))?.[1]);
  return named && isOneSlipAway(share, named) ? named : null;
}

/** The percentage, or the part, looks like a misprint of what the other two give. */
function isOneSlipAway({ part, percent }: Pick<Share, 'part' | 'percent'>, whole: PrintedNumber): boolean {
  if (whole.value.isZero() || percent.value.eq(100)) return false;
  const share = part.value.div(whole.value).times(100).toDecimalPlaces(percent.digits);
  const meant = whole.value.times(percent.value).div(100).toDecimalPlaces(part.digits);
  return isLikelySlip(percent.value, share) || isLikelySlip(part.value, meant);
}
