import { defineConfig, devices } from '@playwright/test';

const GALLERY = 'http://127.0.0.1:4174';
const PRODUCT = 'http://127.0.0.1:8021';
const node = process.execPath;
const vite = `"${node}" node_modules/vite/bin/vite.js`;
const browser = process.env.CAICACH_BROWSER;

/** A crowded machine builds the gallery and fills the sample in minutes, not in seconds. */
const STARTED_WITHIN = 240_000;

/** `npm test` finds the browser and starts this; alone: CAICACH_BROWSER=/usr/bin/chromium npx playwright test */
export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results/e2e',
  forbidOnly: true,
  // Generous, because a test machine may be busy; nothing here waits for time to pass.
  timeout: 120_000,
  expect: { timeout: 30_000 },
  fullyParallel: true,
  workers: 2,
  reporter: process.env.PLAYWRIGHT_JSON_OUTPUT_NAME ? [['line'], ['json']] : 'line',
  use: {
    ...devices['Desktop Chrome'],
    baseURL: PRODUCT,
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    screenshot: 'only-on-failure',
    launchOptions: {
      ...(browser ? { executablePath: browser } : {}),
      // In the C locale Chromium saves a file whose name has diacritics as "download".
      env: { ...process.env, LC_ALL: 'C.UTF-8' },
      // Chromium refuses its sandbox to root, which is what containers run as.
      args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
    },
  },
  projects: [
    { name: 'gallery', testMatch: 'gallery*.test.ts', use: { baseURL: GALLERY } },
    { name: 'product', testIgnore: 'gallery*.test.ts' },
  ],
  webServer: [
    {
      command: `${vite} build --mode gallery --logLevel=warn && ${vite} preview --mode gallery`,
      url: `${GALLERY}/gallery`,
      reuseExistingServer: false,
      timeout: STARTED_WITHIN,
    },
    {
      command: `"${node}" --disable-warning=ExperimentalWarning e2e/serve.ts`,
      url: `${PRODUCT}/api/docs/openapi.json`,
      env: { HOST: '127.0.0.1', PORT: '8021', CAICACH_SAMPLE: 'yes' },
      reuseExistingServer: false,
      timeout: STARTED_WITHIN,
    },
  ],
});
