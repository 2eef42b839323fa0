import type pg from 'pg';

/** The sets of tiles that a territory has, and the names of their layers. */
export const TILE_SETS = ['communes', 'facilities'] as const;
export type TileSetName = (typeof TILE_SETS)[number];

/**
 * Ends every version, and changes with this code: what tiles hold besides the data. Addresses are kept for ever, so
 * another layout needs other addresses.
 */
const LAYOUT = '2';

/** The version in the address of tiles, from what the database says of their content. */
export const addressVersion = (content: string) => content + LAYOUT;

/**
 * Writes anew what the tiles of a territory show, from its content alone: the same content has the same version, so
 * that importing a file again leaves every cache valid. After all else in the transaction that changed it.
 */
export async function updateTileVersions(
  connection: Pick<pg.ClientBase, 'query'>,
  territoryId: string,
): Promise<void> {
  await connection.query(VERSIONS, [territoryId]);
}

// Facilities are hashed by record and combined by exclusive or: one pass over a million rows, in any order, holding none.
const VERSIONS = `
  insert into tile_version as known (territory_id, communes, facilities)
  select $1, coalesce(communes, '0'), coalesce(to_hex(points), '0') || to_hex(shown)
  from (
    select substr(md5(string_agg(concat_ws('|', tc.commune_code, tc.population, tc.broadband_class, tc.facility_counts, tc.completeness,
        tc.verified_share, coverage.fibre, coverage.premises, md5(contour.geometry::text)), ',' order by tc.commune_code)), 1, 16) as communes,
      coalesce(bit_xor(hashtextextended(concat_ws('|', tc.commune_code, tc.facility_counts), 0)), 0) as shown
    from territory_commune tc
    left join commune_contour contour using (commune_code)
    left join lateral (
      select fibre, premises from broadband_coverage b
      where b.territory_id = $1 and b.commune_code = tc.commune_code and b.fibre is not null order by quarter desc limit 1
    ) coverage on true
    where tc.territory_id = $1
  ) of_communes, (
    select bit_xor(hash_record_extended(f, 0)) as points from facility f where f.territory_id = $1
  ) of_facilities
  on conflict (territory_id) do update set communes = excluded.communes, facilities = excluded.facilities
  where (known.communes, known.facilities) is distinct from (excluded.communes, excluded.facilities)`;
