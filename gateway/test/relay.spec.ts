import { signRequest, type Viewer } from '@ancrage/signature';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Answer, FOIX, Platform, SECRET } from './platform.js';

const AGENT: Viewer = { userId: 'amélie', role: 'AGENT', regions: [], operator: false };
const ASKED = { query: '{ secret }' };

let platform: Platform;
beforeAll(async () => {
  platform = await Platform.start();
});
beforeEach(() => {
  platform.territory.received.length = 0;
});
afterAll(() => platform.close());

async function relay(path: string, viewer: Viewer | null, secret: string | null = SECRET) {
  const body = JSON.stringify(ASKED);
  const parts = { method: 'POST', path, body, requestId: 'relay-0001', territoryId: FOIX, viewer };
  const response = await fetch(platform.url + path, {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json', ...(secret && signRequest(secret, parts)) },
  });
  const answer = (await response.json()) as Answer['body'];
  return { status: response.status, body: answer };
}

describe('what a service asks of another', () => {
  it('is passed on for whom it was signed, and for nobody else', async () => {
    const answer = await relay('/internal/graphql/territory', AGENT);
    expect(answer).toEqual({ status: 200, body: { data: { secret: 'for agents' } } });
    expect(platform.territory.received.find(({ query }) => query === ASKED.query)).toMatchObject({
      viewer: AGENT,
      territoryId: FOIX,
      requestId: 'relay-0001',
    });
    const { body } = await relay('/internal/graphql/territory', null);
    expect(body.errors[0].extensions.code).toBe('FORBIDDEN');
  });

  it('reaches identity where it says how members are written to', async () => {
    const answer = await relay('/internal/members/identity', null);
    expect(answer).toMatchObject({ status: 200, body: { valid: false } });
  });

  it.each([
    ['without a signature', '/internal/graphql/territory', null],
    ['signed with another secret', '/internal/graphql/territory', 'another-secret-of-thirty-two-chars'],
    ['of a service that does not exist', '/internal/graphql/nowhere', SECRET],
    ['for anything else', '/internal/changes/territory', SECRET],
    ['with a way out of its path', '/internal/graphql/../changes/territory', SECRET],
  ])('leads nowhere %s', async (_, path, secret) => {
    expect((await relay(path, AGENT, secret)).status).toBe(404);
    expect(platform.territory.received.filter(({ query }) => query === ASKED.query)).toEqual([]);
  });
});
