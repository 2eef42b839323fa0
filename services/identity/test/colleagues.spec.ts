import { afterAll, beforeAll, expect, it } from 'vitest';
import { COUSERANS, type Identity, PFHA, startIdentity } from './support/identity.js';

let identity: Identity;
beforeAll(async () => {
  identity = await startIdentity();
});
afterAll(() => identity.stop());

async function person(email: string, territory: string, role: string, name: string) {
  await identity.operator(
    'grant',
    '--email',
    email,
    '--territory',
    territory,
    '--role',
    role,
    '--name',
    name,
  );
  const browser = identity.browser();
  await browser.signIn(identity, email);
  return browser;
}

it('whoever follows the households of a territory knows who else does, and nobody of elsewhere', async () => {
  const agent = await person('zoe@exemple.fr', PFHA, 'AGENT', 'Zoé Rives');
  await person('ali@exemple.fr', PFHA, 'ADMINISTRATOR', 'Ali Soulé');
  const reader = await person('lise@exemple.fr', PFHA, 'VIEWER', 'Lise Bonnet');
  const elsewhere = await person('marc@exemple.fr', COUSERANS, 'AGENT', 'Marc Dupuy');
  const path = `/auth/colleagues?territory=${PFHA}`;
  const answer = await agent.get(path);
  expect(await answer.json()).toEqual([
    { id: expect.any(String), name: 'Ali Soulé' },
    { id: expect.any(String), name: 'Zoé Rives' },
  ]);
  expect((await reader.get(path)).status).toBe(403);
  expect((await elsewhere.get(path)).status).toBe(403);
  expect((await agent.get('/auth/colleagues?territory=x')).status).toBe(403);
  expect((await identity.browser().get(path)).status).toBe(401);
});

it('whoever gives steps of a welcome knows who can carry them, contributors among them', async () => {
  const agent = await person('nina@exemple.fr', COUSERANS, 'AGENT', 'Nina Faure');
  const commune = await person('mairie@exemple.fr', COUSERANS, 'CONTRIBUTOR', 'Mairie de Seix');
  await person('leo@exemple.fr', COUSERANS, 'VIEWER', 'Léo Pons');
  const path = `/auth/carriers?territory=${COUSERANS}`;
  const known = (await (await agent.get(path)).json()) as { name: string; role: string }[];
  expect(known).toContainEqual({ id: expect.any(String), name: 'Mairie de Seix', role: 'CONTRIBUTOR' });
  expect(known.map(({ name }) => name)).not.toContain('Léo Pons');
  expect((await commune.get(path)).status).toBe(403);
});
