import { Decimal } from '../../../kernel/decimal.ts';
import { excerptAround, shorten } from './excerpt.ts';
import { isLikelySlip } from './likely-slip.ts';
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
  /** The parts are list items in paragraphs of their own. */
  readonly isListBelow?: boolean;
};

const UNIT_OF_OFFICE =
  /(?:phòng|chi cục|văn phòng|trung tâm|thanh tra|ban|sở|quỹ|huyện|xã|phường|thành phố|thị xã|đơn vị|trường|bệnh viện)\s/iu;

const NOUN_OF_FOUR_WORDS = /^\s?((?:tiêu chí|chỉ số|nhóm) thành phần)(?!\p{L})/iu;
const NOUN_OF_ONE_WORD = /^(?:người|đơn|vụ|bộ|lượt|cuộc|lớp|phòng|xã|huyện|tỉnh|điểm|biên)(?= )/u;

/** What a number counts: the two words after it, or one where the noun is known to have one. */
export function nounOf(words: string): string {
  const compound = NOUN_OF_FOUR_WORDS.exec(words)?.[1];
  if (compound !== undefined) return compound.toLowerCase();
  const noun = (/^\s?(\p{L}+(?:\s\p{L}+)?)/u.exec(words)?.[1] ?? '').toLowerCase();
  return NOUN_OF_ONE_WORD.exec(noun)?.[0] ?? noun;
}

/** The whole against the longest run of parts that adds up; a failing sum only where the words leave nothing out. */
export function sumOfParts(passage: Passage, whole: PrintedNumber, list: PartList): Relation | null {
  const { parts } = list;
  const count = countOfFitting(whole, parts);
  if (count >= 2) {
    const relation = relationOf(passage, whole, parts.slice(0, count));
    if (isTrue(relation)) return isWorthTelling(list, count) ? relation : null;
  }
  const isFirm = parts.length >= 2 && isSurelyComplete(passage, whole, list);
  return isFirm ? { ...relationOf(passage, whole, parts), isFirm } : null;
}

/** How many parts from the first on come nearest to the whole; the longest run where several do. */
function countOfFitting(whole: PrintedNumber, parts: readonly Part[]): number {
  let sum = new Decimal(0);
  let nearest: { count: number; distance: Decimal } | null = null;
  for (const [index, part] of parts.entries()) {
    sum = sum.plus(part.number.value);
    const distance = sum.minus(whole.value).abs();
    if (index >= 1 && (nearest === null || distance.lte(nearest.distance))) nearest = { count: index + 1, distance };
  }
  return nearest?.count ?? 0;
}

const isTrue = (relation: Relation): boolean => judge(relation, slackOf(relation))?.holds === true;

const isInside = ({ place }: Passage, number: PrintedNumber): boolean =>
  place.block === number.place.block && place.row === number.place.row && place.column === number.place.column;

/** Two small numbers that happen to add up behind a comma say nothing. */
function isWorthTelling({ opening, parts }: PartList, count: number): boolean {
  return opening !== 'bracket' || (count === parts.length && isPartition(parts.map((part) => part.label)));
}

function relationOf(passage: Passage, whole: PrintedNumber, parts: readonly Part[]): Relation {
  const numbers = parts.map((part) => part.number);
  const inPassage = numbers.filter((number) => isInside(passage, number));
  const excerpt = excerptAround(passage, [whole, ...inPassage]);
  const isAllInside = inPassage.length === numbers.length;
  const text = isAllInside ? excerpt : shorten(`${excerpt} ${numbers.map((number) => number.printed).join(' + ')}`);
  return { kind: 'sum', stated: [plus(whole)], computed: numbers.map(plus), text, isFirm: false };
}

/** Whether the words prove that the parts are all of the whole and do not overlap. */
function isSurelyComplete(passage: Passage, whole: PrintedNumber, list: PartList): boolean {
  const { parts, opening, isClosed } = list;
  if (!isPlausible(whole, parts) || leavesOthersOpen(passage, parts)) return false;
  if (isPartition(parts.map((part) => part.label))) return true;
  const wholeNoun = nounOf(passage.text.slice(whole.to, whole.to + 40));
  if (areKindsOf(passage.text.slice(whole.to, whole.to + 60), parts)) {
    return opening === 'complete' || sumOf(parts).gt(whole.value);
  }
  if (wholeNoun === '' || parts.some((part) => part.noun !== wholeNoun)) return false;
  if (opening === 'complete') return true;
  if (list.isListBelow && parts.length >= FEWEST_IN_LIST && isLikelySlip(whole.value, sumOf(parts))) return true;
  const areOffices = parts.length >= 3 && parts.every((part) => UNIT_OF_OFFICE.test(part.label));
  return areOffices && (isClosed || opening === 'denominator' || sumOf(parts).gt(whole.value));
}

/** A list of so many items, all counted in the whole's thing, that nearly adds up is meant to. */
const FEWEST_IN_LIST = 3;

/** "… và một số hồ sơ khác": the list itself says that it is not all. */
function leavesOthersOpen(passage: Passage, parts: readonly Part[]): boolean {
  const last = parts.at(-1)?.number;
  if (!last || !isInside(passage, last)) return false;
  const rest = passage.text.slice(last.to, last.to + 120).split(/[.;]\s/u)[0] ?? '';
  return /…|\.\.\.|v\.v|(?:một số|các|những|nhiều)\s[^,]{1,30}\skhác(?!\p{L})|(?:,|\svà)\s(?:một số|một vài|nhiều)(?!\p{L})/iu.test(
    rest,
  );
}

const DOCUMENTS =
  /^\s?(?:quyết định|kế hoạch|công văn|báo cáo|tờ trình|thông báo|chỉ thị|nghị quyết|hướng dẫn|chương trình)(?!\p{L})/iu;

/** "24 văn bản, trong đó 06 quyết định, 09 kế hoạch"; "18 xã, thị trấn, gồm 15 xã và 03 thị trấn": kinds that do not overlap. */
function areKindsOf(wholeWords: string, parts: readonly Part[]): boolean {
  const nouns = parts.map((part) => part.noun);
  if (new Set(nouns).size < parts.length) return false;
  if (/^\s?văn bản(?!\p{L})/iu.test(wholeWords)) return nouns.every((noun) => DOCUMENTS.test(noun));
  const named = wholeWords
    .split(/(?:gồm|trong đó|[:;(])/iu)[0]
    ?.split(/,|\svà\s/u)
    .map((word) => word.trim().toLowerCase())
    .filter((word) => word !== '');
  return (
    named !== undefined && named.length === parts.length && nouns.every((noun) => named.some((name) => name === noun))
  );
}

const sumOf = (parts: readonly Part[]): Decimal =>
  parts.reduce((total, part) => total.plus(part.number.value), new Decimal(0));

/** Near in size, or one slip of the pen away from adding up; else the whole was probably another number. */
function isPlausible(whole: PrintedNumber, parts: readonly Part[]): boolean {
  const excess = sumOf(parts).minus(whole.value);
  const areAllWhole = parts.every((part) => part.number.value.isInteger());
  if (areAllWhole !== whole.value.isInteger()) return false;
  const isInside = parts.every((part) => part.number.value.lte(whole.value));
  if (isInside && excess.abs().lte(whole.value.times('0.3'))) return true;
  if (isLikelySlip(whole.value, whole.value.plus(excess))) return true;
  return parts.some(({ number }) => number.value.gt(excess) && isLikelySlip(number.value, number.value.minus(excess)));
}
