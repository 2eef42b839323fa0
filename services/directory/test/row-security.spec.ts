import { randomUUID } from 'node:crypto';
import { viewerAs } from '@ancrage/testing/signed-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DirectoryWorld } from './support/directory-world.js';
import { inScope } from './support/scoped-connection.js';

const ROLES = ['PUBLIC', 'VIEWER', 'CONTRIBUTOR', 'AGENT', 'ADMINISTRATOR', 'OPERATOR'] as const;
const STAFF = ROLES.slice(1);
const here = randomUUID();
const elsewhere = randomUUID();
const OWN_COMMUNE = '09122';

const seedOf = (canary: string) => ({
  displayName: `Nom ${canary}`,
  slug: `adresse-${canary.toLowerCase()}`,
  activity: `Activité ${canary}`,
  skills: [`Compétence ${canary}`],
  presentation: `Présentation ${canary}`,
  communeCode: OWN_COMMUNE,
});

let world: DirectoryWorld;
const ids: Record<string, string> = {};
beforeAll(async () => {
  world = await DirectoryWorld.create();
  ids['published here'] = (await world.publishedSolo(here, seedOf('VISIBLE'))).id;
  ids['identified here'] = await world.identifiedSolo(here, seedOf('UNPUBLISHED'));
  ids['published elsewhere'] = (await world.publishedSolo(elsewhere, seedOf('FOREIGN'))).id;
  ids['identified elsewhere'] = await world.identifiedSolo(elsewhere, seedOf('FOREIGNUNPUBLISHED'));
});
afterAll(() => world.close());

/** Every way into the directory; each is tried with all that a caller may know of the other territory. */
const SOLO =
  'id slug displayName activity skills presentation canSponsor demonstration publishedAt commune { code }';
const CONNECTION = `totalCount facets { name values { value label count } } nodes { ${SOLO} } pageInfo { hasNextPage endCursor }`;
const QUERIES: Record<string, string> = {
  solos: `{ solos(first: 100) { ${CONNECTION} } }`,
  'solos found': `{ solos(search: "nom activite competence presentation canary", first: 100) { ${CONNECTION} }
    foreign: solos(search: "foreign") { ${CONNECTION} } hidden: solos(search: "unpublished") { ${CONNECTION} } }`,
  'solos filtered': `{ solos(filter: { commune: ["${OWN_COMMUNE}"], activity: ["Activité FOREIGN", "Activité UNPUBLISHED", "Activité VISIBLE"] }) { ${CONNECTION} } }`,
  solo: `{ mine: solo(slug: "adresse-visible") { ${SOLO} } foreign: solo(slug: "adresse-foreign") { ${SOLO} } hidden: solo(slug: "adresse-unpublished") { ${SOLO} } }`,
  'solos of a commune': `{ _entities(representations: [{ __typename: "Commune", code: "${OWN_COMMUNE}" }]) { ... on Commune { soloCount solos { ${CONNECTION} } } } }`,
  'solos by reference': `query ($references: [_Any!]!) { _entities(representations: $references) { ... on Solo { ${SOLO} } } }`,
  'figures of a territory': `{ _entities(representations: [{ __typename: "Territory", id: "${here}" }, { __typename: "Territory", id: "${elsewhere}" }]) { ... on Territory { directoryIndicators { solosIdentified solosPublished demonstration } } } }`,
  'figures of a region': `{ _entities(representations: [{ __typename: "Region", code: "76", territoryList: "${here} ici Ici|${elsewhere} ailleurs Ailleurs" }]) { ... on Region { directoryIndicators { solosIdentified { value suppressed } solosPublished { value } } } } }`,
};

describe.each(ROLES)('a viewer as %s', (role) => {
  const viewer = role === 'PUBLIC' ? null : viewerAs(role);

  it.each(Object.keys(QUERIES))(
    'meets in "%s" nothing of another territory, nothing unpublished',
    async (name) => {
      const references = Object.values(ids).map((id) => ({ __typename: 'Solo', id }));
      const answer = await world.subgraph.client({ territoryId: here, viewer })(QUERIES[name]!, {
        references,
      });
      expect(answer.errors).toBeUndefined();
      expect(JSON.stringify(answer)).not.toMatch(/FOREIGN|UNPUBLISHED|adresse-(foreign|unpublished)/);
    },
  );

  it('meets its own, so the absence above means something', async () => {
    const { data } = await world.subgraph.client({ territoryId: here, viewer })(QUERIES['solos']!);
    expect(data?.solos.nodes.map((solo: { displayName: string }) => solo.displayName)).toEqual([
      'Nom VISIBLE',
    ]);
    expect(data?.solos.totalCount).toBe(1);
  });

  it('is told to name a territory when the request is about none', async () => {
    const { errors } = await world.subgraph.client({ viewer })(QUERIES['solos']!);
    expect(errors?.[0]?.extensions.code).toBe('NOT_FOUND');
  });
});

describe('the database', () => {
  const namesSeen = (url: string, role: string, territoryId: string | null) =>
    inScope(url, { territoryId, role }, async (client) => {
      const { rows } = await client.query('select display_name from solo order by 1');
      return rows.map((row) => row.display_name);
    });

  it('holds all four rows', async () => {
    const { rows } = await world.superuser.query('select count(*)::int as solos from solo');
    expect(rows).toEqual([{ solos: 4 }]);
  });

  it('shows a visitor what is published in the territory', async () => {
    expect(await namesSeen(world.database.appUrl, 'PUBLIC', here)).toEqual(['Nom VISIBLE']);
  });

  it.each(STAFF)('shows %s all of the territory and nothing of another', async (role) => {
    expect(await namesSeen(world.database.appUrl, role, here)).toEqual(['Nom UNPUBLISHED', 'Nom VISIBLE']);
  });

  it.each(ROLES)('shows %s nothing without a territory', async (role) => {
    expect(await namesSeen(world.database.appUrl, role, null)).toEqual([]);
  });

  it('binds the owner of the tables as well', async () => {
    expect(await namesSeen(world.database.ownerUrl, 'OPERATOR', elsewhere)).toEqual([
      'Nom FOREIGN',
      'Nom FOREIGNUNPUBLISHED',
    ]);
    expect(await namesSeen(world.database.ownerUrl, 'OPERATOR', null)).toEqual([]);
  });

  it('shows consents to staff only', async () => {
    const consentsSeen = (role: string) =>
      inScope(world.database.appUrl, { territoryId: here, role }, async (client) => {
        const { rowCount } = await client.query('select from consent');
        return rowCount;
      });
    expect(await Promise.all(ROLES.map(consentsSeen))).toEqual([0, 1, 1, 1, 1, 1]);
  });

  it.each([
    ['delete from consent'],
    [`update solo_event set note = 'x'`],
    ['delete from access_record'],
    ['truncate solo cascade'],
  ])('lets the service itself not run: %s', async (statement) => {
    await expect(
      inScope(world.database.appUrl, { territoryId: here, role: 'OPERATOR' }, (client) =>
        client.query(statement),
      ),
    ).rejects.toThrow('permission denied');
  });

  it.each(['PUBLIC', 'VIEWER', 'CONTRIBUTOR'])('lets %s write nothing, whatever is granted', async (role) => {
    await inScope(world.database.ownerUrl, { territoryId: here, role }, async (client) => {
      expect((await client.query(`update solo set activity = 'x'`)).rowCount).toBe(0);
      await expect(
        client.query(`insert into solo (id, territory_id, slug, identified_by, identified_at, display_name, activity, skills)
          values (gen_random_uuid(), '${here}', 'x', 'x', now(), 'x', 'x', '{}')`),
      ).rejects.toThrow('row-level security');
    });
  });

  it('lets an agent write in the own territory alone', async () => {
    await inScope(world.database.ownerUrl, { territoryId: here, role: 'AGENT' }, async (client) => {
      expect((await client.query(`update solo set activity = 'x'`)).rowCount).toBe(2);
      await expect(client.query(`update solo set territory_id = '${elsewhere}'`)).rejects.toThrow();
    });
  });
});
