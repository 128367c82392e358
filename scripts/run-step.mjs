// Starts a program of a script and waits for it. Plain JavaScript that Node 20 understands.
import { spawn } from 'node:child_process';
import process from 'node:process';
import { root } from './node-26.mjs';

/** Colours and cursor tricks make a log unreadable; every program is asked to leave them out. */
const plain = { NO_COLOR: '1', FORCE_COLOR: '0', NODE_DISABLE_COLORS: '1' };

/** @param {Record<string, string>} [extra] @returns {NodeJS.ProcessEnv} */
export function plainEnvironment(extra = {}) {
  return { ...process.env, ...plain, ...extra };
}

/**
 * @param {string} program
 * @param {string[]} args
 * @param {{ env?: Record<string, string>, isQuiet?: boolean, timeLimitSeconds?: number }} [options] quiet: what it says is
 *   answered, not shown; a step that takes longer than its limit is ended
 * @returns {Promise<{ code: number, output: string, seconds: number }>}
 */
export function runStep(program, args, { env = {}, isQuiet = false, timeLimitSeconds = 0 } = {}) {
  const startedAt = performance.now();
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: root,
      env: plainEnvironment(env),
      stdio: isQuiet ? ['ignore', 'pipe', 'pipe'] : 'inherit',
      timeout: timeLimitSeconds * 1000,
    });
    let output = '';
    child.stdout?.on('data', (part) => {
      output += part;
    });
    child.stderr?.on('data', (part) => {
      output += part;
    });
    const finish = (code) => resolve({ code, output, seconds: (performance.now() - startedAt) / 1000 });
    child.on('error', (error) => {
      output += error.message;
      finish(1);
    });
    child.on('close', (code) => finish(code ?? 1));
  });
}

/** Says every few seconds that something still goes on, so that a silent minute is not taken for a stop. */
export async function withProgress(what, work) {
  const startedAt = performance.now();
  const timer = setInterval(() => {
    console.log(`  … ${what}: ${Math.round((performance.now() - startedAt) / 1000)} s`);
  }, 10_000);
  try {
    return await work;
  } finally {
    clearInterval(timer);
  }
}

/** Hands the signals that end us on to a child, and its end on to whoever started us. */
export function liveWith(child) {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' || signal === 'SIGTERM' ? 0 : 1)));
}
