import { z } from 'zod';
import type { Context } from '../../../server/context.ts';
import { type App, refusalAnswers, requireRight, valueOrRefuse } from '../../../server/http.ts';
import { civilDay } from '../../../server/shapes.ts';
import { findMonth, proposeMonth } from '../actions/month.ts';
import { staffRefusals } from '../actions/refusals.ts';
import { approveYear, findYear, staffKinds } from '../actions/year.ts';
import { grades } from '../rules/grades.ts';
import type { YearProposal } from '../rules/year-grade.ts';

const tags = ['staff'];
const grade = z.enum(grades);
const month = z.string().regex(/^20\d\d-(0[1-9]|1[0-2])$/);
const year = z.coerce.number().int().min(2001).max(2100);
const texts = z.object({ vi: z.string(), en: z.string() });
const line = z.object({ recordId: z.string(), code: z.string(), unitId: z.string().nullable() });

const monthLine = line.extend({
  points: z.string().nullable(),
  lateShare: z.string().nullable(),
  ceiling: grade.nullable(),
  proposed: grade.nullable(),
  trace: z.array(texts),
  written: grade.nullable(),
  decided: grade.nullable(),
  isAboveCeiling: z.boolean(),
});

const kind = z.enum(staffKinds);
const yearLine = line.extend({
  kind,
  grade: grade.nullable(),
  isApproved: z.boolean(),
  proposed: grade.nullable(),
  points: z.string().nullable(),
  cappedBy: z.array(z.enum(['late-dossiers', 'unit', 'discipline'])),
});
const unlistedLine = yearLine.omit({ recordId: true, grade: true, isApproved: true });
const quota = z.object({
  kind,
  rated: z.number(),
  ungraded: z.number(),
  goodOrBetter: z.number(),
  excellent: z.number(),
  allowed: z.number(),
  over: z.number(),
});

const decision = z.object({
  number: z.string().trim().min(1).max(100),
  date: civilDay.nullable(),
  issuer: z.string().max(200).nullable(),
  subject: z.string().max(500).nullable(),
});

/** Monthly proposals and yearly grades of the people in the registers. */
export async function ratingRoutes(app: App, context: Context): Promise<void> {
  app.get(
    '/api/staff/months/:month',
    {
      schema: {
        operationId: 'findRatingMonth',
        tags,
        params: z.object({ month }),
        response: { 200: z.object({ lines: z.array(monthLine) }), ...refusalAnswers },
      },
    },
    async (request) => {
      const person = requireRight(request, 'register.read');
      const lines = valueOrRefuse(await findMonth(context, person, request.params.month), staffRefusals);
      return {
        lines: lines.map(({ proposal, version: _version, writtenTrace: _trace, ...one }) => ({
          ...one,
          points: proposal?.points.toFixed() ?? null,
          lateShare: proposal?.lateShare?.toDecimalPlaces(2).toFixed() ?? null,
          ceiling: proposal?.ceiling ?? null,
          proposed: proposal?.grade ?? null,
          trace: [...(proposal?.trace ?? [])],
        })),
      };
    },
  );

  app.post(
    '/api/staff/months/:month/proposals',
    {
      schema: {
        operationId: 'proposeRatings',
        tags,
        params: z.object({ month }),
        response: { 200: z.object({ changed: z.number() }), ...refusalAnswers },
      },
    },
    async (request) => {
      const person = requireRight(request, 'register.change');
      return valueOrRefuse(await proposeMonth(context, person, request.params.month), staffRefusals);
    },
  );

  app.get(
    '/api/staff/years/:year',
    {
      schema: {
        operationId: 'findRatingYear',
        tags,
        params: z.object({ year }),
        response: {
          200: z.object({
            lines: z.array(yearLine),
            /** Whose months are in the register, and whose year is not yet. */
            unlisted: z.array(unlistedLine),
            quotas: z.array(quota),
          }),
          ...refusalAnswers,
        },
      },
    },
    async (request) => {
      const person = requireRight(request, 'register.read');
      const found = valueOrRefuse(await findYear(context, person, request.params.year), staffRefusals);
      const told = (proposal: YearProposal | null) => ({
        proposed: proposal?.grade ?? null,
        points: proposal?.points?.toFixed() ?? null,
        cappedBy: [...(proposal?.cappedBy ?? [])],
      });
      return {
        quotas: [...found.quotas],
        lines: found.lines.map(({ proposal, version: _version, ...one }) => ({ ...one, ...told(proposal) })),
        unlisted: found.unlisted.map(({ proposal, ...one }) => ({ ...one, ...told(proposal) })),
      };
    },
  );

  app.post(
    '/api/staff/years/:year/approval',
    {
      schema: {
        operationId: 'approveGrades',
        tags,
        params: z.object({ year }),
        body: z.object({ kind, gradedOn: civilDay, decision, isExceptional: z.boolean() }),
        response: { 200: z.object({ changed: z.number() }), ...refusalAnswers },
      },
    },
    async (request) => {
      const person = requireRight(request, 'register.change');
      const form = { ...request.body, year: request.params.year };
      return valueOrRefuse(await approveYear(context, person, form), staffRefusals);
    },
  );
}
