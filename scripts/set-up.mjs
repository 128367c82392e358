// Makes a clone ready: installs from the lock file when needed, builds the web part when stale, says what it does.
// Plain JavaScript that Node 20 understands. Run alone (`npm run setup`) or first by the other scripts.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { findNode26, requireNode26, root } from './node-26.mjs';
import { runStep, withProgress } from './run-step.mjs';

const OLDEST_NODE = 20;
const webFolder = join(root, 'dist', 'web');

/** Ends the process with what went wrong and what to do. */
function giveUp(problem, advice) {
  console.error(`\n${problem}\n${advice}`);
  process.exit(1);
}

function readLock(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8')).packages ?? {};
  } catch {
    return null;
  }
}

/**
 * Whether what stands in node_modules is what the lock file says. Contents are compared, not times: a fresh checkout
 * gives every file a new time. Optional packages of other systems are not expected.
 */
export function isInstalled() {
  const wanted = readLock(join(root, 'package-lock.json'));
  const present = readLock(join(root, 'node_modules', '.package-lock.json'));
  if (!wanted || !present || !findNode26()) return false;
  return Object.entries(wanted).every(
    ([place, { version, optional, devOptional, link }]) =>
      place === '' || link || present[place]?.version === version || (!present[place] && (optional || devOptional)),
  );
}

/** npm as it was started, so that `npm start` under a version manager uses the same one. */
function npm(...args) {
  const path = process.env.npm_execpath;
  if (path && /npm-cli\.c?js$/.test(path)) return runStep(process.execPath, [path, ...args]);
  return process.platform === 'win32' ? runStep('cmd', ['/c', 'npm', ...args]) : runStep('npm', args);
}

async function install() {
  console.log('Cài thư viện theo package-lock.json, lần đầu mất vài phút (installing from the lock file)…');
  const quiet = ['--no-audit', '--no-fund', '--loglevel=error'];
  let answer = await withProgress('npm ci', npm('ci', ...quiet));
  if (answer.code !== 0) {
    console.log('npm ci không được, thử npm install (a registry may lack other systems’ optional packages)…');
    answer = await withProgress('npm install', npm('install', ...quiet));
  }
  if (answer.code !== 0) {
    giveUp(
      'Chưa cài được thư viện (the packages could not be installed).',
      'Check the connection to the npm registry (npm ping) and the free disk space (1.5 GB), then run the same command again.',
    );
  }
  if (!findNode26()) {
    giveUp(
      `Không có Node 26 cho hệ máy này (no packaged Node 26 for ${process.platform}-${process.arch}).`,
      'Install Node 26 or newer from nodejs.org, then run the same command again.',
    );
  }
  console.log(`Đã cài xong (${Math.round(answer.seconds)} s).`);
}

function filesBelow(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name));
}

/** Everything that may end in the browser: its own code, the slices' screens, texts and rules, the kernel. */
function webInputs() {
  const code = ['web', 'slices', 'kernel'].flatMap((folder) => filesBelow(join(root, 'src', folder)));
  return [
    ...code.filter((file) => !/\.test\.tsx?$/.test(file)),
    join(root, 'vite.config.ts'),
    join(root, 'package-lock.json'),
  ].sort();
}

function fingerprint(files) {
  const hash = createHash('sha256');
  for (const file of files) hash.update(relative(root, file)).update('\0').update(readFileSync(file)).update('\0');
  return hash.digest('hex');
}

/** Builds the web part where its inputs changed since the last build. */
async function buildWeb() {
  const mark = join(webFolder, '.inputs');
  const inputs = fingerprint(webInputs());
  if (existsSync(mark) && readFileSync(mark, 'utf8') === inputs) return;
  console.log('Dựng phần web (building the web part)…');
  const vite = join('node_modules', 'vite', 'bin', 'vite.js');
  const { code, output, seconds } = await runStep(requireNode26(), [vite, 'build', '--logLevel=warn'], {
    isQuiet: true,
  });
  if (code !== 0)
    giveUp(`${output}\nPhần web chưa dựng được (the web part does not build).`, 'Mend what is named above.');
  writeFileSync(mark, inputs);
  console.log(`Đã dựng phần web (${seconds.toFixed(1)} s).`);
}

/** Only what is missing is done; a ready clone passes in a moment. */
export async function setUp() {
  if (Number(process.versions.node.split('.')[0]) < OLDEST_NODE)
    giveUp(`Node ${process.versions.node} quá cũ (too old).`, `Install Node ${OLDEST_NODE} or newer from nodejs.org.`);
  if (!isInstalled()) await install();
  await buildWeb();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await setUp();
  console.log('Sẵn sàng (ready): npm start · npm test · npm run dev');
}
