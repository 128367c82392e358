import type { Instant } from '../../../kernel/clock.ts';
import type { AgencyId } from '../../../kernel/ids.ts';
import type { Db } from '../../../server/database.ts';
import { findProgress } from '../store/redating.ts';
import { countAll } from '../store/tallies.ts';

/** A register whose days are being derived anew. Per cent, not records: nobody learns how many there are of other units. */
export type Redated = { readonly percent: number; readonly at: Instant; readonly by: string };

const MOST = 99;

/** How far a register is; null where its days are those of the calendar that holds. */
export async function findRedated(db: Db, agencyId: AgencyId, registerKey: string): Promise<Redated | null> {
  const found = (await findProgress(db, agencyId)).find((one) => one.registerKey === registerKey);
  if (!found) return null;
  const total = await countAll(db, agencyId, registerKey);
  // Deleted records are gone through too, and what is gone through is not ended yet.
  const percent = total === 0 ? 0 : Math.min(MOST, Math.floor((found.done / total) * 100));
  return { percent, at: found.begunAt, by: found.begunName };
}
