import compress from '@fastify/compress';
import swagger from '@fastify/swagger';
import Fastify from 'fastify';
import {
  jsonSchemaTransform,
  serializerCompiler,
  validatorCompiler,
  type ZodTypeProvider,
} from 'fastify-type-provider-zod';
import { assessmentRoutes, pointsLostByUnit } from '../slices/assessment/server.ts';
import { auditRoutes } from '../slices/audit/server.ts';
import { calendarRoutes } from '../slices/calendar/server.ts';
import { criteriaRoutes } from '../slices/criteria/server.ts';
import { answersRoutes, myWorkRoutes } from '../slices/dashboard/server.ts';
import { sessionRoutes, userRoutes } from '../slices/identity/server.ts';
import { noticeRoutes, reminderRoutes } from '../slices/notifications/server.ts';
import { planRoutes, reviewRoutes } from '../slices/plan/server.ts';
import { registerRoutes } from '../slices/registers/server.ts';
import { compilationRoutes, dutyRoutes, reportRoutes } from '../slices/reports/server.ts';
import { ratingRoutes } from '../slices/staff/server.ts';
import { productRoutes, taskListRoutes, taskOfficeRoutes, taskRoutes, workRoutes } from '../slices/tasks/server.ts';
import { unitRoutes } from '../slices/units/server.ts';
import { measureSources, recordFinisher, waitingSources, workRecordSources } from './all-sources.ts';
import { apiPage } from './api-page.ts';
import { backupRoutes } from './backup/routes.ts';
import { calendarPorts } from './calendar-ports.ts';
import type { Context } from './context.ts';
import { answerRefusal, faultForLog, handleError } from './error-answers.ts';
import { type App, refuseRequest } from './http.ts';
import { readSheet } from './read-sheet.ts';
import { addSecurity } from './security.ts';
import { securityContact } from './security-contact.ts';
import { serveWeb } from './web-files.ts';

const BODY_LIMIT = 2_000_000;
/** Milliseconds for a whole request to arrive, and for its answer to be made. */
const ARRIVAL_LIMIT = 120_000;
const ANSWER_LIMIT = 120_000;

/** Every slice with routes, by hand: this list is what is running. */
const slices = [
  sessionRoutes,
  userRoutes,
  auditRoutes,
  unitRoutes,
  calendarRoutes(calendarPorts),
  reviewRoutes,
  planRoutes,
  taskRoutes(recordFinisher),
  taskOfficeRoutes,
  taskListRoutes(recordFinisher),
  productRoutes,
  workRoutes,
  criteriaRoutes,
  assessmentRoutes({ sources: measureSources, readSheet }),
  reportRoutes,
  compilationRoutes,
  dutyRoutes,
  noticeRoutes(waitingSources),
  reminderRoutes,
  ratingRoutes,
  registerRoutes(measureSources),
  myWorkRoutes(waitingSources),
  answersRoutes({ records: workRecordSources, pointsLostByUnit }),
  backupRoutes,
] as const;

/** Builds the whole server without listening: tests inject requests. */
export async function buildApp(context: Context): Promise<App> {
  const fastify = Fastify({
    logger: {
      level: context.config.logLevel,
      serializers: { err: faultForLog, req: ({ method, url }) => ({ method, path: url.split('?')[0] }) },
    },
    bodyLimit: BODY_LIMIT,
    requestTimeout: ARRIVAL_LIMIT,
    handlerTimeout: ANSWER_LIMIT,
    trustProxy: context.config.proxies.length > 0 && [...context.config.proxies],
    routerOptions: { maxParamLength: 300 },
  });
  const app: App = fastify.withTypeProvider<ZodTypeProvider>();
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  app.setErrorHandler(handleError);
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'Cải Cách', version: '1', description: 'Giao diện lập trình của Cải Cách' },
    },
    transform: jsonSchemaTransform,
  });
  await addSecurity(app, context);
  await app.register(compress, { global: true, encodings: ['br', 'gzip'] });
  app.setNotFoundHandler({ preHandler: app.rateLimit() }, (request, reply) =>
    answerRefusal(request, reply, refuseRequest('not-found')),
  );
  for (const routes of slices) await app.register((scope) => routes(scope as App, context));
  await app.register((scope) => apiPage(scope as App));
  await app.register((scope) => securityContact(scope as App, context));
  await app.register((scope) => serveWeb(scope as App));
  await app.ready();
  return app;
}
