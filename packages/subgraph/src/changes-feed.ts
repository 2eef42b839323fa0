import type { IncomingMessage, ServerResponse } from 'node:http';
import { ANYTHING, CHANGES_CHANNEL, type Listener } from './changes.js';

const HEARTBEAT_MILLISECONDS = 15_000;

/** Server-sent events naming each territory whose data changed; `*` when anything may have. */
export function serveChanges(listener: Listener, request: IncomingMessage, response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
  const send = (territoryId: string) => void response.write(`data: ${JSON.stringify({ territoryId })}\n\n`);
  const heartbeat = setInterval(() => response.write(': alive\n\n'), HEARTBEAT_MILLISECONDS);
  send(ANYTHING);
  listener.events.on(CHANGES_CHANNEL, send);
  request.once('close', () => {
    clearInterval(heartbeat);
    listener.events.off(CHANGES_CHANNEL, send);
  });
}
