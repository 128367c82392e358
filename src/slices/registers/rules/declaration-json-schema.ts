import { z } from 'zod';
import { declarationShape } from './declaration-shape.ts';

/** The JSON Schema of declarations, for editors: shapes, names and choices. What refers to what is checked on saving. */
export function declarationJsonSchema(): Record<string, unknown> {
  return { title: 'caicach register', ...z.toJSONSchema(declarationShape, { io: 'input' }) };
}
