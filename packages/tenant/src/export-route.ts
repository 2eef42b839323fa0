import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { FileRoute } from '@ancrage/subgraph/files';
import { toLines } from './frames.js';
import { tenantFrames } from './tenant-frames.js';

/**
 * Gives an operator all that a service has of the request's territory, as frames (see frames.ts), one line each. It is read
 * with the service's own rights: what the policies hide from an operator of this territory cannot be in it.
 */
export const exportRoute = (service: string, path: string): FileRoute => ({
  method: 'GET',
  path,
  async handle({ context, request, response }) {
    context.requireRole('OPERATOR');
    const territoryId = context.requireTerritory();
    const headers = {
      'content-type': 'application/x-ndjson; charset=utf-8',
      'cache-control': 'private, no-store',
    };
    if (request.method === 'HEAD') return void response.writeHead(200, headers).end();
    await context.write(async (connection) => {
      const lines = Readable.from(toLines(tenantFrames(connection, service, territoryId)));
      response.writeHead(200, headers);
      await pipeline(lines, response);
    });
  },
});
