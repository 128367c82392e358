export type { ReadingProgress } from './adapters/progress.ts';
export type { ReadingLimits, ReadingOptions } from './adapters/read-in-worker.ts';
export {
  photographInWorker as photographPage,
  READING_LIMITS,
  readInWorker as readSourceDocument,
  readPlanInWorker as readPlanFile,
} from './adapters/read-in-worker.ts';
