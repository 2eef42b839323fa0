import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { freePorts } from '../free-port.js';
import { testFolder } from '../leftovers.js';
import { ROOT } from '../root.js';

const PORT_NAMES = [
  'WEB_PORT',
  'GATEWAY_PORT',
  'TERRITORY_PORT',
  'DIRECTORY_PORT',
  'ACCOMPANIMENT_PORT',
  'IDENTITY_PORT',
  'POSTGRES_PORT',
  'SMTP_PORT',
  'MAIL_PORT',
] as const;
const SUPERVISOR = join(ROOT, 'infra/local/dist/start.js');
const TETHER = join(ROOT, 'infra/local/dist/process/tether.preload.js');

export type PlatformPort = (typeof PORT_NAMES)[number];

/** The settings of a platform of one's own: free ports, and a folder for its data. */
export interface PlatformSettings {
  ports: Record<PlatformPort, number>;
  dataDirectory: string;
  environment: Record<string, string>;
}

/** The whole platform, run by the supervisor of `npm start`. */
export interface RunningPlatform extends PlatformSettings {
  supervisor: ChildProcess;
  /** What the supervisor printed until now. */
  output(): string;
  /** Stops it in order; resolves with its exit code. */
  stop(): Promise<number | null>;
}

export async function platformSettings(
  name: string,
  extra: Record<string, string> = {},
): Promise<PlatformSettings> {
  const free = await freePorts(PORT_NAMES.length);
  const ports = Object.fromEntries(PORT_NAMES.map((port, index) => [port, free[index]])) as Record<
    PlatformPort,
    number
  >;
  const dataDirectory = testFolder(name);
  const numbers = Object.entries(ports).map(([port, number]) => [port, String(number)]);
  return {
    ports,
    dataDirectory,
    environment: {
      ...baseEnvironment(),
      ...Object.fromEntries(numbers),
      DATA_DIRECTORY: dataDirectory,
      ...extra,
    },
  };
}

/** What a shell would give: nothing of the test runner's own settings. */
function baseEnvironment(): Record<string, string> {
  const { PATH = '', HOME = '', LANG = 'C.UTF-8' } = process.env;
  return { PATH, HOME, LANG, NO_COLOR: '1' };
}

/** Runs one of the supervisor's entry points and leaves it alone; it ends with this process at the latest. */
export function spawnSupervisor({ environment }: PlatformSettings): {
  supervisor: ChildProcess;
  output(): string;
} {
  const supervisor = spawn(process.execPath, ['--import', TETHER, SUPERVISOR], {
    cwd: ROOT,
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let printed = '';
  for (const stream of [supervisor.stdout, supervisor.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      printed += text;
    });
  }
  return { supervisor, output: () => printed };
}

/** Starts the platform and resolves when it serves; rejects with what it printed when it does not. */
export async function startPlatform(settings: PlatformSettings): Promise<RunningPlatform> {
  const { supervisor, output } = spawnSupervisor(settings);
  const ended = once(supervisor, 'exit').then(() => {
    throw new Error(`the platform did not start:\n${output()}`);
  });
  await Promise.race([once(supervisor, 'message'), ended]);
  ended.catch(() => {});
  return {
    ...settings,
    supervisor,
    output,
    async stop() {
      if (supervisor.exitCode === null && supervisor.signalCode === null) {
        const exit = once(supervisor, 'exit');
        supervisor.kill('SIGTERM');
        await exit;
      }
      return supervisor.exitCode;
    },
  };
}

/** Ids of the processes that the supervisor says it runs, by name. */
export async function runningProcesses(settings: PlatformSettings): Promise<Record<string, number>> {
  const record = JSON.parse(await readFile(join(settings.dataDirectory, 'run.json'), 'utf8')) as {
    processes: Record<string, number>;
  };
  return record.processes;
}

/** Removes what a platform wrote. */
export async function removeData({ dataDirectory }: PlatformSettings): Promise<void> {
  await rm(dataDirectory, { recursive: true, force: true });
}
