import { z } from 'zod';
import type { Context } from '../../../server/context.ts';
import { type App, refusalAnswers, requirePerson } from '../../../server/http.ts';
import type { WaitingSource } from '../../../server/sources.ts';
import { waitingSteps } from '../../deadlines/index.ts';
import { makeWorkCounter, showMyWork } from '../actions/my-work.ts';
import { workDues, workScopes } from '../rules/my-work.ts';

const sourceNames = ['task', 'report', 'register', 'plan'] as const;
const MOST_LINES = 2000;

const counts = z.object({ all: z.number(), late: z.number(), week: z.number(), unowned: z.number() });
const lineBody = z.object({
  source: z.enum(sourceNames),
  key: z.string(),
  step: z.enum(waitingSteps),
  title: z.string(),
  unitId: z.string().nullable(),
  dueOn: z.string().nullable(),
  originalDueOn: z.string().nullable(),
  points: z.string().nullable(),
  address: z.string(),
  isLate: z.boolean(),
  workingDaysLeft: z.number().nullable(),
});

/** One list of everything that waits for me, whatever its kind. */
export const myWorkRoutes =
  (sources: readonly WaitingSource[]) =>
  async (app: App, context: Context): Promise<void> => {
    const countFor = makeWorkCounter(context, sources);

    app.get(
      '/api/my-work',
      {
        schema: {
          operationId: 'getMyWork',
          tags: ['my-work'],
          querystring: z.object({
            scope: z.enum(workScopes).default('mine'),
            source: z.enum(sourceNames).optional(),
            step: z.enum(waitingSteps).optional(),
            due: z.enum(workDues).optional(),
            text: z.string().trim().max(200).optional(),
          }),
          response: {
            200: z.object({
              lines: z.array(lineBody),
              /** Lines that fit the filters; only the first 2,000 are sent. */
              total: z.number(),
              counts,
              nextOn: z.string().nullable(),
              today: z.string(),
            }),
            ...refusalAnswers,
          },
        },
      },
      async (request) => {
        const person = requirePerson(request);
        const { scope, source = null, step = null, due = null, text } = request.query;
        const filter = { scope, source, step, due, text: text || null };
        const { lines, ...work } = await showMyWork(context, sources, person, filter);
        return { ...work, lines: lines.slice(0, MOST_LINES), total: lines.length };
      },
    );

    app.get(
      '/api/my-work/count',
      {
        schema: { operationId: 'countMyWork', tags: ['my-work'], response: { 200: counts, ...refusalAnswers } },
      },
      async (request) => countFor(requirePerson(request)),
    );
  };
