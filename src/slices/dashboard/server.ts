export type { AnswerSources, PointsLostByUnit } from './actions/answers.ts';
export { answersRoutes } from './http/answers-routes.ts';
export { myWorkRoutes } from './http/my-work-routes.ts';
