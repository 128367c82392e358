import type { Context } from '../../../server/context.ts';
import type { App } from '../../../server/http.ts';
import { deskRoutes } from './desk-routes.ts';
import { recordRoutes } from './record-routes.ts';
import { shelfRoutes } from './register-routes.ts';

/** Everything that is asked of registers. */
export function registerRoutes(): (app: App, context: Context) => Promise<void> {
  return async (app, context) => {
    await shelfRoutes(app, context);
    await recordRoutes(app, context);
    await deskRoutes(app, context);
  };
}
