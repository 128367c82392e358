import { z } from 'zod';
import type { Context } from '../../../server/context.ts';
import { type App, refusalAnswers, requireRight, valueOrRefuse } from '../../../server/http.ts';
import { civilDay, done, doneBody } from '../../../server/shapes.ts';
import { setId } from '../../criteria/server.ts';
import {
  chooseSet,
  chooseTieRule,
  dropScenario,
  enterMeasures,
  keepScenario,
  saveRanking,
  saveStage,
  tieTaskToLeaf,
} from '../actions/index-year.ts';
import { freezeYear } from '../actions/leaf-measures.ts';
import type { Sources } from '../actions/read-measures.ts';
import { assessmentRefusals } from '../actions/refusals.ts';
import { showIndex } from '../actions/show-index.ts';
import { findMeasureHistory } from '../store/measures.ts';
import { decimal, indexBody, leafCode, measureBody, stage, supposition, taskId, tieRule, year } from './shapes.ts';

export async function indexRoutes(app: App, context: Context, sources: Sources): Promise<void> {
  const { database } = context;
  const tags = ['index'];

  app.get(
    '/api/index',
    {
      schema: {
        operationId: 'getIndex',
        tags,
        querystring: z.object({ year }),
        response: { 200: indexBody, ...refusalAnswers },
      },
    },
    async (request) => {
      const person = requireRight(request, 'index.read');
      return (await showIndex(context, sources, person, request.query.year)) as z.input<typeof indexBody>;
    },
  );

  app.get(
    '/api/index/measures/:leafCode',
    {
      schema: {
        operationId: 'findMeasureHistory',
        tags,
        params: z.object({ leafCode }),
        querystring: z.object({ year }),
        response: { 200: z.object({ entries: z.array(measureBody) }), ...refusalAnswers },
      },
    },
    async (request) => {
      const { agencyId } = requireRight(request, 'index.read');
      return { entries: await findMeasureHistory(database, agencyId, request.query.year, request.params.leafCode) };
    },
  );

  app.post(
    '/api/index/measures',
    {
      schema: {
        operationId: 'enterMeasures',
        tags,
        body: z.object({
          year,
          forms: z
            .array(
              z.object({
                leafCode,
                input: z.record(z.string(), z.unknown()).nullable(),
                extractedOn: civilDay.nullable(),
                evidence: z.string().trim().max(2000).nullable(),
              }),
            )
            .min(1)
            .max(500),
        }),
        response: { 200: z.object({ entryIds: z.array(z.string()) }), ...refusalAnswers },
      },
    },
    async (request) => {
      const person = requireRight(request, 'index.change');
      return valueOrRefuse(await enterMeasures(context, person, request.body, request.language), assessmentRefusals);
    },
  );

  app.put(
    '/api/index/settings',
    {
      schema: {
        operationId: 'chooseSet',
        tags,
        body: z.object({
          year,
          setId,
          target: decimal.nullable(),
          closingOn: civilDay.nullable(),
          measuredFrom: civilDay.nullable().default(null),
        }),
        response: { 200: doneBody, ...refusalAnswers },
      },
    },
    async (request) => {
      valueOrRefuse(await chooseSet(context, requireRight(request, 'index.change'), request.body), assessmentRefusals);
      return done;
    },
  );

  app.post(
    '/api/index/freeze',
    {
      schema: {
        operationId: 'freezeYear',
        tags,
        body: z.object({ year }),
        response: { 200: doneBody, ...refusalAnswers },
      },
    },
    async (request) => {
      valueOrRefuse(
        await freezeYear(context, sources, requireRight(request, 'index.change'), request.body.year),
        assessmentRefusals,
      );
      return done;
    },
  );

  app.put(
    '/api/index/stages',
    {
      schema: {
        operationId: 'saveStage',
        tags,
        body: z.object({
          year,
          stage,
          scores: z
            .array(z.object({ leafCode, points: decimal, reason: z.string().trim().max(2000).nullable() }))
            .max(500),
        }),
        response: { 200: doneBody, ...refusalAnswers },
      },
    },
    async (request) => {
      valueOrRefuse(await saveStage(context, requireRight(request, 'index.change'), request.body), assessmentRefusals);
      return done;
    },
  );

  app.put(
    '/api/index/ranking/ties',
    {
      schema: {
        operationId: 'chooseTieRule',
        tags,
        body: z.object({ year, ties: tieRule }),
        response: { 200: doneBody, ...refusalAnswers },
      },
    },
    async (request) => {
      const person = requireRight(request, 'index.change');
      valueOrRefuse(await chooseTieRule(context, person, request.body), assessmentRefusals);
      return done;
    },
  );

  app.put(
    '/api/index/ranking',
    {
      schema: {
        operationId: 'saveRanking',
        tags,
        body: z.object({
          year,
          entries: z
            .array(
              z.object({
                name: z.string().trim().min(2).max(200),
                points: decimal,
                isOwn: z.boolean(),
                areas: z.record(z.string().max(30), decimal),
              }),
            )
            .max(200),
        }),
        response: { 200: doneBody, ...refusalAnswers },
      },
    },
    async (request) => {
      valueOrRefuse(
        await saveRanking(context, requireRight(request, 'index.change'), request.body),
        assessmentRefusals,
      );
      return done;
    },
  );

  app.post(
    '/api/index/scenarios',
    {
      schema: {
        operationId: 'keepScenario',
        tags,
        body: z.object({ year, name: z.string().trim().min(1).max(200), suppositions: z.array(supposition).max(300) }),
        response: { 200: z.object({ scenarioId: z.string() }), ...refusalAnswers },
      },
    },
    async (request) =>
      valueOrRefuse(
        await keepScenario(context, requireRight(request, 'index.change'), request.body),
        assessmentRefusals,
      ),
  );

  app.delete(
    '/api/index/scenarios/:scenarioId',
    {
      schema: {
        operationId: 'dropScenario',
        tags,
        params: z.object({ scenarioId: z.string().regex(/^scenario_\w{1,80}$/) }),
        querystring: z.object({ year }),
        response: { 200: doneBody, ...refusalAnswers },
      },
    },
    async (request) => {
      const form = { year: request.query.year, scenarioId: request.params.scenarioId };
      valueOrRefuse(await dropScenario(context, requireRight(request, 'index.change'), form), assessmentRefusals);
      return done;
    },
  );

  app.put(
    '/api/index/leaves/:leafCode/tasks/:taskId',
    {
      schema: {
        operationId: 'tieTaskToLeaf',
        tags,
        params: z.object({ leafCode, taskId }),
        body: z.object({ year, isTied: z.boolean() }),
        response: { 200: doneBody, ...refusalAnswers },
      },
    },
    async (request) => {
      const tie = { ...request.params, ...request.body };
      valueOrRefuse(await tieTaskToLeaf(context, requireRight(request, 'index.change'), tie), assessmentRefusals);
      return done;
    },
  );
}
