import type { Background } from './background.js';
import type { Database } from './database.js';

const HOUR_MS = 60 * 60 * 1000;

/** Personal data goes when it has served: ended sessions (with their addresses), used-up links, past counts. */
const STATEMENTS = [
  'delete from session where expires_at < now()',
  'delete from verification where expires_at < now()',
  'delete from rate_limit where resets_at < now()',
  // Tokens signed with an expired key live minutes; its public part is published for a day more.
  "delete from signing_key where expires_at < now() - interval '2 days'",
];

/** Deletes what has expired. */
export async function sweep(database: Database): Promise<void> {
  for (const statement of STATEMENTS) await database.em.fork().execute(statement, [], 'run');
}

/** Sweeps every hour until stopped; replicas that sweep at once do no harm. */
export function startSweeping(database: Database, background: Background): { stop(): void } {
  const timer = setInterval(() => background.run('Sweeping', () => sweep(database)), HOUR_MS).unref();
  return { stop: () => clearInterval(timer) };
}
