import { Decimal } from '../../../kernel/decimal.ts';
import { excerptAround, shorten } from './excerpt.ts';
import { type Step, sentencesOf, stepsOf } from './grammar.ts';
import { isPartition } from './partitions.ts';
import type { Passage } from './passage.ts';
import type { PrintedNumber } from './printed-number.ts';
import { judge, plus, type Relation, slackOf } from './relation.ts';

/** A number that may be a part of the whole before it, with the words that name it. */
type Part = { readonly number: PrintedNumber; readonly label: string; readonly noun: string };

const OPENS_PARTS =
  /(?<!\p{L})(trong đó|bao gồm|gồm có|gồm|chia ra|cụ thể|cụ thể là|cụ thể như sau)(?!\p{L})(?!\s(?:cả|các|những))/iu;
const OPENS_COMPLETE = /(?<!\p{L})(?:bao gồm|gồm có|gồm|chia ra)(?!\p{L})/iu;
const COMPARES =
  /(?:tăng|giảm|so với|hơn|kém|vượt|đạt tỷ lệ|tỷ lệ|bình quân|trung bình|tối đa|tối thiểu|thứ|hạng|mỗi|từng)\s(?:\p{L}+\s){0,2}$/iu;
const UNIT_OF_OFFICE =
  /(?:phòng|chi cục|văn phòng|trung tâm|thanh tra|ban|sở|quỹ|huyện|xã|phường|thành phố|thị xã|đơn vị|trường|bệnh viện)\s/iu;
const TIME_UNIT = /^(?:ngày|tháng|năm|giờ|phút|tuần|quý|đồng|%|km|ha|m2)/iu;
const MOST_PARTS = 40;

/** "471 hồ sơ, trong đó 358 trước hạn, 42 đúng hạn, 71 quá hạn": a whole against the parts that the sentence names. */
export function findParts(passage: Passage): Relation[] {
  return sentencesOf(passage.skeleton).flatMap((sentence) => {
    const steps = stepsOf(passage, sentence);
    let free = 0;
    return steps.flatMap((step, index) => {
      if (index < free || !isCount(step)) return [];
      const list = partsAfter(steps, index);
      const relation = list && sumOfParts(passage, step.number, list);
      if (relation) free = index + 1 + (relation.computed.length > 1 ? 1 : 0);
      return relation ? [relation] : [];
    });
  });
}

const isCount = (step: Step): step is Step & { number: PrintedNumber } =>
  step.kind === 'number' && step.number !== null && !step.number.isBound && step.number.value.gt(1);

const nounOf = (words: string): string => {
  const noun = /^\s?([\p{L}]+(?:\s[\p{L}]+)?)/u.exec(words)?.[1] ?? '';
  return noun.toLowerCase();
};

type PartList = {
  readonly parts: readonly Part[];
  readonly opening: string;
  readonly isClosed: boolean;
  readonly hasDenominator: boolean;
};

function partsAfter(steps: readonly Step[], index: number): PartList | null {
  const whole = steps[index];
  if (!whole || !isCount(whole)) return null;
  const opening = openingOf(whole, steps[index + 1]);
  if (opening === null) return null;
  const parts: Part[] = [];
  let depth = 0;
  let base: number | null = null;
  let hasDenominator = false;
  for (const step of steps.slice(index + 1, index + 1 + MOST_PARTS)) {
    depth += depthOf(step.before);
    base ??= depth;
    if (depth < base) break;
    if (parts.length > 0 && OPENS_PARTS.test(step.before)) break;
    if (depth > base || step.kind === 'percent' || step.kind === 'other' || COMPARES.test(step.before)) continue;
    const number = step.fraction ? step.fraction.above : step.number;
    if (step.fraction && !step.fraction.below.value.eq(whole.number.value)) continue;
    if (step.fraction) hasDenominator = true;
    if (!number || number.isBound || TIME_UNIT.test(step.after.trim())) continue;
    const label = `${step.before.slice(Math.max(0, step.before.search(/[,;:(][^,;:(]*$/u)))} ${step.after.split(/[,;.)]/u)[0]}`;
    parts.push({ number, label, noun: nounOf(step.after) });
  }
  const last = steps[index + parts.length];
  return { parts, opening, isClosed: /(?:^|\s)và\s/u.test(last?.before ?? ''), hasDenominator };
}

const depthOf = (words: string): number => (words.match(/\(/g)?.length ?? 0) - (words.match(/\)/g)?.length ?? 0);

/** The words that open the parts; '' where only a bracket, a comma or a denominator does; null where nothing does. */
function openingOf(whole: Step & { number: PrintedNumber }, next: Step | undefined): string | null {
  if (!next) return null;
  const words = OPENS_PARTS.exec(next.before)?.[1];
  if (words !== undefined) return words.toLowerCase();
  if (next.fraction?.below.value.eq(whole.number.value)) return 'denominator';
  return /[(:,;]/u.test(next.before) ? '' : null;
}

function sumOfParts(passage: Passage, whole: PrintedNumber, list: PartList): Relation | null {
  const { parts } = list;
  for (let count = parts.length; count >= 2; count -= 1) {
    const relation = relationOf(passage, whole, parts.slice(0, count), false);
    if (isTrue(relation)) return isWorthTelling(list, count) ? relation : null;
  }
  if (parts.length < 2 || !isSurelyComplete(whole, list, passage)) return null;
  return relationOf(passage, whole, parts, true);
}

const isTrue = (relation: Relation): boolean => judge(relation, slackOf(relation))?.holds === true;

/** Two small numbers that happen to add up behind a comma say nothing. */
function isWorthTelling({ opening, parts }: PartList, count: number): boolean {
  return opening !== '' || (count === parts.length && isPartition(parts.map((part) => part.label)));
}

function relationOf(passage: Passage, whole: PrintedNumber, parts: readonly Part[], isFirm: boolean): Relation {
  const numbers = parts.map((part) => part.number);
  const inPassage = numbers.filter((number) => number.place.block === whole.place.block);
  const text = excerptAround(passage, [whole, ...inPassage]);
  const told =
    inPassage.length === numbers.length
      ? text
      : shorten(`${text} ${numbers.map((number) => number.printed).join(' + ')}`);
  return { kind: 'sum', stated: [plus(whole)], computed: numbers.map(plus), text: told, isFirm };
}

/** Whether the words prove that the parts are all of the whole and do not overlap. */
function isSurelyComplete(whole: PrintedNumber, list: PartList, passage: Passage): boolean {
  const { parts, opening } = list;
  const wholeNoun = nounOf(passage.text.slice(whole.to, whole.to + 40));
  if (
    parts.some((part) => part.number.value.gt(whole.value)) ||
    whole.value.isInteger() !== parts.every((part) => part.number.value.isInteger())
  )
    return false;
  if (!isNear(whole, parts)) return false;
  if (isPartition(parts.map((part) => part.label))) return true;
  const isOneNoun = wholeNoun !== '' && parts.every((part) => part.noun === wholeNoun);
  if (!isOneNoun) return false;
  if (OPENS_COMPLETE.test(opening)) return true;
  const areOffices = parts.length >= 3 && parts.every((part) => UNIT_OF_OFFICE.test(part.label));
  return areOffices && (list.isClosed || list.hasDenominator || exceeds(whole, parts));
}

const sumOf = (parts: readonly Part[]): Decimal =>
  parts.reduce((sum, part) => sum.plus(part.number.value), new Decimal(0));
const exceeds = (whole: PrintedNumber, parts: readonly Part[]): boolean => sumOf(parts).gt(whole.value);
const isNear = (whole: PrintedNumber, parts: readonly Part[]): boolean =>
  sumOf(parts).minus(whole.value).abs().lte(whole.value.times('0.3'));
