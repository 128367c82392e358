export { findMovedTasks, redateTasks } from './actions/moved-tasks.ts';
export { officeRulesOf } from './actions/office-rules.ts';
export { type TaskRefusal, taskRefusals } from './actions/refusals.ts';
export { type ShownTask, showTasks } from './actions/show-task.ts';
export { tieTask } from './actions/tasks.ts';
export { taskRoutes } from './http/task-routes.ts';
export {
  countTasks,
  countTasksByUnit,
  findTasks,
  findTasksOfPlan,
  insertTask,
  insertTaskEvent,
  saveState,
  type Task,
  type TaskFilter,
  type TaskRow,
  type TaskUnits,
  updateTask,
} from './store/tasks.ts';
export { linkTask } from './store/ties.ts';
