import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Platform } from './platform.js';

const total = 'query Total { soloTotal }';
const commune = 'query Commune($code: ID!) { commune(code: $code) { name } }';
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

let platform: Platform;
beforeAll(async () => {
  const documents = {
    [sha256(total)]: total,
    [sha256(commune)]: commune,
    [sha256('old')]: '{ fieldOfLastYear }',
  };
  platform = await Platform.start({ FREE_OPERATIONS: 'false' }, documents);
});
afterAll(() => platform.close());

describe('in production', () => {
  it('a trusted document runs by its hash, with variables', async () => {
    expect((await platform.ask({ hash: sha256(total) })).body).toEqual({ data: { soloTotal: 78 } });
    const { body } = await platform.ask({ hash: sha256(commune), variables: { code: '09122' } });
    expect(body).toEqual({ data: { commune: { name: 'Commune 09122' } } });
  });

  it('runs by GET too', async () => {
    const extensions = JSON.stringify({ persistedQuery: { version: 1, sha256Hash: sha256(total) } });
    const response = await fetch(`${platform.url}/graphql?${new URLSearchParams({ extensions })}`);
    expect(await response.json()).toEqual({ data: { soloTotal: 78 } });
  });

  it('the text of a request with a known hash does not count', async () => {
    const { body } = await platform.ask({ hash: sha256(total), query: '{ sessionTotal }' });
    expect(body).toEqual({ data: { soloTotal: 78 } });
  });

  it.each([
    ['an unknown hash', { hash: sha256('x') }, 400, 'BAD_INPUT'],
    ['a document that no longer fits the schema', { hash: sha256('old') }, 400, 'BAD_INPUT'],
    ['a free-form operation', { query: '{ soloTotal }' }, 403, 'FORBIDDEN'],
    ['introspection', { query: '{ __schema { types { name } } }' }, 403, 'FORBIDDEN'],
  ])('%s is refused', async (_what, asked, status, code) => {
    const answer = await platform.ask(asked);
    expect([answer.status, answer.body.errors[0].extensions.code]).toEqual([status, code]);
  });

  it('the holder of an API key may ask freely, the schema included', async () => {
    const headers = { 'x-api-key': 'occitanie-key' };
    expect((await platform.ask({ query: '{ soloTotal }', headers })).body.data.soloTotal).toBe(78);
    const { body } = await platform.ask({ query: '{ __schema { queryType { name } } }', headers });
    expect(body).toEqual({ data: { __schema: { queryType: { name: 'Query' } } } });
  });

  it('a session gives no right to ask freely', async () => {
    const authorization = await platform.identity.token({ operator: true });
    const { status } = await platform.ask({ query: '{ soloTotal }', headers: { authorization } });
    expect(status).toBe(403);
  });
});
