import { viewerAs } from '@ancrage/testing/signed-client';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { AccompanimentWorld } from './support/accompaniment-world.js';
import { links } from './support/day-world.js';
import { welcomeDesk } from './support/welcome-desk.js';

let world: AccompanimentWorld;
beforeAll(async () => {
  world = await AccompanimentWorld.create();
});
afterAll(() => world.close());

const LED = { horizon: 'SHORT_TERM', leadId: 'anna', leadName: 'Anna' };
const FEED =
  'query ($token: String!) { stepFeed(token: $token) { locale steps { id installationId title dueOn } } }';

async function desk() {
  const welcome = await welcomeDesk(world);
  const { territoryId, member } = welcome;
  const anyone = world.subgraph.client({ territoryId });
  const renew = async (userId: string): Promise<string> =>
    (await member('AGENT', userId)('mutation { renewStepFeed { feedUrl } }')).data?.['renewStepFeed'].feedUrl;
  const tokenOf = (address: string) => /\/mes-etapes\/([\w-]{64})\.ics$/.exec(address)?.[1] ?? '';
  return {
    ...welcome,
    renew: async (userId: string) => tokenOf(await renew(userId)),
    open: async (token: string, client = anyone) => (await client(FEED, { token })).data?.['stepFeed'],
  };
}

it('the private address gives a member’s dated steps to do, without a session', async () => {
  const { planned, renew, open, steps, settle } = await desk();
  const { id } = await planned(LED);
  await planned({ horizon: 'SHORT_TERM', leadId: 'bob', leadName: 'Bob' });
  const token = await renew('anna');
  const { first, second } = await steps(id);
  expect(await open(token)).toEqual({
    locale: 'fr',
    steps: [first, second].map((step) => ({
      ...{ id: step!.id, installationId: id, title: step!.title, dueOn: step!.dueOn },
    })),
  });
  await settle(first!);
  expect((await open(token)).steps.map(({ title }: { title: string }) => title)).toEqual(['second']);
});

it('another address ends the one before, and no other territory answers it', async () => {
  const { renew, open, planned } = await desk();
  await planned(LED);
  const before = await renew('anna');
  const after = await renew('anna');
  expect(after).not.toBe(before);
  expect(await open(before)).toBeNull();
  expect((await open(after)).steps).not.toEqual([]);
  const elsewhere = await desk();
  expect(await elsewhere.open(after)).toBeNull();
  expect(await open('x'.repeat(64))).toBeNull();
});

it('says nothing of the steps of a case that was given up', async () => {
  const { renew, open, planned, abandon } = await desk();
  const { id, version } = await planned(LED);
  const token = await renew('anna');
  await abandon(id, version, { reason: 'OTHER', note: 'Un autre projet' });
  expect(await open(token)).toMatchObject({ steps: [] });
});

it('belongs to its member alone: colleagues do not read it, visitors make none', async () => {
  const { renew, member, territoryId } = await desk();
  const token = await renew('anna');
  const { data } = await member('AGENT', 'bob')('{ ownFollowing { feedUrl letters locale } }');
  expect(data?.['ownFollowing']).toEqual({ feedUrl: null, letters: true, locale: 'fr' });
  const seen = await member('AGENT', 'anna')('{ ownFollowing { feedUrl } }');
  expect(seen.data?.['ownFollowing'].feedUrl).toContain(token);
  const { rows } = await world.superuser.query(
    'select feed_id from member_following where territory_id = $1',
    [territoryId],
  );
  expect(token).toBe(links.tokenOf('STEP_FEED', rows[0].feed_id));
  for (const viewer of [null, viewerAs('PUBLIC', { regions: ['76'] })]) {
    const client = world.subgraph.client({ territoryId, viewer });
    expect((await client('mutation { renewStepFeed { feedUrl } }')).errors).toHaveLength(1);
  }
});
