import { randomUUID } from 'node:crypto';
import { viewerAs } from '@ancrage/testing/signed-client';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { DirectoryWorld } from './support/directory-world.js';
import { submittedEntry } from './support/entry-seeds.js';

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
const as = (role: Parameters<typeof viewerAs>[0]) =>
  world.subgraph.client({ territoryId, viewer: viewerAs(role) });
const DECIDE = `mutation ($input: DecideEntryChangeInput!) { decideEntryChange(input: $input) {
  __typename
  ... on EntryChangeDecided { change { state reason } }
  ... on EntryChangeOvertaken { message }
  ... on EntryDecisionRefused { problems { field message } }
} }`;
const decide = async (
  id: string,
  verdict: 'ACCEPT' | 'REFUSE',
  reason: string | null = null,
  version = 1,
) => {
  const { data, errors } = await world.subgraph.client({ territoryId, viewer: agent })(DECIDE, {
    input: { id, version, verdict, reason },
  });
  expect(errors).toBeUndefined();
  return data?.decideEntryChange;
};
const published = async () => {
  const { data } = await world.subgraph.client({ territoryId })('{ solos { nodes { displayName phone } } }');
  return data?.solos.nodes;
};
const letters = async (soloId: string) =>
  (await world.superuser.query('select recipient, subject, body from letter where solo_id = $1', [soloId]))
    .rows;
const QUEUE = `{ entryChanges { totalCount nodes { id firstEntry entry { displayName }
  differences { part pieces { kind text } } warnings { kind part text } } } }`;
const queue = async () => (await as('AGENT')(QUEUE)).data?.entryChanges;

describe('what waits for a moderator', () => {
  it('comes oldest first, and is shown to agents alone', async () => {
    await submittedEntry(world, territoryId, { displayName: 'Premier' });
    await submittedEntry(world, territoryId, { displayName: 'Second' }, { published: true });
    const { totalCount, nodes } = await queue();
    expect(totalCount).toBe(2);
    expect(
      nodes.map((node: { entry: object; firstEntry: boolean }) => [node.entry, node.firstEntry]),
    ).toEqual([
      [{ displayName: 'Premier' }, true],
      [{ displayName: 'Second' }, false],
    ]);
    for (const role of ['VIEWER', 'CONTRIBUTOR'] as const) {
      const { errors } = await as(role)(QUEUE);
      expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    }
    const { errors } = await world.subgraph.client({ territoryId })(QUEUE);
    expect(errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });

  it('is read page by page, each once', async () => {
    for (const name of ['A', 'B', 'C']) await submittedEntry(world, territoryId, { displayName: name });
    const page =
      'query ($after: String) { entryChanges(first: 2, after: $after) { nodes { entry { displayName } } pageInfo { hasNextPage endCursor } } }';
    const first = (await as('AGENT')(page)).data?.entryChanges;
    const second = (await as('AGENT')(page, { after: first.pageInfo.endCursor })).data?.entryChanges;
    expect([...first.nodes, ...second.nodes].map(({ entry }) => entry.displayName)).toEqual(['A', 'B', 'C']);
    expect(second.pageInfo.hasNextPage).toBe(false);
  });

  it('leaves a trace of who looked', async () => {
    const { soloId } = await submittedEntry(world, territoryId);
    await world.subgraph.client({ territoryId, viewer: agent })(QUEUE);
    const { rows } = await world.superuser.query(
      'select user_id, what from access_record where territory_id = $1 and solo_id = $2',
      [territoryId, soloId],
    );
    expect(rows).toEqual([{ user_id: agent.userId, what: 'LISTED' }]);
  });

  it('shows word by word what would change, and nothing of what stays hidden', async () => {
    await submittedEntry(
      world,
      territoryId,
      {
        presentation: 'Je répare les vélos neufs.',
        activity: 'Cycles',
        skills: ['Vélos'],
        phone: '+33561999999',
      },
      {
        published: true,
        activity: 'Cycles',
        skills: ['Vélos'],
        presentation: 'Je répare les vélos anciens.',
      },
    );
    const [{ differences }] = (await queue()).nodes;
    const presentation = differences.find(({ part }: { part: string }) => part === 'PRESENTATION');
    expect(presentation.pieces).toEqual([
      { kind: 'SAME', text: 'Je répare les vélos ' },
      { kind: 'REMOVED', text: 'anciens' },
      { kind: 'ADDED', text: 'neufs' },
      { kind: 'SAME', text: '.' },
    ]);
    expect(differences.map(({ part }: { part: string }) => part)).not.toContain('ACTIVITY');
    expect(JSON.stringify(differences)).not.toContain('+33561999999');
  });

  it('warns of what deserves a second look', async () => {
    await world.publishedSolo(territoryId, { displayName: 'SARL Éclat & Bois', skills: ['Tournage'] });
    await submittedEntry(world, territoryId, {
      displayName: 'Eclat et Воis',
      presentation: 'Voir www.exemple.com',
      skills: ['Tournage', 'Licornes'],
    });
    const [{ warnings }] = (await queue()).nodes;
    expect(warnings).toEqual(
      expect.arrayContaining([
        { kind: 'LOOKALIKE', part: 'DISPLAY_NAME', text: 'Воis' },
        { kind: 'LINK', part: 'PRESENTATION', text: 'www.exemple.com' },
        { kind: 'SHORT_PRESENTATION', part: 'PRESENTATION', text: null },
        { kind: 'NEW_SKILL', part: 'SKILLS', text: 'Licornes' },
      ]),
    );
    expect(warnings.map(({ text }: { text: string }) => text)).not.toContain('Tournage');
  });
});

describe('accepting', () => {
  it('publishes what was proposed, hides what is not to show, and writes to the owner', async () => {
    const { soloId, changeId } = await submittedEntry(world, territoryId, { displayName: 'Bois Clair' });
    expect(await decide(changeId, 'ACCEPT')).toMatchObject({ change: { state: 'ACCEPTED' } });
    expect(await published()).toEqual([{ displayName: 'Bois Clair', phone: null }]);
    const [letter, ...others] = await letters(soloId);
    expect(others).toEqual([]);
    expect(letter.recipient).toBe('proprietaire@exemple.test');
    expect(letter.subject).toContain('Bois Clair');
    expect((await queue()).totalCount).toBe(0);
  });

  it('happens once when two moderators do it at once; the second is told', async () => {
    const { soloId, changeId } = await submittedEntry(world, territoryId);
    const answers = await Promise.all([
      decide(changeId, 'ACCEPT'),
      decide(changeId, 'ACCEPT'),
      decide(changeId, 'REFUSE', 'Non.'),
    ]);
    expect(answers.filter(({ __typename }) => __typename === 'EntryChangeDecided')).toHaveLength(1);
    for (const { message } of answers.filter(({ __typename }) => __typename === 'EntryChangeOvertaken'))
      expect(message).toMatch(/déjà/);
    expect(await letters(soloId)).toHaveLength(1);
  });

  it('says so when the consent was withdrawn meanwhile, and publishes nothing', async () => {
    const { changeId, consentId } = await submittedEntry(world, territoryId);
    await world.withdraw(consentId);
    expect(await decide(changeId, 'ACCEPT')).toMatchObject({
      message: expect.stringContaining('retiré son accord'),
    });
    expect(await published()).toEqual([]);
  });

  it('says so when the owner changed it meanwhile, or took it back', async () => {
    const { changeId } = await submittedEntry(world, territoryId);
    await world.superuser.query('update entry_change set version = 2 where id = $1', [changeId]);
    expect(await decide(changeId, 'ACCEPT')).toMatchObject({ message: expect.stringContaining('modifié') });
    await world.superuser.query('delete from entry_change where id = $1', [changeId]);
    expect(await decide(changeId, 'ACCEPT', null, 2)).toMatchObject({
      message: expect.stringContaining('n’existe plus'),
    });
    expect(await published()).toEqual([]);
  });

  it('does not show again what its owner paused', async () => {
    const { soloId, changeId } = await submittedEntry(
      world,
      territoryId,
      { displayName: 'En pause' },
      { published: true },
    );
    await world.superuser.query(
      `update solo set status = 'CONSENTED', hidden_because = 'PAUSED' where id = $1`,
      [soloId],
    );
    expect(await decide(changeId, 'ACCEPT')).toMatchObject({ change: { state: 'ACCEPTED' } });
    expect(await published()).toEqual([]);
    const { rows } = await world.superuser.query(
      'select display_name, hidden_because from solo where id = $1',
      [soloId],
    );
    expect(rows).toEqual([{ display_name: 'En pause', hidden_because: 'PAUSED' }]);
  });
});

describe('refusing', () => {
  it('needs a reason that can be read', async () => {
    const { changeId } = await submittedEntry(world, territoryId);
    for (const reason of [null, '  \u200b\u202e ', 'x'.repeat(1001), 'x'.repeat(200_000)]) {
      const answer = await decide(changeId, 'REFUSE', reason);
      expect(answer).toMatchObject({ problems: [{ field: 'reason' }] });
    }
    expect((await queue()).totalCount).toBe(1);
  });

  it('leaves what shows as it is, and tells the owner why', async () => {
    const { soloId, changeId } = await submittedEntry(
      world,
      territoryId,
      { displayName: 'Autre nom' },
      { published: true, displayName: 'Nom connu' },
    );
    expect(await decide(changeId, 'REFUSE', 'Le nom n’est <b>pas</b> le vôtre.')).toMatchObject({
      change: { state: 'REFUSED' },
    });
    expect(await published()).toEqual([{ displayName: 'Nom connu', phone: null }]);
    const [letter] = await letters(soloId);
    expect(letter.body).toContain('Le nom n’est <b>pas</b> le vôtre.');
  });
});

describe('the reasons at hand', () => {
  it('are usual ones until the territory writes its own', async () => {
    const usual = (await as('AGENT')('{ refusalReasons }')).data?.refusalReasons;
    expect(usual.length).toBeGreaterThan(2);
    const save = 'mutation ($reasons: [String!]!) { saveRefusalReasons(reasons: $reasons) }';
    const saved = await as('AGENT')(save, { reasons: ['  Trop long. ', '', 'Trop court.', 'Trop court.'] });
    expect(saved.data?.saveRefusalReasons).toEqual(['Trop long.', 'Trop court.']);
    expect((await as('AGENT')(save, { reasons: [] })).data?.saveRefusalReasons).toEqual(usual);
    expect((await as('AGENT')(save, { reasons: ['x'.repeat(301)] })).errors?.[0]?.extensions.code).toBe(
      'BAD_INPUT',
    );
    expect((await as('VIEWER')(save, { reasons: [] })).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });
});
