// Writes the JSON Schema that editors use for declarations of registers: npm run register-schema
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { declarationJsonSchema } from '../src/slices/registers/rules/declaration-json-schema.ts';

const folder = join(import.meta.dirname, '../sample/registers');
mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, 'register.schema.json'), `${JSON.stringify(declarationJsonSchema(), null, 2)}\n`);
console.log('sample/registers/register.schema.json');
