export { taskMeasureSource } from './actions/measures.ts';
export { makeMissingOccurrences } from './actions/missing-occurrences.ts';
export { findMovedTasks, redateTasks } from './actions/moved-tasks.ts';
export { officeRulesOf } from './actions/office-rules.ts';
export { type TaskRefusal, taskRefusals } from './actions/refusals.ts';
export { rewriteTask, type Settling, writeNewTask } from './actions/settle.ts';
export { type ShownTask, showTasks } from './actions/show-task.ts';
export { taskRecords, waitingTasks } from './actions/sources.ts';
export { tieTask } from './actions/tasks.ts';
export { listRoutes as taskListRoutes } from './http/list-routes.ts';
export { officeRoutes as taskOfficeRoutes } from './http/office-routes.ts';
export { productRoutes } from './http/product-routes.ts';
export { taskRoutes } from './http/task-routes.ts';
export { workRoutes } from './http/work-routes.ts';
export { countTasks, countTasksByUnit, findTasks, type TaskFilter } from './store/task-list.ts';
export {
  findTasksOfPlan,
  insertTaskEvent,
  saveState,
  type Task,
  type TaskRow,
  type TaskUnits,
} from './store/tasks.ts';
export { linkTask } from './store/ties.ts';
