#!/usr/bin/env node
// `npx caicach …`: plain JavaScript that Node 20 understands; the command itself runs on Node 26.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { requireNode26, root } from '../scripts/node-26.mjs';

const main = join(root, 'src', 'command-line', 'main.ts');
if (Number(process.versions.node.split('.')[0]) >= 26) {
  await import(main);
} else {
  const child = spawn(requireNode26(), ['--disable-warning=ExperimentalWarning', main, ...process.argv.slice(2)], {
    stdio: 'inherit',
  });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
}
