import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { linkOf } from './support/browser.js';
import { type Identity, PFHA, startIdentity } from './support/identity.js';

let identity: Identity;
beforeAll(async () => {
  identity = await startIdentity();
  await identity.operator(
    'grant',
    '--email',
    'amelie@exemple.fr',
    '--territory',
    PFHA,
    '--role',
    'AGENT',
    '--name',
    'Amélie Rives',
  );
});
afterAll(() => identity.stop());

describe('signing in by a link', () => {
  it('goes from the form to the mail to the workspace', async () => {
    const browser = identity.browser();
    const asked = await browser.askForLink('Amelie@Exemple.fr');
    expect([asked.status, await asked.json()]).toEqual([200, { status: true }]);

    const [mail] = await identity.mails('amelie@exemple.fr');
    expect(mail?.from).toBe('Ancrage <ne-pas-repondre@ancrage.test>');
    expect(mail?.subject).toBe('Votre lien de connexion – localhost:3000');
    expect(mail?.text).toContain('valable 15 minutes et ne sert qu’une fois');
    expect(linkOf(mail)).toMatch(/^http:\/\/localhost:3000\/auth\/link\?token=[A-Za-z]{32}&/);
    expect(mail?.html).toContain(linkOf(mail).replaceAll('&', '&amp;'));

    const entered = await browser.follow(linkOf(mail));
    expect([entered.status, entered.headers.get('location')]).toEqual([302, 'http://localhost:3000/espace']);
    expect(entered.headers.getSetCookie().join()).toMatch(
      /^ancrage\.session_token=[^;]+; Max-Age=604800; Path=\/; HttpOnly; SameSite=Lax/,
    );

    expect(await (await browser.get('/auth/me')).json()).toEqual({
      id: expect.any(String),
      email: 'amelie@exemple.fr',
      name: 'Amélie Rives',
      memberships: [{ territoryId: PFHA, role: 'AGENT' }],
      regions: [],
      operator: false,
      expiresAt: expect.any(String),
    });
  });

  it('writes in the language that is asked for', async () => {
    const browser = identity.browser();
    await browser.askForLink('amelie@exemple.fr', { metadata: { locale: 'en' } });
    expect((await identity.mails('amelie@exemple.fr'))[0]?.subject).toBe(
      'Your sign-in link – localhost:3000',
    );
    await identity
      .browser(undefined, { 'accept-language': 'de, en-GB;q=0.8' })
      .askForLink('amelie@exemple.fr');
    expect((await identity.mails('amelie@exemple.fr'))[0]?.text).toContain('Hello,');
  });

  it('survives a mail filter that opens the link first', async () => {
    const browser = identity.browser();
    await browser.askForLink('amelie@exemple.fr');
    const link = linkOf((await identity.mails('amelie@exemple.fr'))[0]);
    const { pathname, search } = new URL(link);
    const inspected = await identity.browser().get(`${pathname}${search}`);
    expect(inspected.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect((await browser.follow(link)).headers.getSetCookie()).not.toEqual([]);
  });

  it('works once', async () => {
    const browser = identity.browser();
    await browser.signIn(identity, 'amelie@exemple.fr');
    const link = linkOf((await identity.mails('amelie@exemple.fr'))[0]);
    const again = await identity.browser().follow(link);
    expect(again.headers.get('location')).toBe('http://localhost:3000/connexion?error=INVALID_TOKEN');
    expect(again.headers.getSetCookie()).toEqual([]);
  });

  it('lets one of two simultaneous uses in', async () => {
    await identity.browser().askForLink('amelie@exemple.fr');
    const link = linkOf((await identity.mails('amelie@exemple.fr'))[0]);
    const uses = await Promise.all([1, 2, 3, 4].map(() => identity.browser().follow(link)));
    expect(uses.filter((use) => use.headers.getSetCookie().length > 0)).toHaveLength(1);
  });

  it('ends after 15 minutes', async () => {
    await identity.browser().askForLink('amelie@exemple.fr');
    const link = linkOf((await identity.mails('amelie@exemple.fr'))[0]);
    const [{ minutes }] = (await identity.sql<{ minutes: number }>(
      'select round(extract(epoch from max(expires_at) - now()) / 60)::int as minutes from verification',
    )) as [{ minutes: number }];
    expect(minutes).toBe(15);
    await identity.sql("update verification set expires_at = now() - interval '1 second'");
    const late = await identity.browser().follow(link);
    expect(late.headers.get('location')).toBe('http://localhost:3000/connexion?error=INVALID_TOKEN');
  });

  it('says the same to an address nobody knows, mails it nothing and makes no account', async () => {
    const answer = async (email: string) => {
      const { status, headers, text } = await identity
        .browser()
        .askForLink(email)
        .then(async (response) => ({
          status: response.status,
          headers: [...response.headers.keys()],
          text: await response.text(),
        }));
      return { status, headers, text };
    };
    expect(await answer('inconnu@exemple.fr')).toEqual(await answer('amelie@exemple.fr'));
    expect(await identity.mails('inconnu@exemple.fr')).toEqual([]);
    expect(await identity.sql("select from user_account where email = 'inconnu@exemple.fr'")).toEqual([]);
  });

  it('keeps no token in clear', async () => {
    await identity.browser().askForLink('amelie@exemple.fr');
    const token = new URL(linkOf((await identity.mails('amelie@exemple.fr'))[0])).searchParams.get('token');
    const stored = await identity.sql<{ identifier: string }>('select identifier from verification');
    expect(stored.some(({ identifier }) => identifier.includes(token as string))).toBe(false);
  });

  it('sends a link that was cut off back to the form', async () => {
    const cut = await identity.browser().get('/auth/link');
    expect([cut.status, cut.headers.get('location')]).toEqual([302, '/connexion?error=INVALID_TOKEN']);
  });

  it('refuses what is not an address', async () => {
    expect((await identity.browser().askForLink('amelie')).status).toBe(400);
  });
});

describe('a session', () => {
  it('ends with signing out', async () => {
    const browser = identity.browser();
    await browser.signIn(identity, 'amelie@exemple.fr');
    expect((await browser.post('/auth/sign-out')).status).toBe(200);
    expect(browser.cookieNames).toEqual([]);
    expect((await browser.get('/auth/me')).status).toBe(401);
    expect((await browser.get('/auth/token')).status).toBe(401);
  });

  it('ends by itself', async () => {
    const browser = identity.browser();
    await browser.signIn(identity, 'amelie@exemple.fr');
    await identity.sql("update session set expires_at = now() - interval '1 second'");
    expect((await browser.get('/auth/token')).status).toBe(401);
  });

  it('can be ended everywhere', async () => {
    const [here, elsewhere] = [identity.browser(), identity.browser()];
    await here.signIn(identity, 'amelie@exemple.fr');
    await elsewhere.signIn(identity, 'amelie@exemple.fr');
    await here.post('/auth/revoke-sessions');
    expect((await elsewhere.get('/auth/token')).status).toBe(401);
  });

  it('answers 401 to nobody', async () => {
    const answer = await identity.browser().get('/auth/me');
    expect([answer.status, await answer.json()]).toEqual([
      401,
      { code: 'UNAUTHENTICATED', message: expect.any(String) },
    ]);
  });

  it('exposes none of the endpoints that nobody needs', async () => {
    const browser = identity.browser();
    await browser.signIn(identity, 'amelie@exemple.fr');
    for (const path of ['get-session', 'list-sessions', 'error', 'ok', 'list-accounts']) {
      expect((await browser.get(`/auth/${path}`)).status).toBe(404);
    }
    for (const path of [
      'sign-up/email',
      'sign-in/email',
      'sign-in/social',
      'update-user',
      'change-email',
      'delete-user',
    ]) {
      expect((await browser.post(`/auth/${path}`)).status).toBe(404);
    }
  });
});

it('logs neither addresses nor tokens', async () => {
  const browser = identity.browser();
  await browser.signIn(identity, 'amelie@exemple.fr');
  await browser.get('/auth/token');
  await browser.askForLink('inconnu@exemple.fr', { callbackURL: 'https://mechant.fr' });
  const secrets = [
    'amelie@',
    'inconnu@',
    'token=',
    ...(await identity.sql<{ token: string }>('select token from session')).map(({ token }) => token),
  ];
  const lines = identity.logged.join('');
  expect(lines).toContain('"path":"/auth/magic-link/verify"');
  expect(secrets.filter((secret) => lines.includes(secret))).toEqual([]);
});
