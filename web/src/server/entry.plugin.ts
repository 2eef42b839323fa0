import type { Plugin } from 'vite';

/**
 * Adds main.ts to the server build, beside the adapter's own entries, so that it shares its
 * modules (settings, territories) with the application it serves. The adapter puts handler.js
 * in the same folder, under the name that handler.d.ts declares.
 */
export const serverEntry = (): Plugin => ({
  name: 'ancrage-server-entry',
  apply: 'build',
  config: () => ({
    environments: {
      ssr: {
        build: {
          rolldownOptions: {
            input: { main: 'src/server/main.ts' },
            external: ['ancrage:handler'],
            output: { paths: { 'ancrage:handler': './handler.js' } },
          },
        },
      },
    },
  }),
});
