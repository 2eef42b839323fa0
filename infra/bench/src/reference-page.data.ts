import { randomUUID } from 'node:crypto';
import { asSuperuser, withDatabase } from '@ancrage/postgres/databases';
import type pg from 'pg';

export const FACILITIES_PER_COMMUNE = 40;
export const SOLOS = 20_000;

/** Fills a territory with generated facilities, forty in each commune over a dozen types. */
export async function generateFacilities(territoryUrl: string, territoryId: string): Promise<void> {
  await asSuperuser(territoryUrl, async (client) => {
    await client.query(
      `insert into source (id, territory_id, producer, dataset, vintage, licence, demonstration) values ('bench', $1, 'bench', 'bench', '1', 'none', true)`,
      [territoryId],
    );
    await client.query(
      `insert into facility (id, territory_id, commune_code, type_code, name, source_id)
       select gen_random_uuid(), $1, commune_code, (array['A129','C108','D265','D307','D502','B207','B202','A504','E109','F307','A207','D281','C107','B105'])[1 + (abs(hashtext(commune_code)) + i * i) % 14], 'Service ' || i, 'bench'
       from territory_commune, generate_series(1, ${FACILITIES_PER_COMMUNE}) as i where territory_id = $1`,
      [territoryId],
    );
    await stateFacilities(client, territoryId);
  });
}

/** Lets the source of the generated facilities state how many there are, as an import does: facts come from there. */
export async function stateFacilities(client: pg.ClientBase, territoryId: string): Promise<void> {
  await client.query('delete from offer_statement where territory_id = $1', [territoryId]);
  await client.query(
    `insert into offer_statement (territory_id, source_id, commune_code, stated_at, vintage, counts, current)
     select territory_id, source_id, commune_code, now(), '1', jsonb_object_agg(type_code, facilities), true
     from (select territory_id, source_id, commune_code, type_code, count(*) as facilities
       from facility where territory_id = $1 group by 1, 2, 3, 4) by_type
     group by 1, 2, 3`,
    [territoryId],
  );
}

/** Publishes twenty thousand generated solos over the communes, each with its consent. */
export async function generateSolos(
  directoryUrl: string,
  territoryId: string,
  communes: string[],
): Promise<void> {
  await asSuperuser(directoryUrl, async (client) => {
    await client.query(
      `insert into solo (id, territory_id, slug, status, identified_by, identified_at, display_name, activity, skills, commune_code, demonstration)
       select gen_random_uuid(), $1, 'solo-' || i, 'IDENTIFIED', 'bench', now(), 'Atelier ' || i, 'Conseil', '{}', ($2::text[])[1 + (i * 7919) % cardinality($2::text[])], true
       from generate_series(1, ${SOLOS}) as i`,
      [territoryId, communes],
    );
    await client.query(
      `insert into consent (id, territory_id, solo_id, wording, version, channel, given_at, demonstration)
       select gen_random_uuid(), territory_id, id, 'bench', '1', 'WEB', now(), true from solo`,
    );
    await client.query(
      `update solo set status = 'PUBLISHED', published_at = now(), consent_id = consent.id from consent where consent.solo_id = solo.id`,
    );
    await client.query('vacuum analyze');
  });
}

/** A database that holds the same page's rows in one place, so that one statement can answer it. */
export async function createFloorDatabase(
  superuserUrl: string,
  territoryUrl: string,
  directoryUrl: string,
  territoryId: string,
): Promise<string> {
  const url = withDatabase(superuserUrl, 'bench_floor');
  await asSuperuser(superuserUrl, (client) => client.query('create database bench_floor'));
  const communes = await rowsOf(
    territoryUrl,
    `select c.code, c.name, tc.name_key, c.population, tc.broadband_class,
       (select jsonb_agg(jsonb_build_object('type', jsonb_build_object('code', key), 'count', value) order by key)
        from jsonb_each(tc.facility_counts)) as facility_counts
     from territory_commune tc join commune_reference c on c.code = tc.commune_code where tc.territory_id = $1`,
    [territoryId],
  );
  const solos = await rowsOf(directoryUrl, 'select commune_code from solo', []);
  await asSuperuser(url, async (client) => {
    await client.query(
      'create table commune (code text primary key, name text, name_key text, population int, broadband_class text, facility_counts jsonb)',
    );
    await client.query('create table solo (id uuid primary key, commune_code text)');
    await client.query('insert into commune select * from jsonb_populate_recordset(null::commune, $1)', [
      JSON.stringify(communes),
    ]);
    await client.query('insert into solo select * from jsonb_populate_recordset(null::solo, $1)', [
      JSON.stringify(solos.map(({ commune_code }) => ({ id: randomUUID(), commune_code }))),
    ]);
    await client.query('create index on commune (name_key, code)');
    await client.query('create index on solo (commune_code)');
    await client.query('vacuum analyze');
  });
  return url;
}

function rowsOf(url: string, text: string, values: unknown[]): Promise<pg.QueryResultRow[]> {
  return asSuperuser(url, async (client) => (await client.query(text, values)).rows);
}
