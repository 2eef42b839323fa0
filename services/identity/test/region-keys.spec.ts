import { signRequest } from '@ancrage/signature';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from './support/browser.js';
import { GATEWAY_SECRET, type Identity, PFHA, startIdentity } from './support/identity.js';

let identity: Identity;
let observer: Browser;
let operator: Browser;
let elsewhere: Browser;
let administrator: Browser;

async function person(email: string, ...rights: string[]): Promise<Browser> {
  await identity.operator('grant', '--email', email, ...rights);
  const browser = identity.browser();
  await browser.signIn(identity, email);
  return browser;
}

beforeAll(async () => {
  identity = await startIdentity();
  observer = await person('observation@exemple.fr', '--region', '76');
  operator = await person('exploitation@exemple.fr', '--operator');
  elsewhere = await person('bretagne@exemple.fr', '--region', '53');
  administrator = await person('admin@exemple.fr', '--territory', PFHA, '--role', 'ADMINISTRATOR');
});
afterAll(() => identity.stop());

const make = (browser: Browser, input: object = {}) =>
  browser.post('/auth/api-keys', { region: '76', name: 'Observatoire', days: 90, ...input });
const list = async (browser: Browser, region = '76') =>
  (await browser.get(`/auth/api-keys?region=${region}`)).json() as Promise<Record<string, unknown>[]>;

async function verify(key: string) {
  const body = JSON.stringify({ key });
  const path = '/internal/api-keys/verify';
  const headers = signRequest(GATEWAY_SECRET, { method: 'POST', path, body, requestId: 'r-1' });
  return (await fetch(`${identity.url}${path}`, { method: 'POST', body, headers: { ...headers } })).json();
}

describe('an observer of a region', () => {
  it('makes a key that is shown once, sees when it was used, and ends it', async () => {
    const answer = await make(observer, { name: '  Tableau de bord  ' });
    expect(answer.status).toBe(201);
    const { key, prefix } = (await answer.json()) as { key: string; prefix: string };
    expect(key.startsWith(prefix)).toBe(true);
    expect(await verify(key)).toEqual({
      valid: true,
      name: 'Tableau de bord',
      scopes: ['read'],
      regions: ['76'],
      territoryId: null,
    });
    const listed = (await list(observer)).find((one) => one['prefix'] === prefix);
    expect(listed).toEqual({
      prefix,
      name: 'Tableau de bord',
      createdBy: 'observation@exemple.fr',
      createdAt: expect.any(String),
      expiresAt: expect.any(String),
      lastUsedAt: expect.any(String),
      revokedAt: null,
    });
    const days =
      (Date.parse(String(listed?.['expiresAt'])) - Date.parse(String(listed?.['createdAt']))) / 86_400_000;
    expect(Math.round(days)).toBe(90);
    expect(JSON.stringify(await list(observer))).not.toContain(key);

    const ended = await observer.post('/auth/api-keys/revoke', { region: '76', prefix });
    expect(await ended.json()).toEqual({ name: 'Tableau de bord' });
    expect(await verify(key)).toEqual({ valid: false });
    expect((await observer.post('/auth/api-keys/revoke', { region: '76', prefix })).status).toBe(404);
    expect((await list(observer)).find((one) => one['prefix'] === prefix)?.['revokedAt']).toEqual(
      expect.any(String),
    );
  });

  it('is named beside the keys they made, until they have no account', async () => {
    const leaving = await person('depart@exemple.fr', '--region', '76');
    const { prefix } = (await (await make(leaving)).json()) as { prefix: string };
    const maker = async () => (await list(observer)).find((one) => one['prefix'] === prefix)?.['createdBy'];
    expect(await maker()).toBe('depart@exemple.fr');
    await identity.sql('delete from user_account where email = $1', ['depart@exemple.fr']);
    expect(await maker()).toBeNull();
  });

  it('has no say over keys that others gave more to', async () => {
    const [key = ''] = await identity.operator(
      'api-key',
      'create',
      '--name',
      'Deux',
      '--region',
      '76',
      '--region',
      '53',
    );
    const prefix = key.slice(0, 16);
    expect((await list(observer)).map((one) => one['prefix'])).not.toContain(prefix);
    expect((await observer.post('/auth/api-keys/revoke', { region: '76', prefix })).status).toBe(404);
    expect(await verify(key)).toMatchObject({ valid: true });
  });

  it.each([
    ['name', { name: ' ' }],
    ['name', { name: 'x'.repeat(81) }],
    ['name', { name: 'deux\nlignes' }],
    ['days', { days: 4000 }],
    ['days', { days: '90' }],
  ])('is told that the %s is wrong', async (field, input) => {
    const answer = await make(observer, input);
    expect([answer.status, await answer.json()]).toEqual([
      400,
      expect.objectContaining({ code: 'BAD_INPUT', field }),
    ]);
  });
});

describe('the keys of a region', () => {
  it('are those of its observers and of the operator alone', async () => {
    const { prefix } = (await (await make(operator)).json()) as { prefix: string };
    expect((await list(operator)).map((one) => one['prefix'])).toContain(prefix);
    for (const other of [elsewhere, administrator]) {
      expect((await other.get('/auth/api-keys?region=76')).status).toBe(403);
      expect((await make(other)).status).toBe(403);
      expect((await other.post('/auth/api-keys/revoke', { region: '76', prefix })).status).toBe(403);
    }
    expect((await identity.browser().get('/auth/api-keys?region=76')).status).toBe(401);
    expect((await make(identity.browser())).status).toBe(401);
    expect(await list(elsewhere, '53')).toEqual([]);
    for (const region of ['', '7', "76' or '1", '760']) {
      expect((await operator.get(`/auth/api-keys?region=${encodeURIComponent(region)}`)).status).toBe(403);
    }
  });

  it('are not made from another site', async () => {
    const answer = await observer.post(
      '/auth/api-keys',
      { region: '76', name: 'Ailleurs', days: 30 },
      { origin: 'https://ailleurs.exemple' },
    );
    expect(answer.status).toBe(403);
  });

  it('are twenty in use at most, though asked for at once', async () => {
    const answers = await Promise.all(
      Array.from({ length: 23 }, () => make(elsewhere, { region: '53', days: 30 })),
    );
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(20);
    expect(answers.filter(({ status }) => status === 409)).toHaveLength(3);
  });
});
