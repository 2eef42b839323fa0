import type { IncomingMessage, ServerResponse } from 'node:http';
import { verifyRequest } from '@ancrage/signature';
import { readPersonalDataAsk } from '@ancrage/signature/personal-data';
import type { Database } from '../database.js';
import { sendError, sendJson } from '../http/body.js';
import { identityPersonalData } from './personal-data.js';

/** `POST /internal/personal-data`: answers the gateway alone, known by its signature, about the territory it names. */
export function personalDataRoute(database: Database, gatewaySecret: string) {
  return async (request: IncomingMessage, body: Buffer, response: ServerResponse): Promise<void> => {
    const parts = { method: request.method ?? '', path: request.url ?? '', body };
    const verified = verifyRequest(gatewaySecret, request.headers, parts);
    if (!verified.ok) return sendError(response, 403, 'FORBIDDEN', 'Only the gateway is answered here.');
    const ask = readPersonalDataAsk(body.toString('utf8'));
    if (!ask || !verified.territoryId)
      return sendError(response, 400, 'BAD_INPUT', 'A person and a territory are expected.');
    sendJson(response, 200, await identityPersonalData(database, verified.territoryId, ask));
  };
}
