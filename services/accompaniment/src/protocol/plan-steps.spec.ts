import { describe, expect, it } from 'vitest';
import { planSteps, redate, type WelcomeDays, type WelcomedHousehold } from './plan-steps.js';
import type { ProtocolStep } from './protocol-step.js';

const family: WelcomedHousehold = {
  childrenBirthYears: [2022],
  needsPremises: true,
  needsHousing: null,
  horizon: 'SHORT_TERM',
};
const days: WelcomeDays = { startedOn: '2026-11-23', expectedOn: '2027-05-03', today: '2026-11-23' };

const step = (key: string, rest: Partial<ProtocolStep> = {}): ProtocolStep => ({
  key,
  title: key,
  description: '',
  publicWords: '',
  phase: 'DECISION',
  owner: 'AGENT',
  anchor: 'START',
  after: [],
  delay: 0,
  documents: [],
  condition: {},
  ...rest,
});
const dueDays = (steps: ProtocolStep[], household = family, of = days) =>
  Object.fromEntries(planSteps(steps, household, of).map(({ key, dueOn }) => [key, dueOn]));

describe('the days of a welcome', () => {
  it('are counted in working days from its beginning, over public holidays', () => {
    expect(dueDays([step('call', { delay: 2 }), step('visit', { delay: 25 })])).toEqual({
      call: '2026-11-25',
      // Christmas and New Year's Day are not worked.
      visit: '2026-12-29',
    });
  });

  it('are counted from the arrival, before and after it', () => {
    const steps = [
      step('school', { anchor: 'ARRIVAL', delay: -20 }),
      step('hello', { anchor: 'ARRIVAL' }),
      step('after', { anchor: 'ARRIVAL', delay: 5 }),
    ];
    // Ascension Day falls on the sixth of May.
    expect(dueDays(steps)).toEqual({ school: '2027-04-05', hello: '2027-05-03', after: '2027-05-11' });
    expect(dueDays(steps, family, { ...days, expectedOn: null })).toEqual({
      school: null,
      hello: null,
      after: null,
    });
  });

  it('never lie before the beginning, however short the time to the arrival', () => {
    const soon = { ...days, expectedOn: '2026-11-27' };
    expect(dueDays([step('school', { anchor: 'ARRIVAL', delay: -40 })], family, soon)).toEqual({
      school: '2026-11-23',
    });
  });

  it('follow the steps before, whatever the order in which steps are written', () => {
    const steps = [
      step('third', { anchor: 'STEPS', after: ['second', 'first'], delay: 3 }),
      step('second', { anchor: 'STEPS', after: ['first'], delay: 5 }),
      step('first', { delay: 1 }),
    ];
    expect(dueDays(steps)).toEqual({ first: '2026-11-24', second: '2026-12-01', third: '2026-12-04' });
  });
});

describe('conditions', () => {
  const steps = [
    step('call'),
    step('school', {
      anchor: 'STEPS',
      after: ['call'],
      delay: 5,
      condition: { childFrom: 2, childUpTo: 16 },
    }),
    step('office', { anchor: 'STEPS', after: ['school'], delay: 5, condition: { needsPremises: true } }),
  ];

  it('leave out what is not for a household, and who waited waits for the step before', () => {
    const alone = { ...family, childrenBirthYears: [] };
    expect(
      planSteps(steps, alone, days).map(({ key, after, position }) => ({ key, after, position })),
    ).toEqual([
      { key: 'call', after: [], position: 1 },
      { key: 'office', after: ['call'], position: 2 },
    ]);
  });

  it('keep what nobody asked about yet, and what a birth year leaves in doubt', () => {
    const unknown = { ...family, needsPremises: null, childrenBirthYears: [2010] };
    expect(planSteps(steps, unknown, days).map(({ key }) => key)).toEqual(['call', 'school', 'office']);
    const grown = { ...unknown, childrenBirthYears: [2009], needsPremises: false };
    expect(planSteps(steps, grown, days).map(({ key }) => key)).toEqual(['call']);
  });

  it('look at one child at a time: a baby and a student are no pupil', () => {
    const apart = { ...family, childrenBirthYears: [2027, 2004] };
    expect(planSteps(steps, apart, days).map(({ key }) => key)).toEqual(['call', 'office']);
  });
});

describe('dating anew', () => {
  const steps = [
    step('call', { delay: 2 }),
    step('plan', { anchor: 'STEPS', after: ['call'], delay: 5 }),
    step('school', { anchor: 'ARRIVAL', delay: -20 }),
    step('desk', { anchor: 'STEPS', after: ['school'], delay: 5 }),
  ];
  const standing = planSteps(steps, family, days).map(({ key, after, dueOn }) => ({
    key,
    after,
    dueOn,
    settledOn: null as string | null,
  }));

  it('moves what follows the arrival, and leaves days that were chosen by hand', () => {
    const chosen = standing.map((at) => (at.key === 'plan' ? { ...at, dueOn: '2026-12-24' } : at));
    // Twenty working days before the first of June, with Ascension Day and Whit Monday between.
    expect(redate(steps, chosen, { ...days, expectedOn: '2027-06-01' }, { moved: 'ARRIVAL' })).toEqual([
      { key: 'school', dueOn: '2027-04-30' },
      { key: 'desk', dueOn: '2027-05-10' },
    ]);
  });

  it('counts from the day on which the step before was settled', () => {
    const late = standing.map((at) => (at.key === 'call' ? { ...at, settledOn: '2026-12-07' } : at));
    expect(redate(steps, late, { ...days, today: '2026-12-07' }, { moved: 'STEP', key: 'call' })).toEqual([
      { key: 'plan', dueOn: '2026-12-14' },
    ]);
  });

  it('leaves what is settled and what a team added by itself', () => {
    const own = { key: 'own-1', after: ['school'], dueOn: '2027-01-04', settledOn: null };
    const done = standing.map((at) => (at.key === 'desk' ? { ...at, settledOn: '2026-12-01' } : at));
    const moved = redate(steps, [...done, own], { ...days, expectedOn: null }, { moved: 'ARRIVAL' });
    expect(moved).toEqual([{ key: 'school', dueOn: null }]);
  });
});
