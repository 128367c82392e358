// npm run check: types, lint, import map, and the rule tests that the changed files reach; below a minute.
import { spawnSync } from 'node:child_process';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { requireNode26, root } from './node-26.mjs';
import { runStep } from './run-step.mjs';
import { setUp } from './set-up.mjs';

const tsc = ['node_modules/typescript/bin/tsc', '-p'];

/** What is true of the code without running it. */
const steps = [
  { name: 'types', args: [...tsc, 'tsconfig.json'] },
  { name: 'types of the web part', args: [...tsc, 'tsconfig.web.json'] },
  { name: 'types of the rules', args: [...tsc, 'tsconfig.rules.json'] },
  { name: 'format and lint', args: ['node_modules/@biomejs/biome/bin/biome', 'check', '.'] },
  { name: 'import map', args: ['scripts/boundaries.ts'] },
];

/** @returns {Promise<{ passed: number, failed: number }>} */
export async function checkCode() {
  const node = requireNode26();
  const answers = await Promise.all(
    steps.map(async (step) => ({ ...step, ...(await runStep(node, step.args, { isQuiet: true })) })),
  );
  for (const { name, code, output, seconds } of answers) {
    console.log(`${code === 0 ? '✓' : '✗'} ${name} (${seconds.toFixed(1)} s)`);
    if (code !== 0) console.log(output.trimEnd());
  }
  const failed = answers.filter(({ code }) => code !== 0).length;
  return { passed: answers.length - failed, failed };
}

/** The commit since which files count as changed: where this branch left main; the last commit on main itself. */
function changedSince() {
  const git = (...args) => {
    const answer = spawnSync('git', args, { cwd: root, encoding: 'utf8' });
    return answer.status === 0 ? answer.stdout.trim() : null;
  };
  const head = git('rev-parse', 'HEAD');
  const base = git('merge-base', 'HEAD', 'main');
  return base !== null && base !== head ? base : git('rev-parse', 'HEAD~1');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await setUp();
  const { failed } = await checkCode();
  const base = changedSince();
  const vitest = ['node_modules/vitest/vitest.mjs', 'run', '--project', 'rules', '--passWithNoTests'];
  const tests = await runStep(requireNode26(), base ? [...vitest, `--changed=${base}`] : vitest);
  process.exit(failed || tests.code ? 1 : 0);
}
