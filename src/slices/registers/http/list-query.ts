import { z } from 'zod';
import { refuseRequest } from '../../../server/http.ts';
import { filterShape } from '../rules/declaration-shape.ts';
import type { Filter } from '../rules/filter.ts';

/** What a list, an export and a saved view ask for; `filter` is JSON in the words of docs/register-format.md. */
export const listQuery = z.object({
  search: z.string().max(200).default(''),
  filter: z.string().max(8000).optional(),
  sort: z
    .string()
    .regex(/^-?[a-zA-Z][a-zA-Z0-9_-]{0,39}$/)
    .default('-created-day'),
});

export const pageQuery = listQuery.extend({
  after: z.string().max(600).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  deleted: z.enum(['yes', 'no']).default('no'),
});

/** The filter of an address. @throws RefusedRequest where it is not a filter */
export function readFilter(text: string | undefined): Filter | null {
  if (text === undefined || text === '') return null;
  try {
    return filterShape.parse(JSON.parse(text));
  } catch {
    throw refuseRequest('bad-input', { fields: [{ field: 'filter', reason: 'filter' }] });
  }
}
