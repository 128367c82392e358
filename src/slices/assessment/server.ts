export { addEvidence, setReaches } from './actions/evidence.ts';
export { chooseSet, enterMeasures, saveRanking, saveStage, setOfYear, tieTaskToLeaf } from './actions/index-year.ts';
export { acceptProposals } from './actions/leaf-measures.ts';
export { recordLosses } from './actions/losses.ts';
export { leavesThatFit } from './actions/show-measures.ts';
export { assessmentRoutes } from './http/all-routes.ts';
export { pointsLostBy, pointsLostByUnit } from './store/lost-points.ts';
