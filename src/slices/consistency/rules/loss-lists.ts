import { shorten } from './excerpt.ts';
import { NUMBER, numberAt } from './grammar.ts';
import { lossOf } from './listed-losses.ts';
import type { Passage } from './passage.ts';
import { judge, minus, numbersOf, plus, type Relation, slackOf, type Term } from './relation.ts';
import { scoreOf } from './scored-areas.ts';

const LOST_IN_HEAD = new RegExp(
  `(?<!\\p{L})(?:bị mất|mất|bị trừ|trừ)(?:\\s(?:tổng|tổng số|cộng))?\\s${NUMBER}\\s?điểm`,
  'iu',
);
const LONGEST_HEAD = 160;
const MOST_BELOW = 60;
/** So many lists that add up show that the document lists every loss: one that does not is then a slip. */
const ENOUGH_LISTS = 2;

/**
 * Numbered headings that say how much was lost ("1. Chỉ đạo, điều hành: mất 2,32 điểm", "(đạt 9,25/12 điểm)") against the
 * losses of the items below, up to the next heading of the kind. Whether all losses are listed is not said; it shows where
 * the other lists of the document add up.
 */
export function findLossLists(passages: readonly Passage[]): Relation[] {
  const relations = passages.flatMap((head, index) => {
    const lost = lostIn(head);
    if (!lost) return [];
    const items = lossesBelow(passages, index);
    return items.length === 0 ? [] : [relationOf(head, lost, items)];
  });
  const agreeing = relations.filter((relation) => judge(relation, slackOf(relation))?.holds === true);
  const isShown = agreeing.length >= ENOUGH_LISTS && relations.length - agreeing.length <= 1;
  return relations.map((relation) => ({ ...relation, isFirm: isShown && relation.computed.length >= 1 }));
}

/** What a numbered heading says was lost. */
function lostIn(head: Passage): Term[] | null {
  if (head.mark === null || head.mark.ordinal === null || head.text.length > LONGEST_HEAD) return null;
  const score = scoreOf(head);
  if (score) return score.above.value.lt(score.below.value) ? [plus(score.below), minus(score.above)] : null;
  if (head.fractions.length > 0) return null;
  const number = numberAt(head, LOST_IN_HEAD.exec(head.skeleton)?.[1]);
  return number && !number.isBound ? [plus(number)] : null;
}

function lossesBelow(passages: readonly Passage[], at: number): Term[][] {
  const style = passages[at]?.mark?.style;
  const losses: Term[][] = [];
  for (const passage of passages.slice(at + 1, at + MOST_BELOW)) {
    const mark = passage.mark;
    if (mark && (mark.style === style || mark.style === 'I.')) break;
    if (mark === null) continue;
    const loss = lossOf(passage);
    if (loss) losses.push(loss);
  }
  return losses;
}

function relationOf(head: Passage, lost: readonly Term[], items: readonly (readonly Term[])[]): Relation {
  const printed = items
    .map((item) =>
      numbersOf(item)
        .map((number) => number.printed)
        .join('/'),
    )
    .join('; ');
  return {
    kind: 'difference',
    stated: items.flat(),
    computed: lost,
    text: shorten(`${shorten(head.text, 110)}; điểm mất đã liệt kê: ${printed}`),
    isFirm: false,
  };
}
