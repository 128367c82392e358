import { type Step, sentencesOf, stepsOf } from './grammar.ts';
import { listItemsBelow } from './list-items.ts';
import { nounOf, type Opening, type Part, type PartList, sumOfParts } from './part-list.ts';
import type { Passage } from './passage.ts';
import type { PrintedNumber } from './printed-number.ts';
import type { Relation } from './relation.ts';

const OPENS_PARTS =
  /(?<!\p{L})(?:trong đó|bao gồm|gồm có|gồm|chia ra|cụ thể|cụ thể là|cụ thể như sau)(?!\p{L})(?!\s(?:cả|các|những))/iu;
const OPENS_ALL_PARTS = /(?<!\p{L})(?:bao gồm|gồm có|gồm|chia ra)(?!\p{L})/iu;
const COMPARES =
  /(?:tăng|giảm|so với|hơn|kém|vượt|đạt tỷ lệ|tỷ lệ|bình quân|trung bình|tối đa|tối thiểu|thứ|hạng|mỗi|từng)\s(?:\p{L}+\s){0,2}$/iu;
const TIME_UNIT = /^(?:ngày|tháng|năm|giờ|phút|tuần|quý|đồng|%|km|ha|m2)/iu;
const MOST_PARTS = 40;
/** A bare bracket or comma opens short lists only: "64 phản ánh (trực tuyến 51, trực tiếp 13)". */
const MOST_PARTS_IN_BRACKET = 6;

/** "471 hồ sơ, trong đó 358 trước hạn, 42 đúng hạn, 71 quá hạn": a whole against the parts that the sentence names. */
export function findParts(passage: Passage): Relation[] {
  return sentencesOf(passage.skeleton).flatMap((sentence) => {
    const steps = stepsOf(passage, sentence);
    let taken = 0;
    return steps.flatMap((step, index) => {
      const whole = wholeOf(step);
      const opensBracket = /^[^«⟨⟪]{0,40}\(/u.test(steps[index + 1]?.before ?? '');
      if ((index < taken && !opensBracket) || !whole) return [];
      const list = partsAfter(steps, index, whole);
      const relation = list && sumOfParts(passage, whole, list);
      if (relation) taken = index + 2;
      return relation ? [relation] : [];
    });
  });
}

/** "Đã giải quyết 471 hồ sơ, trong đó:" with the parts as list items in the paragraphs below. */
export function findPartsBelow(passages: readonly Passage[]): Relation[] {
  return passages.flatMap((passage, index) => {
    if (!/:\s?$/u.test(passage.skeleton) || !OPENS_PARTS.test(passage.skeleton.slice(-60))) return [];
    const step = stepsOf(passage, passage.skeleton.slice(-240)).at(-1);
    const whole = step && wholeOf(step);
    if (!whole) return [];
    const items = listItemsBelow(passages, index).map((item) => partOfItem(item, whole));
    const parts = items.flatMap((part) => part ?? []);
    if (parts.length < 2 || parts.length < items.length) return [];
    const opening: Opening = OPENS_ALL_PARTS.test(passage.skeleton.slice(-60)) ? 'complete' : 'selective';
    const relation = sumOfParts(passage, whole, { parts, opening, isClosed: true, isListBelow: true });
    return relation ? [relation] : [];
  });
}

function partOfItem(item: Passage, whole: PrintedNumber): Part | null {
  const step = stepsOf(item, item.skeleton).find((one) => one.kind !== 'other');
  const number = step && partNumber(step, whole);
  if (!step || !number || COMPARES.test(step.before)) return null;
  return { number, label: `${step.before} ${step.after.split(/[,;.]/u)[0]}`, noun: nounOf(step.after) };
}

function wholeOf(step: Step): PrintedNumber | null {
  const number = step.fraction ? step.fraction.above : step.kind === 'number' ? step.number : null;
  return number && !number.isBound && number.value.gt(1) ? number : null;
}

/** The number of a part: bare, or over the whole as denominator ("20/84"). */
function partNumber(step: Step, whole: PrintedNumber): PrintedNumber | null {
  if (step.fraction) return step.fraction.below.value.eq(whole.value) ? step.fraction.above : null;
  const number = step.kind === 'number' ? step.number : null;
  return number && !number.isBound && !TIME_UNIT.test(step.after.trim()) ? number : null;
}

function partsAfter(steps: readonly Step[], index: number, whole: PrintedNumber): PartList | null {
  const rest = steps.slice(index + 1, index + 1 + MOST_PARTS);
  const first = rest.findIndex((step) => step.kind !== 'percent');
  const opening = first < 0 ? null : openingOf(rest.slice(0, first + 1), whole);
  if (opening === null) return null;
  const most = opening === 'bracket' ? MOST_PARTS_IN_BRACKET : MOST_PARTS;
  const parts: Part[] = [];
  let lastBefore = '';
  let depth = 0;
  let base: number | null = null;
  for (const [offset, step] of rest.entries()) {
    depth += depthOf(step.before);
    if (offset < first) continue;
    if (parts.length === most) break;
    base ??= depth;
    if (depth < base || (parts.length > 0 && OPENS_PARTS.test(step.before))) break;
    const number = depth > base || COMPARES.test(step.before) ? null : partNumber(step, whole);
    if (!number) continue;
    parts.push({ number, label: labelOf(step), noun: nounOf(step.after) });
    lastBefore = step.before;
  }
  return { parts, opening, isClosed: /(?:^|\s)và\s/u.test(lastBefore) };
}

/** Words from the last comma or bracket before the number to the next one after it. */
function labelOf({ before, after }: Step): string {
  const start = Math.max(
    before.lastIndexOf(','),
    before.lastIndexOf(';'),
    before.lastIndexOf(':'),
    before.lastIndexOf('('),
  );
  return `${before.slice(start + 1)} ${after.split(/[,;.)]/u)[0]}`;
}

const depthOf = (words: string): number => (words.match(/\(/g)?.length ?? 0) - (words.match(/\)/g)?.length ?? 0);

function openingOf(steps: readonly Step[], whole: PrintedNumber): Opening | null {
  const words = steps.map((step) => step.before).join(' ');
  if (OPENS_ALL_PARTS.test(words) && OPENS_PARTS.test(words)) return 'complete';
  if (OPENS_PARTS.test(words)) return 'selective';
  if (steps.at(-1)?.fraction?.below.value.eq(whole.value)) return 'denominator';
  return /[(:,;]/u.test(words) ? 'bracket' : null;
}
