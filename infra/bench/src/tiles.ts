import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { asSuperuser } from '@ancrage/postgres/databases';
import { freePorts } from '@ancrage/testing/free-port';
import type { Cluster } from './cluster.js';
import { type Measure, measure, medianOf } from './load.js';
import type { Platform } from './platform.js';
import { processorSeconds, startProgram, stopProgram } from './process.js';
import { OCCITANIE } from './reference-page.js';
import { ROOT } from './root.js';
import { decimals, printTable } from './table.js';

const ROUNDS = 3;
const SECONDS = 4;
const SETS = {
  communes: { zoom: 10, column: 'communes' },
  // As deep as a map goes before each facility stands for itself.
  facilities: { zoom: 11, column: 'facilities' },
} as const;
export type SetName = keyof typeof SETS;

/** Tiles of Occitanie: how soon they are ready after a change, and how fast one is served beside an MBTiles file. */
export async function benchTiles(cluster: Cluster, platform: Platform, territoryId: string): Promise<void> {
  for (const name of Object.keys(SETS) as SetName[]) await benchSet(name, cluster, platform, territoryId);
}

async function benchSet(
  name: SetName,
  cluster: Cluster,
  platform: Platform,
  territoryId: string,
): Promise<void> {
  const template = await tileTemplate(platform, name);
  const started = performance.now();
  const tiles = await fetchSome(platform, template, SETS[name].zoom);
  const cold = performance.now() - started;
  const ready = await measureChange(cluster, platform, territoryId, name);
  const loads = await measureServing(platform, tiles, await tileTemplate(platform, name), SETS[name].zoom);
  const [floor] = [...loads.values()] as [Measure];
  printTable(
    `Tiles of ${name}, warm (goal: 1 of the MBTiles file)`,
    ['', 'tiles/s', 'p50', 'p99', 'processor/tile', 'throughput / MBTiles'],
    [...loads].map(([load, { perSecond, p50, p99, processor }]) => [
      load,
      decimals(perSecond, 0),
      `${p50} ms`,
      `${p99} ms`,
      `${decimals(processor, 3)} ms`,
      decimals(perSecond / floor.perSecond),
    ]),
  );
  printTable(
    `Tiles of ${name} of Occitanie, all zooms (goal: ready within 5 s of a change)`,
    ['', 'seconds'],
    [
      ['first tiles after a start', decimals(cold / 1000)],
      ['new version served after a change', decimals(ready / 1000)],
    ],
  );
}

/** The same tiles from an MBTiles file and from the gateway, in turn: the median of the rounds. */
async function measureServing(
  platform: Platform,
  tiles: ReadonlyMap<string, Uint8Array>,
  template: string,
  zoom: number,
): Promise<Map<string, Measure>> {
  const [port] = await freePorts(1);
  const mbtiles = await startProgram(join(ROOT, 'infra/bench/dist/mbtiles.server.js'), {
    PORT: String(port),
    MBTILES: await writeMbtiles(tiles),
  });
  const requests = (path: (tile: string) => string) =>
    [...tiles.keys()].map((tile) => ({
      method: 'GET' as const,
      path: path(tile),
      headers: { 'accept-encoding': 'gzip' },
    }));
  const loads = {
    'MBTiles in node:sqlite': {
      url: `http://127.0.0.1:${port}`,
      requests: requests((tile) => `/${tile}`),
      processor: () => processorSeconds(mbtiles.pid as number),
    },
    [`gateway /tiles, zoom ${zoom}`]: {
      url: platform.gatewayUrl,
      requests: requests((tile) => template.replace('{z}/{x}/{y}', tile)),
      processor: () => platform.pids.reduce((sum, pid) => sum + processorSeconds(pid), 0),
    },
  };
  const measures = new Map<string, Measure[]>();
  for (let round = 0; round < ROUNDS; round++) {
    for (const [name, load] of Object.entries(loads)) {
      measures.set(name, [
        ...(measures.get(name) ?? []),
        await measure({ ...load, seconds: SECONDS, senders: 2 }),
      ]);
    }
  }
  await stopProgram(mbtiles);
  return new Map([...measures].map(([name, all]) => [name, medianOf(all)]));
}

/** Address of a set of tiles as it is now. */
export async function tileTemplate({ gatewayUrl }: Platform, set: SetName): Promise<string> {
  const answer = await fetch(`${gatewayUrl}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-territory': OCCITANIE.slug },
    body: JSON.stringify({ query: `{ territory { tiles { ${set} } } }` }),
  });
  const { data } = (await answer.json()) as { data: { territory: { tiles: Record<SetName, string> } } };
  return data.territory.tiles[set];
}

/** Every non-empty tile of one zoom over the middle of Occitanie. */
async function fetchSome(
  { gatewayUrl }: Platform,
  template: string,
  zoom: number,
): Promise<Map<string, Uint8Array>> {
  const tiles = new Map<string, Uint8Array>();
  const [west, north, east, south] = MIDDLE.map((edge) => edge * 2 ** (zoom - 10)) as [
    number,
    number,
    number,
    number,
  ];
  for (let x = west; x < east; x++) {
    for (let y = north; y < south; y++) {
      const tile = `${zoom}/${x}/${y}`;
      const answer = await fetch(gatewayUrl + template.replace('{z}/{x}/{y}', tile), {
        headers: { 'accept-encoding': 'gzip' },
      });
      if (answer.status === 200) tiles.set(tile, new Uint8Array(await answer.arrayBuffer()));
    }
  }
  return tiles;
}

/** Tiles of zoom 10, from and up to. */
const MIDDLE = [512, 370, 524, 376];

/** Changes a commune's figure as an import would, and waits until a tile of the new version is served as such. */
async function measureChange(
  cluster: Cluster,
  platform: Platform,
  territoryId: string,
  set: SetName,
): Promise<number> {
  const former = await tileTemplate(platform, set);
  const started = performance.now();
  await asSuperuser(cluster.databases.territory.ownerUrl, async (client) => {
    await client.query('begin');
    await client.query(
      "select set_config('app.territory_id', $1, true), set_config('app.role', 'OPERATOR', true)",
      [territoryId],
    );
    await client.query(
      `update tile_version set ${SETS[set].column} = 'ab' || substr(${SETS[set].column}, 3) where territory_id = $1`,
      [territoryId],
    );
    await client.query('commit');
  });
  for (;;) {
    const template = await tileTemplate(platform, set);
    if (template === former) continue;
    const answer = await fetch(platform.gatewayUrl + template.replace('{z}/{x}/{y}', '10/516/373'));
    await answer.arrayBuffer();
    if (answer.headers.get('cache-control')?.includes('immutable')) return performance.now() - started;
  }
}

async function writeMbtiles(tiles: ReadonlyMap<string, Uint8Array>): Promise<string> {
  const path = join(await mkdtemp(join(tmpdir(), 'ancrage-bench-')), 'communes.mbtiles');
  const database = new DatabaseSync(path);
  database.exec(
    'create table tiles (zoom_level integer, tile_column integer, tile_row integer, tile_data blob)',
  );
  database.exec('create unique index tile_index on tiles (zoom_level, tile_column, tile_row)');
  const insert = database.prepare('insert into tiles values (?, ?, ?, ?)');
  const { gzipSync } = await import('node:zlib');
  for (const [tile, bytes] of tiles) {
    const [z, x, y] = tile.split('/').map(Number) as [number, number, number];
    // fetch has unpacked what was served compressed.
    insert.run(z, x, 2 ** z - 1 - y, gzipSync(bytes));
  }
  database.close();
  return path;
}
