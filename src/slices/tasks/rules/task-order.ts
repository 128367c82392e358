/**
 * Orders of a list of tasks, as they stand in its address; with "-" the other way round. "work": what is late first, the latest
 * before the others, then what is open by its day, then open work without a day, then what is done, the newest first.
 */
export const taskOrders = [
  'work',
  'due',
  '-due',
  'original',
  '-original',
  'title',
  '-title',
  'lead',
  '-lead',
  'state',
  '-state',
  'percent',
  '-percent',
  'points',
  '-points',
  'origin',
  '-origin',
] as const;
export type TaskOrder = (typeof taskOrders)[number];
