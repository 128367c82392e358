// npm start: set-up, then the server. Plain JavaScript that Node 20 understands.
import { spawn } from 'node:child_process';
import process from 'node:process';
import { requireNode26, root } from './node-26.mjs';
import { liveWith } from './run-step.mjs';
import { setUp } from './set-up.mjs';

await setUp();
const server = ['--disable-warning=ExperimentalWarning', 'src/server/main.ts', ...process.argv.slice(2)];
liveWith(spawn(requireNode26(), server, { cwd: root, stdio: 'inherit' }));
