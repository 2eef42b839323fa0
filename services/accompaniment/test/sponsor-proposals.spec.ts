import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AccompanimentWorld } from './support/accompaniment-world.js';
import { sponsorDesk } from './support/sponsor-desk.js';

let world: AccompanimentWorld;
beforeAll(async () => {
  world = await AccompanimentWorld.create();
});
afterAll(() => world.close());

const desk = () => sponsorDesk(world);
type Proposal = { sponsor: { name: string }; reasons: { kind: string; sentence: string }[] };
const names = (proposals: Proposal[]) => proposals.map(({ sponsor }) => sponsor.name);

describe('the proposals for a household', () => {
  it('are ranked by what speaks for each, in sentences that a person reads', async () => {
    const { sponsor, household, proposals, territoryId, as } = desk();
    const prospectId = await household({ children: [2016], project: 'Vivre près des sentiers de randonnée' });
    await world.write(
      territoryId,
      `update prospect set activity = 'Graphiste indépendante', wished_communes = '{09030}' where id = $1`,
      [prospectId],
    );
    await world.write(territoryId, `update prospect_contact set locale = 'en' where prospect_id = $1`, [
      prospectId,
    ]);
    await sponsor({ name: 'Nobody special' });
    await sponsor({
      name: 'Same trade and place',
      activity: 'Graphisme et illustration',
      communeCode: '09030',
    });
    await sponsor({
      name: 'English and children',
      languages: ['fr', 'en'],
      childrenBirthYears: [2010, 2018],
    });
    await sponsor({ name: 'Walks', interests: ['randonnée', 'échecs'] });
    const found = await proposals(prospectId);
    expect(names(found.proposals)).toEqual([
      'Same trade and place',
      'English and children',
      'Walks',
      'Nobody special',
    ]);
    expect(found.proposals.map(({ reasons }: Proposal) => reasons.map(({ sentence }) => sentence))).toEqual([
      [
        'Habite une commune où le foyer s’installe, ou à laquelle il pense',
        'Connaît le métier : Graphisme et illustration',
      ],
      ['Parle la langue du foyer : anglais', 'Des enfants d’âges proches : 2 ans d’écart'],
      ['Goûts en commun : randonnée'],
      [],
    ]);
    const english = await proposals(prospectId, as('AGENT', 'en'));
    expect(english.proposals[2].reasons[0].sentence).toBe('Shared interests: randonnée');
  });

  it.each(['email', 'phone', 'directory'] as const)(
    'never hold the household itself, known by its %s',
    async (by) => {
      const { sponsor, household, proposals, propose } = desk();
      const email = `${randomUUID()}@riu.example`;
      const prospectId = await household({ email, phone: '+33561000000' });
      const own = {
        email: [{ email: email.toUpperCase() }],
        phone: [{ phone: '05 61 00 00 00' }],
        directory: [{}, { knownBy: [email] }],
      }[by];
      const { record } = await sponsor(...own);
      const found = await proposals(prospectId);
      expect(found.proposals).toEqual([]);
      expect(found.hindered[0].because).toMatch('C’est ce foyer lui-même');
      expect(await propose(prospectId, record.id)).toMatchObject({
        __typename: 'SponsorshipRefused',
        problems: [{ field: 'sponsor', message: expect.stringMatching('On n’est pas son propre parrain') }],
      });
    },
  );

  it('leave out who paused, left, has no place, or said no before; and so does proposing', async () => {
    const { sponsor, household, proposals, propose, change, note } = desk();
    const prospectId = await household();
    const [paused, left, full, declined] = await Promise.all(
      ['Paused', 'Left', 'Full', 'Declined'].map(async (name) => (await sponsor({ name })).record),
    );
    await change('pauseSponsor', paused, ', $until: Date', ', until: $until', { until: '2027-09-01' });
    await change('leaveSponsor', left, ', $words: String!', ', words: $words', { words: 'Déménage.' });
    await propose(await household(), full.id);
    const no = await propose(prospectId, declined.id);
    await note(no.record, 'SPONSOR', false, 'Pas le temps ce trimestre, dit au téléphone.');
    const found = await proposals(prospectId);
    expect(found.proposals).toEqual([]);
    expect(names(found.hindered).sort()).toEqual(['Declined', 'Full', 'Paused']);
    for (const { id } of [paused, left, full, declined])
      expect((await propose(prospectId, id)).__typename).toBe('SponsorshipRefused');
  });

  it('take one sponsor for a household at a time', async () => {
    const { sponsor, household, propose } = desk();
    const prospectId = await household();
    const [one, other] = [(await sponsor()).record.id, (await sponsor()).record.id];
    expect((await propose(prospectId, one)).__typename).toBe('SponsorshipSaved');
    expect((await propose(prospectId, other)).problems[0].field).toBe('household');
  });

  it.each(['VIEWER', 'CONTRIBUTOR'] as const)('are not for %s', async (role) => {
    const { household, proposals, as } = desk();
    expect((await proposals(await household(), as(role))).code).toBe('FORBIDDEN');
  });

  it('are of the territory’s own sponsors and households', async () => {
    const [here, elsewhere] = [desk(), desk()];
    await elsewhere.sponsor({ name: 'From elsewhere' });
    const prospectId = await here.household();
    expect((await here.proposals(prospectId)).proposals).toEqual([]);
    expect((await elsewhere.proposals(prospectId)).code).toBe('NOT_FOUND');
  });
});

describe('the last place of a sponsor', () => {
  it('is given once, when agents propose at the same time', async () => {
    const { sponsor, household, propose, record } = desk();
    const { id } = (await sponsor({ capacity: 2 })).record;
    const households = await Promise.all(Array.from({ length: 8 }, () => household()));
    const answers = await Promise.all(households.map((prospectId) => propose(prospectId, id)));
    const kinds = answers.map(({ __typename }) => __typename).sort();
    expect(kinds).toEqual([...Array(6).fill('SponsorshipRefused'), ...Array(2).fill('SponsorshipSaved')]);
    expect(await record(id)).toMatchObject({ taken: 2, state: 'FULL' });
  });

  it('would be given twice without the lock: the very steps, side by side, without it', async () => {
    const { sponsor, household, territoryId } = desk();
    const { id } = (await sponsor()).record;
    const [one, other] = [await household(), await household()];
    const clients = await Promise.all(
      [one, other].map(async () => {
        const client = new pg.Client({ connectionString: world.database.superuserUrl });
        await client.connect();
        await client.query('begin');
        return client;
      }),
    );
    const taken = 'select count(*)::int as taken from sponsorship where sponsor_id = $1';
    const counts = await Promise.all(
      clients.map(async (client) => (await client.query(taken, [id])).rows[0].taken),
    );
    for (const [index, prospectId] of [one, other].entries())
      await clients[index]!.query(
        `insert into sponsorship (id, territory_id, sponsor_id, prospect_id, reasons, proposed_by)
         values (gen_random_uuid(), $1, $2, $3, '[]', 'test')`,
        [territoryId, id, prospectId],
      );
    for (const client of clients) {
      await client.query('commit');
      await client.end();
    }
    expect(counts).toEqual([0, 0]);
    expect((await world.superuser.query(taken, [id])).rows[0].taken).toBe(2);
  });

  it('waits for the agent who is giving it, then finds it taken', async () => {
    const { sponsor, household, propose, territoryId } = desk();
    const { id } = (await sponsor()).record;
    const giving = new pg.Client({ connectionString: world.database.superuserUrl });
    await giving.connect();
    await giving.query('begin');
    await giving.query('select from sponsor where id = $1 for update', [id]);
    const second = propose(await household(), id);
    await expect
      .poll(async () => (await world.superuser.query('select from pg_locks where not granted')).rowCount, {
        timeout: 10_000,
      })
      .toBeGreaterThan(0);
    await giving.query(
      `insert into sponsorship (id, territory_id, sponsor_id, prospect_id, reasons, proposed_by)
       values (gen_random_uuid(), $1, $2, $3, '[]', 'test')`,
      [territoryId, id, await household()],
    );
    await giving.query('commit');
    await giving.end();
    expect((await second).problems[0].message).toBe('Toutes ses places sont prises.');
  });
});
