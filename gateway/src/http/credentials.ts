import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Credentials } from '../request/identification.js';

/**
 * What a request says about its caller. A browser's EventSource cannot set headers, so the territory may also come
 * as the parameter `territory`.
 */
export function credentialsOf(request: IncomingMessage, url: URL | null): Credentials {
  const { headers } = request;
  return {
    territory: text(headers['x-territory']) ?? url?.searchParams.get('territory') ?? undefined,
    authorization: headers.authorization,
    apiKey: text(headers['x-api-key']),
    acceptLanguage: headers['accept-language'],
  };
}

/** The id that a proxy of ours gave the request, or a new one. */
export function requestIdOf(request: IncomingMessage): string {
  const given = text(request.headers['x-request-id']);
  return given !== undefined && /^[\w.:-]{8,64}$/.test(given) ? given : randomUUID();
}

const text = (header: string | string[] | undefined) =>
  (Array.isArray(header) ? header[0] : header) || undefined;
