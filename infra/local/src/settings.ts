import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { SERVICES, type ServiceDatabase, type ServiceName } from '@ancrage/postgres/databases';

/** Folder of the repository, whatever the working directory. */
export const ROOT = fileURLToPath(new URL('../../..', import.meta.url)).replace(/\/$/, '');

/** Every port of a local run: the variable that moves it, and its usual number. */
const PORTS = {
  web: ['WEB_PORT', 3000],
  gateway: ['GATEWAY_PORT', 4000],
  territory: ['TERRITORY_PORT', 4001],
  directory: ['DIRECTORY_PORT', 4002],
  accompaniment: ['ACCOMPANIMENT_PORT', 4003],
  identity: ['IDENTITY_PORT', 4004],
  postgres: ['POSTGRES_PORT', 54321],
  smtp: ['SMTP_PORT', 2525],
  mail: ['MAIL_PORT', 8025],
} as const;

export type PortName = keyof typeof PORTS;
export type Ports = Record<PortName, number>;

export const PORT_NAMES = Object.keys(PORTS) as PortName[];

/** Name of the variable that moves a port. */
export const portVariable = (name: PortName): string => PORTS[name][0];

export type DatabaseUrls = Record<ServiceName, ServiceDatabase>;

export interface LocalSettings {
  ports: Ports;
  /** Where the web listens; everything else stays on loopback. */
  host: string;
  /** Database files, secrets and the record of the running processes. */
  dataDirectory: string;
  /** Databases of a server of one's own; null starts the embedded one. */
  databases: DatabaseUrls | null;
  /** Whether the demonstration's territory and records are created. */
  demonstration: boolean;
  logLevel: string;
}

/** Something the person at the keyboard can repair; shown as it is, without a stack. */
export class LocalRunError extends Error {}

/** Reads the settings of a local run; throws one `LocalRunError` that lists every problem. */
export function readSettings(source: NodeJS.ProcessEnv): LocalSettings {
  const problems: string[] = [];
  const ports = {} as Ports;
  for (const name of PORT_NAMES) {
    const [variable, usual] = PORTS[name];
    const port = Number(source[variable] || usual);
    if (!Number.isInteger(port) || port < 1 || port > 65_535)
      problems.push(`${variable} doit être un port, entre 1 et 65535 (lu : « ${source[variable]} »)`);
    ports[name] = port;
  }
  for (const name of PORT_NAMES) {
    const other = PORT_NAMES.find((candidate) => candidate < name && ports[candidate] === ports[name]);
    if (other)
      problems.push(`${portVariable(name)} et ${portVariable(other)} donnent le même port ${ports[name]}`);
  }
  const databases = readDatabases(source, problems);
  if (problems.length > 0)
    throw new LocalRunError(
      `Réglages à corriger avant de démarrer :\n${problems.map((it) => `  - ${it}`).join('\n')}`,
    );
  return {
    ports,
    host: source['HOST'] || '127.0.0.1',
    dataDirectory: resolve(ROOT, source['DATA_DIRECTORY'] || '.data'),
    databases,
    demonstration: source['DEMONSTRATION'] !== 'false',
    logLevel: source['LOG_LEVEL'] || 'info',
  };
}

/** All eight addresses or none: half a server of one's own is a mistake. */
function readDatabases(source: NodeJS.ProcessEnv, problems: string[]): DatabaseUrls | null {
  const variables = SERVICES.flatMap((name) => databaseVariables(name));
  const missing = variables.filter((variable) => !source[variable]);
  if (missing.length === variables.length) return null;
  for (const variable of missing)
    problems.push(`${variable} manque, alors que d'autres bases de données sont données`);
  return Object.fromEntries(
    SERVICES.map((name) => {
      const [appUrl = '', ownerUrl = ''] = databaseVariables(name).map((variable) => source[variable] ?? '');
      return [name, { appUrl, ownerUrl }];
    }),
  ) as DatabaseUrls;
}

/** The variables that hold a service's databases: as the service itself, then as the owner of its tables. */
export function databaseVariables(name: ServiceName): [app: string, owner: string] {
  const prefix = name.toUpperCase();
  return [`${prefix}_DATABASE_URL`, `${prefix}_DATABASE_OWNER_URL`];
}
