import { createHash } from 'node:crypto';
import { request } from 'undici';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { COUSERANS, FOIX, Platform } from './platform.js';

const sheet = 'query Sheet($code: ID!) { commune(code: $code) { name population soloCount } }';
const region = 'query Region { region(code: "76") { name territories { slug } } }';
const refused = 'query Refused { secret }';
const hash = (text: string) => createHash('sha256').update(text).digest('hex');

let platform: Platform;
beforeEach(async () => {
  const documents = Object.fromEntries([sheet, region, refused].map((text) => [hash(text), text]));
  platform = await Platform.start({}, documents);
  // The feeds connect on their own; until then nothing is kept.
  await expect.poll(async () => (await ask()) && (await timesExecuted(ask))).toBe(0);
});
afterEach(() => platform.close());

const ask = (headers: Record<string, string> = {}, code = '09122') =>
  platform.ask({ hash: hash(sheet), variables: { code }, headers: { 'x-territory': 'foix', ...headers } });

/** How many requests reached the directory, the last subgraph asked. */
async function timesExecuted(story: () => Promise<unknown>): Promise<number> {
  const before = platform.directory.received.length;
  await story();
  return platform.directory.received.length - before;
}

describe('the answer to a public question', () => {
  it('is computed once, and is the same afterwards', async () => {
    const first = await ask({}, '09001');
    expect(await timesExecuted(async () => expect((await ask({}, '09001')).body).toEqual(first.body))).toBe(
      0,
    );
    expect(first.headers.get('cache-control')).toBe('public, max-age=0, must-revalidate');
    expect(first.headers.get('vary')).toContain('x-territory');
  });

  it('is computed again for other variables, another territory, another language', async () => {
    expect(await timesExecuted(() => ask({}, '09002'))).toBe(1);
    expect(await timesExecuted(() => ask({ 'x-territory': 'couserans' }))).toBe(1);
    expect(await timesExecuted(() => ask({ 'accept-language': 'en' }))).toBe(1);
    expect(await timesExecuted(() => ask())).toBe(0);
  });

  it('is never given to somebody who says who they are, nor kept from them', async () => {
    const authorization = await platform.identity.token({});
    expect(await timesExecuted(() => ask({ authorization }))).toBe(1);
    expect((await ask({ authorization })).headers.get('cache-control')).toBe('no-store');
    expect(await timesExecuted(() => ask({ 'x-api-key': 'occitanie-key' }))).toBe(1);
  });

  it('is kept for a key that asks of a region, and for no other', async () => {
    const askRegion = (apiKey: string) =>
      platform.ask({ query: `${region} `, headers: { 'x-territory': 'foix', 'x-api-key': apiKey } });
    const received = () => platform.territory.received.length;
    const first = await askRegion('occitanie-key');
    expect(first.headers.get('cache-control')).toBe('private, no-cache');
    const before = received();
    expect((await askRegion('occitanie-key')).body).toEqual(first.body);
    expect(received()).toBe(before);
    expect((await askRegion('no-such-key')).status).toBe(401);
    platform.territories.pop();
    platform.territory.change(COUSERANS);
    await expect
      .poll(async () => (await askRegion('occitanie-key')).body.data.region.territories.length)
      .toBe(1);
  });

  it('is computed again on demand', async () => {
    expect(await timesExecuted(() => ask({ 'cache-control': 'no-cache' }))).toBe(1);
  });

  it('changes with the data of its territory, and only then', async () => {
    platform.population = 101;
    platform.territory.change(COUSERANS);
    expect((await ask()).body.data.commune.population).toBe(100);
    platform.territory.change(FOIX);
    await expect.poll(async () => (await ask()).body.data.commune.population).toBe(101);
  });

  it('changes with the data of any territory when it speaks of several', async () => {
    const askRegion = () => platform.ask({ hash: hash(region), headers: { 'x-territory': 'foix' } });
    expect((await askRegion()).body.data.region.territories).toHaveLength(2);
    platform.territories.pop();
    platform.territory.change(COUSERANS);
    await expect.poll(async () => (await askRegion()).body.data.region.territories.length).toBe(1);
  });

  it('computed while the data changed is not kept as current', async () => {
    let open = () => {};
    platform.gate = new Promise((resolve) => {
      open = resolve;
    });
    const asked = platform.directory.received.length;
    const slow = ask({}, '09003');
    await expect.poll(() => platform.directory.received.length).toBe(asked + 1);
    // The population was read; it changes before the answer is complete.
    platform.population = 200;
    platform.territory.change(FOIX);
    await platform.arrived();
    open();
    expect((await slow).body.data.commune.population).toBe(100);
    expect((await ask({}, '09003')).body.data.commune.population).toBe(200);
  });

  it('is computed each time while a subgraph cannot tell its changes', async () => {
    expect(await timesExecuted(() => ask())).toBe(0);
    await platform.accompaniment.close();
    await expect.poll(() => timesExecuted(() => ask())).toBe(1);
    expect(await timesExecuted(() => ask())).toBe(1);
  });

  it('is computed again after the changes were out of sight', async () => {
    platform.population = 102;
    platform.territory.dropFeeds();
    await expect.poll(async () => (await ask()).body.data.commune.population).toBe(102);
    await expect.poll(() => timesExecuted(() => ask())).toBe(0);
  });

  it('is not kept when it has errors', async () => {
    platform.directory.failWith = 500;
    expect((await ask({}, '09004')).body.errors).toHaveLength(1);
    platform.directory.failWith = undefined;
    expect((await ask({}, '09004')).body.errors).toBeUndefined();
    const before = platform.territory.received.length;
    await platform.ask({ hash: hash(refused) });
    await platform.ask({ hash: hash(refused) });
    expect(platform.territory.received.length).toBe(before + 2);
  });
});

describe('on the wire', () => {
  const get = (headers: Record<string, string> = {}) => {
    const extensions = JSON.stringify({ persistedQuery: { version: 1, sha256Hash: hash(sheet) } });
    const search = new URLSearchParams({ extensions, variables: '{"code":"09122"}' });
    // Not fetch, which adds `cache-control: no-cache` to any request that has If-None-Match.
    return request(`${platform.url}/graphql?${search}`, { headers: { 'x-territory': 'foix', ...headers } });
  };

  it('the reader who has the answer is told so', async () => {
    const first = await get();
    const etag = String(first.headers.etag);
    expect(etag).toMatch(/^"[\w-]{27}"$/);
    const again = await get({ 'if-none-match': etag });
    expect([again.statusCode, await again.body.text()]).toEqual([304, '']);
    platform.population = 103;
    platform.territory.change(FOIX);
    await expect.poll(async () => (await get({ 'if-none-match': etag })).statusCode).toBe(200);
  });

  it('a large answer travels compressed, with an entity tag for each encoding', async () => {
    const long = await Platform.start(
      {},
      { [hash('long')]: `query Long { communes { name ${alias(60)} } }` },
    );
    const send = async (encoding: string) => {
      const response = await fetch(`${long.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'accept-encoding': encoding },
        body: JSON.stringify({ extensions: { persistedQuery: { sha256Hash: hash('long') } } }),
      });
      return { response, text: await response.text() };
    };
    await expect.poll(async () => (await send('gzip')).response.headers.get('etag')).not.toBeNull();
    const [br, gzip, plain] = [await send('br, gzip'), await send('gzip'), await send('br;q=0')];
    expect(br.response.headers.get('content-encoding')).toBe('br');
    expect(gzip.response.headers.get('content-encoding')).toBe('gzip');
    expect(plain.response.headers.get('content-encoding')).toBeNull();
    expect(new Set([br, gzip, plain].map(({ text }) => text)).size).toBe(1);
    expect(new Set([br, gzip, plain].map(({ response }) => response.headers.get('etag'))).size).toBe(3);
    await long.close();
  });
});

const alias = (count: number) => Array.from({ length: count }, (_, i) => `n${i}: name`).join(' ');
