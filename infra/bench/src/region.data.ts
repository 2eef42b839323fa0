import { asSuperuser, withDatabase } from '@ancrage/postgres/databases';
import type { Cluster } from './cluster.js';

export const SOLOS = 12;
export const VISITS = 8;
export const INSTALLATIONS = 7;
export const REGION = '76';

type Name = 'territory' | 'directory' | 'accompaniment';

export const asSuperuserOf = ({ superuserUrl, databases }: Cluster, name: Name): string =>
  withDatabase(superuserUrl, new URL(databases[name].appUrl).pathname.slice(1));

export interface BenchTerritory {
  id: string;
  slug: string;
}

export const territoriesOf = (cluster: Cluster): Promise<BenchTerritory[]> =>
  asSuperuser(
    asSuperuserOf(cluster, 'territory'),
    async (client) =>
      (await client.query<BenchTerritory>('select id, slug from territory order by slug')).rows,
  );

/** Lets the region have so many territories; the others go to another. */
export const gather = (cluster: Cluster, count: number): Promise<unknown> =>
  asSuperuser(asSuperuserOf(cluster, 'territory'), async (client) => {
    await client.query(
      `update territory t set region_code = case when n.position <= $1 then $2 else '11' end
         from (select id, row_number() over (order by slug) as position from territory) n where n.id = t.id`,
      [count, REGION],
    );
    await client.query('vacuum analyze territory');
  });

/** Generated solos and households of every territory over four years. */
export async function generateFigures(
  cluster: Cluster,
  territories: readonly BenchTerritory[],
): Promise<void> {
  const ids = territories.map(({ id }) => id);
  await asSuperuser(asSuperuserOf(cluster, 'directory'), async (client) => {
    await eachTerritory(
      client,
      ids,
      `insert into solo (id, territory_id, slug, status, identified_by, identified_at, display_name, activity, skills, commune_code, demonstration)
       select gen_random_uuid(), one, 'solo-' || i, 'IDENTIFIED', 'bench', now() - i * interval '110 days', 'Atelier ' || i, 'Conseil', '{}', '09122', true
         from generate_series(1, ${SOLOS}) as i`,
    );
    await client.query('vacuum analyze');
  });
  await asSuperuser(asSuperuserOf(cluster, 'accompaniment'), async (client) => {
    await eachTerritory(
      client,
      ids,
      `insert into prospect (id, territory_id, first_contact_on, adults)
       select md5(one::text || i)::uuid, one, current_date - i * 100, 2 from generate_series(1, ${VISITS + INSTALLATIONS}) as i;
       insert into discovery_session (id, territory_id, slug, title, format, status, starts_at, ends_at, capacity, host_commune_code)
       select md5(one::text || 'session' || i)::uuid, one, 'journee-' || i, 'Journée', 'DAY', 'PUBLISHED', now() - i * interval '300 days', now() - i * interval '300 days' + interval '8 hours', 40, '09122'
         from generate_series(1, 4) as i;
       insert into registration (id, territory_id, session_id, prospect_id, status, adults, registered_at)
       select gen_random_uuid(), one, md5(one::text || 'session' || 1 + i % 4)::uuid, md5(one::text || i)::uuid, 'ATTENDED', 2, now()
         from generate_series(1, ${VISITS}) as i;
       insert into installation (id, territory_id, prospect_id, status, horizon, planned_on, effective_on, commune_code, declared_by, adults)
       select gen_random_uuid(), one, md5(one::text || ${VISITS} + i)::uuid, (case when i > 1 then 'EFFECTIVE' else 'PLANNED' end)::installation_status, 'LONG_TERM',
         current_date - i * 190, case when i > 1 then current_date - i * 150 end, '09122', 'bench', 2
         from generate_series(1, ${INSTALLATIONS}) as i`,
    );
    await client.query('vacuum analyze');
  });
}

/** Statements about one territory after another (`one`), each said to the triggers that announce changes. */
async function eachTerritory(
  client: { query: (text: string) => Promise<unknown> },
  ids: readonly string[],
  statements: string,
): Promise<void> {
  await client.query(`do $$ declare one uuid; begin
    foreach one in array array[${ids.map((id) => `'${id}'`).join(',')}]::uuid[] loop
      perform set_config('app.territory_id', one::text, true), set_config('app.role', 'OPERATOR', true);
      ${statements};
    end loop;
  end $$`);
}
