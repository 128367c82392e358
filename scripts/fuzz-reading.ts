// Damages sample files of each format and reads them, from the bytes to the fields and figures: no fault, no hang,
// nothing written. With Node's permissions a write anywhere is a fault:
//   node scripts/run.mjs [--permission --allow-fs-read=* --allow-worker --allow-addons] scripts/fuzz-reading.ts
//     [--count 10000] [--seed 1] [docx doc xlsx pdf html md csv txt png jpg]
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import sharp from 'sharp';
import { checkFigures } from '../src/slices/consistency/index.ts';
import { decideReading } from '../src/slices/reading/adapters/file-type.ts';
import { findRuledTables } from '../src/slices/reading/adapters/layout/ruled-tables.ts';
import { readBytes } from '../src/slices/reading/adapters/read-bytes.ts';
import { ReadingRefused } from '../src/slices/reading/adapters/reading-refused.ts';
import { preparePicture, WORKING_DPI } from '../src/slices/reading/adapters/scan/prepare-picture.ts';
import { takePrintedRules } from '../src/slices/reading/adapters/scan/printed-rules.ts';
import { readPlan, type SourceDocument, toExchangeFormat } from '../src/slices/reading/index.ts';
import { makeRandom, mutateArchive, mutateBytes } from '../src/testing/mutate-bytes.ts';
import { mutateJpeg, mutatePng } from '../src/testing/mutate-pictures.ts';
import type { SampleFormat } from '../src/testing/reading-samples.ts';
import { makeSample, SAMPLE_FORMATS } from '../src/testing/reading-samples.ts';
import { photographPages } from '../src/testing/scan-of-pdf.ts';

const HANG_SECONDS = 10;
const HEAP_MEGABYTES = 800;

/** Only when asked for: recognition is slow. */
const ON_REQUEST = ['png', 'jpg'] as const;
type OnRequest = (typeof ON_REQUEST)[number];
const FUZZED_FORMATS = [...SAMPLE_FORMATS, ...ON_REQUEST] as const;
type FuzzedFormat = SampleFormat | OnRequest;

type Task = { readonly format: FuzzedFormat; readonly from: number; readonly to: number };
type Report = { readonly seed: number; readonly result?: string; readonly milliseconds?: number };

/** In a thread of its own: every file of the task, one report before and one after each. */
async function readDamaged({ format, from, to }: Task): Promise<void> {
  process.on('unhandledRejection', () => undefined);
  const samples = await samplesOf(format);
  const mutate = MUTATIONS[format] ?? mutateBytes;
  const report = (message: Report): void => parentPort?.postMessage(message);
  for (let seed = from; seed < to; seed += 1) {
    const sample = samples[seed % samples.length] ?? new Uint8Array();
    const damaged = mutate(sample, makeRandom(seed));
    report({ seed });
    const startedAt = performance.now();
    const result = await readOne(damaged, format, seed).catch((error: Error) => `FAULT ${error.stack}`);
    report({ seed, result, milliseconds: performance.now() - startedAt });
  }
}

const MUTATIONS: { readonly [Format in FuzzedFormat]?: typeof mutateBytes } = {
  docx: mutateArchive,
  xlsx: mutateArchive,
  png: mutatePng,
  jpg: mutateJpeg,
};

/** Recognition takes seconds: every picture is unpacked and made ready for it, one of so many is recognised, too. */
const RECOGNISED = 250;

async function readOne(damaged: Uint8Array, format: FuzzedFormat, seed: number): Promise<string> {
  if ((format === 'png' || format === 'jpg') && seed % RECOGNISED !== 0) return unpack(damaged);
  const outcome = await readBytes(damaged, `ke-hoach.${format}`, () => undefined);
  return outcome.ok ? takeApart(outcome.value) : outcome.refusal.code;
}

/** What a picture goes through before its letters are recognised. */
async function unpack(damaged: Uint8Array): Promise<string> {
  try {
    if (decideReading(damaged, 'ke-hoach') !== 'picture') return 'other-type';
    const { bitmap, threshold } = await preparePicture(damaged, null);
    findRuledTables(takePrintedRules(bitmap, threshold, WORKING_DPI).rules);
    return 'unpacked';
  } catch (error) {
    if (error instanceof ReadingRefused) return error.refusal.code;
    throw error;
  }
}

const FIXTURES = new URL('../src/slices/reading/fixtures/', import.meta.url);
const SCAN_DPI = 90;

/** The small sample with everything in it that an adapter treats specially; for texts whole plans, too. */
async function samplesOf(format: FuzzedFormat): Promise<Uint8Array[]> {
  if (format === 'png' || format === 'jpg') return [await pictureOf(await makeSample('pdf'), format)];
  const own = await makeSample(format);
  if (format !== 'txt') return [own];
  const plans = readdirSync(FIXTURES).filter((name) => name.endsWith('.txt'));
  return [own, ...plans.map((name) => new Uint8Array(readFileSync(new URL(name, FIXTURES))))];
}

async function pictureOf(pdf: Uint8Array, format: 'png' | 'jpg'): Promise<Uint8Array> {
  const [page = Buffer.alloc(0)] = await photographPages(pdf, SCAN_DPI);
  return new Uint8Array(format === 'png' ? await sharp(page).png().toBuffer() : page);
}

/** What follows every reading: the plan's fields and the check of its figures. */
function takeApart(document: SourceDocument): string {
  toExchangeFormat(readPlan(document));
  checkFigures(document);
  return 'read';
}

type Tally = { readonly results: Map<string, number>; readonly faults: string[]; slowest: number };

/** Runs a task under watch; a thread that hangs or dies is replaced by one that goes on with the next file. */
function runTask(task: Task, tally: Tally): Promise<void> {
  return new Promise((resolve) => {
    const worker = new Worker(new URL(import.meta.url), {
      workerData: task,
      resourceLimits: { maxOldGenerationSizeMb: HEAP_MEGABYTES },
    });
    let seed = task.from;
    let watch: NodeJS.Timeout | undefined;
    const goOn = async (fault: string): Promise<void> => {
      clearTimeout(watch);
      tally.faults.push(`${task.format} seed ${seed}: ${fault}`);
      worker.removeAllListeners();
      await worker.terminate();
      resolve(runTask({ ...task, from: seed + 1 }, tally));
    };
    worker.on('message', (report: Report) => {
      seed = report.seed;
      clearTimeout(watch);
      if (report.result === undefined) watch = setTimeout(() => void goOn('HANG'), HANG_SECONDS * 1000);
      else count(report, task, tally);
    });
    worker.on('error', (error: unknown) => {
      const isMemory = error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
      void goOn(isMemory ? 'OUT OF MEMORY' : String(error));
    });
    worker.on('exit', () => {
      clearTimeout(watch);
      resolve();
    });
  });
}

function count({ seed, result = '', milliseconds = 0 }: Report, task: Task, tally: Tally): void {
  const kind = result.startsWith('FAULT') ? 'FAULT' : result;
  tally.results.set(kind, (tally.results.get(kind) ?? 0) + 1);
  tally.slowest = Math.max(tally.slowest, milliseconds);
  if (kind === 'FAULT') tally.faults.push(`${task.format} seed ${seed}: ${result}`);
}

const isOnRequest = (format: FuzzedFormat): boolean => ON_REQUEST.some((one) => one === format);

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { count: { type: 'string', default: '10000' }, seed: { type: 'string', default: '1' } },
  });
  const formats = FUZZED_FORMATS.filter((format) =>
    positionals.length === 0 ? !isOnRequest(format) : positionals.includes(format),
  );
  const isConfined = process.permission !== undefined;
  const folder = isConfined ? null : mkdtempSync(join(tmpdir(), 'caicach-fuzz-'));
  if (folder) {
    process.env.TMPDIR = folder;
    process.chdir(folder);
  }
  let failures = 0;
  for (const format of formats) {
    const tally: Tally = { results: new Map(), faults: [], slowest: 0 };
    const from = Number(values.seed);
    await runTask({ format, from, to: from + Number(values.count) }, tally);
    const results = [...tally.results].sort((a, b) => b[1] - a[1]).map(([result, times]) => `${result} ${times}`);
    console.log(`${format.padEnd(5)} ${results.join(', ')}; slowest ${Math.round(tally.slowest)} ms`);
    for (const fault of tally.faults.slice(0, 20)) console.log(`      ${fault}`);
    failures += tally.faults.length;
  }
  const written = folder ? readdirSync(folder, { recursive: true }) : [];
  const where = folder ? '' : ' anywhere: a write would have been a fault';
  console.log(written.length === 0 ? `No file was written${where}.` : `Files were written: ${written.join(', ')}`);
  if (folder) {
    process.chdir(tmpdir());
    rmSync(folder, { recursive: true });
  }
  process.exitCode = failures === 0 && written.length === 0 ? 0 : 1;
}

if (isMainThread) await main();
else await readDamaged(workerData as Task);
