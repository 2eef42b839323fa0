import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startPostgres } from '@ancrage/postgres';

/** The PostgreSQL of a local run, in a process of its own so that it stops even when the supervisor is killed. */
const directory = process.env['POSTGRES_DIRECTORY'] ?? '';
const port = Number(process.env['POSTGRES_PORT']);
const password = process.env['POSTGRES_PASSWORD'] ?? '';
const WATCH_MILLISECONDS = 500;

// PostgreSQL tells every connection and checkpoint; only what goes wrong is worth a line, unless it never starts.
const kept: string[] = [];
let started = false;
const log = (text: string) => {
  for (const line of text.split('\n')) {
    if (!started) kept.push(line);
    else if (/\b(FATAL|PANIC):/.test(line) && !line.includes('terminating connection')) console.log(line);
  }
};

try {
  const postgres = await startPostgres({ directory, port, password, log });
  const stop = () => void postgres.stop().then(() => process.exit(0));
  process.once('SIGTERM', stop).once('SIGINT', stop);
  started = true;
  process.send?.('ready');
  await watch();
} catch (error) {
  for (const line of kept) console.error(line);
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

/** Ends this process when the server's own ends by itself, so that the supervisor starts both again. */
async function watch(): Promise<void> {
  const pid = Number((await readFile(join(directory, 'postmaster.pid'), 'utf8')).split('\n')[0]);
  setInterval(() => {
    try {
      process.kill(pid, 0);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ESRCH') process.exit(1);
    }
  }, WATCH_MILLISECONDS);
}
