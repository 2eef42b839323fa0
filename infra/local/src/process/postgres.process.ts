import { startPostgres } from '@ancrage/postgres';

/** The PostgreSQL of a local run, in a process of its own so that it stops even when the supervisor is killed. */
const directory = process.env['POSTGRES_DIRECTORY'] ?? '';
const port = Number(process.env['POSTGRES_PORT']);
const password = process.env['POSTGRES_PASSWORD'] ?? '';

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
  const stop = () => void postgres.stop();
  process.on('SIGTERM', stop).on('SIGINT', stop);
  started = true;
  process.send?.('ready');
  // A server that ends by itself ends this process, so that the supervisor starts both again.
  await postgres.exited;
  process.exit(0);
} catch (error) {
  for (const line of kept) console.error(line);
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
