import type { Plugin } from 'vite';
import type { certifyOrigin } from '../forwarded.ts';
import type { forwardFiles } from './forward-files.ts';

/** Passes files on under `vite dev`, by the same code as main.ts does in production. */
export const developmentFiles = (): Plugin => ({
  name: 'ancrage-development-files',
  apply: 'serve',
  configureServer(server) {
    server.middlewares.use((request, response, next) => {
      if (!request.url?.startsWith('/files/')) return next();
      const load = async () => {
        const { certifyOrigin: certify } = (await server.ssrLoadModule('/src/server/forwarded.ts')) as {
          certifyOrigin: typeof certifyOrigin;
        };
        const { forwardFiles: forward } = (await server.ssrLoadModule(
          '/src/server/files/forward-files.ts',
        )) as {
          forwardFiles: typeof forwardFiles;
        };
        const { env } = (await server.ssrLoadModule('/src/lib/server/env.ts')) as { env: () => never };
        certify(request, 0);
        await forward(request, response, env());
      };
      load().catch(next);
    });
  },
});
