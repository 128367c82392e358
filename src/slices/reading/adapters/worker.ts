import process from 'node:process';
import { parentPort, workerData } from 'node:worker_threads';
import { accept } from '../../../kernel/outcome.ts';
import { readPlan } from '../rules/read-plan.ts';
import { readBytes } from './read-bytes.ts';
import type { WorkerAnswer, WorkerTask } from './worker-messages.ts';

/** Entry of the worker thread: one file in, one answer out. */
const { bytes, fileName, wanted } = workerData as WorkerTask;
const answer = (message: WorkerAnswer): void => parentPort?.postMessage(message);

const read = await readBytes(bytes, fileName, (progress) => answer({ kind: 'progress', progress }));
// Libraries leave promises behind when a damaged file ends their work; what matters comes through `readBytes`.
process.on('unhandledRejection', () => undefined);

const outcome = read.ok
  ? accept({ source: read.value, reading: wanted === 'plan' ? readPlan(read.value) : null })
  : read;
answer({ kind: 'outcome', outcome });
