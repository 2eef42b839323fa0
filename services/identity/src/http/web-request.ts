import type { IncomingMessage, ServerResponse } from 'node:http';
import type { PublicRequest } from './public-request.js';

/** Headers that only this service sets, from what it checked; a caller's are dropped. */
export const CLIENT_ADDRESS_HEADER = 'x-ancrage-client-address';
export const TERRITORY_NAME_HEADER = 'x-ancrage-territory-name';

const DROPPED =
  /^(host|connection|transfer-encoding|content-length|forwarded|x-forwarded-.*|x-real-ip|x-ancrage-.*)$/;

/** Says whether another site's page made the browser send this. Every browser names the origin of a POST. */
export function isForeign(request: IncomingMessage, from: PublicRequest): boolean {
  if (request.method === 'GET') return false;
  const { origin, 'sec-fetch-site': site } = request.headers;
  return origin === undefined ? site === 'cross-site' || site === 'same-site' : origin !== from.origin;
}

/** The request as people sent it: under its public origin, with nothing left to believe in its headers. */
export function toWebRequest(request: IncomingMessage, body: Buffer, from: PublicRequest): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    if (value === undefined || DROPPED.test(name)) continue;
    headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  headers.set(CLIENT_ADDRESS_HEADER, from.clientAddress);
  if (from.territoryName) headers.set(TERRITORY_NAME_HEADER, encodeURIComponent(from.territoryName));
  const method = request.method ?? 'GET';
  // Browsers say where a POST comes from; the site's own server need not (see isForeign).
  if (method !== 'GET' && !headers.has('origin')) headers.set('origin', from.origin);
  return new Request(new URL(request.url ?? '/', from.origin), {
    method,
    headers,
    ...(body.length > 0 && method !== 'GET' && method !== 'HEAD' && { body: new Uint8Array(body) }),
  });
}

/** Sends a web response on; cookies stay separate headers. */
export async function sendWebResponse(answer: Response, response: ServerResponse): Promise<void> {
  response.statusCode = answer.status;
  for (const [name, value] of answer.headers) {
    if (name !== 'set-cookie') response.setHeader(name, value);
  }
  const cookies = answer.headers.getSetCookie();
  if (cookies.length > 0) response.setHeader('set-cookie', cookies);
  const retryAfter = answer.headers.get('x-retry-after');
  if (retryAfter) response.setHeader('retry-after', retryAfter);
  if (!response.hasHeader('cache-control')) response.setHeader('cache-control', 'no-store');
  response.end(Buffer.from(await answer.arrayBuffer()));
}
