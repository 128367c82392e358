import { z } from 'zod';

export const year = z.coerce.number().int().min(2000).max(2100);
export const leafCode = z.string().regex(/^[\w.-]{1,30}$/);
export const decimal = z.string().regex(/^\d{1,6}(\.\d{1,6})?$/);
export const taskId = z.templateLiteral(['task_', z.string().max(80)]);
export const tieRule = z.enum(['skip', 'dense']);
export const stage = z.enum(['self', 'appraisal-1', 'final']);

export const measureBody = z.object({
  leafCode: z.string(),
  entryId: z.string(),
  input: z.record(z.string(), z.unknown()).nullable(),
  extractedOn: z.string().nullable(),
  evidence: z.string().nullable(),
  enteredName: z.string(),
  enteredAt: z.string(),
});
const stageBody = z.object({ leafCode: z.string(), stage, points: z.string(), reason: z.string().nullable() });
const rankingBody = z.object({
  name: z.string(),
  points: z.string(),
  isOwn: z.boolean(),
  areas: z.record(z.string(), z.string()),
});
export const supposition = z.looseObject({
  kind: z.enum(['measure', 'adjust', 'evidence-refused']),
  code: leafCode,
});

const texts = z.object({ vi: z.string(), en: z.string() });
export const figuresBody = z.object({
  numerator: z.string().optional(),
  denominator: z.string().optional(),
  count: z.string().optional(),
  value: z.string().optional(),
  expected: z.string().optional(),
  late: z.string().optional(),
  missing: z.string().optional(),
});
export const cellBody = z.object({ month: z.string().nullable(), unitId: z.string().nullable(), figures: figuresBody });
export const definitionBody = z.object({
  key: z.string(),
  label: texts,
  kind: z.enum(['count', 'share', 'sum', 'average', 'latest', 'lateness']),
  unit: z.string().nullable(),
  target: z.object({ op: z.enum(['>=', '>', '=', '<', '<=']), value: z.string() }).nullable(),
  /** Event, part or level of a rule that it was made for, from 0. */
  place: z.number().optional(),
});
const tieBody = z.object({
  leafCode: z.string(),
  /** Event, part or level of the rule that the measure fills, from 0. */
  place: z.number(),
  measureKey: z.string(),
  counts: z.enum(['computed', 'entered']),
  decidedName: z.string(),
  decidedAt: z.string(),
  definition: definitionBody.nullable(),
  figures: figuresBody.nullable(),
  extractedAt: z.string().nullable(),
  /** Address of the records behind the figures. */
  address: z.string().nullable(),
});
const frozenBody = z.object({
  leafCode: z.string(),
  source: z.enum(['computed', 'entered']),
  input: z.record(z.string(), z.unknown()).nullable(),
  entryId: z.string().nullable(),
  measureKey: z.string().nullable(),
  figures: figuresBody.nullable(),
  byUnit: z.array(cellBody).nullable(),
  /** Every measure of a leaf whose rule has several places. */
  places: z
    .array(
      z.object({
        place: z.number(),
        measureKey: z.string(),
        figures: figuresBody.nullable(),
        byUnit: z.array(cellBody),
      }),
    )
    .nullable(),
  extractedAt: z.string().nullable(),
});
const evidenceBody = z.object({
  evidenceId: z.string(),
  title: z.string(),
  fileId: z.string().nullable(),
  fileName: z.string().nullable(),
  byteCount: z.number().nullable(),
  documentNumber: z.string().nullable(),
  documentDate: z.string().nullable(),
  issuer: z.string().nullable(),
  address: z.string().nullable(),
  createdName: z.string(),
  createdAt: z.string(),
  leaves: z.array(z.object({ leafCode: z.string(), wanted: z.number().nullable() })),
});
const reachBody = z.object({
  leafCode: z.string(),
  effort: z.string().nullable(),
  certainty: z.string().nullable(),
  ownerUnitId: z.string().nullable(),
});
export const lossBody = z.object({
  lossId: z.string(),
  codes: z.array(z.string()),
  amount: z.string(),
  cause: z.string(),
  remedy: z.string().nullable(),
  origin: z.enum(['typed', 'imported', 'plan', 'result']),
  deficitId: z.string().nullable(),
  units: z.array(z.object({ unitId: z.string().nullable(), name: z.string(), weight: z.string(), share: z.string() })),
  taskIds: z.array(z.string()),
  createdName: z.string(),
  createdAt: z.string(),
  version: z.number(),
});
export const linkBody = z.object({
  kind: z.enum(['same', 'moved', 'split', 'merged', 'dropped', 'new']),
  from: z.array(leafCode).max(50),
  to: z.array(leafCode).max(50),
});
const carriedBody = z.object({
  link: linkBody,
  points: z.string().nullable(),
  oldMax: z.string(),
  newMax: z.string(),
  oldRatio: z.string().nullable(),
  comparison: z.enum(['comparable', 'by-percent', 'group-only', 'not-comparable']),
});

export const indexBody = z.object({
  year: z.number(),
  settings: z
    .object({
      setId: z.string(),
      target: z.string().nullable(),
      closingOn: z.string().nullable(),
      measuredFrom: z.string().nullable(),
      frozenAt: z.string().nullable(),
      /** How equal results share places: skip 1, 2, 2, 4; dense 1, 2, 2, 3. */
      ties: tieRule,
    })
    .nullable(),
  /** The set as YAML: the browser scores it with the same rules. */
  source: z.string().nullable(),
  measures: z.array(measureBody),
  /** What counts from the closing date on. */
  frozen: z.array(frozenBody),
  /** Measures that feed leaves, with their figures of now. */
  ties: z.array(tieBody),
  evidence: z.array(evidenceBody),
  reaches: z.array(reachBody),
  losses: z.array(lossBody),
  /** Last year's points where this year's set has them. */
  carried: z.array(carriedBody),
  stages: z.array(stageBody),
  lastYear: z.array(stageBody),
  tasks: z.array(
    z.object({
      leafCode: z.string(),
      taskId: z.string(),
      title: z.string(),
      dueOn: z.string().nullable(),
      state: z.string(),
      leadUnitId: z.string().nullable(),
    }),
  ),
  ranking: z.array(rankingBody),
  lastRanking: z.array(rankingBody),
  scenarios: z.array(
    z.object({ scenarioId: z.string(), name: z.string(), suppositions: z.array(supposition), createdAt: z.string() }),
  ),
});
