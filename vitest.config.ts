import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

const everywhere = { testTimeout: 30_000, hookTimeout: 60_000, environment: 'node' } as const;

export default defineConfig({
  test: {
    // The runner would keep one core for itself: half of a machine with two.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    // Files of one worker share their modules: loading the whole server anew for each took a third of the time.
    isolate: false,
    projects: [
      {
        test: {
          ...everywhere,
          name: 'rules',
          include: ['src/**/*.test.ts', 'scripts/**/*.test.ts'],
          exclude: ['**/*.db.test.ts', '**/node_modules/**'],
        },
      },
      { test: { ...everywhere, name: 'db', include: ['src/**/*.db.test.ts'], testTimeout: 60_000 } },
    ],
  },
});
