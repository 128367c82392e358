import { z } from 'zod';
import type { Context } from '../../../server/context.ts';
import { type App, refusalAnswers, requireRight, valueOrRefuse } from '../../../server/http.ts';
import { reachOf } from '../../identity/index.ts';
import { findShelf } from '../actions/find-shelf.ts';
import { findRedated } from '../actions/redating-progress.ts';
import { registerRefusals } from '../actions/refusals.ts';
import { findSeen, sortableFields } from '../actions/show-records.ts';
import { registerBody, registerKey, shelfEntry } from './shapes.ts';

const tags = ['registers'];

export async function shelfRoutes(app: App, context: Context): Promise<void> {
  app.get(
    '/api/registers',
    {
      schema: {
        operationId: 'findRegisters',
        tags,
        response: { 200: z.object({ registers: z.array(shelfEntry) }), ...refusalAnswers },
      },
    },
    async (request) => ({ registers: await findShelf(context, requireRight(request, 'register.read')) }),
  );

  app.get(
    '/api/registers/:registerKey',
    {
      schema: {
        operationId: 'getRegister',
        tags,
        params: z.object({ registerKey }),
        response: { 200: registerBody, ...refusalAnswers },
      },
    },
    async (request) => {
      const person = requireRight(request, 'register.read');
      const seen = valueOrRefuse(await findSeen(context, person, request.params.registerKey), registerRefusals);
      const { view, register, loaded } = seen;
      return {
        declaration: view.declaration,
        isOwn: register.isOwn,
        role: person.role,
        masked: [...view.masked],
        changeable: [...view.changeable],
        sortable: ['created-day', ...(view.seesDue ? ['due-day'] : []), ...sortableFields(register, view)],
        mayChange: reachOf(person.role, 'register.change') !== null,
        mayDeclare: register.isOwn && reachOf(person.role, 'register.declare') !== null,
        rebuilt: loaded.rebuilt,
        redated: await findRedated(context.database, person.agencyId, register.declaration.key),
      };
    },
  );
}
