// Writes src/web/client.generated.ts from the routes of the server: npm run client
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildApp } from '../src/server/app.ts';
import { readConfig } from '../src/server/config.ts';
import type { Context } from '../src/server/context.ts';
import { newId, systemClock } from '../src/server/system.ts';
import { type OpenApi, writeClient } from './client-writer.ts';

export const clientFile = join(import.meta.dirname, '..', 'src', 'web', 'client.generated.ts');

const noDatabase = (): never => {
  throw new Error('the routes are only read, never called');
};

/** The server is built, never started: the routes say everything the client needs. */
export async function currentClient(): Promise<string> {
  const context: Context = {
    database: {
      engine: 'embedded',
      execute: noDatabase,
      transaction: noDatabase,
      close: noDatabase,
    },
    clock: systemClock,
    newId,
    config: readConfig({ CAICACH_LOG: 'silent' }),
  };
  const app = await buildApp(context);
  try {
    // The document is OpenAPI 3.1, of which `OpenApi` names the parts that are read.
    return writeClient(app.swagger() as OpenApi);
  } finally {
    await app.close();
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const text = await currentClient();
  const isCurrent = text === readFileSync(clientFile, 'utf8');
  if (!isCurrent) writeFileSync(clientFile, text);
  console.log(isCurrent ? 'The client is current.' : 'The client was written anew.');
}
