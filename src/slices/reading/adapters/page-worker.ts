import process from 'node:process';
import { parentPort, workerData } from 'node:worker_threads';
import { photograph } from './photograph.ts';
import type { PagePicture, PageTask, WorkerAnswer } from './worker-messages.ts';

/** Entry of the worker thread: one file and page in, one picture out. */
const { bytes, fileName, page } = workerData as PageTask;
// Libraries leave promises behind when a damaged file ends their work; what matters comes through `photograph`.
process.on('unhandledRejection', () => undefined);
const answer: WorkerAnswer<PagePicture> = { kind: 'outcome', outcome: await photograph(bytes, fileName, page) };
parentPort?.postMessage(answer);
