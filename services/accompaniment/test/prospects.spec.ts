import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AccompanimentWorld } from './support/accompaniment-world.js';
import { prospectDesk, type Role } from './support/prospect-desk.js';

let world: AccompanimentWorld;
beforeAll(async () => {
  world = await AccompanimentWorld.create();
});
afterAll(() => world.close());

const desk = () => prospectDesk(world);

describe('a household that an agent writes down', () => {
  it('is kept as it was told, with how it came and what it agreed to', async () => {
    const { create, record } = desk();
    const wording = 'Oui, gardez mes coordonnées pour me rappeler.';
    const saved = await create(
      {
        name: '  Anne   Riu ',
        email: 'Anne@Riu.example',
        phone: '05 61 00 00 00',
        adults: 2,
        childrenBirthYears: [2019, 2016],
        project: 'Quitter Toulouse.\r\n\r\n\r\n\r\nOuvrir un atelier.',
        speed: 'FROM_100',
        services: ['creche', 'ecole', 'creche'],
        wishedCommunes: ['09122', 'Foix'],
        horizon: 'MEDIUM_TERM',
      },
      {
        origin: { declaredChannel: 'WORD_OF_MOUTH', declaredWords: 'par une cousine' },
        consents: [{ purpose: 'FOLLOW_UP', channel: 'PHONE', wording }],
      },
    );
    expect(saved).toMatchObject({ __typename: 'ProspectSaved', known: false });
    expect(await record(saved.record.id)).toMatchObject({
      stage: 'NEW',
      contact: { name: 'Anne Riu', email: 'Anne@Riu.example', phone: '+33561000000' },
      adults: 2,
      childrenBirthYears: [2016, 2019],
      project: 'Quitter Toulouse.\n\nOuvrir un atelier.',
      needs: { speed: 'FROM_100', services: ['creche', 'ecole'] },
      wishedCommunes: [{ code: '09122' }],
      horizon: 'MEDIUM_TERM',
      touches: [
        { form: 'AGENT', declaredChannel: 'WORD_OF_MOUTH', declaredWords: 'par une cousine', channel: null },
      ],
      consents: [{ purpose: 'FOLLOW_UP', wording, version: 'own', channel: 'PHONE', withdrawnAt: null }],
      events: expect.arrayContaining([
        expect.objectContaining({ kind: 'CAME_IN', fromThem: true }),
        expect.objectContaining({ kind: 'CONSENTED' }),
      ]),
    });
  });

  it('is refused with a word for each field', async () => {
    const { create, names } = desk();
    const { problems } = await create({
      name: ' ',
      email: 'nulle part',
      phone: '12',
      adults: 500,
      childrenBirthYears: [1950],
      callWhen: 'x'.repeat(121),
    });
    expect(problems.map(({ field }: { field: string }) => field).sort()).toEqual([
      'adults',
      'callWhen',
      'childrenBirthYears',
      'email',
      'name',
      'phone',
    ]);
    expect((await names('first: 5')).total).toBe(0);
  });

  it('that is known by its address keeps what was known, and the agent is told', async () => {
    const { create, household, record } = desk();
    const id = await household({ email: 'Anne@riu.example', project: 'Un atelier', phone: '0561000000' });
    const again = await create({
      name: 'Quelqu’un d’autre',
      email: 'anne@RIU.example',
      project: 'Autre chose',
      phone: '0600000000',
      speed: 'FROM_30',
    });
    expect(again).toMatchObject({ known: true, record: { id } });
    expect(await record(id)).toMatchObject({
      contact: { name: 'Anne Riu', phone: '+33561000000' },
      project: 'Un atelier',
      needs: { speed: 'FROM_30' },
      touches: [{ form: 'AGENT' }, { form: 'AGENT' }],
    });
  });

  it('is one when its form is sent twice', async () => {
    const { create, names } = desk();
    const form = { key: randomUUID() };
    const [first, second] = await Promise.all([
      create({ name: 'Anne Riu' }, form),
      create({ name: 'Anne Riu' }, form),
    ]);
    expect(first.record.id).toBe(second.record.id);
    expect((await names('first: 5')).total).toBe(1);
  });
});

describe('two agents who change one household', () => {
  it('lose nothing: the second sees how it stands, and decides', async () => {
    const { household, update, record } = desk();
    const id = await household({ project: 'Un atelier' });
    const { version } = await record(id);
    const first = await update(id, version, { name: 'Anne Riu', project: 'Un atelier et un jardin' });
    expect(first.record.version).toBe(version + 1);
    const second = await update(id, version, { name: 'Anne Riu-Soulé', project: 'Un atelier' });
    expect(second).toMatchObject({
      __typename: 'ProspectOutdated',
      record: { project: 'Un atelier et un jardin', version: version + 1 },
    });
    expect((await record(id)).contact.name).toBe('Anne Riu');
    const third = await update(id, second.record.version, {
      name: 'Anne Riu-Soulé',
      project: 'Un atelier et un jardin',
    });
    expect(third.record.contact.name).toBe('Anne Riu-Soulé');
    const edits = (await record(id)).events.filter(({ kind }: { kind: string }) => kind === 'EDITED');
    expect(edits.map(({ details }: { details: object[] }) => details)).toEqual([
      [{ name: 'fields', value: 'name' }],
      [{ name: 'fields', value: 'project' }],
    ]);
  });

  it('write nothing down where nothing changed', async () => {
    const { household, update, record } = desk();
    const id = await household({ childrenBirthYears: [2016], services: ['ecole'], horizon: 'SHORT_TERM' });
    const { version } = await record(id);
    const same = { name: 'Anne Riu', childrenBirthYears: [2016], services: ['ecole'], horizon: 'SHORT_TERM' };
    expect((await update(id, version, same)).record.version).toBe(version);
  });
});

describe('households', () => {
  it('are found without accents, by part of what is known', async () => {
    const { household, names } = desk();
    await household({ name: 'Zoé Bœuf', project: 'Élever des brebis', phone: '0561020304' });
    await household({ name: 'Marc Sans', email: 'Marc@Sans.example', activity: 'Menuiserie' });
    const found = async (words: string) => (await names(`search: "${words}"`)).names;
    expect(await found('zoe boeuf')).toEqual(['Zoé Bœuf']);
    expect(await found('ELEVER')).toEqual(['Zoé Bœuf']);
    expect(await found('05 61 02')).toEqual(['Zoé Bœuf']);
    expect(await found('marc@sans')).toEqual(['Marc Sans']);
    expect(await found('menuis')).toEqual(['Marc Sans']);
    expect(await found('100%')).toEqual([]);
  });

  it('are read page by page in every order, none twice and none left out', async () => {
    const { household, plan, names } = desk();
    for (const name of ['Éva', 'Ali', 'Zoé', 'Marc', 'Lou']) await household({ name });
    const { data } = await desk().agent('{ prospectRecords { totalCount } }');
    expect(data?.['prospectRecords'].totalCount).toBe(0);
    const ids = await names('orderBy: NAME, first: 5');
    expect(ids.names).toEqual(['Ali', 'Éva', 'Lou', 'Marc', 'Zoé']);
    await plan(await household({ name: 'Noé' }), 'Rappeler', '2026-12-01');
    for (const orderBy of [
      'NEXT_ACTION',
      'NEXT_ACTION_DESC',
      'NAME_DESC',
      'LAST_CONTACT',
      'FIRST_CONTACT_DESC',
    ]) {
      const read: string[] = [];
      let after: string | null = null;
      do {
        const page: Awaited<ReturnType<typeof names>> = await names(
          `orderBy: ${orderBy}, first: 2${after ? `, after: "${after}"` : ''}`,
        );
        read.push(...page.names);
        after = page.next;
      } while (after);
      expect([orderBy, [...read].sort()]).toEqual([orderBy, ['Ali', 'Lou', 'Marc', 'Noé', 'Zoé', 'Éva']]);
      if (orderBy === 'NEXT_ACTION') expect(read[0]).toBe('Noé');
    }
    await expect(names('after: "bm9uc2Vuc2U"')).rejects.toThrow('curseur');
  });

  it('show to agents alone, and each territory its own', async () => {
    const { household, as, territoryId } = desk();
    const id = await household();
    const ask = `{ prospectRecords { totalCount } prospectRecord(id: "${id}") { id } }`;
    for (const role of ['VIEWER', 'CONTRIBUTOR'] as Role[])
      expect((await as(role)(ask)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    expect((await world.subgraph.client({ territoryId })(ask)).errors?.[0]?.extensions.code).toBe(
      'UNAUTHENTICATED',
    );
    const elsewhere = desk();
    expect((await elsewhere.agent(ask)).data).toEqual({
      prospectRecords: { totalCount: 0 },
      prospectRecord: null,
    });
    expect((await elsewhere.note(id, 'Bonjour')).errors[0].extensions.code).toBe('NOT_FOUND');
    expect((await elsewhere.note('pas un numéro', 'Bonjour')).errors[0].extensions.code).toBe('NOT_FOUND');
  });
});
