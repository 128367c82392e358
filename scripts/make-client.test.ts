import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { clientFile, currentClient } from './make-client.ts';

test('the client of the web part is current: run `npm run client` after a change of routes', async () => {
  expect(readFileSync(clientFile, 'utf8')).toBe(await currentClient());
});
