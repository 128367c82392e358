import { z } from 'zod';
import type { Context } from '../../../server/context.ts';
import { type App, RefusedRequest, refusalAnswers, requireRight, valueOrRefuse } from '../../../server/http.ts';
import { done, doneBody } from '../../../server/shapes.ts';
import { findSeenViews } from '../actions/find-views.ts';
import { registerRefusals } from '../actions/refusals.ts';
import { findSeen } from '../actions/show-records.ts';
import { deleteView, insertView } from '../store/views.ts';
import { registerKey } from './shapes.ts';

const tags = ['registers'];
const viewId = z.templateLiteral(['view_', z.string().max(80)]);
const query = z.record(z.string().max(60), z.string().max(8000));

/** Saved views: the words of a list's address under a name, for oneself or for colleagues. */
export async function viewRoutes(app: App, context: Context): Promise<void> {
  const { database, clock, newId } = context;

  app.get(
    '/api/registers/:registerKey/views',
    {
      schema: {
        operationId: 'findRegisterViews',
        tags,
        params: z.object({ registerKey }),
        response: {
          200: z.object({
            views: z.array(
              z.object({ viewId: z.string(), name: z.string(), isShared: z.boolean(), isMine: z.boolean(), query }),
            ),
          }),
          ...refusalAnswers,
        },
      },
    },
    async (request) => {
      const person = requireRight(request, 'register.read');
      const views = await findSeenViews(context, person, request.params.registerKey);
      return { views: valueOrRefuse(views, registerRefusals) };
    },
  );

  app.post(
    '/api/registers/:registerKey/views',
    {
      schema: {
        operationId: 'saveRegisterView',
        tags,
        params: z.object({ registerKey }),
        body: z.object({ name: z.string().trim().min(1).max(120), isShared: z.boolean(), query }),
        response: { 200: z.object({ viewId: z.string() }), ...refusalAnswers },
      },
    },
    async (request) => {
      const person = requireRight(request, 'register.read');
      const { registerKey: key } = request.params;
      valueOrRefuse(await findSeen(context, person, key), registerRefusals);
      const view = { viewId: newId('view'), ...request.body, userId: person.userId };
      await database.transaction((tx) => insertView(tx, person.agencyId, key, view, clock.now()));
      return { viewId: view.viewId };
    },
  );

  app.delete(
    '/api/registers/:registerKey/views/:viewId',
    {
      schema: {
        operationId: 'dropRegisterView',
        tags,
        params: z.object({ registerKey, viewId }),
        response: { 200: doneBody, ...refusalAnswers },
      },
    },
    async (request) => {
      const { agencyId, userId } = requireRight(request, 'register.read');
      const { registerKey: key, viewId: view } = request.params;
      const isGone = await database.transaction((tx) => deleteView(tx, agencyId, key, { viewId: view, userId }));
      if (!isGone) throw new RefusedRequest('view-not-found', registerRefusals['view-not-found']);
      return done;
    },
  );
}
