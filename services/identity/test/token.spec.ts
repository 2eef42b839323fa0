import { createLocalJWKSet, type JSONWebKeySet, jwtVerify } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { COUSERANS, type Identity, PFHA, startIdentity } from './support/identity.js';

let identity: Identity;
beforeAll(async () => {
  identity = await startIdentity();
});
afterAll(() => identity.stop());

const keySet = async () => (await (await fetch(`${identity.url}/auth/jwks`)).json()) as JSONWebKeySet;
const verify = async (token: string) =>
  jwtVerify(token, createLocalJWKSet(await keySet()), { issuer: 'ancrage-identity', audience: 'ancrage' });

/** A signed-in person with these rights. */
async function person(email: string, ...rights: string[][]) {
  for (const right of rights) await identity.operator('grant', '--email', email, ...right);
  const browser = identity.browser();
  await browser.signIn(identity, email);
  return { browser, claims: async () => (await verify(await browser.token())).payload };
}

describe('a token', () => {
  it('says who and what, for 15 minutes, and verifies against the published keys', async () => {
    const { claims } = await person(
      'amelie@exemple.fr',
      ['--territory', PFHA, '--role', 'AGENT'],
      ['--territory', COUSERANS, '--role', 'VIEWER'],
      ['--region', '76'],
    );
    const payload = await claims();
    const [{ id }] = (await identity.sql(
      "select id from user_account where email = 'amelie@exemple.fr'",
    )) as [{ id: string }];
    expect(payload).toEqual({
      sub: id,
      email: 'amelie@exemple.fr',
      memberships: [
        { territoryId: PFHA, role: 'AGENT' },
        { territoryId: COUSERANS, role: 'VIEWER' },
      ],
      regions: ['76'],
      operator: false,
      iss: 'ancrage-identity',
      aud: 'ancrage',
      iat: expect.any(Number),
      exp: (payload.iat as number) + 15 * 60,
    });
  });

  it('forgets a membership as soon as it is revoked', async () => {
    const { claims } = await person(
      'partant@exemple.fr',
      ['--territory', PFHA, '--role', 'ADMINISTRATOR'],
      ['--operator'],
    );
    expect(await claims()).toMatchObject({ memberships: [{ role: 'ADMINISTRATOR' }], operator: true });
    await identity.operator('revoke', '--email', 'partant@exemple.fr', '--territory', PFHA);
    await identity.operator('revoke', '--email', 'partant@exemple.fr', '--operator');
    expect(await claims()).toMatchObject({ memberships: [], regions: [], operator: false });
  });

  it('follows a changed role', async () => {
    const { claims } = await person('promue@exemple.fr', ['--territory', PFHA, '--role', 'VIEWER']);
    await identity.operator('grant', '--email', 'promue@exemple.fr', '--territory', PFHA, '--role', 'AGENT');
    expect(await claims()).toMatchObject({ memberships: [{ territoryId: PFHA, role: 'AGENT' }] });
  });

  it('is not rationed to people who are signed in', async () => {
    const { browser } = await person('lectrice@exemple.fr', ['--operator']);
    const answers = await Promise.all(Array.from({ length: 120 }, () => browser.get('/auth/token')));
    expect(answers.filter(({ status }) => status !== 200)).toEqual([]);
  });

  it('is not given to somebody unknown', async () => {
    expect((await identity.browser().get('/auth/token')).status).toBe(401);
  });
});

describe('the keys', () => {
  it('are public parts only, and may be kept for a while', async () => {
    const answer = await fetch(`${identity.url}/auth/jwks`);
    expect(answer.headers.get('cache-control')).toBe('public, max-age=300');
    const { keys } = (await answer.json()) as JSONWebKeySet;
    expect(keys.map(({ kty, crv, alg, d }) => ({ kty, crv, alg, d }))).toEqual([
      { kty: 'EC', crv: 'P-256', alg: 'ES256', d: undefined },
    ]);
    const [{ private_key }] = (await identity.sql('select private_key from signing_key')) as [
      { private_key: string },
    ];
    expect(private_key).not.toContain('"d"');
  });

  it('rotate: a new one signs, the old one still verifies what it signed', async () => {
    const { browser } = await person('rotation@exemple.fr', ['--operator']);
    const before = await browser.token();
    await identity.sql("update signing_key set expires_at = now() - interval '1 minute'");
    const after = await browser.token();
    const ids = [await verify(before), await verify(after)].map(({ protectedHeader }) => protectedHeader.kid);
    expect(new Set(ids).size).toBe(2);
    await identity.sql("update signing_key set expires_at = now() - interval '2 days' where id = $1", [
      ids[0],
    ]);
    await expect(verify(before)).rejects.toThrow(/no applicable key/);
  });
});
