import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AccompanimentWorld } from './support/accompaniment-world.js';
import { Registering } from './support/registering.js';

let world: AccompanimentWorld;
let households: Registering;
const territoryId = randomUUID();
beforeAll(async () => {
  world = await AccompanimentWorld.create();
  households = new Registering(world, territoryId);
});
afterAll(() => world.close());

/** The same numbers for the same seed, so that what fails can be looked at again. */
function numbers(seed: number) {
  let state = seed;
  return (below: number) => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return Math.floor((state / 4_294_967_296) * below);
  };
}

/** What must hold whenever nobody is at it. */
async function expectInOrder(session: string, step: string): Promise<void> {
  const { rows } = await world.superuser.query<{ status: string; people: number }>(
    `select status, adults + cardinality(children_birth_years) as people from registration
      where session_id = $1 order by arrival_order`,
    [session],
  );
  const { rows: sessions } = await world.superuser.query(
    'select capacity, seats_taken as taken, waitlist_length as waiting from discovery_session where id = $1',
    [session],
  );
  const { capacity, taken, waiting } = sessions[0];
  const held = rows.filter(({ status }) => status === 'CONFIRMED' || status === 'OFFERED');
  const waits = rows.filter(({ status }) => status === 'WAITLISTED');
  expect(
    held.reduce((sum, { people }) => sum + people, 0),
    step,
  ).toBe(taken);
  expect(taken, step).toBeLessThanOrEqual(capacity);
  expect(waits.length, step).toBe(waiting);
  // Seats are offered as soon as they are free: whoever still waits does not fit.
  for (const { people } of waits)
    expect(people, `${step}: a household waits that fits`).toBeGreaterThan(capacity - taken);
}

describe.each([1, 2, 3, 4])('whatever households do, in the order of seed %i', (seed) => {
  it('no seat is sold twice, none stays free for who fits, and nobody who fits is overtaken', async () => {
    const below = numbers(seed);
    const session = await world.session(territoryId, { capacity: 8 });
    const tokens: string[] = [];
    for (let index = 0; index < 6; index += 1)
      tokens.push((await households.household(session, 1 + below(4))).token);
    for (let index = 0; index < 40; index += 1) {
      const token = tokens[below(tokens.length)] as string;
      const step = ['register', 'cancel', 'accept', 'decline', 'change', 'expire', 'capacity', 'accept'][
        below(8)
      ] as string;
      const waited = await firstThatWaits(session);
      if (step === 'register') tokens.push((await households.household(session, 1 + below(4))).token);
      else if (step === 'capacity')
        await households.asAgent(
          'mutation ($id: ID!, $n: Int!) { changeSessionCapacity(sessionId: $id, capacity: $n) { __typename } }',
          { id: session, n: 6 + below(6) },
        );
      else if (step === 'expire') {
        await world.write(
          territoryId,
          `update registration set offer_expires_at = now() - interval '1 minute' where session_id = $1 and status = 'OFFERED'`,
          [session],
        );
        await households.act('accept', token);
      } else if (step === 'change')
        await households.act('change', token, { adults: 1 + below(4), children: [] });
      else await households.act(step as 'cancel', token);
      await expectInOrder(session, `seed ${seed}, step ${index}: ${step}`);
      await expectNoOvertaking(session, waited, `seed ${seed}, step ${index}: ${step}`);
    }
  });
});

describe.each([11, 12])('whatever they do at the same time, with seed %i', (seed) => {
  it('no operation waits for another in vain, and all is in order after', async () => {
    const below = numbers(seed);
    const session = await world.session(territoryId, { capacity: 8 });
    const tokens: string[] = [];
    for (let index = 0; index < 10; index += 1)
      tokens.push((await households.household(session, 1 + below(3))).token);
    for (let round = 0; round < 5; round += 1) {
      const steps = Array.from({ length: 24 }, async () => {
        const token = tokens[below(tokens.length)] as string;
        const step = below(6);
        if (step === 0) return households.household(session, 1 + below(3));
        if (step === 1) return households.act('change', token, { adults: 1 + below(3), children: [] });
        if (step === 2)
          return (
            await households.asAgent(
              'mutation ($id: ID!, $n: Int!) { done: changeSessionCapacity(sessionId: $id, capacity: $n) { __typename } }',
              { id: session, n: 6 + below(6) },
            )
          ).data?.done;
        return households.act((['accept', 'decline', 'cancel'] as const)[step - 3] ?? 'accept', token);
      });
      for (const answer of await Promise.all(steps)) {
        expect(answer?.__typename, JSON.stringify(answer)).toEqual(expect.any(String));
        if (answer.token) tokens.push(answer.token);
      }
      await expectInOrder(session, `seed ${seed}, round ${round}`);
    }
  });
});

/** Who waits longest, and how large they are. */
async function firstThatWaits(session: string) {
  const { rows } = await world.superuser.query<{ id: string; order: string; people: number }>(
    `select id, arrival_order as order, adults + cardinality(children_birth_years) as people from registration
      where session_id = $1 and status = 'WAITLISTED' order by arrival_order limit 1`,
    [session],
  );
  return rows[0] ?? null;
}

/** Of those who were offered seats last, none is both behind the first of the list and as large or larger. */
async function expectNoOvertaking(
  session: string,
  waited: Awaited<ReturnType<typeof firstThatWaits>>,
  step: string,
): Promise<void> {
  const still = waited && (await firstThatWaits(session));
  if (!waited || still?.id !== waited.id || still.people !== waited.people) return;
  const { rows } = await world.superuser.query(
    `select e.people from registration_event e join registration r on r.id = e.registration_id
      where e.session_id = $1 and e.kind = 'OFFERED' and r.arrival_order > $2 and e.people >= $3
        and e.at > (select max(at) from registration_event where registration_id = $4)`,
    [session, waited.order, waited.people, waited.id],
  );
  expect(rows, step).toEqual([]);
}
