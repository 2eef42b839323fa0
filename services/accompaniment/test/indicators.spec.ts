import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { AccompanimentWorld } from './support/accompaniment-world.js';
import { IndicatorWorld } from './support/indicator-world.js';

let world: AccompanimentWorld;
let there: IndicatorWorld;
beforeAll(async () => {
  world = await AccompanimentWorld.create();
});
afterAll(() => world.close());
beforeEach(() => {
  there = new IndicatorWorld(world);
});

const of2024 = () => there.figures('2024-01-01', '2024-12-31');

describe('the figures of a period', () => {
  it('count first contacts within it, both days included', async () => {
    for (const day of ['2023-12-31', '2024-01-01', '2024-12-31', '2025-01-01']) await there.household(day);
    expect((await of2024())['PROSPECTS']).toMatchObject({ value: 2, households: 2 });
  });

  it('count who came to a session for the first time, by the day of Paris', async () => {
    const [twice, late] = [await there.household(), await there.household()];
    await there.attended(twice, '2023-05-01T09:00:00Z');
    await there.attended(twice, '2024-05-01T09:00:00Z');
    // Ends eight hours after: at 00:30 of the first of January in Paris.
    await there.attended(late, '2024-12-31T15:30:00Z');
    expect((await of2024())['ATTENDED']?.value).toBe(0);
    expect((await there.figures('2025-01-01', '2025-12-31'))['ATTENDED']?.value).toBe(1);
    expect((await there.figures('2023-01-01', '2023-12-31'))['ATTENDED']?.value).toBe(1);
  });

  it('count what was planned as it stood on the last day, though it has changed since', async () => {
    await there.project(await there.household(), { plannedOn: '2024-02-01', effectiveOn: '2025-02-01' });
    await there.project(await there.household(), { plannedOn: '2024-02-01', abandonedOn: '2024-12-31' });
    await there.project(await there.household(), { plannedOn: '2025-01-01' });
    const figures = await of2024();
    expect([figures['PLANNED']?.value, figures['ABANDONED']?.value]).toEqual([1, 1]);
    expect((await there.figures('2024-01-01', '2024-12-30'))['PLANNED']?.value).toBe(2);
  });

  it('count who settled, their people, and the days since the first contact in the middle', async () => {
    await there.settled('2024-04-10', { firstContactOn: '2024-04-01', adults: 2, children: [2015, 2017] });
    await there.settled('2024-05-01', { firstContactOn: '2024-04-01' });
    await there.settled('2024-12-31', { firstContactOn: '2024-01-01' });
    await there.settled('2025-01-01');
    const figures = await of2024();
    expect(figures['EFFECTIVE']?.value).toBe(3);
    expect(figures['PEOPLE']).toMatchObject({ value: 6, households: 3 });
    expect(figures['CHILDREN']).toMatchObject({ value: 2, households: 1 });
    expect(figures['MEDIAN_DAYS']?.value).toBe(30);
  });

  it('never take jobs that nobody stated for none', async () => {
    await there.settled('2024-05-01');
    expect((await of2024())['JOBS']).toMatchObject({ value: null, suppressed: false, known: 0, total: 1 });
    await there.settled('2024-05-01', { jobs: 0 });
    await there.settled('2024-05-01', { jobs: 2 });
    expect((await of2024())['JOBS']).toMatchObject({ value: 2, known: 2, total: 3 });
  });

  it('count who is still here among those whom somebody asked', async () => {
    const installations = await Promise.all(
      ['2024-01-05', '2024-01-06', '2024-01-07'].map((day) => there.settled(day)),
    );
    await there.followUp(installations[0]!, 6, '2024-07-05', true);
    await there.followUp(installations[1]!, 6, '2024-07-06', false);
    await there.followUp(installations[2]!, 6, '2024-07-07', null);
    await there.followUp(installations[0]!, 12, '2025-01-05', true);
    const figures = await of2024();
    expect(figures['STILL_HERE_6']).toMatchObject({ value: 1, known: 2, total: 3, households: 1 });
    expect(figures['STILL_HERE_12']).toMatchObject({ value: null, suppressed: false });
  });

  it('count sponsorships that both accepted and that had not ended', async () => {
    const household = await there.household();
    await there.sponsorship(household, '2024-06-01T10:00:00Z');
    await there.sponsorship(await there.household(), '2024-06-01T10:00:00Z', '2025-03-01T10:00:00Z');
    await there.sponsorship(await there.household(), '2024-06-01T10:00:00Z', '2024-12-31T10:00:00Z');
    await there.sponsorship(await there.household(), '2025-06-01T10:00:00Z');
    await there.sponsorship(await there.household(), null);
    expect((await of2024())['SPONSORSHIPS_ACTIVE']?.value).toBe(2);
  });

  it('give the share of steps done by their day', async () => {
    const installation = await there.settled('2024-05-01');
    expect((await of2024())['STEPS_ON_TIME']?.value).toBeNull();
    await there.step(installation, '2024-06-03', '2024-06-03T20:00:00Z');
    await there.step(installation, '2024-06-04', '2024-06-05T08:00:00Z');
    await there.step(installation, '2024-06-05', null);
    await there.step(installation, '2024-06-06', '2024-06-06T08:00:00Z', 'SKIPPED');
    await there.step(installation, '2025-06-06', null);
    const { value, known } = (await of2024())['STEPS_ON_TIME']!;
    expect([Number(value?.toFixed(3)), known]).toEqual([0.333, 3]);
  });

  it('are those of one territory alone', async () => {
    const neighbour = new IndicatorWorld(world);
    await neighbour.settled('2024-05-01', { jobs: 4 });
    const figures = await of2024();
    expect(Object.values(figures).every(({ value }) => value === 0 || value === null)).toBe(true);
  });
});

describe('the trend', () => {
  it('cuts a period into months, and what stands is counted at the end of each', async () => {
    await there.project(await there.household('2024-01-15'), {
      plannedOn: '2024-02-10',
      effectiveOn: '2024-03-10',
    });
    const { indicatorTrend } = await there.territory(
      'indicatorTrend(from: "2024-01-10", to: "2024-03-31", by: MONTH) { from to figures { key value } }',
      'VIEWER',
    );
    const series = (key: string) =>
      indicatorTrend.map(
        ({ figures }: { figures: { key: string; value: number }[] }) =>
          figures.find((figure) => figure.key === key)?.value,
      );
    expect(indicatorTrend.map(({ from, to }: { from: string; to: string }) => [from, to])).toEqual([
      ['2024-01-10', '2024-01-31'],
      ['2024-02-01', '2024-02-29'],
      ['2024-03-01', '2024-03-31'],
    ]);
    expect(series('PROSPECTS')).toEqual([1, 0, 0]);
    expect(series('PLANNED')).toEqual([0, 1, 0]);
    expect(series('EFFECTIVE')).toEqual([0, 0, 1]);
  });

  it.each([
    ['2024-05-01', '2024-01-01'],
    ['1999-01-01', '2024-01-01'],
    ['2090-01-01', '2091-01-01'],
  ])('refuses %s to %s with a word', async (from, to) => {
    const refused = await there.territory(`indicatorFigures(from: "${from}", to: "${to}") { to }`, 'VIEWER');
    expect(refused).toMatchObject([{ extensions: { code: 'BAD_INPUT' } }]);
  });
});

describe('the funnel, the origins and the communes', () => {
  const funnel = async (from = '2024-01-01', to = '2024-12-31') => {
    const answer = await there.territory(
      `funnel(from: "${from}", to: "${to}") { steps { key value households label rule } }`,
      'VIEWER',
    );
    return answer.funnel.steps.map(({ value }: { value: number }) => value);
  };

  it('follow a cohort from first contact to settling', async () => {
    await there.household('2024-01-02');
    const qualified = await there.household('2024-01-03');
    await there.moved(qualified, 'QUALIFIED', '2024-02-01T10:00:00Z');
    const attended = await there.household('2024-01-04');
    await there.attended(attended, '2024-05-01T09:00:00Z');
    const settled = await there.household('2024-01-05');
    await there.project(settled, { effectiveOn: '2025-01-05' });
    await there.project(await there.household('2023-01-05'), { effectiveOn: '2024-01-05' });
    expect(await funnel()).toEqual([4, 3, 1, 1, 1]);
    expect(await funnel('2023-01-01', '2023-12-31')).toEqual([1, 1, 0, 1, 1]);
  });

  it('tell where they come from, by the first and by the last passage that is known', async () => {
    const household = await there.household('2024-01-02');
    await there.channel(household, 'FAIR', '2024-01-02T10:00:00Z');
    await there.channel(household, 'WEB', '2024-03-02T10:00:00Z');
    await there.household('2024-01-02');
    const { contactOrigins } = await there.territory(
      'contactOrigins(from: "2024-01-01", to: "2024-12-31") { first { channel contacts } last { channel contacts } }',
      'VIEWER',
    );
    const found = (touch: 'first' | 'last') =>
      contactOrigins[touch].filter(({ contacts }: { contacts: number }) => contacts > 0);
    expect(found('first')).toEqual([
      { channel: 'FAIR', contacts: 1 },
      { channel: null, contacts: 1 },
    ]);
    expect(found('last')).toEqual([
      { channel: 'WEB', contacts: 1 },
      { channel: null, contacts: 1 },
    ]);
  });

  it('tell where they settled', async () => {
    await there.settled('2024-05-01', { communeCode: '09122', adults: 2, children: [2020] });
    await there.settled('2024-05-01', { communeCode: '09122' });
    await there.settled('2024-05-01', { communeCode: '09030' });
    const { installationsByCommune } = await there.territory(
      'installationsByCommune(from: "2024-01-01", to: "2024-12-31") { commune { code } installations people households }',
      'VIEWER',
    );
    expect(installationsByCommune).toEqual([
      { commune: { code: '09122' }, installations: 2, people: 4, households: 2 },
      { commune: { code: '09030' }, installations: 1, people: 1, households: 1 },
    ]);
  });
});
