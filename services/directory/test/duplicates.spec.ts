import { randomUUID } from 'node:crypto';
import { viewerAs } from '@ancrage/testing/signed-client';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Comparable, findDuplicates } from '../dist/duplicate/find-duplicates.js';
import { DirectoryWorld } from './support/directory-world.js';

let territoryId: string;
let world: DirectoryWorld;
beforeAll(async () => {
  world = await DirectoryWorld.create();
});
afterAll(() => world.close());
beforeEach(() => {
  territoryId = randomUUID();
});

const agent = viewerAs('AGENT');
const ask = async (document: string, variables?: Record<string, unknown>) => {
  const { data, errors } = await world.subgraph.client({ territoryId, viewer: agent })(document, variables);
  expect(errors).toBeUndefined();
  return data ?? {};
};
const contact = (soloId: string, values: Record<string, string | null>) =>
  world.superuser.query(
    `insert into solo_contact (solo_id, territory_id, shown, email, email_key, phone, phone_key, siret, notes)
     values ($1, $2, '{}', $3, lower($3), $4, $4, $5, $6)`,
    [
      soloId,
      territoryId,
      values['email'] ?? null,
      values['phone'] ?? null,
      values['siret'] ?? null,
      values['notes'] ?? null,
    ],
  );
const proposals = async () =>
  (
    await ask(
      '{ duplicateProposals { nodes { first { displayName } second { displayName } confidence reasons } } }',
    )
  )['duplicateProposals'].nodes;
const MERGE = `mutation ($input: MergeInput!) { mergeSolos(input: $input) {
  __typename ... on SolosMerged { merge { id } } ... on MergeRefused { problems { message } } } }`;
const merge = async (keptId: string, mergedId: string, fromMerged: string[] = []) =>
  (await ask(MERGE, { input: { keptId, mergedId, fromMerged } }))['mergeSolos'];
const undo = async (id: string) =>
  (
    await ask(
      'mutation ($id: ID!) { undoMerge(id: $id) { __typename ... on MergeRefused { problems { message } } } }',
      { id },
    )
  )['undoMerge'];
const published = async () => {
  const { data } = await world.subgraph.client({ territoryId })('{ solos { nodes { slug displayName } } }');
  return data?.solos.nodes;
};
const TABLES = [
  'solo',
  'solo_contact',
  'consent',
  'solo_event',
  'entry_change',
  'entry_link',
  'letter',
  'arrival',
  'solo_photo',
];
/** All rows of the territory, but what the merge itself adds. */
const everything = async () => {
  const found: Record<string, unknown[]> = {};
  for (const table of TABLES) {
    const { rows } = await world.superuser.query(
      `select to_jsonb(t) as row from ${table} t where territory_id = $1 and coalesce(to_jsonb(t)->>'kind', '') not in ('MERGED', 'PARTED')
       order by to_jsonb(t)::text`,
      [territoryId],
    );
    found[table] = rows.map(({ row }) => row);
  }
  return found;
};

describe('duplicates are proposed', () => {
  it('by name whatever its accents, order and legal form, surer with an address in common', async () => {
    const one = await world.identifiedSolo(territoryId, {
      displayName: 'SARL Dupré Étienne',
      communeCode: '09001',
    });
    await world.identifiedSolo(territoryId, { displayName: 'etienne dupre', communeCode: '09002' });
    const third = await world.identifiedSolo(territoryId, {
      displayName: 'Tout autre chose',
      communeCode: '09003',
    });
    await contact(one, { email: 'E.Dupre@exemple.test' });
    await contact(third, { email: 'e.dupre@exemple.test' });
    const found = await proposals();
    expect(found.map(({ reasons }: { reasons: string[] }) => reasons)).toEqual([['EMAIL'], ['SAME_NAME']]);
    expect(found[0].confidence).toBeGreaterThan(found[1].confidence);
  });

  it('by SIRET and telephone, and by a name that is nearly the same', async () => {
    const ids = await Promise.all(
      ['Marie-Hélène Capdeville', 'Marie Helene Capdevile', 'X', 'Y'].map((displayName, index) =>
        world.identifiedSolo(territoryId, { displayName, communeCode: `0900${index}` }),
      ),
    );
    await contact(ids[2] as string, { siret: '73282932000074', phone: '+33561000000' });
    await contact(ids[3] as string, { siret: '73282932000074', phone: '+33561000000' });
    expect((await proposals()).map(({ reasons }: { reasons: string[] }) => reasons)).toEqual([
      ['SIRET', 'PHONE'],
      ['SIMILAR_NAME'],
    ]);
  });

  it('no more once they were told apart, until that is taken back', async () => {
    const one = await world.identifiedSolo(territoryId, { displayName: 'Jean Faure' });
    const other = await world.identifiedSolo(territoryId, { displayName: 'Faure Jean' });
    const dismiss =
      'mutation ($a: ID!, $b: ID!, $apart: Boolean!) { dismissDuplicate(firstId: $a, secondId: $b, apart: $apart) }';
    await ask(dismiss, { a: other, b: one, apart: true });
    expect(await proposals()).toEqual([]);
    await ask(dismiss, { a: one, b: other, apart: false });
    expect(await proposals()).toHaveLength(1);
  });

  it('among 5,000 without comparing each with each', () => {
    const records: Comparable[] = Array.from({ length: 5000 }, (_, index) => ({
      id: String(index).padStart(5, '0'),
      displayName: `Atelier ${index.toString(36)}${(index * 7919).toString(36)} ${(index * 104729).toString(36)}`,
      personName: null,
      emailKey: `${index % 4990}@exemple.test`,
      phoneKey: null,
      siret: null,
      communeCode: '09122',
    }));
    const byMail = findDuplicates(records).filter(({ reasons }) => reasons.includes('EMAIL'));
    expect(byMail).toHaveLength(10);
  });
});

describe('merging', () => {
  it('keeps the chosen words, both histories, and every letter, and can be undone to the last row', async () => {
    const keptId = await world.identifiedSolo(territoryId, { displayName: 'Garder', activity: 'Bois' });
    const mergedId = await world.identifiedSolo(territoryId, {
      displayName: 'Fondre',
      activity: 'Menuiserie',
    });
    await contact(keptId, { email: 'a@exemple.test', notes: 'Vue au salon' });
    await contact(mergedId, { phone: '+33561000000', siret: '73282932000074' });
    for (const [soloId, kind] of [
      [keptId, 'IDENTIFIED'],
      [mergedId, 'CONTACTED'],
    ] as const)
      await world.superuser.query(
        `insert into solo_event (id, territory_id, solo_id, kind, note) values ($1, $2, $3, $4, 'tel que dit')`,
        [randomUUID(), territoryId, soloId, kind],
      );
    await world.superuser.query(
      `insert into letter (id, territory_id, key, solo_id, sender, recipient, subject, body) values ($1, $2, 'k', $3, 'T', 'a@exemple.test', 's', 'b')`,
      [randomUUID(), territoryId, mergedId],
    );
    await world.superuser.query(
      `insert into solo_photo (id, territory_id, solo_id, alternative, width, height, large, small) values ($1, $2, $3, 'a', 1, 1, '\\x00ff', '\\xff00')`,
      [randomUUID(), territoryId, mergedId],
    );
    const before = await everything();
    const { merge: done } = await merge(keptId, mergedId, ['ACTIVITY', 'PHONE', 'SIRET']);

    const { rows } = await world.superuser.query(
      `select s.display_name, s.activity, c.email, c.phone, c.siret, c.notes,
        (select count(*)::int from solo_event e where e.solo_id = s.id) as events,
        (select count(*)::int from letter l where l.solo_id = s.id) as letters,
        (select count(*)::int from solo_photo p where p.solo_id = s.id) as photos
       from solo s join solo_contact c on c.solo_id = s.id where s.territory_id = $1`,
      [territoryId],
    );
    expect(rows).toEqual([
      {
        display_name: 'Garder',
        activity: 'Menuiserie',
        email: 'a@exemple.test',
        phone: '+33561000000',
        siret: '73282932000074',
        notes: 'Vue au salon',
        events: 3,
        letters: 1,
        photos: 1,
      },
    ]);

    expect(await undo(done.id)).toEqual({ __typename: 'SolosMerged' });
    expect(await everything()).toEqual(before);
    expect((await undo(done.id)).problems[0].message).toContain('déjà été annulée');
  });

  it('keeps the address and the words of the published one, whichever is kept', async () => {
    const noticed = await world.identifiedSolo(territoryId, { slug: 'notee', displayName: 'Notée par nous' });
    const { id } = await world.publishedSolo(territoryId, {
      slug: 'publiee',
      displayName: 'Publiée par elle',
    });
    await merge(noticed, id);
    expect(await published()).toEqual([{ slug: 'publiee', displayName: 'Publiée par elle' }]);
    const { rows } = await world.superuser.query('select id from solo where territory_id = $1', [
      territoryId,
    ]);
    expect(rows).toEqual([{ id: noticed }]);
  });

  it('of two published ones leaves one consent in force, and gives both back', async () => {
    const one = await world.publishedSolo(territoryId, { slug: 'une', displayName: 'Une' });
    const other = await world.publishedSolo(territoryId, { slug: 'deux', displayName: 'Deux' });
    const before = await everything();
    const { merge: done } = await merge(one.id, other.id, ['DISPLAY_NAME']);
    expect(await published()).toEqual([{ slug: 'une', displayName: 'Deux' }]);
    await undo(done.id);
    expect(await everything()).toEqual(before);
    expect(await published()).toHaveLength(2);
  });

  it('takes the later no for an answer: what was published is not any more', async () => {
    const yes = await world.publishedSolo(territoryId, { displayName: 'A dit oui' });
    const no = await world.publishedSolo(territoryId, { displayName: 'A dit non' });
    await world.withdraw(no.consentId);
    const { mergePreview } = await ask(
      'query ($input: MergeInput!) { mergePreview(input: $input) { notices result { status } } }',
      { input: { keptId: yes.id, mergedId: no.id, fromMerged: [] } },
    );
    expect(mergePreview).toEqual({ notices: ['WILL_BE_WITHDRAWN'], result: { status: 'WITHDRAWN' } });
    const before = await everything();
    const { merge: done } = await merge(yes.id, no.id);
    expect(await published()).toEqual([]);
    await undo(done.id);
    expect(await everything()).toEqual(before);
    expect(await published()).toHaveLength(1);
  });

  it('stays hidden when its owner paused one of them', async () => {
    const shown = await world.publishedSolo(territoryId);
    const paused = await world.publishedSolo(territoryId);
    await world.superuser.query(
      `update solo set status = 'CONSENTED', hidden_because = 'PAUSED' where id = $1`,
      [paused.id],
    );
    await merge(shown.id, paused.id);
    expect(await published()).toEqual([]);
  });

  it('happens once when two agents do it at once', async () => {
    const one = await world.identifiedSolo(territoryId);
    const other = await world.identifiedSolo(territoryId);
    const answers = await Promise.all([merge(one, other), merge(other, one), merge(one, other)]);
    expect(answers.map(({ __typename }) => __typename).sort()).toEqual([
      'MergeRefused',
      'MergeRefused',
      'SolosMerged',
    ]);
    const { rows } = await world.superuser.query('select id from solo where territory_id = $1', [
      territoryId,
    ]);
    expect(rows).toHaveLength(1);
  });

  it('cannot be undone over a later change, and says so; a later note stays', async () => {
    const one = await world.identifiedSolo(territoryId);
    const other = await world.identifiedSolo(territoryId);
    const first = await merge(one, other);
    await world.superuser.query(
      `insert into solo_event (id, territory_id, solo_id, kind, note) values ($1, $2, $3, 'NOTED', 'Rappelée')`,
      [randomUUID(), territoryId, one],
    );
    expect(await undo(first.merge.id)).toEqual({ __typename: 'SolosMerged' });
    const { rows } = await world.superuser.query(
      `select note from solo_event where solo_id = $1 and kind = 'NOTED'`,
      [one],
    );
    expect(rows).toEqual([{ note: 'Rappelée' }]);

    const second = await merge(one, other);
    await world.superuser.query(`update solo set activity = 'Corrigée' where id = $1`, [one]);
    expect((await undo(second.merge.id)).problems[0].message).toContain('modifiée depuis');
  });

  it('is for agents, of their own territory alone', async () => {
    const one = await world.identifiedSolo(territoryId);
    const foreign = await world.identifiedSolo(randomUUID());
    expect((await merge(one, foreign)).problems[0].message).toContain('n’existe plus');
    const { errors } = await world.subgraph.client({ territoryId, viewer: viewerAs('VIEWER') })(MERGE, {
      input: { keptId: one, mergedId: foreign, fromMerged: [] },
    });
    expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });
});
