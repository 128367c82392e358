export { chooseSet, enterMeasures, saveRanking, saveStage, tieTaskToLeaf } from './actions/index-year.ts';
export { assessmentRoutes } from './http/routes.ts';
