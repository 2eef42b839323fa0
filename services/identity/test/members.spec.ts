import { signRequest, type Viewer } from '@ancrage/signature';
import { MEMBERS_PATH, type MembersAnswer } from '@ancrage/signature/members';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { COUSERANS, GATEWAY_SECRET, type Identity, PFHA, startIdentity } from './support/identity.js';

let identity: Identity;
const accounts: Record<string, string> = {};
beforeAll(async () => {
  identity = await startIdentity();
  const grant = (email: string, territory: string, role: string) =>
    identity.operator(
      'grant',
      '--email',
      email,
      '--territory',
      territory,
      '--role',
      role,
      '--name',
      `Nom de ${email}`,
    );
  await grant('agent@pfha.example', PFHA, 'AGENT');
  await grant('aide@pfha.example', PFHA, 'CONTRIBUTOR');
  await grant('lecteur@pfha.example', PFHA, 'VIEWER');
  await grant('agent@ailleurs.example', COUSERANS, 'AGENT');
  for (const { id, email } of await identity.sql<{ id: string; email: string }>(
    'select id, email from user_account',
  ))
    accounts[email] = id;
});
afterAll(() => identity.stop());

async function ask(
  question: unknown,
  { secret = GATEWAY_SECRET, viewer = null as Viewer | null, territoryId = PFHA as string | null } = {},
) {
  const body = JSON.stringify(question);
  const parts = { method: 'POST', path: MEMBERS_PATH, body, requestId: 'members-1', viewer };
  const answer = await fetch(identity.url + MEMBERS_PATH, {
    method: 'POST',
    body,
    headers: {
      'content-type': 'application/json',
      ...signRequest(secret, territoryId ? { ...parts, territoryId } : parts),
    },
  });
  return { status: answer.status, body: (await answer.json()) as MembersAnswer };
}

it('gives the addresses of those who carry steps in the territory, of the accounts that were asked about', async () => {
  const { status, body } = await ask({ accounts: [...Object.values(accounts), 'not-an-account'] });
  expect(status).toBe(200);
  expect(body.members).toEqual([
    {
      ...{ id: accounts['agent@pfha.example'], role: 'AGENT' },
      ...{ name: 'Nom de agent@pfha.example', email: 'agent@pfha.example' },
    },
    {
      ...{ id: accounts['aide@pfha.example'], role: 'CONTRIBUTOR' },
      ...{ name: 'Nom de aide@pfha.example', email: 'aide@pfha.example' },
    },
  ]);
  expect((await ask({ accounts: [] })).body.members).toEqual([]);
});

it('says no more of a member whose right was taken away', async () => {
  const email = 'parti@pfha.example';
  await identity.operator('grant', '--email', email, '--territory', PFHA, '--role', 'AGENT');
  const [row] = await identity.sql<{ id: string }>('select id from user_account where email = $1', [email]);
  expect((await ask({ accounts: [row!.id] })).body.members).toHaveLength(1);
  await identity.operator('revoke', '--email', email, '--territory', PFHA);
  expect((await ask({ accounts: [row!.id] })).body.members).toEqual([]);
});

it('answers services alone: not another secret, nor anybody’s session', async () => {
  const question = { accounts: Object.values(accounts) };
  expect((await ask(question, { secret: 'another secret of thirty-two letters' })).status).toBe(403);
  const viewer: Viewer = { userId: 'anna', role: 'ADMINISTRATOR', regions: [], operator: false };
  expect((await ask(question, { viewer })).status).toBe(403);
});

it.each([
  ['without accounts', {}, PFHA],
  ['with too many', { accounts: Array.from({ length: 101 }, () => 'x') }, PFHA],
  ['about no territory', { accounts: [] }, null],
])('refuses a question %s', async (_, question, territoryId) => {
  expect((await ask(question, { territoryId })).status).toBe(400);
});
