import type { Context } from '../../../server/context.ts';
import type { App } from '../../../server/http.ts';
import type { MeasureSource } from '../../../server/sources.ts';
import { evidenceRoutes } from './evidence-routes.ts';
import { lossesRoutes, type ReadSheet } from './losses-routes.ts';
import { measureRoutes } from './measure-routes.ts';
import { indexRoutes } from './routes.ts';

/** `sources`: every slice that offers measures; `readSheet`: reads a spreadsheet, in the worker of the reading slice. */
export type AssessmentPorts = { readonly sources: readonly MeasureSource[]; readonly readSheet: ReadSheet };

export function assessmentRoutes({ sources, readSheet }: AssessmentPorts) {
  return async (app: App, context: Context): Promise<void> => {
    await indexRoutes(app, context, sources);
    await measureRoutes(app, context, sources);
    await evidenceRoutes(app, context);
    await lossesRoutes(app, context, readSheet);
  };
}
