import { once } from 'node:events';
import { CloseCode } from 'graphql-ws';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type ClientOptions, WebSocket } from 'ws';
import { FOIX, Platform } from './platform.js';

let platform: Platform;
const sockets: WebSocket[] = [];
/** Messages that came and were not read yet: two may come at once. */
const inboxes = new Map<WebSocket, string[]>();
const inbox = (socket: WebSocket) => inboxes.get(socket) as string[];
beforeAll(async () => {
  platform = await Platform.start({
    LIMIT_FRAME_BYTES: '1000',
    LIMIT_CONNECTIONS: '3',
    LIMIT_CONNECTION_OPERATIONS: '2',
    CONNECTION_INIT_TIMEOUT_MS: '200',
  });
});
afterEach(async () => {
  for (const socket of sockets.splice(0)) {
    if (socket.readyState === WebSocket.CLOSED) continue;
    const closed = new Promise((resolve) => socket.once('close', resolve));
    socket.terminate();
    await closed;
  }
});
afterAll(() => platform.close());

function connect(options: ClientOptions = {}, path = ''): WebSocket {
  const socket = new WebSocket(platform.socketUrl + path, 'graphql-transport-ws', options);
  socket.on('error', () => {});
  inboxes.set(socket, []);
  socket.on('message', (data) => inbox(socket).push(String(data)));
  sockets.push(socket);
  return socket;
}

const send = (socket: WebSocket, message: object) => socket.send(JSON.stringify(message));
const received = async (socket: WebSocket) => {
  if (inbox(socket).length === 0) await once(socket, 'message');
  return JSON.parse(inbox(socket).shift() as string);
};
const closing = async (socket: WebSocket) => {
  const [code, reason] = await once(socket, 'close');
  return [code, String(reason)];
};

async function initialised(payload: object = {}, options?: ClientOptions): Promise<WebSocket> {
  const socket = connect(options);
  await once(socket, 'open');
  send(socket, { type: 'connection_init', payload });
  expect((await received(socket)).type).toBe('connection_ack');
  return socket;
}

const subscribe = (id: string, query: string) => ({ type: 'subscribe', id, payload: { query } });
const seats = (id: string) =>
  subscribe(id, `subscription { sessionSeats(sessionId: "${id}") { seatsLeft } }`);

describe('a WebSocket', () => {
  it.each([
    ['no origin, as servers and tools connect', undefined, true],
    ['the host of a territory', 'http://couserans.localhost:3000', true],
    ['another site', 'https://elsewhere.example', false],
    ['a site named like one of ours', 'http://localhost.elsewhere.example', false],
  ])('from %s', async (_where, origin, accepted) => {
    const socket = connect(origin === undefined ? {} : { origin });
    const outcome = await Promise.race([
      once(socket, 'open').then(() => true),
      once(socket, 'unexpected-response').then(([, response]) => response.statusCode),
    ]);
    expect(outcome).toBe(accepted || 403);
  });

  it('elsewhere than at /graphql is not found', async () => {
    const [, response] = await once(connect({}, '/elsewhere'), 'unexpected-response');
    expect(response.statusCode).toBe(404);
  });

  it('sending a frame past the limit is closed', async () => {
    const socket = await initialised();
    send(socket, subscribe('1', `{ soloTotal } # ${'x'.repeat(2000)}`));
    expect((await closing(socket))[0]).toBe(1009);
  });

  it('that never introduces itself is closed', async () => {
    const socket = connect();
    expect((await closing(socket))[0]).toBe(CloseCode.ConnectionInitialisationTimeout);
  });

  it('past the number allowed is refused', async () => {
    await Promise.all([initialised(), initialised(), initialised()]);
    const [, response] = await once(connect(), 'unexpected-response');
    expect(response.statusCode).toBe(429);
  });

  it.each([
    [
      'a forged token',
      async () => ({ authorization: await platform.identity.token({}, { forged: true }) }),
      'UNAUTHENTICATED',
    ],
    ['an unknown territory', async () => ({ territory: 'atlantide' }), 'NOT_FOUND'],
    ['an unknown key', async () => ({ apiKey: 'guess' }), 'UNAUTHENTICATED'],
  ])('with %s is closed with the code', async (_what, payload, code) => {
    const socket = connect();
    await once(socket, 'open');
    send(socket, { type: 'connection_init', payload: await payload() });
    expect(await closing(socket)).toEqual([CloseCode.Forbidden, code]);
  });

  it('outlives its token by nothing', async () => {
    const authorization = await platform.identity.token({}, { expiresAt: new Date(Date.now() + 1_500) });
    const socket = await initialised({ authorization });
    expect(await closing(socket)).toEqual([CloseCode.Forbidden, 'UNAUTHENTICATED']);
  });

  it('runs queries, and refuses what HTTP would refuse', async () => {
    const socket = await initialised({ territory: 'foix' });
    send(socket, subscribe('1', '{ commune(code: "09122") { seenIn soloCount } }'));
    const { payload } = await received(socket);
    expect(payload).toEqual({ data: { commune: { seenIn: FOIX, soloCount: 3 } } });
    expect((await received(socket)).type).toBe('complete');
    send(socket, subscribe('2', '{ nothing }'));
    expect(await received(socket)).toMatchObject({
      id: '2',
      type: 'error',
      payload: [{ extensions: { code: 'BAD_INPUT' } }],
    });
  });

  it('has a bounded number of operations at once', async () => {
    const socket = await initialised();
    for (const id of ['a', 'b']) {
      const subscribed = once(platform.seats, 'subscribed');
      send(socket, seats(id));
      await subscribed;
    }
    send(socket, seats('c'));
    expect(await received(socket)).toMatchObject({
      id: 'c',
      type: 'error',
      payload: [{ extensions: { code: 'RATE_LIMITED' } }],
    });
  });

  it('talking nonsense is closed', async () => {
    const socket = await initialised();
    socket.send('{');
    expect((await closing(socket))[0]).toBe(CloseCode.BadRequest);
  });
});
