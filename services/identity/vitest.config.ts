import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    name: 'identity',
    include: ['src/**/*.spec.ts', 'test/**/*.spec.ts'],
    globalSetup: 'test/support/postgres.setup.ts',
    // Starting a service means connecting, migrating and making keys; a busy machine takes its time.
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
