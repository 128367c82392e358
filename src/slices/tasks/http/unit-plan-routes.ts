import { z } from 'zod';
import type { Context } from '../../../server/context.ts';
import { type App, RefusedRequest, refusalAnswers, requireRight, valueOrRefuse } from '../../../server/http.ts';
import { civilDay, recordVersion, unitId } from '../../../server/shapes.ts';
import { may } from '../../identity/index.ts';
import { taskRefusals } from '../actions/refusals.ts';
import { listUnitPlans, loadUnitPlan, unitsOfPlan } from '../actions/show-unit-plans.ts';
import { moveUnitPlan, saveItems } from '../actions/unit-plans.ts';
import { unitPlanItem, unitPlanStates } from '../rules/unit-plan.ts';
import { unitNamesOf } from './list-routes.ts';

const tags = ['tasks'];
const year = z.coerce.number().int().min(2000).max(2100);
const text = z.string().trim().min(1).max(4000);

const unitPlanBody = z.object({
  unitId: z.string(),
  due: z.string(),
  state: z.enum(unitPlanStates),
  items: z.array(unitPlanItem),
  number: z.string().nullable(),
  issuedOn: z.string().nullable(),
  reason: z.string().nullable(),
  version: z.number(),
  handedInOn: z.string().nullable(),
  isLate: z.boolean(),
  missing: z.array(unitPlanItem),
  people: z.array(z.object({ userId: z.string(), displayName: z.string() })),
  may: z.object({ write: z.boolean(), decide: z.boolean() }),
});

/** Units' own plans: who has none, writing one, handing it in, deciding on it. */
export function unitPlanRoutes(app: App, context: Context): void {
  const ofUnit = z.object({ year, unitId });

  app.get(
    '/api/unit-plans',
    {
      schema: {
        operationId: 'findUnitPlans',
        tags,
        querystring: z.object({ year }),
        response: {
          200: z.object({
            due: z.string(),
            plans: z.array(
              z.object({
                unitId: z.string(),
                state: z.enum(unitPlanStates).nullable(),
                items: z.number(),
                reason: z.string().nullable(),
                handedInOn: z.string().nullable(),
                isLate: z.boolean(),
              }),
            ),
          }),
          ...refusalAnswers,
        },
      },
    },
    async (request) => listUnitPlans(context, requireRight(request, 'task.read'), request.query.year),
  );

  app.get(
    '/api/unit-plans/:year/:unitId',
    {
      schema: {
        operationId: 'getUnitPlan',
        tags,
        params: ofUnit,
        response: { 200: unitPlanBody, ...refusalAnswers },
      },
    },
    async (request) => {
      const person = requireRight(request, 'task.read');
      if (!may(person, 'task.read', request.params.unitId))
        throw new RefusedRequest('task-not-yours', taskRefusals['task-not-yours']);
      if ((await unitNamesOf(context, person)).get(request.params.unitId) === undefined)
        throw new RefusedRequest('unit-not-found', taskRefusals['unit-not-found']);
      return loadUnitPlan(context, person, request.params);
    },
  );

  app.put(
    '/api/unit-plans/:year/:unitId',
    {
      schema: {
        operationId: 'saveUnitPlan',
        tags,
        params: ofUnit,
        body: z.object({
          version: recordVersion,
          items: z.array(unitPlanItem).max(500),
          number: z.string().trim().min(1).max(100).nullable(),
          issuedOn: civilDay.nullable(),
        }),
        response: { 200: z.object({ version: z.number() }), ...refusalAnswers },
      },
    },
    async (request) => {
      const person = requireRight(request, 'task.change');
      const unitIds = await unitsOfPlan(context, person, request.params.unitId);
      const given = { ...request.params, ...request.body, unitIds };
      return valueOrRefuse(await saveItems(context, person, given), taskRefusals);
    },
  );

  app.post(
    '/api/unit-plans/:year/:unitId/steps',
    {
      schema: {
        operationId: 'moveUnitPlan',
        tags,
        params: ofUnit,
        body: z.object({
          version: recordVersion,
          to: z.enum(['handed-in', 'returned', 'approved']),
          reason: text.nullable(),
        }),
        response: { 200: z.object({ version: z.number() }), ...refusalAnswers },
      },
    },
    async (request) => {
      const person = requireRight(request, 'task.read');
      const names = await unitNamesOf(context, person);
      const step = { ...request.params, ...request.body };
      return valueOrRefuse(await moveUnitPlan(context, person, step, names), taskRefusals);
    },
  );
}
