import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import rateLimit from '@fastify/rate-limit';
import type { FastifyRequest } from 'fastify';
import { isLoopback } from './config.ts';
import type { Context } from './context.ts';
import { type App, refuseRequest } from './http.ts';
import { findPerson } from './person.ts';

/** From one address. A whole office stands behind one; a page with its parts is about 30 requests. */
const REQUESTS_A_MINUTE = 6_000;
/** Bytes of one uploaded file. */
export const UPLOAD_LIMIT = 60_000_000;
/** What a form says beside its file. */
const FORM_BYTES = 200_000;

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Answers people who are not logged in. Every other address below /api/ refuses them before it reads anything. */
    isPublic?: boolean;
  }
}

const contentSecurityPolicy = {
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
};

/** A change must come from our own page. @source OWASP CSRF Prevention Cheat Sheet, "Verifying Origin" */
function isOwnOrigin(request: FastifyRequest): boolean {
  const { origin } = request.headers;
  const site = request.headers['sec-fetch-site'];
  if (origin === undefined) return site === undefined || site === 'same-origin';
  const own = `${request.protocol}://${request.host}`;
  return URL.canParse(origin) && URL.canParse(own) && new URL(origin).host === new URL(own).host;
}

const saysTooMuch = (request: FastifyRequest): boolean =>
  request.isMultipart() && Number(request.headers['content-length'] ?? 0) > UPLOAD_LIMIT + FORM_BYTES;

const isChange = (request: FastifyRequest): boolean => !['GET', 'HEAD', 'OPTIONS'].includes(request.method);
const isInterface = (request: FastifyRequest): boolean => request.url.startsWith('/api/');

/** Headers, limits, the origin of changes, and who asks; before any route reads its input. */
export async function addSecurity(app: App, context: Context): Promise<void> {
  const { withSample } = context.config;
  app.decorateRequest('person', null);
  app.decorateRequest('language', 'vi');
  app.addHook('onRequest', async (request, reply) => {
    request.language = /^en\b/.test(request.headers['accept-language'] ?? '') ? 'en' : 'vi';
    reply.header('permissions-policy', 'camera=(), microphone=(), geolocation=()');
    if (isInterface(request)) reply.header('cache-control', 'no-store');
  });
  await app.register(helmet, {
    enableCSPNonces: true,
    contentSecurityPolicy,
    crossOriginEmbedderPolicy: false,
    xFrameOptions: { action: 'deny' },
    referrerPolicy: { policy: 'same-origin' },
  });
  await app.register(rateLimit, { max: REQUESTS_A_MINUTE, timeWindow: '1 minute' });
  await app.register(cookie);
  await app.register(multipart, {
    limits: { fileSize: UPLOAD_LIMIT, files: 1, fields: 20, fieldSize: 100_000 },
    throwFileSizeLimit: false,
  });
  app.addHook('onRequest', async (request) => {
    // The sample's passwords are known: a foreign name that leads to this machine (DNS rebinding) must not open it.
    if (withSample && !isLoopback(request.hostname)) throw refuseRequest('wrong-host');
    if (isChange(request) && !isOwnOrigin(request)) throw refuseRequest('wrong-origin');
    if (!isInterface(request) || request.is404) return;
    request.person = await findPerson(context, request);
    if (!request.person && !request.routeOptions.config.isPublic) throw refuseRequest('not-logged-in');
  });
  // Told before the first byte of a file is read: nobody waits for two gigabytes to hear no.
  app.addHook('preValidation', async (request) => {
    if (saysTooMuch(request)) throw refuseRequest('too-large');
  });
}
