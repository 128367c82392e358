import { z } from 'zod';
import { type CivilDate, parseCivilDate } from '../kernel/civil-date.ts';

/** Shapes that the routes of every slice use. */
export const unitId = z.templateLiteral(['unit_', z.string().max(80)]);
export const userId = z.templateLiteral(['user_', z.string().max(80)]);
export const sessionId = z.templateLiteral(['session_', z.string().max(80)]);
export const fileId = z.templateLiteral(['file_', z.string().max(80)]);

/** A day as YYYY-MM-DD. */
export const civilDay = z
  .custom<CivilDate>((value) => typeof value === 'string' && parseCivilDate(value) !== null, 'YYYY-MM-DD')
  .meta({ type: 'string', format: 'date' });

/** Which version of a record somebody saw: small enough for the database's own whole numbers. */
export const recordVersion = z.number().int().min(0).max(2_000_000_000);

/** The answer of a change that has nothing else to say. */
export const doneBody = z.object({ done: z.literal(true) });
export const done = { done: true as const };
