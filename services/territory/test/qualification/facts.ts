import { asSuperuser } from '@ancrage/postgres/databases';
import type pg from 'pg';
import { summariseOffer } from '../../dist/territory/offer-summary.js';
import type { TwoTerritories } from '../story.js';

export const FOIX = '09122';

/** Runs SQL as an agent of a territory does, and recounts its offer with the same rights. */
export async function asAgent(
  story: TwoTerritories,
  work: (client: pg.Client) => Promise<unknown>,
  territoryId = story.pfha.id,
): Promise<void> {
  await asSuperuser(story.database.appUrl, async (client) => {
    await client.query('begin');
    await client.query(
      `select set_config('app.territory_id', $1, true), set_config('app.role', 'AGENT', true), set_config('app.user_id', 'agent', true)`,
      [territoryId],
    );
    await work(client);
    await summariseOffer(client, territoryId);
    await client.query('commit');
  });
}

/** A source of the territory, and which types it lists completely. */
export const source = (client: pg.Client, story: TwoTerritories, id: string, exhaustive: string[] = []) =>
  client.query(
    `insert into source (id, territory_id, producer, dataset, vintage, licence, exhaustive_types, retrieved_at)
     values ($1, $2, $1, $1, '2026', 'LO 2.0', $3, now()) on conflict (id) do update set exhaustive_types = excluded.exhaustive_types`,
    [`${id}-${story.pfha.id}`, story.pfha.id, exhaustive],
  );

/** What a source says of a commune now; what it said before becomes history. */
export async function state(
  client: pg.Client,
  story: TwoTerritories,
  id: string,
  counts: Record<string, number>,
  commune = FOIX,
): Promise<void> {
  const own = [story.pfha.id, `${id}-${story.pfha.id}`, commune];
  await client.query(
    'update offer_statement set current = false where territory_id = $1 and source_id = $2 and commune_code = $3',
    own,
  );
  await client.query(
    `insert into offer_statement (territory_id, source_id, commune_code, stated_at, vintage, counts)
     values ($1, $2, $3, clock_timestamp(), '2026', $4)`,
    [...own, counts],
  );
}

/** A verification; `until` is SQL relative to now, e.g. '1 year' or '-1 day'. */
export const vouch = (
  client: pg.Client,
  story: TwoTerritories,
  type: string,
  count: number,
  until = '1 year',
  commune = FOIX,
) =>
  client.query(
    `insert into verification (territory_id, commune_code, type_code, count, verified_by, verified_at, expires_at)
     values ($1, $2, $3, $4, 'Mairie', now() - interval '2 years', now() + $5::interval)
     on conflict (territory_id, commune_code, type_code) do update set count = excluded.count, expires_at = excluded.expires_at`,
    [story.pfha.id, commune, type, count, until],
  );
