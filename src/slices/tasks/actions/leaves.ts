import { Decimal } from '../../../kernel/decimal.ts';
import type { AgencyId } from '../../../kernel/ids.ts';
import type { Db } from '../../../server/database.ts';
import { parseCriteriaSet } from '../../criteria/index.ts';
import { findLeafSource } from '../store/leaf-source.ts';
import type { Task } from '../store/tasks.ts';

/** A leaf that a task is to win back: its name and points in the set of the year, and what it lost in the last result. */
export type LeafAtStake = { code: string; name: string; max: string | null; lost: string | null };

/** What stands behind the codes of a task's leaves; a code that the set of the year does not know keeps its code as a name. */
export async function leavesOf(
  db: Db,
  agencyId: AgencyId,
  { planYear, leafCodes }: Pick<Task, 'planYear' | 'leafCodes'>,
): Promise<LeafAtStake[]> {
  if (leafCodes.length === 0) return [];
  const { source, lastPoints } = await findLeafSource(db, agencyId, planYear);
  const parsed = source === null ? null : parseCriteriaSet(source, 'set.yaml');
  const leaves = new Map(parsed?.ok ? parsed.value.leaves.map((leaf) => [leaf.code, leaf]) : []);
  return leafCodes.map((code) => {
    const leaf = leaves.get(code);
    const last = lastPoints.get(code);
    const lost = leaf && last !== undefined ? Decimal.max(0, leaf.max.minus(last)).toFixed() : null;
    return { code, name: leaf?.nameVi ?? code, max: leaf?.max.toFixed() ?? null, lost };
  });
}

/** Points that leaves lost in the last result, by "2026 1.1.3": what waiting work is ordered by. */
export async function leafPointsOf(
  db: Db,
  agencyId: AgencyId,
  tasks: readonly Pick<Task, 'planYear' | 'leafCodes'>[],
): Promise<Map<string, string>> {
  const years = new Map<number, Set<string>>();
  for (const { planYear, leafCodes } of tasks) {
    if (leafCodes.length > 0) years.set(planYear, (years.get(planYear) ?? new Set()).union(new Set(leafCodes)));
  }
  const points = new Map<string, string>();
  for (const [planYear, codes] of years) {
    for (const { code, lost } of await leavesOf(db, agencyId, { planYear, leafCodes: [...codes] })) {
      if (lost !== null) points.set(`${planYear} ${code}`, lost);
    }
  }
  return points;
}
