import { parentPort, workerData } from 'node:worker_threads';
import { readBytes } from './read-bytes.ts';
import type { WorkerAnswer, WorkerTask } from './worker-messages.ts';

/** Entry of the worker thread: one file in, one answer out. */
const { bytes, fileName } = workerData as WorkerTask;
const answer = (message: WorkerAnswer): void => parentPort?.postMessage(message);

const outcome = await readBytes(bytes, fileName, (progress) => answer({ kind: 'progress', progress }));
answer({ kind: 'outcome', outcome });
