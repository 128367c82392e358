import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { lettersRegister } from '../../../testing/registers.ts';
import { shippedRegisters } from '../shipped/index.ts';
import { declarationJsonSchema } from './declaration-json-schema.ts';

const path = join(import.meta.dirname, '../../../../sample/registers/register.schema.json');
const plain = (declaration: object): unknown => JSON.parse(JSON.stringify(declaration));

test('the JSON Schema for editors is the one of the loader (write it anew: npm run register-schema)', () => {
  expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual(JSON.parse(JSON.stringify(declarationJsonSchema())));
});

test('an editor takes every shipped declaration and marks a name that is misspelt, a choice that is none, a part that lacks', () => {
  const shape = z.fromJSONSchema(declarationJsonSchema() as Parameters<typeof z.fromJSONSchema>[0]);
  const takes = (declaration: object): boolean => shape.safeParse(plain(declaration)).success;
  for (const declaration of [...shippedRegisters, lettersRegister])
    expect({ key: declaration.key, is: takes(declaration) }).toEqual({ key: declaration.key, is: true });
  const { title: _title, ...untitled } = lettersRegister;
  const wrong = [
    { ...lettersRegister, colour: 'red' },
    { ...lettersRegister, group: 'elsewhere' },
    {
      ...lettersRegister,
      fields: { ...lettersRegister.fields, pages: { kind: 'number', label: { vi: 'x', en: 'x' }, decimal: 2 } },
    },
    { ...lettersRegister, fields: { ...lettersRegister.fields, 'số trang': lettersRegister.fields.pages } },
    untitled,
  ];
  expect(wrong.map(takes)).toEqual(wrong.map(() => false));
});
