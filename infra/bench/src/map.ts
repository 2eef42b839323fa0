import { join } from 'node:path';
import { withDatabase } from '@ancrage/postgres/databases';
import { launchBrowser } from '@ancrage/testing/browser';
import type { Cluster } from './cluster.js';
import { generateOffer } from './map.data.js';
import { startPlatform } from './platform.js';
import { OCCITANIE } from './reference-page.js';
import { decimals, printTable } from './table.js';
import { territoryCommand } from './territory-command.js';

const ROUNDS = 12;

type Page = Awaited<ReturnType<Awaited<ReturnType<typeof launchBrowser>>['newPage']>>;

/** What a reader changes, and the values gone through in turns. */
const CHANGES: Record<string, string[]> = {
  '#pop': ['500-1999', '', '2000-', ''],
  '#debit': ['100', '', '1000', ''],
  '#km': ['0', '5', '20', '10'],
  '#figure': ['distance-medecin', 'services', 'fibre', 'population'],
  'input[value=creche]': ['click', 'click', 'click', 'click'],
};

/** The map of 4,446 communes in a browser: how soon it shows, and how soon it follows a filter. */
export async function benchMap(cluster: Cluster): Promise<void> {
  const { territory } = cluster.databases;
  const { name, region, slug } = OCCITANIE;
  const request = ['--name', name, '--region', region, '--contours', 'none', '--json'];
  const { id } = JSON.parse(await territoryCommand(territory, ['create', ...request])) as { id: string };
  await generateOffer(withDatabase(cluster.superuserUrl, new URL(territory.appUrl).pathname.slice(1)), id);
  await territoryCommand(territory, ['summarise', '--territory', slug]);
  const platform = await startPlatform(cluster, 'apart');
  const site = await platform.startSite();
  const browser = await launchBrowser();
  try {
    const address = `http://${slug}.localhost:${site.port}`;
    await benchDistances(platform.gatewayUrl);
    const page = await browser.newPage({
      viewport: { width: 1440, height: 900 },
      reducedMotion: 'reduce',
      bypassCSP: true,
    });
    await printFirstPaint(page, address);
    await printRepaints(page, () => processorOf(browser));
  } finally {
    await browser.close();
    await site.stop();
    await platform.stop();
  }
}

/** Distances of all communes to all services that the map knows, measured anew and then from memory. */
async function benchDistances(gatewayUrl: string): Promise<void> {
  const { typeCodes } = (await import(join(import.meta.dirname, '../../../web/src/lib/map/services.ts'))) as {
    typeCodes: string[];
  };
  const ask = async () => {
    const started = performance.now();
    const answer = await fetch(`${gatewayUrl}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'x-territory': OCCITANIE.slug,
        'cache-control': 'no-cache',
      },
      body: JSON.stringify({
        query:
          'query ($types: [ID!]!) { territory { communes { code distances(types: $types) } typeListings(types: $types) { extent } } }',
        variables: { types: typeCodes },
      }),
    });
    const { data } = (await answer.json()) as { data: { territory: { communes: unknown[] } } };
    return { milliseconds: performance.now() - started, communes: data.territory.communes.length };
  };
  const first = await ask();
  const again = await ask();
  printTable(
    `Distances of ${first.communes} communes to ${typeCodes.length} types, through the gateway (goal: around a second)`,
    ['', 'ms'],
    [
      ['measured', decimals(first.milliseconds, 0)],
      ['from memory', decimals(again.milliseconds, 0)],
    ],
  );
}

async function printFirstPaint(page: Page, address: string): Promise<void> {
  // Once for what a server does once; measured as a visitor after it.
  await page.goto(`${address}/carte`);
  await page.goto('about:blank');
  await page.goto(`${address}/carte`);
  await mapDrawn(page);
  const times = (await page.evaluate(`(() => {
    const paint = performance.getEntriesByName('first-contentful-paint')[0].startTime;
    const scripts = performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('.js'));
    const library = scripts.toSorted((one, other) => other.decodedBodySize - one.decodedBodySize)[0];
    const page = performance.getEntriesByType('navigation')[0];
    return {
      paint,
      asked: library.startTime,
      library: library.decodedBodySize,
      answered: page.responseStart,
      weight: page.encodedBodySize,
      rows: document.querySelectorAll('ol > li[id^=c]').length,
    };
  })()`)) as Record<'paint' | 'asked' | 'library' | 'answered' | 'weight' | 'rows', number>;
  printTable(
    'First view of /carte, 4,446 communes (goal: painted before the map library is asked for)',
    ['', 'value'],
    [
      ['first byte', `${decimals(times.answered, 0)} ms`],
      ['first contentful paint', `${decimals(times.paint, 0)} ms`],
      [
        `map library asked for (${decimals(times.library / 1024, 0)} kB unpacked)`,
        `${decimals(times.asked, 0)} ms`,
      ],
      ['painted before it', times.paint < times.asked ? 'yes' : 'NO'],
      ['rows in the first page of the list', String(times.rows)],
      ['page with its data, as sent', `${decimals(times.weight / 1024, 0)} kB`],
    ],
  );
}

/** From the change event to the start of the frame after the one that paints it: more than the reader waits. */
async function printRepaints(page: Page, processor: () => Promise<number>): Promise<void> {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  const all: number[] = [];
  const rows: string[][] = [];
  for (const [selector, values] of Object.entries(CHANGES)) {
    const times: number[] = [];
    const before = await processor();
    for (let round = 0; round < ROUNDS; round++) {
      times.push(await change(page, selector, values[round % values.length] as string));
    }
    const used = ((await processor()) - before) / ROUNDS;
    rows.push([selector, ...quantiles(times), `${decimals(used, 0)} ms`]);
    all.push(...times);
  }
  const counts = await page.locator('[aria-live]').first().textContent();
  rows.push(['all', ...quantiles(all)]);
  printTable(
    `Repaint after a change, 4,446 communes, list and map (goal: 100 ms); now: ${counts?.trim()}`,
    ['', 'median', 'p95', 'worst', 'processor/change'],
    rows,
  );
  console.log(
    `requests meanwhile: ${asked.length}${asked.length > 0 ? ` ${[...new Set(asked)].join(' ')}` : ''}`,
  );
}

async function change(page: Page, selector: string, value: string): Promise<number> {
  const took = (await page.evaluate(`(async () => {
    const field = document.querySelector(${JSON.stringify(selector)});
    const started = performance.now();
    if (field.type === 'checkbox') field.click();
    else {
      field.value = ${JSON.stringify(value)};
      field.dispatchEvent(new Event('change', { bubbles: true }));
    }
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    return performance.now() - started;
  })()`)) as number;
  // Whatever the change left to do afterwards is not the next one's.
  await page.evaluate('new Promise((done) => requestIdleCallback(done))');
  return took;
}

/** Processor time of the page and of what draws it, in ms: what a busy machine does not stretch. */
async function processorOf(browser: Awaited<ReturnType<typeof launchBrowser>>): Promise<number> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  return processInfo
    .filter(({ type }) => type === 'renderer' || type === 'GPU')
    .reduce((sum, { cpuTime }) => sum + cpuTime * 1000, 0);
}

async function mapDrawn(page: Page): Promise<void> {
  await page.waitForFunction(
    `Number(document.querySelector('[data-communes]')?.dataset.communes) > 0`,
    null,
    {
      timeout: 60_000,
    },
  );
  await page.evaluate('new Promise((done) => requestIdleCallback(done))');
}

function quantiles(times: number[]): string[] {
  const sorted = [...times].sort((one, other) => one - other);
  const at = (share: number) =>
    `${decimals(sorted[Math.floor(share * (sorted.length - 1))] as number, 0)} ms`;
  return [at(0.5), at(0.95), at(1)];
}
