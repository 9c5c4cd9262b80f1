import { defineConfig } from 'vitest/config';

const integration = {
  include: ['{server,packages/*,test}/**/*.it.test.ts'],
  exclude: ['**/node_modules/**', '**/dist/**'],
  testTimeout: 30_000,
  hookTimeout: 60_000,
  pool: 'forks' as const,
  // Most of their time is waiting, for services to start and for clocks: two at once even on two cores.
  maxWorkers: 2,
};
/** What needs no database of ours is run once, beside the embedded store. */
const withoutDatabase = ['packages/realtime-client/**', 'server/src/platform/{redis,outbound,ffmpeg,data-dir,limits}/**'];

/** What breaks or measures the hub: nothing else may run beside it, and it says itself how long it may take. */
const alone = { exclude: integration.exclude, fileParallelism: false, testTimeout: 0, hookTimeout: 120_000, pool: 'forks' as const };

/** What needs nothing, how the code is built, and what needs real stores, once on each kind of them. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['{server,client,packages/*,scripts,test/load,test/faults}/**/*.test.{ts,tsx,mjs}'],
          exclude: ['**/node_modules/**', '**/dist/**', '**/*.it.test.ts'],
          testTimeout: 10_000,
        },
      },
      { test: { name: 'architecture', include: ['test/architecture/**/*.test.ts'], testTimeout: 60_000 } },
      {
        test: {
          ...integration,
          name: 'embedded',
          exclude: [...integration.exclude, 'packages/testkit/**'], // it starts PostgreSQL itself
          globalSetup: ['server/test/embedded-template.ts'],
          env: { TEST_DATABASE_URL: '' },
        },
      },
      {
        test: {
          ...integration,
          name: 'postgres',
          exclude: [...integration.exclude, ...withoutDatabase],
          globalSetup: ['test/setup/postgres.ts'],
        },
      },
      { test: { ...alone, name: 'faults', include: ['test/faults/**/*.fault.ts'] } },
      { test: { ...alone, name: 'bench', include: ['test/load/**/*.bench.ts'] } },
    ],
  },
});
