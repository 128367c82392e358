import type { Context } from '../../../server/context.ts';
import type { App } from '../../../server/http.ts';
import type { MeasureSource } from '../../../server/sources.ts';
import { RegisterBackground } from '../actions/background.ts';
import { declareRoutes } from './declare-routes.ts';
import { deskRoutes } from './desk-routes.ts';
import { fileRoutes } from './file-routes.ts';
import { importRoutes } from './import-routes.ts';
import { measureRoutes } from './measure-routes.ts';
import { recordRoutes } from './record-routes.ts';
import { shelfRoutes } from './register-routes.ts';
import { surveyRoutes } from './survey-routes.ts';
import { viewRoutes } from './view-routes.ts';

/** Everything that is asked of registers, and the numbers of every source. */
export function registerRoutes(sources: readonly MeasureSource[]): (app: App, context: Context) => Promise<void> {
  return async (app, context) => {
    const tellFault = (fault: unknown): void => app.log.error({ err: fault }, 'long work of a register failed');
    const background = new RegisterBackground(context, tellFault);
    app.addHook('onListen', () => background.start());
    app.addHook('onClose', () => background.stop());
    await shelfRoutes(app, context);
    await recordRoutes(app, context);
    await declareRoutes(app, context);
    await viewRoutes(app, context);
    await fileRoutes(app, context);
    await importRoutes(app, context, background);
    await deskRoutes(app, context);
    await measureRoutes(app, context, sources);
    await surveyRoutes(app, context);
  };
}
