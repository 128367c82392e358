import { Decimal, formatPaperNumber } from '../../../kernel/decimal.ts';
import { ApiError } from '../../../web/api/api-error.ts';
import type { GetIndexAnswer, SaveStageBody } from '../../../web/client.generated.ts';
import type { FieldErrors } from '../../../web/ui/Field.tsx';
import type { FormValues } from '../../../web/ui/useForm.ts';
import {
  type PastedScore,
  type PointsFault,
  type PointsLeaf,
  readPoints,
  refusePoints,
} from '../rules/pasted-points.ts';

export const STAGES = ['final', 'appraisal-1', 'self'] as const satisfies readonly SaveStageBody['stage'][];
export type Stage = (typeof STAGES)[number];

export const isStage = (text: string | undefined): text is Stage => STAGES.some((stage) => stage === text);

/** Names of the two fields of a leaf. */
export const pointsField = (leafCode: string): string => `points-${leafCode}`;
export const reasonField = (leafCode: string): string => `reason-${leafCode}`;

type Score = Pick<PastedScore, 'leafCode' | 'points' | 'reason'>;

export const scoresOf = (data: GetIndexAnswer, stage: Stage): Score[] =>
  data.stages.filter((score) => score.stage === stage);

/** Points by leaf code. */
export const pointsByLeaf = (scores: readonly Score[]): Record<string, Decimal> =>
  Object.fromEntries(scores.map(({ leafCode, points }) => [leafCode, new Decimal(points)]));

/** Scores as the form holds them: points as on paper. */
export function fieldsOfScores(scores: readonly Score[]): FormValues {
  return Object.fromEntries(
    scores.flatMap(({ leafCode, points, reason }) => [
      [pointsField(leafCode), formatPaperNumber(points)],
      [reasonField(leafCode), reason ?? ''],
    ]),
  );
}

/** Both fields of every leaf, empty where nobody stated points. */
export function fieldsOfLeaves(leaves: readonly PointsLeaf[], scores: readonly Score[]): FormValues {
  const empty = leaves.flatMap(({ code }) => [[pointsField(code), ''] as const, [reasonField(code), ''] as const]);
  return {
    ...Object.fromEntries(empty),
    ...fieldsOfScores(scores.filter((one) => leaves.some(({ code }) => code === one.leafCode))),
  };
}

/** What is typed, as it is sent: leaves without points are left out. */
export function scoresOfFields(leaves: readonly PointsLeaf[], values: FormValues): Score[] {
  return leaves.flatMap(({ code }) => {
    const points = readPoints(values[pointsField(code)] ?? '');
    return points === null ? [] : [{ leafCode: code, points, reason: values[reasonField(code)]?.trim() || null }];
  });
}

/** Errors by field, in the order of the leaves. A reason without points has nothing to explain. */
export function checkFields(
  leaves: readonly PointsLeaf[],
  values: FormValues,
  say: (fault: PointsFault, leaf: PointsLeaf) => string,
): FieldErrors {
  return Object.fromEntries(
    leaves.flatMap((leaf) => {
      const [points = '', reason = ''] = [values[pointsField(leaf.code)], values[reasonField(leaf.code)]];
      if (points.trim() === '' && reason.trim() === '') return [];
      const fault = refusePoints(points, leaf);
      return fault === null ? [] : [[pointsField(leaf.code), say(fault, leaf)]];
    }),
  );
}

/** A refusal of the server that names a leaf, as one that names the field of the leaf. */
export function refusalAtField(error: unknown): unknown {
  if (!(error instanceof ApiError) || typeof error.details.leafCode !== 'string') return error;
  const fields = [{ field: pointsField(error.details.leafCode) }];
  return new ApiError(error.status, error.code, error.message, { ...error.details, fields });
}

/** Points as on paper; a dash where there are none, which is not zero. */
export const pointsText = (points: Decimal | null): string => (points ? formatPaperNumber(points) : '–');

/** Stated minus computed, with its sign: "+0,5", "−0,25". */
export function gapText(gap: Decimal | null): string {
  if (!gap || gap.isZero()) return pointsText(gap);
  return `${gap.isPositive() ? '+' : '−'}${formatPaperNumber(gap.abs())}`;
}
