import type { CivilDate } from '../../../kernel/civil-date.ts';
import type { UnitId } from '../../../kernel/ids.ts';
import type { Context } from '../../../server/context.ts';
import type { Person } from '../../../server/http.ts';
import { may, reachOf } from '../../identity/index.ts';
import { findPeopleOfUnits } from '../../identity/server.ts';
import { type Unit, unitsBelow, unitsOn } from '../../units/index.ts';
import { settingsOf } from '../rules/settings.ts';
import { deriveItems, planningUnits, unitPlanDue } from '../rules/unit-plan.ts';
import { findSettings } from '../store/settings.ts';
import { findTasks } from '../store/task-list.ts';
import { findUnitPlan, findUnitPlans, type UnitPlan } from '../store/unit-plans.ts';
import { historyOf } from './sources.ts';

const MOST_TASKS = 1000;

async function standingUnits({ database, clock }: Context, person: Person): Promise<Unit[]> {
  return unitsOn(clock.today(), await historyOf(database, person.agencyId));
}

/** When a plan was handed in against the day it was due: late is told, not stored. */
function timingOf(plan: UnitPlan | undefined, due: CivilDate, today: CivilDate) {
  const handedInOn = plan?.handedInOn ?? null;
  return { handedInOn, isLate: (handedInOn ?? today) > due };
}

/** Every unit that plans, with its plan of the year or that it has none; a unit's own people see their own. */
export async function listUnitPlans(context: Context, person: Person, year: number) {
  const { database, clock } = context;
  const units = planningUnits(await standingUnits(context, person));
  const plans = new Map((await findUnitPlans(database, person.agencyId, year)).map((plan) => [plan.unitId, plan]));
  const due = unitPlanDue(year, settingsOf(await findSettings(database, person.agencyId)));
  const seesAll = reachOf(person.role, 'task.read') === 'any';
  return {
    due,
    plans: units
      .filter(({ unitId }) => seesAll || person.unitIds.includes(unitId))
      .map(({ unitId }) => {
        const plan = plans.get(unitId);
        return {
          unitId,
          state: plan?.state ?? null,
          items: plan?.items.length ?? 0,
          reason: plan?.reason ?? null,
          ...timingOf(plan, due, clock.today()),
        };
      }),
  };
}

/** Units whose people may stand in a plan: the unit and everything below it. */
export async function unitsOfPlan(context: Context, person: Person, unitId: UnitId): Promise<UnitId[]> {
  return unitsBelow(await standingUnits(context, person), unitId);
}

/** The plan of one unit: its lines, what of the department's plan is not in it yet, and who may do it. */
export async function loadUnitPlan(context: Context, person: Person, given: { year: number; unitId: UnitId }) {
  const { database, clock } = context;
  const { agencyId } = person;
  const { year, unitId } = given;
  const plan = await findUnitPlan(database, agencyId, year, unitId);
  const due = unitPlanDue(year, settingsOf(await findSettings(database, agencyId)));
  const { tasks } = await findTasks(database, agencyId, { year, unitIds: [unitId], limit: MOST_TASKS, offset: 0 });
  const departments = tasks.filter(({ origin, state }) => origin !== 'unit' && state !== 'dropped' && state !== 'done');
  const people = await findPeopleOfUnits(database, agencyId, await unitsOfPlan(context, person, unitId));
  const isHandedInByMe = plan?.handedInBy === person.userId;
  return {
    unitId,
    due,
    state: plan?.state ?? 'drafting',
    items: plan?.items ?? [],
    number: plan?.number ?? null,
    issuedOn: plan?.issuedOn ?? null,
    reason: plan?.reason ?? null,
    version: plan?.version ?? 0,
    ...timingOf(plan ?? undefined, due, clock.today()),
    /** Lines that the department's plan asks for and that are not there yet. */
    missing: deriveItems(departments, plan?.items ?? []),
    people,
    may: {
      write: may(person, 'task.change', unitId),
      decide: may(person, 'task.approve', null) && !isHandedInByMe,
    },
  };
}
