import { asSuperuser, withDatabase } from '@ancrage/postgres/databases';
import { ROOT } from './root.js';

export const SOLOS = 20_000;
/** What other territories hold in the same table. */
export const OTHERS = 10_000;
const LANGUAGES = ['fr', 'en', 'oc', 'es', 'ca'];

interface Trade {
  activity: string;
  skills: string[];
  presentation: string;
}

/** Trades of the demonstration, as generated solos have them. */
export async function readTrades(): Promise<Trade[]> {
  const { TRADES } = (await import(`${ROOT}/services/directory/dist/demonstration/trades.js`)) as {
    TRADES: Trade[];
  };
  return TRADES;
}

/** Publishes solos of every trade over the communes of a territory, each with a consent; ten thousand elsewhere. */
export async function generateDirectory(
  directoryUrl: string,
  territoryId: string,
  communes: string[],
): Promise<void> {
  const trades = await readTrades();
  await asSuperuser(directoryUrl, async (client) => {
    const insert = `insert into solo (id, territory_id, slug, status, identified_by, identified_at, display_name, activity, skills,
        presentation, languages, can_sponsor, commune_code, demonstration)
      select gen_random_uuid(), owner, 'solo-' || i, 'IDENTIFIED', 'bench', now(), 'Atelier ' || i, trade->>'activity',
        array(select jsonb_array_elements_text(trade->'skills')), trade->>'presentation',
        array[($4::text[])[1 + i % cardinality($4::text[])], 'fr'], i % 5 < 2,
        ($2::text[])[1 + (i * 7919) % cardinality($2::text[])], true
      from (select i, $3::jsonb->(i % jsonb_array_length($3::jsonb)) as trade,
              case when i <= ${SOLOS} then $1::uuid
                else ('00000000-0000-8000-8000-00000000000' || (i % 3))::uuid end as owner
            from generate_series(1, ${SOLOS + OTHERS}) as i) as numbered`;
    await client.query(insert, [territoryId, communes, JSON.stringify(trades), LANGUAGES]);
    await client.query(
      `insert into consent (id, territory_id, solo_id, wording, version, channel, given_at, demonstration)
       select gen_random_uuid(), territory_id, id, 'bench', '1', 'WEB', now(), true from solo`,
    );
    await client.query(
      `update solo set status = 'PUBLISHED', published_at = now(), consent_id = consent.id from consent where consent.solo_id = solo.id`,
    );
    await client.query('vacuum full analyze');
  });
}

/** Where the first of the generated solos lives. */
export const communeOfFirst = (communes: string[]): string => communes[7919 % communes.length] as string;

/** The same table without tenants, and the names of the communes beside it, so that one server can answer alone. */
export async function createDirectoryFloor(
  superuserUrl: string,
  directoryUrl: string,
  territoryUrl: string,
  territoryId: string,
): Promise<string> {
  const source = new URL(directoryUrl).pathname.slice(1);
  const names = await asSuperuser(territoryUrl, async (client) => {
    const { rows } = await client.query('select code, name from commune_reference');
    return JSON.stringify(rows);
  });
  await asSuperuser(superuserUrl, async (client) => {
    await client.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [source]);
    await client.query(`create database bench_directory_floor template "${source}"`);
  });
  const url = withDatabase(superuserUrl, 'bench_directory_floor');
  await asSuperuser(url, async (client) => {
    await client.query('alter table solo disable trigger user');
    await client.query(
      'update solo set consent_id = null, status = $2, published_at = null where territory_id <> $1',
      [territoryId, 'IDENTIFIED'],
    );
    await client.query('delete from consent where territory_id <> $1', [territoryId]);
    await client.query('delete from solo where territory_id <> $1', [territoryId]);
    await client.query('create table commune (code text primary key, name text)');
    await client.query('insert into commune select * from jsonb_populate_recordset(null::commune, $1)', [
      names,
    ]);
    await client.query('vacuum full analyze');
  });
  return url;
}
