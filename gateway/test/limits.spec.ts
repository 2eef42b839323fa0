import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Platform } from './platform.js';

let platform: Platform;
beforeAll(async () => {
  platform = await Platform.start({
    LIMIT_BODY_BYTES: '2000',
    LIMIT_TOKENS: '100',
    LIMIT_DEPTH: '4',
    LIMIT_FIELDS: '30',
    LIMIT_ALIASES: '3',
    LIMIT_ROOT_FIELDS: '5',
  });
});
afterAll(() => platform.close());

const nested = (depth: number) =>
  `{ commune(code: "1") ${'{ parent '.repeat(depth - 2)}{ name } ${'}'.repeat(depth - 2)} }`;
const doubling = (levels: number) => {
  const fragments = Array.from(
    { length: levels },
    (_, i) => `fragment f${i} on Query { ...f${i + 1} ...f${i + 1} }`,
  );
  return `{ ...f0 } ${fragments.join(' ')} fragment f${levels} on Query { soloTotal }`;
};

describe('a limit', () => {
  it.each([
    ['depth', nested(4), nested(5)],
    [
      'aliases',
      '{ a: soloTotal b: soloTotal c: soloTotal }',
      '{ a: soloTotal b: soloTotal c: soloTotal d: soloTotal }',
    ],
    ['root fields', `{ ${'soloTotal '.repeat(5)} }`, `{ ${'soloTotal '.repeat(6)} }`],
    ['tokens', `{ soloTotal }${'#\n'.repeat(50)}`, `{ commune(code: "1") { ${'name '.repeat(100)} } }`],
    ['fields', `{ commune(code: "1") { ${'name '.repeat(29)} } }`, doubling(5)],
  ])('on %s lets pass what is within and refuses what is past it', async (name, within, past) => {
    expect((await platform.ask({ query: within })).body.errors).toBeUndefined();
    const { status, body } = await platform.ask({ query: past });
    expect([status, body.errors[0].extensions.code]).toEqual([400, 'BAD_INPUT']);
    expect(body.errors[0].message).toContain(`${name} ≤`);
  });

  it('is not escaped by hiding fields in fragments', async () => {
    const query =
      '{ ...all } fragment all on Query { a: soloTotal b: soloTotal ...more } fragment more on Query { c: soloTotal d: soloTotal }';
    expect((await platform.ask({ query })).status).toBe(400);
  });

  it('refuses fragments that contain themselves', async () => {
    const query = '{ ...a } fragment a on Query { soloTotal ...b } fragment b on Query { ...a }';
    const { body } = await platform.ask({ query });
    expect(body.errors[0]).toMatchObject({ extensions: { code: 'BAD_INPUT' } });
  });

  it('on the body holds whether or not the sender announces its size', async () => {
    const query = `{ soloTotal } # ${'x'.repeat(2000)}`;
    const announced = await platform.ask({ query });
    expect([announced.status, announced.body.errors[0].extensions.code]).toEqual([413, 'BAD_INPUT']);
    const head =
      'POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked';
    const socket = connect(Number(new URL(platform.url).port), '127.0.0.1');
    socket.write(`${head}\r\n\r\n${(3000).toString(16)}\r\n${'x'.repeat(3000)}\r\n`);
    const answer = await new Promise((resolve) => socket.once('data', (data) => resolve(String(data))));
    expect(answer).toContain('413');
    socket.destroy();
  });
});

describe('the number of requests', () => {
  it('is limited by address, as told by trusted proxies only', async () => {
    const story = await Platform.start({ LIMIT_REQUESTS_PER_MINUTE: '3', TRUSTED_PROXIES: '127.0.0.1' });
    const ask = (from: string) => story.ask({ query: '{ soloTotal }', headers: { 'x-forwarded-for': from } });
    for (let i = 0; i < 3; i++) expect((await ask('203.0.113.7')).status).toBe(200);
    const refused = await ask('198.51.100.1, 203.0.113.7');
    expect(refused.status).toBe(429);
    expect(refused.body.errors[0].extensions.code).toBe('RATE_LIMITED');
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await ask('203.0.113.8')).status).toBe(200);
    for (let i = 0; i < 5; i++) expect((await story.ask({ query: '{ soloTotal }' })).status).toBe(200);
    await story.close();
  });

  it('is limited by key for the holders of one', async () => {
    const story = await Platform.start({
      LIMIT_REQUESTS_PER_MINUTE: '1',
      LIMIT_KEY_REQUESTS_PER_MINUTE: '2',
    });
    const ask = () => story.ask({ query: '{ soloTotal }', headers: { 'x-api-key': 'occitanie-key' } });
    expect((await ask()).status).toBe(200);
    expect((await ask()).status).toBe(200);
    expect((await ask()).status).toBe(200);
    expect((await ask()).status).toBe(429);
    await story.close();
  });

  it('is limited by address for what nobody in particular changes, whatever else they ask', async () => {
    const story = await Platform.start({
      LIMIT_ANONYMOUS_CHANGES_PER_MINUTE: '2',
      TRUSTED_PROXIES: '127.0.0.1',
    });
    const ask = (query: string, from: string) => story.ask({ query, headers: { 'x-forwarded-for': from } });
    const change = 'mutation { rename(name: "a") }';
    expect((await ask(change, '203.0.113.7')).status).toBe(200);
    expect((await ask(change, '203.0.113.7')).status).toBe(200);
    expect((await ask(change, '203.0.113.7')).status).toBe(429);
    expect((await ask('{ soloTotal }', '203.0.113.7')).status).toBe(200);
    expect((await ask(change, '203.0.113.8')).status).toBe(200);
    const photo = (from: string) =>
      fetch(`${story.url}/files/directory/entry/photos`, {
        method: 'POST',
        body: 'a',
        headers: { 'x-territory': 'foix', 'x-forwarded-for': from },
      });
    expect((await photo('203.0.113.7')).status).toBe(429);
    expect((await photo('203.0.113.8')).status).toBe(201);
    await story.close();
  });

  it('lets a whole crowd register from one address in a local run, and a few in production', async () => {
    const crowd = async (settings: Record<string, string>) => {
      const story = await Platform.start({ FREE_OPERATIONS: 'true', ...settings });
      const headers = { 'x-forwarded-for': '203.0.113.7' };
      const register = () => story.ask({ query: 'mutation { rename(name: "a") }', headers });
      const answers = await Promise.all(Array.from({ length: 500 }, register));
      await story.close();
      return answers.filter(({ status }) => status === 200).length;
    };
    expect(await crowd({ LOCAL_RUN: 'true' })).toBe(500);
    expect(await crowd({ LOCAL_RUN: 'false', TRUSTED_PROXIES: '127.0.0.1' })).toBe(20);
  });
});
