import { asSuperuser } from '@ancrage/postgres/databases';
import type pg from 'pg';
import type { Platform, Topology } from './platform.js';
import { decimals, printTable } from './table.js';

const TIMES = 20;
const SLUG = 'solo-1';

/** How long after somebody is published or withdraws a fresh public request says so, while answers are kept. */
export async function measureFreshness(
  directoryUrl: string,
  platform: Platform,
  territory: { slug: string; commune: string },
  topology: Topology,
): Promise<void> {
  const shows = () => isShown(platform, territory);
  const delays = { published: [] as number[], withdrawn: [] as number[] };
  await asSuperuser(directoryUrl, async (client) => {
    for (let turn = 0; turn < TIMES; turn++) {
      // The answer is kept before each change.
      for (let asked = 0; asked < 3; asked++) {
        if (!(await shows())) throw new Error('the published do not show');
      }
      delays.withdrawn.push(await until(shows, false, () => withdraw(client)));
      for (let asked = 0; asked < 3; asked++) await shows();
      delays.published.push(await until(shows, true, () => publish(client)));
    }
  });
  printTable(
    `Directory, ${topology}: from a commit to a fresh public request that shows it, answers kept, ${TIMES} times (goal: 1 s)`,
    ['', 'median', 'longest'],
    Object.entries(delays).map(([name, all]) => {
      const sorted = all.sort((a, b) => a - b);
      return [name, `${decimals(sorted[TIMES / 2] ?? 0, 0)} ms`, `${decimals(sorted.at(-1) ?? 0, 0)} ms`];
    }),
  );
}

async function until(
  shows: () => Promise<boolean>,
  wanted: boolean,
  change: () => Promise<unknown>,
): Promise<number> {
  await change();
  const committed = performance.now();
  while ((await shows()) !== wanted) {
    if (performance.now() - committed > 10_000) throw new Error('a change never showed');
  }
  return performance.now() - committed;
}

async function isShown(
  { gatewayUrl, directory }: Platform,
  { slug, commune }: { slug: string; commune: string },
): Promise<boolean> {
  const answer = await fetch(`${gatewayUrl}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-territory': slug },
    body: JSON.stringify({
      variables: { filter: { commune: [commune] }, first: 100 },
      extensions: { persistedQuery: { version: 1, sha256Hash: directory.hash } },
    }),
  });
  return (await answer.text()).includes(`"${SLUG}"`);
}

const withdraw = (client: pg.ClientBase) =>
  client.query(
    `update consent set withdrawn_at = now() where withdrawn_at is null and id = (select consent_id from solo where slug = $1)`,
    [SLUG],
  );

/** A new consent, as whoever comes back gives one. */
const publish = (client: pg.ClientBase) =>
  client.query(
    `with one as (select id, territory_id from solo where slug = $1), given as (
       insert into consent (id, territory_id, solo_id, wording, version, channel, given_at, demonstration)
       select gen_random_uuid(), territory_id, id, 'bench', '1', 'WEB', now(), true from one returning id, solo_id)
     update solo set status = 'PUBLISHED', published_at = now(), withdrawn_at = null, consent_id = given.id
       from given where solo.id = given.solo_id`,
    [SLUG],
  );
