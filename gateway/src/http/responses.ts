import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Refusal } from '../refusals.js';
import { localeOf } from '../request/locale.js';

const GRAPHQL_JSON = 'application/graphql-response+json';

/** The media type of an answer: what GraphQL over HTTP asks for when the caller knows it, else plain JSON. */
export function mediaType(accept: string | undefined): string {
  return accept?.includes(GRAPHQL_JSON)
    ? `${GRAPHQL_JSON}; charset=utf-8`
    : 'application/json; charset=utf-8';
}

/**
 * Whether an operation is answered as a stream. Clients list `text/event-stream` beside JSON whatever they ask; only a
 * subscription needs it, and a query whose caller takes nothing else.
 */
export function wantsStream(accept: string | undefined, kind: string): boolean {
  if (!accept?.includes('text/event-stream')) return false;
  return kind === 'subscription' || !/json|\*\/\*/.test(accept);
}

/** Sends a small JSON answer that nobody may keep. */
export function sendJson(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): void {
  if (response.headersSent || response.destroyed) return void response.destroy();
  const text = JSON.stringify(body);
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(text),
    'cache-control': 'no-store',
    ...headers,
  });
  response.end(text);
}

/** Sends a refusal as a GraphQL answer, in the caller's language. */
export function sendRefusal(
  request: IncomingMessage,
  response: ServerResponse,
  refusal: Refusal,
  requestId: string,
): void {
  const headers: Record<string, string> = { 'content-type': mediaType(request.headers.accept) };
  if (refusal.retryAfterSeconds !== undefined) headers['retry-after'] = String(refusal.retryAfterSeconds);
  // The rest of a body that is refused for its size is not worth receiving.
  if (refusal.refusal === 'BODY_SIZE') headers['connection'] = 'close';
  const locale = localeOf(request.headers['accept-language']);
  sendJson(response, refusal.status, { errors: [refusal.toJSON(locale, requestId)] }, headers);
}
