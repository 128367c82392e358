import { z } from 'zod';
import type { Context } from '../../../server/context.ts';
import { type App, refusalAnswers, requireRight, valueOrRefuse } from '../../../server/http.ts';
import { civilDay, done, doneBody, unitId } from '../../../server/shapes.ts';
import { askExtension, decideExtension, withdrawExtension } from '../actions/extensions.ts';
import { markSeen } from '../actions/log.ts';
import { moveOccurrence } from '../actions/occurrences.ts';
import { describeParts, movePart } from '../actions/parts.ts';
import { taskRefusals } from '../actions/refusals.ts';
import { cancelStart, recordStart } from '../actions/starts.ts';
import { occurrenceStates } from '../store/occurrences.ts';
import { partStates } from '../store/parts.ts';
import { extensionId, taskId } from '../wire.ts';

const reason = z.string().trim().min(1).max(4000);
const note = z.string().trim().min(1).max(4000).nullable();
const number = z.string().trim().min(1).max(100).nullable();
const tags = ['tasks'];
const ofTask = z.object({ taskId });

/** What is done to one task beside its steps: later days, the parts of coordinators, occurrences, the event awaited. */
export async function workRoutes(app: App, context: Context): Promise<void> {
  app.post(
    '/api/tasks/:taskId/extensions',
    {
      schema: {
        operationId: 'askExtension',
        tags,
        params: ofTask,
        body: z.object({
          occurrenceKey: z.string().max(80).nullable().default(null),
          newDay: civilDay,
          reason,
          requestNumber: number.default(null),
          requestDay: civilDay.nullable().default(null),
        }),
        response: { 200: z.object({ extensionId: z.string() }), ...refusalAnswers },
      },
    },
    async (request) => {
      const person = requireRight(request, 'task.report');
      return valueOrRefuse(await askExtension(context, person, { ...request.params, ...request.body }), taskRefusals);
    },
  );

  app.put(
    '/api/tasks/:taskId/extensions/:extensionId',
    {
      schema: {
        operationId: 'decideExtension',
        tags,
        params: z.object({ taskId, extensionId }),
        body: z.object({
          decision: z.enum(['granted', 'refused']),
          newDay: civilDay.nullable().default(null),
          answer: note.default(null),
          answerNumber: number.default(null),
          answerDay: civilDay.nullable().default(null),
        }),
        response: { 200: doneBody, ...refusalAnswers },
      },
    },
    async (request) => {
      const person = requireRight(request, 'task.approve');
      valueOrRefuse(await decideExtension(context, person, { ...request.params, ...request.body }), taskRefusals);
      return done;
    },
  );

  app.delete(
    '/api/tasks/:taskId/extensions/:extensionId',
    {
      schema: {
        operationId: 'withdrawExtension',
        tags,
        params: z.object({ taskId, extensionId }),
        response: { 200: doneBody, ...refusalAnswers },
      },
    },
    async (request) => {
      const person = requireRight(request, 'task.report');
      valueOrRefuse(await withdrawExtension(context, person, request.params), taskRefusals);
      return done;
    },
  );

  app.put(
    '/api/tasks/:taskId/parts',
    {
      schema: {
        operationId: 'describeParts',
        tags,
        params: ofTask,
        body: z.object({
          parts: z.array(z.object({ unitId, owes: z.string().trim().max(2000), dueOn: civilDay.nullable() })).max(60),
        }),
        response: { 200: doneBody, ...refusalAnswers },
      },
    },
    async (request) => {
      const person = requireRight(request, 'task.change');
      valueOrRefuse(await describeParts(context, person, { ...request.params, ...request.body }), taskRefusals);
      return done;
    },
  );

  app.post(
    '/api/tasks/:taskId/parts/:unitId/steps',
    {
      schema: {
        operationId: 'movePart',
        tags,
        params: z.object({ taskId, unitId }),
        body: z.object({ to: z.enum(partStates), note }),
        response: { 200: doneBody, ...refusalAnswers },
      },
    },
    async (request) => {
      const person = requireRight(request, 'task.read');
      valueOrRefuse(await movePart(context, person, { ...request.params, ...request.body }), taskRefusals);
      return done;
    },
  );

  app.post(
    '/api/tasks/:taskId/occurrences/:key/steps',
    {
      schema: {
        operationId: 'moveOccurrence',
        tags,
        params: z.object({ taskId, key: z.string().max(80) }),
        body: z.object({ to: z.enum(occurrenceStates), note, documentNumber: number.default(null) }),
        response: { 200: doneBody, ...refusalAnswers },
      },
    },
    async (request) => {
      const person = requireRight(request, 'task.read');
      valueOrRefuse(await moveOccurrence(context, person, { ...request.params, ...request.body }), taskRefusals);
      return done;
    },
  );

  app.put(
    '/api/tasks/:taskId/start',
    {
      schema: {
        operationId: 'recordStart',
        tags,
        params: ofTask,
        body: z.object({
          happenedOn: civilDay,
          minuteOfDay: z.number().int().min(0).max(1439).nullable().default(null),
          documentNumber: number,
          reason: note.default(null),
        }),
        response: { 200: z.object({ dueOn: z.string().nullable() }), ...refusalAnswers },
      },
    },
    async (request) => {
      const person = requireRight(request, 'task.change');
      return valueOrRefuse(await recordStart(context, person, { ...request.params, ...request.body }), taskRefusals);
    },
  );

  app.post(
    '/api/tasks/:taskId/start/undoing',
    {
      schema: {
        operationId: 'cancelStart',
        tags,
        params: ofTask,
        body: z.object({ reason }),
        response: { 200: doneBody, ...refusalAnswers },
      },
    },
    async (request) => {
      const person = requireRight(request, 'task.change');
      valueOrRefuse(await cancelStart(context, person, { ...request.params, ...request.body }), taskRefusals);
      return done;
    },
  );

  app.post(
    '/api/tasks/:taskId/mentions/seen',
    {
      schema: {
        operationId: 'markMentionsSeen',
        tags,
        params: ofTask,
        response: { 200: z.object({ seen: z.number() }), ...refusalAnswers },
      },
    },
    async (request) => {
      const person = requireRight(request, 'task.read');
      return valueOrRefuse(await markSeen(context, person, request.params.taskId), taskRefusals);
    },
  );
}
