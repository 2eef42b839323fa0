import { afterAll, beforeAll, expect, it } from 'vitest';
import { AccompanimentWorld } from './support/accompaniment-world.js';
import { IndicatorWorld } from './support/indicator-world.js';

let world: AccompanimentWorld;
let there: IndicatorWorld;
beforeAll(async () => {
  world = await AccompanimentWorld.create();
  there = new IndicatorWorld(world);
  await there.household('2024-02-01');
  const first = await there.household('2024-02-01');
  await there.channel(first, 'FAIR');
  await there.moved(first, 'QUALIFIED', '2024-03-01T10:00:00Z');
  await there.attended(first, '2024-05-01T09:00:00Z');
  await there.project(first, { plannedOn: '2024-06-01' });
  const one = await there.settled('2024-05-01', { firstContactOn: '2024-01-01', children: [2015], jobs: 2 });
  const two = await there.settled('2024-07-01', { firstContactOn: '2023-01-01', communeCode: '09122' });
  await there.followUp(one, 6, '2024-11-01', true);
  await there.followUp(two, 6, '2024-12-01', false);
  await there.step(one, '2024-06-03', null);
  await there.step(one, '2024-06-04', null);
  await there.sponsorship(first, '2024-06-01T10:00:00Z');
  await there.project(await there.household('2024-09-01'), { abandonedOn: '2024-10-01' });
  // Forgotten since: it counts, and no list shows it.
  const forgotten = await world.prospect(there.territoryId, '2024-02-02');
  await world.write(there.territoryId, 'update prospect set anonymised_at = now() where id = $1', [
    forgotten,
  ]);
});
afterAll(() => world.close());

const PERIOD = { from: '2024-01-01', to: '2024-12-31' };
const listed = async (indicator: Record<string, unknown>) => {
  const { data, errors } = await there.ask('AGENT')(
    `query ($filter: ProspectRecordFilter!) { prospectRecords(first: 50, filter: $filter) { totalCount nodes { id } } prospectBoard(filter: $filter) { count } }`,
    { filter: { indicator: { ...PERIOD, ...indicator } } },
  );
  expect(errors).toBeUndefined();
  const { totalCount, nodes } = data!.prospectRecords;
  const board = data!.prospectBoard.reduce((sum: number, { count }: { count: number }) => sum + count, 0);
  expect([nodes.length, board]).toEqual([totalCount, totalCount]);
  return totalCount;
};

it('leads from each figure to as many households as it says', async () => {
  const figures = await there.figures(PERIOD.from, PERIOD.to, 'AGENT');
  expect(figures['PROSPECTS']).toMatchObject({ value: 5, households: 4 });
  expect(figures['STEPS_ON_TIME']).toMatchObject({ value: 0, households: 1 });
  for (const [figure, { households }] of Object.entries(figures))
    expect([figure, await listed({ figure })]).toEqual([figure, households]);
});

it('does so from each step, each channel and each commune', async () => {
  const { funnel, contactOrigins, installationsByCommune } = await there.territory(
    `funnel(from: "${PERIOD.from}", to: "${PERIOD.to}") { steps { key households } }
     contactOrigins(from: "${PERIOD.from}", to: "${PERIOD.to}") { first { channel households } last { channel households } }
     installationsByCommune(from: "${PERIOD.from}", to: "${PERIOD.to}") { commune { code } households }`,
    'AGENT',
  );
  for (const { key, households } of funnel.steps)
    expect([key, await listed({ step: key })]).toEqual([key, households]);
  expect(funnel.steps.map(({ households }: { households: number }) => households)).toEqual([4, 3, 1, 3, 1]);
  for (const touch of ['first', 'last'] as const)
    for (const { channel, households } of contactOrigins[touch])
      expect(await listed({ touch: touch.toUpperCase(), channel })).toBe(households);
  for (const { commune, households } of installationsByCommune)
    expect(await listed({ figure: 'EFFECTIVE', commune: commune.code })).toBe(households);
});

it('shows them to agents alone', async () => {
  const { errors } = await there.ask('VIEWER')(
    `{ prospectRecords(first: 5, filter: { indicator: { from: "2024-01-01", to: "2024-12-31", figure: PROSPECTS } }) { totalCount } }`,
  );
  expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
});
