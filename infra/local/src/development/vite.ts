import { join } from 'node:path';
import type { Services } from '../platform/environment.js';
import { ROOT } from '../settings.js';

/** Serves the web from its sources, each change at once in the browser. */
export function withDevelopmentWeb(services: Services): Services {
  const { web } = services;
  const { PORT: port = '', HOST: host = '' } = web.environment;
  return {
    ...services,
    web: {
      ...web,
      script: join(ROOT, 'node_modules/vite/bin/vite.js'),
      arguments: ['dev', '--port', port, '--strictPort', '--host', host, '--clearScreen', 'false'],
      environment: { ...web.environment, NODE_ENV: 'development' },
      readyUrl: `http://127.0.0.1:${port}/@vite/client`,
    },
  };
}
