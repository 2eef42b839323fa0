import { readFile } from 'node:fs/promises';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Logger, pino } from 'pino';
import { ApiKeyVerifier } from './access/api-key.verifier.js';
import { TokenVerifier } from './access/token.verifier.js';
import { PublicAnswers } from './cache/public.answers.js';
import { ResponseCache } from './cache/response.cache.js';
import { TileCache } from './cache/tile.cache.js';
import { DocumentStore } from './documents/document.store.js';
import { readTrustedDocuments } from './documents/trusted-documents.js';
import type { GatewayEnv } from './env.js';
import { Engine } from './execution/engine.js';
import { EventStreams } from './http/event-streams.js';
import { FilesProxy } from './http/files.proxy.js';
import { GraphQLHandler } from './http/graphql.handler.js';
import { createHttpServer } from './http/server.js';
import { ServiceRelay } from './http/service.relay.js';
import { TilesProxy } from './http/tiles.proxy.js';
import { findUnready } from './readiness.js';
import { ClientAddresses } from './request/address.js';
import { Admission } from './request/admission.js';
import { ConnectionCount } from './request/connection.count.js';
import { Identification } from './request/identification.js';
import { OperationRunner } from './request/operation.runner.js';
import { AllowedOrigins } from './request/origins.js';
import { RateLimiter } from './request/rate.limiter.js';
import { createGraphQLSockets } from './sockets/graphql.sockets.js';
import { SocketServer } from './sockets/socket.server.js';
import { ChangesFeed } from './territory/changes.feed.js';
import { DataVersions } from './territory/data.versions.js';
import { TerritoryRegistry } from './territory/territory.registry.js';
import { FileChannel } from './upstream/file.channel.js';
import { ServiceClient } from './upstream/service.client.js';
import { type Neighbour, SubgraphCaller } from './upstream/subgraph.caller.js';

export type Gateway = {
  server: Server;
  log: Logger;
  /** Starts to answer; the address says which port was taken when the setting was 0. */
  listen(): Promise<AddressInfo>;
  /** Refuses new requests, finishes those in flight, tells open connections to go. */
  stop(): Promise<void>;
};

export type GatewayOptions = {
  log?: Logger;
  /** A supergraph other than the committed one, and documents other than the web's: for tests. */
  supergraph?: string;
  trustedDocuments?: Record<string, string>;
  /** Subgraphs that run in this process, by name: queries reach them without HTTP, all else goes to their address. */
  neighbours?: Record<string, Neighbour>;
};

const SUPERGRAPH = new URL('../supergraph.graphql', import.meta.url);
const TRUSTED_DOCUMENTS = new URL('../trusted-documents.json', import.meta.url);

/** Builds a gateway, ready to listen. It needs none of its services to be there yet. */
export async function createGateway(env: GatewayEnv, options: GatewayOptions = {}): Promise<Gateway> {
  const log =
    options.log ?? pino({ name: 'gateway', level: env.LOG_LEVEL, redact: ['*.authorization', '*.apiKey'] });
  if (env.FREE_OPERATIONS && !env.LOCAL_RUN)
    log.warn('anybody may send any operation: FREE_OPERATIONS is on');
  const client = (name: string, url: string) =>
    new ServiceClient(name, url, env.GATEWAY_SECRET, env.SUBGRAPH_TIMEOUT_MS);
  const territory = client('territory', env.TERRITORY_URL);
  const subgraphs = [
    territory,
    client('directory', env.DIRECTORY_URL),
    client('accompaniment', env.ACCOMPANIMENT_URL),
  ];
  const identity = client('identity', env.IDENTITY_URL);

  const supergraph = options.supergraph ?? (await readFile(SUPERGRAPH, 'utf8'));
  const engine = new Engine(
    supergraph,
    new Map(
      subgraphs.map((service) => [
        service.name,
        new SubgraphCaller(service, options.neighbours?.[service.name]),
      ]),
    ),
  );
  const documents = new DocumentStore(engine.schema, {
    tokens: env.LIMIT_TOKENS,
    depth: env.LIMIT_DEPTH,
    fields: env.LIMIT_FIELDS,
    aliases: env.LIMIT_ALIASES,
    rootFields: env.LIMIT_ROOT_FIELDS,
  });
  const trusted =
    options.trustedDocuments ?? (await readTrustedDocuments(env.TRUSTED_DOCUMENTS ?? TRUSTED_DOCUMENTS));
  for (const problem of documents.trust(trusted))
    log.error(problem, 'a trusted document does not fit the schema');

  const territories = new TerritoryRegistry(territory, env.SITE_ADDRESS, log);
  const feeds = subgraphs.map(
    (service) =>
      new ChangesFeed(
        service,
        (territoryId) => {
          versions.changed(territoryId);
          if (service === territory) territories.expire();
        },
        log,
      ),
  );
  const versions = new DataVersions(() => feeds.every((feed) => feed.connected));

  const keys = new ApiKeyVerifier(identity);
  const identification = new Identification(territories, new TokenVerifier(env.IDENTITY_URL), keys);
  const admission = new Admission(
    new ClientAddresses(env.TRUSTED_PROXIES),
    keys,
    new RateLimiter(env.LIMIT_REQUESTS_PER_MINUTE),
    new RateLimiter(env.LIMIT_KEY_REQUESTS_PER_MINUTE),
    new RateLimiter(env.LIMIT_ANONYMOUS_CHANGES_PER_MINUTE),
  );
  const origins = new AllowedOrigins(env.ALLOWED_ORIGINS);
  const connections = new ConnectionCount(env.LIMIT_CONNECTIONS);
  const runner = new OperationRunner(documents, engine, env.FREE_OPERATIONS, log);
  const streams = new EventStreams(runner, connections);
  const graphql = new GraphQLHandler({
    admission,
    identification,
    territories,
    documents,
    runner,
    answers: new PublicAnswers(new ResponseCache(env.CACHE_BYTES, env.CACHE_SECONDS), versions),
    streams,
    bodyLimit: env.LIMIT_BODY_BYTES,
  });
  const channelTo = (url: string) => new FileChannel(url, env.GATEWAY_SECRET, env.FILE_ANSWER_TIMEOUT_MS);
  const channels = {
    territory: channelTo(env.TERRITORY_URL),
    directory: channelTo(env.DIRECTORY_URL),
    accompaniment: channelTo(env.ACCOMPANIMENT_URL),
  };
  const server = createHttpServer({
    graphql,
    tiles: new TilesProxy(territory, territories, new TileCache(env.TILE_CACHE_BYTES)),
    files: new FilesProxy({
      admission,
      identification,
      channels,
      uploads: new ConnectionCount(env.LIMIT_UPLOADS),
      byteLimit: env.LIMIT_FILE_BYTES,
      stallMs: env.UPLOAD_STALL_MS,
    }),
    relay: new ServiceRelay(env.GATEWAY_SECRET, [...subgraphs, identity]),
    origins,
    unready: () => findUnready(subgraphs, territories),
    requestTimeoutMs: env.REQUEST_TIMEOUT_MS,
    uploadTimeoutMs: env.UPLOAD_TIMEOUT_MS,
    log,
  });
  const sockets = new SocketServer({
    sockets: createGraphQLSockets({
      schema: engine.schema,
      identification,
      admission,
      runner,
      operationLimit: env.LIMIT_CONNECTION_OPERATIONS,
      initTimeoutMs: env.CONNECTION_INIT_TIMEOUT_MS,
      log,
    }),
    origins,
    admission,
    connections,
    frameLimit: env.LIMIT_FRAME_BYTES,
    log,
  });
  sockets.attach(server);

  return {
    server,
    log,
    listen: () =>
      new Promise((resolve, reject) => {
        server.once('error', reject);
        server.listen(env.PORT, env.HOST, () => {
          for (const feed of feeds) feed.start();
          resolve(server.address() as AddressInfo);
        });
      }),
    stop: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      // What still comes over connections already open is answered, as the last on its connection.
      server.prependListener('request', (_request, response) => response.setHeader('connection', 'close'));
      streams.stop();
      const idle = setInterval(() => server.closeIdleConnections(), 50);
      await sockets.stop(env.STOP_TIMEOUT_MS);
      const cut = setTimeout(() => server.closeAllConnections(), env.STOP_TIMEOUT_MS);
      await closed;
      clearInterval(idle);
      clearTimeout(cut);
      await Promise.all(feeds.map((feed) => feed.stop()));
      for (const channel of Object.values(channels)) channel.close();
      await Promise.all([...subgraphs, identity].map((service) => service.close()));
    },
  };
}
