import { afterAll, beforeAll, expect, it } from 'vitest';
import { COUSERANS, FOIX, Platform } from './platform.js';

const REASON = 'Changement d’équipe jusqu’au 3 mai.';
let platform: Platform;
beforeAll(async () => {
  platform = await Platform.start();
  platform.suspended.set(FOIX, REASON);
});
afterAll(() => platform.close());

const ask = async (claims?: { sub: string; operator?: boolean; memberships?: object[] }) => {
  const token = claims && (await platform.identity.token(claims as never));
  const headers = { 'x-territory': 'foix', ...(token && { authorization: token }) };
  return platform.ask({ query: '{ soloTotal }', headers });
};

it('a suspended territory answers visitors with a code, and does not say why', async () => {
  const { status, body } = await ask();
  expect(status).toBe(503);
  expect(body.errors).toMatchObject([{ extensions: { code: 'SUSPENDED' } }]);
  expect(JSON.stringify(body)).not.toContain(REASON);
  expect((await fetch(`${platform.url}/tiles/foix/1/communes/6/32/23.mvt`)).status).toBe(503);
});

it('its members are told why, and members of another are not', async () => {
  const member = await ask({ sub: 'amélie', memberships: [{ territoryId: FOIX, role: 'AGENT' }] });
  expect(member.status).toBe(503);
  expect(member.body.errors[0].message).toContain(REASON);
  const stranger = await ask({ sub: 'marc', memberships: [{ territoryId: COUSERANS, role: 'AGENT' }] });
  expect(stranger.body.errors[0].message).not.toContain(REASON);
});

it('an operator goes on working in it, and its neighbour answers everybody', async () => {
  expect((await ask({ sub: 'ops', operator: true })).body).toEqual({ data: { soloTotal: 78 } });
  const neighbour = await platform.ask({ query: '{ soloTotal }', headers: { 'x-territory': 'couserans' } });
  expect(neighbour.status).toBe(200);
});

it('is back for everybody as soon as it is resumed', async () => {
  platform.suspended.clear();
  platform.territory.change(FOIX);
  await expect.poll(async () => (await ask()).status).toBe(200);
});
