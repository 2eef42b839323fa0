import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chown, mkdir, mkdtemp, rename, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Account, accountFor } from './account.js';
import { type Binaries, findBinaries } from './binaries.js';

export interface ServerOptions {
  directory: string;
  port: number;
  password: string;
  /** `name=value` settings of PostgreSQL. */
  settings: string[];
  log: (line: string) => void;
}

/** Runs PostgreSQL on a cluster, made first if it does not exist, and resolves when it accepts connections. */
export async function runServer(options: ServerOptions): Promise<ChildProcess> {
  const { directory, port, settings, log } = options;
  const binaries = await findBinaries();
  await mkdir(join(directory, '..'), { recursive: true });
  const owner = await stat(directory).then(
    ({ uid }) => uid,
    () => undefined,
  );
  const account = await accountFor([binaries.directory, directory], owner);
  if (owner === undefined) await makeCluster(options, binaries, account);
  const flags = settings.flatMap((setting) => ['-c', setting]);
  const server = start(account, binaries.postgres, ['-D', directory, '-p', String(port), ...flags]);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.once('close', () =>
      reject(new Error(`PostgreSQL did not start in ${directory}; its log is above.`)),
    );
    server.stderr?.setEncoding('utf8').on('data', (text: string) => {
      log(text.trimEnd());
      if (text.includes('database system is ready to accept connections')) resolve();
    });
  });
  return server;
}

/** Makes a cluster beside its place and moves it there when it is whole: an interrupted start leaves none. */
async function makeCluster(options: ServerOptions, binaries: Binaries, account: Account): Promise<void> {
  const { directory, password, log } = options;
  const unfinished = `${directory}.new`;
  await rm(unfinished, { recursive: true, force: true });
  await mkdir(unfinished, { mode: 0o700 });
  const secret = await mkdtemp(join(tmpdir(), 'ancrage-postgres-'));
  try {
    const passwordFile = join(secret, 'password');
    await writeFile(passwordFile, password, { mode: 0o600 });
    const { uid } = account;
    if (uid !== undefined) for (const path of [unfinished, secret, passwordFile]) await chown(path, uid, uid);
    const initdb = start(account, binaries.initdb, [
      `--pgdata=${unfinished}`,
      `--pwfile=${passwordFile}`,
      '--username=postgres',
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale=C.UTF-8',
      '--no-instructions',
      // The files are written again when PostgreSQL first runs; a crash before that only means making them again.
      '--no-sync',
    ]);
    for (const stream of [initdb.stdout, initdb.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => log(text.trimEnd()));
    }
    const [code] = (await once(initdb, 'close')) as [number | null];
    if (code !== 0) throw new Error(`PostgreSQL could not make its files in ${directory}; its log is above.`);
    await rename(unfinished, directory);
  } finally {
    await rm(secret, { recursive: true, force: true });
  }
}

function start({ uid, prefix }: Account, program: string, args: string[]): ChildProcess {
  const [command = program, ...rest] = [...prefix, program, ...args];
  return spawn(command, rest, {
    ...(uid !== undefined && prefix.length === 0 && { uid, gid: uid }),
    // PostgreSQL's own messages are read here, so they must be in one known language.
    env: { ...process.env, LC_ALL: 'C.UTF-8', LC_MESSAGES: 'C' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}
