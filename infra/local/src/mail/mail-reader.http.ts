import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { Mailbox } from './mailbox.js';

/**
 * Serves a mailbox as JSON: `GET /messages?to=`, `GET /messages/:id`, `DELETE /messages`.
 * The messages hold sign-in links, so a request under another name than this machine's is refused:
 * a web page that points its own domain at 127.0.0.1 reads nothing here.
 */
export function createMailReader(mailbox: Mailbox): Server {
  return createServer((request, response) => {
    const [status, body] = isLoopbackName(request.headers.host)
      ? reply(mailbox, request)
      : ([403, { error: 'Loopback only.' }] as const);
    response
      .writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' })
      .end(JSON.stringify(body));
  });
}

function reply(mailbox: Mailbox, request: IncomingMessage): [status: number, body: unknown] {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
  const [, collection, id, ...rest] = pathname.split('/');
  if (collection !== 'messages' || rest.length > 0) return [404, { error: 'No such page.' }];
  if (request.method === 'DELETE' && !id) {
    mailbox.clear();
    return [200, []];
  }
  if (request.method !== 'GET') return [405, { error: 'Method not allowed.' }];
  if (!id) return [200, mailbox.list(searchParams.get('to') ?? undefined)];
  const message = mailbox.find(id);
  return message ? [200, message] : [404, { error: 'No such message.' }];
}

function isLoopbackName(host = ''): boolean {
  return /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i.test(host);
}
