import { MAIL_SETTINGS } from '@ancrage/post/settings';
import { z } from 'zod';
import { type PublicHost, parsePublicHost } from './http/public-host.js';
import { isAddressRange } from './http/trusted-proxies.js';

const secret = z.string().min(32, 'must be 32 characters at least');
const postgresUrl = z.url({ protocol: /^postgres(ql)?$/, message: 'must be a postgres:// URL' });
const whole = z.coerce
  .number('must be a whole number')
  .int('must be a whole number')
  .min(1, 'must be 1 at least');

const given = z.string('must be given').min(1, 'must be given');

const oidcProvider = z.strictObject({
  id: z.string('must be given').regex(/^[a-z0-9-]+$/, 'must be lower case letters, digits and dashes'),
  discoveryUrl: z.url({ protocol: /^https?$/, error: 'must be a URL' }),
  clientId: given,
  clientSecret: given,
  /** What the button says. */
  label: given,
  scopes: z.array(z.string()).default(['openid', 'email', 'profile']),
  /** For a provider that vouches for its addresses without saying `email_verified`. */
  trustEmail: z.boolean().default(false),
});

/** An organisation's OpenID Connect provider, e.g. ProConnect or a Keycloak. */
export type OidcProvider = z.infer<typeof oidcProvider>;

const list = (text: string): string[] =>
  text
    .split(',')
    .map((entry) => entry.trim())
    .filter(Boolean);

const publicHosts = z.string().transform((text, context): PublicHost[] =>
  list(text).map((entry) => {
    const host = parsePublicHost(entry);
    if (!host)
      context.addIssue(`"${entry}" is not a host such as exemple.fr, *.exemple.fr or localhost:3000`);
    return host as PublicHost;
  }),
);

const trustedProxies = z.string().transform((text, context) => {
  for (const entry of list(text)) {
    if (!isAddressRange(entry))
      context.addIssue(`"${entry}" is not an address or a range such as 10.0.0.0/8`);
  }
  return list(text);
});

const oidcProviders = z.string().transform((text, context) => {
  try {
    const result = z.array(oidcProvider).safeParse(JSON.parse(text));
    if (result.success) return result.data;
    for (const { path, message } of result.error.issues)
      context.addIssue(`${path.join('.') || 'value'}: ${message}`);
  } catch {
    context.addIssue('must be JSON: [{"id", "discoveryUrl", "clientId", "clientSecret", "label"}]');
  }
  return z.NEVER;
});

/** What the operator's commands need. */
const database = {
  IDENTITY_DATABASE_URL: postgresUrl,
  IDENTITY_DATABASE_OWNER_URL: postgresUrl,
  LOCAL_RUN: z.stringbool('must be true or false').default(false),
};

const service = {
  ...database,
  PORT: whole.max(65535, 'must be 65535 at most').default(4004),
  HOST: z.string().default('127.0.0.1'),
  GATEWAY_SECRET: secret,
  IDENTITY_SECRET: secret,
  ...MAIL_SETTINGS,
  PUBLIC_HOSTS: publicHosts.refine((hosts) => hosts.length > 0, 'must name one host at least'),
  TRUSTED_PROXIES: trustedProxies.prefault('127.0.0.0/8,::1'),
  OIDC_PROVIDERS: oidcProviders.prefault('[]'),
  SESSION_DAYS: whole.default(7),
  SIGNING_KEY_DAYS: whole.default(90),
  SIGN_IN_LIMIT: whole.optional(),
  MAIL_LIMIT: whole.optional(),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info'),
};

export type DatabaseEnv = z.infer<z.ZodObject<typeof database>>;
export type Env = z.infer<z.ZodObject<typeof service>> & {
  /** Sign-in attempts per client address and quarter of an hour. */
  SIGN_IN_LIMIT: number;
  /** Links sent to one mailbox per quarter of an hour. */
  MAIL_LIMIT: number;
};

/** Every wrong or missing setting at once, so that nobody repairs them one start at a time. */
export class EnvError extends Error {
  override name = 'EnvError';
  constructor(readonly problems: string[]) {
    super(`Settings to correct before starting:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`);
  }
}

/** The service's settings; throws one `EnvError` that lists every problem. */
export function readEnv(source: NodeJS.ProcessEnv): Env {
  const env = parse(service, source);
  // A local run, its browser tests and its load tests come from one address: limits there would only be in the way.
  const [signIn, mail] = env.LOCAL_RUN ? [1_000_000, 1_000_000] : [20, 5];
  return { ...env, SIGN_IN_LIMIT: env.SIGN_IN_LIMIT ?? signIn, MAIL_LIMIT: env.MAIL_LIMIT ?? mail };
}

/** The settings of the operator's commands. */
export function readDatabaseEnv(source: NodeJS.ProcessEnv): DatabaseEnv {
  return parse(database, source);
}

function parse<Shape extends z.ZodRawShape>(
  shape: Shape,
  source: NodeJS.ProcessEnv,
): z.infer<z.ZodObject<Shape>> {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''));
  const result = z.object(shape).safeParse(given);
  if (result.success) return result.data;
  throw new EnvError(
    result.error.issues.map(({ path, message }) => {
      const name = String(path[0]);
      return given[name] === undefined ? `${name} is missing` : `${name}: ${message}`;
    }),
  );
}
