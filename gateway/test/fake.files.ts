import type { IncomingMessage, ServerResponse } from 'node:http';
import { verifyStream } from '@ancrage/signature';

/** What a service saw of one request for a file. */
export type SeenFile = {
  path: string;
  userId: string | null;
  role: string | null;
  territoryId: string | null;
  headers: IncomingMessage['headers'];
  /** Bytes of the body received so far. */
  bytes: number;
  /** Whether the whole body came. */
  whole: boolean;
};

/** A service's side of the files channel: refuses `/files/refused`, sends `/files/large`, else tells what it was sent. */
export class FakeFiles {
  readonly seen: SeenFile[] = [];

  constructor(private readonly secret: string) {}

  async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = request.url ?? '';
    const verified = verifyStream(this.secret, request.headers, { method: request.method ?? '', path });
    if (!verified.ok) return void response.writeHead(401, { 'www-authenticate': 'Ancrage' }).end();
    const { viewer, territoryId } = verified;
    const seen: SeenFile = {
      ...{ path, territoryId, headers: request.headers, bytes: 0, whole: false },
      ...{ userId: viewer?.userId ?? null, role: viewer?.role ?? null },
    };
    this.seen.push(seen);
    if (path === '/files/refused')
      return void response.writeHead(422, { 'content-type': 'application/json' }).end('{}');
    if (path.startsWith('/files/public/')) return this.sendPublic(request, response);
    if (request.headers.expect !== undefined) response.writeContinue();
    await request
      .forEach((chunk: Buffer) => {
        seen.bytes += chunk.length;
      })
      .catch(() => {});
    seen.whole = request.complete;
    if (!seen.whole) return;
    const body = JSON.stringify({ bytes: seen.bytes, userId: seen.userId });
    response
      .writeHead(201, { 'content-type': 'application/json', 'set-cookie': 'a=1', 'x-inner': 'secret' })
      .end(body);
  }

  private sendPublic(request: IncomingMessage, response: ServerResponse): void {
    const headers = { etag: '"f1"', 'cache-control': 'public, max-age=60', 'content-type': 'text/csv' };
    if (request.headers['if-none-match'] === '"f1"') return void response.writeHead(304, headers).end();
    response.writeHead(200, headers).end('a;b\n');
  }
}
