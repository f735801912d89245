import { defineConfig } from 'vitest/config';

/** Tests run from the sources, without a build: the `source` condition of each package's exports. */
export default defineConfig({
  resolve: { conditions: ['source'] },
  ssr: { resolve: { conditions: ['source', 'module', 'node'] } },
  test: {
    include: ['packages/*/src/**/*.test.{ts,tsx}', 'services/*/src/**/*.test.{ts,tsx}', 'test/**/*.test.ts'],
    globalSetup: ['packages/testkit/src/global-setup.ts'],
    // Outside servers, where the run was given some: tests ask by `inject` and read no environment.
    provide: {
      redisUrl: process.env.AFTERMATH_TEST_REDIS_URL ?? null,
      chromiumPath: process.env.AFTERMATH_TEST_CHROMIUM ?? null,
    },
    // Files share their worker's modules: loading these anew for each file took a third of the run. Tests mock no module.
    isolate: false,
    maxWorkers: '100%',
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
