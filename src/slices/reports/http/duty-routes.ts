import { z } from 'zod';
import { yearOf } from '../../../kernel/civil-date.ts';
import type { Context } from '../../../server/context.ts';
import { type App, RefusedRequest, refusalAnswers, requireRight, valueOrRefuse } from '../../../server/http.ts';
import { civilDay } from '../../../server/shapes.ts';
import { changeDuty, createDuty } from '../actions/duties.ts';
import { loadBoardInput } from '../actions/load-board.ts';
import { reportRefusals } from '../actions/refusals.ts';
import { type Duty, dutyFormShape, newestVersion } from '../rules/duty.ts';
import { dutyPeriodsOf } from '../rules/duty-periods.ts';
import { expectedUnits } from '../rules/expected-units.ts';
import { formOf, readDuty } from '../rules/read-duty.ts';
import { findDuties, findVersionNotes } from '../store/duties.ts';
import { dutyId, stage, year } from './shapes.ts';

const newVersion = z.object({ validFrom: civilDay, form: dutyFormShape });
const day = z.string().nullable();

const previewBody = z.object({
  periods: z.array(
    z.object({
      key: z.string(),
      name: z.string(),
      firstDay: z.string(),
      lastDay: z.string(),
      unitIds: z.array(z.string()),
      cutOffs: z.array(
        z.object({
          stage,
          dueOn: z.string(),
          wordedDay: z.string(),
          choices: z.object({ stay: day, next: day, previous: day }),
        }),
      ),
    }),
  ),
});

function headOf({ dutyId: id, versions }: Duty) {
  const newest = newestVersion({ dutyId: id, versions, position: 0 });
  if (!newest) return [];
  const { definition, number, validFrom } = newest;
  return [
    {
      dutyId: id,
      number,
      validFrom,
      name: definition.name,
      regimeId: definition.regimeId,
      receivers: [...definition.receivers],
      upward: definition.upward,
      stages: definition.stages.map((one) => ({ stage: one.stage, text: one.text })),
      endsOn: definition.endsOn,
    },
  ];
}

export async function dutyRoutes(app: App, context: Context): Promise<void> {
  const { database } = context;
  const tags = ['reports'];

  app.get(
    '/api/report-duties',
    {
      schema: {
        operationId: 'findDuties',
        tags,
        response: {
          200: z.object({
            duties: z.array(
              z.object({
                dutyId: z.string(),
                number: z.number(),
                validFrom: z.string(),
                name: z.string(),
                regimeId: z.string(),
                receivers: z.array(z.string()),
                upward: z.string().nullable(),
                stages: z.array(z.object({ stage, text: z.string() })),
                endsOn: day,
              }),
            ),
          }),
          ...refusalAnswers,
        },
      },
    },
    async (request) => {
      const person = requireRight(request, 'report.declare');
      return { duties: (await findDuties(database, person.agencyId)).flatMap(headOf) };
    },
  );

  app.get(
    '/api/report-duties/:dutyId',
    {
      schema: {
        operationId: 'getDuty',
        tags,
        params: z.object({ dutyId }),
        response: {
          200: z.object({
            number: z.number(),
            validFrom: z.string(),
            form: dutyFormShape,
            versions: z.array(
              z.object({ number: z.number(), validFrom: z.string(), changedAt: z.string(), changedByName: z.string() }),
            ),
          }),
          ...refusalAnswers,
        },
      },
    },
    async (request) => {
      const person = requireRight(request, 'report.declare');
      const duties = await findDuties(database, person.agencyId);
      const duty = duties.find((one) => one.dutyId === request.params.dutyId);
      const newest = duty && newestVersion(duty);
      if (!newest) throw new RefusedRequest('duty-not-found', reportRefusals['duty-not-found']);
      const versions = await findVersionNotes(database, person.agencyId, request.params.dutyId);
      const { number, validFrom, definition } = newest;
      return { number, validFrom, form: formOf(definition), versions } as never;
    },
  );

  app.post(
    '/api/report-duties',
    {
      schema: {
        operationId: 'createDuty',
        tags,
        body: newVersion,
        response: { 200: z.object({ dutyId: z.string() }), ...refusalAnswers },
      },
    },
    async (request) => {
      const person = requireRight(request, 'report.declare');
      return valueOrRefuse(await createDuty(context, person, request.body), reportRefusals);
    },
  );

  app.put(
    '/api/report-duties/:dutyId',
    {
      schema: {
        operationId: 'changeDuty',
        tags,
        params: z.object({ dutyId }),
        body: newVersion.extend({ number: z.number().int() }),
        response: { 200: z.object({ number: z.number() }), ...refusalAnswers },
      },
    },
    async (request) => {
      const person = requireRight(request, 'report.declare');
      const given = { ...request.body, dutyId: request.params.dutyId };
      return valueOrRefuse(await changeDuty(context, person, given), reportRefusals);
    },
  );

  app.post(
    '/api/report-duties/preview',
    {
      schema: {
        operationId: 'previewDuty',
        tags,
        querystring: z.object({ year }),
        body: newVersion,
        response: { 200: previewBody, ...refusalAnswers },
      },
    },
    async (request) => {
      const person = requireRight(request, 'report.declare');
      const definition = valueOrRefuse(readDuty(request.body.form), reportRefusals);
      const asked = request.query.year;
      const input = await loadBoardInput(database, person.agencyId, { firstYear: asked, lastYear: asked });
      const { validFrom } = request.body;
      const version = { number: 1, validFrom, definition };
      const duty = { dutyId: 'duty_preview', position: 0, versions: [version] } as const;
      const periods = dutyPeriodsOf(duty, Math.max(asked, yearOf(validFrom)), {
        office: input.office,
        frozen: new Map(),
      });
      return {
        periods: periods.map(({ key, name, firstDay, lastDay, unitDueOn, cutOffs }) => ({
          key,
          name,
          firstDay,
          lastDay,
          unitIds: expectedUnits(definition.units, unitDueOn, input.history),
          cutOffs: definition.stages.flatMap(({ stage: at }) => {
            const cutOff = cutOffs[at];
            return cutOff
              ? [{ stage: at, dueOn: cutOff.dueOn, wordedDay: cutOff.wordedDay, choices: cutOff.choices }]
              : [];
          }),
        })),
      };
    },
  );
}
