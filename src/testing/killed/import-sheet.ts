// A child that is killed: goes on with the import of a sheet of many rows. Its first line says that the import runs.
import process from 'node:process';
import { Readable } from 'node:stream';
import { openEmbeddedDatabase } from '../../server/embedded-database.ts';
import { migrateUp } from '../../server/migrations.ts';
import { sampleAgency, samplePerson, seedSampleOffice } from '../../server/sample.ts';
import { runImport, uploadImport } from '../../slices/registers/actions/imports.ts';
import { runWaitingImports } from '../../slices/registers/actions/run-imports.ts';
import { findWaitingImports } from '../../slices/registers/store/imports.ts';
import { makeContext } from '../context.ts';
import { declareForTest } from '../registers.ts';

process.stdout.on('error', () => process.exit(1));

const [, , dataFolder = '', rowCount = '0'] = process.argv;
const database = await openEmbeddedDatabase(dataFolder);
await migrateUp(database);
const context = makeContext({ database, config: { dataFolder } });
await seedSampleOffice(context);

/** A sheet of plain rows; each subject stands once. */
function sheetOf(rows: number): string {
  const lines = Array.from({ length: rows }, (_, at) => `Đơn nhập ${at};VP Sở;0${1 + (at % 9)}/10/2026;${at}`);
  return ['Trích yếu;Đơn vị;Ngày nhận;Phí', ...lines].join('\n');
}

if ((await findWaitingImports(database)).length === 0) {
  await declareForTest(context);
  const upload = {
    bytes: Readable.from([Buffer.from(sheetOf(Number(rowCount)))]),
    name: 'don.csv',
    mediaType: 'text/csv',
  };
  const found = await uploadImport(context, samplePerson, 'letters', upload);
  if (!found.ok) throw new Error(JSON.stringify(found.refusal));
  const started = await runImport(context, samplePerson, 'letters', {
    importId: found.value.importId,
    skipFaulty: false,
  });
  if (!started.ok) throw new Error(JSON.stringify(started.refusal));
}
process.stdout.write(`running ${sampleAgency}\n`);
await runWaitingImports(context, () => false);
await database.close();
process.stdout.write('done\n');
