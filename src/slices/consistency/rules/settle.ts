import type { PrintedNumber } from './printed-number.ts';
import {
  holdsReadOtherWay,
  isLinear,
  judge,
  numbersOf,
  type Relation,
  type Slack,
  slackOf,
  type Verdict,
} from './relation.ts';

/** A relation with its verdict. */
export type Settled = {
  readonly relation: Relation;
  readonly slack: Slack;
  readonly verdict: Verdict;
  readonly numbers: readonly PrintedNumber[];
};

/** Judges every relation once; drops what merely might be claimed and fails, and what two rules found twice. */
export function settle(relations: readonly Relation[]): Settled[] {
  const identify = makeIdentifier();
  const seen = new Set<string>();
  return relations.flatMap((relation) => {
    const key = keyOf(relation, identify);
    if (seen.has(key)) return [];
    const settled = settleOne(relation);
    if (settled === null) return [];
    seen.add(key);
    return [settled];
  });
}

function settleOne(relation: Relation): Settled | null {
  const slack = slackOf(relation);
  const verdict = judge(relation, slack);
  if (verdict === null) return null;
  const numbers = [...numbersOf(relation.stated), ...numbersOf(relation.computed)];
  if (relation.stated.length === 0) return { relation, slack, verdict: { ...verdict, holds: true }, numbers };
  if (!verdict.holds && (!relation.isFirm || holdsReadOtherWay(relation))) return null;
  return { relation, slack, verdict, numbers };
}

function makeIdentifier(): (number: PrintedNumber) => number {
  const ids = new Map<PrintedNumber, number>();
  return (number) => {
    const known = ids.get(number);
    if (known !== undefined) return known;
    ids.set(number, ids.size);
    return ids.size - 1;
  };
}

/** "36 = 29 + 6" and "6 = 36 − 29" are one relation: what is bare on either side is written on one. */
function keyOf({ stated, computed }: Relation, identify: (number: PrintedNumber) => number): string {
  if (stated.length === 0 || !isLinear(stated) || !isLinear(computed))
    return `${sideKey(stated, identify)}=${sideKey(computed, identify)}`;
  const terms = [...stated.map((term) => ({ ...term, side: 1 })), ...computed.map((term) => ({ ...term, side: -1 }))]
    .map(({ factor, over, side }) => ({ factor: factor * side, id: over[0] ? identify(over[0]) : -1 }))
    .sort((a, b) => a.id - b.id || a.factor - b.factor);
  const sign = Math.sign(terms.at(-1)?.factor ?? 1);
  return terms.map(({ factor, id }) => `${factor * sign}*${id}`).join('+');
}

function sideKey(side: Relation['stated'], identify: (number: PrintedNumber) => number): string {
  return side
    .map((term) => `${term.factor}*${term.over.map(identify).sort()}/${term.under.map(identify)}`)
    .sort()
    .join('+');
}
