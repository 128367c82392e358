import { z } from 'zod';
import { deadlineShape } from '../../tasks/index.ts';
import { namedUnit } from '../../tasks/wire.ts';
import { draftShape } from '../rules/draft.ts';

export const reviewId = z.templateLiteral(['review_', z.string().max(80)]);

export const planHeadBody = z.object({
  planId: z.string(),
  kind: z.enum(['remediation-plan', 'annual-plan']),
  title: z.string(),
  number: z.string().nullable(),
  issuedOn: z.string().nullable(),
  planYear: z.number(),
  assessedYear: z.number().nullable(),
  revision: z.number(),
  result: draftShape.shape.result,
});

export const areaBody = z.object({
  ordinal: z.number(),
  name: z.string(),
  score: z.string().nullable(),
  max: z.string().nullable(),
  percent: z.string().nullable(),
  criteria: z.number().nullable(),
  subcriteria: z.number().nullable(),
});

export const deficitBody = z.object({
  deficitId: z.string(),
  areaOrdinal: z.number().nullable(),
  criterion: z.string(),
  score: z.string().nullable(),
  max: z.string().nullable(),
  lost: z.string().nullable(),
  reason: z.string().nullable(),
  remedy: z.string().nullable(),
  deadlineText: z.string().nullable(),
  deadlines: z.array(deadlineShape),
  responsible: z.array(namedUnit),
  leads: z.array(namedUnit),
  coordinators: z.array(namedUnit),
  openTaskIds: z.array(z.string()),
  doneTaskIds: z.array(z.string()),
  coverage: z.enum(['uncovered', 'covered', 'won-back']),
});

export const lossSums = z.object({
  uncovered: z.string(),
  covered: z.string(),
  'won-back': z.string(),
  unexplained: z.string(),
  total: z.string(),
});
