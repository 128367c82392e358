import { excerptAround, shorten } from './excerpt.ts';
import { numberAt, sentencesOf } from './grammar.ts';
import { listItemsBelow } from './list-items.ts';
import { nounOf } from './part-list.ts';
import type { Passage } from './passage.ts';
import type { PrintedNumber } from './printed-number.ts';
import { constant, judge, plus, type Relation, slackOf } from './relation.ts';

type Counts = ReadonlyMap<string, PrintedNumber>;
/** A head that counts several things and the items that count the same things: "38 tiêu chí và 97 tiêu chí thành phần, cụ thể: …". */
type NounList = { readonly passage: Passage; readonly head: Counts; readonly items: readonly Counts[] };

const OPENS_ITEMS = /(?<!\p{L})(?:bao gồm|gồm có|gồm|cụ thể là|cụ thể như sau|cụ thể|trong đó|như sau)\s?:?\s|:\s/iu;
const COUNT = /«(\d+)»(\s[\p{L} ]{2,40})/gu;
/** What the items themselves are: "được cấu trúc thành 7 lĩnh vực". */
const ITEM_NOUNS = ['lĩnh vực', 'nội dung', 'nhóm', 'phần', 'trục'];
const FEWEST_ITEMS = 3;

/** Counts of several things against the items that count them one by one. */
export function findNounLists(passages: readonly Passage[]): Relation[] {
  return passages.flatMap((passage, index) => {
    if (passage.numbers.length < 2) return [];
    const inside = sentencesOf(passage.skeleton).flatMap((sentence) => listInSentence(passage, sentence) ?? []);
    const below = listBelow(passages, index);
    return [...inside, ...(below ? [below] : [])].flatMap(relationsOf);
  });
}

function listInSentence(passage: Passage, sentence: string): NounList | null {
  const opening = OPENS_ITEMS.exec(sentence);
  if (!opening) return null;
  const rest = sentence.slice(opening.index + opening[0].length);
  const items = rest.split(';').map((item) => countsIn(passage, item));
  return { passage, head: countsIn(passage, sentence.slice(0, opening.index)), items };
}

function listBelow(passages: readonly Passage[], index: number): NounList | null {
  const passage = passages[index];
  if (!passage || !/:\s?$/u.test(passage.skeleton)) return null;
  const lastSentence = sentencesOf(passage.skeleton).at(-1) ?? '';
  const items = listItemsBelow(passages, index).map((item) => countsIn(item, item.skeleton));
  return { passage, head: countsIn(passage, lastSentence), items };
}

function countsIn(passage: Passage, words: string): Counts {
  const counts = new Map<string, PrintedNumber>();
  for (const match of words.matchAll(COUNT)) {
    const number = numberAt(passage, match[1]);
    const noun = nounOf(match[2] ?? '');
    if (number && noun !== '' && !number.isBound && !counts.has(noun)) counts.set(noun, number);
  }
  return counts;
}

function relationsOf({ passage, head, items }: NounList): Relation[] {
  const nouns = [...head.keys()].filter((noun) => items.filter((item) => item.has(noun)).length >= 2);
  const isCounted = items.every((item) => nouns.some((noun) => item.has(noun)));
  if (nouns.length === 0 || items.length < FEWEST_ITEMS || !isCounted) return [];
  const sums = nouns.flatMap((noun) => sumOfNoun({ passage, head, items }, noun) ?? []);
  const things = ITEM_NOUNS.map((noun) => head.get(noun)).find((number) => number !== undefined);
  const areAllItems = things?.value.eq(items.length) === true;
  const holding = sums.filter(isTrue).length;
  const isComplete = (relation: Relation): boolean => areAllItems || holding > (isTrue(relation) ? 1 : 0);
  const relations = sums.map((relation) => ({ ...relation, isFirm: isComplete(relation) }));
  return things
    ? [...relations, countOfItems(passage, things, { items: items.length, isFirm: holding > 0 })]
    : relations;
}

const isTrue = (relation: Relation): boolean => judge(relation, slackOf(relation))?.holds === true;

function sumOfNoun({ passage, head, items }: NounList, noun: string): Relation | null {
  const whole = head.get(noun);
  const parts = items.flatMap((item) => item.get(noun) ?? []);
  if (!whole) return null;
  const text = shorten(`${excerptAround(passage, [whole])} ${noun}: ${parts.map((part) => part.printed).join(' + ')}`);
  return { kind: 'sum', stated: [plus(whole)], computed: parts.map(plus), text, isFirm: false };
}

type ItemCount = { readonly items: number; readonly isFirm: boolean };

function countOfItems(passage: Passage, things: PrintedNumber, { items, isFirm }: ItemCount): Relation {
  return {
    kind: 'count',
    stated: [plus(things)],
    computed: [constant(items)],
    text: excerptAround(passage, [things]),
    isFirm,
  };
}
