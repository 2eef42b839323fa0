import { deepStrictEqual } from 'node:assert';
import { join } from 'node:path';
import { withDatabase } from '@ancrage/postgres/databases';
import { freePorts } from '@ancrage/testing/free-port';
import type autocannon from 'autocannon';
import type { Cluster } from './cluster.js';
import {
  communeOfFirst,
  createDirectoryFloor,
  generateDirectory,
  OTHERS,
  readTrades,
  SOLOS,
} from './directory.data.js';
import { measureFreshness } from './directory-freshness.js';
import { CONCURRENCY, type Load, type Measure, measure, medianOf } from './load.js';
import { type Platform, startPlatform, type Topology } from './platform.js';
import { processorSeconds, serverSeconds, startProgram, stopProgram } from './process.js';
import { ROOT } from './root.js';
import { decimals, printTable } from './table.js';
import { territoryCommand } from './territory-command.js';

const SLUG = 'ariege-bench';
const ROUNDS = 3;
const SECONDS = 6;
const number = (value: number) => value.toLocaleString('en');

/** The search in a directory of twenty thousand, beside its own statements from plain Node; and how soon a change shows. */
export async function benchDirectory(cluster: Cluster): Promise<void> {
  const { territory, directory } = cluster.databases;
  const created = JSON.parse(
    await territoryCommand(territory, [
      ...['create', '--name', 'Ariège', '--region', '76', '--slug', SLUG, '--contours', 'none', '--json'],
    ]),
  ) as { id: string; slug: string; communes: { code: string }[] };
  const urlOf = (url: string) => withDatabase(cluster.superuserUrl, new URL(url).pathname.slice(1));
  // As many communes as a département has: a facet of four thousand is no choice.
  const communes = created.communes.map(({ code }) => code).filter((code) => code.startsWith('09'));
  await generateDirectory(urlOf(directory.appUrl), created.id, communes);
  const floorUrl = await createDirectoryFloor(
    cluster.superuserUrl,
    urlOf(directory.appUrl),
    urlOf(territory.appUrl),
    created.id,
  );
  const [port] = (await freePorts(1)) as [number];
  const floor = await startProgram(join(ROOT, 'infra/bench/dist/directory-floor.server.js'), {
    PORT: String(port),
    FLOOR_DATABASE_URL: floorUrl,
  });
  const selections = await selectionsOf(communes);
  for (const topology of ['together', 'apart'] as const) {
    const platform = await startPlatform(cluster, topology);
    try {
      const site = { platform, slug: created.slug, floorAddress: `http://127.0.0.1:${port}` };
      await checkSameAnswers(site, selections);
      await benchSearch(cluster, site, floor.pid as number, selections, topology);
      const first = { slug: created.slug, commune: communeOfFirst(communes) };
      await measureFreshness(urlOf(directory.appUrl), platform, first, topology);
    } finally {
      await platform.stop();
    }
  }
  await stopProgram(floor);
}

interface Site {
  platform: Platform;
  slug: string;
  floorAddress: string;
}

/** Twenty searches, each narrowed by three facets; a third of them by words of the same trade. */
async function selectionsOf(communes: string[]): Promise<object[]> {
  const trades = await readTrades();
  const words = ['informaticienne', 'graphiste', 'traductrice', 'photographe', 'comptable', 'formation'];
  return Array.from({ length: 20 }, (_, index) => {
    const trade = trades[(index * 5) % trades.length]!;
    return {
      search: index % 3 === 0 ? words[index % words.length] : trade.activity.toLowerCase().split(' ')[0],
      filter: {
        language: ['fr', 'oc'],
        commune: communes.filter((_code, place) => place % 3 === index % 3).slice(0, 50),
        canSponsor: true,
      },
    };
  });
}

function gatewayRequest(
  { platform, slug }: Site,
  selection: object,
  headers: Record<string, string>,
): autocannon.Request {
  return {
    method: 'POST',
    path: '/graphql',
    headers: { 'content-type': 'application/json', 'x-territory': slug, ...headers },
    body: JSON.stringify({
      variables: selection,
      extensions: { persistedQuery: { version: 1, sha256Hash: platform.directory.hash } },
    }),
  };
}

const floorPath = (selection: object) => `/?selection=${encodeURIComponent(JSON.stringify(selection))}`;

/** A ratio means something only between programs that give the same answer. */
async function checkSameAnswers(site: Site, selections: object[]): Promise<void> {
  for (const selection of selections) {
    const { path, method, headers, body } = gatewayRequest(site, selection, {});
    const answer = await fetch(site.platform.gatewayUrl + path, {
      method: method as string,
      headers: headers as Record<string, string>,
      body: body as string,
    });
    const expected = await fetch(site.floorAddress + floorPath(selection));
    deepStrictEqual(await answer.json(), await expected.json());
  }
}

async function benchSearch(
  cluster: Cluster,
  site: Site,
  floorPid: number,
  selections: object[],
  topology: Topology,
): Promise<void> {
  const used = (pids: number[]) => () =>
    serverSeconds(cluster.pid) + pids.reduce((sum, pid) => sum + processorSeconds(pid), 0);
  const through = (headers: Record<string, string>) => ({
    url: site.platform.gatewayUrl,
    requests: selections.map((selection) => gatewayRequest(site, selection, headers)),
    processor: used(site.platform.pids),
    seconds: SECONDS,
  });
  const loads: Record<string, Load> = {
    'floor: the same SQL from node:http + pg': {
      url: site.floorAddress,
      requests: selections.map((selection) => ({ method: 'GET', path: floorPath(selection) })),
      processor: used([floorPid]),
      seconds: SECONDS,
    },
    'gateway, nothing cached': through({ 'cache-control': 'no-cache' }),
    'gateway, public answer kept': through({ 'accept-encoding': 'gzip' }),
  };
  const measures = new Map<string, Measure[]>();
  for (const load of Object.values(loads)) await measure({ ...load, seconds: 2 });
  for (let round = 0; round < ROUNDS; round++) {
    for (const [name, load] of Object.entries(loads)) {
      measures.set(name, [...(measures.get(name) ?? []), await measure(load)]);
    }
  }
  print(measures, topology);
}

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
      `${decimals(processor, 2)} ms`,
      `${decimals(perSecond / floor.perSecond)} [${decimals(Math.min(...ratios))}–${decimals(Math.max(...ratios))}]`,
    ];
  });
  printTable(
    `Directory, ${topology === 'apart' ? 'each service in its own process' : 'gateway and subgraphs in one process'}: a search with three facets chosen and six counted, ${number(SOLOS)} solos beside ${number(OTHERS)} of other territories; ${CONCURRENCY} connections, median of ${ROUNDS} rounds of ${SECONDS} s (goal: 0.3 of the floor)`,
    ['', 'requests/s', 'p50', 'p99', 'processor/request', 'throughput / floor'],
    rows,
  );
}
