import { z } from 'zod';
import type { Context } from '../../../server/context.ts';
import { type App, refusalAnswers, requireRight } from '../../../server/http.ts';
import { loadWorkingCalendar } from '../../calendar/server.ts';
import { findUsers } from '../../identity/server.ts';
import { searchEverywhere } from '../actions/search-records.ts';
import { unitsInReach } from '../actions/show-records.ts';
import { texts } from './shapes.ts';

const tags = ['registers'];
const sessions = z.array(z.object({ from: z.number(), until: z.number() })).readonly();
const week = z.object({ 1: sessions, 2: sessions, 3: sessions, 4: sessions, 5: sessions, 6: sessions, 7: sessions });

/** What a form and a list need beside the records: whom a record can be handed to, and how the office counts its days. */
export async function deskRoutes(app: App, context: Context): Promise<void> {
  const { database } = context;
  app.get(
    '/api/register-people',
    {
      schema: {
        operationId: 'findRegisterPeople',
        tags,
        response: {
          200: z.object({
            people: z.array(z.object({ userId: z.string(), displayName: z.string(), unitId: z.string().nullable() })),
          }),
          ...refusalAnswers,
        },
      },
    },
    async (request) => {
      const person = requireRight(request, 'register.read');
      const reach = unitsInReach(person);
      const users = await findUsers(database, person.agencyId);
      const people = users.filter(
        ({ isActive, unitId }) => isActive && (reach === null || (unitId !== null && reach.includes(unitId))),
      );
      return { people: people.map(({ userId, displayName, unitId }) => ({ userId, displayName, unitId })) };
    },
  );

  app.get(
    '/api/register-calendar',
    {
      schema: {
        operationId: 'getOfficeCalendar',
        tags,
        response: {
          200: z.object({
            firstYear: z.number(),
            lastYear: z.number(),
            week,
            laterWeeks: z.array(z.object({ from: z.string(), week })).readonly(),
            exceptions: z
              .array(
                z.object({
                  day: z.string(),
                  kind: z.enum(['off', 'working', 'half-day']),
                  sessions: sessions.optional(),
                }),
              )
              .readonly(),
          }),
          ...refusalAnswers,
        },
      },
    },
    async (request) => {
      const { agencyId } = requireRight(request, 'register.read');
      const { plan } = await loadWorkingCalendar(database, agencyId);
      const exceptions = plan.exceptions.map(({ day, kind, sessions: hours }) => ({
        day,
        kind,
        ...(hours ? { sessions: hours } : {}),
      }));
      const { firstYear, lastYear, week: pattern, laterWeeks = [] } = plan;
      return { firstYear, lastYear, week: pattern, laterWeeks, exceptions };
    },
  );

  app.get(
    '/api/register-search',
    {
      schema: {
        operationId: 'searchRecords',
        tags,
        querystring: z.object({
          search: z.string().max(200),
          limit: z.coerce.number().int().min(1).max(50).default(8),
        }),
        response: {
          200: z.object({
            records: z.array(
              z.object({
                registerKey: z.string(),
                registerName: texts,
                recordId: z.string(),
                title: z.string().nullable(),
              }),
            ),
          }),
          ...refusalAnswers,
        },
      },
    },
    async (request) => {
      const person = requireRight(request, 'register.read');
      return { records: await searchEverywhere(context, person, request.query) };
    },
  );
}
