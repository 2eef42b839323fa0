import { randomUUID } from 'node:crypto';
import { viewerAs } from '@ancrage/testing/signed-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AccompanimentWorld } from './support/accompaniment-world.js';

const here = randomUUID();
const [press, web] = [randomUUID(), randomUUID()];
const [poster, post, fair, lone] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
let world: AccompanimentWorld;

const touch = (prospectId: string, at: string, by: { link?: string; fair?: string; declared?: string }) =>
  world.write(
    here,
    `insert into prospect_touch (id, territory_id, prospect_id, at, form, link_id, fair_id, declared_channel)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      ...[randomUUID(), here, prospectId, at, by.fair ? 'FAIR' : 'CALLBACK'],
      ...[by.link ?? null, by.fair ?? null, by.declared ?? null],
    ],
  );

/** Five households: by the poster then the post; by the post alone; at a fair; by an unknown way; by one that they only tell. */
beforeAll(async () => {
  world = await AccompanimentWorld.create();
  for (const [id, channel, spent] of [
    [press, 'PRESS', 100_000],
    [web, 'WEB', null],
  ])
    await world.write(
      here,
      `insert into campaign (id, territory_id, name, channel, starts_on, ends_on, spent_cents)
       values ($1, $2, $3::text, $3::promotion_channel, '2026-01-01', '2026-06-30', $4)`,
      [id, here, channel, spent],
    );
  for (const [id, campaign, cost] of [
    [fair, press, 20_000],
    [lone, null, 50_000],
  ])
    await world.write(
      here,
      `insert into fair (id, territory_id, slug, name, place, starts_at, ends_at, campaign_id, cost_cents)
       values ($1::uuid, $2, $1::uuid::text, 'Salon', 'Foix', '2026-03-01', '2026-03-02', $3, $4)`,
      [id, here, campaign, cost],
    );
  for (const [id, campaign] of [
    [poster, press],
    [post, web],
  ])
    await world.write(
      here,
      `insert into promotion_link (id, territory_id, campaign_id, code, label, target) values ($1, $2, $3, $4, 'x', '/')`,
      [id, here, campaign, `code-${campaign === press ? 'press' : 'web'}`],
    );
  const session = await world.session(here);
  const both = await world.prospect(here);
  await touch(both, '2026-01-10T10:00:00Z', { link: poster, declared: 'PRESS' });
  await touch(both, '2026-02-10T10:00:00Z', { link: post, declared: 'WORD_OF_MOUTH' });
  await touch(both, '2026-02-20T10:00:00Z', {});
  await world.registration(here, session, 'ATTENDED', { prospectId: both });
  await touch(await world.prospect(here), '2026-02-01T10:00:00Z', { link: post, declared: 'FAIR' });
  const met = await world.prospect(here);
  await touch(met, '2026-03-01T10:00:00Z', { fair });
  await world.write(
    here,
    `insert into installation (id, territory_id, prospect_id, status, horizon, planned_on, effective_on, commune_code, declared_by, adults)
     values ($1, $2, $3, 'EFFECTIVE', 'LONG_TERM', '2026-04-01', '2026-06-01', '09122', 'x', 1)`,
    [randomUUID(), here, met],
  );
  await world.prospect(here);
  await touch(await world.prospect(here), '2026-03-05T10:00:00Z', { declared: 'PARTNER' });
  await world.prospect(randomUUID());
});
afterAll(() => world.close());

const REACH = 'prospects attendees installations centsPerProspect centsPerAttendee centsPerInstallation';
const READ = `{ promotionCosts { agreeing both cost { cents knownCents } total { ${REACH} }
  campaigns { name fairId cost { cents knownCents } first { ${REACH} } last { ${REACH} } }
  channels { channel cost { cents } firstMeasured { ${REACH} } lastMeasured { ${REACH} } firstDeclared { prospects } lastDeclared { prospects } } } }`;
const costs = async (role: 'VIEWER' | 'AGENT' = 'AGENT') =>
  (await world.subgraph.client({ territoryId: here, viewer: viewerAs(role) })(READ)).data?.promotionCosts;
const of = <Item extends Record<string, unknown>>(items: Item[], key: string, value: unknown): Item =>
  items.find((item) => item[key] === value)!;

describe('what households cost', () => {
  it('by a campaign counts its fairs too, by the first and by the last passage', async () => {
    const { campaigns } = await costs();
    expect(of(campaigns, 'name', 'PRESS')).toMatchObject({
      cost: { cents: 120_000 },
      first: {
        prospects: 2,
        attendees: 1,
        installations: 1,
        centsPerProspect: 60_000,
        centsPerAttendee: 120_000,
        centsPerInstallation: 120_000,
      },
      last: { prospects: 1, attendees: 0, installations: 1, centsPerAttendee: null },
    });
  });

  it('is unknown, not zero, where nobody said what was spent', async () => {
    const { campaigns, cost, total } = await costs();
    expect(of(campaigns, 'name', 'WEB')).toMatchObject({
      cost: { cents: null, knownCents: 0 },
      first: { prospects: 1, centsPerProspect: null },
      last: { prospects: 2, attendees: 1 },
    });
    expect([cost, total.prospects, total.centsPerProspect]).toEqual([
      { cents: null, knownCents: 170_000 },
      5,
      null,
    ]);
  });

  it('of a fair that brought nobody is its cost, and nothing for one household', async () => {
    const { campaigns } = await costs();
    expect(of(campaigns, 'fairId', lone)).toMatchObject({
      cost: { cents: 50_000 },
      first: { prospects: 0, centsPerProspect: null },
    });
  });

  it('stand by channel as measured beside as declared; who said nothing is unknown', async () => {
    const { channels, agreeing, both } = await costs('VIEWER');
    const counts = (key: string) =>
      Object.fromEntries(
        channels.map((row: Record<string, { prospects: number }>) => [row['channel'], row[key]!.prospects]),
      );
    const none = { FAIR: 0, PARTNER: 0, PRESS: 0, WEB: 0, WORD_OF_MOUTH: 0 };
    expect(counts('firstMeasured')).toEqual({ ...none, PRESS: 2, WEB: 1, null: 2 });
    expect(counts('lastMeasured')).toEqual({ ...none, PRESS: 1, WEB: 2, null: 2 });
    expect(counts('firstDeclared')).toEqual({ ...none, PRESS: 1, FAIR: 1, PARTNER: 1, null: 2 });
    expect(counts('lastDeclared')).toEqual({ ...none, WORD_OF_MOUTH: 1, FAIR: 1, PARTNER: 1, null: 2 });
    expect([agreeing, both]).toEqual([1, 2]);
    expect(of(channels, 'channel', 'WORD_OF_MOUTH')).toMatchObject({ cost: { cents: null } });
    expect(of(channels, 'channel', 'FAIR')).toMatchObject({ cost: { cents: 50_000 } });
  });

  it('are counted within the territory, for its members alone', async () => {
    const elsewhere = world.subgraph.client({ territoryId: randomUUID(), viewer: viewerAs('AGENT') });
    expect((await elsewhere(READ)).data?.promotionCosts.total.prospects).toBe(0);
    const { errors } = await world.subgraph.client({ territoryId: here })(READ);
    expect(errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });
});
