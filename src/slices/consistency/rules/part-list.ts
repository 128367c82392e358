import { Decimal } from '../../../kernel/decimal.ts';
import { excerptAround, shorten } from './excerpt.ts';
import { isPartition } from './partitions.ts';
import type { Passage } from './passage.ts';
import type { PrintedNumber } from './printed-number.ts';
import { judge, plus, type Relation, slackOf } from './relation.ts';

/** A number that may be a part of the whole before it, with the words that name it and the noun that it counts. */
export type Part = { readonly number: PrintedNumber; readonly label: string; readonly noun: string };

/** What opens a list of parts: "gồm" promises all of them, "trong đó" some; a mere bracket or denominator only hints at them. */
export type Opening = 'complete' | 'selective' | 'denominator' | 'bracket';

export type PartList = {
  readonly parts: readonly Part[];
  readonly opening: Opening;
  /** "… và 34 hồ sơ": the last part is joined by "và". */
  readonly isClosed: boolean;
};

const UNIT_OF_OFFICE =
  /(?:phòng|chi cục|văn phòng|trung tâm|thanh tra|ban|sở|quỹ|huyện|xã|phường|thành phố|thị xã|đơn vị|trường|bệnh viện)\s/iu;

/** The first two words after a number: what it counts. */
export function nounOf(words: string): string {
  return (/^\s?(\p{L}+(?:\s\p{L}+)?)/u.exec(words)?.[1] ?? '').toLowerCase();
}

/** The whole against the longest run of parts that adds up; a failing sum only where the words leave nothing out. */
export function sumOfParts(passage: Passage, whole: PrintedNumber, list: PartList): Relation | null {
  const { parts } = list;
  for (let count = parts.length; count >= 2; count -= 1) {
    const relation = relationOf(passage, whole, parts.slice(0, count));
    if (isTrue(relation)) return isWorthTelling(list, count) ? relation : null;
  }
  const isFirm = parts.length >= 2 && isSurelyComplete(passage, whole, list);
  return isFirm ? { ...relationOf(passage, whole, parts), isFirm } : null;
}

const isTrue = (relation: Relation): boolean => judge(relation, slackOf(relation))?.holds === true;

/** Two small numbers that happen to add up behind a comma say nothing. */
function isWorthTelling({ opening, parts }: PartList, count: number): boolean {
  return opening !== 'bracket' || (count === parts.length && isPartition(parts.map((part) => part.label)));
}

function relationOf(passage: Passage, whole: PrintedNumber, parts: readonly Part[]): Relation {
  const numbers = parts.map((part) => part.number);
  const inPassage = numbers.filter((number) => passage.numbers.includes(number));
  const excerpt = excerptAround(passage, [whole, ...inPassage]);
  const isAllInside = inPassage.length === numbers.length;
  const text = isAllInside ? excerpt : shorten(`${excerpt} ${numbers.map((number) => number.printed).join(' + ')}`);
  return { kind: 'sum', stated: [plus(whole)], computed: numbers.map(plus), text, isFirm: false };
}

/** Whether the words prove that the parts are all of the whole and do not overlap. */
function isSurelyComplete(passage: Passage, whole: PrintedNumber, { parts, opening, isClosed }: PartList): boolean {
  const sum = parts.reduce((total, part) => total.plus(part.number.value), new Decimal(0));
  const isLarger = parts.some((part) => part.number.value.gt(whole.value));
  const isFar = sum.minus(whole.value).abs().gt(whole.value.times('0.3'));
  const areAllWhole = parts.every((part) => part.number.value.isInteger());
  if (isLarger || isFar || areAllWhole !== whole.value.isInteger()) return false;
  if (isPartition(parts.map((part) => part.label))) return true;
  const wholeNoun = nounOf(passage.text.slice(whole.to, whole.to + 40));
  if (wholeNoun === '' || parts.some((part) => part.noun !== wholeNoun)) return false;
  if (opening === 'complete') return true;
  const areOffices = parts.length >= 3 && parts.every((part) => UNIT_OF_OFFICE.test(part.label));
  return areOffices && (isClosed || opening === 'denominator' || sum.gt(whole.value));
}
