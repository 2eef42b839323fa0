import { once } from 'node:events';
import { createClient as createStreamClient } from 'graphql-sse';
import { createClient as createSocketClient } from 'graphql-ws';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { FOIX, Platform } from './platform.js';

let platform: Platform;
beforeAll(async () => {
  platform = await Platform.start();
});
afterEach(() => {
  platform.territory.failWith = undefined;
});
afterAll(() => platform.close());

const SEATS = `subscription ($id: ID!) {
  sessionSeats(sessionId: $id) { seatsLeft seenBy seenIn hostCommune { name seenBy seenIn } }
}`;
type Event = {
  data?: { sessionSeats: { seatsLeft: number; hostCommune: unknown } } | null;
  errors?: unknown[];
};
type Client = ReturnType<typeof createSocketClient>;

/** Subscribes as a member of Foix, over either protocol. */
async function open(protocol: 'graphql-ws' | 'SSE'): Promise<Client> {
  const authorization = await platform.identity.token({
    sub: 'amélie',
    memberships: [{ territoryId: FOIX, role: 'AGENT' }],
  });
  if (protocol === 'SSE') {
    const headers = { authorization, 'x-territory': 'foix' };
    return createStreamClient({
      url: `${platform.url}/graphql`,
      headers,
      retryAttempts: 0,
    }) as unknown as Client;
  }
  const connectionParams = { authorization, territory: 'foix' };
  return createSocketClient({
    url: platform.socketUrl,
    webSocketImpl: WebSocket,
    connectionParams,
    retryAttempts: 0,
  });
}

async function follow(client: Client, id: string) {
  const events = client.iterate({ query: SEATS, variables: { id } }) as AsyncIterableIterator<Event>;
  const subscribed = once(platform.seats, 'subscribed');
  const first = events.next();
  await subscribed;
  return { events, first };
}

describe.each(['graphql-ws', 'SSE'] as const)('a subscription over %s', (protocol) => {
  it('joins an entity of another subgraph, for the same viewer and territory', async () => {
    const client = await open(protocol);
    const { events, first } = await follow(client, protocol);
    platform.seats.emit(protocol, 7);
    const who = { seenBy: 'amélie', seenIn: FOIX };
    expect((await first).value).toEqual({
      data: { sessionSeats: { seatsLeft: 7, ...who, hostCommune: { name: 'Commune 09030', ...who } } },
    });
    const second = events.next();
    platform.seats.emit(protocol, 6);
    expect((await second).value?.data?.sessionSeats.seatsLeft).toBe(6);
    client.dispose();
  });

  it('keeps the errors of one event out of the next', async () => {
    const client = await open(protocol);
    const { events, first } = await follow(client, `${protocol} errors`);
    platform.territory.failWith = 500;
    platform.seats.emit(`${protocol} errors`, 5);
    const failed = (await first).value as Event;
    expect(failed.data?.sessionSeats.seatsLeft).toBe(5);
    expect(failed.errors).toMatchObject([{ extensions: { code: 'INTERNAL' } }]);
    platform.territory.failWith = undefined;
    const second = events.next();
    platform.seats.emit(`${protocol} errors`, 4);
    const mended = (await second).value as Event;
    expect(mended.errors).toBeUndefined();
    expect(mended.data?.sessionSeats.hostCommune).toMatchObject({ name: 'Commune 09030' });
    client.dispose();
  });

  it('frees the subgraph as soon as the client leaves', async () => {
    const client = await open(protocol);
    await follow(client, `${protocol} leave`).then(({ first }) => void first.catch(() => {}));
    await client.dispose();
    await expect.poll(() => platform.accompaniment.subscriptions).toBe(0);
  });

  it('ends with an error when its subgraph breaks off', async () => {
    const client = await open(protocol);
    const { events, first } = await follow(client, `${protocol} break`);
    platform.seats.emit(`${protocol} break`, 3);
    await first;
    const next = events.next();
    platform.accompaniment.breakConnections();
    expect((await next).value).toMatchObject({ errors: [{ extensions: { code: 'INTERNAL' } }] });
    expect((await events.next()).done).toBe(true);
    await client.dispose();
  });
});

it('a subscription is not answered as plain JSON', async () => {
  const { status, body } = await platform.ask({ query: SEATS, variables: { id: 'x' } });
  expect([status, body.errors[0].extensions.code]).toEqual([406, 'BAD_INPUT']);
});

it('an EventSource, which cannot set headers, names its territory in the address', async () => {
  const query = 'subscription { sessionSeats(sessionId: "source") { seenIn } }';
  const address = `${platform.url}/graphql?${new URLSearchParams({ query, territory: 'foix' })}`;
  const stop = new AbortController();
  const subscribed = once(platform.seats, 'subscribed');
  const response = await fetch(address, { headers: { accept: 'text/event-stream' }, signal: stop.signal });
  await subscribed;
  platform.seats.emit('source', 1);
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  while (!text.includes('next')) text += (await reader?.read())?.value;
  expect(text).toContain(`event: next\ndata: {"data":{"sessionSeats":{"seenIn":"${FOIX}"}}}\n\n`);
  stop.abort();
});
