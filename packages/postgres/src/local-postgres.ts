import { once } from 'node:events';
import { readFile, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { runServer } from './server-process.js';

export interface LocalPostgresOptions {
  /** Folder of the cluster; created when missing, kept afterwards. */
  directory: string;
  port: number;
  /** Password of the `postgres` superuser, fixed when the cluster is first made. */
  password: string;
  /** Tests give up durability for speed; nothing else should. */
  durable?: boolean;
  log?: (line: string) => void;
}

export interface LocalPostgres {
  /** Connection string of the superuser, for the `postgres` database. */
  superuserUrl: string;
  /** Resolves when the server ends, asked to or not. */
  exited: Promise<void>;
  stop(): Promise<void>;
}

const PATIENCE_MILLISECONDS = 10_000;

/**
 * Starts a real PostgreSQL from the npm package, on loopback only.
 * A server left behind by a killed run on the same folder is stopped first; one on the same port
 * that belongs to somebody else is an error that says so.
 */
export async function startPostgres(options: LocalPostgresOptions): Promise<LocalPostgres> {
  const { directory, port, password, durable = true, log = () => {} } = options;
  const crashed = await stopLeftover(directory, log);
  const start = async () => {
    if (await answers(port)) {
      throw new Error(
        `Port ${port} is already in use, PostgreSQL cannot start there. Stop what uses it, or set POSTGRES_PORT.`,
      );
    }
    return runServer({ directory, port, password, settings: settingsOf(durable), log });
  };
  const server = await (crashed ? insist(start) : start());
  const exited = once(server, 'exit').then(() => {});
  return {
    superuserUrl: `postgres://postgres:${encodeURIComponent(password)}@127.0.0.1:${port}/postgres`,
    exited,
    stop: () => {
      // Fast: open connections are closed, what is committed is kept.
      server.kill('SIGINT');
      return exited;
    },
  };
}

function settingsOf(durable: boolean): string[] {
  const settings = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'max_connections=200'];
  if (!durable) settings.push('fsync=off', 'synchronous_commit=off', 'full_page_writes=off');
  return settings;
}

/** The children of a server that was killed hold its port and memory until they notice, a moment later. */
async function insist<T>(start: () => Promise<T>): Promise<T> {
  const deadline = Date.now() + PATIENCE_MILLISECONDS;
  for (;;) {
    try {
      return await start();
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await pause();
    }
  }
}

/** Stops a server that still runs on the folder; says whether one ended there without its orderly stop. */
async function stopLeftover(directory: string, log: (line: string) => void): Promise<boolean> {
  const pidFile = join(directory, 'postmaster.pid');
  const pid = Number((await readFile(pidFile, 'utf8').catch(() => '')).split('\n')[0]);
  if (!pid) return false;
  if (await isPostgresOf(pid, directory)) {
    log(`A PostgreSQL from an earlier run (process ${pid}) still uses this folder: stopping it.`);
    process.kill(pid, 'SIGINT');
    while (await isPostgresOf(pid, directory)) await pause();
    return true;
  }
  // Whose file it is, PostgreSQL judges by itself, unless another program has the number by now.
  if (isAlive(pid)) await rm(pidFile, { force: true });
  return true;
}

const pause = () => new Promise((resolve) => setTimeout(resolve, 50));

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Process ids are reused, so the number alone proves nothing: the command line must name the folder. */
async function isPostgresOf(pid: number, directory: string): Promise<boolean> {
  if (!isAlive(pid)) return false;
  const commandLine = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => undefined);
  return commandLine === undefined ? true : commandLine.includes(directory);
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1' });
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });
}
