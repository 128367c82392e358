export { declareOwn } from './actions/declare.ts';
export { registerRoutes } from './http/routes.ts';
