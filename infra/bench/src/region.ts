import { deepStrictEqual } from 'node:assert';
import { join } from 'node:path';
import { freePorts } from '@ancrage/testing/free-port';
import type { Cluster } from './cluster.js';
import { type Platform, startPlatform } from './platform.js';
import { startProgram, stopProgram } from './process.js';
import { generateFacilities } from './reference-page.data.js';
import {
  asSuperuserOf,
  type BenchTerritory,
  gather,
  generateFigures,
  INSTALLATIONS,
  REGION,
  SOLOS,
  territoriesOf,
  VISITS,
} from './region.data.js';
import { ROOT } from './root.js';
import { decimals, printTable } from './table.js';
import { territoryCommand } from './territory-command.js';
import { type Asked, medianRound as median, type Round, Waiting } from './waiting.js';

const SIZES = [10, 164, 1255];
const ROUNDS = 3;
const REQUESTS = 120;
const PAGES = 400;
/** A region's tools ask now and then: what is measured is how long one waits, not how many are turned away. */
const AT_ONCE = 2;
const FIRST = { name: 'CA Pays Foix-Varilhes', epci: '200067791' };

/** What a region's figures take with 10, 164 and 1,255 territories, and what so many do to the page of one. */
export async function benchRegion(cluster: Cluster): Promise<void> {
  const one = JSON.parse(
    await territoryCommand(cluster.databases.territory, [
      ...['create', '--name', FIRST.name, '--epci', FIRST.epci, '--contours', 'none', '--json'],
    ]),
  ) as BenchTerritory;
  await generateFacilities(asSuperuserOf(cluster, 'territory'), one.id);
  await territoryCommand(cluster.databases.territory, ['summarise', '--territory', one.slug]);
  const platform = await startPlatform(cluster, 'together');
  const client = await Waiting.start();
  try {
    const alone = await pageRounds(client, platform, one);
    await createAll(cluster);
    const territories = await territoriesOf(cluster);
    await generateFigures(cluster, territories);
    await measureRegion(cluster, client, platform, Math.min(territories.length, SIZES.at(-1) as number));
    printPage(alone, await pageRounds(client, platform, one));
  } finally {
    client.stop();
    await platform.stop();
  }
}

async function createAll({ databases }: Cluster): Promise<void> {
  const rows: string[][] = [];
  for (const [title, ...options] of [
    ['every EPCI of Occitanie', '--each-epci-of', REGION],
    ['then every other one of France', '--each-epci'],
  ]) {
    const answer = await territoryCommand(databases.territory, [
      'create',
      ...options,
      '--contours',
      'none',
      '--json',
    ]);
    const { created, present, communes, seconds, peakMegabytes } = JSON.parse(answer) as Record<
      string,
      number
    >;
    rows.push([
      title as string,
      ...[String(created), String(present), String(communes)],
      `${decimals(seconds as number, 1)} s`,
      `${decimals(peakMegabytes as number, 0)} MB`,
    ]);
  }
  printTable(
    'Territories from their EPCI codes, one command each',
    ['', 'created', 'there', 'communes', 'time', 'memory'],
    rows,
  );
}

async function measureRegion(
  cluster: Cluster,
  client: Waiting,
  platform: Platform,
  most: number,
): Promise<void> {
  const [port] = await freePorts(1);
  const floor = await startProgram(join(ROOT, 'infra/bench/dist/region-floor.server.js'), {
    PORT: String(port),
    TERRITORY_FLOOR_URL: asSuperuserOf(cluster, 'territory'),
    DIRECTORY_FLOOR_URL: asSuperuserOf(cluster, 'directory'),
    ACCOMPANIMENT_FLOOR_URL: asSuperuserOf(cluster, 'accompaniment'),
  });
  const floorUrl = `http://127.0.0.1:${port}/?code=${REGION}`;
  const rounds = new Map<string, Round[]>();
  const note = (name: string, round: Round) => rounds.set(name, [...(rounds.get(name) ?? []), round]);
  const measured = (asked: Asked) => client.measured({ asked, times: REQUESTS, atOnce: AT_ONCE });
  try {
    for (let round = 0; round <= ROUNDS; round += 1) {
      for (const size of SIZES.map((wanted) => Math.min(wanted, most))) {
        await gather(cluster, size);
        await checkSameFigures(platform, floorUrl, size);
        const bare = await measured({ url: floorUrl, method: 'GET', headers: {}, body: '' });
        const asked = await measured(regionRequest(platform));
        const kept = await measured(regionRequest(platform, {}));
        // The first round warms everything up.
        if (round > 0) {
          note(`floor: ${size} territories`, bare);
          note(`gateway: ${size} territories`, asked);
          note(`kept: ${size} territories`, kept);
        }
      }
    }
  } finally {
    await stopProgram(floor);
  }
  printRegion(rounds, most);
}

/** Asked of the subgraphs each time, which make sure that no territory changed; or as it is kept for who asks again. */
function regionRequest(
  { gatewayUrl, regionIndicators }: Platform,
  freshness: Record<string, string> = { 'cache-control': 'no-cache' },
): Asked {
  return {
    url: `${gatewayUrl}/graphql`,
    method: 'POST',
    headers: { 'content-type': 'application/json', ...freshness },
    body: JSON.stringify({
      variables: { code: REGION },
      extensions: { persistedQuery: { version: 1, sha256Hash: regionIndicators.hash } },
    }),
  };
}

/** A ratio means something only between programs that count the same. */
async function checkSameFigures(platform: Platform, floorUrl: string, size: number): Promise<void> {
  const { url, ...init } = regionRequest(platform);
  const [ours, floor] = await Promise.all([(await fetch(url, init)).json(), (await fetch(floorUrl)).json()]);
  const shown = (answer: {
    data: { region: { territories: object[]; breakdown: object[]; accompanimentIndicators: object } };
  }) => {
    const { territories, breakdown, accompanimentIndicators } = answer.data.region;
    return {
      territories,
      breakdown,
      effective: (accompanimentIndicators as { installationsEffective: object }).installationsEffective,
    };
  };
  deepStrictEqual(shown(ours as never), shown(floor as never));
  deepStrictEqual(shown(ours as never).territories.length, size);
}

/** The page of the communes of one territory, not cached. */
async function pageRounds(client: Waiting, platform: Platform, { slug }: BenchTerritory): Promise<Round[]> {
  const asked: Asked = {
    url: `${platform.gatewayUrl}/graphql`,
    method: 'POST',
    headers: { 'content-type': 'application/json', 'cache-control': 'no-cache', 'x-territory': slug },
    body: JSON.stringify({
      variables: { first: 50 },
      extensions: { persistedQuery: { version: 1, sha256Hash: platform.referencePage.hash } },
    }),
  };
  const rounds: Round[] = [];
  for (let round = 0; round <= ROUNDS; round += 1)
    rounds.push(await client.measured({ asked, times: PAGES, atOnce: AT_ONCE }));
  return rounds.slice(1);
}

function printRegion(rounds: ReadonlyMap<string, Round[]>, most: number): void {
  const rows = [...rounds].map(([name, all]) => {
    const { perSecond, p50, p95, bytes } = median(all);
    const [side = ''] = name.split(':');
    const floor = rounds.get(name.replace(side, 'floor')) as Round[];
    const least = median(rounds.get(`${side}: 10 territories`) as Round[]);
    const ratios = all.map((round, index) => round.perSecond / (floor[index] as Round).perSecond);
    const ours = side !== 'floor';
    return [
      name,
      ...[
        decimals(perSecond, 0),
        `${decimals(p50, 1)} ms`,
        `${decimals(p95, 1)} ms`,
        `${Math.round(bytes / 1000)} kB`,
      ],
      ours
        ? `${decimals(perSecond / median(floor).perSecond)} [${decimals(Math.min(...ratios))}–${decimals(Math.max(...ratios))}]`
        : '',
      ours ? decimals(p95 / least.p95) : '',
    ];
  });
  printTable(
    `RegionIndicators, gateway and subgraphs in one process, past the gateway's cache and kept, ${most.toLocaleString('en')} territories with ${SOLOS} solos, ${VISITS} visits, ${INSTALLATIONS} installations each; ${AT_ONCE} at once, median of ${ROUNDS} rounds of ${REQUESTS} (goals: p95 at 1,255 ≤ 3 × that at 10; 0.2 of the floor's throughput)`,
    ['', 'requests/s', 'p50', 'p95', 'answer', 'throughput / floor', 'p95 / p95 at 10'],
    rows,
  );
}

function printPage(alone: readonly Round[], among: readonly Round[]): void {
  const [before, after] = [median(alone), median(among)];
  const row = (name: string, { perSecond, p50, p95 }: Round, ratio: string) => [
    ...[name, decimals(perSecond, 0), `${decimals(p50, 2)} ms`, `${decimals(p95, 2)} ms`, ratio],
  ];
  printTable(
    `Reference page of one territory, nothing cached, median of ${ROUNDS} rounds of ${PAGES} (goal: at most 1.10 of the time that it takes alone)`,
    ['', 'requests/s', 'p50', 'p95', 'time / alone'],
    [
      row('alone on the platform', before, ''),
      row('among 1,255', after, decimals(before.perSecond / after.perSecond)),
    ],
  );
}
