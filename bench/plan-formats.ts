import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { readPlan, readPlanText, toExchangeFormat } from '../src/slices/reading/index.ts';
import { readSourceDocument } from '../src/slices/reading/server.ts';
import { type Fonts, makePdfFromDocument } from '../src/testing/plan-as-pdf.ts';
import { makeWordFromDocument } from '../src/testing/plan-as-word.ts';
import { makeScan } from '../src/testing/scan-of-pdf.ts';
import { convertWord } from './office.ts';

const PLANS = ['dak-nong-2023', 'ha-tinh-2023', 'khanh-hoa-2024'];
const SCAN_DPI = 200;

/**
 * The three real plans as text, Word, old Word, PDF and scan, read and held against their gold. Word files are made from the
 * text, PDFs from those by LibreOffice, or by our own
 * typesetter where there is none, scans from these.
 */
export async function benchPlanFormats(): Promise<void> {
  const plans = process.env.CAICACH_PLANS ?? '../shared/plans';
  if (!existsSync(join(plans, 'score.mjs'))) {
    console.log(`plan formats: skipped, no plans in ${plans}`);
    return;
  }
  const folder = mkdtempSync(join(tmpdir(), 'caicach-plans-'));
  try {
    for (const plan of PLANS) await benchPlan(plan, plans, folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function benchPlan(plan: string, plans: string, folder: string): Promise<void> {
  const text = readFileSync(join(plans, `${plan}.txt`));
  const document = readPlanText(text.toString('utf8'));
  const word = await makeWordFromDocument(document);
  const pdf = convertWord(word, 'pdf', folder) ?? (await makePdfFromDocument(document, undefined, serifOfMachine()));
  await score(plan, 'txt', text, plans, folder);
  await score(plan, 'docx', word, plans, folder);
  const old = convertWord(word, 'doc', folder);
  if (old) await score(plan, 'doc', old, plans, folder);
  await score(plan, 'pdf', pdf, plans, folder);
  await score(plan, 'scan.pdf', await makeScan(pdf, SCAN_DPI), plans, folder);
}

const SERIF = '/usr/share/fonts/truetype/dejavu/DejaVuSerifCondensed';

/** A serif font as documents have it, where the machine has one with Vietnamese letters; else that of the packages. */
function serifOfMachine(): Fonts | undefined {
  const [plain, bold] = [`${SERIF}.ttf`, `${SERIF}-Bold.ttf`];
  return existsSync(plain) && existsSync(bold)
    ? { plain: [readFileSync(plain)], bold: [readFileSync(bold)] }
    : undefined;
}

async function score(plan: string, kind: string, bytes: Uint8Array, plans: string, folder: string): Promise<void> {
  const startedAt = performance.now();
  const outcome = await readSourceDocument(bytes, `${plan}.${kind}`);
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  if (!outcome.ok) {
    console.log(`${plan} as ${kind}: refused, ${outcome.refusal.code}`);
    return;
  }
  const predicted = join(folder, `${plan}.json`);
  writeFileSync(predicted, JSON.stringify(toExchangeFormat(readPlan(outcome.value))));
  const gold = join(plans, `${plan}.gold.json`);
  const { stdout } = spawnSync(process.execPath, [join(plans, 'score.mjs'), gold, predicted], { encoding: 'utf8' });
  console.log(`${plan.padEnd(15)} ${kind.padEnd(8)} ${stdout.trim().split('\n').at(-1)}  ${seconds} s`);
}
