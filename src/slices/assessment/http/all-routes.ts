import type { Context } from '../../../server/context.ts';
import type { App } from '../../../server/http.ts';
import type { MeasureSource } from '../../../server/sources.ts';
import { evidenceRoutes } from './evidence-routes.ts';
import { lossesRoutes } from './losses-routes.ts';
import { measureRoutes } from './measure-routes.ts';
import { indexRoutes } from './routes.ts';

/** @param sources every slice that offers measures: the leaves of the set may be fed by any of them */
export function assessmentRoutes(sources: readonly MeasureSource[]) {
  return async (app: App, context: Context): Promise<void> => {
    await indexRoutes(app, context, sources);
    await measureRoutes(app, context, sources);
    await evidenceRoutes(app, context);
    await lossesRoutes(app, context);
  };
}
