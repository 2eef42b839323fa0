import 'reflect-metadata';
import { Problems } from '@ancrage/subgraph/field-problem';
import { expect, it } from 'vitest';
import { checkProtocol, type PresentOwners } from './check-protocol.js';
import { WELCOME_MODEL } from './model.js';
import type { ProtocolStep } from './protocol-step.js';

const everybody: PresentOwners = { actorIds: [], roles: ['AGENT', 'ADMINISTRATOR', 'CONTRIBUTOR'] };

function wrong(change: (steps: ProtocolStep[]) => void, present = everybody) {
  const steps = structuredClone(WELCOME_MODEL.steps.slice(0, 3));
  for (const [rank, step] of steps.entries())
    Object.assign(step, { key: `s${rank}`, title: `Étape ${rank}`, anchor: 'START', after: [], delay: rank });
  change(steps);
  const problems = new Problems('fr');
  checkProtocol(steps, problems, present);
  return problems.list;
}

it('finds nothing wrong with the model, and it takes a household to a year after its arrival', () => {
  const problems = new Problems('fr');
  checkProtocol(WELCOME_MODEL.steps, problems, everybody);
  expect(problems.list).toEqual([]);
  expect(WELCOME_MODEL.steps.length).toBeGreaterThanOrEqual(15);
});

it('names the steps of a circle at each of them', () => {
  const problems = wrong(([first, second]) => {
    Object.assign(first!, { after: ['s1'] });
    Object.assign(second!, { after: ['s0'] });
  });
  expect(problems).toEqual([
    {
      field: 'steps.0.after',
      message: 'Ces étapes s’attendent en rond : « Étape 0 » attend « Étape 1 » attend « Étape 0 ».',
    },
    {
      field: 'steps.1.after',
      message: 'Ces étapes s’attendent en rond : « Étape 1 » attend « Étape 0 » attend « Étape 1 ».',
    },
  ]);
});

it('lets a delay go before the arrival alone', () => {
  expect(wrong(([first]) => Object.assign(first!, { anchor: 'ARRIVAL', delay: -20 }))).toEqual([]);
  expect(wrong(([first]) => Object.assign(first!, { delay: -1 }))[0]?.field).toBe('steps.0.delay');
});

it.each<[string, string, Partial<ProtocolStep>]>([
  ['a step that waits for itself', 'after', { after: ['s1'] }],
  ['a step that waits for one that is not there', 'after', { after: ['gone'] }],
  ['a delay counted from no step', 'after', { anchor: 'STEPS' }],
  ['two steps with the same key', 'key', { key: 's0' }],
  ['a key that is none', 'key', { key: 'Étape !' }],
  ['an empty title', 'title', { title: ' ' }],
  ['a title that is too long', 'title', { title: 'x'.repeat(121) }],
  ['public words that are too long', 'publicWords', { publicWords: 'x'.repeat(601) }],
  ['a delay of years', 'delay', { delay: 2000 }],
  ['half a day', 'delay', { delay: 1.5 }],
  ['ages the wrong way round', 'condition', { condition: { childFrom: 10, childUpTo: 3 } }],
  ['an age of nobody', 'condition', { condition: { childUpTo: 80 } }],
  [
    'a document asked for twice',
    'documents',
    {
      documents: [
        { key: 'lease', title: 'Bail', from: 'HOUSEHOLD' },
        { key: 'lease', title: 'Bail', from: 'HOUSEHOLD' },
      ],
    },
  ],
  [
    'an actor who left the network',
    'owner',
    { owner: 'NETWORK_ACTOR', actorId: '00000000-0000-4000-8000-000000000001', actorName: 'CCI de l’Ariège' },
  ],
])('refuses %s', (_, field, change) => {
  const found = wrong((steps) => Object.assign(steps[1]!, change));
  expect(found.map((problem) => problem.field)).toEqual([`steps.1.${field}`]);
});

it('refuses a step whose role nobody holds any more', () => {
  const nobody = { actorIds: [], roles: ['AGENT'] as const };
  expect(wrong(([first]) => Object.assign(first!, { owner: 'CONTRIBUTOR' }), nobody)[0]).toMatchObject({
    field: 'steps.0.owner',
    message: expect.stringContaining('Plus personne n’a ce rôle'),
  });
});

it('refuses more steps than anybody follows', () => {
  const many = wrong((steps) => {
    const [first] = steps;
    for (let rank = steps.length; rank <= 60; rank += 1) steps.push({ ...first!, key: `s${rank}` });
  });
  expect(many).toEqual([{ field: 'steps', message: '60 étapes au plus.' }]);
});
