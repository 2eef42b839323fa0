import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { eventually } from '@ancrage/testing/eventually';
import { viewerAs } from '@ancrage/testing/signed-client';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { HouseholdLinks } from '../dist/household/household-links.js';
import { AccompanimentWorld, LINK_SECRET } from './support/accompaniment-world.js';
import { everythingIn, knownHousehold } from './support/known-household.js';

const links = new HouseholdLinks(LINK_SECRET);
const ANSWER = `id reference kind askedBy finishedAt soughtBy answers { service confirmedAt attempts unreachable
  counts { what count } kept { what count } }`;
const ASK = `mutation ($input: PersonRequestInput!) { requestPersonalData(input: $input) { __typename
  ... on PersonRequestTaken { request { ${ANSWER} } } ... on PersonRequestRefused { problems { field } } } }`;

/** Stands for the gateway: answers for the services that are up, and nothing for the one that is down. */
let gateway: Server;
let world: AccompanimentWorld;
const down = new Set<string>();
const asked: string[] = [];

beforeAll(async () => {
  gateway = createServer((request, response) => {
    const service = request.url?.split('/').at(-1) ?? '';
    request.resume().on('end', () => {
      asked.push(service);
      response
        .writeHead(down.has(service) ? 503 : 200)
        .end(JSON.stringify({ counts: { records: 1 }, kept: {} }));
    });
  });
  gateway.listen(0, '127.0.0.1');
  await once(gateway, 'listening');
  const { port } = gateway.address() as AddressInfo;
  world = await AccompanimentWorld.create(null, null, `http://127.0.0.1:${port}`);
});
afterAll(async () => {
  await world.close();
  gateway.close();
});

async function desk() {
  const territoryId = randomUUID();
  const client = world.subgraph.client({ territoryId, viewer: viewerAs('AGENT') });
  // The territory's name comes with the first request about it, as it does in life.
  await client('{ unreadHouseholds { unread } }');
  const ask = async (input: object) => (await client(ASK, { input })).data?.['requestPersonalData'];
  const read = async (id: string) =>
    (await client(`query ($id: ID!) { personRequest(id: $id) { ${ANSWER} } }`, { id })).data?.[
      'personRequest'
    ];
  return { territoryId, client, ask, read };
}

const erase = (email: string) => ({ kind: 'ERASE', email, confirmed: true });
const awaited = (request: { answers: { service: string; confirmedAt: string | null }[] }) =>
  request.answers.filter(({ confirmedAt }) => !confirmedAt).map(({ service }) => service);

it('erases everywhere, says which service is awaited while it is down, and goes on by itself', async () => {
  const { territoryId, client, ask, read } = await desk();
  const gone = await knownHousehold(world, territoryId, {
    name: 'Famille Canari',
    email: 'canari@riu.example',
  });
  const near = await knownHousehold(world, territoryId, {
    name: 'Famille Canaris',
    email: 'x-canari@riu.example',
  });
  await world.write(
    territoryId,
    `update prospect_event set note = 'Voir canari@riu.example' where prospect_id = $1`,
    [near],
  );
  down.add('directory');
  const { request } = await ask(erase('Canari@riu.example'));
  await eventually(async () => awaited(await read(request.id))).toEqual(['directory']);
  expect(await read(request.id)).toMatchObject({ finishedAt: null, soughtBy: 'canari@riu.example' });
  expect((await ask(erase('canari@riu.example'))).request.id).toBe(request.id);
  down.delete('directory');
  await client('mutation ($id: ID!) { retryPersonRequest(id: $id) }', { id: request.id });
  await eventually(async () => awaited(await read(request.id))).toEqual([]);
  const certificate = await read(request.id);
  expect(certificate).toMatchObject({ soughtBy: null, reference: expect.stringMatching(/^P-[0-9A-F]{8}$/) });
  const own = certificate.answers.find(({ service }: { service: string }) => service === 'accompaniment');
  expect(own.kept).toEqual([{ what: 'countingRows', count: 1 }]);
  expect(own.counts).toContainEqual({ what: 'households', count: 1 });
  const left = await everythingIn(world, territoryId);
  expect(left).not.toContain(gone);
  expect(left.match(/(?<![\w-])canari@riu\.example/g)).toBeNull();
  expect(left).toContain('x-canari@riu.example');
  expect(left).toContain('Famille Canaris');
  const again = await ask(erase('canari@riu.example'));
  expect(again.request.id).toBe(request.id);
});

it('is asked by a household’s own link, after which the link opens nothing', async () => {
  const { territoryId, read } = await desk();
  const id = await knownHousehold(world, territoryId, { email: 'sorbier@riu.example' });
  const token = links.tokenOf('PROJECT', id);
  const visitor = world.subgraph.client({ territoryId });
  const own = async (kind: string, confirmed: boolean) =>
    (
      await visitor(
        `mutation ($token: String!, $kind: PersonRequestKind!, $confirmed: Boolean!) {
           requestOwnPersonalData(token: $token, kind: $kind, confirmed: $confirmed) { __typename
             ... on PersonRequestTaken { request { id reference } } ... on PersonRequestRefused { problems { field } } } }`,
        { token, kind, confirmed },
      )
    ).data?.['requestOwnPersonalData'];
  const exported = await own('EXPORT', false);
  await eventually(async () => awaited(await read(exported.request.id))).toEqual([]);
  const { data } = await visitor(
    'query ($token: String!) { ownExport(token: $token) { downloadable } ownExportJson(token: $token) }',
    { token },
  );
  expect(data?.['ownExport']).toEqual({ downloadable: true });
  expect(data?.['ownExportJson']).toContain('secret-note');
  expect(await own('ERASE', false)).toMatchObject({ problems: [{ field: 'confirmed' }] });
  const erased = await own('ERASE', true);
  await eventually(async () => awaited(await read(erased.request.id))).toEqual([]);
  expect(
    (await visitor('query ($t: String!) { ownProject(token: $t) { stage } }', { t: token })).data,
  ).toEqual({
    ownProject: null,
  });
  expect(await own('ERASE', true)).toMatchObject({ problems: [{ field: 'token' }] });
});

it('asks for somebody at least, and nobody but agents', async () => {
  const { territoryId, ask } = await desk();
  expect(await ask({ kind: 'ERASE', email: 'pas une adresse', confirmed: false })).toMatchObject({
    problems: [{ field: 'email' }, { field: 'confirmed' }],
  });
  const viewer = world.subgraph.client({ territoryId, viewer: viewerAs('CONTRIBUTOR') });
  const { errors } = await viewer(ASK, { input: erase('a@b.fr') });
  expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
});

it('lets nothing of an earlier export outlast an erasure, and counts what cannot be changed', async () => {
  const { territoryId, ask, read } = await desk();
  const gone = await knownHousehold(world, territoryId, { email: 'canari@riu.example' });
  const near = await knownHousehold(world, territoryId, { email: 'x-canari@riu.example' });
  const exported = (await ask({ kind: 'EXPORT', email: 'canari@riu.example', confirmed: false })).request;
  const neighbour = (await ask({ kind: 'EXPORT', email: 'x-canari@riu.example', confirmed: false })).request;
  for (const { id } of [exported, neighbour])
    await eventually(async () => awaited(await read(id))).toEqual([]);
  await world.superuser.query(
    `insert into prospect_consent (id, territory_id, prospect_id, purpose, wording, version, channel, given_at)
     values ($1, $2, $3, 'NEWS', 'J’accepte, dit canari@riu.example', '1', 'PAPER', now())`,
    [randomUUID(), territoryId, near],
  );
  const { request } = await ask(erase('canari@riu.example'));
  await eventually(async () => awaited(await read(request.id))).toEqual([]);
  const { rows } = await world.superuser.query(
    'select id, result is not null as there, result::text as text from person_request where territory_id = $1',
    [territoryId],
  );
  const results = new Map(rows.map((row) => [row.id, row]));
  expect(results.get(exported.id)?.there).toBe(false);
  expect(results.get(neighbour.id)?.there).toBe(true);
  expect(rows.map(({ text }) => text).join()).not.toContain(gone);
  const own = (await read(request.id)).answers.at(-1);
  expect(own.counts).toContainEqual({ what: 'exports', count: 1 });
  expect(own.kept).toContainEqual({ what: 'histories', count: 1 });
});
