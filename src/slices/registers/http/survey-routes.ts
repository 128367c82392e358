import { z } from 'zod';
import { roundHalfUp } from '../../../kernel/decimal.ts';
import type { Context } from '../../../server/context.ts';
import { type App, refusalAnswers, requireRight, valueOrRefuse } from '../../../server/http.ts';
import { registerRefusals } from '../actions/refusals.ts';
import { findRoundWeakPoints, makeRemedies } from '../actions/survey-remedies.ts';
import { recordId } from './shapes.ts';

const tags = ['registers'];
const params = z.object({ recordId });

/** What a survey round says of its weakest points, and the work that they become. */
export async function surveyRoutes(app: App, context: Context): Promise<void> {
  app.get(
    '/api/surveys/:recordId/weak-points',
    {
      schema: {
        operationId: 'findWeakPoints',
        tags,
        params,
        response: {
          200: z.object({
            points: z.array(
              z.object({
                factor: z.string(),
                unitId: z.string().nullable(),
                satisfied: z.number(),
                answered: z.number(),
                percent: z.string(),
              }),
            ),
          }),
          ...refusalAnswers,
        },
      },
    },
    async (request) => {
      const person = requireRight(request, 'register.read');
      const found = valueOrRefuse(
        await findRoundWeakPoints(context, person, request.params.recordId),
        registerRefusals,
      );
      const points = found.map(({ below: _below, percent, ...point }) => ({
        ...point,
        percent: roundHalfUp(percent, 2).toFixed(),
      }));
      return { points };
    },
  );

  app.post(
    '/api/surveys/:recordId/remedies',
    {
      schema: {
        operationId: 'makeRemedies',
        tags,
        params,
        response: { 200: z.object({ made: z.number() }), ...refusalAnswers },
      },
    },
    async (request) => {
      const person = requireRight(request, 'register.change');
      return valueOrRefuse(await makeRemedies(context, person, request.params.recordId), registerRefusals);
    },
  );
}
