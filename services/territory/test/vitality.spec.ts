import { randomUUID } from 'node:crypto';
import { asSuperuser } from '@ancrage/postgres/databases';
import type { Role } from '@ancrage/signature';
import { viewerAs } from '@ancrage/testing/signed-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TwoTerritories, twoTerritories } from './story.js';

let story: TwoTerritories;
const school = randomUUID();
const creche = randomUUID();
const foreign = randomUUID();
beforeAll(async () => {
  story = await twoTerritories();
  await asSuperuser(story.database.superuserUrl, async (client) => {
    for (const [territory, commune, facilities] of [
      [story.pfha.id, '09122', { [school]: 'C108', [creche]: 'D502' }],
      [story.couserans.id, '09261', { [foreign]: 'D502' }],
    ] as const) {
      await client.query(
        `insert into source (id, territory_id, producer, dataset, vintage, licence) values ($1, $2, 'Rectorat', 'Effectifs', '2026', 'LO')`,
        [`test-${territory}`, territory],
      );
      for (const [id, type] of Object.entries(facilities)) {
        await client.query(
          `insert into facility (id, territory_id, commune_code, type_code, name, source_id) values ($1, $2, $3, $4, $5, $6)`,
          [id, territory, commune, type, `Nom de ${type}`, `test-${territory}`],
        );
      }
      await client.query(
        `update territory_commune set facility_counts = '{"C108": 1, "D502": 1}' where territory_id = $1 and commune_code = $2`,
        [territory, commune],
      );
    }
    for (const [year, children] of [
      [2024, 41],
      [2025, 33],
    ]) {
      await client.query(
        `insert into facility_enrolment (territory_id, facility_id, year, commune_code, children, classes, source_id) values ($1, $2, $3, '09122', $4, 2, $5)`,
        [story.pfha.id, school, year, children, `test-${story.pfha.id}`],
      );
    }
  });
});
afterAll(() => story.subgraph.stop());

const ask = (role: Role, territory: 'pfha' | 'couserans' = 'pfha') =>
  story.subgraph.client({
    territoryId: story[territory].id,
    viewer: role === 'PUBLIC' ? null : viewerAs(role),
  });
const FACILITY = `facility { name } trend outlook missing margin untilOpening
  enrolments { year children suppressed classes places source { producer } }`;
const seen = async (role: Role, year: number | null = null) =>
  (
    await ask(role)(
      `query ($year: Int) { territory { vitality(year: $year) { year thresholds { closing opening occupancy demonstration }
        communes { commune { name } facilities { ${FACILITY} } } } } }`,
      { year },
    )
  ).data!['territory'].vitality;
const record = (input: object, role: Role = 'AGENT') =>
  ask(role)(
    `mutation ($input: EnrolmentInput!) { recordEnrolment(input: $input) { __typename
      ... on EnrolmentSaved { facility { ${FACILITY} } } ... on VitalityRefused { problems { field message } } } }`,
    { input: { facilityId: creche, year: 2025, ...input } },
  );
const setThresholds = (input: object, role: Role = 'ADMINISTRATOR') =>
  ask(role)(
    `mutation ($input: ThresholdsInput!) { setVitalityThresholds(input: $input) { __typename
      ... on ThresholdsSaved { thresholds { closing } } ... on VitalityRefused { problems { field message } } } }`,
    { input },
  );

describe('schools and crèches', () => {
  it('are unknown until the territory says what decides, and then say what is missing', async () => {
    const before = await seen('PUBLIC');
    expect(before).toMatchObject({
      year: 2025,
      thresholds: { closing: null, opening: null, occupancy: null, demonstration: false },
    });
    const [found] = before.communes;
    expect(found.commune.name).toBe('Foix');
    expect(found.facilities[0]).toMatchObject({
      outlook: 'UNKNOWN',
      missing: null,
      trend: -8,
      enrolments: [
        { year: 2024, children: 41, classes: 2, source: { producer: 'Rectorat' } },
        { year: 2025, children: 33, classes: 2 },
      ],
    });
    expect(found.facilities[1]).toMatchObject({ outlook: 'UNKNOWN', enrolments: [], trend: null });

    await setThresholds({ closing: 18, opening: 26, occupancy: 70 });
    const after = await seen('PUBLIC');
    expect(after.communes[0].facilities[0]).toMatchObject({ outlook: 'AT_RISK', missing: 3 });
    expect((await seen('PUBLIC', 2024)).communes[0].facilities[0]).toMatchObject({
      outlook: 'STEADY',
      margin: 5,
      untilOpening: 12,
    });
  });

  it('of a crèche are written down by an agent, with the territory as their source', async () => {
    const { data } = await record({ children: 9, places: 12 });
    expect(data!['recordEnrolment'].facility).toMatchObject({
      outlook: 'STEADY',
      enrolments: [{ children: 9, places: 12, source: { producer: 'Pays de Foix – Haute Ariège' } }],
    });
    const again = await record({ children: 8, places: 12 });
    expect(again.data!['recordEnrolment'].facility).toMatchObject({ outlook: 'AT_RISK', missing: 1 });
  });

  it('keep fewer than five children from the public, and what would give them away', async () => {
    await record({ year: 2026, children: 4, places: 12 });
    const [, member] = (await seen('VIEWER')).communes[0].facilities;
    expect(member).toMatchObject({ trend: -4, missing: 5, outlook: 'AT_RISK' });
    const [, visitor] = (await seen('PUBLIC')).communes[0].facilities;
    expect(visitor).toMatchObject({ trend: null, missing: null, margin: null, outlook: 'UNKNOWN' });
    expect(visitor.enrolments.at(-1)).toMatchObject({ children: null, suppressed: true, places: 12 });
    await record({ year: 2026 });
    expect((await seen('VIEWER')).communes[0].facilities[1].enrolments).toHaveLength(1);
  });
});

describe('what is refused', () => {
  it.each([
    [{ year: 1999 }, 'year'],
    [{ children: -1 }, 'children'],
    [{ children: 501 }, 'children'],
    [{ places: 0 }, 'places'],
  ])('of a crèche: %j', async (input, field) => {
    const { data } = await record(input);
    expect(data!['recordEnrolment'].problems).toEqual([
      { field, message: expect.stringMatching(/^De \d+ à \d+\.$/) },
    ]);
  });

  it('thresholds that contradict each other', async () => {
    const { data } = await setThresholds({ closing: 25, opening: 20 });
    expect(data!['setVitalityThresholds'].problems).toMatchObject([{ field: 'opening' }]);
  });

  it('schools by hand, other territories’ crèches, and those who may not', async () => {
    for (const facilityId of [school, foreign, 'x']) {
      expect((await record({ facilityId, children: 1 })).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    }
    for (const role of ['VIEWER', 'CONTRIBUTOR'] as const) {
      expect((await record({ children: 1 }, role)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    }
    expect((await setThresholds({ closing: 10 }, 'AGENT')).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    expect((await record({ children: 1 }, 'PUBLIC')).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });

  it('to the neighbour: it sees its own alone', async () => {
    const { data } = await ask(
      'ADMINISTRATOR',
      'couserans',
    )(
      '{ territory { vitality { communes { code facilities { id } } } } _entities(representations: [{ __typename: "Commune", code: "09122" }]) { ... on Commune { vitality { id } } } }',
    );
    expect(data!['territory'].vitality.communes).toEqual([{ code: '09261', facilities: [{ id: foreign }] }]);
    expect(data!['_entities'][0].vitality).toEqual([]);
  });
});
