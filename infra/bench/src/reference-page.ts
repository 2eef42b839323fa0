import { deepStrictEqual } from 'node:assert';
import { join } from 'node:path';
import { withDatabase } from '@ancrage/postgres/databases';
import { freePorts } from '@ancrage/testing/free-port';
import type autocannon from 'autocannon';
import type { Cluster } from './cluster.js';
import { CONCURRENCY, type Load, type Measure, measure, medianOf } from './load.js';
import type { Platform, Topology } from './platform.js';
import { processorSeconds, serverSeconds, startProgram, stopProgram } from './process.js';
import {
  createFloorDatabase,
  FACILITIES_PER_COMMUNE,
  generateFacilities,
  generateSolos,
  SOLOS,
} from './reference-page.data.js';
import { ROOT } from './root.js';
import { decimals, printTable } from './table.js';
import { territoryCommand } from './territory-command.js';

export const OCCITANIE = { name: 'Occitanie', slug: 'occitanie', region: '76' };
const ROUNDS = 3;
const SECONDS = 6;
const PAGES = 20;

/** Creates the territory of 4,446 communes with its offer and its solos, and the same rows for the floor. */
export async function prepareReferencePage(
  cluster: Cluster,
): Promise<{ territoryId: string; floorUrl: string }> {
  const { territory, directory } = cluster.databases;
  const { name, region, slug } = OCCITANIE;
  const request = ['--name', name, '--region', region, '--contours', 'none', '--json'];
  const created = JSON.parse(await territoryCommand(territory, ['create', ...request])) as {
    id: string;
    communes: { code: string }[];
  };
  const asSuperuserOf = (url: string) => withDatabase(cluster.superuserUrl, new URL(url).pathname.slice(1));
  await generateFacilities(asSuperuserOf(territory.appUrl), created.id);
  await territoryCommand(territory, ['summarise', '--territory', slug]);
  await generateSolos(
    asSuperuserOf(directory.appUrl),
    created.id,
    created.communes.map(({ code }) => code),
  );
  const floorUrl = await createFloorDatabase(
    cluster.superuserUrl,
    asSuperuserOf(territory.appUrl),
    asSuperuserOf(directory.appUrl),
    created.id,
  );
  return { territoryId: created.id, floorUrl };
}

/** Measures the page through the gateway, uncached and cached, beside its floor, in turns. */
export async function benchReferencePage(
  cluster: Cluster,
  platform: Platform,
  floorUrl: string,
  topology: Topology,
): Promise<void> {
  const [port] = await freePorts(1);
  const floor = await startProgram(join(ROOT, 'infra/bench/dist/floor.server.js'), {
    PORT: String(port),
    FLOOR_DATABASE_URL: floorUrl,
  });
  const floorAddress = `http://127.0.0.1:${port}`;
  const cursors = await collectCursors(floorAddress);
  await checkSameAnswers(platform, floorAddress, cursors);

  const used = (pids: number[]) => () =>
    serverSeconds(cluster.pid) + pids.reduce((sum, pid) => sum + processorSeconds(pid), 0);
  const loads: Record<string, Load> = {
    'floor: node:http + pg': {
      url: floorAddress,
      requests: cursors.map((after) => ({ method: 'GET', path: `/?after=${after}` })),
      processor: used([floor.pid as number]),
      seconds: SECONDS,
    },
    'gateway, nothing cached': {
      url: platform.gatewayUrl,
      requests: cursors.map((after) => gatewayRequest(platform, after, { 'cache-control': 'no-cache' })),
      processor: used(platform.pids),
      seconds: SECONDS,
    },
    'gateway, public answer kept': {
      url: platform.gatewayUrl,
      requests: cursors.map((after) => gatewayRequest(platform, after, { 'accept-encoding': 'gzip' })),
      processor: used(platform.pids),
      seconds: SECONDS,
    },
  };
  const measures = new Map<string, Measure[]>();
  for (const load of Object.values(loads)) await measure({ ...load, seconds: 2 });
  for (let round = 0; round < ROUNDS; round++) {
    for (const [name, load] of Object.entries(loads)) {
      measures.set(name, [...(measures.get(name) ?? []), await measure(load)]);
    }
  }
  await stopProgram(floor);
  print(measures, topology);
}

function gatewayRequest(
  { referencePage }: Platform,
  after: string,
  headers: Record<string, string>,
): autocannon.Request {
  return {
    method: 'POST',
    path: '/graphql',
    headers: { 'content-type': 'application/json', 'x-territory': OCCITANIE.slug, ...headers },
    body: JSON.stringify({
      variables: { first: 50, after },
      extensions: { persistedQuery: { version: 1, sha256Hash: referencePage.hash } },
    }),
  };
}

/** Where different pages start, so that no measure is of one page alone. */
async function collectCursors(floorAddress: string): Promise<string[]> {
  const cursors: string[] = [];
  let after = '';
  while (cursors.length < PAGES) {
    const { data } = (await (await fetch(`${floorAddress}/?after=${after}`)).json()) as {
      data: { communes: { pageInfo: { endCursor: string } } };
    };
    after = data.communes.pageInfo.endCursor;
    cursors.push(after);
  }
  return cursors;
}

/** A ratio means something only between programs that give the same answer. */
async function checkSameAnswers(platform: Platform, floorAddress: string, cursors: string[]): Promise<void> {
  for (const after of cursors) {
    const { path, method, headers, body } = gatewayRequest(platform, after, {});
    const answer = await fetch(platform.gatewayUrl + path, {
      method: method as string,
      headers: headers as Record<string, string>,
      body: body as string,
    });
    const expected = await fetch(`${floorAddress}/?after=${after}`);
    deepStrictEqual(await answer.json(), await expected.json());
  }
}

const TOPOLOGIES: Record<Topology, string> = {
  apart: 'each service in its own process',
  together: 'gateway and subgraphs in one process',
};

function print(measures: ReadonlyMap<string, Measure[]>, topology: Topology): void {
  const [floors = []] = measures.values();
  const floor = medianOf(floors);
  const rows = [...measures].map(([name, all]) => {
    const { perSecond, p50, p99, processor } = medianOf(all);
    // Each round is compared with the floor of the same round: both had the same machine.
    const ratios = all.map((one, round) => one.perSecond / (floors[round] as Measure).perSecond);
    return [
      name,
      decimals(perSecond, 0),
      `${p50} ms`,
      `${p99} ms`,
      `${decimals(processor, 3)} ms`,
      `${decimals(perSecond / floor.perSecond)} [${decimals(Math.min(...ratios))}–${decimals(Math.max(...ratios))}]`,
      decimals(processor / floor.processor),
    ];
  });
  printTable(
    `Reference page, ${TOPOLOGIES[topology]}: 50 of 4,446 communes, ${FACILITIES_PER_COMMUNE} facilities each, ${SOLOS.toLocaleString('en')} solos; ${CONCURRENCY} connections, median of ${ROUNDS} rounds of ${SECONDS} s (goals: 0.45 of the floor at 1.9 its processor; kept: 10)`,
    ['', 'requests/s', 'p50', 'p99', 'processor/request', 'throughput / floor', 'processor / floor'],
    rows,
  );
}
