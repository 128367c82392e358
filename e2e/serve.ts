// The server that the browser tests talk to: the sample department in a fresh, temporary data folder.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';

const folder = mkdtempSync(join(tmpdir(), 'caicach-e2e-'));
process.env.CAICACH_DATA = folder;
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
await import('../src/server/main.ts');
