import { signRequest } from '@ancrage/signature';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { GATEWAY_SECRET, type Identity, PFHA, startIdentity } from './support/identity.js';

const PATH = '/internal/api-keys/verify';
let identity: Identity;
beforeAll(async () => {
  identity = await startIdentity();
});
afterAll(() => identity.stop());

const create = async (...options: string[]) =>
  (
    await identity.operator('api-key', 'create', '--name', 'Tableau de bord régional', ...options)
  )[0] as string;

/** Asks as the gateway does, or as somebody with another secret. */
async function verify(key: string, secret = GATEWAY_SECRET) {
  const body = JSON.stringify({ key });
  const headers = {
    ...signRequest(secret, { method: 'POST', path: PATH, body, requestId: 'r-1' }),
    'content-type': 'application/json',
  };
  const answer = await fetch(`${identity.url}${PATH}`, { method: 'POST', body, headers });
  return { status: answer.status, body: await answer.json() };
}

describe('an API key', () => {
  it('is valid, with its scopes and regions', async () => {
    const key = await create('--scope', 'read', '--scope', 'read:figures', '--region', '76');
    expect(key).toMatch(/^ancrage_[\w-]{43}$/);
    expect(await verify(key)).toEqual({
      status: 200,
      body: {
        valid: true,
        name: 'Tableau de bord régional',
        scopes: ['read', 'read:figures'],
        regions: ['76'],
        territoryId: null,
      },
    });
  });

  it('may belong to a territory', async () => {
    expect((await verify(await create('--territory', PFHA))).body).toMatchObject({
      scopes: ['read'],
      territoryId: PFHA,
    });
  });

  it('is kept as a hash', async () => {
    const key = await create();
    const rows = await identity.sql('select * from api_key');
    expect(JSON.stringify(rows)).not.toContain(key);
    expect(rows.some(({ prefix }) => key.startsWith(prefix))).toBe(true);
  });

  it('remembers when it was used', async () => {
    const key = await create();
    const used = () => identity.sql('select last_used_at from api_key where prefix = $1', [key.slice(0, 16)]);
    expect(await used()).toEqual([{ last_used_at: null }]);
    await verify(key);
    expect(await used()).toEqual([{ last_used_at: expect.any(Date) }]);
  });

  it('ends when revoked, once', async () => {
    const key = await create();
    const prefix = key.slice(0, 16);
    expect(await identity.operator('api-key', 'revoke', '--prefix', prefix)).toEqual([
      `${prefix} is revoked.`,
    ]);
    expect(await identity.operator('api-key', 'revoke', '--prefix', prefix)).toEqual([
      `${prefix} is already revoked.`,
    ]);
    expect((await verify(key)).body).toEqual({ valid: false });
  });

  it('ends at its date', async () => {
    const key = await create('--days', '1');
    expect((await verify(key)).body).toMatchObject({ valid: true });
    await identity.sql("update api_key set expires_at = now() - interval '1 second' where prefix = $1", [
      key.slice(0, 16),
    ]);
    expect((await verify(key)).body).toEqual({ valid: false });
  });

  it.each(['', 'ancrage_', `ancrage_${'A'.repeat(43)}`, "' or true --", 'x'.repeat(400)])(
    'is not %j',
    async (key) => {
      expect(await verify(key)).toEqual({ status: 200, body: { valid: false } });
    },
  );

  it('is listed without itself', async () => {
    const key = await create('--region', '76', '--days', '30');
    const listed = (await identity.operator('api-key', 'list')).find((line) =>
      line.startsWith(key.slice(0, 16)),
    );
    expect(listed).toMatch(/; Tableau de bord régional; read; region 76; until \d{4}-\d\d-\d\d; used never$/);
    expect(listed).not.toContain(key);
  });
});

describe('the question about a key', () => {
  it('is answered to the gateway alone', async () => {
    const key = await create();
    const body = JSON.stringify({ key });
    const unsigned = await fetch(`${identity.url}${PATH}`, { method: 'POST', body });
    expect([unsigned.status, await unsigned.json()]).toEqual([
      403,
      { code: 'FORBIDDEN', message: expect.any(String) },
    ]);
    expect((await verify(key, 'a-secret-the-gateway-does-not-have')).status).toBe(403);
  });

  it('must be a question', async () => {
    for (const body of ['{}', 'key', '{"key":1}']) {
      const headers = signRequest(GATEWAY_SECRET, { method: 'POST', path: PATH, body, requestId: 'r-1' });
      expect(
        (await fetch(`${identity.url}${PATH}`, { method: 'POST', body, headers: { ...headers } })).status,
      ).toBe(400);
    }
  });

  it('may not be endless', async () => {
    expect(
      (await fetch(`${identity.url}${PATH}`, { method: 'POST', body: 'x'.repeat(100_000) })).status,
    ).toBe(413);
  });
});
