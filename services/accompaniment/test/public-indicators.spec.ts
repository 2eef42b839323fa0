import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { AccompanimentWorld } from './support/accompaniment-world.js';
import { byKey, IndicatorWorld } from './support/indicator-world.js';

let world: AccompanimentWorld;
let there: IndicatorWorld;
beforeAll(async () => {
  world = await AccompanimentWorld.create();
});
afterAll(() => world.close());
beforeEach(() => {
  there = new IndicatorWorld(world);
});

const settle = async (count: number, effectiveOn: string, communeCode = '09030') => {
  for (let index = 0; index < count; index += 1)
    await there.settled(effectiveOn, { communeCode, firstContactOn: '2020-01-01', jobs: 1 });
};
const thisYear = new Date().toISOString().slice(0, 4);
const trend = async () => {
  const { indicatorTrend } = await there.territory(
    `indicatorTrend(from: "2000-01-01", to: "${thisYear}-12-31") { from figures { key value suppressed known total households } }`,
  );
  return Object.fromEntries(
    indicatorTrend.map(({ from, figures }: { from: string; figures: Parameters<typeof byKey>[0] }) => [
      from.slice(0, 4),
      byKey(figures),
    ]),
  ) as Record<string, ReturnType<typeof byKey>>;
};

it('shows a visitor the years that are over, from five up', async () => {
  await settle(6, '2021-05-01');
  await settle(7, '2022-05-01');
  const years = await trend();
  expect([years['2021']?.['EFFECTIVE']?.value, years['2022']?.['EFFECTIVE']?.value]).toEqual([6, 7]);
  expect(years['2021']?.['PEOPLE']).toMatchObject({ value: 6, suppressed: false });
  expect(years['2021']?.['EFFECTIVE']).toMatchObject({ known: null, total: null, households: null });
  expect(years[thisYear]).toBeUndefined();
});

it('keeps back a small year, and the next one by which it could be computed', async () => {
  await settle(2, '2021-05-01');
  await settle(7, '2022-05-01');
  await settle(20, '2023-05-01');
  const years = await trend();
  const shown = ['2021', '2022', '2023'].map((year) => years[year]?.['EFFECTIVE']?.value);
  expect(shown).toEqual([null, null, 20]);
  expect(years['2022']?.['PEOPLE']).toMatchObject({ value: null, suppressed: true });
});

it('keeps back a year while the one that runs could be computed from it', async () => {
  await settle(7, '2022-05-01');
  await settle(2, `${thisYear}-01-01`);
  expect((await trend())['2022']?.['EFFECTIVE']).toMatchObject({ value: null, suppressed: true });
});

it('gives no month, no other period and no cohort to visitors, whichever way they ask', async () => {
  await settle(6, '2021-05-01');
  for (const field of [
    'indicatorTrend(from: "2021-01-01", to: "2021-12-31", by: MONTH) { from }',
    'indicatorFigures(from: "2021-01-01", to: "2021-06-30") { from }',
    `indicatorFigures(from: "${thisYear}-01-01", to: "${thisYear}-12-31") { from }`,
    'funnel(from: "2021-01-01") { to }',
    'contactOrigins(to: "2021-01-01") { first { contacts } }',
    'installationsByCommune(from: "2021-01-01", to: "2021-12-31") { people }',
  ])
    expect(Object.values(await there.territory(field)), field).toEqual([null]);
  const neighbour = new IndicatorWorld(world);
  const { data } = await neighbour.ask('ADMINISTRATOR')(
    `{ _entities(representations: [{ __typename: "Territory", id: "${there.territoryId}" }]) { ... on Territory { funnel { steps { households } } } } }`,
  );
  expect(data?._entities[0].funnel.steps[0].households).toBeNull();
});

it('shows visitors a way of which no difference is small', async () => {
  await settle(6, '2021-05-01');
  for (let index = 0; index < 3; index += 1) await there.household();
  const { funnel } = await there.territory('funnel { from steps { key value suppressed } }');
  // Three of nine stayed at the first contact, and everybody reads that six settled: the nine do not show.
  expect(funnel.steps.map(({ value }: { value: number | null }) => value)).toEqual([null, 6, 0, 6, 6]);
});

it('keeps back what the figures beside the way would turn into a small count', async () => {
  await settle(6, '2021-05-01');
  for (let index = 0; index < 5; index += 1) await there.project(await there.household());
  for (let index = 0; index < 2; index += 1)
    await there.project(await there.household(), { abandonedOn: '2024-10-01' });
  const all = await there.territory(
    `funnel { steps { key value } } contactOrigins { first { contacts } last { contacts } }
     accompanimentIndicators { prospects installationsEffective installationsPlanned }`,
  );
  expect(all.accompanimentIndicators).toEqual({
    prospects: null,
    installationsEffective: 6,
    installationsPlanned: 5,
  });
  const steps = all.funnel.steps.map(({ value }: { value: number | null }) => value);
  // Thirteen had a project, eleven of them are known: two gave up.
  expect(steps).not.toContain(13);
  const { first, last } = all.contactOrigins;
  expect(new Set([...first, ...last].map(({ contacts }) => contacts))).toEqual(new Set([null]));
});

it('puts small communes together, five households at least', async () => {
  await settle(9, '2021-05-01', '09122');
  await settle(12, '2021-05-01', '09030');
  await settle(1, '2021-05-01', '09001');
  const { installationsByCommune } = await there.territory(
    'installationsByCommune { commune { code } installations people households }',
  );
  expect(installationsByCommune).toEqual([
    { commune: { code: '09122' }, installations: 9, people: 9, households: null },
    { commune: null, installations: 13, people: 13, households: null },
  ]);
});
