import { z } from 'zod';
import type { CivilDate } from '../../../kernel/civil-date.ts';
import type { AgencyId } from '../../../kernel/ids.ts';
import type { Context } from '../../../server/context.ts';
import type { Db } from '../../../server/database.ts';
import { type App, refusalAnswers, requireRight, valueOrRefuse } from '../../../server/http.ts';
import { civilDay, done, doneBody, unitId, userId } from '../../../server/shapes.ts';
import { addAlias, appointHead, correctUnit, createUnit, removeAlias } from '../actions/change-units.ts';
import { unitRefusals } from '../actions/refusals.ts';
import { reorganise } from '../actions/reorganise.ts';
import { unitsOn } from '../rules/history.ts';
import { type Unit, unitKinds } from '../rules/unit.ts';
import { findAliases, findChanges, findHeads, findSuccessions, findUnits, unitChangeKinds } from '../store/units.ts';

const ownFields = {
  name: z.string().trim().min(2).max(200),
  shortName: z.string().trim().min(1).max(60),
  kind: z.enum(unitKinds),
  parentId: unitId.nullable(),
  position: z.number().int().min(0).max(10_000),
};

const unitsBody = z.object({
  units: z.array(
    z.object({
      unitId: z.string(),
      parentId: z.string().nullable(),
      name: z.string(),
      shortName: z.string(),
      kind: z.enum(unitKinds),
      validFrom: z.string(),
      validTo: z.string().nullable(),
      position: z.number(),
      version: z.number(),
    }),
  ),
  aliases: z.array(z.object({ alias: z.string(), unitId: z.string(), origin: z.enum(['typed', 'learned']) })),
  heads: z.array(
    z.object({
      unitId: z.string(),
      userId: z.string(),
      displayName: z.string(),
      validFrom: z.string(),
      validTo: z.string().nullable(),
    }),
  ),
  changes: z.array(
    z.object({
      changeId: z.string(),
      kind: z.enum(unitChangeKinds),
      effectiveOn: z.string(),
      decisionNumber: z.string().nullable(),
      pairs: z.array(z.object({ from: z.string(), to: z.string() })),
    }),
  ),
});

/** Every unit that the agency has or had; with a day, the tree as it stood then. */
async function findUnitsAsOf(db: Db, agencyId: AgencyId, day: CivilDate | null): Promise<Unit[]> {
  const units = await findUnits(db, agencyId);
  return day === null ? units : unitsOn(day, { units, successions: await findSuccessions(db, agencyId) });
}

export async function unitRoutes(app: App, context: Context): Promise<void> {
  const { database } = context;
  const tags = ['units'];

  app.get(
    '/api/units',
    {
      schema: {
        operationId: 'findUnits',
        tags,
        querystring: z.object({ on: civilDay.optional() }),
        response: { 200: unitsBody, ...refusalAnswers },
      },
    },
    async (request) => {
      const { agencyId } = requireRight(request, 'units.read');
      const units = await findUnitsAsOf(database, agencyId, request.query.on ?? null);
      const aliases = await findAliases(database, agencyId);
      const heads = await findHeads(database, agencyId);
      return { units, aliases, heads, changes: await findChanges(database, agencyId) };
    },
  );

  app.post(
    '/api/units',
    {
      schema: {
        operationId: 'createUnit',
        tags,
        body: z.object({ ...ownFields, validFrom: civilDay }),
        response: { 200: z.object({ unitId: z.string() }), ...refusalAnswers },
      },
    },
    async (request) =>
      valueOrRefuse(await createUnit(context, requireRight(request, 'units.change'), request.body), unitRefusals),
  );

  app.put(
    '/api/units/:unitId',
    {
      schema: {
        operationId: 'correctUnit',
        tags,
        params: z.object({ unitId }),
        body: z.object({ ...ownFields, validFrom: civilDay, version: z.number().int() }),
        response: { 200: doneBody, ...refusalAnswers },
      },
    },
    async (request) => {
      const person = requireRight(request, 'units.change');
      valueOrRefuse(
        await correctUnit(context, person, { ...request.body, unitId: request.params.unitId }),
        unitRefusals,
      );
      return done;
    },
  );

  app.post(
    '/api/units/changes',
    {
      schema: {
        operationId: 'reorganiseUnits',
        tags,
        body: z.object({
          kind: z.enum(unitChangeKinds),
          effectiveOn: civilDay,
          decisionNumber: z.string().trim().max(80).nullable(),
          predecessorIds: z.array(unitId).min(1).max(50),
          successorIds: z.array(unitId).max(50),
          newUnits: z.array(z.object(ownFields)).max(50),
        }),
        response: { 200: z.object({ changeId: z.string(), newUnitIds: z.array(z.string()) }), ...refusalAnswers },
      },
    },
    async (request) =>
      valueOrRefuse(await reorganise(context, requireRight(request, 'units.change'), request.body), unitRefusals),
  );

  app.put(
    '/api/units/:unitId/head',
    {
      schema: {
        operationId: 'appointHead',
        tags,
        params: z.object({ unitId }),
        body: z.object({ userId, validFrom: civilDay }),
        response: { 200: doneBody, ...refusalAnswers },
      },
    },
    async (request) => {
      const person = requireRight(request, 'units.change');
      valueOrRefuse(
        await appointHead(context, person, { ...request.body, unitId: request.params.unitId }),
        unitRefusals,
      );
      return done;
    },
  );

  app.post(
    '/api/units/aliases',
    {
      schema: {
        operationId: 'addAlias',
        tags,
        body: z.object({ alias: z.string().trim().min(1).max(200), unitId }),
        response: { 200: doneBody, ...refusalAnswers },
      },
    },
    async (request) => {
      const person = requireRight(request, 'units.change');
      valueOrRefuse(await addAlias(context, person, { ...request.body, origin: 'typed' }), unitRefusals);
      return done;
    },
  );

  app.delete(
    '/api/units/aliases/:alias',
    {
      schema: {
        operationId: 'removeAlias',
        tags,
        params: z.object({ alias: z.string().min(1).max(200) }),
        response: { 200: doneBody, ...refusalAnswers },
      },
    },
    async (request) => {
      const person = requireRight(request, 'units.change');
      valueOrRefuse(await removeAlias(context, person, request.params.alias), unitRefusals);
      return done;
    },
  );
}
