import { z } from 'zod';
import type { Context } from '../../../server/context.ts';
import { type App, RefusedRequest, refusalAnswers, requireRight, valueOrRefuse } from '../../../server/http.ts';
import { civilDay, done, doneBody } from '../../../server/shapes.ts';
import { reachOf } from '../../identity/index.ts';
import { recordMeeting } from '../actions/meetings.ts';
import { handOutRecord, watchProvinceTasks } from '../actions/province.ts';
import { taskRefusals } from '../actions/refusals.ts';
import { loadReview } from '../actions/review.ts';
import { changeSettings } from '../actions/settings.ts';
import { showTasks } from '../actions/show-task.ts';
import { mayOnTask } from '../actions/task-rights.ts';
import { settingsOf, settingsShape } from '../rules/settings.ts';
import { taskStates } from '../rules/task.ts';
import { findOpenRequests } from '../store/extensions.ts';
import { findTasksOfRecord } from '../store/records.ts';
import { findSettings } from '../store/settings.ts';
import { taskBody, taskForm } from '../wire.ts';
import { unitNamesOf } from './list-routes.ts';
import { extensionBody } from './task-page-shape.ts';
import { unitPlanRoutes } from './unit-plan-routes.ts';

const tags = ['tasks'];
const year = z.coerce.number().int().min(2000).max(2100);
const text = z.string().trim().min(1).max(4000);

const reviewedWork = z.object({
  taskId: z.string(),
  title: z.string(),
  period: z.string().nullable(),
  leadId: z.string().nullable(),
  state: z.string(),
  dueOn: z.string(),
  originalDueOn: z.string(),
  endOn: z.string().nullable(),
  percent: z.number(),
  wasReturned: z.boolean(),
  lastNote: z.string().nullable(),
  outcome: z.enum(['on-time', 'late', 'overdue', 'open', 'handed-in']),
  daysLate: z.number(),
  daysLateOriginal: z.number(),
});

const recordBody = z.object({
  unitId: z.string(),
  due: z.number(),
  onTime: z.number(),
  late: z.number(),
  overdue: z.number(),
  returned: z.number(),
  extensions: z.number(),
  daysLate: z.number(),
});

const reviewBody = z.object({
  today: z.string(),
  units: z.array(recordBody),
  work: z.array(reviewedWork),
  returned: z.array(
    z.object({
      taskId: z.string(),
      title: z.string(),
      leadId: z.string().nullable(),
      on: z.string(),
      reason: z.string().nullable(),
    }),
  ),
  meetings: z.array(
    z.object({
      meetingId: z.string(),
      heldOn: z.string(),
      firstDay: z.string(),
      lastDay: z.string(),
      note: z.string().nullable(),
      decisions: z.number(),
    }),
  ),
});

const recordKey = z.object({ registerKey: z.string().max(80), recordId: z.string().max(80) });

function settingRoutes(app: App, context: Context): void {
  app.get(
    '/api/task-settings',
    { schema: { operationId: 'getTaskSettings', tags, response: { 200: settingsShape, ...refusalAnswers } } },
    async (request) => settingsOf(await findSettings(context.database, requireRight(request, 'task.read').agencyId)),
  );

  app.put(
    '/api/task-settings',
    {
      schema: {
        operationId: 'changeTaskSettings',
        tags,
        body: settingsShape,
        response: { 200: doneBody, ...refusalAnswers },
      },
    },
    async (request) => {
      const person = requireRight(request, 'task.change');
      valueOrRefuse(await changeSettings(context, person, request.body), taskRefusals);
      return done;
    },
  );
}

function reviewRoutes(app: App, context: Context): void {
  app.get(
    '/api/task-review',
    {
      schema: {
        operationId: 'getTaskReview',
        tags,
        querystring: z.object({ firstDay: civilDay, lastDay: civilDay }),
        response: { 200: reviewBody, ...refusalAnswers },
      },
    },
    async (request) => {
      const person = requireRight(request, 'task.read');
      if (request.query.lastDay < request.query.firstDay)
        throw new RefusedRequest('meeting-span', taskRefusals['meeting-span']);
      return loadReview(context, person, request.query);
    },
  );

  app.post(
    '/api/meetings',
    {
      schema: {
        operationId: 'recordMeeting',
        tags,
        body: z.object({
          heldOn: civilDay,
          firstDay: civilDay,
          lastDay: civilDay,
          note: text.nullable(),
          planYear: z.number().int().min(2000).max(2100),
          decisions: z.array(z.object(taskForm)).max(60),
        }),
        response: { 200: z.object({ meetingId: z.string(), taskIds: z.array(z.string()) }), ...refusalAnswers },
      },
    },
    async (request) => {
      const person = requireRight(request, 'task.change');
      const names = await unitNamesOf(context, person);
      return valueOrRefuse(await recordMeeting(context, person, request.body, names), taskRefusals);
    },
  );

  app.get(
    '/api/extension-requests',
    {
      schema: {
        operationId: 'findExtensionRequests',
        tags,
        response: {
          200: z.object({
            requests: z.array(
              extensionBody.extend({
                taskId: z.string(),
                title: z.string(),
                /** Name of the occurrence that it is for. */
                period: z.string().nullable(),
                leadIds: z.array(z.string()),
              }),
            ),
          }),
          ...refusalAnswers,
        },
      },
    },
    async (request) => {
      const person = requireRight(request, 'task.read');
      const seesAll = reachOf(person.role, 'task.read') === 'any';
      const requests = await findOpenRequests(context.database, person.agencyId);
      const seen = requests.filter(({ leadIds }) => seesAll || leadIds.some((id) => person.unitIds.includes(id)));
      return { requests: seen };
    },
  );
}

function recordRoutes(app: App, context: Context): void {
  app.get(
    '/api/registers/:registerKey/records/:recordId/tasks',
    {
      schema: {
        operationId: 'findTasksOfRecord',
        tags,
        params: recordKey,
        response: { 200: z.object({ tasks: z.array(taskBody) }), ...refusalAnswers },
      },
    },
    async (request) => {
      const person = requireRight(request, 'task.read');
      const tasks = await findTasksOfRecord(context.database, person.agencyId, request.params);
      const seen = tasks.filter((task) => mayOnTask(person, 'task.read', task));
      return { tasks: await showTasks(context, person.agencyId, seen) };
    },
  );

  app.post(
    '/api/registers/:registerKey/records/:recordId/tasks',
    {
      schema: {
        operationId: 'handOutRecord',
        tags,
        params: recordKey,
        body: z.object({
          planYear: z.number().int().min(2000).max(2100),
          tasks: z.array(z.object(taskForm)).min(1).max(60),
        }),
        response: { 200: z.object({ taskIds: z.array(z.string()) }), ...refusalAnswers },
      },
    },
    async (request) => {
      const person = requireRight(request, 'task.change');
      const names = await unitNamesOf(context, person);
      const given = { ...request.params, ...request.body };
      return valueOrRefuse(await handOutRecord(context, person, given, names), taskRefusals);
    },
  );

  app.get(
    '/api/province-tasks',
    {
      schema: {
        operationId: 'watchProvinceTasks',
        tags,
        querystring: z.object({ year }),
        response: {
          200: z.object({
            today: z.string(),
            tasks: z.array(
              z.object({
                taskId: z.string(),
                title: z.string(),
                state: z.enum(taskStates),
                leadId: z.string().nullable(),
                originalDueOn: z.string().nullable(),
                nextOn: z.string().nullable(),
                doneOn: z.string().nullable(),
                percent: z.number(),
                outlook: z.enum(['done', 'late', 'will-be-late', 'at-risk', 'on-track', 'open-ended']),
              }),
            ),
          }),
          ...refusalAnswers,
        },
      },
    },
    async (request) => {
      const person = requireRight(request, 'task.read');
      const isOwn = reachOf(person.role, 'task.read') === 'own';
      const asked = { year: request.query.year, unitIds: isOwn ? (person.unitIds as `unit_${string}`[]) : undefined };
      return { today: context.clock.today(), tasks: await watchProvinceTasks(context, person, asked) };
    },
  );
}

/** What the office does with tasks of all units: settings, the monthly review, unit plans, tasks from above. */
export async function officeRoutes(app: App, context: Context): Promise<void> {
  settingRoutes(app, context);
  reviewRoutes(app, context);
  unitPlanRoutes(app, context);
  recordRoutes(app, context);
}
