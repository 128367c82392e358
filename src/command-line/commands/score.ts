import process from 'node:process';
import { parseArgs } from 'node:util';
import type { Decimal } from '../../kernel/decimal.ts';
import { formatPaperNumber } from '../../kernel/decimal.ts';
import { SCORE_STAGES, type ScoreStage } from '../../slices/criteria/index.ts';
import {
  type ExtraPoints,
  type LeafScore,
  type Measures,
  type ScoreResult,
  scoreSet,
} from '../../slices/scoring/index.ts';
import { readSet, readText } from './read-set.ts';

const USAGE =
  'Dùng: caicach score SET.yaml MEASURES.json [--json] [--stage self|appraisal_1|explanation|appraisal_2_final]\n';

/** Figures keep every digit that was written: 0.1 never passes through floating point. */
function parseMeasures(text: string): Measures | null {
  const keepDigits = (_key: string, value: unknown, context: { source: string }): unknown =>
    typeof value === 'number' ? context.source : value;
  try {
    const measures: unknown = JSON.parse(text.replace(/^\uFEFF/, ''), keepDigits as Parameters<typeof JSON.parse>[1]);
    return typeof measures === 'object' && measures !== null && !Array.isArray(measures)
      ? (measures as Measures)
      : null;
  } catch {
    return null;
  }
}

const written = (value: Decimal | null): string | null => value?.toFixed() ?? null;

function leafJson({ leaf, points, lost, isApplicable, status, explanation, doubts, refusal }: LeafScore): object {
  return {
    code: leaf.code,
    points: written(points),
    max: written(leaf.max),
    lost: written(lost),
    applicable: isApplicable,
    explanation: explanation.vi,
    explanation_en: explanation.en,
    status,
    ...(doubts.length ? { warnings: doubts } : {}),
    ...(refusal ? { refusal } : {}),
  };
}

const extraJson = ({ code, points, cap, count, refusal }: ExtraPoints): object => ({
  code,
  points: written(points),
  cap: written(cap),
  count,
  ...(refusal ? { refusal } : {}),
});

function resultJson(result: ScoreResult): object {
  return {
    leaves: result.leaves.map(leafJson),
    areas: result.areas.map(({ code, points, possible }) => ({
      code,
      points: written(points),
      possible: written(possible),
    })),
    bonus: result.bonus.map(extraJson),
    penalty: result.penalty.map(extraJson),
    bonus_total: written(result.bonusTotal),
    penalty_total: written(result.penaltyTotal),
    total: written(result.total),
    possible: written(result.possible),
    percent: written(result.percent),
    grade: result.grade,
    complete: result.isComplete,
    unknown_codes: result.unknownCodes,
  };
}

function resultText(result: ScoreResult): string {
  const percent = result.percent ? `${formatPaperNumber(result.percent)}%` : '–';
  const soFar = result.isComplete ? '' : ' (chưa đủ số liệu, mới là điểm đến nay)';
  return [
    ...result.leaves.map((leaf) => leaf.explanation.vi),
    ...result.areas.map(
      (area) => `${area.code} ${area.name}: ${formatPaperNumber(area.points)}/${formatPaperNumber(area.possible)}`,
    ),
    `Thưởng ${formatPaperNumber(result.bonusTotal)}; trừ ${formatPaperNumber(result.penaltyTotal)}`,
    `Tổng: ${formatPaperNumber(result.total)}/${formatPaperNumber(result.possible)} = ${percent}, xếp loại ${result.grade ?? '–'}${soFar}`,
    '',
  ].join('\n');
}

/** Says on the error channel what was refused and what is doubtful; the answer is the exit code. */
function reportRefusals(result: ScoreResult): number {
  const refused = [
    ...result.leaves.flatMap(({ leaf, refusal }) => (refusal ? [{ code: leaf.code, refusal }] : [])),
    ...[...result.bonus, ...result.penalty].flatMap(({ code, refusal }) => (refusal ? [{ code, refusal }] : [])),
  ];
  for (const { code, refusal } of refused)
    process.stderr.write(`${code}: ${refusal.message.vi} (${refusal.message.en})\n`);
  for (const { leaf, doubts } of result.leaves)
    for (const doubt of doubts) process.stderr.write(`${leaf.code}: ${doubt.vi} (${doubt.en})\n`);
  for (const code of result.unknownCodes)
    process.stderr.write(`${code}: bộ tiêu chí không có mã này, số liệu bị bỏ qua (no such code in the set)\n`);
  return refused.length ? 1 : 0;
}

async function score(setPath: string, measuresPath: string, stage: ScoreStage, asJson: boolean): Promise<number> {
  const parsed = await readSet(setPath);
  if (!parsed.ok) {
    if (asJson) process.stdout.write(`${JSON.stringify({ faults: parsed.refusal }, null, 2)}\n`);
    return 1;
  }
  const text = await readText(measuresPath);
  if (text === null) return 1;
  const measures = parseMeasures(text);
  if (measures === null) {
    process.stderr.write(
      `caicach: “${measuresPath}” không phải JSON dạng {"mã": {...}} (not a JSON object of measures)\n`,
    );
    return 1;
  }
  const result = scoreSet(parsed.value, measures, { stage });
  process.stdout.write(asJson ? `${JSON.stringify(resultJson(result), null, 2)}\n` : resultText(result));
  return reportRefusals(result);
}

/** Null where an option is unknown: wrong use. */
function readWords(words: readonly string[]) {
  try {
    return parseArgs({
      args: [...words],
      options: { json: { type: 'boolean', default: false }, stage: { type: 'string', default: 'self' } },
      allowPositionals: true,
    });
  } catch {
    return null;
  }
}

/** `caicach score SET.yaml MEASURES.json`: points of every leaf with the reasons, areas, total, percentage and grade. */
export async function run(words: readonly string[]): Promise<number> {
  const { values, positionals } = readWords(words) ?? { values: {}, positionals: [] };
  const [setPath, measuresPath, ...rest] = positionals;
  const stage = SCORE_STAGES.find((one) => one === (values.stage ?? 'self'));
  if (setPath === undefined || measuresPath === undefined || rest.length || stage === undefined) {
    process.stderr.write(USAGE);
    return 2;
  }
  return score(setPath, measuresPath, stage, values.json === true);
}
