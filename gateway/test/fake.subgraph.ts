import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type TerritoryCard, type Viewer, verifyRequest } from '@ancrage/signature';
import { buildSubgraphSchema, type GraphQLSchemaModule } from '@apollo/subgraph';

import { execute, type GraphQLSchema, parse, validate } from 'graphql';
import { createHandler } from 'graphql-sse';
import { FakeFiles } from './fake.files.js';

/** What the gateway said about a request: the context of a fake's resolvers. */
export type Signed = {
  viewer: Viewer | null;
  territoryId: string | null;
  territory: TerritoryCard | null;
  requestId: string;
  locale: string;
};
export type Received = Signed & { method: string; path: string; query: string; variables: unknown };
type Resolvers = GraphQLSchemaModule['resolvers'];

/** A real HTTP subgraph over a tiny schema, which refuses whatever the gateway did not sign. */
export class FakeSubgraph {
  /** How many tiles were sent, to tell what a cache spared. */
  tilesAsked = 0;
  readonly received: Received[] = [];
  readonly files: FakeFiles;
  /** Answers every GraphQL request with this status and no GraphQL, while set. */
  failWith: number | undefined;
  /** Subscriptions that the gateway holds open. */
  subscriptions = 0;
  private readonly server: Server;
  private readonly schema: GraphQLSchema;
  private readonly feeds = new Set<ServerResponse>();
  private readonly serveSubscription;

  constructor(
    readonly name: string,
    readonly typeDefs: string,
    resolvers: Record<string, unknown>,
    private readonly secret: string,
  ) {
    this.schema = buildSubgraphSchema([{ typeDefs: parse(typeDefs), resolvers: resolvers as Resolvers }]);
    this.serveSubscription = createHandler<Signed, undefined, never>({
      schema: this.schema,
      context: (request) => request.raw as never,
    });
    this.files = new FakeFiles(secret);
    const answer = (request: IncomingMessage, response: ServerResponse) => {
      const isFile = request.url?.startsWith('/files/');
      const answered = isFile ? this.files.answer(request, response) : this.answer(request, response);
      answered.catch((error) => response.destroy(error as Error));
    };
    this.server = createServer(answer).on('checkContinue', answer);
  }

  async listen(port = 0): Promise<void> {
    this.server.listen(port, '127.0.0.1');
    await once(this.server, 'listening');
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** Tells the gateway that a territory's data changed. */
  change(territoryId: string): void {
    for (const feed of this.feeds) feed.write(`data: ${JSON.stringify({ territoryId })}\n\n`);
  }

  /** Breaks the changes feed, as a restart would. */
  dropFeeds(): void {
    for (const feed of this.feeds) feed.destroy();
  }

  /** Breaks off every open connection, as a crash would. */
  breakConnections(): void {
    this.server.closeAllConnections();
  }

  async close(): Promise<void> {
    this.server.close();
    this.server.closeAllConnections();
    if (this.server.listening) await once(this.server, 'close');
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks);
    const method = request.method ?? '';
    const path = request.url ?? '';
    const verified = verifyRequest(this.secret, request.headers, { method, path, body });
    if (!verified.ok) return void response.writeHead(401).end(verified.reason);
    const { ok: _ok, ...who } = verified;
    const signed = { ...who, locale: String(request.headers['accept-language']) };
    if (path === '/changes') return this.openFeed(response);
    if (path === '/health') return void response.end('{}');
    if (path.startsWith('/tiles/')) return this.sendTile(path, signed, request, response);
    if (this.failWith) return void response.writeHead(this.failWith).end('<h1>broken</h1>');
    const { query, variables } = JSON.parse(body.toString()) as { query: string; variables?: object };
    this.received.push({ ...signed, method, path, query, variables });
    if (request.headers.accept === 'text/event-stream')
      return this.subscribe(request, body, signed, response);
    const document = parse(query);
    const errors = validate(this.schema, document);
    const result =
      errors.length > 0
        ? { errors }
        : await execute({
            schema: this.schema,
            document,
            contextValue: signed,
            variableValues: variables as Record<string, unknown>,
          });
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(result));
  }

  private openFeed(response: ServerResponse): void {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    response.write(': hello\n\n');
    this.feeds.add(response);
    response.on('close', () => this.feeds.delete(response));
  }

  private sendTile(path: string, signed: Signed, request: IncomingMessage, response: ServerResponse): void {
    const headers = {
      etag: '"v1"',
      'cache-control': 'public, max-age=31536000, immutable',
      'x-inner': 'secret',
    };
    if (request.headers['if-none-match'] === '"v1"') return void response.writeHead(304, headers).end();
    if (!path.endsWith('.mvt')) return void response.writeHead(404).end();
    this.tilesAsked++;
    response.writeHead(200, { ...headers, 'content-type': 'application/vnd.mapbox-vector-tile' });
    response.end(`tile of ${signed.territoryId}`);
  }

  private async subscribe(
    request: IncomingMessage,
    body: Buffer,
    signed: Signed,
    response: ServerResponse,
  ): Promise<void> {
    const [answer, head] = await this.serveSubscription({
      method: 'POST',
      url: '/graphql',
      headers: { get: (name) => request.headers[name]?.toString() },
      body: body.toString(),
      raw: signed,
      context: undefined,
    });
    response.writeHead(head.status, head.headers);
    if (!answer || typeof answer === 'string') return void response.end(answer ?? '');
    this.subscriptions += 1;
    response.once('close', () => {
      this.subscriptions -= 1;
      void answer.return(undefined);
    });
    for await (const chunk of answer) response.write(chunk);
    response.end();
  }
}
