import compress from '@fastify/compress';
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import rateLimit from '@fastify/rate-limit';
import swagger from '@fastify/swagger';
import Fastify, { type FastifyError, type FastifyReply, type FastifyRequest } from 'fastify';
import {
  hasZodFastifySchemaValidationErrors,
  jsonSchemaTransform,
  serializerCompiler,
  validatorCompiler,
  type ZodTypeProvider,
} from 'fastify-type-provider-zod';
import { auditRoutes } from '../slices/audit/server.ts';
import { sessionRoutes, userRoutes } from '../slices/identity/server.ts';
import { planRoutes, reviewRoutes } from '../slices/plan/server.ts';
import { unitRoutes } from '../slices/units/server.ts';
import { apiPage } from './api-page.ts';
import type { Context } from './context.ts';
import { type App, generalRefusals, RefusedRequest, refuseRequest } from './http.ts';
import { findPerson } from './person.ts';
import { serveWeb } from './web-files.ts';

const BODY_LIMIT = 2_000_000;
const REQUEST_TIMEOUT = 120_000;
const REQUESTS_A_MINUTE = 1200;
export const UPLOAD_LIMIT = 60_000_000;

/** Every slice with routes, by hand: this list is what is running. */
const slices = [sessionRoutes, userRoutes, auditRoutes, unitRoutes, reviewRoutes, planRoutes] as const;

function answerRefusal(request: FastifyRequest, reply: FastifyReply, refused: RefusedRequest): FastifyReply {
  const { code, text, details } = refused;
  return reply
    .status(text.status)
    .send({ code, message: text[request.language ?? 'vi'], ...(details ? { details } : {}) });
}

function refusalOf(error: FastifyError): RefusedRequest | null {
  if (hasZodFastifySchemaValidationErrors(error)) {
    const fields = error.validation.map((issue) => ({
      field: issue.instancePath.replace(/^\//, ''),
      reason: issue.message,
    }));
    return refuseRequest('bad-input', { fields });
  }
  if (error.statusCode === 429) return refuseRequest('too-many');
  if (error.statusCode === 413) return refuseRequest('too-large');
  if (error.statusCode === 404) return refuseRequest('not-found');
  if (error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500)
    return refuseRequest('bad-input');
  return null;
}

function handleError(error: FastifyError, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const refused = error instanceof RefusedRequest ? error : refusalOf(error);
  if (refused) return answerRefusal(request, reply, refused);
  request.log.error({ err: error, method: request.method, route: request.routeOptions.url }, 'fault');
  const message =
    request.language === 'en'
      ? 'Something went wrong on the server. What you typed is kept here; try again in a minute.'
      : 'Máy chủ gặp lỗi. Nội dung bạn nhập vẫn còn; hãy thử lại sau một phút.';
  return reply.status(500).send({ code: 'fault', message });
}

/** A change must come from our own page. @source OWASP CSRF Prevention Cheat Sheet, "Verifying Origin" */
function isOwnOrigin(request: FastifyRequest): boolean {
  const { origin, host } = request.headers;
  if (origin === undefined)
    return request.headers['sec-fetch-site'] === undefined || request.headers['sec-fetch-site'] === 'same-origin';
  return URL.canParse(origin) && new URL(origin).host === (request.host || host);
}

async function addSecurity(app: App): Promise<void> {
  await app.register(helmet, {
    enableCSPNonces: true,
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        'default-src': ["'self'"],
        'base-uri': ["'none'"],
        'form-action': ["'self'"],
        'frame-ancestors': ["'none'"],
        'img-src': ["'self'", 'data:', 'blob:'],
        'font-src': ["'self'", 'data:'],
        'object-src': ["'none'"],
        'script-src': ["'self'"],
        'style-src': ["'self'"],
        'style-src-attr': ["'unsafe-inline'"],
        'connect-src': ["'self'"],
        'worker-src': ["'self'", 'blob:'],
      },
    },
    crossOriginEmbedderPolicy: false,
    referrerPolicy: { policy: 'same-origin' },
  });
  await app.register(rateLimit, { max: REQUESTS_A_MINUTE, timeWindow: '1 minute' });
  await app.register(cookie);
  await app.register(multipart, {
    limits: { fileSize: UPLOAD_LIMIT, files: 1, fields: 20, fieldSize: 100_000 },
    throwFileSizeLimit: false,
  });
  app.addHook('onRequest', async (request) => {
    if (!['GET', 'HEAD', 'OPTIONS'].includes(request.method) && !isOwnOrigin(request))
      throw refuseRequest('wrong-origin');
  });
}

/** Builds the whole server without listening: tests inject requests. */
export async function buildApp(context: Context): Promise<App> {
  const fastify = Fastify({
    logger: { level: context.config.logLevel, redact: ['req.headers.cookie', 'req.headers.authorization'] },
    bodyLimit: BODY_LIMIT,
    requestTimeout: REQUEST_TIMEOUT,
    trustProxy: context.config.behindProxy,
    routerOptions: { maxParamLength: 300 },
  });
  const app: App = fastify.withTypeProvider<ZodTypeProvider>();
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  app.setErrorHandler(handleError);
  app.decorateRequest('person', null);
  app.decorateRequest('language', 'vi');
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'Cải Cách', version: '1', description: 'Giao diện lập trình của Cải Cách' },
    },
    transform: jsonSchemaTransform,
  });
  await addSecurity(app);
  await app.register(compress, { global: true, encodings: ['br', 'gzip'] });
  app.addHook('onRequest', async (request) => {
    request.language = /^en\b/.test(request.headers['accept-language'] ?? '') ? 'en' : 'vi';
    request.person = request.url.startsWith('/api/') ? await findPerson(context, request) : null;
  });
  app.setNotFoundHandler((request, reply) => answerRefusal(request, reply, refuseRequest('not-found')));
  for (const routes of slices) await app.register((scope) => routes(scope as App, context));
  await app.register((scope) => apiPage(scope as App));
  await app.register((scope) => serveWeb(scope as App));
  await app.ready();
  return app;
}

export { generalRefusals };
