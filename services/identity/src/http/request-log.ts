import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Logger } from 'pino';

/** Logs each answer. Query strings hold tokens and are left out, like all headers but the request's id. */
export function logRequest(log: Logger, request: IncomingMessage, response: ServerResponse): void {
  const started = performance.now();
  response.once('close', () => {
    const [path] = (request.url ?? '/').split('?');
    if (path === '/health' || path === '/ready') return;
    log.info({
      requestId: request.headers['x-ancrage-request-id'] ?? request.headers['x-request-id'],
      method: request.method,
      path,
      status: response.statusCode,
      milliseconds: Math.round(performance.now() - started),
    });
  });
}
