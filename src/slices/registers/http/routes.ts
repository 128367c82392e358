import type { Context } from '../../../server/context.ts';
import type { App } from '../../../server/http.ts';
import type { MeasureSource } from '../../../server/sources.ts';
import { deskRoutes } from './desk-routes.ts';
import { measureRoutes } from './measure-routes.ts';
import { recordRoutes } from './record-routes.ts';
import { shelfRoutes } from './register-routes.ts';
import { surveyRoutes } from './survey-routes.ts';

/** Everything that is asked of registers, and the numbers of every source. */
export function registerRoutes(sources: readonly MeasureSource[]): (app: App, context: Context) => Promise<void> {
  return async (app, context) => {
    await shelfRoutes(app, context);
    await recordRoutes(app, context);
    await deskRoutes(app, context);
    await measureRoutes(app, context, sources);
    await surveyRoutes(app, context);
  };
}
