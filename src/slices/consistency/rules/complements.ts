import { excerptAround } from './excerpt.ts';
import { type Step, sentencesOf, stepsOf } from './grammar.ts';
import { nounOf } from './part-list.ts';
import type { Passage } from './passage.ts';
import { plus, type Relation } from './relation.ts';

const OPENS_WHOLE = /(?<!\p{L})trong (?:tổng )?số\s$/iu;
const OPENS_PART = /(?<!\p{L})trong đó(?!\p{L})/iu;
const COMPARES = /(?<!\p{L})(?:tăng|giảm|so với|hơn|kém|lũy kế|cùng kỳ|năm trước|mỗi|từng)(?!\p{L})/iu;
const NEGATED = /(?<!\p{L})(?:chưa|không)\s/u;
const FEWEST_LETTERS = 4;

/**
 * "Trong số 12 văn bản, 10 văn bản được ban hành và 02 văn bản chưa được ban hành": the same words once said and once
 * denied leave nothing out. Only a sentence with exactly these three numbers claims it.
 */
export function findComplements(passage: Passage): Relation[] {
  return sentencesOf(passage.skeleton).flatMap((sentence) => {
    const steps = stepsOf(passage, sentence).filter(({ kind }) => kind !== 'percent' && kind !== 'other');
    const [whole, said, denied] = steps;
    if (steps.length !== 3 || !whole?.number || !said?.number || !denied?.number) return [];
    if (!OPENS_WHOLE.test(whole.before) && !OPENS_PART.test(said.before)) return [];
    if (COMPARES.test(said.before) || COMPARES.test(denied.before) || !areOpposite(said, denied)) return [];
    const numbers = [whole.number, said.number, denied.number];
    const nouns = new Set(steps.map(({ after }) => nounOf(after)));
    if (numbers.some(({ isBound }) => isBound) || nouns.size !== 1 || nouns.has('')) return [];
    return [
      {
        kind: 'sum' as const,
        stated: [plus(whole.number)],
        computed: [plus(said.number), plus(denied.number)],
        text: excerptAround(passage, numbers),
        isFirm: true,
      },
    ];
  });
}

/** What is told of one part is what is denied of the other, in either order. */
function areOpposite(one: Step, other: Step): boolean {
  const [a, b] = [predicateOf(one), predicateOf(other)];
  const [isDenied, isOtherDenied] = [NEGATED.test(a), NEGATED.test(b)];
  const [bare, otherBare] = [bareOf(a), bareOf(b)];
  return isDenied !== isOtherDenied && bare === otherBare && bare.length >= FEWEST_LETTERS;
}

/** Words behind what is counted, to the end of the clause. */
function predicateOf({ after }: Step): string {
  const clause = (after.split(/[,;.()]|\svà(?=\s|$)/u)[0] ?? '').trim().toLowerCase();
  return clause.slice(nounOf(after).length).trim();
}

const bareOf = (words: string): string => words.replace(NEGATED, '').replace(/(?<!\p{L})(?:đã|được)\s/gu, '');
