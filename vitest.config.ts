import { defineConfig } from 'vitest/config';

const everywhere = { testTimeout: 30_000, hookTimeout: 60_000, environment: 'node' } as const;

export default defineConfig({
  test: {
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
