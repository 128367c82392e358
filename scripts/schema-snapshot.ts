// Writes db/schema.snapshot.sql from the migrations: npm run schema. A test compares it on both engines.
import { writeFileSync } from 'node:fs';
import { openMemoryDatabase } from '../src/server/embedded-database.ts';
import { migrateUp } from '../src/server/migrations.ts';
import { describeSchema, schemaSnapshotFile } from '../src/testing/schema-text.ts';

const database = await openMemoryDatabase();
await migrateUp(database);
writeFileSync(schemaSnapshotFile, await describeSchema(database));
await database.close();
console.log('db/schema.snapshot.sql is written.');
