import { expect, it } from 'vitest';
import { byPhase, move, type Step, without } from './edit-protocol.ts';
import { diffOf, isSame } from './protocol-diff.ts';

const step = (key: string, rest: Partial<Step> = {}): Step => ({
  ...{ key, title: key, description: '', publicWords: '', phase: 'DECISION', owner: 'AGENT' },
  ...{ actorId: null, actorName: null, anchor: 'START', after: [], delay: 2, documents: [] },
  condition: { childFrom: null, childUpTo: null, needsPremises: null, needsHousing: null, horizons: null },
  ...rest,
});
const version = (steps: Step[], name = 'Accueil') => ({ name, introduction: null, steps });

it('finds nothing between a version and itself, in whatever order its phases were written', () => {
  const steps = [step('b', { phase: 'ARRIVAL' }), step('a')];
  expect(isSame(diffOf(version(steps), version(byPhase(steps))))).toBe(true);
});

it('tells what was added, left out, moved and changed, by the keys of steps', () => {
  const before = version([step('a'), step('b'), step('c'), step('gone')]);
  const after = version([step('b'), step('a', { delay: 5 }), step('c'), step('new')], 'Bienvenue');
  const { words, added, removed, changed, moved } = diffOf(before, after);
  expect(words).toEqual([{ label: expect.any(String), was: 'Accueil', is: 'Bienvenue' }]);
  expect([added, removed, moved].map((steps) => steps.map(({ key }) => key))).toEqual([
    ['new'],
    ['gone'],
    ['b', 'a'],
  ]);
  expect(changed.map(({ step: { key }, changes }) => [key, changes.length])).toEqual([['a', 1]]);
});

it('moves a step within its phase alone', () => {
  const steps = [step('a'), step('b'), step('c', { phase: 'ARRIVAL' })];
  expect(move(steps, 'b', -1).map(({ key }) => key)).toEqual(['b', 'a', 'c']);
  expect(move(steps, 'b', 1).map(({ key }) => key)).toEqual(['a', 'b', 'c']);
});

it('lets who waited for a step that is left out wait for those before it', () => {
  const steps = [
    step('a'),
    step('b', { after: ['a'] }),
    step('c', { after: ['b', 'a'], anchor: 'STEPS' }),
    step('d', { after: ['alone'], anchor: 'STEPS' }),
    step('alone'),
  ];
  expect(without(steps, 'b').find(({ key }) => key === 'c')).toMatchObject({ after: ['a'], anchor: 'STEPS' });
  expect(without(steps, 'alone').find(({ key }) => key === 'd')).toMatchObject({
    after: [],
    anchor: 'START',
  });
});
