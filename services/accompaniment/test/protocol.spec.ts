import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AccompanimentWorld } from './support/accompaniment-world.js';
import { ProtocolDesk, step } from './support/protocol-desk.js';

let world: AccompanimentWorld;
beforeAll(async () => {
  world = await AccompanimentWorld.create();
});
afterAll(() => world.close());

const desk = () => new ProtocolDesk(world);

describe('a protocol', () => {
  it('is read by visitors in public words, once it is published', async () => {
    const { start, save, publish, visitor } = desk();
    const draft = await start('NOTHING');
    const steps = [
      step('Premier appel', { publicWords: 'Nous vous appelons.', description: 'Numéro interne 12.' }),
      step('Alerter la mairie', { description: 'Entre nous.' }),
    ];
    const saved = await save(draft, { name: 'Bienvenue', introduction: 'Bonjour', steps });
    const read = '{ welcomeProtocol { name introduction steps { title words owner papers } } }';
    expect((await visitor(read)).data?.welcomeProtocol).toBeNull();
    await publish(saved.record);
    expect((await visitor(read)).data?.welcomeProtocol).toEqual({
      name: 'Bienvenue',
      introduction: 'Bonjour',
      steps: [{ title: 'Premier appel', words: 'Nous vous appelons.', owner: 'AGENT', papers: [] }],
    });
  });

  it('is read whole by members, and written by agents', async () => {
    const { start, as, visitor } = desk();
    await start('MODEL');
    const all = '{ welcomeProtocols { status fromModel steps { key description } } }';
    const { data } = await as('VIEWER')(all);
    expect(data?.welcomeProtocols).toMatchObject([{ status: 'DRAFT', fromModel: true }]);
    expect(data?.welcomeProtocols[0].steps).toHaveLength(18);
    expect((await visitor(all)).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
    for (const role of ['VIEWER', 'CONTRIBUTOR'] as const) {
      const refused = await as(role)('mutation { startWelcomeProtocol(source: MODEL) { __typename } }');
      expect(refused.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    }
  });

  it('has one draft at a time, also when two begin together', async () => {
    const { starting } = desk();
    const outcomes = await Promise.all([1, 2, 3].map(() => starting('MODEL')));
    expect(outcomes.map((outcome) => outcome.__typename).sort()).toEqual([
      'ProtocolRefused',
      'ProtocolRefused',
      'ProtocolSaved',
    ]);
  });

  it('gives new steps keys of their own, and keeps those that there are', async () => {
    const { start, save } = desk();
    const steps = [step('Été à l’école'), step('Été à l’école'), step('Autre', { key: 'ete-a-l-ecole-2' })];
    const { record } = await save(await start('NOTHING'), { steps });
    expect(record.steps.map(({ key }: { key: string }) => key)).toEqual([
      'ete-a-l-ecole',
      'ete-a-l-ecole-3',
      'ete-a-l-ecole-2',
    ]);
  });

  it('says at its steps what is wrong, and keeps what was there', async () => {
    const { start, save, read } = desk();
    const draft = await start('MODEL');
    const steps = [
      step('A', { key: 'a', after: ['b'] }),
      step('B', { key: 'b', after: ['a'] }),
      step(' ', { key: 'c', delay: -3 }),
    ];
    const outcome = await save(draft, { name: '', steps });
    expect(outcome.problems.map(({ field }: { field: string }) => field)).toEqual([
      'name',
      'steps.2.title',
      'steps.2.delay',
      'steps.0.after',
      'steps.1.after',
    ]);
    expect(outcome.problems[3].message).toContain('« A » attend « B » attend « A »');
    expect((await read(draft.id)).steps).toHaveLength(18);
  });

  it('is not written over by who had read another state of it', async () => {
    const { start, save } = desk();
    const draft = await start('NOTHING');
    await save(draft, { name: 'Premier', steps: [] });
    expect(await save(draft, { name: 'Second', steps: [] })).toMatchObject({
      __typename: 'ProtocolOutdated',
      record: { name: 'Premier' },
    });
  });
});

describe('publishing', () => {
  it('retires the version before, and leaves running cases as they began', async () => {
    const { start, publish, save, read, territoryId, running } = desk();
    const first = await publish(await start('MODEL'));
    const welcome = await running(first.record.id);
    const before = await welcome.state();
    const draft = await start('PUBLISHED');
    const { record } = await save(draft, { steps: [step('Tout autre chose', { key: 'premier-appel' })] });
    expect(await publish(record)).toMatchObject({ record: { status: 'PUBLISHED', number: 2 } });
    expect(await read(first.record.id)).toMatchObject({ status: 'RETIRED', running: 1 });
    expect((await read(first.record.id)).steps).toHaveLength(18);
    expect(await welcome.state()).toEqual(before);
    const kept = world.write(territoryId, `update welcome_protocol set steps = '[]' where id = $1`, [
      first.record.id,
    ]);
    await expect(kept).rejects.toThrow('A published protocol stays as it is');
  });

  it('refuses an actor who left, a role that nobody holds, and a protocol without a step', async () => {
    const { start, save, publish } = desk();
    const actorId = randomUUID();
    const steps = [
      step('Bureau', { owner: 'NETWORK_ACTOR', actorId, actorName: 'CCI' }),
      step('Mairie', { owner: 'CONTRIBUTOR' }),
    ];
    const { record } = await save(await start('NOTHING'), { steps });
    const outcome = await publish(record, { actorIds: [], roles: ['AGENT'] });
    expect(outcome.problems.map(({ field }: { field: string }) => field)).toEqual([
      'steps.0.owner',
      'steps.1.owner',
    ]);
    expect(outcome.problems[0].message).toContain('« CCI » n’est plus dans le réseau d’accueil');
    const there = { actorIds: [actorId], roles: ['AGENT', 'CONTRIBUTOR'] };
    expect(await publish(record, there)).toMatchObject({ __typename: 'ProtocolSaved' });
    const { record: empty } = await save(await start('NOTHING'), { steps: [] });
    expect((await publish(empty)).problems).toEqual([
      { field: 'steps', message: 'Un protocole a au moins une étape.' },
    ]);
  });

  it('is for drafts alone, which may be thrown away instead', async () => {
    const { start, publish, discard, read } = desk();
    const { record } = await publish(await start('MODEL'));
    expect(await publish(record)).toMatchObject({ __typename: 'ProtocolOutdated' });
    expect(await discard(record)).toMatchObject({ __typename: 'ProtocolOutdated' });
    const draft = await start('PUBLISHED');
    expect(await discard(draft)).toEqual({ __typename: 'ProtocolSaved', record: null });
    expect(await read(draft.id)).toBeNull();
  });
});

describe('another territory’s protocol', () => {
  it('is listed and copied once it is published, without the actors of its network', async () => {
    const [theirs, ours] = [desk(), desk()];
    const listed = async () => {
      const { data } = await ours.as('AGENT')('{ protocolModels { name stepCount territory { id } } }');
      return data?.protocolModels.filter(
        ({ territory }: { territory: { id: string } }) => territory.id === theirs.territoryId,
      );
    };
    const actor = { owner: 'NETWORK_ACTOR', actorId: randomUUID(), actorName: 'Leur CCI' };
    const { record } = await theirs.save(await theirs.start('NOTHING'), {
      name: 'Chez eux',
      steps: [step('Bureau', actor)],
    });
    expect(await listed()).toEqual([]);
    expect(await ours.starting('TERRITORY', theirs.territoryId)).toMatchObject({
      problems: [{ field: 'source', message: 'Ce protocole n’est plus publié.' }],
    });
    await theirs.publish(record, { actorIds: [actor.actorId], roles: [] });
    expect(await listed()).toEqual([
      { name: 'Chez eux', stepCount: 1, territory: { id: theirs.territoryId } },
    ]);
    expect(await ours.start('TERRITORY', theirs.territoryId)).toMatchObject({
      name: 'Chez eux',
      copiedFrom: { id: theirs.territoryId },
      steps: [{ title: 'Bureau', owner: 'NETWORK_ACTOR', actorId: null, actorName: null }],
    });
    expect(await ours.read(record.id)).toBeNull();
  });
});

it('shows the days of an invented household, by working days', async () => {
  const { start, as } = desk();
  const { id } = await start('MODEL');
  const { data } = await as('VIEWER')(
    `{ plannedProtocolSteps(id: "${id}", startsOn: "2026-11-23", arrivesOn: "2027-05-03",
        household: { childrenBirthYears: [2020], needsPremises: false, needsHousing: true }) { key dueOn } }`,
  );
  const days = new Map(
    data?.plannedProtocolSteps.map((planned: { key: string; dueOn: string }) => [planned.key, planned.dueOn]),
  );
  expect(days.get('premier-appel')).toBe('2026-11-25');
  expect(days.get('inscription-scolaire')).toBe('2027-03-19');
  expect(days.has('espace-de-travail')).toBe(false);
  expect(days.has('place-en-creche')).toBe(false);
});
