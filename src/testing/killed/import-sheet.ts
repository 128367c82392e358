// A child that is killed: goes on with the import of a sheet of many rows. It writes a line for each transaction that held.
import process from 'node:process';
import { Readable } from 'node:stream';
import type { Database } from '../../server/database.ts';
import { openEmbeddedDatabase } from '../../server/embedded-database.ts';
import { migrateUp } from '../../server/migrations.ts';
import { samplePerson, seedSampleOffice } from '../../server/sample.ts';
import { openServerDatabase } from '../../server/server-database.ts';
import { runImport, uploadImport } from '../../slices/registers/actions/imports.ts';
import { runWaitingImports } from '../../slices/registers/actions/run-imports.ts';
import { findWaitingImports } from '../../slices/registers/store/imports.ts';
import { makeContext } from '../context.ts';
import { declareForTest } from '../registers.ts';

process.stdout.on('error', () => process.exit(1));
const say = (line: string): void => void process.stdout.write(`${line}\n`);

const [, , dataFolder = '', rowCount = '0', url = '', schema = ''] = process.argv;
const opened: Database = url ? await openServerDatabase(url, schema) : await openEmbeddedDatabase(dataFolder);
await migrateUp(opened);
let isTold = false;
const database: Database = {
  ...opened,
  transaction: async (work) => {
    const value = await opened.transaction(work);
    if (isTold) say('held');
    return value;
  },
};
const context = makeContext({ database, config: { dataFolder } });
await seedSampleOffice(context);

/** A sheet of plain rows; each subject stands once. */
function sheetOf(rows: number): string {
  const lines = Array.from({ length: rows }, (_, at) => `Đơn nhập ${at};VPĐK;0${1 + (at % 9)}/10/2026;${at}`);
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
isTold = true;
await runWaitingImports(context, () => false);
await database.close();
say('done');
