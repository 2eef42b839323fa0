import { randomUUID } from 'node:crypto';
import { openDatabase } from '@ancrage/subgraph/database';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DATABASE } from '../dist/database.js';
import { remindOfSteps } from '../dist/installation/watch-steps.js';
import { AccompanimentWorld } from './support/accompaniment-world.js';
import { links } from './support/day-world.js';
import { installationDesk } from './support/installation-desk.js';
import { activePair, sponsorDesk } from './support/sponsor-desk.js';
import { type Step, welcomeDesk } from './support/welcome-desk.js';

let world: AccompanimentWorld;
let database: Awaited<ReturnType<typeof openDatabase>>;
beforeAll(async () => {
  world = await AccompanimentWorld.create();
  const { appUrl, ownerUrl } = world.database;
  database = await openDatabase(DATABASE, { appUrl, ownerUrl });
});
afterAll(async () => {
  await database.close();
  await world.close();
});

const CARD = { name: 'Pays', site: 'https://pays.example', slug: 'pays', colours: null, sender: null };
/** Friday; the Wednesday before it, the 11th, is a public holiday. */
const DUE = '2026-11-13';

/** A morning of the daily work in a territory. */
const morningOf = (territoryId: string) => (day: string) =>
  database.write({ territoryId, role: 'OPERATOR', userId: null }, (connection) =>
    remindOfSteps(links)(connection, { territoryId, role: 'OPERATOR', userId: null }, CARD, day),
  );

async function lettersOf(territoryId: string, key: string): Promise<{ to: string; body: string }[]> {
  const { rows } = await world.superuser.query(
    'select recipient as "to", body from letter where territory_id = $1 and key like $2 order by key',
    [territoryId, `${key}:%`],
  );
  return rows;
}

/** A case whose household has a step of its own to do on a Friday. */
async function household() {
  const desk = await welcomeDesk(world);
  const { territoryId } = desk;
  const { id } = await desk.planned({ horizon: 'SHORT_TERM' }, { email: `${randomUUID()}@foyers.example` });
  const setDay = (step: Step, day: string) =>
    world.write(territoryId, 'update installation_step set due_on = $2, reminded_at = null where id = $1', [
      step.id,
      day,
    ]);
  const step = (await desk.steps(id))['moving']!;
  await setDay(step, DUE);
  const morning = morningOf(territoryId);
  return {
    ...desk,
    step,
    setDay,
    morning,
    after: async (...days: string[]) => {
      for (const day of days) await morning(day);
      return (await lettersOf(territoryId, 'project-step')).length;
    },
  };
}

describe('a household', () => {
  it('is reminded of a step two working days before, once', async () => {
    const { after } = await household();
    expect(await after('2026-11-09')).toBe(0);
    expect(await after('2026-11-10')).toBe(1);
    expect(await after('2026-11-12', '2026-11-13', '2026-11-16')).toBe(1);
  });

  it('is not written to on a public holiday or a week-end, but on the working day after', async () => {
    const { after } = await household();
    expect(await after('2026-11-11', '2026-11-14', '2026-11-15')).toBe(0);
    expect(await after('2026-11-16')).toBe(1);
  });

  it('is reminded again when the step gets another day, and not when it comes back to the old one', async () => {
    const { after, setDay, step } = await household();
    expect(await after(DUE)).toBe(1);
    await setDay(step, '2026-11-20');
    expect(await after('2026-11-20')).toBe(2);
    await setDay(step, DUE);
    expect(await after('2026-11-23')).toBe(2);
  });

  it('gets one letter from two replicas at once', async () => {
    const { morning, after } = await household();
    await Promise.all([morning(DUE), morning(DUE), morning(DUE)]);
    expect(await after()).toBe(1);
  });

  it('hears nothing of a step that is done, or of a settling that was given up', async () => {
    const done = await household();
    await done.settle(done.step);
    expect(await done.after(DUE)).toBe(0);
    const left = await household();
    await world.write(
      left.territoryId,
      `update installation set status = 'ABANDONED', abandoned_on = now(), abandon_reason = 'OTHER' where territory_id = $1`,
      [left.territoryId],
    );
    expect(await left.after(DUE)).toBe(0);
  });
});

describe('a sponsor', () => {
  /** A pair that has accepted, and a step that is the sponsor's to do. */
  async function sponsored() {
    const desk = sponsorDesk(world);
    const { territoryId } = desk;
    const pair = await activePair(desk);
    const { plan, run } = installationDesk(world, territoryId);
    const { id, version } = (await plan(pair.prospectId)).record;
    await run('addOwnStep', '$id: ID!, $version: Int!, $input: OwnStepInput!', {
      ...{ id, version },
      input: { title: 'Montrer le marché', phase: 'ARRIVAL', owner: 'SPONSOR', dueOn: DUE },
    });
    const morning = morningOf(territoryId);
    return {
      ...{ desk, pair },
      after: async (day: string) => {
        await morning(day);
        return lettersOf(territoryId, 'sponsorship-step');
      },
    };
  }

  it('is told which step is theirs and by when, once', async () => {
    const { after } = await sponsored();
    expect(await after('2026-11-11')).toEqual([]);
    const [letter] = await after('2026-11-12');
    expect(letter?.body).toContain('« Montrer le marché », pour le 13 novembre 2026');
    expect(await after('2026-11-13')).toHaveLength(1);
  });

  it('who wants no reminders gets none', async () => {
    const { desk, pair, after } = await sponsored();
    await desk.asSponsor('quietAsSponsor', pair.tokens.sponsor, '', ', quiet: true');
    expect(await after(DUE)).toEqual([]);
  });
});
