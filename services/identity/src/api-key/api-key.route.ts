import type { IncomingMessage, ServerResponse } from 'node:http';
import { verifyRequest } from '@ancrage/signature';
import { z } from 'zod';
import { parseJson, sendError, sendJson } from '../http/body.js';
import type { ApiKeyService } from './api-key.service.js';

const question = z.object({ key: z.string() });

/** `POST /internal/api-keys/verify` `{ key }`: answers the gateway alone, known by its signature. */
export function apiKeyRoute(apiKeys: ApiKeyService, gatewaySecret: string) {
  return async (request: IncomingMessage, body: Buffer, response: ServerResponse): Promise<void> => {
    const parts = { method: request.method ?? '', path: request.url ?? '', body };
    if (!verifyRequest(gatewaySecret, request.headers, parts).ok) {
      return sendError(response, 403, 'FORBIDDEN', 'Only the gateway is answered here.');
    }
    const asked = question.safeParse(parseJson(body));
    if (!asked.success) return sendError(response, 400, 'BAD_INPUT', 'A JSON object with a key is expected.');
    sendJson(response, 200, await apiKeys.verify(asked.data.key));
  };
}
