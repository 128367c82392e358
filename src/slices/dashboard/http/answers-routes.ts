import { z } from 'zod';
import type { Context } from '../../../server/context.ts';
import { type App, refusalAnswers, requireRight, valueOrRefuse } from '../../../server/http.ts';
import { civilDay, done, doneBody } from '../../../server/shapes.ts';
import { findUnits } from '../../units/server.ts';
import { type AnswerSources, type Answers, changeThresholds, showAnswers } from '../actions/answers.ts';
import { answerRefusals } from '../actions/refusals.ts';
import { factNames, proposalKinds } from '../rules/proposals.ts';
import { answersSheet } from './answers-sheet.ts';

const span = z.object({ firstDay: civilDay, lastDay: civilDay });
const SPREADSHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const sums = z.object({
  due: z.number(),
  onTime: z.number(),
  late: z.number(),
  overdue: z.number(),
  returned: z.number(),
  extensions: z.number(),
  daysLate: z.number(),
});
const decimal = z.string().max(10);
const thresholds = z.object({
  leastDecided: z.number(),
  praise: z.object({
    onTimePercent: decimal,
    mostOverdue: z.number(),
    mostReturned: z.number(),
    mostPointsLost: decimal,
  }),
  reprimand: z.object({ onTimePercent: decimal, overdue: z.number(), pointsLost: decimal }),
});
const answerBody = z.object({
  unitId: z.string(),
  heads: z.array(z.object({ displayName: z.string(), firstDay: z.string(), lastDay: z.string() })),
  endedOn: z.string().nullable(),
  successorIds: z.array(z.string()),
  tasks: sums,
  reports: sums,
  all: sums,
  onTimePercent: z.string().nullable(),
  pointsLost: z.string(),
  rank: z.number().nullable(),
});
const proposalBody = z.object({
  unitId: z.string(),
  kind: z.enum(proposalKinds),
  facts: z.array(z.object({ name: z.enum(factNames), value: z.string(), threshold: z.string() })),
});

function bodyOf({ answers, proposals, costly, headNames, thresholds: given, version }: Answers) {
  return {
    thresholds: given,
    version,
    answers: answers.map((answer) => ({
      ...answer,
      successorIds: [...answer.successorIds],
      heads: answer.heads.map(({ userId, ...days }) => ({ ...days, displayName: headNames.get(userId) ?? '' })),
    })),
    proposals: proposals.map((proposal) => ({ ...proposal, facts: [...proposal.facts] })),
    costly: [...costly],
  };
}

/** Who answers for what: per unit and head, for any span. */
export const answersRoutes =
  (sources: AnswerSources) =>
  async (app: App, context: Context): Promise<void> => {
    app.get(
      '/api/answers',
      {
        schema: {
          operationId: 'getAnswers',
          tags: ['answers'],
          querystring: span,
          response: {
            200: z.object({
              thresholds,
              version: z.number(),
              answers: z.array(answerBody),
              proposals: z.array(proposalBody),
              costly: z.array(z.object({ unitId: z.string(), pointsLost: z.string(), sharePercent: z.string() })),
            }),
            ...refusalAnswers,
          },
        },
      },
      async (request) => {
        const person = requireRight(request, 'answers.read');
        return bodyOf(valueOrRefuse(await showAnswers(context, sources, person, request.query), answerRefusals));
      },
    );

    app.get(
      '/api/answers/sheet',
      {
        schema: {
          operationId: 'exportAnswers',
          tags: ['answers'],
          querystring: span,
          response: { 200: z.custom<Buffer>().meta({ type: 'string', format: 'binary' }), ...refusalAnswers },
        },
      },
      async (request, reply) => {
        const person = requireRight(request, 'answers.read');
        const shown = valueOrRefuse(await showAnswers(context, sources, person, request.query), answerRefusals);
        const units = await findUnits(context.database, person.agencyId);
        const names = new Map<string, string>(units.map(({ unitId, name }) => [unitId, name]));
        const bytes = await answersSheet(shown, request.query, (unitId) => names.get(unitId) ?? unitId);
        const { firstDay, lastDay } = request.query;
        return reply
          .type(SPREADSHEET)
          .header('content-disposition', `attachment; filename="trach-nhiem-${firstDay}-${lastDay}.xlsx"`)
          .send(bytes);
      },
    );

    app.put(
      '/api/answers/thresholds',
      {
        schema: {
          operationId: 'changeThresholds',
          tags: ['answers'],
          body: z.object({ thresholds, version: z.number().int().min(0) }),
          response: { 200: doneBody, ...refusalAnswers },
        },
      },
      async (request) => {
        const person = requireRight(request, 'answers.change');
        valueOrRefuse(await changeThresholds(context, person, request.body), answerRefusals);
        return done;
      },
    );
  };
