/**
 * The web's process: the site, its health, and the doors to the gateway and to identity on the
 * same host, so that a visitor's browser talks to one origin only.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { type Env, env as readEnv } from '#lib/server/env.ts';
import { log } from '#lib/server/log.ts';
import { forwardFiles } from './files/forward-files.ts';
import { certifyOrigin } from './forwarded.ts';
import { forward, forwardUpgrade, upstream } from './forwarding.ts';
import { admitOneClick } from './one-click.ts';
import { probe } from './probes.ts';

const env = settings();
log.level = env.LOG_LEVEL;

// The adapter reads these when it is loaded; certifyOrigin writes the headers they name.
process.env.PROTOCOL_HEADER = 'x-forwarded-proto';
process.env.ADDRESS_HEADER = 'x-forwarded-for';
const { handler } = await import('ancrage:handler');

/** A large file over a thin line takes an hour; everything else a visitor sends is short. */
const fileTimeout = 3_600_000;
const requestTimeout = 300_000;

const server = createServer({ requestTimeout: fileTimeout });

function answer(request: IncomingMessage, response: ServerResponse): void {
  const path = request.url ?? '/';
  if (path === '/health' || path === '/ready') {
    void probe(path, env, response);
    return;
  }
  certifyOrigin(request, env.TRUSTED_PROXIES);
  admitOneClick(request);
  if (path.startsWith('/files/')) {
    void forwardFiles(request, response, env);
    return;
  }
  limitArrival(request);
  const target = upstream(path, env);
  if (target) {
    void forward(request, response, target);
  } else {
    handler(request, response, () => response.writeHead(404).end());
  }
}

function limitArrival(request: IncomingMessage): void {
  if (request.method === 'GET') {
    return;
  }
  const late = setTimeout(() => request.destroy(), requestTimeout);
  request.once('end', () => clearTimeout(late)).once('close', () => clearTimeout(late));
}

server.on('request', answer);
// Who asks before sending a file waits until the gateway wants it; other bodies are small.
server.on('checkContinue', (request: IncomingMessage, response: ServerResponse) => {
  if (!request.url?.startsWith('/files/')) {
    response.writeContinue();
  }
  answer(request, response);
});

const sockets = new Set<Socket>();
server.on('upgrade', (request, socket: Socket, head) => {
  certifyOrigin(request, env.TRUSTED_PROXIES);
  const target = request.url?.startsWith('/graphql') ? upstream(request.url, env) : null;
  if (!target) {
    socket.destroy();
    return;
  }
  sockets.add(socket);
  socket.once('close', () => sockets.delete(socket));
  void forwardUpgrade(request, socket, head, target);
});

server.on('error', (failure: NodeJS.ErrnoException) => {
  const reason =
    failure.code === 'EADDRINUSE'
      ? `Le port ${env.PORT} est déjà pris : changez PORT ou libérez-le.`
      : failure.message;
  console.error(reason);
  process.exit(1);
});
server.listen(env.PORT, env.HOST, () => log.info({ port: env.PORT }, 'the site is open'));

process.once('SIGTERM', stop);
process.once('SIGINT', stop);

/** Finishes the requests under way; sockets that stay open are ended, clients come back by themselves. */
function stop(): void {
  server.close(() => process.exit(0));
  server.closeIdleConnections();
  for (const socket of sockets) {
    socket.destroy();
  }
  setTimeout(() => server.closeAllConnections(), 10_000).unref();
}

function settings(): Env {
  try {
    return readEnv();
  } catch (problems) {
    console.error((problems as Error).message);
    return process.exit(1);
  }
}
