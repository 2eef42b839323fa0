import { randomUUID } from 'node:crypto';
import { viewerAs } from '@ancrage/testing/signed-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AccompanimentWorld } from './support/accompaniment-world.js';
import { openEventStream } from './support/event-stream.js';
import { inScope } from './support/scoped-connection.js';

const ROLES = ['PUBLIC', 'VIEWER', 'CONTRIBUTOR', 'AGENT', 'ADMINISTRATOR', 'OPERATOR'] as const;
const STAFF = ROLES.slice(1);
const here = randomUUID();
const elsewhere = randomUUID();
const COMMUNE = '09030';

const seedOf = (canary: string) => ({
  slug: `adresse-${canary.toLowerCase()}`,
  title: `Titre ${canary}`,
  summary: `Résumé ${canary}`,
  partnerName: `Partenaire ${canary}`,
  communeCode: COMMUNE,
  programme: [{ startsAt: '2099-05-01T09:00:00Z', title: `Programme ${canary}`, place: `Lieu ${canary}` }],
});

let world: AccompanimentWorld;
const ids: Record<string, string> = {};
beforeAll(async () => {
  world = await AccompanimentWorld.create();
  ids['here'] = await world.session(here, seedOf('VISIBLE'));
  ids['draft'] = await world.session(here, { ...seedOf('UNPUBLISHED'), status: 'DRAFT' });
  ids['elsewhere'] = await world.session(elsewhere, seedOf('FOREIGN'));
  ids['foreign draft'] = await world.session(elsewhere, { ...seedOf('FOREIGNDRAFT'), status: 'DRAFT' });
  for (const territory of [here, elsewhere]) {
    const session = ids[territory === here ? 'here' : 'elsewhere']!;
    await world.registration(territory, session, 'CONFIRMED', { adults: 2, children: [2015] });
    await world.installation(territory, { effectiveOn: '2025-01-01', adults: 2 });
  }
});
afterAll(() => world.close());

/** Every way into sessions; each is tried with all that a caller may know of the other territory. */
const SESSION = `id slug title format status summary startsAt endsAt capacity seatsLeft waitlistLength demonstration
  hostCommune { code } partner { name } programme { startsAt title place }`;
const CONNECTION = `totalCount nodes { ${SESSION} } pageInfo { hasNextPage endCursor }`;
const QUERIES: Record<string, string> = {
  sessions: `{ discoverySessions(first: 100) { ${CONNECTION} } }`,
  session: `{ mine: discoverySession(slug: "adresse-visible") { ${SESSION} } foreign: discoverySession(slug: "adresse-foreign") { ${SESSION} } draft: discoverySession(slug: "adresse-foreigndraft") { ${SESSION} } }`,
  'sessions of a commune': `{ _entities(representations: [{ __typename: "Commune", code: "${COMMUNE}" }]) { ... on Commune { upcomingSessions(first: 100) { ${CONNECTION} } } } }`,
  'sessions of the territory': `{ _entities(representations: [{ __typename: "Territory", id: "${here}" }]) { ... on Territory { upcomingSessions(first: 100) { ${CONNECTION} } } } }`,
  'sessions by reference': `query ($references: [_Any!]!) { _entities(representations: $references) { ... on DiscoverySession { ${SESSION} } } }`,
  'figures of territories': `{ _entities(representations: [{ __typename: "Territory", id: "${here}" }, { __typename: "Territory", id: "${elsewhere}" }]) { ... on Territory { accompanimentIndicators { prospects prospectsAttended installationsEffective peopleWelcomed childrenWelcomed demonstration } } } }`,
  'figures of a region': `{ _entities(representations: [{ __typename: "Region", code: "76", territoryList: "${here} ici Ici|${elsewhere} ailleurs Ailleurs" }]) { ... on Region { accompanimentIndicators { prospectsAttended { value suppressed } } breakdown(indicator: INSTALLATIONS_EFFECTIVE) { territory { id } value suppressed } } } }`,
};
const references = () => Object.values(ids).map((id) => ({ __typename: 'DiscoverySession', id }));

describe.each(ROLES)('a viewer as %s', (role) => {
  const viewer = role === 'PUBLIC' ? null : viewerAs(role);
  const ask = (name: string) =>
    world.subgraph.client({ territoryId: here, viewer })(QUERIES[name]!, { references: references() });

  it.each(Object.keys(QUERIES))('meets in "%s" nothing of another territory', async (name) => {
    const answer = await ask(name);
    expect(answer.errors).toBeUndefined();
    expect(JSON.stringify(answer)).not.toMatch(/FOREIGN|adresse-foreign/);
    if (role === 'PUBLIC') expect(JSON.stringify(answer)).not.toMatch(/UNPUBLISHED/);
  });

  it('meets its own, so the absence above means something', async () => {
    const { data } = await ask('sessions');
    expect(data?.discoverySessions.nodes.map((session: { title: string }) => session.title)).toEqual([
      'Titre VISIBLE',
    ]);
    const { data: byReference } = await ask('sessions by reference');
    const titles = byReference?._entities.map((session: { title: string } | null) => session?.title);
    expect(titles).toEqual([
      'Titre VISIBLE',
      ...(role === 'PUBLIC' ? [undefined] : ['Titre UNPUBLISHED']),
      undefined,
      undefined,
    ]);
  });

  it('cannot follow the seats of another territory', async () => {
    const stream = await openEventStream(
      world.subgraph,
      `subscription { sessionSeats(sessionId: "${ids['elsewhere']}") { seatsLeft session { title } } }`,
      { territoryId: here, ...(viewer && { viewer }) },
    );
    expect((await stream.next()).errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
  });

  it('cannot change a session of another territory', async () => {
    const { data, errors } = await world.subgraph.client({ territoryId: here, viewer })(
      `mutation { changeSessionCapacity(sessionId: "${ids['elsewhere']}", capacity: 100) { __typename } }`,
    );
    expect(data).toBeNull();
    expect(['NOT_FOUND', 'FORBIDDEN', 'UNAUTHENTICATED']).toContain(errors?.[0]?.extensions.code);
  });

  it('is told to name a territory when the request is about none', async () => {
    const { errors } = await world.subgraph.client({ viewer })(QUERIES['sessions']!);
    expect(errors?.[0]?.extensions.code).toBe('NOT_FOUND');
  });
});

describe('the database', () => {
  const HOUSEHOLD_TABLES = ['registration', 'prospect', 'installation'];
  const count = (url: string, role: string, territoryId: string | null, table: string) =>
    inScope(url, { territoryId, role }, async (client) => {
      const { rows } = await client.query(`select count(*)::int as count from ${table}`);
      return rows[0].count;
    });

  it.each(HOUSEHOLD_TABLES)('holds rows of both territories in %s', async (table) => {
    const { rows } = await world.superuser.query(
      `select count(distinct territory_id)::int as territories from ${table}`,
    );
    expect(rows).toEqual([{ territories: 2 }]);
  });

  it.each(HOUSEHOLD_TABLES)('shows %s to no visitor', async (table) => {
    expect(await count(world.database.appUrl, 'PUBLIC', here, table)).toBe(0);
    expect(await count(world.database.appUrl, 'OPERATOR', null, table)).toBe(0);
  });

  it.each(STAFF)('shows %s the households of the territory alone, or none', async (role) => {
    for (const table of HOUSEHOLD_TABLES) {
      const own = await world.superuser.query(
        `select count(*)::int as count from ${table} where territory_id = $1`,
        [here],
      );
      const entitled = !['VIEWER', 'CONTRIBUTOR'].includes(role);
      expect(await count(world.database.appUrl, role, here, table)).toBe(entitled ? own.rows[0].count : 0);
    }
  });

  it('shows visitors sessions that are no drafts, and staff all of the territory', async () => {
    const sessions = (role: string) => count(world.database.appUrl, role, here, 'discovery_session');
    expect(await Promise.all(ROLES.map(sessions))).toEqual([1, 2, 2, 2, 2, 2]);
    expect(await count(world.database.appUrl, 'OPERATOR', null, 'discovery_session')).toBe(0);
  });

  it.each([
    'update discovery_session set seats_taken = 0',
    'update discovery_session set waitlist_length = 0',
    'update discovery_session set territory_id = gen_random_uuid()',
    `insert into discovery_session (id, territory_id, slug, title, format, starts_at, ends_at, capacity, seats_taken)
      values (gen_random_uuid(), '${here}', 'x', 'x', 'DAY', now(), now() + interval '1 hour', 1, 0)`,
    'delete from registration_event',
    'delete from prospect_consent',
  ])('lets the service itself not run: %s', async (statement) => {
    const run = inScope(world.database.appUrl, { territoryId: here, role: 'OPERATOR' }, (client) =>
      client.query(statement),
    );
    await expect(run).rejects.toThrow('permission denied');
  });

  it.each(['PUBLIC', 'VIEWER', 'CONTRIBUTOR'])(
    'lets %s change no capacity, whatever the service asks',
    async (role) => {
      const { rowCount } = await inScope(world.database.appUrl, { territoryId: here, role }, (client) =>
        client.query('update discovery_session set capacity = 100'),
      );
      expect(rowCount).toBe(0);
    },
  );
});
