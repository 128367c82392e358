import { z } from 'zod';
import type { Deadline } from '../../deadlines/index.ts';

const words = z.string().max(5000);
const label = { label: z.string().max(400).optional() };
const day = z.iso.date();

/** A deadline in the exchange format (docs/plan-exchange-format.md). */
export const deadlineShape = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('by'), date: day, inclusive: z.boolean(), ...label }),
  z.object({ kind: z.literal('window'), from: day, to: day, ...label }),
  z.object({
    kind: z.literal('recurring'),
    every: z.enum(['week', 'month', 'quarter', 'half-year', 'year', 'reporting-period']),
    weekday: z.number().int().min(1).max(7).nullable().optional(),
    day: z.number().int().min(1).max(31).nullable(),
    month: z.number().int().min(1).max(12).nullable(),
    of: z.enum(['month', 'last-month', 'next-month']).nullable(),
    inclusive: z.boolean(),
    ...label,
  }),
  z.object({ kind: z.literal('continuous'), ...label }),
  z.object({
    kind: z.literal('relative'),
    amount: z.number().min(0).max(10_000),
    unit: z.enum(['working-day', 'day', 'working-hour', 'month']),
    direction: z.enum(['after', 'before']),
    event: words,
    ...label,
  }),
  z.object({ kind: z.literal('external'), text: words, ...label }),
]);

/** A figure that a task is to reach. */
export const targetShape = z.object({
  text: words,
  op: z.enum(['>=', '>', '=', '<', '<=', 'range']),
  value: z.number(),
  to: z.number().nullable(),
  unit: z.string().max(60),
  by: z.string().max(10).nullable(),
});

export type TaskDeadline = z.infer<typeof deadlineShape>;
export type Target = z.infer<typeof targetShape>;

/** Deadlines as the deadline rules take them: `deadlineShape` has checked every field. */
export function deadlinesOf(deadlines: readonly TaskDeadline[]): readonly Deadline[] {
  return deadlines as readonly Deadline[];
}
