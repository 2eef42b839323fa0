import { createClient } from 'graphql-ws';
import { expect, it } from 'vitest';
import WebSocket from 'ws';
import { readContract } from '../src/contract/contract.js';
import { gatewayClient } from '../src/platform/gateway-client.js';
import { signIn, tokenOf } from '../src/platform/sign-in.js';
import { SiteClient } from '../src/platform/site-client.js';
import { testPlatform } from '../src/platform/test-platform.js';

const platform = testPlatform();
const territory = platform.pfha.slug;
const query = readContract().find(({ name }) => name === 'SessionSeats')?.text ?? '';

interface Seats {
  sessionId: string;
  seatsLeft: number;
  session: { title: string; hostCommune: { name: string; population: number } };
}

/** An agent's client: what changes a session's capacity, and so its seats. */
async function agent() {
  const site = new SiteClient(platform.ports.WEB_PORT);
  await signIn(site, platform.mailUrl, 'agent@demo.ancrage.test');
  return gatewayClient(platform.gatewayUrl, { territory, token: await tokenOf(site) });
}

async function upcomingSession() {
  const ask = gatewayClient(platform.gatewayUrl, { territory });
  const { data } = await ask('{ discoverySessions(first: 1) { nodes { id capacity seatsLeft } } }');
  return data?.discoverySessions.nodes[0] as { id: string; capacity: number; seatsLeft: number };
}

/** Changes the capacity, checks the change arrives, and puts it back. */
async function expectLive(events: AsyncIterator<Seats>): Promise<void> {
  const session = await upcomingSession();
  const change = await agent();
  const setCapacity = (capacity: number) =>
    change(
      'mutation ($id: ID!, $capacity: Int!) { changeSessionCapacity(sessionId: $id, capacity: $capacity) { __typename } }',
      {
        id: session.id,
        capacity,
      },
    );
  const before = (await events.next()).value as Seats;
  expect(before).toMatchObject({ sessionId: session.id, seatsLeft: session.seatsLeft });
  expect(before.session.hostCommune).toEqual({ name: expect.any(String), population: expect.any(Number) });
  const { data } = await setCapacity(session.capacity + 3);
  expect(data?.changeSessionCapacity.__typename).toBe('SessionCapacityChanged');
  // A change made before may still be on its way: what counts is that this one arrives.
  let seen = before;
  while (seen.seatsLeft !== session.seatsLeft + 3) seen = (await events.next()).value as Seats;
  expect(seen.session).toEqual(before.session);
  await setCapacity(session.capacity);
}

it('seats change live over graphql-ws, joined with the commune of another subgraph', async () => {
  const { id } = await upcomingSession();
  const client = createClient({
    url: `${platform.gatewayUrl.replace('http', 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    connectionParams: { territory },
  });
  const events = client.iterate<{ sessionSeats: Seats }>({ query, variables: { sessionId: id } });
  await expectLive(
    (async function* () {
      for await (const { data, errors } of events) {
        expect(errors).toBeUndefined();
        if (data) yield data.sessionSeats;
      }
    })(),
  );
  await client.dispose();
});

it('and over server-sent events', async () => {
  const { id } = await upcomingSession();
  const controller = new AbortController();
  const response = await fetch(`${platform.gatewayUrl}/graphql`, {
    method: 'POST',
    signal: controller.signal,
    headers: { 'content-type': 'application/json', accept: 'text/event-stream', 'x-territory': territory },
    body: JSON.stringify({ query, variables: { sessionId: id } }),
  });
  expect(response.headers.get('content-type')).toContain('text/event-stream');
  await expectLive(
    (async function* () {
      let kept = '';
      for await (const chunk of response.body!.pipeThrough(new TextDecoderStream())) {
        kept += chunk;
        const blocks = kept.split('\n\n');
        kept = blocks.pop() ?? '';
        for (const block of blocks) {
          const data = /^data: ?(.+)$/m.exec(block)?.[1];
          if (!data || !/^event: ?next$/m.test(block)) continue;
          const { data: payload, errors } = JSON.parse(data) as {
            data: { sessionSeats: Seats };
            errors?: unknown;
          };
          expect(errors).toBeUndefined();
          yield payload.sessionSeats;
        }
      }
    })(),
  );
  controller.abort();
});
