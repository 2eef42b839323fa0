import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createMailer } from '@ancrage/post/mailer';
import { MEMBERS_PATH } from '@ancrage/signature/members';
import { PERSONAL_DATA_PATH } from '@ancrage/signature/personal-data';
import pg from 'pg';
import type { Logger } from 'pino';
import { personalDataRoute } from './account/personal-data.route.js';
import { apiKeyRoute } from './api-key/api-key.route.js';
import { ApiKeyService } from './api-key/api-key.service.js';
import { regionKeysRoute } from './api-key/region-keys.route.js';
import { Background, describeError } from './background.js';
import { openDatabase } from './database.js';
import type { Env } from './env.js';
import { readBody, sendError } from './http/body.js';
import { healthRoutes } from './http/health.routes.js';
import { readPublicRequest } from './http/public-request.js';
import { RateLimits } from './http/rate-limit.service.js';
import { logRequest } from './http/request-log.js';
import { trustedProxies } from './http/trusted-proxies.js';
import { migrate } from './migrate.js';
import { membersRoute } from './rights/members.route.js';
import { operatorRoutes } from './rights/operator.routes.js';
import { RightsService } from './rights/rights.service.js';
import { TerritoryMembers } from './rights/territory-members.js';
import { type Auth, createAuth } from './sign-in/auth.js';
import { keySetRoute } from './sign-in/key-set.route.js';
import { linkRequestHandler } from './sign-in/link-request.js';
import { signInRoutes } from './sign-in/sign-in.routes.js';
import { startSweeping } from './sweep.js';

export interface App {
  server: Server;
  /** Resolves when the mails under way are sent. */
  settled(): Promise<void>;
  /** Finishes the requests and mails under way, then lets go of everything. */
  stop(): Promise<void>;
}

/** Brings the database up to date and builds the service; the caller listens. */
export async function createApp(env: Env, log: Logger): Promise<App> {
  await migrate(env.IDENTITY_DATABASE_OWNER_URL, env.IDENTITY_DATABASE_URL);
  const database = await openDatabase(env.IDENTITY_DATABASE_URL);
  const connections = new pg.Pool({ connectionString: env.IDENTITY_DATABASE_URL, max: 10 });
  // An idle connection that breaks (a restarted server) is replaced at the next use; unhandled, it would end the process.
  connections.on('error', (error) =>
    log.warn({ error: describeError(error) }, 'a database connection broke'),
  );
  const rights = new RightsService(database);
  const rateLimits = new RateLimits(database);
  const mailer = createMailer(env.SMTP_URL, env.MAIL_FROM);
  const background = new Background(log);
  const onLinkRequested = linkRequestHandler({
    database,
    rateLimits,
    mailer,
    background,
    mailLimit: env.MAIL_LIMIT,
  });
  const authParts = { env, connections, rights, rateLimits, log, onLinkRequested };
  const protocols = new Set(env.PUBLIC_HOSTS.map(({ protocol }) => protocol));
  const auths = new Map<string, Auth>(
    [...protocols].map((protocol) => [protocol, createAuth(protocol, authParts)]),
  );
  const authOf = (protocol: string) => auths.get(protocol) as Auth;
  const fromPublic = { publicHosts: env.PUBLIC_HOSTS, isTrustedProxy: trustedProxies(env.TRUSTED_PROXIES) };
  const apiKeys = new ApiKeyService(database);
  const verifyApiKey = apiKeyRoute(apiKeys, env.GATEWAY_SECRET);
  const regionKeys = regionKeysRoute(apiKeys, rights, rateLimits);
  const personalData = personalDataRoute(database, env.GATEWAY_SECRET);
  const members = membersRoute(rights, env.GATEWAY_SECRET);
  const operator = operatorRoutes(rights, new TerritoryMembers(connections));
  const signIn = signInRoutes({ authOf, rights, providers: env.OIDC_PROVIDERS, regionKeys, operator });
  const keySet = keySetRoute(env.PUBLIC_HOSTS, authOf);
  const health = healthRoutes({ database, mailer });
  const sweeping = startSweeping(database, background);

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const [pathname = '/'] = (request.url ?? '/').split('?');
    const route = `${request.method} ${pathname}`;
    if (route === 'GET /health' || route === 'GET /ready') return health(pathname, response);
    if (route === 'GET /auth/jwks') return keySet(response);
    const body = await readBody(request);
    if (!body) return sendError(response, 413, 'BAD_INPUT', 'The request is too large.');
    if (route === 'POST /internal/api-keys/verify') return verifyApiKey(request, body, response);
    if (route === `POST ${PERSONAL_DATA_PATH}`) return personalData(request, body, response);
    if (route === `POST ${MEMBERS_PATH}`) return members(request, body, response);
    if (!pathname.startsWith('/auth/'))
      return sendError(response, 404, 'NOT_FOUND', 'There is nothing here.');
    const from = readPublicRequest(request, fromPublic);
    if (!from) return sendError(response, 421, 'BAD_INPUT', 'This host is not served here.');
    return signIn({ request, body, response, from });
  }

  const server = createServer((request, response) => {
    logRequest(log, request, response);
    answer(request, response).catch((error: unknown) => {
      log.error({ error: describeError(error) }, 'request failed');
      if (response.headersSent) response.destroy();
      else sendError(response, 500, 'INTERNAL', 'Something went wrong on our side.');
    });
  });

  return {
    server,
    settled: () => background.settled(),
    async stop() {
      sweeping.stop();
      await new Promise((resolve) => {
        server.close(resolve);
        server.closeIdleConnections();
      });
      await background.settled();
      mailer.close();
      await Promise.all([connections.end(), database.close()]);
    },
  };
}
