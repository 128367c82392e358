import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { readPlan, type SourceDocument, toExchangeFormat } from '../src/slices/reading/index.ts';
import { readSourceDocument } from '../src/slices/reading/server.ts';
import { drawPlan, pastedText, tabbedText } from '../src/testing/drawn-plan.ts';
import { makePdfFromDocument } from '../src/testing/plan-as-pdf.ts';
import { makeWordFromDocument } from '../src/testing/plan-as-word.ts';
import { convertWord } from './office.ts';

const UNSEEN = join(import.meta.dirname, '../src/slices/reading/fixtures/unseen');
const KINDS = ['txt', 'docx', 'doc', 'pdf', 'aside', 'paste', 'raw', 'layout'] as const;
type Kind = (typeof KINDS)[number];
type Tally = { tp: number; fp: number; fn: number };
type Tallies = Map<string, Tally>;

/**
 * The plans of `fixtures/unseen`, whose gold was written before our reader saw them, in several forms, held against their
 * gold field by field: text with tabs, Word, PDF (by LibreOffice where the machine has it), text as pasted from a PDF; when
 * asked for, old Word and a PDF whose wide tables stand on pages turned aside, and what the program pdftotext gives. What it prints is what the reader does today; first-sight figures stand in the slice's README.
 */
export async function benchUnseenPlans(): Promise<void> {
  const scorer = join(process.env.CAICACH_PLANS ?? '../shared/plans', 'score.mjs');
  if (!existsSync(scorer)) {
    console.log(`unseen plans: skipped, no ${scorer}`);
    return;
  }
  const wanted = process.env.CAICACH_UNSEEN ?? '';
  const kinds = KINDS.filter((kind) => (process.env.CAICACH_KINDS ?? 'txt,docx,pdf,paste').split(',').includes(kind));
  const names = readdirSync(UNSEEN).filter((name) => name.endsWith('.plan') && name.includes(wanted));
  const folder = mkdtempSync(join(tmpdir(), 'caicach-unseen-'));
  try {
    for (const kind of kinds) await benchKind(kind, names, { folder, scorer });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

type Tools = { readonly folder: string; readonly scorer: string };

async function benchKind(kind: Kind, names: readonly string[], tools: Tools): Promise<void> {
  const all: Tallies = new Map();
  const scores: number[] = [];
  for (const name of names) {
    const tallies = await scorePlan(kind, name, tools);
    const own = new Map([...tallies].filter(([group]) => group === 'overall'));
    scores.push(f1(own.get('overall')));
    console.log(`${kind.padEnd(6)}${name.padEnd(40)} ${f1(own.get('overall')).toFixed(3)}`);
    for (const [group, { tp, fp, fn }] of tallies) {
      const sum = all.get(group) ?? { tp: 0, fp: 0, fn: 0 };
      all.set(group, { tp: sum.tp + tp, fp: sum.fp + fp, fn: sum.fn + fn });
    }
  }
  const mean = scores.reduce((sum, score) => sum + score, 0) / Math.max(1, scores.length);
  const groups = [...all].map(([group, tally]) => `${group} ${f1(tally).toFixed(3)}`).join('  ');
  console.log(`${kind.padEnd(6)}mean of ${names.length}: ${mean.toFixed(3)}; by field: ${groups}`);
}

async function scorePlan(kind: Kind, name: string, { folder, scorer }: Tools): Promise<Tallies> {
  const [bytes, file] = await fileOf(kind, readFileSync(join(UNSEEN, name), 'utf8'), folder);
  const outcome = await readSourceDocument(bytes, file);
  if (!outcome.ok) throw new Error(`${name} as ${kind}: ${outcome.refusal.code}`);
  const predicted = join(folder, 'read.json');
  writeFileSync(predicted, JSON.stringify(toExchangeFormat(readPlan(outcome.value))));
  const gold = join(UNSEEN, name.replace('.plan', '.gold.json'));
  const verbose = process.env.CAICACH_VERBOSE ? ['--verbose'] : [];
  const { stdout } = spawnSync(process.execPath, [scorer, gold, predicted, ...verbose], { encoding: 'utf8' });
  if (verbose.length > 0) console.log(stdout);
  return new Map(
    [...stdout.matchAll(/^(?<group>\w+)\s+F1 \S+\s+tp (?<tp>\d+) fp (?<fp>\d+) fn (?<fn>\d+)/gm)].map(
      (line) => [line.groups?.group ?? '', tallyOf(line.groups ?? {})] as const,
    ),
  ).set('overall', overallOf(stdout));
}

function overallOf(stdout: string): Tally {
  return tallyOf(/^overall F1 \S+\s+tp (?<tp>\d+) fp (?<fp>\d+) fn (?<fn>\d+)/m.exec(stdout)?.groups ?? {});
}

function tallyOf({ tp = '0', fp = '0', fn = '0' }: Readonly<Record<string, string>>): Tally {
  return { tp: Number(tp), fp: Number(fp), fn: Number(fn) };
}

function f1(tally: Tally | undefined): number {
  if (!tally || tally.tp + tally.fp + tally.fn === 0) return 1;
  return (2 * tally.tp) / (2 * tally.tp + tally.fp + tally.fn);
}

async function fileOf(kind: Kind, source: string, folder: string): Promise<[Uint8Array, string]> {
  const document = drawPlan(source);
  if (kind === 'docx') return [await makeWordFromDocument(document), 'ke-hoach.docx'];
  if (kind === 'doc') return [await oldWordOf(document, folder), 'ke-hoach.doc'];
  if (kind === 'pdf') return [await pdfOf(document, folder), 'ke-hoach.pdf'];
  if (kind === 'aside') return [await pdfOf(document, folder, 'aside'), 'ke-hoach.pdf'];
  if (kind === 'raw' || kind === 'layout')
    return [textOfPdf(await pdfOf(document, folder), kind, folder), 'ke-hoach.txt'];
  return [Buffer.from(kind === 'txt' ? tabbedText(document) : pastedText(document)), 'ke-hoach.txt'];
}

const WIDE_TABLE = 4;

async function pdfOf(document: SourceDocument, folder: string, wideTables: 'upright' | 'aside' = 'upright') {
  const word = await makeWordFromDocument(document, {
    isLandscape: (table) => wideTables === 'aside' && (table.rows[0]?.length ?? 0) >= WIDE_TABLE,
  });
  return convertWord(word, 'pdf', folder) ?? makePdfFromDocument(document);
}

async function oldWordOf(document: SourceDocument, folder: string): Promise<Uint8Array> {
  const old = convertWord(await makeWordFromDocument(document), 'doc', folder);
  if (!old) throw new Error('LibreOffice (soffice) is not on this machine: nothing else writes .doc');
  return old;
}

function textOfPdf(pdf: Uint8Array, kind: 'raw' | 'layout', folder: string): Uint8Array {
  writeFileSync(join(folder, 'ke-hoach.pdf'), pdf);
  const options = kind === 'layout' ? ['-layout'] : [];
  const made = spawnSync('pdftotext', [...options, join(folder, 'ke-hoach.pdf'), join(folder, 'ke-hoach.txt')]);
  if (made.status !== 0) throw new Error('pdftotext is not on this machine');
  return readFileSync(join(folder, 'ke-hoach.txt'));
}
