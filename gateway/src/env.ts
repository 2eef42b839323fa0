import { isIP } from 'node:net';
import { SITE_ADDRESS, SITE_ADDRESS_PROBLEM } from '@ancrage/signature/site-address';
import { z } from 'zod';

const secret = z.string().min(32, 'must be 32 characters at least');
const baseUrl = z.url({ protocol: /^https?$/, message: 'must be an http:// or https:// URL' });
const list = z.string().transform((text) =>
  text
    .split(',')
    .map((item) => item.trim())
    .filter(Boolean),
);
const proxies = list.refine(
  (items) => items.every(isAddressRange),
  'must be addresses or CIDR ranges, comma-separated',
);
const NUMBER = 'must be a whole number';
const PORTS = 'must be a port, up to 65535';
const count = (standard: number) =>
  z.coerce.number(NUMBER).int(NUMBER).min(1, 'must be 1 at least').default(standard);

function isAddressRange(text: string): boolean {
  const [address = '', prefix] = text.split('/');
  const bits = isIP(address) === 6 ? 128 : 32;
  return (
    isIP(address) !== 0 && (prefix === undefined || (/^\d{1,3}$/.test(prefix) && Number(prefix) <= bits))
  );
}

/** Loads from one address that nobody would meet in production: a developer's machine must stand a load test. */
const UNLIMITED = 1_000_000_000;

/** Room for a few thousand compressed pages. */
const CACHE_BYTES = 64 * 1024 * 1024;

/** The largest official file is half of it; longer ones come by their address. */
const FILE_BYTES = 2 * 1024 ** 3;

/** The settings, by name; `README.md` explains each. A local run is generous where production is careful. */
function settings(local: boolean) {
  return z.object({
    PORT: z.coerce.number(NUMBER).int(NUMBER).min(0, PORTS).max(65535, PORTS),
    HOST: z.string().default('127.0.0.1'),
    LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info'),
    LOCAL_RUN: z.stringbool().default(false),
    GATEWAY_SECRET: secret,
    TERRITORY_URL: baseUrl,
    DIRECTORY_URL: baseUrl,
    ACCOMPANIMENT_URL: baseUrl,
    IDENTITY_URL: baseUrl,
    SITE_ADDRESS: z
      .string()
      .regex(SITE_ADDRESS, SITE_ADDRESS_PROBLEM)
      .default(local ? 'http://{host}:3000' : 'https://{host}'),
    FREE_OPERATIONS: z.stringbool().default(local),
    TRUSTED_DOCUMENTS: z.string().optional(),
    ALLOWED_ORIGINS: list.prefault(local ? 'http://localhost:*,http://*.localhost:*,http://127.0.0.1:*' : ''),
    TRUSTED_PROXIES: proxies.prefault(local ? '127.0.0.1,::1' : ''),
    LIMIT_BODY_BYTES: count(100_000),
    LIMIT_FILE_BYTES: count(FILE_BYTES),
    LIMIT_UPLOADS: count(20),
    UPLOAD_STALL_MS: count(30_000),
    UPLOAD_TIMEOUT_MS: count(3_600_000),
    FILE_ANSWER_TIMEOUT_MS: count(60_000),
    LIMIT_TOKENS: count(2_000),
    LIMIT_DEPTH: count(16),
    LIMIT_FIELDS: count(1_000),
    LIMIT_ALIASES: count(30),
    LIMIT_ROOT_FIELDS: count(20),
    LIMIT_REQUESTS_PER_MINUTE: count(local ? UNLIMITED : 600),
    LIMIT_KEY_REQUESTS_PER_MINUTE: count(local ? UNLIMITED : 3_000),
    LIMIT_ANONYMOUS_CHANGES_PER_MINUTE: count(local ? UNLIMITED : 20),
    LIMIT_FRAME_BYTES: count(65_536),
    LIMIT_CONNECTIONS: count(local ? 10_000 : 2_000),
    LIMIT_CONNECTION_OPERATIONS: count(20),
    CONNECTION_INIT_TIMEOUT_MS: count(5_000),
    REQUEST_TIMEOUT_MS: count(15_000),
    SUBGRAPH_TIMEOUT_MS: count(10_000),
    STOP_TIMEOUT_MS: count(10_000),
    CACHE_BYTES: z.coerce.number(NUMBER).int(NUMBER).min(0).default(CACHE_BYTES),
    CACHE_SECONDS: count(60),
    TILE_CACHE_BYTES: z.coerce.number(NUMBER).int(NUMBER).min(0).default(CACHE_BYTES),
  });
}

export type GatewayEnv = z.infer<ReturnType<typeof settings>>;

/** Every wrong or missing setting at once, so that nobody repairs them one start at a time. */
export class EnvironmentError extends Error {
  constructor(readonly problems: string[]) {
    super(`Settings to correct before starting:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`);
    this.name = 'EnvironmentError';
  }
}

/** Reads the gateway's settings; an empty variable counts as missing. Throws one `EnvironmentError`. */
export function readEnvironment(source: NodeJS.ProcessEnv): GatewayEnv {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''));
  const result = settings(given['LOCAL_RUN'] === 'true').safeParse(given);
  if (result.success) return result.data;
  throw new EnvironmentError(
    result.error.issues.map(({ path, message }) => {
      const name = String(path[0]);
      return given[name] === undefined ? `${name} is missing` : `${name}: ${message}`;
    }),
  );
}
