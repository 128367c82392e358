import type { Draft, DraftItem, DraftPlace, FigureDecision } from './draft.ts';
import { changeItem, itemsOf } from './draft-items.ts';

/** What the figure check says of one relation, as far as a decision needs it. */
export type Finding = {
  readonly holds: boolean;
  readonly place: DraftPlace;
  readonly proposal: { readonly stated: number; readonly proposed: number } | null;
};

/** Findings that one decision settles: the same slip makes them all fail. */
export type Question<Found extends Finding> = {
  /** Places in the list of findings, from 0. */
  readonly numbers: readonly number[];
  readonly findings: readonly Found[];
  readonly slip: { readonly stated: number; readonly proposed: number } | null;
};

/** The findings that do not agree, gathered by the slip that explains them; a proposal that changes no number explains nothing. */
export function questionsOf<Found extends Finding>(findings: readonly Found[]): Question<Found>[] {
  const groups = new Map<string, { numbers: number[]; findings: Found[]; slip: Question<Found>['slip'] }>();
  findings.forEach((finding, number) => {
    if (finding.holds) return;
    const { proposal } = finding;
    const slip =
      proposal && proposal.stated !== proposal.proposed
        ? { stated: proposal.stated, proposed: proposal.proposed }
        : null;
    const name = slip ? `${slip.stated}→${slip.proposed}` : `finding-${number}`;
    const group = groups.get(name) ?? { numbers: [], findings: [], slip };
    group.numbers.push(number);
    group.findings.push(finding);
    groups.set(name, group);
  });
  return [...groups.values()];
}

/** What was decided about a question; null while nobody did. */
export function choiceOf(
  { numbers }: Pick<Question<Finding>, 'numbers'>,
  decisions: readonly FigureDecision[],
): FigureDecision['choice'] | null {
  return decisions.find(({ figure }) => numbers.includes(figure))?.choice ?? null;
}

const figureFields = ['score', 'max', 'percent', 'total', 'totalChange', 'criteria', 'subcriteria'] as const;
type Spot = { readonly item: DraftItem; readonly field: string };

function spotsOf(draft: Draft, value: number): Spot[] {
  return itemsOf(draft).flatMap((item) => {
    const values: Readonly<Record<string, unknown>> = item;
    return figureFields.filter((field) => values[field] === value).map((field) => ({ item, field }));
  });
}

/** The one field that holds the slip: the only one with its value, else the only one where the findings point. */
export function spotOfSlip(draft: Draft, value: number, findings: readonly Finding[]): Spot | null {
  const spots = spotsOf(draft, value);
  const blocks = new Set(findings.map(({ place }) => place.block));
  const near = spots.filter(({ item, field }) => blocks.has(item.places[field]?.block ?? -1));
  const [only, ...others] = spots.length > 1 ? near : spots;
  return only && others.length === 0 ? only : null;
}

/**
 * Takes a decision down, and corrects the field that holds the slip (or puts the stated number back). Where no single
 * field holds it, only the decision is kept and the person corrects by hand.
 */
export function decide(
  draft: Draft,
  { numbers, findings, slip }: Question<Finding>,
  choice: FigureDecision['choice'],
): Draft {
  const others = draft.decisions.filter(({ figure }) => !numbers.includes(figure));
  const decided = { ...draft, decisions: [...others, ...numbers.map((figure) => ({ figure, choice }))] };
  if (!slip) return decided;
  const [from, to] = choice === 'correct' ? [slip.stated, slip.proposed] : [slip.proposed, slip.stated];
  if (choice === 'keep' && choiceOf({ numbers }, draft.decisions) !== 'correct') return decided;
  const spot = spotOfSlip(draft, from, findings);
  return spot ? changeItem(decided, spot.item.key, { [spot.field]: to }) : decided;
}
