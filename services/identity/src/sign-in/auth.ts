import { APIError, betterAuth } from 'better-auth';
import { createAuthMiddleware } from 'better-auth/api';
import { genericOAuth, jwt, magicLink } from 'better-auth/plugins';
import type { Pool } from 'pg';
import type { Logger } from 'pino';
import { describeError, withoutAddresses } from '../background.js';
import type { Env } from '../env.js';
import type { PublicHost } from '../http/public-host.js';
import type { RateLimits } from '../http/rate-limit.service.js';
import { CLIENT_ADDRESS_HEADER } from '../http/web-request.js';
import type { RightsService } from '../rights/rights.service.js';
import { AUTH_TABLES, SIGNING_KEY_TABLE } from './auth.tables.js';
import { isLocalPath } from './local-path.js';
import { toOAuthConfig } from './oidc.provider.js';

/** The site's sign-in page; errors that know no better place are shown there. */
export const SIGN_IN_PATH = '/connexion';
export const LINK_MINUTES = 15;
export const QUARTER_HOUR = 15 * 60;
const DAY = 24 * 60 * 60;
const REDIRECTS = ['callbackURL', 'errorCallbackURL', 'newUserCallbackURL', 'redirectTo'];

export interface AuthParts {
  env: Env;
  /** Not the ORM's: it reads dates as text, which Better Auth would compare as never past. */
  connections: Pool;
  rights: RightsService;
  rateLimits: RateLimits;
  log: Logger;
  /** Called for every requested link, whether its address is known or not; must not make the answer wait. */
  onLinkRequested: (request: { email: string; url: string; locale: unknown; headers: Headers }) => void;
}

/** What the rest of the service uses of Better Auth: it answers web requests under `/auth`. */
export interface Auth {
  handler(request: Request): Promise<Response>;
}

/** Better Auth for the public hosts of one scheme: whether cookies are `Secure` is decided once per instance. */
export function createAuth(protocol: PublicHost['protocol'], parts: AuthParts): Auth {
  const { env, connections, rights, rateLimits, log, onLinkRequested } = parts;
  const hosts = env.PUBLIC_HOSTS.filter((host) => host.protocol === protocol);
  const signInRule = { window: QUARTER_HOUR, max: env.SIGN_IN_LIMIT };
  return betterAuth({
    appName: 'Ancrage',
    basePath: '/auth',
    baseURL: { protocol, allowedHosts: hosts.map(({ pattern }) => pattern) },
    secret: env.IDENTITY_SECRET,
    database: connections,
    telemetry: { enabled: false },
    logger: {
      level: 'warn',
      log: (level, message, ...rest) => {
        const error = rest.find((one) => one instanceof Error);
        log[level]({ ...(error && { error: describeError(error) }) }, withoutAddresses(message));
      },
    },
    user: AUTH_TABLES.user,
    verification: AUTH_TABLES.verification,
    session: { ...AUTH_TABLES.session, expiresIn: env.SESSION_DAYS * DAY, updateAge: DAY },
    account: {
      ...AUTH_TABLES.account,
      updateAccountOnSignIn: false,
      // Safe because no account comes to be with an unproven address and a credential (see refuseUnverified).
      accountLinking: { requireLocalEmailVerified: false },
    },
    advanced: {
      cookiePrefix: 'ancrage',
      useSecureCookies: protocol === 'https',
      database: { generateId: 'uuid', validateSchema: true },
      ipAddress: { ipAddressHeaders: [CLIENT_ADDRESS_HEADER] },
      // Said explicitly because its defaults are laxer when NODE_ENV is "test".
      disableCSRFCheck: false,
      disableOriginCheck: false,
    },
    rateLimit: {
      enabled: true,
      customStorage: { consume: (key, rule) => rateLimits.consume(key, rule) },
      // Signed-in people are not counted: their token is fetched with every page.
      customRules: {
        '/sign-in/**': signInRule,
        '/magic-link/**': signInRule,
        '/callback/**': signInRule,
        '**': false,
      },
    },
    onAPIError: { errorURL: SIGN_IN_PATH, onError: (error) => logRefusal(log, error) },
    hooks: { before: stayOnHost },
    databaseHooks: {
      user: { create: { before: refuseUnverified } },
      account: { create: { before: dropTokens } },
      // Sessions go when they end: the account itself remembers when somebody last came.
      session: { create: { after: ({ userId }) => rememberVisit(connections, userId) } },
    },
    plugins: [
      magicLink({
        expiresIn: LINK_MINUTES * 60,
        disableSignUp: true,
        storeToken: 'hashed',
        sendMagicLink: ({ email, url, metadata }, context) =>
          onLinkRequested({
            email,
            url,
            locale: metadata?.locale,
            headers: context?.headers ?? new Headers(),
          }),
      }),
      genericOAuth({ config: env.OIDC_PROVIDERS.map(toOAuthConfig) }),
      jwt({
        // ES256 is understood by every verifier; EdDSA is not.
        jwks: {
          keyPairConfig: { alg: 'ES256' },
          rotationInterval: env.SIGNING_KEY_DAYS * DAY,
          gracePeriod: DAY,
        },
        jwt: {
          issuer: 'ancrage-identity',
          audience: 'ancrage',
          expirationTime: '15m',
          definePayload: async ({ user }) => ({ email: user.email, ...(await rights.read(user.id)) }),
        },
        schema: SIGNING_KEY_TABLE,
        disableSettingJwtHeader: true,
      }),
    ],
  });
}

/** A refusal is the caller's business; anything else is ours. */
function logRefusal(log: Logger, error: unknown): void {
  const refused = error instanceof APIError && error.statusCode < 500;
  log[refused ? 'debug' : 'error']({ error: describeError(error) }, refused ? 'refused' : 'failed');
}

/** Redirects are paths: a link asked on one host never leads to another, not even to another territory's. */
const stayOnHost = createAuthMiddleware(async ({ body, query }) => {
  for (const name of REDIRECTS) {
    const target: unknown = body?.[name] ?? query?.[name];
    if (target !== undefined && !(typeof target === 'string' && isLocalPath(target))) {
      throw new APIError('BAD_REQUEST', {
        code: 'BAD_INPUT',
        message: `${name} must be a path of this site.`,
      });
    }
  }
});

/**
 * Refuses an account for an address the provider does not vouch for: whoever claims somebody else's address would
 * otherwise hold an account that a later grant to that address makes powerful.
 */
async function refuseUnverified(user: { emailVerified: boolean }): Promise<void> {
  if (!user.emailVerified) {
    throw new APIError('FORBIDDEN', {
      code: 'EMAIL_NOT_VERIFIED',
      message: 'The provider did not verify this address.',
    });
  }
}

/** Nothing here calls a provider on a person's behalf, so its tokens are not kept. */
async function dropTokens<Linked extends object>(account: Linked): Promise<{ data: Linked }> {
  return { data: { ...account, accessToken: null, refreshToken: null, idToken: null } };
}

async function rememberVisit(connections: Pool, userId: string): Promise<void> {
  await connections.query('update user_account set updated_at = now() where id = $1', [userId]);
}
