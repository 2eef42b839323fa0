import { randomUUID } from 'node:crypto';
import { openDatabase } from '@ancrage/subgraph/database';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DATABASE } from '../dist/database.js';
import { followUpSponsors } from '../dist/sponsorship/follow-up-sponsors.js';
import { AccompanimentWorld } from './support/accompaniment-world.js';
import { links } from './support/day-world.js';
import { activePair, type SponsorDesk, sponsorDesk } from './support/sponsor-desk.js';

let world: AccompanimentWorld;
let database: Awaited<ReturnType<typeof openDatabase>>;
beforeAll(async () => {
  world = await AccompanimentWorld.create();
  const { appUrl, ownerUrl } = world.database;
  database = await openDatabase(DATABASE, { appUrl, ownerUrl });
});
afterAll(async () => {
  await database.close();
  await world.close();
});

/** A morning of the daily work; gives how many letters it wrote in all. */
async function morning({ territoryId, letters }: SponsorDesk): Promise<number> {
  const scope = { territoryId, role: 'AGENT' as const, userId: null };
  const card = { name: 'Pays', site: 'https://pays.example', slug: 'pays' };
  await database.write(scope, (connection) =>
    followUpSponsors(links)(connection, scope, card as never, '2026-11-23'),
  );
  return (await letters()).filter(({ kind }) => kind === 'sponsorship-follow_up').length;
}

const accepted = (desk: SponsorDesk, id: string, days: number) =>
  world.write(
    desk.territoryId,
    `update sponsorship set sponsor_accepted_at = now() - make_interval(days => $2), household_accepted_at = now() - make_interval(days => $2),
       asked_at = asked_at - make_interval(days => $2) where id = $1`,
    [id, days],
  );

describe('a sponsor', () => {
  it('is asked after a month of silence, once, and not again within two months', async () => {
    const desk = sponsorDesk(world);
    const { id } = await activePair(desk);
    expect(await morning(desk)).toBe(0);
    await accepted(desk, id, 40);
    expect(await morning(desk)).toBe(1);
    expect(await morning(desk)).toBe(1);
    await accepted(desk, id, 50);
    expect(await morning(desk)).toBe(1);
    await accepted(desk, id, 40);
    expect(await morning(desk)).toBe(2);
  });

  it('is asked about one household at a time, not at all after a contact, on a pause, or once they said so', async () => {
    const desk = sponsorDesk(world);
    const { id, sponsorId, tokens } = await activePair(desk, {}, { capacity: 2 });
    const second = (await desk.propose(await desk.household(), sponsorId)).record;
    await world.write(desk.territoryId, `update sponsorship set status = 'ACTIVE' where id = $1`, [
      second.id,
    ]);
    for (const pair of [id, second.id]) await accepted(desk, pair, 40);
    await desk.asSponsor('quietAsSponsor', tokens.sponsor, '', ', quiet: true');
    expect(await morning(desk)).toBe(0);
    await desk.asSponsor('quietAsSponsor', tokens.sponsor, '', ', quiet: false');
    await desk.asSponsor('pauseAsSponsor', tokens.sponsor, ', $until: Date', ', until: $until', {
      until: '2027-09-01',
    });
    expect(await morning(desk)).toBe(0);
    await desk.asSponsor('pauseAsSponsor', tokens.sponsor);
    expect(await morning(desk)).toBe(1);
  });
});

describe('what is held of a sponsor', () => {
  it('is given by their link without the household’s own, and erased with all that hangs on it', async () => {
    const desk = sponsorDesk(world);
    const { id, prospectId, tokens, sponsorId } = await activePair(desk, { name: 'Anne Riu' });
    const data = await desk.ask(
      desk.anybody,
      'mutation ($token: String!) { exportDataAsSponsor(token: $token) { json } }',
      { token: tokens.sponsor },
    );
    const { record } = JSON.parse(data.json);
    expect([record.sponsor[0].name, record.sponsorship[0].id]).toEqual(['Marie Vergé', id]);
    expect(record.letter.length).toBeGreaterThan(0);
    expect(data.json).not.toContain('Riu');
    const wrong = await desk.asSponsor('eraseAsSponsor', tokens.sponsor, '', ', confirmation: "Marie"');
    expect(wrong.problems[0].field).toBe('confirmation');
    const gone = await desk.asSponsor('eraseAsSponsor', tokens.sponsor, '', ', confirmation: "marie vergé"');
    expect(gone).toEqual({ __typename: 'OwnSponsorSaved', sponsor: null });
    const { rows } = await world.superuser.query(
      `select (select count(*)::int from sponsor where id = $1) + (select count(*)::int from sponsorship where sponsor_id = $1)
          + (select count(*)::int from letter where recipient like '%@parrains.example' and territory_id = $2) as left,
        (select count(*)::int from letter where prospect_id = $3 and key like 'sponsorship-ended%') as told`,
      [sponsorId, desk.territoryId, prospectId],
    );
    expect(rows[0]).toEqual({ left: 0, told: 1 });
  });

  it('goes with a household that is forgotten, as far as it is about it', async () => {
    const desk = sponsorDesk(world);
    const { prospectId, sponsorId } = await activePair(desk, { name: 'Anne Riu' });
    await desk.ask(
      desk.agent,
      `mutation ($input: EraseHouseholdInput!) { eraseHousehold(input: $input) { __typename } }`,
      {
        input: { prospectId, confirmation: 'Anne Riu' },
      },
    );
    const { rows } = await world.superuser.query('select 1 from sponsorship where sponsor_id = $1', [
      sponsorId,
    ]);
    expect(rows).toEqual([]);
    expect(await desk.record(sponsorId)).toMatchObject({ taken: 0, state: 'AVAILABLE' });
  });
});

describe('in public', () => {
  const portrait = `mutation ($id: ID!, $version: Int!, $sentence: String, $consent: SponsorConsentInput) {
    setSponsorPortrait(id: $id, version: $version, sentence: $sentence, consent: $consent) { __typename ... on SponsorSaved { record { version } }
      ... on SponsorRefused { problems { field } } } }`;

  it('a sponsor shows by a consent of its own alone, and is gone at once', async () => {
    const desk = sponsorDesk(world);
    const shown = () =>
      desk.ask(desk.anybody, '{ publicSponsors { name activity sentence commune { code } } }');
    const { id, version } = (await desk.sponsor({ activity: 'Menuiserie', communeCode: '09030' })).record;
    expect(await shown()).toEqual([]);
    const sentence = 'Venez, on vous attend.';
    const without = await desk.ask(desk.agent, portrait, { id, version, sentence });
    expect(without.problems[0].field).toBe('wording');
    const consent = { channel: 'PAPER', wording: 'Oui, vous pouvez me montrer.' };
    const saved = await desk.ask(desk.agent, portrait, { id, version, sentence, consent });
    expect(await shown()).toEqual([
      { name: 'Marie Vergé', activity: 'Menuiserie', sentence, commune: { code: '09030' } },
    ]);
    await desk.asSponsor(
      'showAsSponsor',
      desk.sponsorToken(id),
      ', $sentence: String',
      ', sentence: $sentence',
      { sentence: null },
    );
    expect(await shown()).toEqual([]);
    expect(saved.record.version).toBeGreaterThan(version);
  });

  it.each([
    [4, null],
    [5, 5],
  ])('of %i past sponsorships of a solo, %o is told; agents read the exact count', async (count, told) => {
    const desk = sponsorDesk(world);
    const soloId = randomUUID();
    const { id } = (await desk.sponsor({ capacity: 9 }, { soloId })).record;
    for (let pair = 0; pair < count; pair += 1)
      await world.write(
        desk.territoryId,
        `insert into sponsorship (id, territory_id, sponsor_id, prospect_id, status, reasons, proposed_by, sponsor_accepted_at, household_accepted_at)
         values (gen_random_uuid(), $1, $2, $3, 'ENDED', '[]', 'test', now(), now())`,
        [desk.territoryId, id, await desk.household()],
      );
    const solo = `{ _entities(representations: [{ __typename: "Solo", id: "${soloId}" }]) { ... on Solo { sponsorships { past active sponsorId } } } }`;
    const read = async (client: typeof desk.agent) => (await desk.ask(client, solo))[0].sponsorships;
    expect((await read(desk.anybody))?.past ?? null).toBe(told);
    expect((await read(desk.as('VIEWER')))?.sponsorId ?? null).toBeNull();
    expect(await read(desk.agent)).toEqual({ past: count, active: 0, sponsorId: id });
  });
});
