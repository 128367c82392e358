import type { Instant } from '../../../kernel/clock.ts';
import type { AgencyId, UnitId } from '../../../kernel/ids.ts';
import type { Db } from '../../../server/database.ts';
import type { MeasureSource } from '../../../server/sources.ts';
import type { MeasureKey, MeasureScope } from '../../registers/index.ts';
import { reachOf } from '../../units/index.ts';
import { holderOn, holdersOf } from '../rules/holders.ts';
import { addCounts, figuresOf, nothingCounted, taskMeasures } from '../rules/measures.ts';
import { findTime } from '../store/database-time.ts';
import { countWorkByLead, countWorkByMonth, type WorkCounts, type WorkScope } from '../store/work-items.ts';
import { historyOf } from './sources.ts';

/** The scope of a unit: itself, what stands below it, and what it took over. */
async function scopeOf(db: Db, agencyId: AgencyId, key: MeasureKey, scope: MeasureScope): Promise<WorkScope> {
  const { unitId, firstDay, lastDay, today } = scope;
  const unitIds = unitId === null ? undefined : reachOf(unitId, today, await historyOf(db, agencyId));
  const { origins } = taskMeasures[key] ?? {};
  return { firstDay, lastDay, today, unitIds, origins, withSteps: false, eachLead: unitId !== null };
}

/** Where the records behind a number are listed. */
function addressOf(key: MeasureKey, { unitId, firstDay, lastDay }: MeasureScope): string {
  const words = new URLSearchParams({ year: firstDay.slice(0, 4), from: firstDay, to: lastDay });
  if (unitId !== null) words.set('lead', unitId);
  for (const [name, word] of Object.entries(taskMeasures[key]?.words ?? {})) words.set(name, word);
  return `/tasks?${words}`;
}

async function countAll(db: Db, agencyId: AgencyId, scope: WorkScope): Promise<WorkCounts> {
  return (await countWorkByLead(db, agencyId, scope)).reduce<WorkCounts>(addCounts, nothingCounted);
}

/** Counts by unit; the work of a unit that ended counts for whoever has it now. */
async function countByUnit(db: Db, agencyId: AgencyId, scope: WorkScope): Promise<Map<UnitId, WorkCounts>> {
  const history = await historyOf(db, agencyId);
  const sums = new Map<UnitId, WorkCounts>();
  for (const { leadId, ...counts } of await countWorkByLead(db, agencyId, { ...scope, eachLead: true })) {
    const unitId = leadId === null ? null : holderOn(holdersOf(leadId, history), scope.today);
    if (unitId !== null) sums.set(unitId, addCounts(sums.get(unitId) ?? nothingCounted, counts));
  }
  return sums;
}

/** Named numbers of tasks: shares on time, counts done and overdue, and the lateness that leaves of the index ask for. */
export const taskMeasureSource: MeasureSource = {
  name: 'tasks',
  find: async () =>
    Object.entries(taskMeasures).map(([key, { label, kind, unit, target, leaves }]) => ({
      key: key as MeasureKey,
      label,
      kind,
      unit,
      target,
      leaves,
    })),
  read: async (db, agencyId, key, scope) => {
    const measure = taskMeasures[key];
    if (!measure) return null;
    const counts = await countAll(db, agencyId, await scopeOf(db, agencyId, key, scope));
    const extractedAt: Instant = await findTime(db);
    return { figures: figuresOf(measure, counts), extractedAt, address: addressOf(key, scope) };
  },
  readBy: async (db, agencyId, key, cut) => {
    const measure = taskMeasures[key];
    if (!measure) return [];
    const scope = await scopeOf(db, agencyId, key, cut);
    if (cut.by === 'month') {
      const months = await countWorkByMonth(db, agencyId, scope);
      return months.map(({ month, ...counts }) => ({ month, unitId: cut.unitId, figures: figuresOf(measure, counts) }));
    }
    const units = await countByUnit(db, agencyId, scope);
    return [...units].map(([unitId, counts]) => ({ month: null, unitId, figures: figuresOf(measure, counts) }));
  },
};
