import { z } from 'zod';
import type { Context } from '../../../server/context.ts';
import { type App, refusalAnswers, requireRight, valueOrRefuse } from '../../../server/http.ts';
import { recordVersion } from '../../../server/shapes.ts';
import { changeMany } from '../actions/change-many.ts';
import { changeRecord } from '../actions/change-record.ts';
import { createRecord } from '../actions/create-record.ts';
import { deleteRecord, restoreRecord } from '../actions/delete-record.ts';
import { registerRefusals } from '../actions/refusals.ts';
import { getRecord, listRecords } from '../actions/show-records.ts';
import { stepRecord } from '../actions/step-record.ts';
import { pageQuery, readFilter } from './list-query.ts';
import { changeBody, clockBody, labelsBody, recordBody, recordId, registerKey, valuesBody } from './shapes.ts';

const tags = ['registers'];
const versionBody = z.object({ version: z.number() });
const ofRegister = z.object({ registerKey });
const ofRecord = z.object({ registerKey, recordId });

export async function recordRoutes(app: App, context: Context): Promise<void> {
  app.get(
    '/api/registers/:registerKey/records',
    {
      schema: {
        operationId: 'findRecords',
        tags,
        params: ofRegister,
        querystring: pageQuery,
        response: {
          200: z.object({
            records: z.array(recordBody),
            labels: labelsBody,
            total: z.number(),
            isTotalCapped: z.boolean(),
            next: z.string().nullable(),
            lookedAt: z.number().nullable(),
          }),
          ...refusalAnswers,
        },
      },
    },
    async (request) => {
      const person = requireRight(request, 'register.read');
      const { search, filter, sort, after = null, limit, deleted } = request.query;
      const form = { search, filter: readFilter(filter), sort, after, limit, isDeleted: deleted === 'yes' };
      const { records, ...rest } = valueOrRefuse(
        await listRecords(context, person, request.params.registerKey, form),
        registerRefusals,
      );
      return { ...rest, records: [...records] };
    },
  );

  app.get(
    '/api/registers/:registerKey/records/:recordId',
    {
      schema: {
        operationId: 'getRecord',
        tags,
        params: ofRecord,
        response: {
          200: z.object({
            record: recordBody,
            clocks: z.array(clockBody),
            history: z.array(changeBody),
            labels: labelsBody,
          }),
          ...refusalAnswers,
        },
      },
    },
    async (request) => {
      const person = requireRight(request, 'register.read');
      const { registerKey: key, recordId: id } = request.params;
      const { history, clocks, ...rest } = valueOrRefuse(await getRecord(context, person, key, id), registerRefusals);
      return { ...rest, clocks: [...clocks], history: [...history] };
    },
  );

  app.post(
    '/api/registers/:registerKey/records',
    {
      schema: {
        operationId: 'createRecord',
        tags,
        params: ofRegister,
        body: z.object({ values: valuesBody, step: z.string().max(40).nullable().default(null) }),
        response: { 200: z.object({ recordId: z.string(), version: z.number() }), ...refusalAnswers },
      },
    },
    async (request) => {
      const person = requireRight(request, 'register.change');
      return valueOrRefuse(
        await createRecord(context, person, request.params.registerKey, request.body),
        registerRefusals,
      );
    },
  );

  app.put(
    '/api/registers/:registerKey/records/:recordId',
    {
      schema: {
        operationId: 'changeRecord',
        tags,
        params: ofRecord,
        body: z.object({ version: recordVersion, values: valuesBody }),
        response: { 200: versionBody, ...refusalAnswers },
      },
    },
    async (request) => {
      const person = requireRight(request, 'register.change');
      const { registerKey: key, recordId: id } = request.params;
      return valueOrRefuse(
        await changeRecord(context, person, key, { ...request.body, recordId: id }),
        registerRefusals,
      );
    },
  );

  app.post(
    '/api/registers/:registerKey/records/:recordId/steps',
    {
      schema: {
        operationId: 'stepRecord',
        tags,
        params: ofRecord,
        body: z.object({
          version: recordVersion,
          to: z.string().max(40),
          note: z.string().trim().max(4000).nullable().default(null),
        }),
        response: { 200: versionBody, ...refusalAnswers },
      },
    },
    async (request) => {
      const person = requireRight(request, 'register.change');
      const { registerKey: key, recordId: id } = request.params;
      return valueOrRefuse(await stepRecord(context, person, key, { ...request.body, recordId: id }), registerRefusals);
    },
  );

  app.delete(
    '/api/registers/:registerKey/records/:recordId',
    {
      schema: {
        operationId: 'deleteRecord',
        tags,
        params: ofRecord,
        response: { 200: versionBody, ...refusalAnswers },
      },
    },
    async (request) => {
      const person = requireRight(request, 'register.change');
      const { registerKey: key, recordId: id } = request.params;
      return valueOrRefuse(await deleteRecord(context, person, key, id), registerRefusals);
    },
  );

  app.post(
    '/api/registers/:registerKey/records/:recordId/restoration',
    {
      schema: {
        operationId: 'restoreRecord',
        tags,
        params: ofRecord,
        response: { 200: versionBody, ...refusalAnswers },
      },
    },
    async (request) => {
      const person = requireRight(request, 'register.change');
      const { registerKey: key, recordId: id } = request.params;
      return valueOrRefuse(await restoreRecord(context, person, key, id), registerRefusals);
    },
  );

  app.post(
    '/api/registers/:registerKey/bulk',
    {
      schema: {
        operationId: 'changeRecords',
        tags,
        params: ofRegister,
        body: z.object({
          recordIds: z.array(recordId).max(500),
          change: z.union([
            z.object({ kind: z.literal('values'), values: valuesBody }),
            z.object({ kind: z.literal('step'), to: z.string().max(40), note: z.string().trim().max(4000).nullable() }),
            z.object({ kind: z.enum(['delete', 'restore']) }),
          ]),
        }),
        response: {
          200: z.object({
            done: z.array(z.string()),
            refused: z.array(z.object({ recordId: z.string(), code: z.string(), message: z.string() })),
          }),
          ...refusalAnswers,
        },
      },
    },
    async (request) => {
      const person = requireRight(request, 'register.change');
      const { done, refused } = await changeMany(context, person, request.params.registerKey, request.body);
      const told = refused.map(({ recordId: id, refusal: { code } }) => ({
        recordId: id,
        code,
        message: registerRefusals[code][request.language],
      }));
      return { done: [...done], refused: told };
    },
  );
}
