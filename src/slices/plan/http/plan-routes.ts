import { z } from 'zod';
import { addDays, type CivilDate } from '../../../kernel/civil-date.ts';
import type { Context } from '../../../server/context.ts';
import {
  type App,
  type Person,
  RefusedRequest,
  refusalAnswers,
  requireRight,
  valueOrRefuse,
} from '../../../server/http.ts';
import { done, doneBody } from '../../../server/shapes.ts';
import { reachOf } from '../../identity/index.ts';
import { openStates } from '../../tasks/index.ts';
import {
  countTasks,
  countTasksByUnit,
  findTasks,
  findTasksOfPlan,
  showTasks,
  type TaskFilter,
  taskRefusals,
  tieTask,
} from '../../tasks/server.ts';
import { deficitId, planId, taskBody, taskId } from '../../tasks/wire.ts';
import { planRefusals } from '../actions/refusals.ts';
import { coverageOf, lostPoints, sumLosses } from '../rules/coverage.ts';
import {
  type Deficit,
  findAreas,
  findDeficits,
  findObligations,
  findPlan,
  findPlans,
  type PlanHead,
} from '../store/plans.ts';
import { areaBody, deficitBody, lossSums, planHeadBody } from './shapes.ts';

const SOON_DAYS = 30;
const year = z.coerce.number().int().min(2000).max(2100);

const obligationBody = z.object({
  obligationId: z.string(),
  who: z.string(),
  unitId: z.string().nullable(),
  addressee: z.string().nullable(),
  what: z.string(),
  deadlineText: z.string(),
});

const planBody = z.object({
  plan: planHeadBody,
  areas: z.array(areaBody),
  deficits: z.array(deficitBody),
  tasks: z.array(taskBody),
  obligations: z.array(obligationBody),
  losses: lossSums,
});

const counts = { open: z.number(), late: z.number(), dueSoon: z.number(), done: z.number() };

const overviewBody = z.object({
  today: z.string(),
  plan: planHeadBody.nullable(),
  areas: z.array(areaBody),
  losses: lossSums,
  uncovered: z.array(deficitBody),
  counts: z.object(counts),
  dueSoon: z.array(taskBody),
  late: z.array(taskBody),
  units: z.array(z.object({ ...counts, unitId: z.string(), doneLate: z.number() })),
});

const deficitOf = (deficit: Deficit) => ({
  ...deficit,
  lost: lostPoints(deficit)?.toFixed() ?? null,
  coverage: coverageOf(deficit),
});

export async function planRoutes(app: App, context: Context): Promise<void> {
  const { database, clock } = context;

  async function lossesOf(person: Person, plan: PlanHead | null) {
    const areas = plan ? await findAreas(database, person.agencyId, plan.planId) : [];
    const deficits = plan ? await findDeficits(database, person.agencyId, plan.planId) : [];
    return { areas, deficits, losses: sumLosses(areas, deficits) };
  }

  /** Open tasks of which something falls due within the span, the earliest first; checks of continuous work are no days. */
  async function dueWithin(person: Person, base: TaskFilter, from: CivilDate, to: CivilDate) {
    const dueKinds = ['day', 'recurring', 'event'] as const;
    const { tasks } = await findTasks(database, person.agencyId, { ...base, dueKinds, dueFrom: from, dueTo: to });
    return showTasks(context, person.agencyId, tasks);
  }

  app.get(
    '/api/plans',
    {
      schema: {
        operationId: 'findPlans',
        tags: ['plans'],
        querystring: z.object({ year: year.optional() }),
        response: { 200: z.object({ plans: z.array(planHeadBody) }), ...refusalAnswers },
      },
    },
    async (request) => ({
      plans: await findPlans(database, requireRight(request, 'plan.read').agencyId, request.query.year),
    }),
  );

  app.get(
    '/api/plans/:planId',
    {
      schema: {
        operationId: 'getPlan',
        tags: ['plans'],
        params: z.object({ planId }),
        response: { 200: planBody, ...refusalAnswers },
      },
    },
    async (request) => {
      const person = requireRight(request, 'plan.read');
      const plan = await findPlan(database, person.agencyId, request.params.planId);
      if (!plan) throw new RefusedRequest('plan-not-found', planRefusals['plan-not-found']);
      const { areas, deficits, losses } = await lossesOf(person, plan);
      const ofPlan = await findTasksOfPlan(database, person.agencyId, plan.planId);
      const standing = ofPlan.filter((task) => task.state !== 'dropped');
      const tasks = await showTasks(context, person.agencyId, standing);
      const obligations = await findObligations(database, person.agencyId, plan.planId);
      return { plan, areas, deficits: deficits.map(deficitOf), tasks, obligations, losses };
    },
  );

  app.get(
    '/api/overview',
    {
      schema: {
        operationId: 'getOverview',
        tags: ['plans'],
        querystring: z.object({ year }),
        response: { 200: overviewBody, ...refusalAnswers },
      },
    },
    async (request) => {
      const person = requireRight(request, 'plan.read');
      const today = clock.today();
      const soon = addDays(today, SOON_DAYS);
      const [plan = null] = await findPlans(database, person.agencyId, request.query.year);
      const { areas, deficits, losses } = await lossesOf(person, plan);
      const own = reachOf(person.role, 'task.read') === 'own' ? { unitIds: person.unitIds } : {};
      const base = { year: request.query.year, states: openStates, limit: 20, offset: 0, ...own };
      const counted = await countTasks(database, person.agencyId, request.query.year, today, soon);
      const dueSoon = await dueWithin(person, base, today, soon);
      const late = await findTasks(database, person.agencyId, { ...base, lateOn: today });
      return {
        today,
        plan,
        areas,
        losses,
        uncovered: deficits.map(deficitOf).filter((deficit) => deficit.coverage === 'uncovered'),
        counts: counted,
        dueSoon,
        late: await showTasks(context, person.agencyId, late.tasks),
        units: await countTasksByUnit(database, person.agencyId, request.query.year, today),
      };
    },
  );

  app.put(
    '/api/deficits/:deficitId/tasks/:taskId',
    {
      schema: {
        operationId: 'tieTask',
        tags: ['plans'],
        params: z.object({ deficitId, taskId }),
        body: z.object({ isTied: z.boolean() }),
        response: { 200: doneBody, ...refusalAnswers },
      },
    },
    async (request) => {
      const person = requireRight(request, 'plan.accept');
      valueOrRefuse(await tieTask(context, person, { ...request.params, ...request.body }), taskRefusals);
      return done;
    },
  );
}
