import { Decimal } from '../../../kernel/decimal.ts';
import type { CriteriaSet } from '../../criteria/index.ts';
import { type PlanLoss, planLosses, type StatedLoss } from './plan-losses.ts';

/** A loss that was recorded: amounts and weights are decimal text. */
export type RecordedLoss = {
  readonly lossId: string;
  readonly codes: readonly string[];
  readonly amount: string;
  readonly cause: string;
  readonly remedy: string | null;
  readonly deficitId: string | null;
  readonly units: readonly { readonly unitId: string | null; readonly name: string; readonly weight: string }[];
  readonly taskIds: readonly string[];
};

/** A stated loss; `recorded` null where only the plan states it. */
export type KnownLoss = PlanLoss & { readonly recorded: RecordedLoss | null };

function recordedAsStated(set: CriteriaSet, loss: RecordedLoss, deficit: StatedLoss | undefined): KnownLoss {
  const leaves = set.leaves.filter(({ code }) => loss.codes.includes(code));
  const units = loss.units.map(({ name, unitId, weight }) => ({ unit: unitId ?? name, weight: Number(weight) }));
  return {
    deficit: {
      deficitId: loss.deficitId ?? loss.lossId,
      areaOrdinal: Number(leaves[0]?.areaCode) || null,
      criterion: deficit?.criterion ?? leaves.map(({ nameVi }) => nameVi).join('; '),
      lost: loss.amount,
      reason: loss.cause,
      remedy: loss.remedy,
      responsible: loss.units.map(({ name, unitId }) => ({ name, unitId })),
      openTaskIds: loss.taskIds,
      doneTaskIds: [],
    },
    record: {
      codes: loss.codes,
      amount: new Decimal(loss.amount),
      cause: loss.cause,
      units,
      remedy: loss.remedy,
      tasks: [...new Set([...loss.taskIds, ...(deficit?.openTaskIds ?? []), ...(deficit?.doneTaskIds ?? [])])],
    },
    isMatched: leaves.length > 0,
    recorded: loss,
  };
}

/**
 * Everything that is stated as lost in a year: what was recorded, then what the plan states and nobody has recorded yet.
 * A shortcoming that was recorded counts once, as recorded.
 */
export function statedLosses(
  set: CriteriaSet,
  recorded: readonly RecordedLoss[],
  deficits: readonly StatedLoss[],
): KnownLoss[] {
  const taken = new Set(recorded.flatMap(({ deficitId }) => deficitId ?? []));
  const kept = recorded.map((loss) =>
    recordedAsStated(
      set,
      loss,
      deficits.find(({ deficitId }) => deficitId === loss.deficitId),
    ),
  );
  const open = planLosses(
    set,
    deficits.filter(({ deficitId }) => !taken.has(deficitId)),
  );
  return [...kept, ...open.map((loss) => ({ ...loss, recorded: null }))];
}
