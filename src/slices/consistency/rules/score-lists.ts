import { shorten } from './excerpt.ts';
import { sentencesOf, stepsOf } from './grammar.ts';
import { listItemsBelow } from './list-items.ts';
import type { Fraction, Passage } from './passage.ts';
import type { Relation } from './relation.ts';
import { sumScores } from './score-sums.ts';
import { scoreOf } from './scored-areas.ts';

const OPENS_SCORES = /(?:bao gồm|gồm|cụ thể|chi tiết|trong đó|như sau|:)[^«⟨⟪;]{0,90}$/iu;
const FEWEST_IN_SENTENCE = 3;
const FEWEST_ITEMS = 2;

/** "đạt 45/50 điểm, gồm: chỉ đạo 9/10 điểm; thể chế 18/20 điểm; …" and the same with list items below. */
export function findScoreLists(passages: readonly Passage[]): Relation[] {
  return passages.flatMap((passage, index) =>
    passage.fractions.length === 0 ? [] : [...listsInSentences(passage), ...listBelow(passages, index)],
  );
}

function listsInSentences(passage: Passage): Relation[] {
  if (passage.fractions.length <= FEWEST_IN_SENTENCE) return [];
  return sentencesOf(passage.skeleton).flatMap((sentence) => {
    const steps = stepsOf(passage, sentence).filter((step) => step.fraction !== null || step.kind === 'number');
    const [whole, ...parts] = steps;
    if (!whole?.fraction || !parts[0] || !OPENS_SCORES.test(parts[0].before)) return [];
    const fractions = parts.flatMap((part) => part.fraction ?? []);
    if (fractions.length < FEWEST_IN_SENTENCE || fractions.length < parts.length) return [];
    return sumUp(passage, whole.fraction, fractions);
  });
}

function listBelow(passages: readonly Passage[], index: number): Relation[] {
  const passage = passages[index];
  const whole = passage && /:\s?$/u.test(passage.skeleton) ? scoreOf(passage) : null;
  if (!passage || !whole) return [];
  const items = listItemsBelow(passages, index);
  const scores = items.flatMap((item) => scoreOf(item) ?? []);
  return items.length < FEWEST_ITEMS || scores.length < items.length ? [] : sumUp(passage, whole, scores);
}

function sumUp(passage: Passage, whole: Fraction, parts: readonly Fraction[]): Relation[] {
  const title = shorten(passage.text.slice(0, whole.above.from), 60);
  return sumScores(title, { score: whole.above, max: whole.below }, parts);
}
