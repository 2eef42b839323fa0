import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { createProxyServer } from 'httpxy';
import type { Env } from '#lib/server/env.ts';
import { log } from '#lib/server/log.ts';
import { tenantOf } from '#lib/server/tenant.ts';

const proxy = createProxyServer({
  xfwd: false,
  changeOrigin: false,
  proxyTimeout: 60_000,
  upgradeTimeout: 10_000,
});

/** Where a path is answered when it is not by the site itself. */
export function upstream(path: string, env: Env): string | null {
  if (path === '/graphql' || path.startsWith('/graphql?') || path.startsWith('/tiles/')) {
    return env.GATEWAY_URL;
  }
  return path.startsWith('/auth/') ? env.IDENTITY_URL : null;
}

/** Passes a request on, telling the gateway whose site it came through. */
export async function forward(
  request: IncomingMessage,
  response: ServerResponse,
  target: string,
): Promise<void> {
  try {
    await nameTerritory(request);
    await proxy.web(request, response, { target });
  } catch (failure) {
    log.warn({ err: failure, path: request.url }, 'a forwarded request failed');
    if (!response.headersSent) {
      response.writeHead(502, { 'content-type': 'text/plain; charset=utf-8' });
    }
    response.end();
  }
}

/** The same for a WebSocket. */
export async function forwardUpgrade(
  request: IncomingMessage,
  socket: Socket,
  head: Buffer,
  target: string,
): Promise<void> {
  try {
    await nameTerritory(request);
    await proxy.ws(request, socket, { target }, head);
  } catch (failure) {
    log.warn({ err: failure, path: request.url }, 'a forwarded socket failed');
    socket.destroy();
  }
}

/** The gateway wants the territory's slug, identity its name for what it writes. */
async function nameTerritory({ url, headers }: IncomingMessage): Promise<void> {
  const api = url?.startsWith('/graphql') && !headers['x-territory'];
  if (!api && !url?.startsWith('/auth/')) {
    return;
  }
  const tenant = await tenantOf(hostname(headers.host)).catch(() => null);
  if (tenant) {
    headers[api ? 'x-territory' : 'x-ancrage-territory-name'] = api
      ? tenant.slug
      : encodeURIComponent(tenant.name);
  }
}

const hostname = (host = '') => host.replace(/:\d+$/, '').toLowerCase();
