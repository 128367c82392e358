import { Worker } from 'node:worker_threads';
import type { Outcome } from '../../../kernel/outcome.ts';
import { accept, refuse } from '../../../kernel/outcome.ts';
import type { PlanReading } from '../rules/plan-reading.ts';
import type { ReadingRefusal } from '../rules/reading-refusal.ts';
import type { SourceDocument } from '../rules/source-document.ts';

import type { OnProgress } from './progress.ts';
import type { PagePicture, PageTask, WorkerAnswer, WorkerResult, WorkerTask } from './worker-messages.ts';

const READER = new URL('./worker.ts', import.meta.url);
const PHOTOGRAPHER = new URL('./page-worker.ts', import.meta.url);

export type ReadingOptions = {
  readonly onProgress?: OnProgress;
  readonly signal?: AbortSignal;
  readonly limits?: ReadingLimits;
};

export type ReadingLimits = {
  readonly megabytes: number;
  readonly heapMegabytes: number;
  /** Longest time without an answer or a sign of progress. */
  readonly stepSeconds: number;
  /** Longest time for the whole file; recognising a scan may take `scanSeconds`. */
  readonly totalSeconds: number;
  readonly scanSeconds: number;
};

export const READING_LIMITS: ReadingLimits = {
  megabytes: 100,
  heapMegabytes: 800,
  stepSeconds: 60,
  totalSeconds: 120,
  scanSeconds: 1800,
};

const BYTES_PER_MEGABYTE = 1_000_000;
const MILLISECONDS = 1000;

/**
 * Reads a file from outside in a thread of its own with bounded time and memory, so that whatever the file does, the
 * calling thread goes on. Faults of our own are thrown; everything the file can cause comes back as a refusal.
 */
export async function readInWorker(
  bytes: Uint8Array,
  fileName: string,
  options: ReadingOptions = {},
): Promise<Outcome<SourceDocument, ReadingRefusal>> {
  const outcome = await runWorker<WorkerTask, WorkerResult>(READER, { bytes, fileName, wanted: 'document' }, options);
  return outcome.ok ? accept(outcome.value.source) : outcome;
}

/** As `readInWorker`, and the plan read from the document, in the same thread. */
export async function readPlanInWorker(
  bytes: Uint8Array,
  fileName: string,
  options: ReadingOptions = {},
): Promise<Outcome<{ source: SourceDocument; reading: PlanReading }, ReadingRefusal>> {
  const outcome = await runWorker<WorkerTask, WorkerResult>(READER, { bytes, fileName, wanted: 'plan' }, options);
  if (!outcome.ok) return outcome;
  const { source, reading } = outcome.value;
  return reading ? accept({ source, reading }) : refuse({ code: 'no-text' });
}

/**
 * The page as it looks, for a person beside what was read: PDF pages and photographs; straightened where a scan was read
 * straightened, so that the boxes of places fit.
 *
 * @param page from 1
 * @returns unsupported-type for files that have no pages (Word, text)
 */
export function photographInWorker(
  bytes: Uint8Array,
  fileName: string,
  page: number,
): Promise<Outcome<PagePicture, ReadingRefusal>> {
  return runWorker<PageTask, PagePicture>(PHOTOGRAPHER, { bytes, fileName, page }, {});
}

async function runWorker<Task extends { readonly bytes: Uint8Array }, Result>(
  entry: URL,
  task: Task,
  options: ReadingOptions,
): Promise<Outcome<Result, ReadingRefusal>> {
  const { bytes } = task;
  const limits = options.limits ?? READING_LIMITS;
  if (bytes.byteLength === 0) return refuse({ code: 'empty-file' });
  if (bytes.byteLength > limits.megabytes * BYTES_PER_MEGABYTE) {
    return refuse({ code: 'too-large', limitMegabytes: limits.megabytes });
  }
  if (options.signal?.aborted) return refuse({ code: 'stopped' });
  const worker = new Worker(entry, {
    workerData: task,
    execArgv: ['--disable-warning=ExperimentalWarning'],
    resourceLimits: { maxOldGenerationSizeMb: limits.heapMegabytes, stackSizeMb: 8 },
    env: {},
  });
  try {
    return await awaitOutcome<Result>(worker, options, limits);
  } finally {
    await worker.terminate();
  }
}

function awaitOutcome<Result>(
  worker: Worker,
  options: ReadingOptions,
  limits: ReadingLimits,
): Promise<Outcome<Result, ReadingRefusal>> {
  return new Promise((resolve, reject) => {
    const startedAt = performance.now();
    let allowedSeconds = limits.totalSeconds;
    let timer: NodeJS.Timeout | undefined;
    const settle = (outcome: Outcome<Result, ReadingRefusal>): void => {
      clearTimeout(timer);
      options.signal?.removeEventListener('abort', stop);
      resolve(outcome);
    };
    const stop = (): void => settle(refuse({ code: 'stopped' }));
    const awaitStep = (): void => {
      clearTimeout(timer);
      const left = allowedSeconds - (performance.now() - startedAt) / MILLISECONDS;
      const limitSeconds = left < limits.stepSeconds ? allowedSeconds : limits.stepSeconds;
      const wait = Math.max(0, Math.min(left, limits.stepSeconds)) * MILLISECONDS;
      timer = setTimeout(() => settle(refuse({ code: 'time-exceeded', limitSeconds })), wait);
    };
    worker.on('message', (message: WorkerAnswer<Result>) => {
      if (message.kind === 'outcome') return settle(message.outcome);
      if (message.progress.step === 'recognition') allowedSeconds = limits.scanSeconds;
      awaitStep();
      options.onProgress?.(message.progress);
    });
    worker.on('error', (error: Error & { code?: string }) => {
      if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') return settle(refuse({ code: 'memory-exceeded' }));
      clearTimeout(timer);
      reject(error);
    });
    worker.on('exit', (exitCode) => {
      clearTimeout(timer);
      reject(new Error(`The reading thread ended without an answer (exit code ${exitCode}).`));
    });
    options.signal?.addEventListener('abort', stop, { once: true });
    awaitStep();
  });
}
