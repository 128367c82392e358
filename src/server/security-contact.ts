import { addDays } from '../kernel/civil-date.ts';
import type { Context } from './context.ts';
import { type App, refuseRequest } from './http.ts';

const VALID_DAYS = 180;

/** Where to report a weakness, as the office has set it. @source RFC 9116 */
export async function securityContact(app: App, { config, clock }: Context): Promise<void> {
  app.get('/.well-known/security.txt', { schema: { hide: true } }, async (_request, reply) => {
    if (config.securityContact === null) throw refuseRequest('not-found');
    const expires = addDays(clock.today(), VALID_DAYS);
    return reply
      .type('text/plain; charset=utf-8')
      .send(`Contact: ${config.securityContact}\nExpires: ${expires}T00:00:00Z\nPreferred-Languages: vi, en\n`);
  });
}
