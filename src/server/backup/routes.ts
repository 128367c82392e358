import type { Readable } from 'node:stream';
import { z } from 'zod';
import { appendAudit } from '../../slices/audit/server.ts';
import { actorOf } from '../../slices/identity/server.ts';
import type { Context } from '../context.ts';
import { type App, type Person, refusalAnswers, requireRight } from '../http.ts';
import { makeBackup } from './write-backup.ts';

/** Milliseconds in which the archive must be on its way; sending it may take as long as the line needs. */
const TIME_LIMIT = 3_600_000;

async function tellBackup({ database, clock }: Context, person: Person): Promise<void> {
  const fact = { action: 'system.backup', subjectKind: 'system', subjectId: 'backup' };
  await database.transaction((tx) => appendAudit(tx, actorOf(person), clock.now(), [fact]));
}

/** The running server's own backup: the records and files of the person's agency, never of another. */
export async function backupRoutes(app: App, context: Context): Promise<void> {
  app.post(
    '/api/backup',
    {
      config: { rateLimit: { max: 4, timeWindow: '1 minute' } },
      handlerTimeout: TIME_LIMIT,
      schema: {
        operationId: 'makeBackup',
        tags: ['system'],
        produces: ['application/gzip'],
        response: { 200: z.custom<Readable>().meta({ type: 'string', format: 'binary' }), ...refusalAnswers },
      },
    },
    async (request, reply) => {
      const person = requireRight(request, 'system.backup');
      await tellBackup(context, person);
      const { bytes } = await makeBackup(context, person.agencyId);
      return reply
        .type('application/gzip')
        .header('content-disposition', `attachment; filename="caicach-${context.clock.today()}.tar.gz"`)
        .send(bytes);
    },
  );
}
