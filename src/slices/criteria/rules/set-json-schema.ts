import { z } from 'zod';
import { setFile } from './set-file.ts';

type Json = { [key: string]: unknown };

/** How an editor should see a scalar that is read as text (see set-fields.ts). */
const EDITOR_TYPES: Readonly<Record<string, Json>> = {
  number: { type: 'number' },
  code: { type: ['string', 'number'], description: 'Quote codes such as "1.1": unquoted they read as numbers.' },
  'number-or-text': { type: ['string', 'number'] },
};

function forEditors(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(forEditors);
  if (typeof schema !== 'object' || schema === null) return schema;
  const { editor, ...rest } = schema as Json;
  const known = typeof editor === 'string' ? EDITOR_TYPES[editor] : undefined;
  return known ?? Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, forEditors(value)]));
}

/** The JSON Schema of a criteria set for editors: completion and spelling; sums and bands are checked when it is loaded. */
export function criteriaSetJsonSchema(): Json {
  const schema = forEditors(z.toJSONSchema(setFile, { io: 'input' })) as Json;
  return { title: 'caicach criteria set', ...schema };
}
