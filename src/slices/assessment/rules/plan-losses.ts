import { Decimal } from '../../../kernel/decimal.ts';
import { foldVietnamese } from '../../../kernel/vietnamese.ts';
import type { Area, CriteriaSet, TreeNode } from '../../criteria/index.ts';
import {
  compareLosses,
  type LossComparison,
  type LostPoint,
  refuseLostPoint,
  type UnitWeight,
} from '../../scoring/index.ts';

/** A loss as a plan states it, in the plan's own words. */
export type StatedLoss = {
  readonly deficitId: string;
  readonly areaOrdinal: number | null;
  readonly criterion: string;
  /** Points as decimal text; null where the plan names none. */
  readonly lost: string | null;
  readonly reason: string | null;
  readonly remedy: string | null;
  readonly responsible: readonly { readonly name: string; readonly unitId: string | null }[];
  readonly openTaskIds: readonly string[];
  readonly doneTaskIds: readonly string[];
};

/** A stated loss as a record of lost points. */
export type PlanLoss = {
  readonly deficit: StatedLoss;
  /** Where no criterion answers to the name, the codes are those of the whole area: only the area is known. */
  readonly record: LostPoint;
  readonly isMatched: boolean;
};

/** What a unit is called by here: its id, or its name where the plan means no unit of ours. */
export const unitKey = ({ name, unitId }: StatedLoss['responsible'][number]): string => unitId ?? name;

/**
 * How much of a loss each unit answers for: the counts that the reason gives right after the units' names (31 dossiers,
 * 12 dossiers), and equal shares unless it counts for every one of them.
 */
export function sharesOf({ reason, responsible }: Pick<StatedLoss, 'reason' | 'responsible'>): UnitWeight[] {
  const told = foldVietnamese(reason ?? '');
  const counts = responsible.map(({ name }) => {
    const folded = foldVietnamese(name);
    const at = told.indexOf(folded);
    const count = at < 0 ? null : /^[\s:(]*(\d{1,6})\b/.exec(told.slice(at + folded.length));
    return Number(count?.[1] ?? 0);
  });
  const isCounted = counts.every((count) => count > 0);
  return responsible.map((unit, at) => ({ unit: unitKey(unit), weight: isCounted ? (counts[at] ?? 1) : 1 }));
}

const nodesOf = (nodes: readonly TreeNode[]): TreeNode[] => nodes.flatMap((node) => [node, ...nodesOf(node.children)]);

const leafCodes = (node: TreeNode): string[] => (node.leaf ? [node.leaf.code] : node.children.flatMap(leafCodes));

/**
 * The criterion that a plan means: the one of this name, or the only one whose name begins with the plan's words or the
 * other way round. Of a group and its only child both mean the same.
 */
function findNode(areas: readonly Area[], criterion: string): TreeNode | null {
  const wanted = foldVietnamese(criterion);
  const nodes = areas.flatMap(({ children }) => nodesOf(children));
  const named = nodes.find(({ nameVi }) => foldVietnamese(nameVi) === wanted);
  if (named) return named;
  const near = nodes.filter(({ nameVi }) => {
    const name = foldVietnamese(nameVi);
    return name.startsWith(wanted) || wanted.startsWith(name);
  });
  const [first] = near;
  return first && new Set(near.map((node) => leafCodes(node).join(' '))).size === 1 ? first : null;
}

function planLossOf(set: CriteriaSet, deficit: StatedLoss, amount: Decimal): PlanLoss {
  const { areaOrdinal, criterion, reason, remedy, openTaskIds, doneTaskIds } = deficit;
  const area = set.areas.find(({ code }) => code === String(areaOrdinal));
  const node = findNode(area ? [area] : set.areas, criterion);
  const record: LostPoint = {
    codes: node ? leafCodes(node) : [],
    amount,
    cause: reason ?? '',
    units: sharesOf(deficit),
    remedy,
    tasks: [...openTaskIds, ...doneTaskIds],
  };
  if (node && refuseLostPoint(set, record) === null) return { deficit, record, isMatched: true };
  return { deficit, record: { ...record, codes: area?.leaves.map(({ code }) => code) ?? [] }, isMatched: false };
}

/** The losses that a plan states with points, in its order; what states no points cannot be added up and is left out. */
export function planLosses(set: CriteriaSet, deficits: readonly StatedLoss[]): PlanLoss[] {
  return deficits.flatMap((deficit) => {
    const amount = new Decimal(deficit.lost ?? 0);
    return amount.greaterThan(0) ? [planLossOf(set, deficit, amount)] : [];
  });
}

/** A line of the page of losses: stated by the plan, computed from the appraised points, or both. */
export type LossRow = Omit<LossComparison, 'codes'> & {
  readonly codes: readonly string[];
  /** Null where the plan does not state the loss. */
  readonly loss: PlanLoss | null;
};

/**
 * What the plan states beside what the appraised points of the leaves lost: the plan's losses, those that match no
 * criterion last, then the ones it does not state.
 *
 * @param points appraised points by leaf code; a leaf without points has no loss that could be computed
 */
export function compareWithPlan(
  set: CriteriaSet,
  losses: readonly PlanLoss[],
  points: Readonly<Record<string, Decimal>>,
): LossRow[] {
  const leaves = set.leaves.map((leaf) => ({
    leaf,
    lost: points[leaf.code] ? leaf.max.minus(points[leaf.code] ?? 0) : null,
  }));
  const matched = losses.filter(({ isMatched }) => isMatched);
  const compared = compareLosses(
    matched.map(({ record }) => record),
    { leaves },
  );
  const unmatched = losses
    .filter(({ isMatched }) => !isMatched)
    .map((loss) => ({ codes: [], stated: loss.record.amount, computed: null, difference: null, loss }));
  const rows = compared.map((row, at) => ({ ...row, loss: matched[at] ?? null }));
  return [...rows.slice(0, matched.length), ...unmatched, ...rows.slice(matched.length)];
}
