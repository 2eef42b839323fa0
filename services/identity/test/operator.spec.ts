import { afterAll, beforeAll, expect, it } from 'vitest';
import { COUSERANS, type Identity, PFHA, startIdentity } from './support/identity.js';

let identity: Identity;
beforeAll(async () => {
  identity = await startIdentity();
  await identity.operator('grant', '--email', 'ops@exemple.fr', '--operator');
});
afterAll(() => identity.stop());

const grant = (email: string, territory: string, role = 'AGENT') =>
  identity.operator('grant', '--email', email, '--territory', territory, '--role', role);

async function signedIn(email: string) {
  const browser = identity.browser();
  await browser.signIn(identity, email);
  return browser;
}

it('an operator names the first administrator of a territory, whom nobody else may name', async () => {
  const operator = await signedIn('ops@exemple.fr');
  const path = '/auth/territory/administrators';
  const named = await operator.post(path, { territory: PFHA, email: ' Zoe@Exemple.fr ' });
  expect(await named.json()).toEqual([{ email: 'zoe@exemple.fr', name: 'zoe@exemple.fr' }]);
  expect((await operator.post(path, { territory: PFHA, email: 'pas une adresse' })).status).toBe(400);
  const administrator = await signedIn('zoe@exemple.fr');
  expect((await administrator.post(path, { territory: PFHA, email: 'x@exemple.fr' })).status).toBe(403);
  expect((await identity.browser().get(`${path}?territory=${PFHA}`)).status).toBe(401);
});

it('the members of a territory that leaves go, but for the rights that they have elsewhere', async () => {
  await grant('seule@exemple.fr', PFHA);
  await grant('deux@exemple.fr', PFHA);
  await grant('deux@exemple.fr', COUSERANS);
  await identity.operator('grant', '--email', 'region@exemple.fr', '--region', '76');
  await grant('region@exemple.fr', PFHA, 'VIEWER');
  const operator = await signedIn('ops@exemple.fr');
  const copy = await (await operator.get(`/auth/territory/whole?territory=${PFHA}`)).text();
  expect(copy).toContain('seule@exemple.fr');
  expect(copy).not.toMatch(/"(hash|token)"/);
  const left = await operator.post('/auth/territory/departure', { territory: PFHA });
  expect(left.status).toBe(200);
  const rows = await identity.sql<{ email: string }>('select email from user_account order by 1');
  expect(rows.map(({ email }) => email)).toEqual(['deux@exemple.fr', 'ops@exemple.fr', 'region@exemple.fr']);
  const memberships = await identity.sql('select territory_id from membership');
  expect(memberships).toEqual([{ territory_id: COUSERANS }]);
  expect(await (await operator.post('/auth/territory/departure', { territory: PFHA })).json()).toEqual({
    rows: 0,
  });
});
