import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { remindActors } from '../dist/following/remind-actors.js';
import { reachable, worldOfMornings } from './support/mornings.js';
import { welcomeDesk } from './support/welcome-desk.js';

let there: Awaited<ReturnType<typeof worldOfMornings>>;
beforeAll(async () => {
  there = await worldOfMornings();
});
afterAll(() => there.close());

const DUE = '2026-11-13';
const ACTOR = { name: 'Mission locale', email: 'accueil@mission.example' };

/** A case that Anna leads, with a step that an actor of the network is to do by a Friday. */
async function desk(address: typeof ACTOR | null = ACTOR) {
  const welcome = await welcomeDesk(there.world);
  const { territoryId, run } = welcome;
  const led = { horizon: 'SHORT_TERM', leadId: 'anna', leadName: 'Anna' };
  const { id, version, prospectId, householdName } = await welcome.planned(led);
  const actorId = randomUUID();
  await run('addOwnStep', '$id: ID!, $version: Int!, $input: OwnStepInput!', {
    ...{ id, version },
    input: {
      ...{ title: 'Un rendez-vous d’emploi', phase: 'ARRIVAL', owner: 'NETWORK_ACTOR' },
      ...{ actorId, actorName: 'Mission locale', dueOn: DUE },
    },
  });
  const known = { address, answers: true };
  const work = remindActors(
    async (_, ids) => {
      if (!known.answers) throw new Error('the directory is down');
      return new Map(known.address ? ids.map((one) => [one, known.address as typeof ACTOR]) : []);
    },
    async (_, accounts) => new Map(accounts.map((one) => [one, reachable(one)])),
  );
  const morning = there.morningOf(territoryId, work);
  return {
    ...{ ...welcome, id, prospectId, householdName, known, morning },
    after: async (...on: string[]) => {
      for (const day of on) await morning(day);
      return there.lettersOf(territoryId, 'actor-step');
    },
  };
}

it('an actor is written to when its step is due and when it is a week late, and no more', async () => {
  const { after } = await desk();
  expect(await after('2026-11-12')).toEqual([]);
  const [due, ...more] = await after(DUE, '2026-11-16', '2026-11-19');
  expect(more).toEqual([]);
  expect(due).toMatchObject({ to: ACTOR.email, replyTo: 'anna@equipe.example' });
  expect(due?.body).toContain('Étape : Un rendez-vous d’emploi\nPour le : vendredi 13 novembre 2026');
  expect(due?.body).toContain('Votre contact : Nom de anna, anna@equipe.example');
  const [, late, ...others] = await after('2026-11-20', '2026-11-23', '2026-12-15');
  expect(others).toEqual([]);
  expect(late?.body).toContain('n’est pas encore faite');
});

it('an actor reads nothing of the household', async () => {
  const { after, householdName, prospectId, id } = await desk();
  const [letter] = await after(DUE);
  expect(householdName).not.toBe('');
  for (const word of [householdName, prospectId, id]) expect(JSON.stringify(letter)).not.toContain(word);
});

it('a step that was set long ago calls for one letter', async () => {
  const { after } = await desk();
  expect(await after('2026-12-01', '2026-12-02')).toHaveLength(1);
});

it('an actor without an address is written to once it has one', async () => {
  const { after, known } = await desk(null);
  expect(await after(DUE)).toEqual([]);
  known.address = ACTOR;
  expect(await after('2026-11-16')).toHaveLength(1);
});

it('nothing leaves while the directory does not answer, for a step that is done, or on a week-end', async () => {
  const { after, morning, known, steps, settle, id } = await desk();
  known.answers = false;
  await expect(morning(DUE)).rejects.toThrow('the directory is down');
  known.answers = true;
  expect(await after('2026-11-14', '2026-11-15')).toEqual([]);
  await settle((await steps(id))['Un rendez-vous d’emploi']!);
  expect(await after('2026-11-16')).toEqual([]);
});
