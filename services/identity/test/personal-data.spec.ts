import { askPersonalData, askUnsigned } from '@ancrage/testing/signed-personal-data';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { COUSERANS, GATEWAY_SECRET, type Identity, PFHA, startIdentity } from './support/identity.js';

const EMAIL = 'canari@riu.example';
const NEAR = 'x-canari@riu.example';
let identity: Identity;
beforeAll(async () => {
  identity = await startIdentity();
});
afterAll(() => identity.stop());
beforeEach(() => identity.sql('truncate user_account, verification cascade'));

const grant = (email: string, ...right: string[]) => identity.operator('grant', '--email', email, ...right);
const member = (email: string, territory = PFHA) =>
  grant(email, '--territory', territory, '--role', 'AGENT', '--name', `Nom de ${email}`);
const ask = async (
  kind: 'EXPORT' | 'ERASE',
  email: string,
  by: 'HOUSEHOLD' | 'AGENT' | 'ADMINISTRATOR' = 'ADMINISTRATOR',
) => {
  const asked = { url: identity.url, secret: GATEWAY_SECRET, territoryId: PFHA };
  const { status, answer } = await askPersonalData(asked, kind, { emailKey: email }, by);
  expect(status).toBe(200);
  return answer;
};
/** Everything that the database says of an address, in any table. */
const rowsOf = async (email: string) =>
  JSON.stringify(
    await identity.sql(
      `select to_jsonb(u) as account, (select jsonb_agg(to_jsonb(m)) from membership m where m.user_id = u.id) as rights,
          (select count(*)::int from session s where s.user_id = u.id) as sessions
        from user_account u where email = $1`,
      [email],
    ),
  );
const session = (email: string) =>
  identity.sql(
    `insert into session (user_id, token, expires_at) select id, gen_random_uuid()::text, now() + interval '1 day' from user_account where email = $1`,
    [email],
  );

it('forgets an account with its right, its sessions and its links under way, and nobody else’s', async () => {
  for (const email of [EMAIL, NEAR]) {
    await member(email);
    await session(email);
    await identity.browser().askForLink(email);
  }
  const near = await rowsOf(NEAR);
  const exported = await ask('EXPORT', EMAIL);
  expect(exported.counts).toMatchObject({ accounts: 1, memberships: 1, sessions: 1 });
  expect(JSON.stringify(exported.data)).not.toContain('token');
  const { counts, kept, accountId } = await ask('ERASE', EMAIL);
  expect(counts).toEqual({ accounts: 1, memberships: 1, sessions: 1, signInLinks: 1 });
  expect(kept).toEqual({});
  expect(accountId).toBe(exported.accountId);
  expect(await rowsOf(EMAIL)).toBe('[]');
  expect(await rowsOf(NEAR)).toBe(near);
  const links = await identity.sql<{ value: string }>('select value from verification');
  expect(links.map(({ value }) => JSON.parse(value).email)).toEqual([NEAR]);
  expect((await ask('ERASE', EMAIL)).counts).toEqual({
    ...{ accounts: 0, memberships: 0, sessions: 0, signInLinks: 0 },
  });
});

it('takes a right away when an administrator asks, and nothing when others do', async () => {
  await member(EMAIL);
  for (const by of ['AGENT', 'HOUSEHOLD'] as const)
    expect((await ask('ERASE', EMAIL, by)).kept).toEqual({ membership: 1 });
  expect(await rowsOf(EMAIL)).toContain(PFHA);
});

it('keeps an account that another territory or a region needs, and says so', async () => {
  await member(EMAIL);
  await member(EMAIL, COUSERANS);
  await grant(EMAIL, '--region', '76');
  const { counts, kept } = await ask('ERASE', EMAIL);
  expect(counts).toMatchObject({ accounts: 0, memberships: 1 });
  expect(kept).toEqual({ otherTerritories: 1, regions: 1 });
  const left = await rowsOf(EMAIL);
  expect(left).toContain(COUSERANS);
  expect(left).not.toContain(PFHA);
  // What is left is of others: this territory can neither read it nor learn that it is there.
  expect((await ask('EXPORT', EMAIL)).data).toBeUndefined();
});

it('answers the gateway alone', async () => {
  await member(EMAIL);
  expect(await askUnsigned(identity.url)).toBe(403);
  const other = { url: identity.url, secret: 'another secret than the gateway has', territoryId: PFHA };
  expect((await askPersonalData(other, 'ERASE', { emailKey: EMAIL })).status).toBe(403);
  expect(await rowsOf(EMAIL)).toContain(EMAIL);
});
