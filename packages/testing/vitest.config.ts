import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('../..', import.meta.url));
const setup = (path: string) => fileURLToPath(new URL(`src/${path}`, import.meta.url));

/** Every test of the repository: `npm test` runs them all, `npm run vitest -- --project unit` some. */
export default defineConfig({
  root,
  // Vite would take graphql's ES modules where Node takes its CommonJS ones, and two copies refuse each other.
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  test: {
    reporters: ['default', setup('reporter/total.reporter.ts')],
    // Processes, not threads: a native module or a signal handler of one file must not reach another.
    pool: 'forks',
    maxWorkers: 2,
    projects: [
      {
        // Beside the sources, without a database of the platform.
        extends: true,
        test: {
          name: 'unit',
          include: ['{packages,services}/*/src/**/*.spec.ts', '{gateway,web,infra/*}/src/**/*.spec.ts'],
          sequence: { groupOrder: 0 },
        },
      },
      {
        // A service, or a package, on a real database.
        extends: true,
        test: {
          name: 'service',
          include: ['{packages,services}/*/test/**/*.spec.ts', '{gateway,web,infra/*}/test/**/*.spec.ts'],
          globalSetup: setup('database/postgres.setup.ts'),
          testTimeout: 20_000,
          hookTimeout: 60_000,
          sequence: { groupOrder: 1 },
        },
      },
      {
        // The whole platform, browsers included. One file at a time: they share it.
        extends: true,
        test: {
          name: 'e2e',
          include: ['web/test/**/*.e2e.ts', '{packages,infra}/*/{e2e,test}/**/*.e2e.ts'],
          globalSetup: setup('platform/platform.setup.ts'),
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 180_000,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
