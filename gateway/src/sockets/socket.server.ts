import { type IncomingMessage, type Server, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { CloseCode, handleProtocols } from 'graphql-ws';
import type { Logger } from 'pino';
import { type RawData, type WebSocket, WebSocketServer } from 'ws';
import { Refusal } from '../refusals.js';
import type { Admission } from '../request/admission.js';
import type { ConnectionCount } from '../request/connection.count.js';
import type { AllowedOrigins } from '../request/origins.js';
import type { GraphQLSockets } from './graphql.sockets.js';

export type SocketServerParts = {
  sockets: GraphQLSockets;
  origins: AllowedOrigins;
  admission: Admission;
  connections: ConnectionCount;
  frameLimit: number;
  log: Logger;
};

const HEARTBEAT_MS = 30_000;

/** Accepts WebSockets at `/graphql`: from allowed origins, as many and with frames as large as the limits say. */
export class SocketServer {
  private readonly server: WebSocketServer;
  private readonly alive = new WeakSet<WebSocket>();
  private readonly heartbeat: NodeJS.Timeout;

  constructor(private readonly parts: SocketServerParts) {
    this.server = new WebSocketServer({ noServer: true, maxPayload: parts.frameLimit, handleProtocols });
    this.heartbeat = setInterval(() => this.dropSilent(), HEARTBEAT_MS).unref();
  }

  attach(server: Server): void {
    server.on('upgrade', (request, socket, head) => this.upgrade(request, socket, head));
  }

  /** Asks every client to go; those that do not within the time given are cut off. */
  async stop(graceMs: number): Promise<void> {
    clearInterval(this.heartbeat);
    for (const socket of this.server.clients) socket.close(1001, 'the gateway restarts');
    const cut = setTimeout(() => {
      for (const socket of this.server.clients) socket.terminate();
    }, graceMs);
    await new Promise<void>((resolve) => this.server.close(() => resolve()));
    clearTimeout(cut);
  }

  private upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    socket.on('error', () => socket.destroy());
    try {
      if (request.url?.split('?')[0] !== '/graphql') throw new Refusal('PATH');
      if (!this.parts.origins.allows(request.headers.origin)) throw new Refusal('ORIGIN');
      this.parts.admission.admit(request);
      this.parts.connections.enter();
    } catch (failure) {
      refuse(socket, failure instanceof Refusal ? failure : new Refusal('INTERNAL'));
      return;
    }
    socket.once('close', () => this.parts.connections.leave());
    this.server.handleUpgrade(request, socket, head, (opened) => this.open(opened, request));
  }

  private open(socket: WebSocket, request: IncomingMessage): void {
    const { log, sockets } = this.parts;
    const fail = (error: unknown) => {
      log.error({ err: error }, 'a WebSocket message failed');
      socket.close(CloseCode.InternalServerError, 'INTERNAL');
    };
    this.alive.add(socket);
    socket.on('pong', () => this.alive.add(socket));
    // A frame too large or broken: ws closes the connection with the code that says so.
    socket.on('error', (error) => log.debug({ err: error }, 'WebSocket closed on an error'));
    const closed = sockets.opened(
      {
        protocol: socket.protocol,
        send: (data) => send(socket, data),
        close: (code, reason) => socket.close(code, reason),
        onMessage: (receive) =>
          socket.on('message', (data: RawData) => void receive(String(data)).catch(fail)),
      },
      { socket, request },
    );
    socket.once('close', (code, reason) => void closed(code, String(reason)).catch(fail));
  }

  private dropSilent(): void {
    for (const socket of this.server.clients) {
      if (!this.alive.has(socket)) socket.terminate();
      else {
        this.alive.delete(socket);
        socket.ping();
      }
    }
  }
}

function send(socket: WebSocket, data: string): Promise<void> {
  if (socket.readyState !== socket.OPEN) return Promise.resolve();
  return new Promise((resolve, reject) => socket.send(data, (error) => (error ? reject(error) : resolve())));
}

function refuse(socket: Duplex, { status, code }: Refusal): void {
  socket.end(
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nConnection: close\r\nContent-Type: text/plain\r\nContent-Length: ${code.length}\r\n\r\n${code}`,
  );
}
