import { paraglideVitePlugin } from '@inlang/paraglide-js';
import adapter from '@sveltejs/adapter-node';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';
import { developmentProxy } from './src/server/development-proxy.ts';
import { serverEntry } from './src/server/entry.plugin.ts';
import { developmentFiles } from './src/server/files/development-files.plugin.ts';

export default defineConfig({
  plugins: [
    paraglideVitePlugin({
      project: './project.inlang',
      outdir: './src/lib/paraglide',
      // The locale is in the address alone: a public page is the same for everyone who asks for it.
      strategy: ['url', 'baseLocale'],
    }),
    sveltekit({
      adapter: adapter(),
      csp: {
        // Hashes, not nonces: a page that does not change keeps its entity tag.
        mode: 'hash',
        directives: {
          'default-src': ['self'],
          'script-src': ['self'],
          'style-src': ['self'],
          // The one style attribute of the site: SvelteKit's announcer of page changes for screen readers.
          'style-src-attr': ['unsafe-hashes', 'sha256-S8qMpvofolR8Mpjy4kQvEm7m1q8clzU4dfDH0AmvZjo='],
          'img-src': ['self', 'data:'],
          'font-src': ['self'],
          'connect-src': ['self'],
          'worker-src': ['self'],
          'object-src': ['none'],
          'base-uri': ['none'],
          'form-action': ['self'],
          'frame-ancestors': ['none'],
        },
      },
      output: { linkHeaderPreload: false },
      // Pages that work without a network register it themselves: no visitor of the public site has one.
      serviceWorker: { register: false },
    }),
    serverEntry(),
    developmentFiles(),
  ],
  // The map library is one large chunk, loaded only where a map shows.
  build: {
    chunkSizeWarningLimit: 1200,
    // Which files each page of the site needs would otherwise travel with the first one, and grow with their number.
    modulePreload: false,
    rolldownOptions: {
      treeshake: {
        // Each message is a module: declared free of effects, it travels with the pages that use it and no other.
        moduleSideEffects: [{ test: /\/lib\/paraglide\/messages/, sideEffects: false }],
      },
    },
  },
  server: { proxy: developmentProxy(process.env) },
});
