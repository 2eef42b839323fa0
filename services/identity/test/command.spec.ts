import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Identity, PFHA, startIdentity } from './support/identity.js';

let identity: Identity;
beforeAll(async () => {
  identity = await startIdentity();
});
afterAll(() => identity.stop());

describe('the operator', () => {
  it('grants, lists and revokes; twice changes nothing', async () => {
    const right = ['--email', 'Amelie@exemple.fr', '--territory', PFHA];
    for (let time = 0; time < 2; time++) {
      expect(await identity.operator('grant', ...right, '--role', 'agent')).toEqual([
        `amelie@exemple.fr is now AGENT of territory ${PFHA}.`,
      ]);
    }
    await identity.operator('grant', '--email', 'amelie@exemple.fr', '--region', '76');
    await identity.operator('grant', '--email', 'amelie@exemple.fr', '--operator');
    expect(await identity.operator('list')).toEqual([
      `amelie@exemple.fr: operator of the platform; AGENT of territory ${PFHA}; observer of region 76`,
    ]);
    expect(await identity.operator('revoke', ...right)).toEqual([
      `amelie@exemple.fr is no longer a member of territory ${PFHA}.`,
    ]);
    expect(await identity.operator('revoke', ...right)).toEqual([
      `amelie@exemple.fr was not a member of territory ${PFHA}.`,
    ]);
    expect(await identity.operator('revoke', '--email', 'inconnu@exemple.fr', '--operator')).toEqual([
      'inconnu@exemple.fr was not operator of the platform.',
    ]);
  });

  it('grants one right to one account, however many ask at once', async () => {
    await Promise.all(
      [1, 2, 3, 4].map(() =>
        identity.operator('grant', '--email', 'ensemble@exemple.fr', '--territory', PFHA, '--role', 'VIEWER'),
      ),
    );
    expect((await identity.operator('list')).filter((line) => line.startsWith('ensemble@'))).toEqual([
      `ensemble@exemple.fr: VIEWER of territory ${PFHA}`,
    ]);
  });

  it.each([
    [[], /say which command/],
    [['toString'], /no command "toString"/],
    [['grant'], /--email is missing/],
    [['grant', '--email', 'amelie'], /--email must be an e-mail address \(it is "amelie"\)/],
    [['grant', '--email', 'a@b.fr'], /one of --territory, --region or --operator/],
    [['grant', '--email', 'a@b.fr', '--operator', '--region', '76'], /one of/],
    [
      ['grant', '--email', 'a@b.fr', '--territory', 'foix', '--role', 'AGENT'],
      /--territory must be the territory's uuid/,
    ],
    [['grant', '--email', 'a@b.fr', '--territory', PFHA], /--role is missing/],
    [
      ['grant', '--email', 'a@b.fr', '--territory', PFHA, '--role', 'KING'],
      /--role must be one of VIEWER, CONTRIBUTOR, AGENT, ADMINISTRATOR/,
    ],
    [['grant', '--email', 'a@b.fr', '--region', '76', '--role', 'AGENT'], /--role goes with --territory/],
    [['grant', '--email', 'a@b.fr', '--region', 'Occitanie'], /--region must be the two-digit INSEE code/],
    [['grant', '--mail', 'a@b.fr'], /Unknown option '--mail'/],
    [['api-key'], /create, list or revoke/],
    [['api-key', 'create'], /--name is missing/],
    [['api-key', 'create', '--name', 'x', '--days', 'bientôt'], /--days must be a number of days/],
    [['api-key', 'create', '--name', 'x', '--scope', 'Tout!'], /--scope must be written like/],
    [['api-key', 'revoke', '--prefix', 'ancrage_none'], /no key starts with "ancrage_none"/],
    [['demonstration'], /--territory is missing/],
  ])('is told what is wrong with %j', async (args, message) => {
    await expect(identity.operator(...args)).rejects.toThrow(message);
  });
});

describe('the demonstration', () => {
  it('makes one account per role, the same each time, and prints nothing but JSON', async () => {
    const first = await identity.operator('demonstration', '--territory', PFHA);
    expect(await identity.operator('demonstration', '--territory', PFHA, '--region', '76')).toEqual(first);
    expect(
      (JSON.parse(first.join('\n')) as { email: string; role: string }[]).map(
        ({ email, role }) => `${email} ${role}`,
      ),
    ).toEqual([
      'lecteur@demo.ancrage.test VIEWER',
      'contributeur@demo.ancrage.test CONTRIBUTOR',
      'agent@demo.ancrage.test AGENT',
      'administration@demo.ancrage.test ADMINISTRATOR',
      'observation@demo.ancrage.test REGIONAL_OBSERVER',
      'operateur@demo.ancrage.test OPERATOR',
    ]);
    const browser = identity.browser();
    await browser.signIn(identity, 'administration@demo.ancrage.test');
    expect(await (await browser.get('/auth/me')).json()).toMatchObject({
      name: 'Administration (démonstration)',
      memberships: [{ territoryId: PFHA, role: 'ADMINISTRATOR' }],
    });
  });

  it('is refused outside a local run', async () => {
    const production = await startIdentity({ LOCAL_RUN: '' });
    await expect(production.operator('demonstration', '--territory', PFHA)).rejects.toThrow(
      /set LOCAL_RUN=true/,
    );
    expect(await production.operator('list')).toEqual([]);
    await production.stop();
  });
});
