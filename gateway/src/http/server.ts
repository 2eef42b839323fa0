import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Logger } from 'pino';
import { Refusal } from '../refusals.js';
import { maskFailure } from '../request/error.mask.js';
import { localeOf } from '../request/locale.js';
import type { AllowedOrigins } from '../request/origins.js';
import { requestIdOf } from './credentials.js';
import type { FilesProxy } from './files.proxy.js';
import type { GraphQLHandler } from './graphql.handler.js';
import { sendJson, sendRefusal } from './responses.js';
import type { ServiceRelay } from './service.relay.js';
import type { TilesProxy } from './tiles.proxy.js';

export type ServerParts = {
  graphql: GraphQLHandler;
  tiles: TilesProxy;
  files: FilesProxy;
  relay: ServiceRelay;
  origins: AllowedOrigins;
  /** The names of what does not answer, empty when the gateway can serve. */
  unready: () => Promise<string[]>;
  requestTimeoutMs: number;
  uploadTimeoutMs: number;
  log: Logger;
};

const FILES = '/files/';
const ALLOWED_HEADERS = 'accept-language, authorization, content-type, x-api-key, x-request-id, x-territory';

/** The HTTP server of the gateway: `/graphql`, `/tiles`, `/files`, `/health`, `/ready`. */
export function createHttpServer(parts: ServerParts): Server {
  const route = async (request: IncomingMessage, response: ServerResponse, requestId: string) => {
    const target = request.url ?? '/';
    if (target === '/graphql') return parts.graphql.handle(request, response, null, requestId);
    // Most requests of a map, by far: their address holds nothing that needs parsing.
    if (target.startsWith('/tiles/') && !target.includes('?'))
      return parts.tiles.handle(request, response, target, requestId);
    const url = URL.canParse(target, 'http://gateway') ? new URL(target, 'http://gateway') : null;
    if (url?.pathname === '/graphql') return parts.graphql.handle(request, response, url, requestId);
    if (url?.pathname.startsWith('/tiles/'))
      return parts.tiles.handle(request, response, url.pathname, requestId);
    if (url?.pathname.startsWith(FILES)) return parts.files.handle(request, response, url, requestId);
    if (parts.relay.takes(target)) return parts.relay.handle(request, response);
    if (target === '/health') return sendJson(response, 200, { status: 'ok' });
    if (target === '/ready') return answerReady(response, await parts.unready());
    throw new Refusal('PATH');
  };

  const { requestTimeoutMs, uploadTimeoutMs } = parts;
  const timeouts = {
    headersTimeout: requestTimeoutMs,
    requestTimeout: Math.max(requestTimeoutMs, uploadTimeoutMs),
  };
  const server = createServer(timeouts);
  const receive = (request: IncomingMessage, response: ServerResponse) => {
    // The server waits as long as a file may take; everything else is short.
    if (request.method === 'POST' && !request.url?.startsWith(FILES)) limitArrival(request, requestTimeoutMs);
    if (request.headers.origin !== undefined && answerOrigin(request, response, parts.origins)) return;
    const requestId = requestIdOf(request);
    route(request, response, requestId).catch((failure: unknown) => {
      const context = {
        requestId,
        territoryId: null,
        viewer: null,
        locale: localeOf(request.headers['accept-language']),
      };
      sendRefusal(request, response, maskFailure(failure, context, parts.log), requestId);
    });
  };
  server.on('request', receive);
  // Who asks before sending a file waits until its reader wants it; other bodies are small.
  server.on('checkContinue', (request: IncomingMessage, response: ServerResponse) => {
    if (!request.url?.startsWith(FILES)) response.writeContinue();
    receive(request, response);
  });
  // Longer than the idle time of the proxies before it, so that it is never the one to close a connection in use.
  server.keepAliveTimeout = 65_000;
  return server;
}

/** Lets the browsers of allowed sites read the answers (CORS). True when the request was a preflight, and answered. */
function answerOrigin(request: IncomingMessage, response: ServerResponse, origins: AllowedOrigins): boolean {
  const { origin } = request.headers;
  response.setHeader('vary', 'origin');
  if (origin !== undefined && origins.allows(origin))
    response.setHeader('access-control-allow-origin', origin);
  if (request.method !== 'OPTIONS') return false;
  response.writeHead(204, {
    'access-control-allow-methods': 'GET, POST',
    'access-control-allow-headers': ALLOWED_HEADERS,
    'access-control-max-age': '86400',
  });
  response.end();
  return true;
}

function limitArrival(request: IncomingMessage, milliseconds: number): void {
  const late = setTimeout(() => request.destroy(), milliseconds);
  request.once('end', () => clearTimeout(late)).once('close', () => clearTimeout(late));
}

function answerReady(response: ServerResponse, unready: string[]): void {
  const ready = unready.length === 0;
  sendJson(response, ready ? 200 : 503, ready ? { status: 'ready' } : { status: 'waiting', for: unready });
}
