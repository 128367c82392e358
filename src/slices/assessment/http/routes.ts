import { z } from 'zod';
import type { Context } from '../../../server/context.ts';
import { type App, refusalAnswers, requireRight, valueOrRefuse } from '../../../server/http.ts';
import { civilDay, done, doneBody } from '../../../server/shapes.ts';
import { findSet, setId } from '../../criteria/server.ts';
import {
  chooseSet,
  dropScenario,
  enterMeasures,
  freezeYear,
  keepScenario,
  saveRanking,
  saveStage,
  tieTaskToLeaf,
} from '../actions/index-year.ts';
import { assessmentRefusals } from '../actions/refusals.ts';
import { findIndexYear, findRanking, findScenarios, findStageScores } from '../store/index-year.ts';
import { findFrozenMeasures, findLeafTasks, findMeasureHistory, findMeasures } from '../store/measures.ts';

const year = z.coerce.number().int().min(2000).max(2100);
const leafCode = z.string().regex(/^[\w.-]{1,30}$/);
const decimal = z.string().regex(/^\d{1,6}(\.\d{1,6})?$/);
const taskId = z.templateLiteral(['task_', z.string().max(80)]);
const stage = z.enum(['self', 'appraisal-1', 'final']);

const measureBody = z.object({
  leafCode: z.string(),
  entryId: z.string(),
  input: z.record(z.string(), z.unknown()).nullable(),
  extractedOn: z.string().nullable(),
  evidence: z.string().nullable(),
  enteredName: z.string(),
  enteredAt: z.string(),
});
const stageBody = z.object({ leafCode: z.string(), stage, points: z.string(), reason: z.string().nullable() });
const rankingBody = z.object({
  name: z.string(),
  points: z.string(),
  isOwn: z.boolean(),
  areas: z.record(z.string(), z.string()),
});
const supposition = z.looseObject({ kind: z.enum(['measure', 'adjust', 'evidence-refused']), code: leafCode });

const indexBody = z.object({
  year: z.number(),
  settings: z
    .object({
      setId: z.string(),
      target: z.string().nullable(),
      closingOn: z.string().nullable(),
      frozenAt: z.string().nullable(),
    })
    .nullable(),
  /** The set as YAML: the browser scores it with the same rules. */
  source: z.string().nullable(),
  measures: z.array(measureBody),
  frozen: z.array(measureBody),
  stages: z.array(stageBody),
  lastYear: z.array(stageBody),
  tasks: z.array(
    z.object({
      leafCode: z.string(),
      taskId: z.string(),
      title: z.string(),
      dueOn: z.string().nullable(),
      state: z.string(),
    }),
  ),
  ranking: z.array(rankingBody),
  lastRanking: z.array(rankingBody),
  scenarios: z.array(
    z.object({ scenarioId: z.string(), name: z.string(), suppositions: z.array(supposition), createdAt: z.string() }),
  ),
});

export async function assessmentRoutes(app: App, context: Context): Promise<void> {
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
      const { agencyId } = requireRight(request, 'index.read');
      const asked = request.query.year;
      const settings = await findIndexYear(database, agencyId, asked);
      const set = settings && (await findSet(database, agencyId, settings.setId));
      const stages = await findStageScores(database, agencyId, asked);
      return {
        year: asked,
        settings,
        source: set?.source ?? null,
        measures: await findMeasures(database, agencyId, asked),
        frozen: await findFrozenMeasures(database, agencyId, asked),
        stages,
        lastYear: (await findStageScores(database, agencyId, asked - 1)).filter((score) => score.stage === 'final'),
        tasks: await findLeafTasks(database, agencyId, asked),
        ranking: await findRanking(database, agencyId, asked),
        lastRanking: await findRanking(database, agencyId, asked - 1),
        scenarios: (await findScenarios(database, agencyId, asked)) as z.input<typeof indexBody>['scenarios'],
      };
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
        body: z.object({ year, setId, target: decimal.nullable(), closingOn: civilDay.nullable() }),
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
        await freezeYear(context, requireRight(request, 'index.change'), request.body.year),
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
