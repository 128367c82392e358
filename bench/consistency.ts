import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkFigures, type FigureFinding } from '../src/slices/consistency/index.ts';
import { readPlanText, type SourceDocument } from '../src/slices/reading/index.ts';

const FIXTURES = join('src', 'slices', 'consistency', 'fixtures');
const NO_ALARM = 'no-alarm.txt';
const PLANS = join('src', 'slices', 'reading', 'fixtures');
const SLIPS = 500;
const SEED = 20_310_115;

/** Slips of one digit in consistent documents, and texts with numbers that claim nothing: how many are told rightly. */
export async function benchConsistency(): Promise<void> {
  const reports = readdirSync(FIXTURES)
    .filter((name) => name.endsWith('.txt') && name !== NO_ALARM)
    .map((name) => readFileSync(join(FIXTURES, name), 'utf8'));
  tellPrecision(reports);
  tellRecall(reports);
  tellUnseen();
}

type Planted = { readonly text: string; readonly printed: number; readonly right: number };

/** Slips and tempting figures that were written before the rules which read them (`fixtures/unseen.json`). */
function tellUnseen(): void {
  const texts: Readonly<Record<string, (Planted | string)[]>> = JSON.parse(
    readFileSync(join(FIXTURES, 'unseen.json'), 'utf8'),
  );
  const all = Object.values(texts).flat();
  const planted = all.flatMap((text) => (typeof text === 'string' ? [] : [text]));
  const clean = all.flatMap((text) => (typeof text === 'string' ? [text] : []));
  const failsOf = (text: string) => checkFigures(documentOf(text)).filter((finding) => !finding.holds);
  const told = planted.map((slip) => ({ slip, fails: failsOf(slip.text) }));
  const right = told.filter(({ slip, fails }) =>
    fails.some(({ proposal }) => proposal?.stated === slip.printed && proposal.proposed === slip.right),
  );
  const found = told.filter(({ fails }) => fails.length > 0).length;
  const alarms = clean.flatMap(failsOf).length;
  console.log(
    `consistency: of ${planted.length} planted slips found ${found}, with the right repair ${right.length}; ` +
      `${alarms} false alarms in ${clean.length} clean texts`,
  );
}

/** Every report on a consistent text is a false alarm. */
function tellPrecision(reports: readonly string[]): void {
  const sentences = readFileSync(join(FIXTURES, NO_ALARM), 'utf8').trim().split('\n');
  const plans = readdirSync(PLANS)
    .filter((name) => name.endsWith('.txt'))
    .map((name) => readFileSync(join(PLANS, name), 'utf8'));
  const texts = [...sentences, sentences.join('\n\n'), ...plans, ...reports];
  const findings = texts.flatMap((text) => checkFigures(documentOf(text)));
  const alarms = findings.filter((finding) => !finding.holds);
  console.log(
    `consistency: ${texts.length} consistent texts, ${findings.length} relations, ${alarms.length} false alarms`,
  );
  for (const alarm of alarms) console.log(`  false alarm: ${alarm.text} (${alarm.stated} / ${alarm.computed})`);
}

type Slip = { readonly text: string; readonly original: number; readonly changed: number };

function tellRecall(reports: readonly string[]): void {
  const random = randomFrom(SEED);
  const places = reports.flatMap((text) => numbersThatCount(text).map((place) => ({ text, ...place })));
  const total = { found: 0, right: 0, wrong: 0 };
  for (let turn = 0; turn < SLIPS; turn += 1) {
    const place = places[Math.floor(random() * places.length)];
    const slip = place && slipOf(place, random);
    if (!slip) continue;
    const failing = checkFigures(documentOf(slip.text)).filter((finding) => !finding.holds);
    if (failing.length === 0) continue;
    total.found += 1;
    const proposals = failing.flatMap(({ proposal }) => (proposal ? [proposal] : []));
    if (proposals.some((one) => one.stated === slip.changed && one.proposed === slip.original)) total.right += 1;
    else if (proposals.length > 0) total.wrong += 1;
  }
  const share = (count: number) => `${((100 * count) / SLIPS).toFixed(1)} %`;
  console.log(
    `consistency: of ${SLIPS} slips of one digit in ${places.length} numbers that a relation uses: found ${share(total.found)}, ` +
      `right repair proposed ${share(total.right)}, another repair ${share(total.wrong)}, found without a repair ` +
      `${share(total.found - total.right - total.wrong)}`,
  );
}

type NumberAt = { readonly from: number; readonly to: number };

/** The numbers on which what is found depends: a gross change of one changes the findings. */
function numbersThatCount(text: string): NumberAt[] {
  const before = keyOf(checkFigures(documentOf(text)));
  return [...text.matchAll(/\d+(?:[.,]\d+)*/g)].flatMap((match) => {
    const to = match.index + match[0].length;
    const changed = `${text.slice(0, match.index)}9${match[0]}${text.slice(to)}`;
    return keyOf(checkFigures(documentOf(changed))) === before ? [] : [{ from: match.index, to }];
  });
}

function keyOf(findings: readonly FigureFinding[]): string {
  return findings.map(({ relation, stated, computed }) => `${relation} ${stated} ${computed}`).join('|');
}

function slipOf({ text, from, to }: NumberAt & { readonly text: string }, random: () => number): Slip {
  const digits = [...text.slice(from, to)].flatMap((sign, index) => (/\d/.test(sign) ? [index] : []));
  const at = from + (digits[Math.floor(random() * digits.length)] ?? 0);
  const old = Number(text.charAt(at));
  const digit = (old + 1 + Math.floor(random() * 9)) % 10;
  const slipped = `${text.slice(0, at)}${digit}${text.slice(at + 1)}`;
  return { text: slipped, original: readValue(text.slice(from, to)), changed: readValue(slipped.slice(from, to)) };
}

function readValue(printed: string): number {
  return Number(printed.replaceAll('.', '').replace(',', '.'));
}

function documentOf(text: string): SourceDocument {
  return readPlanText(text);
}

/** A repeatable stream of numbers in [0, 1). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
}
