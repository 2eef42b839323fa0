import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AccompanimentWorld } from './support/accompaniment-world.js';
import { timelineOf } from './support/day-world.js';
import { activePair, sponsorDesk } from './support/sponsor-desk.js';

let world: AccompanimentWorld;
beforeAll(async () => {
  world = await AccompanimentWorld.create();
});
afterAll(() => world.close());

const desk = () => sponsorDesk(world);
const today = new Date().toISOString().slice(0, 10);

describe('a sponsor and a household', () => {
  it('read of each other what is needed to decide, more once they accept, and how to reach each other at last', async () => {
    const {
      sponsor,
      household,
      propose,
      page,
      asSponsor,
      asHousehold,
      sponsorToken,
      householdToken,
      letters,
    } = desk();
    const prospectId = await household({
      name: 'Anne Riu',
      adults: 2,
      children: [2016],
      phone: '+33561000001',
    });
    const { id: sponsorId } = (
      await sponsor({
        name: 'Marie Vergé',
        presentation: 'Je vis à Auzat depuis dix ans.',
        phone: '0561000002',
      })
    ).record;
    const { id } = (await propose(prospectId, sponsorId)).record;
    const [own, theirs] = [sponsorToken(sponsorId), householdToken(prospectId)];
    const [proposed] = (await page(own)).households;
    expect(proposed).toMatchObject({
      status: 'PROPOSED',
      adults: 2,
      children: 1,
      firstName: null,
      name: null,
      email: null,
      childrenBirthYears: [],
    });
    expect(JSON.stringify(await page(own))).not.toMatch(/Anne|Riu|2016|secret/);

    const yes = await asSponsor('answerSponsorshipAsSponsor', own, ', $id: ID!', ', id: $id, accept: true', {
      id,
    });
    expect(yes.sponsor.households[0]).toMatchObject({
      status: 'ACCEPTED',
      firstName: 'Anne',
      childrenBirthYears: [2016],
      name: null,
      email: null,
      phone: null,
    });
    const both = await asHousehold('answerSponsorshipAsHousehold', theirs, id, '', ', accept: true');
    expect(both.sponsorship).toMatchObject({
      status: 'ACTIVE',
      name: 'Marie Vergé',
      presentation: 'Je vis à Auzat depuis dix ans.',
      phone: '+33561000002',
    });
    expect((await page(own)).households[0]).toMatchObject({ name: 'Anne Riu', phone: '+33561000001' });
    const written = await letters();
    expect(written.map(({ kind }) => kind)).toEqual([
      ...Array(2).fill('sponsorship-proposed'),
      ...Array(2).fill('sponsorship-active'),
    ]);
    // What is kept with a household is given to it: the letters to its sponsor are not.
    for (const { recipient, prospect_id } of written)
      expect(prospect_id).toBe(recipient.endsWith('@parrains.example') ? null : prospectId);
    expect(await timelineOf(world, prospectId)).toEqual(
      expect.arrayContaining(['SPONSOR_PROPOSED', 'SPONSORSHIP_CHANGED']),
    );
  });

  it('keep one log, with the team', async () => {
    const d = desk();
    const { id, tokens } = await activePair(d);
    const input = { kind: 'CALL', day: today, words: 'Première conversation.' };
    const declared = ', $id: ID!, $input: SponsorshipContactInput!';
    await d.asSponsor('noteContactAsSponsor', tokens.sponsor, declared, ', id: $id, input: $input', {
      id,
      input,
    });
    // The same form, sent again, is one contact.
    await d.asSponsor('noteContactAsSponsor', tokens.sponsor, declared, ', id: $id, input: $input', {
      id,
      input,
    });
    const seen = await d.asHousehold(
      'noteContactAsHousehold',
      tokens.household,
      id,
      ', $input: SponsorshipContactInput!',
      ', input: $input',
      { input: { ...input, words: 'Merci !' } },
    );
    expect(seen.sponsorship.contacts.map(({ by }: { by: string }) => by).sort()).toEqual([
      'HOUSEHOLD',
      'SPONSOR',
    ]);
    const { record } = await d.log(id, { kind: 'MEETING', day: today, words: null });
    expect(record).toMatchObject({ contactCount: 3, lastContactOn: today, overdue: false });
    const tomorrow = new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10);
    expect((await d.log(id, { kind: 'CALL', day: tomorrow })).problems[0].field).toBe('day');
  });

  it('end with a word from any side; the others are told, and nobody can reach anybody any more', async () => {
    for (const side of ['SPONSOR', 'HOUSEHOLD', 'TEAM']) {
      const d = desk();
      const { id, tokens } = await activePair(d, { name: 'Anne Riu' });
      const more = { id, words: 'Bien installés, merci.' };
      if (side === 'SPONSOR')
        await d.asSponsor(
          'endSponsorshipAsSponsor',
          tokens.sponsor,
          ', $id: ID!, $words: String!',
          ', id: $id, words: $words',
          more,
        );
      if (side === 'HOUSEHOLD')
        await d.asHousehold(
          'endSponsorshipAsHousehold',
          tokens.household,
          id,
          ', $words: String!',
          ', words: $words',
          more,
        );
      if (side === 'TEAM') await d.end(await d.pair(id), more.words);
      expect(await d.pair(id)).toMatchObject({ status: 'ENDED', endedBy: side, closingWords: more.words });
      const told = (await d.letters()).filter(({ kind }) => kind === 'sponsorship-ended');
      expect(told).toHaveLength(side === 'TEAM' ? 2 : 1);
      expect(JSON.stringify(told)).not.toContain(more.words);
      expect(JSON.stringify((await d.page(tokens.sponsor)).households)).not.toMatch(/Anne|Riu/);
    }
  });

  it('are without each other after a no, and the place is free for the next', async () => {
    const d = desk();
    const prospectId = await d.household();
    const { id: sponsorId } = (await d.sponsor()).record;
    const { id } = (await d.propose(prospectId, sponsorId)).record;
    const no = await d.asHousehold(
      'answerSponsorshipAsHousehold',
      d.householdToken(prospectId),
      id,
      '',
      ', accept: false',
    );
    expect(no).toEqual({ __typename: 'OwnSponsorshipSaved', sponsorship: null });
    const found = await d.proposals(prospectId);
    expect([found.openId, found.proposals, found.hindered[0].because]).toEqual([
      null,
      [],
      'L’un des deux a déjà dit non à l’autre.',
    ]);
    expect(await d.record(sponsorId)).toMatchObject({ taken: 0, state: 'AVAILABLE' });
    const late = await d.asSponsor(
      'answerSponsorshipAsSponsor',
      d.sponsorToken(sponsorId),
      ', $id: ID!',
      ', id: $id, accept: true',
      { id },
    );
    expect(late).toMatchObject({
      __typename: 'OwnSponsorRefused',
      message: 'Ce parrainage est terminé : il ne peut plus être changé.',
    });
  });

  it('may answer to the team, which writes down who said so', async () => {
    const d = desk();
    const { record } = await d.propose(await d.household(), (await d.sponsor()).record.id);
    expect((await d.note(record, 'SPONSOR', true, ' ')).problems[0].field).toBe('words');
    const once = await d.note(record, 'SPONSOR', true, 'Marie, au téléphone le 3.');
    expect(once.record).toMatchObject({ status: 'ACCEPTED', sponsorWord: 'Marie, au téléphone le 3.' });
    const stale = await d.note(record, 'HOUSEHOLD', true, 'Anne, au marché.');
    expect(stale).toMatchObject({ __typename: 'SponsorshipOutdated', current: { status: 'ACCEPTED' } });
    expect((await d.note(once.record, 'HOUSEHOLD', true, 'Anne, au marché.')).record.status).toBe('ACTIVE');
  });

  it('that both accept at the same moment are one active pair, told once', async () => {
    const d = desk();
    const { tokens, id } = await activePair(d);
    const prospectId = await d.household();
    const sponsorId = (await d.sponsor()).record.id;
    const pair = (await d.propose(prospectId, sponsorId)).record.id;
    await Promise.all([
      d.asSponsor(
        'answerSponsorshipAsSponsor',
        d.sponsorToken(sponsorId),
        ', $id: ID!',
        ', id: $id, accept: true',
        { id: pair },
      ),
      d.asHousehold('answerSponsorshipAsHousehold', d.householdToken(prospectId), pair, '', ', accept: true'),
    ]);
    expect((await d.pair(pair)).status).toBe('ACTIVE');
    expect((await d.letters()).filter(({ kind }) => kind === 'sponsorship-active')).toHaveLength(4);
    expect([tokens.sponsor, id]).not.toContain(pair);
  });
});

describe('a link', () => {
  it('of one purpose is never taken for another', async () => {
    const d = desk();
    const { id, sponsorId, prospectId, tokens } = await activePair(d);
    expect(await d.page(tokens.household)).toBeNull();
    expect(await d.page(d.householdToken(sponsorId))).toBeNull();
    expect(await d.page(d.sponsorToken(prospectId))).toBeNull();
    for (const token of [tokens.sponsor, d.sponsorToken(prospectId), 'x'])
      expect(
        (await d.asHousehold('endSponsorshipAsHousehold', token, id, '', ', words: "fin"')).__typename,
      ).toBe('OwnSponsorshipRefused');
    expect((await d.pair(id)).status).toBe('ACTIVE');
  });

  it('opens one’s own sponsorship alone', async () => {
    const d = desk();
    const [one, other] = [
      await activePair(d, { name: 'Anne Riu' }),
      await activePair(d, { name: 'Zoé Izard' }),
    ];
    const words = { id: other.id, words: 'Je n’y suis pour rien.' };
    const foreign = await d.asSponsor(
      'endSponsorshipAsSponsor',
      one.tokens.sponsor,
      ', $id: ID!, $words: String!',
      ', id: $id, words: $words',
      words,
    );
    expect(foreign).toMatchObject({ message: 'Ce lien ne mène à aucun parrainage.' });
    expect(
      (await d.asHousehold('endSponsorshipAsHousehold', one.tokens.household, other.id, '', ', words: "fin"'))
        .__typename,
    ).toBe('OwnSponsorshipRefused');
    expect(JSON.stringify(await d.page(one.tokens.sponsor))).not.toContain('Zoé');
    expect((await d.pair(other.id)).status).toBe('ACTIVE');
  });

  it('opens nothing in another territory', async () => {
    const { tokens } = await activePair(desk());
    expect(await desk().page(tokens.sponsor)).toBeNull();
  });
});
