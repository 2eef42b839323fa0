import { once } from 'node:events';
import { connect } from 'node:net';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { createClient } from 'graphql-ws';
import { expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { Platform } from './platform.js';

it('a stop finishes what is in flight, tells open connections, and takes nothing new', async () => {
  const platform = await Platform.start();
  let open = () => {};
  platform.gate = new Promise((resolve) => {
    open = resolve;
  });
  const inFlight = platform.ask({ query: '{ commune(code: "1") { soloCount } }' });
  const socket = new WebSocket(platform.socketUrl, 'graphql-transport-ws');
  await once(socket, 'open');
  const stream = await fetch(
    `${platform.url}/graphql?${new URLSearchParams({ query: 'subscription { sessionSeats(sessionId: "1") { seatsLeft } }' })}`,
    { headers: { accept: 'text/event-stream' } },
  );
  await expect.poll(() => platform.directory.received.length).toBe(1);
  await expect.poll(() => platform.accompaniment.subscriptions).toBe(1);

  const stopped = platform.gateway.stop();
  expect((await once(socket, 'close'))[0]).toBe(1001);
  expect(await stream.text()).toMatch(/event: complete\ndata:\n\n$/);
  const late = connect(Number(new URL(platform.url).port), '127.0.0.1');
  await expect(once(late, 'connect')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  open();
  expect((await inFlight).body).toEqual({ data: { commune: { soloCount: 3 } } });
  await stopped;
  await platform.closeServices();
});

it('a port that is taken is said, not thrown about', async () => {
  const platform = await Platform.start();
  const port = new URL(platform.url).port;
  await expect(Platform.start({ PORT: port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  await platform.close();
});

it('a client comes back by itself after a restart', async () => {
  const platform = await Platform.start();
  const port = new URL(platform.url).port;
  const client = createClient({
    url: platform.socketUrl,
    webSocketImpl: WebSocket,
    retryAttempts: 1_000,
    shouldRetry: () => true,
    retryWait: () => nextTurn(),
  });
  const events = client.iterate({ query: 'subscription { sessionSeats(sessionId: "1") { seatsLeft } }' });
  const first = events.next();
  await once(platform.seats, 'subscribed');
  await platform.gateway.stop();
  await platform.restart(port);
  await expect.poll(() => platform.accompaniment.subscriptions).toBe(1);
  platform.seats.emit('1', 9);
  expect((await first).value).toEqual({ data: { sessionSeats: { seatsLeft: 9 } } });
  await client.dispose();
  await platform.close();
});
