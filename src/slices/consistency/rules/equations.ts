import { excerptAround } from './excerpt.ts';
import { type Step, stepsOf } from './grammar.ts';
import type { Passage } from './passage.ts';
import type { PrintedNumber } from './printed-number.ts';
import { plus, type Relation, type Term } from './relation.ts';

const OPERATOR = /^(?:\s?\p{L}{1,12}){0,3}\s?([+\-–−×x*:÷=])\s?$/iu;
const MOST_OPERANDS = 60;

/** Arithmetic that the document itself writes out: "358 + 42 + 71 = 471", "13 - 8,75 = 4,25", "8,75/13 x 100 = 67,31%". */
export function findEquations(passage: Passage): Relation[] {
  if (!passage.skeleton.includes('=')) return [];
  const steps = stepsOf(passage, passage.skeleton);
  return steps.flatMap((step, index) => {
    if (operatorAfter(step) !== '=') return [];
    const result = steps[index + 1];
    return result?.number ? equationBefore(passage, { steps, index, result: result.number }) : [];
  });
}

type Place = { readonly steps: readonly Step[]; readonly index: number; readonly result: PrintedNumber };

function operatorAfter(step: Step): string | null {
  return OPERATOR.exec(step.after)?.[1]?.toLowerCase() ?? null;
}

function equationBefore(passage: Passage, { steps, index, result }: Place): Relation[] {
  let start = index;
  while (start > 0 && index - start < MOST_OPERANDS) {
    const previous = steps[start - 1];
    const operator = previous && operatorAfter(previous);
    if (!operator || operator === '=') break;
    start -= 1;
  }
  const operands = steps.slice(start, index + 1);
  const terms = termsOf(operands, result.isPercent);
  if (!terms) return [];
  const numbers = [...operands.flatMap((step) => (step.number ? [step.number] : [])), result];
  const fractions = operands.flatMap((step) => (step.fraction ? [step.fraction.above, step.fraction.below] : []));
  const kind = terms.some((term) => term.under.length > 0 || term.over.length > 1)
    ? 'ratio'
    : operands.some(isSubtracted)
      ? 'difference'
      : 'sum';
  const text = excerptAround(passage, [...numbers, ...fractions]);
  return [{ kind, stated: [plus(result)], computed: terms, text, isFirm: true }];
}

const isSubtracted = (step: Step): boolean => /[-–−]/u.test(operatorAfter(step) ?? '');

/** Products before sums; null for what is no arithmetic (a range, a lone number). */
function termsOf(operands: readonly Step[], isPercentResult: boolean): Term[] | null {
  const terms: { factor: number; over: PrintedNumber[]; under: PrintedNumber[] }[] = [];
  let operator = '+';
  for (const step of operands) {
    const isProduct = /[×x*]/u.test(operator);
    const isQuotient = /[:÷]/u.test(operator);
    if (step.kind === 'other') return null;
    if (!isProduct && !isQuotient) terms.push({ factor: isMinus(operator) ? -1 : 1, over: [], under: [] });
    const term = terms.at(-1);
    if (!term) return null;
    if (step.fraction) {
      term.over.push(step.fraction.above);
      term.under.push(step.fraction.below);
    } else if (step.number) (isQuotient ? term.under : term.over).push(step.number);
    operator = operatorAfter(step) ?? '=';
  }
  const isLone = operands.length === 1 && !operands[0]?.fraction;
  return isLone ? null : terms.map((term) => scaleTerm(term, isPercentResult));
}

const isMinus = (operator: string): boolean => /[-–−]/u.test(operator);

/** "× 100" and "× 100%" of a percentage are its scale; other percentages in a product are hundredths. */
function scaleTerm(term: Term, isPercentResult: boolean): Term {
  const isProduct = term.over.length + term.under.length > 1;
  if (!isProduct) return term;
  const isHundred = (number: PrintedNumber): boolean => number.value.eq(100);
  const over = isPercentResult ? term.over.filter((number) => !isHundred(number)) : term.over;
  const percents = over.filter((number) => number.isPercent).length;
  const scale = (isPercentResult ? 100 : 1) / 100 ** percents;
  return { ...term, over, factor: term.factor * scale };
}
