// Writes the JSON Schema that editors use for criteria sets: npm run criteria-schema
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { criteriaSetJsonSchema } from '../src/slices/criteria/index.ts';

const path = join(import.meta.dirname, '../sample/criteria/criteria-set.schema.json');
writeFileSync(path, `${JSON.stringify(criteriaSetJsonSchema(), null, 2)}\n`);
console.log('sample/criteria/criteria-set.schema.json');
