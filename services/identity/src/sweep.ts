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

/** Nobody can do anything with it, and nobody has come for three years. Rights are seen by the operator alone. */
const IDLE_ACCOUNTS = `delete from user_account u
  where not u.is_operator and u.updated_at < now() - interval '3 years'
    and not exists (select from membership m where m.user_id = u.id)
    and not exists (select from regional_observer o where o.user_id = u.id)
    and not exists (select from session s where s.user_id = u.id)`;

/** Deletes what has expired, and accounts without any right that nobody has used for three years. */
export async function sweep(database: Database): Promise<void> {
  for (const statement of STATEMENTS) await database.em.fork().execute(statement, [], 'run');
  const operator = database.em.fork({ session: { variables: { 'app.role': 'OPERATOR' } } });
  await operator.transactional((em) => em.execute(IDLE_ACCOUNTS, [], 'run'));
}

/** Sweeps every hour until stopped; replicas that sweep at once do no harm. */
export function startSweeping(database: Database, background: Background): { stop(): void } {
  const timer = setInterval(() => background.run('Sweeping', () => sweep(database)), HOUR_MS).unref();
  return { stop: () => clearInterval(timer) };
}
