// npm run dev: the server, started again at every change, and Vite in front of it. Plain JavaScript for Node 20.
import { spawn } from 'node:child_process';
import process from 'node:process';
import { requireNode26, root } from './node-26.mjs';
import { setUp } from './set-up.mjs';

await setUp();
const node = requireNode26();
const api = process.env.CAICACH_API ?? `http://127.0.0.1:${process.env.PORT ?? '8020'}`;
const parts = [
  ['--disable-warning=ExperimentalWarning', '--watch', '--watch-preserve-output', 'src/server/main.ts'],
  ['node_modules/vite/bin/vite.js', '--mode', 'development'],
].map((args) => spawn(node, args, { cwd: root, stdio: 'inherit', env: { ...process.env, CAICACH_API: api } }));

let isEnding = false;
function endAll(code) {
  if (isEnding) return;
  isEnding = true;
  for (const part of parts) part.kill('SIGTERM');
  process.exitCode = code;
}
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => endAll(0));
for (const part of parts) part.on('exit', (code) => endAll(code ?? 0));
