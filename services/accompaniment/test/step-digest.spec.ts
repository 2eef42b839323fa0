import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { remindMembers } from '../dist/following/remind-members.js';
import { reachable, worldOfMornings } from './support/mornings.js';
import { welcomeDesk } from './support/welcome-desk.js';

let there: Awaited<ReturnType<typeof worldOfMornings>>;
beforeAll(async () => {
  there = await worldOfMornings();
});
afterAll(() => there.close());

/** Friday; the Wednesday before it, the 11th, is a public holiday. */
const DUE = '2026-11-13';
const LED = { horizon: 'SHORT_TERM', leadId: 'anna', leadName: 'Anna' };

/** A case that Anna leads and whose first step is due on a Friday; identity knows those of `team`. */
async function desk(team = [reachable('anna'), reachable('bob'), reachable('carla', 'CONTRIBUTOR')]) {
  const welcome = await welcomeDesk(there.world);
  const { territoryId, steps } = welcome;
  const { id, prospectId } = await welcome.planned(LED);
  const known = { team, answers: true };
  const work = remindMembers(async (_, accounts) => {
    if (!known.answers) throw new Error('identity is down');
    return new Map(known.team.filter((one) => accounts.includes(one.id)).map((one) => [one.id, one]));
  });
  const morning = there.morningOf(territoryId, work);
  const setStep = (set: string, title = 'first') =>
    there.world.write(
      territoryId,
      `update installation_step set ${set} where installation_id = $1 and title = $2`,
      [id, title],
    );
  await there.world.write(
    territoryId,
    'update installation_step set due_on = null where installation_id = $1',
    [id],
  );
  await setStep(`due_on = '${DUE}'`);
  return {
    ...{ ...welcome, id, prospectId, known, morning, setStep },
    first: async () => (await steps(id))['first']!,
    after: async (...on: string[]) => {
      for (const day of on) await morning(day);
      return there.lettersOf(territoryId, 'member-steps');
    },
  };
}

describe('a member', () => {
  it('gets one letter on the morning when a step is due, and one each working morning while it is overdue', async () => {
    const { after, id, first } = await desk();
    expect(await after('2026-11-12')).toEqual([]);
    const [letter, ...more] = await after(DUE, DUE);
    expect(more).toEqual([]);
    expect(letter).toMatchObject({ to: 'anna@equipe.example', subject: '1 étape vous attend (Pays)' });
    expect(letter?.body).toContain('first\nPour aujourd’hui.');
    expect(letter?.body).toContain(
      `https://pays.example/espace/installations/${id}#etape-${(await first()).id}`,
    );
    const [, late, ...others] = await after('2026-11-14', '2026-11-15', '2026-11-16');
    expect(others).toEqual([]);
    expect(late?.subject).toBe('1 étape vous attend, dont 1 en retard (Pays)');
    expect(late?.body).toContain('En retard : c’était pour le vendredi 13 novembre.');
  });

  it('reads no household’s name in it', async () => {
    const { after, record, prospectId } = await desk();
    const [letter] = await after(DUE);
    const { contact } = await record(prospectId);
    expect(contact.name).not.toBe('');
    expect(letter?.body).not.toContain(contact.name);
  });

  it('gets nothing on a public holiday, nor when nothing waits any more', async () => {
    const { after, setStep, settle, first } = await desk();
    await setStep(`due_on = '2026-11-10'`);
    expect(await after('2026-11-11')).toEqual([]);
    await settle(await first());
    expect(await after(DUE)).toEqual([]);
  });

  it('gets one letter from three replicas at once', async () => {
    const { morning, after } = await desk();
    await Promise.allSettled([morning(DUE), morning(DUE), morning(DUE)]);
    expect(await after()).toHaveLength(1);
  });

  it('is told once of a step that an absence has given them, before its day', async () => {
    const { after, setStep } = await desk();
    await setStep(`assignee_id = 'bob', stands_in_for = 'anna', reminded_at = null, due_on = '2026-12-04'`);
    const [letter, ...more] = await after('2026-11-12', DUE);
    expect(more).toEqual([]);
    expect(letter).toMatchObject({ to: 'bob@equipe.example' });
    expect(letter?.body).toContain('Pour le vendredi 4 décembre. Elle vous revient pendant une absence.');
  });

  it('who is a contributor is led to the page of their own steps', async () => {
    const { after, setStep, first } = await desk();
    await setStep(`assignee_id = 'carla', owner = 'CONTRIBUTOR'`);
    const [letter] = await after(DUE);
    expect(letter?.body).toContain(`/espace/installations#etape-${(await first()).id}`);
  });

  it('who wants no letters gets none; who reads English gets it in English', async () => {
    const { after, member } = await desk();
    const anna = member('AGENT', 'anna');
    await anna('mutation { followByLetter(letters: false, locale: "fr") { letters } }');
    expect(await after('2026-11-12', DUE)).toEqual([]);
    await anna('mutation { followByLetter(letters: true, locale: "en") { letters } }');
    const [letter] = await after('2026-11-16');
    expect(letter?.subject).toBe('1 step is waiting for you, 1 overdue (Pays)');
  });

  it('gets it later the same morning when identity did not answer, and once', async () => {
    const { after, morning, known } = await desk();
    known.answers = false;
    await expect(morning(DUE)).rejects.toThrow('identity is down');
    expect(await after()).toEqual([]);
    known.answers = true;
    expect(await after(DUE, DUE)).toHaveLength(1);
  });
});

describe('a member who has left', () => {
  it('gets nothing, and their steps are without an owner, which the trail says', async () => {
    const { after, first, read, id, record, prospectId } = await desk([reachable('bob')]);
    expect(await after(DUE)).toEqual([]);
    expect(await first()).toMatchObject({ assigneeId: null, assigneeName: null, status: 'TODO' });
    expect(await read(id)).toMatchObject({ leadName: null });
    const { events } = await record(prospectId);
    const told = events.flatMap(({ details }: { details: object[] }) => details);
    expect(told).toContainEqual({ name: 'because', value: 'LEFT' });
    expect(told).toContainEqual({ name: 'from', value: 'Anna' });
  });

  it('leaves their step to who leads the case, whom the letter tells so', async () => {
    const { after, setStep } = await desk([reachable('anna')]);
    await setStep(`assignee_id = 'bob', assignee_name = 'Bob'`);
    const [letter] = await after(DUE);
    expect(letter).toMatchObject({ to: 'anna@equipe.example' });
    expect(letter?.body).toContain('Elle n’a personne pour la faire');
  });

  it('gives back what they did for somebody who was away', async () => {
    const { after, setStep, first } = await desk([reachable('anna')]);
    await setStep(`assignee_id = 'bob', assignee_name = 'Bob', stands_in_for = 'anna'`);
    await after(DUE);
    expect(await first()).toMatchObject({
      assigneeId: 'anna',
      assigneeName: 'Nom de anna',
      standsInFor: null,
    });
  });

  it('keeps the steps that they did', async () => {
    const { after, settle, first } = await desk([reachable('bob')]);
    await settle(await first());
    await after(DUE);
    expect(await first()).toMatchObject({ assigneeId: 'anna', status: 'DONE' });
  });
});
