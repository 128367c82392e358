export { askExtension, decideExtension } from './actions/extensions.ts';
export { reportProgress } from './actions/log.ts';
export { taskMeasureSource } from './actions/measures.ts';
export { recordMeeting } from './actions/meetings.ts';
export { makeMissingOccurrences } from './actions/missing-occurrences.ts';
export { findMovedTasks, redateTasks } from './actions/moved-tasks.ts';
export { moveOccurrence } from './actions/occurrences.ts';
export { officeRulesOf } from './actions/office-rules.ts';
export { describeParts, movePart } from './actions/parts.ts';
export { assignPeople } from './actions/people.ts';
export { nameDocument } from './actions/products.ts';
export { handOutRecord } from './actions/province.ts';
export { type TaskRefusal, taskRefusals } from './actions/refusals.ts';
export { rewriteTask, type Settling, writeNewTask } from './actions/settle.ts';
export { type ShownTask, showTasks } from './actions/show-task.ts';
export { taskRecords, waitingTasks } from './actions/sources.ts';
export { recordStart } from './actions/starts.ts';
export { moveTask } from './actions/steps.ts';
export { createTask, type TaskForm, tieTask } from './actions/tasks.ts';
export { moveUnitPlan, saveItems } from './actions/unit-plans.ts';
export { listRoutes as taskListRoutes } from './http/list-routes.ts';
export { officeRoutes as taskOfficeRoutes } from './http/office-routes.ts';
export { productRoutes } from './http/product-routes.ts';
export { taskRoutes } from './http/task-routes.ts';
export { workRoutes } from './http/work-routes.ts';
export { findExtensions } from './store/extensions.ts';
export { countTasks, countTasksByUnit, findTasks, type TaskFilter } from './store/task-list.ts';
export {
  findTask,
  findTasksOfPlan,
  insertTaskEvent,
  saveState,
  type Task,
  type TaskRow,
  type TaskUnits,
} from './store/tasks.ts';
export { linkTask } from './store/ties.ts';
export { findUnitPlan } from './store/unit-plans.ts';
