import { z } from 'zod';
import type { Outcome } from '../../../kernel/outcome.ts';
import type { Context } from '../../../server/context.ts';
import { type App, RefusedRequest, refusalAnswers, requireRight, valueOrRefuse } from '../../../server/http.ts';
import { recordVersion } from '../../../server/shapes.ts';
import { declareOwn } from '../actions/declare.ts';
import { previewDeclaration, redeclareOwn } from '../actions/redeclare.ts';
import { type RegisterRefusal, registerRefusals } from '../actions/refusals.ts';
import type { DeclarationFault } from '../rules/check-declaration.ts';
import { describeDeclarationFault } from '../rules/declaration-fault-texts.ts';
import { findVersions } from '../store/registers.ts';
import { declarationBody, registerKey } from './shapes.ts';

const tags = ['registers'];
const fault = z.object({
  at: z.string(),
  code: z.string(),
  detail: z.string().optional(),
  count: z.number().optional(),
  records: z.array(z.string()).readonly().optional(),
  message: z.object({ vi: z.string(), en: z.string() }),
});

const told = (faults: readonly DeclarationFault[]) =>
  faults.map((one) => ({ ...one, message: describeDeclarationFault(one) }));

/** As `valueOrRefuse`; faults of a declaration say in words what to do. */
function valueOrFaults<Value>(outcome: Outcome<Value, RegisterRefusal>): Value {
  if (outcome.ok || outcome.refusal.code !== 'declaration-faulty') return valueOrRefuse(outcome, registerRefusals);
  const { code, faults } = outcome.refusal;
  throw new RefusedRequest(code, registerRefusals[code], { faults: told(faults) });
}

const effects = z.object({
  records: z.number(),
  removedFields: z.array(z.object({ field: z.string(), filled: z.number() })).readonly(),
  removedOptions: z.array(z.object({ field: z.string(), option: z.string(), used: z.number() })).readonly(),
  misfits: z.array(z.object({ field: z.string(), count: z.number() })).readonly(),
  newlyRequired: z.array(z.object({ field: z.string(), missing: z.number() })).readonly(),
  removedSteps: z.array(z.object({ step: z.string(), used: z.number() })).readonly(),
  removedMeasures: z.array(z.string()).readonly(),
});

/** Declaring registers of the office's own, and changing them without losing a value. */
export async function declareRoutes(app: App, context: Context): Promise<void> {
  app.post(
    '/api/registers',
    {
      schema: {
        operationId: 'declareRegister',
        tags,
        body: z.object({ declaration: declarationBody }),
        response: { 200: z.object({ key: z.string(), version: z.number() }), ...refusalAnswers },
      },
    },
    async (request) => {
      const person = requireRight(request, 'register.declare');
      return valueOrFaults(await declareOwn(context, person, request.body.declaration));
    },
  );

  app.put(
    '/api/registers/:registerKey',
    {
      schema: {
        operationId: 'redeclareRegister',
        tags,
        params: z.object({ registerKey }),
        body: z.object({ version: recordVersion, declaration: declarationBody }),
        response: { 200: z.object({ version: z.number() }), ...refusalAnswers },
      },
    },
    async (request) => {
      const person = requireRight(request, 'register.declare');
      return valueOrFaults(await redeclareOwn(context, person, request.params.registerKey, request.body));
    },
  );

  app.post(
    '/api/registers/:registerKey/preview',
    {
      schema: {
        operationId: 'previewDeclaration',
        tags,
        params: z.object({ registerKey }),
        body: z.object({ declaration: declarationBody }),
        response: { 200: z.object({ effects, faults: z.array(fault) }), ...refusalAnswers },
      },
    },
    async (request) => {
      const person = requireRight(request, 'register.declare');
      const { registerKey: key } = request.params;
      const preview = valueOrFaults(await previewDeclaration(context, person, key, request.body.declaration));
      return { effects: preview.effects, faults: told(preview.faults) };
    },
  );

  app.get(
    '/api/registers/:registerKey/versions',
    {
      schema: {
        operationId: 'findDeclarations',
        tags,
        params: z.object({ registerKey }),
        response: {
          200: z.object({
            versions: z.array(
              z.object({
                version: z.number(),
                changedAt: z.string(),
                changedBy: z.string().nullable(),
                declaration: declarationBody,
              }),
            ),
          }),
          ...refusalAnswers,
        },
      },
    },
    async (request) => {
      const { agencyId } = requireRight(request, 'register.declare');
      return { versions: await findVersions(context.database, agencyId, request.params.registerKey) };
    },
  );
}
