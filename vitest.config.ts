import { defineConfig } from 'vitest/config';

// Three kinds of tests: `unit` is fast and runs in parallel (of two cores it takes both); `kiosk` looks at the page in a real browser, two files at a time;
// `integration` starts real servers and cameras, one at a time.
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: ['test/integration/**', 'test/kiosk/**'],
          maxWorkers: '75%',
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'integration',
          include: ['test/integration/**/*.test.ts'],
          fileParallelism: false,
          testTimeout: 180_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'kiosk',
          include: ['test/kiosk/**/*.test.ts'],
          globalSetup: ['test/kiosk/built-page.ts'],
          maxWorkers: 2,
          testTimeout: 180_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
