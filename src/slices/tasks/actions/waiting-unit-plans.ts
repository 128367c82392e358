import { type CivilDate, yearOf } from '../../../kernel/civil-date.ts';
import type { AgencyId } from '../../../kernel/ids.ts';
import type { Db } from '../../../server/database.ts';
import type { WaitingItem } from '../../deadlines/index.ts';
import { unitsOn } from '../../units/index.ts';
import { findSuccessions, findUnits } from '../../units/server.ts';
import { settingsOf } from '../rules/settings.ts';
import { planningUnits, unitPlanDue } from '../rules/unit-plan.ts';
import { findSettings } from '../store/settings.ts';
import { countDepartmentTasks } from '../store/task-list.ts';
import { findUnitPlans } from '../store/unit-plans.ts';

const latest = (due: CivilDate, handedInOn: CivilDate | null): CivilDate =>
  handedInOn !== null && handedInOn > due ? handedInOn : due;

/** Unit plans of the year: those to be handed in, and those to be approved. Nothing waits while the department has no plan. */
export async function waitingUnitPlans(
  db: Db,
  agencyId: AgencyId,
  { today, until }: { today: CivilDate; until: CivilDate | null },
): Promise<WaitingItem[]> {
  const year = yearOf(today);
  if ((await countDepartmentTasks(db, agencyId, year)) === 0) return [];
  const due = unitPlanDue(year, settingsOf(await findSettings(db, agencyId)));
  if (until !== null && due > until) return [];
  const history = { units: await findUnits(db, agencyId), successions: await findSuccessions(db, agencyId) };
  const plans = new Map((await findUnitPlans(db, agencyId, year)).map((plan) => [plan.unitId, plan]));
  return planningUnits(unitsOn(today, history)).flatMap<WaitingItem>(({ unitId, name }) => {
    const { state, handedInOn } = plans.get(unitId) ?? { state: 'drafting' as const, handedInOn: null };
    if (state === 'approved') return [];
    const item = {
      source: 'plan',
      key: `unit-plan:${year}:${unitId}`,
      userIds: [],
      dueOn: due,
      originalDueOn: null,
      points: null,
      address: `/unit-plans/${unitId}?year=${year}`,
      remindBefore: null,
    } as const;
    const title = `Kế hoạch năm ${year} · ${name}`;
    return state === 'handed-in'
      ? // The office is not late for what came late to it.
        [{ ...item, title, step: 'approve' as const, unitId: null, dueOn: latest(due, handedInOn) }]
      : [{ ...item, title, step: 'hand-in' as const, unitId }];
  });
}
