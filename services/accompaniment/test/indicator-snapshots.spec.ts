import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { AccompanimentWorld } from './support/accompaniment-world.js';
import { FiguresGateway } from './support/figures-gateway.js';
import { byKey, IndicatorWorld } from './support/indicator-world.js';

let gateway: FiguresGateway;
let world: AccompanimentWorld;
let there: IndicatorWorld;
beforeAll(async () => {
  gateway = await FiguresGateway.start();
  world = await AccompanimentWorld.create(null, null, gateway.url);
});
afterAll(async () => {
  await world.close();
  gateway.close();
});
beforeEach(async () => {
  there = new IndicatorWorld(world);
  for (let index = 0; index < 6; index += 1)
    await there.settled('2024-05-01', { firstContactOn: '2024-01-01', adults: 2 });
});

const RESULT = `... on SnapshotSaved { snapshot { slug year publishedAt withdrawnAt comment figures { key value suppressed } } }
  ... on SnapshotRefused { problems { field message } }`;
type Role = 'AGENT' | 'VIEWER' | null;
const take = async (from = '2024-01-01', to = '2024-12-31', role: Role = 'AGENT') => {
  const { data, errors } = await there.ask(role)(
    `mutation ($input: TakeSnapshotInput!) { takeSnapshot(input: $input) { ${RESULT} } }`,
    { input: { from, to } },
  );
  return errors ?? data?.takeSnapshot;
};
const change = async (name: 'publishSnapshot' | 'withdrawSnapshot', slug: string, words: string) => {
  const argument = name === 'publishSnapshot' ? 'comment' : 'reason';
  const { data, errors } = await there.ask('AGENT')(
    `mutation ($slug: String!, $words: String!) { ${name}(slug: $slug, ${argument}: $words) { ${RESULT} } }`,
    { slug, words },
  );
  return errors ?? data?.[name];
};
const read = async (slug: string, role: Role = null) => {
  const { data } = await there.ask(role)(
    `{ indicatorSnapshot(slug: "${slug}") { slug comment withdrawnBecause figures { key value suppressed } months { from } funnel { key value }
        origins { first { contacts } } communes { commune { code } installations } definitions { key rule } } }`,
  );
  return data?.indicatorSnapshot;
};

describe('a snapshot', () => {
  it('keeps the figures of its period whatever happens to the records', async () => {
    const { snapshot } = await take();
    expect(snapshot).toMatchObject({ slug: '2024', year: 2024, publishedAt: null });
    const before = await read('2024', 'VIEWER');
    expect(byKey(before.figures)).toMatchObject({
      SOLOS_IDENTIFIED: { value: 78 },
      PROSPECTS: { value: 6 },
      EFFECTIVE: { value: 6 },
      PEOPLE: { value: 12 },
      JOBS: { value: null, suppressed: false },
    });
    expect(before.months).toHaveLength(12);
    expect(before.funnel.map(({ value }: { value: number }) => value)).toEqual([6, 6, 0, 6, 6]);
    await there.settled('2024-06-01', { firstContactOn: '2024-01-01', adults: 9 });
    await world.write(there.territoryId, 'update installation set adults = 1 where territory_id = $1', [
      there.territoryId,
    ]);
    expect(await read('2024', 'VIEWER')).toEqual(before);
    expect((await there.figures('2024-01-01', '2024-12-31'))['EFFECTIVE']?.value).toBe(7);
  });

  it('cannot be written over, by anybody', async () => {
    await take();
    await expect(
      world.write(there.territoryId, `update indicator_snapshot set figures = '{}' where territory_id = $1`, [
        there.territoryId,
      ]),
    ).rejects.toThrow('stays as it was taken');
  });

  it.each([
    ['2021-01-01', '2021-12-31', 'from', 'Rien n’a été enregistré'],
    ['2024-01-01', '2099-12-31', 'to', 'n’est pas terminée'],
    ['2024-12-31', '2024-01-01', 'to', 'précède son début'],
  ])('is refused for %s to %s', async (from, to, field, words) => {
    expect((await take(from, to)).problems).toEqual([{ field, message: expect.stringContaining(words) }]);
  });

  it('is taken once for a period, also when two members take it at the same moment', async () => {
    const answers = await Promise.all([take(), take(), take()]);
    expect(answers.filter(({ snapshot }) => snapshot)).toHaveLength(1);
    expect((await take()).problems[0].message).toContain('existe déjà');
    await change('withdrawSnapshot', '2024', 'Une fiche manquait.');
    expect((await take()).snapshot.slug).toBe('2024-2');
  });

  it('asks the other services itself, as the member, about the last day of the period', async () => {
    gateway.asked.length = 0;
    await take();
    expect(gateway.asked.map(({ service }) => service).sort()).toEqual(['directory', 'territory']);
    for (const { viewer, territoryId } of gateway.asked)
      expect({ role: viewer?.role, territoryId }).toEqual({ role: 'AGENT', territoryId: there.territoryId });
    expect(gateway.asked.find(({ service }) => service === 'directory')?.variables).toEqual({
      territory: [{ __typename: 'Territory', id: there.territoryId }],
      day: '2024-12-31',
    });
  });

  it.each(['directory', 'territory'])(
    'waits, and keeps nothing, while %s does not answer',
    async (service) => {
      gateway.down.add(service);
      const { problems } = await take();
      expect(problems).toEqual([{ field: 'service', message: expect.stringContaining('Rien n’est figé') }]);
      gateway.down.clear();
      expect((await take()).snapshot.slug).toBe('2024');
    },
  );

  it('is for agents to take', async () => {
    expect(await take('2024-01-01', '2024-12-31', 'VIEWER')).toMatchObject([
      { extensions: { code: 'FORBIDDEN' } },
    ]);
    expect(await take('2024-01-01', '2024-12-31', null)).toMatchObject([
      { extensions: { code: 'UNAUTHENTICATED' } },
    ]);
  });
});

describe('a published snapshot', () => {
  it('is read by anybody, with what the territory says, without what is small', async () => {
    for (let index = 0; index < 3; index += 1) await there.household('2024-02-01');
    for (let index = 0; index < 2; index += 1)
      await there.project(await there.household('2020-01-01'), { abandonedOn: '2024-06-01' });
    await take();
    expect(await read('2024')).toBeNull();
    expect((await change('publishSnapshot', '2024', '   ')).problems).toHaveLength(1);
    await change('publishSnapshot', '2024', 'Une belle année.');
    const snapshot = await read('2024');
    expect(snapshot).toMatchObject({
      comment: 'Une belle année.',
      months: [],
      funnel: [],
      origins: null,
      communes: [],
    });
    const figures = byKey(snapshot.figures);
    expect(figures['EFFECTIVE']).toMatchObject({ value: 6, suppressed: false });
    expect(figures['ABANDONED']).toMatchObject({ value: null, suppressed: true });
    // Two were first in touch before: nine of eleven in the year would give them away.
    expect(figures['PROSPECTS']).toMatchObject({ value: null, suppressed: true });
    expect(figures['SOLOS_IDENTIFIED']).toMatchObject({ value: null, suppressed: true });
  });

  it('gives nothing away either once another year has begun', async () => {
    await take();
    await change('publishSnapshot', '2024', 'Une belle année.');
    expect(byKey((await read('2024')).figures)['EFFECTIVE']?.value).toBe(6);
    await there.settled('2025-01-05', { firstContactOn: '2024-01-01' });
    expect(byKey((await read('2024')).figures)['EFFECTIVE']).toMatchObject({ value: null, suppressed: true });
    expect(byKey((await read('2024', 'VIEWER')).figures)['EFFECTIVE']?.value).toBe(6);
  });

  it('is a whole year', async () => {
    const { snapshot } = await take('2024-01-01', '2024-06-30');
    expect((await change('publishSnapshot', snapshot.slug, 'Un semestre.')).problems[0].message).toContain(
      'année civile',
    );
  });

  it('is withdrawn for a reason that everybody reads, without its figures', async () => {
    await take();
    await change('publishSnapshot', '2024', 'Une belle année.');
    expect((await change('withdrawSnapshot', '2024', '')).problems).toHaveLength(1);
    await change('withdrawSnapshot', '2024', 'Une fiche comptait deux fois.');
    expect(await read('2024')).toMatchObject({
      withdrawnBecause: 'Une fiche comptait deux fois.',
      figures: [],
    });
    expect((await change('publishSnapshot', '2024', 'Encore.')).problems[0].message).toContain(
      'déjà été retiré',
    );
    const { data } = await there.ask()('{ indicatorSnapshots { slug } }');
    expect(data?.indicatorSnapshots).toEqual([]);
  });
});
