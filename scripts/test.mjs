// npm test: everything that guards the project. The last line is "N passed, N failed, N skipped" over all runners.
// Plain JavaScript that Node 20 understands.
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { findBrowser } from './browser.mjs';
import { checkCode } from './check.mjs';
import { requireNode26, root } from './node-26.mjs';
import { runStep } from './run-step.mjs';
import { setUp } from './set-up.mjs';
import { findTestDatabase } from './test-database.mjs';

const results = join(root, 'test-results');
const playwright = 'node_modules/@playwright/test/cli.js';

/** @typedef {{ passed: number, failed: number, skipped: number }} Tally */

function readReport(name) {
  try {
    return JSON.parse(readFileSync(join(results, name), 'utf8'));
  } catch {
    return null;
  }
}

/** A runner that ends badly without naming a failed test still counts as one failure. */
function tally(code, { passed = 0, failed = 0, skipped = 0 } = {}) {
  return { passed, failed: code !== 0 && failed === 0 ? 1 : failed, skipped };
}

/** @returns {Promise<Tally>} */
async function runVitest() {
  const databaseUrl = await findTestDatabase();
  console.log(
    databaseUrl
      ? `\nKiểm thử quy tắc và cơ sở dữ liệu (PGlite, PostgreSQL ${new URL(databaseUrl).host})`
      : '\nKiểm thử quy tắc và cơ sở dữ liệu (PGlite; no PostgreSQL reachable: set TEST_DATABASE_URL to test on one)',
  );
  const reporters = ['--reporter=dot', '--reporter=json', `--outputFile.json=${join(results, 'vitest.json')}`];
  const { code } = await runStep(requireNode26(), ['node_modules/vitest/vitest.mjs', 'run', ...reporters], {
    env: databaseUrl ? { TEST_DATABASE_URL: databaseUrl } : {},
  });
  const report = readReport('vitest.json');
  if (!report) return tally(code);
  const brokenFiles = report.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.length,
  ).length;
  return tally(code, {
    passed: report.numPassedTests,
    failed: report.numFailedTests + brokenFiles,
    skipped: report.numPendingTests + report.numTodoTests,
  });
}

/** Titles of the browser tests, found without a browser. */
function titlesOf(suites, above = []) {
  return suites.flatMap(({ title, specs = [], suites: below = [] }) => [
    ...specs.map((spec) => [...above, title, spec.title].join(' › ')),
    ...titlesOf(below, [...above, title]),
  ]);
}

/** @returns {Promise<Tally>} */
async function skipBrowserTests() {
  const env = { PLAYWRIGHT_JSON_OUTPUT_NAME: join(results, 'e2e-list.json') };
  await runStep(requireNode26(), [playwright, 'test', '--list', '--reporter=json'], { env, isQuiet: true });
  const titles = titlesOf(readReport('e2e-list.json')?.suites ?? []);
  console.log(
    '\nKhông có Chromium nên bỏ qua các kiểm thử trình duyệt sau (skipped, no Chromium could be found or installed):',
  );
  for (const title of titles) console.log(`  - ${title}`);
  console.log('To run them: install Chromium or Chrome, or set CAICACH_BROWSER to its program, then npm test.');
  return { passed: 0, failed: 0, skipped: titles.length };
}

/** @returns {Promise<Tally>} */
async function runBrowserTests() {
  const browser = await findBrowser();
  if (!browser) return skipBrowserTests();
  console.log(`\nKiểm thử trên trình duyệt (${browser})`);
  const { code } = await runStep(requireNode26(), [playwright, 'test'], {
    env: { CAICACH_BROWSER: browser, PLAYWRIGHT_JSON_OUTPUT_NAME: join(results, 'e2e.json') },
  });
  const stats = readReport('e2e.json')?.stats;
  return tally(
    code,
    stats && { passed: stats.expected + stats.flaky, failed: stats.unexpected, skipped: stats.skipped },
  );
}

await setUp();
rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });
const tallies = [{ ...(await checkCode()), skipped: 0 }, await runVitest(), await runBrowserTests()];
const sum = (key) => tallies.reduce((total, one) => total + one[key], 0);
process.exitCode = sum('failed') ? 1 : 0;
console.log(`\n${sum('passed')} passed, ${sum('failed')} failed, ${sum('skipped')} skipped`);
