import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type TerritoryCard, type VerifiedRequest, verifyRequest, verifyStream } from '@ancrage/signature';
import { PERSONAL_DATA_PATH } from '@ancrage/signature/personal-data';
import type { FormattedExecutionResult } from 'graphql';
import { createApollo } from './apollo.js';
import { CHANGES_CHANNEL, type Listener, listen as listenForNotifications } from './changes.js';
import { serveChanges } from './changes-feed.js';
import { type RequestOrigin, SubgraphContext } from './context.js';
import type { Database } from './database.js';
import { createFiles, type FileRoute } from './files.js';
import { readBody, sendJson } from './http.js';
import type { Logger } from './logging.js';
import { answerPersonalData, type PersonalDataHandler } from './personal-data.js';
import type { FederatedSchema } from './schema.js';
import { createSubscriptions } from './subscriptions.js';
import { traceRequest } from './telemetry.js';

export interface SubgraphOptions {
  name: string;
  schema: FederatedSchema;
  database: Database;
  /** Where notifications are listened to; a direct connection, not a transaction pooler. */
  notificationsUrl: string;
  /** Channels that the subgraph's subscriptions follow, besides the changes feed. */
  channels?: string[];
  gatewaySecret: string;
  log: Logger;
  /** Told of the territory of each request, for a service that writes to people when nobody asks. */
  metTerritory?: (territoryId: string, card: TerritoryCard) => void;
  /** Answers a signed GET that is not GraphQL, such as a tile; false when the path is not its own. */
  serve?: (path: string, request: IncomingMessage, response: ServerResponse) => boolean;
  /** Gives all that the service keeps of a person in the request's territory, or forgets it. */
  personalData?: PersonalDataHandler;
  /** What is sent and fetched whole, under `/files/`: bodies stream, and only how they are announced is signed. */
  files?: readonly FileRoute[];
}

export interface Subgraph {
  server: Server;
  listener: Listener;
  /** Answers a GraphQL request of a gateway in the same process, which says by itself who asks. */
  execute(body: string, origin: RequestOrigin): Promise<FormattedExecutionResult>;
  /** Refuses new requests, finishes those in flight, then closes the database. */
  stop(): Promise<void>;
}

const EVENT_STREAM = 'text/event-stream';

/** The HTTP server of a subgraph: `/health`, `/ready`, and for the gateway alone `/graphql` and `/changes`. */
export async function createSubgraph(options: SubgraphOptions): Promise<Subgraph> {
  const { schema, database, log } = options;
  const apollo = await createApollo(schema, log);
  const listener = listenForNotifications(
    options.notificationsUrl,
    [CHANGES_CHANNEL, ...(options.channels ?? [])],
    log,
  );
  const subscribe = createSubscriptions(schema.schema);
  const files = createFiles(options.files ?? []);
  const streams = new Set<ServerResponse>();
  const contextFor = (origin: RequestOrigin, longLived?: boolean) => {
    // An operator also looks at territories that are being taken away: that must bring nothing back.
    if (origin.territoryId && origin.territory && origin.viewer?.role !== 'OPERATOR')
      options.metTerritory?.(origin.territoryId, origin.territory);
    return new SubgraphContext(database, origin, log, listener, longLived);
  };
  const run = (body: string, context: SubgraphContext) =>
    traceRequest(options.name, context.origin, () => apollo.run(body, context));

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const path = request.url ?? '/';
    if (path === '/health') return sendJson(response, 200, { status: 'ok' });
    if (path === '/ready') return ready(database, response);
    if (path.startsWith('/files/')) {
      const verified = verifyStream(options.gatewaySecret, request.headers, {
        method: request.method ?? 'GET',
        path,
      });
      if (!verified.ok) return refuseUnsigned(verified, response, log);
      const context = contextFor(originOf(verified, request));
      return files(context, request, response);
    }
    if (request.headers.expect !== undefined) response.writeContinue();
    const body = await readBody(request);
    if (!body) return sendJson(response, 413, { error: 'too large' });
    const verified = verifyRequest(options.gatewaySecret, request.headers, {
      method: request.method ?? 'GET',
      path,
      body,
    });
    if (!verified.ok) return refuseUnsigned(verified, response, log);
    const stream = request.headers.accept?.includes(EVENT_STREAM) ?? false;
    if (path === '/changes' || stream) {
      streams.add(response);
      response.once('close', () => streams.delete(response));
    }
    if (path === '/changes') return serveChanges(listener, request, response);
    if (path === '/graphql' && request.method === 'POST') {
      const context = contextFor(originOf(verified, request), stream);
      if (stream) return subscribe(body, context, request, response);
      const result = await run(body.toString('utf8'), context);
      return sendJson(response, result.data === undefined ? 400 : 200, result);
    }
    if (path === PERSONAL_DATA_PATH && request.method === 'POST' && options.personalData)
      return answerPersonalData(
        options.personalData,
        contextFor(originOf(verified, request)),
        body,
        response,
      );
    if (options.serve?.(path, request, response)) return;
    sendJson(response, 404, { error: 'not found' });
  };

  const server = createServer();
  const receive = (request: IncomingMessage, response: ServerResponse) => {
    // While stopping, a connection that becomes idle is closed: the gateway keeps them open for a minute otherwise.
    response.once('close', () => {
      if (!server.listening) server.closeIdleConnections();
    });
    answer(request, response).catch((error: unknown) => {
      log.error({ err: error, path: request.url }, 'request failed');
      if (!response.headersSent)
        sendJson(response, 500, {
          errors: [{ message: 'Internal error.', extensions: { code: 'INTERNAL' } }],
        });
      else response.destroy();
    });
  };
  server.on('request', receive);
  // Who asks before sending a body waits for the route that wants it.
  server.on('checkContinue', receive);
  server.keepAliveTimeout = 65_000;
  // A large file over a thin line takes long; the gateway gives up on one that stalls.
  server.requestTimeout = 0;

  return {
    server,
    listener,
    execute: (body, origin) => run(body, contextFor(origin)),
    stop: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeIdleConnections();
      for (const response of streams) response.end();
      await closed;
      await apollo.stop();
      await listener.close();
      await database.close();
    },
  };
}

function refuseUnsigned(
  { reason }: Extract<VerifiedRequest, { ok: false }>,
  response: ServerResponse,
  log: Logger,
) {
  log.warn({ reason }, 'unsigned request refused');
  // Tells the gateway's own mistake from a route that wants its viewer to sign in.
  response.setHeader('www-authenticate', 'Ancrage');
  sendJson(response, 401, {
    errors: [{ message: 'Unsigned request.', extensions: { code: 'UNAUTHENTICATED' } }],
  });
}

async function ready(database: Database, response: ServerResponse): Promise<void> {
  await database.ping().then(
    () => sendJson(response, 200, { status: 'ready' }),
    () => sendJson(response, 503, { status: 'database does not answer' }),
  );
}

function originOf(verified: Omit<RequestOrigin, 'locale'>, request: IncomingMessage): RequestOrigin {
  const locale = request.headers['accept-language']?.toLowerCase().startsWith('en') ? 'en' : 'fr';
  return {
    requestId: verified.requestId,
    viewer: verified.viewer,
    territoryId: verified.territoryId,
    territory: verified.territory ?? null,
    locale,
  };
}
