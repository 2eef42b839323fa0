import pg from 'pg';
import { type DatabaseUrls, LocalRunError } from '../settings.js';
import { acting, findTerritory } from './acting.js';
import { holdLetters } from './closing.js';

/** What is under way in a territory, with people who count on it. */
export type Running = Record<'installations' | 'registrations' | 'requests', number>;

export async function runningIn(databases: DatabaseUrls, slug: string): Promise<Running> {
  const { id } = await findTerritory(databases, slug);
  return acting(databases, 'accompaniment', id, async (client) => {
    const { rows } = await client.query<Running>(RUNNING, [id]);
    return rows[0] as Running;
  });
}

/**
 * Takes a territory away from the four databases. It is closed first and goes last from the one that knows it by name, so
 * that the command can be given again when it was interrupted.
 * @returns how many rows went
 */
export async function deleteWhole(databases: DatabaseUrls, slug: string): Promise<number> {
  const { id } = await findTerritory(databases, slug);
  return alone(databases, id, async () => {
    await holdLetters(databases, slug);
    await acting(databases, 'territory', id, (client) =>
      client.query(
        `update territory set status = 'DELETING',
           suspension = jsonb_build_object('reason', 'Ce territoire est en cours de suppression.', 'since', now()) where id = $1`,
        [id],
      ),
    );
    let removed = 0;
    for (const service of ['accompaniment', 'directory', 'identity', 'territory'] as const) {
      removed += await acting(databases, service, id, async (client) => {
        const { rows } = await client.query<{ sum: string }>(
          'select coalesce(sum(removed), 0) as sum from erase_territory($1)',
          [id],
        );
        return Number(rows[0]?.sum);
      });
    }
    return removed;
  });
}

/** Two deletions of one territory would wait for each other's rows: the second is told instead. */
async function alone<T>(databases: DatabaseUrls, id: string, work: () => Promise<T>): Promise<T> {
  const guard = new pg.Client({ connectionString: databases.territory.ownerUrl });
  await guard.connect();
  try {
    const { rows } = await guard.query<{ taken: boolean }>(
      "select pg_try_advisory_lock(hashtextextended('ancrage deletion ' || $1, 0)) as taken",
      [id],
    );
    if (!rows[0]?.taken)
      throw new LocalRunError('This territory is being deleted just now, by another command.');
    return await work();
  } finally {
    await guard.end();
  }
}

const RUNNING = `select
  (select count(*)::int from installation where territory_id = $1 and status = 'PLANNED') as installations,
  (select count(*)::int from registration r join discovery_session s on s.id = r.session_id
    where r.territory_id = $1 and s.ends_at > now() and r.status in ('PENDING', 'CONFIRMED', 'WAITLISTED', 'OFFERED')) as registrations,
  (select count(*)::int from person_request where territory_id = $1 and finished_at is null) as requests`;
