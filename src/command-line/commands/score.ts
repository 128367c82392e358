import process from 'node:process';
import { parseArgs } from 'node:util';
import type { Decimal } from '../../kernel/decimal.ts';
import { formatPaperNumber } from '../../kernel/decimal.ts';
import { type CriteriaSet, SCORE_STAGES, type ScoreStage } from '../../slices/criteria/index.ts';
import {
  type ExtraPoints,
  explainLeaf,
  type LeafScore,
  type Measures,
  reckonSet,
  type ScoreResult,
  type SetPoints,
  scoreSet,
  unknownFields,
} from '../../slices/scoring/index.ts';
import { findRepeatedKeys, parseMeasures } from './measures-file.ts';
import { readSet, readText } from './read-set.ts';

const USAGE =
  'Dùng: caicach score SET.yaml MEASURES.json [--json] [--stage self|appraisal_1|explanation|appraisal_2_final]\n';

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

function resultText(set: CriteriaSet, result: SetPoints): string {
  const percent = result.percent ? `${formatPaperNumber(result.percent)}%` : '–';
  const soFar = result.isComplete ? '' : ' (chưa đủ số liệu, mới là điểm đến nay)';
  return [
    ...result.leaves.map((leaf) => explainLeaf(set, leaf, 'vi')),
    ...result.areas.map(
      (area) => `${area.code} ${area.name}: ${formatPaperNumber(area.points)}/${formatPaperNumber(area.possible)}`,
    ),
    `Thưởng ${formatPaperNumber(result.bonusTotal)}; trừ ${formatPaperNumber(result.penaltyTotal)}`,
    `Tổng: ${formatPaperNumber(result.total)}/${formatPaperNumber(result.possible)} = ${percent}, xếp loại ${result.grade ?? '–'}${soFar}`,
    '',
  ].join('\n');
}

/** What stands in the file and was not scored with: codes and fields that the set does not have. */
function strangersIn(set: CriteriaSet, measures: Measures, unknownCodes: readonly string[]): string[] {
  const fields = [...set.leaves, ...set.bonus, ...set.penalty].flatMap(({ code, rule }) =>
    unknownFields(rule, measures[code]).map(
      (field) =>
        `${code}: không có trường “${field}” ở cách chấm này, số liệu đó bị bỏ qua (the rule has no field “${field}”)`,
    ),
  );
  const codes = unknownCodes.map(
    (code) => `${code}: bộ tiêu chí không có mã này, số liệu bị bỏ qua (no such code in the set)`,
  );
  return [...fields, ...codes];
}

/** Says on the error channel what was refused, left out and doubted; the answer is the exit code. */
function reportRefusals(set: CriteriaSet, measures: Measures, result: SetPoints): number {
  const refused = [
    ...result.leaves.flatMap(({ leaf, refusal }) => (refusal ? [{ code: leaf.code, refusal }] : [])),
    ...[...result.bonus, ...result.penalty].flatMap(({ code, refusal }) => (refusal ? [{ code, refusal }] : [])),
  ];
  for (const { code, refusal } of refused)
    process.stderr.write(`${code}: ${refusal.message.vi} (${refusal.message.en})\n`);
  for (const { leaf, doubts } of result.leaves)
    for (const doubt of doubts) process.stderr.write(`${leaf.code}: ${doubt.vi} (${doubt.en})\n`);
  const strangers = strangersIn(set, measures, result.unknownCodes);
  for (const stranger of strangers) process.stderr.write(`${stranger}\n`);
  return refused.length + strangers.length > 0 ? 1 : 0;
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
  const repeated = findRepeatedKeys(text);
  for (const key of repeated)
    process.stderr.write(`${key}: ghi hai lần trong “${measuresPath}”, không rõ lấy số nào (stands there twice)\n`);
  if (repeated.length > 0) return 1;
  const set = parsed.value;
  if (asJson) {
    const result = scoreSet(set, measures, { stage });
    process.stdout.write(`${JSON.stringify(resultJson(result), null, 2)}\n`);
    return reportRefusals(set, measures, result);
  }
  const result = reckonSet(set, measures, { stage });
  process.stdout.write(resultText(set, result));
  return reportRefusals(set, measures, result);
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
