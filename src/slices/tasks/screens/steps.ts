import { nextStates, type TaskState } from '../rules/task.ts';

type May = { change: boolean; report: boolean; approve: boolean };

const neededFor = {
  assigned: 'change',
  accepted: 'report',
  returned: 'report',
  'in-progress': 'report',
  'handed-in': 'report',
  'sent-back': 'approve',
  done: 'approve',
  dropped: 'change',
} as const satisfies Record<TaskState, keyof May>;

/** Steps open to this person, the likeliest first: it becomes the one strong button. Dropping is offered apart. */
export function stepsFor(state: TaskState, may: May): TaskState[] {
  const steps: readonly TaskState[] = nextStates[state];
  return steps.filter((to) => to !== 'dropped' && may[neededFor[to]]);
}
