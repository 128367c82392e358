import { z } from 'zod';
import type { UnitId } from '../../../kernel/ids.ts';
import type { Context } from '../../../server/context.ts';
import {
  type App,
  type Person,
  RefusedRequest,
  refusalAnswers,
  requireRight,
  valueOrRefuse,
} from '../../../server/http.ts';
import { done, doneBody, recordVersion, userId } from '../../../server/shapes.ts';
import type { RecordFinisher } from '../../../server/sources.ts';
import { may } from '../../identity/index.ts';
import { findPeopleOfUnits } from '../../identity/server.ts';
import { findUnits } from '../../units/server.ts';
import { reportProgress } from '../actions/log.ts';
import { assignPeople } from '../actions/people.ts';
import { taskRefusals } from '../actions/refusals.ts';
import { showTasks } from '../actions/show-task.ts';
import { moveTask } from '../actions/steps.ts';
import { loadTaskPage } from '../actions/task-page.ts';
import { mayOnTask } from '../actions/task-rights.ts';
import { changeTask, createTask } from '../actions/tasks.ts';
import { taskStates } from '../rules/task.ts';
import { countList, findTasks } from '../store/task-list.ts';
import { findTask } from '../store/tasks.ts';
import { deficitId, meetingId, planId, taskBody, taskForm, taskId } from '../wire.ts';
import { taskPageBody } from './task-page-shape.ts';
import { filterOf, filterOfAnyState, taskQuery } from './task-query.ts';

export function taskRoutes(finisher: RecordFinisher): (app: App, context: Context) => Promise<void> {
  return (app, context) => taskRoutesWith(app, context, finisher);
}

async function taskRoutesWith(app: App, context: Context, finisher: RecordFinisher): Promise<void> {
  const { database, clock } = context;

  async function unitNames(person: Person): Promise<Map<UnitId, string>> {
    return new Map((await findUnits(database, person.agencyId)).map((unit) => [unit.unitId, unit.name]));
  }

  app.get(
    '/api/tasks',
    {
      schema: {
        operationId: 'findTasks',
        tags: ['tasks'],
        querystring: taskQuery,
        response: {
          200: z.object({
            tasks: z.array(taskBody),
            total: z.number(),
            /** Of all states, under the other filters. */
            counts: z.object({ open: z.number(), late: z.number(), done: z.number() }),
            today: z.string(),
          }),
          ...refusalAnswers,
        },
      },
    },
    async (request) => {
      const person = requireRight(request, 'task.read');
      const today = clock.today();
      const { tasks, total } = await findTasks(database, person.agencyId, filterOf(person, request.query, today));
      const anyState = filterOfAnyState(person, request.query, today);
      const counts = await countList(database, person.agencyId, anyState, today);
      return { tasks: await showTasks(context, person.agencyId, tasks), total, counts, today };
    },
  );

  app.get(
    '/api/tasks/:taskId',
    {
      schema: {
        operationId: 'getTask',
        tags: ['tasks'],
        params: z.object({ taskId }),
        response: {
          200: taskPageBody,
          ...refusalAnswers,
        },
      },
    },
    async (request) => {
      const person = requireRight(request, 'task.read');
      const task = await findTask(database, person.agencyId, request.params.taskId);
      if (!task) throw new RefusedRequest('task-not-found', taskRefusals['task-not-found']);
      if (!mayOnTask(person, 'task.read', task))
        throw new RefusedRequest('task-not-yours', taskRefusals['task-not-yours']);
      return loadTaskPage(context, person, task);
    },
  );

  app.post(
    '/api/tasks',
    {
      schema: {
        operationId: 'createTask',
        tags: ['tasks'],
        body: z.object({
          ...taskForm,
          planId: planId.nullable(),
          planYear: z.number().int().min(2000).max(2100),
          deficitId: deficitId.nullable(),
          parentId: taskId.nullable().optional(),
          meetingId: meetingId.nullable().optional(),
        }),
        response: { 200: z.object({ taskId: z.string() }), ...refusalAnswers },
      },
    },
    async (request) => {
      const person = requireRight(request, 'task.change');
      return valueOrRefuse(await createTask(context, person, request.body, await unitNames(person)), taskRefusals);
    },
  );

  app.put(
    '/api/tasks/:taskId',
    {
      schema: {
        operationId: 'changeTask',
        tags: ['tasks'],
        params: z.object({ taskId }),
        body: z.object({ ...taskForm, version: recordVersion }),
        response: { 200: z.object({ version: z.number() }), ...refusalAnswers },
      },
    },
    async (request) => {
      const person = requireRight(request, 'task.change');
      return valueOrRefuse(
        await changeTask(context, person, { ...request.body, taskId: request.params.taskId }, await unitNames(person)),
        taskRefusals,
      );
    },
  );

  app.post(
    '/api/tasks/:taskId/steps',
    {
      schema: {
        operationId: 'moveTask',
        tags: ['tasks'],
        params: z.object({ taskId }),
        body: z.object({
          version: recordVersion,
          to: z.enum(taskStates),
          note: z.string().trim().max(4000).nullable(),
        }),
        response: { 200: z.object({ version: z.number() }), ...refusalAnswers },
      },
    },
    async (request) => {
      const person = requireRight(request, 'task.read');
      return valueOrRefuse(
        await moveTask(context, person, { ...request.body, taskId: request.params.taskId }, finisher),
        taskRefusals,
      );
    },
  );

  app.post(
    '/api/tasks/:taskId/progress',
    {
      schema: {
        operationId: 'reportProgress',
        tags: ['tasks'],
        params: z.object({ taskId }),
        body: z.object({
          note: z.string().trim().min(1).max(4000),
          percent: z.number().int().min(0).max(100).nullable().default(null),
        }),
        response: { 200: z.object({ mentioned: z.array(z.string()) }), ...refusalAnswers },
      },
    },
    async (request) => {
      const person = requireRight(request, 'task.report');
      return valueOrRefuse(
        await reportProgress(context, person, { ...request.body, taskId: request.params.taskId }),
        taskRefusals,
      );
    },
  );

  app.get(
    '/api/colleagues',
    {
      schema: {
        operationId: 'findColleagues',
        tags: ['tasks'],
        querystring: z.object({ unitIds: z.string().max(4000) }),
        response: {
          200: z.object({ colleagues: z.array(z.object({ userId: z.string(), displayName: z.string() })) }),
          ...refusalAnswers,
        },
      },
    },
    async (request) => {
      const person = requireRight(request, 'task.change');
      const asked = request.query.unitIds.split(',').filter((one) => may(person, 'task.change', one));
      return { colleagues: await findPeopleOfUnits(database, person.agencyId, asked) };
    },
  );

  app.put(
    '/api/tasks/:taskId/people',
    {
      schema: {
        operationId: 'assignPeople',
        tags: ['tasks'],
        params: z.object({ taskId }),
        body: z.object({ userIds: z.array(userId).max(60) }),
        response: { 200: doneBody, ...refusalAnswers },
      },
    },
    async (request) => {
      const person = requireRight(request, 'task.change');
      valueOrRefuse(
        await assignPeople(context, person, { ...request.body, taskId: request.params.taskId }),
        taskRefusals,
      );
      return done;
    },
  );
}
