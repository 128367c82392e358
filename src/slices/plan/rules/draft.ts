import { z } from 'zod';
import { deadlineShape, targetShape } from '../../tasks/index.ts';

/** Where a field stands in the document; see `Place` of the reading slice. */
export const place = z.object({
  block: z.number().int(),
  page: z.number().int().optional(),
  sheet: z.string().optional(),
  row: z.number().int().optional(),
  column: z.number().int().optional(),
  from: z.number().int().optional(),
  to: z.number().int().optional(),
  box: z.array(z.number()).length(4).optional(),
});

const words = z.string().max(5000);

/** What every item of a draft carries beside its fields. */
const item = {
  /** Stable inside the review: "task-3". */
  key: z.string().max(60),
  state: z.enum(['unchecked', 'checked', 'dropped']),
  /** 0–1, the least sure field; 1 for what a person typed. */
  confidence: z.number().min(0).max(1),
  doubts: z.array(z.string().max(60)),
  /** Field name → where it was read; further values of a list as "leads.1". */
  places: z.record(z.string(), place),
};

const names = z.array(z.string().max(400)).max(60);
const points = z.number().min(-1000).max(10_000).nullable();
const timing = { deadlineText: words.nullable(), deadlines: z.array(deadlineShape).max(40) };

export const areaDraft = z.object({
  ...item,
  ordinal: z.number().int().min(0).max(99),
  name: words,
  score: points,
  max: points,
  percent: points,
  criteria: z.number().int().nullable(),
  subcriteria: z.number().int().nullable(),
});

export const deficitDraft = z.object({
  ...item,
  area: z.number().int().nullable(),
  criterion: words,
  score: points,
  max: points,
  reason: words.nullable(),
  responsible: names,
  remedy: words.nullable(),
  leads: names,
  coordinators: names,
  ...timing,
});

export const taskDraft = z.object({
  ...item,
  area: z.number().int().nullable(),
  ordinal: z.string().max(20).nullable(),
  title: words,
  products: z.array(words).max(60),
  leads: names,
  coordinators: names,
  targets: z.array(targetShape).max(40),
  ...timing,
});

export const obligationDraft = z.object({
  ...item,
  who: words.nullable(),
  to: words.nullable(),
  what: words,
  deadlineText: words,
  deadlines: z.array(deadlineShape).max(40),
});

export const resultDraft = z.object({
  ...item,
  year: z.number().int().nullable(),
  total: points,
  max: points,
  grade: z.string().max(60).nullable(),
  rank: z.number().int().nullable(),
  rankOf: z.number().int().nullable(),
  totalChange: points,
  rankChange: z.number().int().nullable(),
});

export const headDraft = z.object({
  ...item,
  kind: z.enum(['remediation-plan', 'annual-plan']),
  title: words.nullable(),
  agency: words.nullable(),
  province: words.nullable(),
  number: z.string().max(100).nullable(),
  date: z.string().max(10).nullable(),
  planYear: z.number().int().min(2000).max(2100).nullable(),
  assessedYear: z.number().int().min(2000).max(2100).nullable(),
});

/** What the reviewer decided about a figure that does not agree; `figure` counts in the list of findings from 0. */
const figureDecision = z.object({ figure: z.number().int().min(0), choice: z.enum(['keep', 'correct']) });

/** The fields of a document as read and as corrected so far. */
export const draftShape = z.object({
  document: headDraft,
  result: resultDraft.nullable(),
  areas: z.array(areaDraft).max(40),
  deficits: z.array(deficitDraft).max(500),
  tasks: z.array(taskDraft).max(1000),
  obligations: z.array(obligationDraft).max(500),
  decisions: z.array(figureDecision).max(1000),
});

export type Draft = z.infer<typeof draftShape>;
export type DraftTask = z.infer<typeof taskDraft>;
export type DraftDeficit = z.infer<typeof deficitDraft>;
export type DraftArea = z.infer<typeof areaDraft>;
export type DraftObligation = z.infer<typeof obligationDraft>;
export type DraftPlace = z.infer<typeof place>;
export type FigureDecision = z.infer<typeof figureDecision>;
export type DraftItem = Pick<DraftTask, 'key' | 'state' | 'confidence' | 'doubts' | 'places'>;
