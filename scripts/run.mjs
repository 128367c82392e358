// Runs one TypeScript file of this repository on Node 26: node scripts/run.mjs FILE [arguments]
import { spawnSync } from 'node:child_process';
import { requireNode26, root } from './node-26.mjs';

const answer = spawnSync(requireNode26(), process.argv.slice(2), { cwd: root, stdio: 'inherit' });
process.exit(answer.status ?? 1);
