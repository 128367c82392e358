// Finds a Chromium for the tests that need one. Plain JavaScript that Node 20 understands.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import process from 'node:process';
import { requireNode26 } from './node-26.mjs';
import { runStep, withProgress } from './run-step.mjs';

const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'microsoft-edge',
  'msedge',
];
const USUAL_PLACES = [
  '/usr/lib/chromium/chromium',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  join(process.env.PROGRAMFILES ?? 'C:\\Program Files', 'Google', 'Chrome', 'Application', 'chrome.exe'),
  join(process.env['PROGRAMFILES(X86)'] ?? 'C:\\Program Files (x86)', 'Microsoft', 'Edge', 'Application', 'msedge.exe'),
];

/** A network that drops packets must not hold the tests up for ever. */
const GET_LIMIT_SECONDS = 300;

/** A wrapper may stand where the browser itself is missing, so it is asked for its version. Windows opens a window. */
function answers(file) {
  if (process.platform === 'win32') return true;
  return spawnSync(file, ['--version'], { timeout: 20_000, stdio: 'ignore' }).status === 0;
}

function onThisMachine() {
  const ending = process.platform === 'win32' ? '.exe' : '';
  const onPath = (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap((folder) => NAMES.map((name) => join(folder, name + ending)));
  return [process.env.CAICACH_BROWSER ?? '', ...onPath, ...USUAL_PLACES].find(
    (file) => file && existsSync(file) && answers(file),
  );
}

async function ownedByTestTool() {
  const { chromium } = await import('@playwright/test');
  const file = chromium.executablePath();
  return existsSync(file) ? file : undefined;
}

async function downloaded() {
  console.log('Máy chưa có Chromium; tải bản của công cụ kiểm thử (downloading the test tool’s Chromium)…');
  const args = ['node_modules/@playwright/test/cli.js', 'install', 'chromium'];
  await withProgress(
    'Chromium',
    runStep(requireNode26(), args, {
      isQuiet: true,
      timeLimitSeconds: GET_LIMIT_SECONDS,
      env: { PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '20000' },
    }),
  );
  return ownedByTestTool();
}

/** Debian's package, only where no password would be asked. */
async function fromDebian() {
  if (process.platform !== 'linux' || spawnSync('apt-get', ['--version'], { stdio: 'ignore' }).status !== 0) return;
  const isRoot = process.getuid?.() === 0;
  if (!isRoot && spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' }).status !== 0) return;
  console.log('Cài gói chromium của Debian (installing Debian’s chromium)…');
  const apt = isRoot ? ['apt-get'] : ['sudo', '-n', 'apt-get'];
  const quiet = { isQuiet: true, timeLimitSeconds: GET_LIMIT_SECONDS, env: { DEBIAN_FRONTEND: 'noninteractive' } };
  for (const rest of [['update'], ['install', '-y', '--no-install-recommends', 'chromium']]) {
    const [program = '', ...args] = [...apt, ...rest];
    await withProgress(`apt-get ${rest[0]}`, runStep(program, args, quiet));
  }
  return onThisMachine();
}

/** @returns {Promise<string | null>} path of a Chromium; null where none can be had */
export async function findBrowser() {
  return onThisMachine() ?? (await ownedByTestTool()) ?? (await downloaded()) ?? (await fromDebian()) ?? null;
}
