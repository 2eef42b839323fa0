import { once } from 'node:events';
import { request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { FOIX, Platform } from './platform.js';

type Body = NonNullable<RequestInit['body']>;

const LIMIT = 20_000_000;

let platform: Platform;
let agent: string;
let stranger: string;
beforeAll(async () => {
  platform = await Platform.start({
    LIMIT_FILE_BYTES: String(LIMIT),
    UPLOAD_STALL_MS: '400',
    LIMIT_UPLOADS: '2',
  });
  agent = await platform.identity.token({
    sub: 'agnès',
    memberships: [{ territoryId: FOIX, role: 'AGENT' }],
  });
  stranger = await platform.identity.token({ sub: 'samuel', memberships: [] });
});
afterAll(() => platform.close());
beforeEach(() => {
  platform.territory.files.seen.length = 0;
});

const seen = () => platform.territory.files.seen;
const as = (authorization?: string) => ({ 'x-territory': 'foix', ...(authorization && { authorization }) });
const send = (body: Body, authorization: string | undefined, path = '/files/imports') =>
  fetch(`${platform.url}${path}`, {
    method: 'POST',
    body,
    headers: as(authorization),
    duplex: 'half',
  } as RequestInit);
const megabytes = (count: number) =>
  Readable.toWeb(Readable.from(Array.from({ length: count }, () => Buffer.alloc(1_000_000)))) as Body;

/** Begins an upload as curl would, asking first; what is not asked for is not sent. */
function announce(headers: Record<string, string>) {
  const request = httpRequest(`${platform.url}/files/imports`, {
    method: 'POST',
    headers: { ...headers, expect: '100-continue' },
  });
  request.flushHeaders();
  return request;
}

describe('a file that is sent', () => {
  it('arrives as it was, for the member who sent it, and its answer comes back', async () => {
    const answer = await send(megabytes(12), agent);
    expect([answer.status, await answer.json()]).toEqual([201, { bytes: 12_000_000, userId: 'agnès' }]);
    expect(seen()[0]).toMatchObject({ role: 'AGENT', territoryId: FOIX, path: '/files/imports' });
  });

  it('lets out no header of the inside, and nothing that a browser would run', async () => {
    const { headers } = await send('a', agent);
    expect([headers.get('set-cookie'), headers.get('x-inner')]).toEqual([null, null]);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-security-policy')).toBe("default-src 'none'; sandbox");
  });

  it.each([
    ['nobody', () => undefined, 401],
    ["another territory's member", () => stranger, 403],
    ['an expired session', () => 'Bearer a.b.c', 401],
  ])('is refused from %s before anything of it is read', async (_who, token, status) => {
    const request = announce({ ...as(token()), 'content-length': '1000000' });
    let asked = false;
    request.once('continue', () => {
      asked = true;
    });
    const [answer] = await once(request, 'response');
    expect([answer.statusCode, asked, seen().length]).toEqual([status, false, 0]);
    request.destroy();
  });

  it('is refused at once when it says it is too long', async () => {
    const request = announce({ ...as(agent), 'content-length': String(10 * 1024 ** 3) });
    const [answer] = await once(request, 'response');
    expect([answer.statusCode, seen().length]).toEqual([413, 0]);
    request.destroy();
  });

  it('is refused as soon as it is too long, whatever it said', async () => {
    const answer = await send(megabytes(30), agent);
    expect(answer.status).toBe(413);
    expect(await answer.text()).toContain('20 Mo');
    await expect.poll(() => seen()[0]?.whole).toBe(false);
    expect(seen()[0]?.bytes).toBeLessThanOrEqual(LIMIT);
  });

  it('is refused by its service before it is sent', async () => {
    const answer = await send(megabytes(5), agent, '/files/refused');
    expect(answer.status).toBe(422);
    expect(seen()[0]).toMatchObject({ bytes: 0 });
  });

  it('that breaks off reaches its service as broken', async () => {
    const request = announce({ ...as(agent), 'content-length': '1000000' });
    await once(request, 'continue');
    request.write(Buffer.alloc(1000));
    await expect.poll(() => seen()[0]?.bytes).toBe(1000);
    request.on('error', () => {}).destroy();
    await expect.poll(() => seen()[0]).toMatchObject({ bytes: 1000, whole: false });
  });

  it('that stalls is given up, and so is one shorter than it said', async () => {
    const request = announce({ ...as(agent), 'content-length': '1000000' });
    await once(request, 'continue');
    request.write(Buffer.alloc(1000));
    const [answer] = await once(request, 'response');
    expect(answer.statusCode).toBe(408);
    request.destroy();
  });

  it('waits its turn when too many come at once', async () => {
    const requests = [0, 1].map(() => announce({ ...as(agent), 'content-length': '10' }));
    await Promise.all(requests.map((request) => once(request, 'continue')));
    expect((await send('a', agent)).status).toBe(429);
    for (const request of requests) request.end('0123456789');
    await Promise.all(requests.map((request) => once(request, 'response')));
    await expect.poll(async () => (await send('a', agent)).status).toBe(201);
  });

  it('cannot smuggle a second request behind a length that is too short', async () => {
    const socket = connect(Number(new URL(platform.url).port), '127.0.0.1');
    const head = `POST /files/imports HTTP/1.1\r\nHost: x\r\nX-Territory: foix\r\nAuthorization: ${agent}\r\nContent-Length: 3`;
    socket.write(`${head}\r\n\r\nabcGET /files/public/a HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`);
    let text = '';
    for await (const chunk of socket) text += chunk;
    expect(text).toContain('"bytes":3');
    // What follows is a request of its own, with no rights but its own.
    expect(seen().map(({ userId }) => userId)).toEqual(['agnès', null]);
  });
});

describe('a file of the directory', () => {
  const entry = '/files/directory/entry/photos';
  const ofDirectory = () => platform.directory.files.seen;
  beforeEach(() => {
    ofDirectory().length = 0;
  });

  it('goes to and comes from the directory, public or not', async () => {
    expect((await send('a;b', agent, '/files/directory/imports')).status).toBe(201);
    await fetch(`${platform.url}/files/public/directory/photos/1.webp`, { headers: as(agent) });
    await fetch(`${platform.url}/files/directory/imports/1.csv`, { headers: as(agent) });
    expect(ofDirectory().map(({ path, userId }) => [path, userId])).toEqual([
      ['/files/directory/imports', 'agnès'],
      ['/files/public/directory/photos/1.webp', null],
      ['/files/directory/imports/1.csv', 'agnès'],
    ]);
    expect(seen()).toEqual([]);
  });

  it('is the members’ to send, but for the photograph of one’s own entry', async () => {
    expect((await send('a', undefined, '/files/directory/imports')).status).toBe(401);
    expect((await send('a', undefined, '/files/directory/entry')).status).toBe(401);
    expect((await send('a', undefined, entry)).status).toBe(201);
    expect(ofDirectory()).toMatchObject([{ path: entry, userId: null, territoryId: FOIX }]);
  });

  it('has the session of an entry with it there, and nowhere else', async () => {
    const headers = { ...as(), 'x-entry-session': 'abc' };
    await fetch(`${platform.url}${entry}`, { method: 'POST', body: 'a', headers });
    await fetch(`${platform.url}${entry}/1/small.webp`, { headers });
    await fetch(`${platform.url}/files/public/directory/photos/1.webp`, { headers });
    const sessions = ofDirectory().map((file) => file.headers['x-entry-session']);
    expect(sessions).toEqual(['abc', 'abc', undefined]);
  });

  it('is no longer than a photograph when nobody vouches for it', async () => {
    expect((await send(megabytes(15), undefined, entry)).status).toBe(201);
    expect((await send(megabytes(16), undefined, entry)).status).toBe(413);
  });
});

describe('a file that is fetched', () => {
  const get = (path: string, headers: Record<string, string>) => fetch(`${platform.url}${path}`, { headers });

  it('under /files/public/ is the same for everybody', async () => {
    const answer = await get('/files/public/offre.csv', { ...as(agent), cookie: 'session=1' });
    expect(await answer.text()).toBe('a;b\n');
    expect(answer.headers.get('cache-control')).toBe('public, max-age=60');
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
    expect(seen()[0]).toMatchObject({ userId: null, territoryId: FOIX });
    expect(seen()[0]?.headers.cookie).toBeUndefined();
  });

  it('is not sent again to who has it', async () => {
    const answer = await get('/files/public/offre.csv', { ...as(), 'if-none-match': '"f1"' });
    expect([answer.status, answer.headers.get('etag')]).toEqual([304, '"f1"']);
  });

  it('elsewhere says who asks', async () => {
    await get('/files/imports/1/erreurs.csv', as(agent));
    expect(seen()[0]).toMatchObject({ userId: 'agnès', role: 'AGENT' });
  });

  it('is neither deleted nor replaced here', async () => {
    const answer = await fetch(`${platform.url}/files/imports`, { method: 'DELETE', headers: as(agent) });
    expect(answer.status).toBe(405);
  });
});
