import { asSuperuser, withDatabase } from '@ancrage/postgres/databases';
import type { Cluster } from './cluster.js';
import type { Platform } from './platform.js';
import { memoryOf, peakMemoryOf } from './process.js';
import { stateFacilities } from './reference-page.data.js';
import { OCCITANIE } from './reference-page.js';
import { decimals, printTable } from './table.js';
import { territoryCommand } from './territory-command.js';
import { tileTemplate } from './tiles.js';

const FACILITIES = 1_000_000;

/** What a million facilities cost the territory service: how long their tiles take, and what it holds meanwhile. */
export async function benchCrowdedTiles(
  cluster: Cluster,
  platform: Platform,
  territoryId: string,
): Promise<void> {
  const { territory } = cluster.databases;
  const service = platform.pids[0] as number;
  const before = memoryOf([service]);
  await asSuperuser(
    withDatabase(cluster.superuserUrl, new URL(territory.appUrl).pathname.slice(1)),
    async (client) => {
      await client.query(
        `insert into facility (id, territory_id, commune_code, type_code, name, source_id, longitude, latitude)
         select gen_random_uuid(), $1, commune_code, (array['A129','C108','D265','D307','D502','B207','B202','A504','E109','F307','A207','D281'])[1 + i % 12],
           'Établissement numéro ' || i || ' de la commune', 'bench', longitude + (random() - 0.5) / 20, latitude + (random() - 0.5) / 20
         from (select commune_code, c.longitude, c.latitude, ceil($2 / count(*) over ())::int as each from territory_commune join commune_reference c on c.code = commune_code where territory_id = $1) communes,
           generate_series(1, each) as i`,
        [territoryId, FACILITIES],
      );
      await stateFacilities(client, territoryId);
      await client.query('analyze facility');
    },
  );
  const former = await tileTemplate(platform, 'facilities');
  const summarising = performance.now();
  await territoryCommand(territory, ['summarise', '--territory', OCCITANIE.slug]);
  const summarised = performance.now();
  const sizes = await whenServed(platform, former);
  printTable(
    `Facility tiles of ${FACILITIES.toLocaleString('en')} facilities (bounded: one rendering at a time, cells where a tile is crowded, 2,000,000 read at most)`,
    ['', ''],
    [
      ['summing the offer up, versions included', `${decimals((summarised - summarising) / 1000)} s`],
      ['new version served after that', `${decimals((performance.now() - summarised) / 1000)} s`],
      [
        'a tile at zoom 6, at 10, at 14 (compressed)',
        sizes.map((size) => `${Math.round(size / 1000)} kB`).join(', '),
      ],
      ['memory of the territory service before', `${decimals(before, 0)} MiB`],
      ['its peak while rendering', `${decimals(peakMemoryOf(service), 0)} MiB`],
      ['after, with all tiles', `${decimals(memoryOf([service]), 0)} MiB`],
    ],
  );
}

/** Waits for the tiles of the present content; the sizes of three, in bytes. */
async function whenServed(platform: Platform, former: string): Promise<number[]> {
  for (;;) {
    const template = await tileTemplate(platform, 'facilities');
    const sizes = await Promise.all(
      ['6/32/23', '10/516/373', '14/8262/5977'].map((tile) => size(platform, template, tile)),
    );
    if (template !== former && sizes.every((bytes) => bytes !== null)) return sizes as number[];
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

async function size({ gatewayUrl }: Platform, template: string, tile: string): Promise<number | null> {
  const answer = await fetch(gatewayUrl + template.replace('{z}/{x}/{y}', tile));
  await answer.arrayBuffer();
  if (!answer.headers.get('cache-control')?.includes('immutable')) return null;
  return Number(answer.headers.get('content-length') ?? 0);
}
