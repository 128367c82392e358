import { Worker } from 'node:worker_threads';
import type { RecordId } from '../../../kernel/ids.ts';
import type { ImportAnswer, ImportTask } from './import-messages.ts';

const HEAP_MEGABYTES = 1500;
/** Longest time for one answer: reading a large sheet takes most of it. */
const STEP_SECONDS = 120;

/** A thread that reads a sheet. */
export type ImportThread = {
  /** What it says first, unasked. */
  readonly first: () => Promise<ImportAnswer>;
  /** Its next part: as many records as identifiers are given. */
  readonly next: (ids: readonly RecordId[]) => Promise<ImportAnswer>;
  readonly stop: () => Promise<unknown>;
};

/** Starts the import thread: whatever a file does to it, the server goes on. */
export function startImportThread(task: ImportTask): ImportThread {
  const worker = new Worker(new URL('./import-worker.ts', import.meta.url), {
    workerData: task,
    execArgv: ['--disable-warning=ExperimentalWarning'],
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MEGABYTES },
    env: {},
  });
  const arrived: ImportAnswer[] = [];
  let take: ((message: ImportAnswer) => void) | null = null;
  const give = (message: ImportAnswer): void => {
    const waiting = take;
    take = null;
    if (waiting) waiting(message);
    else arrived.push(message);
  };
  worker.on('message', give);
  worker.on('error', () => give({ kind: 'unreadable' }));
  worker.on('exit', () => give({ kind: 'unreadable' }));
  const first = (): Promise<ImportAnswer> => {
    const message = arrived.shift();
    if (message) return Promise.resolve(message);
    return new Promise((resolve) => {
      const timer = setTimeout(() => give({ kind: 'unreadable' }), STEP_SECONDS * 1000);
      take = (found) => {
        clearTimeout(timer);
        resolve(found);
      };
    });
  };
  const next = (ids: readonly RecordId[]): Promise<ImportAnswer> => {
    worker.postMessage(ids);
    return first();
  };
  return { first, next, stop: () => worker.terminate() };
}
