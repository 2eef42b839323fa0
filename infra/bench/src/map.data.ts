import { asSuperuser } from '@ancrage/postgres/databases';

/** How common each type is: one commune in so many has it. */
const ONE_IN: Record<string, number> = {
  A129: 1,
  C108: 2,
  C107: 9,
  C109: 9,
  C201: 18,
  C301: 60,
  D502: 14,
  D265: 6,
  D281: 5,
  D307: 10,
  B207: 4,
  B202: 6,
  B105: 14,
  A504: 2,
  A206: 16,
  E109: 22,
  F307: 5,
  F303: 70,
  F101: 40,
  W101: 50,
};

/** An offer for every commune: services with places, what a source states of them, and coverage. */
export async function generateOffer(territoryUrl: string, territoryId: string): Promise<void> {
  await asSuperuser(territoryUrl, async (client) => {
    const run = (text: string, values: unknown[] = []) => client.query(text, [territoryId, ...values]);
    await run(
      `insert into source (id, territory_id, producer, dataset, vintage, licence, demonstration, exhaustive_types)
       values ('bench-map', $1, 'bench', 'bench', '1', 'none', true, $2)`,
      [Object.keys(ONE_IN).filter((type) => !type.startsWith('W'))],
    );
    await run(
      `insert into facility (id, territory_id, commune_code, type_code, name, source_id, longitude, latitude)
       select gen_random_uuid(), $1, c.code, type, 'Service', 'bench-map', c.longitude + 0.004, c.latitude + 0.003
       from territory_commune tc join commune_reference c on c.code = tc.commune_code,
         unnest($2::text[], $3::int[]) as common (type, one_in)
       where tc.territory_id = $1 and abs(hashtext(c.code || type)) % one_in = 0`,
      [Object.keys(ONE_IN), Object.values(ONE_IN)],
    );
    await run(
      `insert into offer_statement (territory_id, source_id, commune_code, stated_at, vintage, counts)
       select $1, 'bench-map', tc.commune_code, now(), '1', coalesce((
         select jsonb_object_agg(type_code, 1) from facility f
         where f.territory_id = $1 and f.commune_code = tc.commune_code), '{}')
       from territory_commune tc where tc.territory_id = $1`,
    );
    await run(
      `insert into broadband_coverage (territory_id, commune_code, quarter, premises, at_least8, at_least30, at_least100, at_least1000, fibre, source_id)
       select $1, commune_code, '2026-T1', 100, 100, share, share, share / 2, share, 'bench-map'
       from territory_commune, lateral (select abs(hashtext(commune_code)) % 101 as share) known
       where territory_id = $1 and share > 3`,
    );
    await client.query('vacuum analyze');
  });
}
