import { randomUUID } from 'node:crypto';
import { viewerAs } from '@ancrage/testing/signed-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demonstrate } from '../dist/demonstration/demonstrate.js';
import { AccompanimentWorld } from './support/accompaniment-world.js';

const communes = [
  { code: '09122', population: 9934 },
  { code: '09030', population: 512 },
  { code: '09001', population: 60 },
];
const NOW = new Date();
const MUCH_LATER = new Date(NOW.getTime() + 200 * 86_400_000);
let world: AccompanimentWorld;
beforeAll(async () => {
  world = await AccompanimentWorld.create();
});
afterAll(() => world.close());

const load = (territoryId: string, now = NOW) =>
  demonstrate(world.database.ownerUrl, { territoryId, communes }, now);
const content = async (territoryId: string) => {
  const tables = ['discovery_session', 'prospect', 'registration', 'installation'];
  const all = tables.map(
    (table) => `(select json_agg(t order by id) from ${table} t where territory_id = $1) as ${table}`,
  );
  const { rows } = await world.superuser.query(`select ${all.join(', ')}`, [territoryId]);
  return rows[0];
};
const sessionsOf = async (territoryId: string) => {
  const { data } = await world.subgraph.client({ territoryId })(
    `{ discoverySessions { nodes { slug status startsAt endsAt seatsLeft capacity waitlistLength hostCommune { code } partner { name }
        programme { startsAt } demonstration } } }`,
  );
  return data?.discoverySessions.nodes;
};

describe('the demonstration of the welcome', () => {
  it('has the figures of the reference territory, through the API', async () => {
    const territoryId = randomUUID();
    expect(await load(territoryId)).toBe('LOADED');
    const { data } = await world.subgraph.client({ territoryId })(
      `{ _entities(representations: [{ __typename: "Territory", id: "${territoryId}" }]) { ... on Territory {
          upcomingSessions { totalCount nodes { startsAt } }
          accompanimentIndicators { prospects prospectsAttended installationsEffective installationsPlanned peopleWelcomed childrenWelcomed demonstration } } } }`,
    );
    expect(data?._entities[0].accompanimentIndicators).toEqual({
      prospects: 60,
      prospectsAttended: 26,
      installationsEffective: 6,
      installationsPlanned: 5,
      peopleWelcomed: 16,
      childrenWelcomed: 6,
      demonstration: true,
    });
    expect(data?._entities[0].upcomingSessions.totalCount).toBe(3);
  });

  it('tells the year of its session from the first contact to the installation, and who came to it', async () => {
    const territoryId = randomUUID();
    await load(territoryId);
    const agent = world.subgraph.client({ territoryId, viewer: viewerAs('AGENT') });
    const { data } = await agent(`{ indicatorSnapshot(slug: "2025") { funnel { key value } } }`);
    expect(data?.indicatorSnapshot.funnel).toEqual([
      { key: 'CONTACT', value: 49 },
      { key: 'QUALIFIED', value: 42 },
      { key: 'ATTENDED', value: 17 },
      { key: 'PROJECT', value: 11 },
      { key: 'INSTALLED', value: 6 },
    ]);
    const { rows } = await world.superuser.query(
      `select r.status, count(distinct r.id)::int as households, bool_and(a.attended) as came
         from registration r join attendance a on a.registration_id = r.id where r.territory_id = $1
        group by r.status order by r.status`,
      [territoryId],
    );
    expect(rows).toEqual([
      { status: 'ATTENDED', households: 26, came: true },
      { status: 'NO_SHOW', households: 2, came: false },
    ]);
  });

  it('welcomes by a published protocol that says that it is a demonstration, and keeps it', async () => {
    const territoryId = randomUUID();
    await load(territoryId);
    await load(territoryId, MUCH_LATER);
    const { rows } = await world.superuser.query(
      `select status, number, demonstration, jsonb_array_length(steps) as steps from welcome_protocol where territory_id = $1`,
      [territoryId],
    );
    expect(rows).toEqual([{ status: 'PUBLISHED', number: 1, demonstration: true, steps: 18 }]);
  });

  it('has cases that somebody leads, with a trail that says what it is, and one step that is late', async () => {
    const territoryId = randomUUID();
    const ask = async () => {
      await load(territoryId);
      const agent = world.subgraph.client({ territoryId, viewer: viewerAs('AGENT') });
      const { data } = await agent(
        `{ installationRecords(first: 20) { nodes { id leadName demonstration progress { overdue }
             household { events { kind note details { name value } } } } } }`,
      );
      return data?.installationRecords.nodes;
    };
    const cases = await ask();
    expect(cases).toHaveLength(11);
    let late = 0;
    for (const { id, leadName, demonstration, progress, household } of cases) {
      expect([demonstration, leadName]).toEqual([true, expect.stringContaining('démonstration')]);
      late += progress.overdue;
      const trail = household.events.filter(({ details }: { details: { value: string }[] }) =>
        details.some(({ value }) => value === id),
      );
      expect(trail.at(-1)).toMatchObject({
        kind: 'INSTALLATION_PLANNED',
        note: 'Donnée de démonstration',
      });
    }
    expect(late).toBe(1);
    expect(await ask()).toEqual(cases);
  });

  it('tells a sponsor when the household arrives, before any daily work', async () => {
    const territoryId = randomUUID();
    await load(territoryId);
    const { rows } = await world.superuser.query(
      `select n.household_card ->> 'arrival' as told, to_char(coalesce(i.effective_on, i.expected_on), 'YYYY-MM') as arrival
         from sponsorship n join installation i on i.prospect_id = n.prospect_id
        where n.territory_id = $1 and n.status = 'ACTIVE'`,
      [territoryId],
    );
    expect(rows).toHaveLength(2);
    for (const { told, arrival } of rows) expect(told).toBe(arrival);
  });

  it('has a week-end in Auzat behind it and three sessions to come, one of them full', async () => {
    const territoryId = randomUUID();
    await load(territoryId);
    const [past, ...toCome] = await sessionsOf(territoryId);
    expect(past).toMatchObject({
      status: 'CLOSED',
      hostCommune: { code: '09030' },
      startsAt: '2025-04-12T08:00:00.000Z',
    });
    expect(toCome).toHaveLength(3);
    expect(toCome.map((session: { seatsLeft: number }) => session.seatsLeft === 0)).toEqual([
      false,
      true,
      false,
    ]);
    expect(toCome[1].waitlistLength).toBe(2);
    for (const session of [past, ...toCome]) {
      expect(session.demonstration).toBe(true);
      expect(session.programme[0].startsAt).toBe(session.startsAt);
      for (const { startsAt } of session.programme) expect(startsAt < session.endsAt).toBe(true);
    }
    for (const { startsAt } of toCome) expect(Date.parse(startsAt)).toBeGreaterThan(NOW.getTime());
  });

  it('is the same after a second load', async () => {
    const territoryId = randomUUID();
    await load(territoryId);
    const before = await content(territoryId);
    expect(await load(territoryId)).toBe('PRESENT');
    expect(await content(territoryId)).toEqual(before);
  });

  it('has sessions to come again when it is started much later, with the same registrations', async () => {
    const territoryId = randomUUID();
    await load(territoryId);
    const before = await content(territoryId);
    expect(await load(territoryId, MUCH_LATER)).toBe('PRESENT');
    const [past, ...toCome] = await sessionsOf(territoryId);
    expect(past.startsAt).toBe('2025-04-12T08:00:00.000Z');
    for (const { startsAt } of toCome) expect(Date.parse(startsAt)).toBeGreaterThan(MUCH_LATER.getTime());
    expect((await content(territoryId)).registration).toEqual(before.registration);
  });

  it('leaves the date of a session that a true household registered for', async () => {
    const territoryId = randomUUID();
    await load(territoryId);
    const { rows } = await world.superuser.query(
      `select id, starts_at from discovery_session where territory_id = $1 and slug = 'journee-decouverte-travailler-d-ici'`,
      [territoryId],
    );
    await world.registration(territoryId, rows[0].id, 'CONFIRMED');
    expect(await load(territoryId, MUCH_LATER)).toBe('PRESENT');
    const after = await world.superuser.query('select id, starts_at from discovery_session where id = $1', [
      rows[0].id,
    ]);
    expect(after.rows).toEqual(rows);
  });

  it('is refused where there are true records alone, and leaves them', async () => {
    const territoryId = randomUUID();
    await world.installation(territoryId);
    const before = await content(territoryId);
    expect(await load(territoryId)).toBe('REFUSED');
    expect(await content(territoryId)).toEqual(before);
  });

  it('finds a host in a territory without Auzat', async () => {
    const territoryId = randomUUID();
    await demonstrate(world.database.ownerUrl, { territoryId, communes: [communes[0]!] }, NOW);
    for (const session of await sessionsOf(territoryId)) expect(session.hostCommune.code).toBe('09122');
  });

  it('has campaigns, links and fairs, one of them to come, and costs that nobody has said', async () => {
    const territoryId = randomUUID();
    await load(territoryId);
    const visitor = world.subgraph.client({ territoryId });
    const fairs = async (now: Date) =>
      (
        await visitor('query ($from: DateTime) { fairs(from: $from) { nodes { name demonstration } } }', {
          from: now.toISOString(),
        })
      ).data?.fairs.nodes;
    expect(await fairs(NOW)).toEqual([{ name: 'Journée « Changer d’air »', demonstration: true }]);
    expect(await fairs(MUCH_LATER)).toEqual([]);
    await load(territoryId, MUCH_LATER);
    expect(await fairs(MUCH_LATER)).toHaveLength(1);
    const agent = world.subgraph.client({ territoryId, viewer: viewerAs('AGENT') });
    const { data } = await agent(
      '{ promotionCosts { campaigns { cost { cents } demonstration } } promotionLinks { code } }',
    );
    expect(data?.promotionLinks).toHaveLength(5);
    expect(
      data?.promotionCosts.campaigns.every(({ demonstration }: { demonstration: boolean }) => demonstration),
    ).toBe(true);
    expect(
      data?.promotionCosts.campaigns.map(({ cost }: { cost: { cents: number | null } }) => cost.cents),
    ).toContain(null);
  });
});
