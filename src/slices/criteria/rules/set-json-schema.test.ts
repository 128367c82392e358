import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { criteriaSetJsonSchema } from './set-json-schema.ts';

const path = join(import.meta.dirname, '../../../../sample/criteria/criteria-set.schema.json');

test('the JSON Schema for editors is the one of the loader (write it anew: npm run criteria-schema)', () => {
  expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual(criteriaSetJsonSchema());
});

test('figures are numbers and codes may be text in an editor', () => {
  const schema = JSON.stringify(criteriaSetJsonSchema());
  expect(schema).toContain('"max_points":{"type":"number"}');
  expect(schema).toContain('"code":{"type":["string","number"]');
  expect(schema).not.toContain('"editor"');
});
