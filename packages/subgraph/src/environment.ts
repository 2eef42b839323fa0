import { z } from 'zod';

const PORT = z.coerce.number().int().min(1).max(65535);

/** What every subgraph needs to run. `prefix` names its database variables, e.g. TERRITORY_DATABASE_URL. */
export interface SubgraphEnvironment {
  port: number;
  host: string;
  databaseUrl: string;
  databaseOwnerUrl: string;
  gatewaySecret: string;
  logLevel: string;
  /** True on a developer's machine only; never set in production. */
  localRun: boolean;
}

const DATABASE_URL = z.url({ protocol: /^postgres(ql)?$/, message: 'must be a postgres:// URL' });

/** Reads a subgraph's settings; throws one `EnvironmentError` that lists every problem. */
export function readSubgraphEnvironment(prefix: string, source: NodeJS.ProcessEnv): SubgraphEnvironment {
  const settings = readEnvironment(
    {
      PORT,
      HOST: z.string().default('127.0.0.1'),
      [`${prefix}_DATABASE_URL`]: DATABASE_URL,
      [`${prefix}_DATABASE_OWNER_URL`]: DATABASE_URL,
      GATEWAY_SECRET: z.string().min(32, 'must be 32 characters at least'),
      LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info'),
      LOCAL_RUN: z.stringbool().default(false),
    },
    source,
  ) as Record<string, unknown>;
  return {
    port: settings['PORT'] as number,
    host: settings['HOST'] as string,
    databaseUrl: settings[`${prefix}_DATABASE_URL`] as string,
    databaseOwnerUrl: settings[`${prefix}_DATABASE_OWNER_URL`] as string,
    gatewaySecret: settings['GATEWAY_SECRET'] as string,
    logLevel: settings['LOG_LEVEL'] as string,
    localRun: settings['LOCAL_RUN'] as boolean,
  };
}

/** Every wrong or missing setting at once, so that nobody repairs them one start at a time. */
export class EnvironmentError extends Error {
  constructor(readonly problems: string[]) {
    super(`Settings to correct before starting:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`);
    this.name = 'EnvironmentError';
  }
}

/** What a part of the settings reads as; undefined when it is wrong, its problems then added to the list. */
export function collect<Value>(problems: string[], read: () => Value): Value | undefined {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof EnvironmentError)) throw error;
    problems.push(...error.problems);
    return undefined;
  }
}

/** Parses environment variables by a zod shape; an empty variable counts as missing. */
export function readEnvironment<Shape extends z.ZodRawShape>(
  shape: Shape,
  source: NodeJS.ProcessEnv,
): z.infer<z.ZodObject<Shape>> {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''));
  const result = z.object(shape).safeParse(given);
  if (result.success) return result.data;
  throw new EnvironmentError(
    result.error.issues.map(({ path, message }) => {
      const name = String(path[0]);
      return given[name] === undefined ? `${name} is missing` : `${name}: ${message}`;
    }),
  );
}
