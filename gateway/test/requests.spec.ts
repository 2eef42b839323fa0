import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { FOIX, Platform } from './platform.js';

let platform: Platform;
beforeAll(async () => {
  platform = await Platform.start();
});
beforeEach(() => {
  for (const subgraph of [platform.territory, platform.directory]) subgraph.received.length = 0;
});
afterAll(() => platform.close());

const JOINED = '{ commune(code: "09122") { name seenBy seenIn soloCount } }';

describe('a request', () => {
  it('is joined across subgraphs that accept signed requests only', async () => {
    const { status, body } = await platform.ask({ query: JOINED, headers: { 'x-territory': 'foix' } });
    expect(status).toBe(200);
    expect(body).toEqual({
      data: { commune: { name: 'Commune 09122', seenBy: null, seenIn: FOIX, soloCount: 3 } },
    });
  });

  it('reaches every subgraph with its territory, its viewer, its language and one request id', async () => {
    const authorization = await platform.identity.token({
      sub: 'amélie',
      memberships: [{ territoryId: FOIX, role: 'AGENT' }],
      regions: ['76'],
    });
    await platform.ask({
      query: JOINED,
      headers: {
        authorization,
        'x-territory': 'foix',
        'x-request-id': 'story-0001',
        'accept-language': 'en-GB,fr;q=0.5',
      },
    });
    const asked = [...platform.territory.received, ...platform.directory.received].filter(
      ({ query }) => !query.includes('TerritoryRegistry'),
    );
    expect(asked).toHaveLength(2);
    for (const request of asked) {
      expect(request).toMatchObject({
        territoryId: FOIX,
        territory: { slug: 'foix', name: 'Pays de Foix', site: 'https://accueil.foix.fr' },
        requestId: 'story-0001',
        locale: 'en',
        viewer: { userId: 'amélie', role: 'AGENT', regions: ['76'], operator: false },
      });
    }
  });

  it('without a territory asks for none', async () => {
    const { body } = await platform.ask({ query: JOINED });
    expect(body.data.commune.seenIn).toBeNull();
  });

  it('for an unknown territory is refused in the language of the reader', async () => {
    const french = await platform.ask({ query: JOINED, headers: { 'x-territory': 'atlantide' } });
    expect(french.status).toBe(404);
    expect(french.body.errors[0]).toMatchObject({
      message: "Ce territoire n'existe pas sur cette plateforme.",
      extensions: { code: 'NOT_FOUND' },
    });
    const headers = { 'x-territory': '../etc', 'accept-language': 'en' };
    const english = await platform.ask({ query: JOINED, headers });
    expect(english.body.errors[0].message).toBe('This territory does not exist on this platform.');
  });

  it('by GET reads, and never writes', async () => {
    const get = (query: string) => fetch(`${platform.url}/graphql?${new URLSearchParams({ query })}`);
    expect(await (await get('{ soloTotal }')).json()).toEqual({ data: { soloTotal: 78 } });
    const refused = await get('mutation { rename(name: "x") }');
    expect(refused.status).toBe(405);
    expect(await refused.json()).toMatchObject({ errors: [{ extensions: { code: 'BAD_INPUT' } }] });
  });

  it('answers in the media type that the client asks for', async () => {
    const plain = await platform.ask({ query: '{ soloTotal }' });
    expect(plain.headers.get('content-type')).toBe('application/json; charset=utf-8');
    const accept = 'application/graphql-response+json, application/json;q=0.9';
    const exact = await platform.ask({ query: '{ soloTotal }', headers: { accept } });
    expect(exact.headers.get('content-type')).toBe('application/graphql-response+json; charset=utf-8');
  });

  it('is told apart from nonsense', async () => {
    const send = (body: string, type = 'application/json') =>
      fetch(`${platform.url}/graphql`, { method: 'POST', headers: { 'content-type': type }, body });
    for (const nonsense of [
      '',
      '{',
      '[]',
      '[{"query":"{ soloTotal }"}]',
      '{"query":1}',
      '{"variables":{}}',
      'null',
    ]) {
      const response = await send(nonsense);
      expect(response.status).toBe(400);
      expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'BAD_INPUT' } }] });
    }
    expect((await send('{"query":"{ soloTotal }"}', 'text/plain')).status).toBe(400);
  });

  it('with a document or variables that do not fit the schema is BAD_INPUT', async () => {
    const cases = [
      { query: '{ nothing }' },
      { query: '{ commune' },
      { query: 'query a { soloTotal } query b { soloTotal }' },
      { query: 'query ($code: ID!) { commune(code: $code) { name } }' },
      { query: '{ soloTotal __schema { queryType { name } } }' },
    ];
    for (const asked of cases) {
      const { status, body } = await platform.ask(asked);
      expect([status, body.errors[0].extensions.code]).toEqual([400, 'BAD_INPUT']);
    }
  });

  it('may come from the browsers of allowed sites', async () => {
    const preflight = (origin: string) =>
      fetch(`${platform.url}/graphql`, { method: 'OPTIONS', headers: { origin } });
    const allowed = await preflight('http://couserans.localhost:3000');
    expect(allowed.headers.get('access-control-allow-origin')).toBe('http://couserans.localhost:3000');
    const refused = await preflight('https://elsewhere.example');
    expect(refused.headers.get('access-control-allow-origin')).toBeNull();
  });

  it('finds a territory created since the list was read', async () => {
    const ask = () => platform.ask({ query: JOINED, headers: { 'x-territory': 'comminges' } });
    expect((await ask()).status).toBe(404);
    const id = '33333333-3333-4333-8333-333333333333';
    const created = { id, slug: 'comminges', name: 'Comminges', hosts: [] };
    platform.territories.push(created);
    platform.territory.change(created.id);
    await expect.poll(async () => (await ask()).status).toBe(200);
  });
});
