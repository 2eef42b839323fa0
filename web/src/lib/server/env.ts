import { z } from 'zod';

const url = z.url({ protocol: /^https?$/, error: 'attend une adresse http(s)://' });

const schema = z.object({
  PORT: z.coerce.number().int().min(1).max(65535).default(3000),
  HOST: z.string().default('0.0.0.0'),
  GATEWAY_URL: url,
  IDENTITY_URL: url,
  /** The reader of a local run's mail sink; unset everywhere else. */
  DEV_MAIL_URL: url.optional(),
  LOCAL_RUN: z.stringbool().default(false),
  /** How many reverse proxies of one's own stand in front: their x-forwarded-* headers are believed. */
  TRUSTED_PROXIES: z.coerce.number().int().min(0).max(10).default(0),
  /** Seconds a territory's settings are kept before the gateway is asked again. */
  TERRITORY_TTL: z.coerce.number().min(0).default(5),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
});

export type Env = z.infer<typeof schema>;

/** Reads the settings; throws one error that names every problem. */
export function parseEnv(source: NodeJS.ProcessEnv): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''));
  const parsed = schema.safeParse(given);
  if (!parsed.success) {
    const problems = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
    throw new Error(`Réglages du site incomplets ou faux :\n${problems.join('\n')}`);
  }
  return parsed.data;
}

let current: Env | undefined;

/** The settings of this process, read at the first call: a build needs none. */
export const env = (): Env => (current ??= parseEnv(process.env));
