import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type App, refuseRequest } from './http.ts';

const webFolder = join(import.meta.dirname, '..', '..', 'dist', 'web');
const NONCE_MARK = '__CSP_NONCE__';

/** The built single page: assets for a year (their names hold a hash), the page itself with a fresh nonce each time. */
export async function serveWeb(app: App): Promise<void> {
  const page = join(webFolder, 'index.html');
  if (!existsSync(page)) return;
  const html = readFileSync(page, 'utf8');
  await app.register(fastifyStatic, {
    root: join(webFolder, 'assets'),
    prefix: '/assets/',
    immutable: true,
    maxAge: '365d',
    decorateReply: false,
  });
  const sendPage = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    if (request.url.startsWith('/api/')) throw refuseRequest('not-found');
    const nonce = reply.cspNonce.style;
    return reply
      .header('cache-control', 'no-cache')
      .type('text/html; charset=utf-8')
      .send(html.replaceAll(NONCE_MARK, nonce));
  };
  // The page is for everybody; what it shows is asked of the interface.
  const open = { schema: { hide: true }, config: { isPublic: true } };
  app.get('/', open, sendPage);
  app.get('/*', open, sendPage);
}
