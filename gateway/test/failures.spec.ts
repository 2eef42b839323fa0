import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { Platform } from './platform.js';

let platform: Platform;
beforeAll(async () => {
  platform = await Platform.start();
});
afterEach(() => {
  platform.directory.failWith = undefined;
  platform.territory.failWith = undefined;
});
afterAll(() => platform.close());

const headers = { 'x-territory': 'foix', 'x-request-id': 'story-0002' };
const JOINED = '{ sessionTotal commune(code: "09122") { name soloCount } }';
const masked = {
  message: 'Une erreur inattendue est survenue.',
  extensions: { code: 'INTERNAL', requestId: 'story-0002' },
};

describe('a subgraph that fails', () => {
  it('costs its own fields of a joined entity, and nothing else', async () => {
    platform.directory.failWith = 500;
    const { status, body } = await platform.ask({ query: JOINED, headers });
    expect(status).toBe(200);
    expect(body.data).toEqual({ sessionTotal: 2, commune: { name: 'Commune 09122', soloCount: null } });
    expect(body.errors).toMatchObject([{ ...masked, path: ['commune'] }]);
  });

  it('costs its own root fields', async () => {
    platform.territory.failWith = 503;
    const { body } = await platform.ask({ query: JOINED, headers: { 'x-request-id': 'story-0002' } });
    expect(body.data).toEqual({ sessionTotal: 2, commune: null });
    expect(body.errors).toMatchObject([{ ...masked, path: ['commune'] }]);
  });

  it('is not waited for when it is gone', async () => {
    const story = await Platform.start();
    await story.directory.close();
    const { body } = await story.ask({ query: JOINED });
    expect(body.data).toEqual({ sessionTotal: 2, commune: { name: 'Commune 09122', soloCount: null } });
    await story.close();
  });

  it('is waited for no longer than the time given', async () => {
    const story = await Platform.start({ SUBGRAPH_TIMEOUT_MS: '300' });
    story.gate = new Promise(() => {});
    const { body } = await story.ask({ query: JOINED });
    expect(body.data.commune).toEqual({ name: 'Commune 09122', soloCount: null });
    await story.close();
  });
});

describe('an error', () => {
  it('that a resolver did not mean for the reader is masked, with the id to find it by', async () => {
    const { body } = await platform.ask({ query: '{ soloTotal broken }', headers });
    expect(body).toMatchObject({
      data: { soloTotal: 78, broken: null },
      errors: [{ ...masked, path: ['broken'] }],
    });
    expect(JSON.stringify(body)).not.toContain('1234');
  });

  it('that refuses something keeps its code and its words', async () => {
    const { body } = await platform.ask({ query: '{ secret }', headers });
    expect(body.errors[0]).toEqual({
      message: 'Réservé aux agents.',
      path: ['secret'],
      extensions: { code: 'FORBIDDEN', requestId: 'story-0002' },
    });
  });
});

describe('readiness', () => {
  it('means that every subgraph answers', async () => {
    const story = await Platform.start();
    const ready = async () => (await fetch(`${story.url}/ready`)).status;
    expect(await ready()).toBe(200);
    expect((await fetch(`${story.url}/health`)).status).toBe(200);
    await story.accompaniment.close();
    const response = await fetch(`${story.url}/ready`);
    expect(response.status).toBe(503);
    expect(await response.json()).toEqual({ status: 'waiting', for: ['accompaniment'] });
    await story.close();
  });
});
