import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { linkOf } from './support/browser.js';
import { type Identity, PFHA, startIdentity } from './support/identity.js';

const EMAIL = 'amelie@exemple.fr';
const ASK = { email: EMAIL, callbackURL: '/espace' };
let identity: Identity;
let direct: Identity;
beforeAll(async () => {
  [identity, direct] = await Promise.all([startIdentity(), startIdentity({ TRUSTED_PROXIES: '10.0.0.0/8' })]);
  for (const one of [identity, direct]) {
    await one.operator('grant', '--email', EMAIL, '--territory', PFHA, '--role', 'AGENT');
  }
});
afterAll(() => Promise.all([identity.stop(), direct.stop()]));

/** A request with any Host header, which fetch would not send. */
function postTo(url: string, headers: Record<string, string>): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const sent = request(`${url}/auth/sign-in/magic-link`, { method: 'POST', headers }, (answer) => {
      answer.resume();
      answer.on('end', () => resolve(answer.statusCode));
    });
    sent.on('error', reject);
    sent.end(JSON.stringify(ASK));
  });
}
const JSON_TYPE = { 'content-type': 'application/json' };

describe('the host of a link', () => {
  it.each(['localhost:3000', 'couserans.localhost:3000', 'accueil.exemple.fr'])(
    'is %s when asked there',
    async (host) => {
      const browser = identity.browser(host);
      await browser.askForLink(EMAIL);
      const [mail] = await identity.mails(EMAIL);
      expect(new URL(linkOf(mail)).origin).toBe(browser.origin);
      expect((await browser.follow(linkOf(mail))).headers.get('location')).toBe(`${browser.origin}/espace`);
    },
  );

  it.each([
    'mechant.fr',
    'localhost:3000.mechant.fr',
    'mechant.fr/localhost:3000',
    'a.b.localhost:3000',
    'accueil.exemple.fr:8443',
    '',
  ])('is never %j', async (host) => {
    const before = (await identity.mails(EMAIL)).length;
    expect(
      await postTo(identity.url, { ...JSON_TYPE, host: 'localhost:3000', 'x-forwarded-host': host || 'x' }),
    ).toBe(421);
    expect(await postTo(identity.url, { ...JSON_TYPE, host: host || 'x' })).toBe(421);
    expect(await identity.mails(EMAIL)).toHaveLength(before);
  });

  it('is not what a stranger says was forwarded', async () => {
    const headers = {
      ...JSON_TYPE,
      host: 'localhost:3000',
      'x-forwarded-host': 'couserans.localhost:3000',
      'x-ancrage-territory-name': 'Ailleurs',
    };
    expect(await postTo(direct.url, headers)).toBe(200);
    const [mail] = await direct.mails(EMAIL);
    expect(new URL(linkOf(mail)).host).toBe('localhost:3000');
    expect(mail?.subject).not.toContain('Ailleurs');
  });

  it('comes with the name of its territory, when the site says it', async () => {
    const name = 'Pays de Foix – Haute Ariège';
    await identity
      .browser(undefined, { 'x-ancrage-territory-name': encodeURIComponent(name) })
      .askForLink(EMAIL);
    const [mail] = await identity.mails(EMAIL);
    expect(mail?.subject).toBe(`Votre lien de connexion – ${name}`);
    expect(mail?.text).toContain(`à ${name} (localhost:3000)`);
  });

  it.each(['Gagnez sur www.mechant.fr', 'https://mechant.fr', 'a@b.fr', '%E0', 'x'.repeat(81)])(
    'comes without %j',
    async (name) => {
      const header = name === '%E0' ? name : encodeURIComponent(name);
      await identity.browser(undefined, { 'x-ancrage-territory-name': header }).askForLink(EMAIL);
      expect((await identity.mails(EMAIL))[0]?.subject).toBe('Votre lien de connexion – localhost:3000');
    },
  );
});

describe('a redirect', () => {
  it.each([
    'https://mechant.fr/',
    '//mechant.fr',
    '/\\mechant.fr',
    'http://couserans.localhost:3000/espace',
    'javascript:alert(1)',
  ])('never goes to %s', async (target) => {
    const browser = identity.browser();
    const before = (await identity.mails(EMAIL)).length;
    for (const name of ['callbackURL', 'errorCallbackURL']) {
      expect((await browser.askForLink(EMAIL, { [name]: target })).status).toBeGreaterThanOrEqual(400);
    }
    expect(await identity.mails(EMAIL)).toHaveLength(before);

    await browser.askForLink(EMAIL);
    const { searchParams } = new URL(linkOf((await identity.mails(EMAIL))[0]));
    searchParams.set('callbackURL', target);
    const followed = await browser.get(`/auth/magic-link/verify?${searchParams}`);
    expect([followed.status >= 400, followed.headers.get('location')]).toEqual([true, null]);
  });
});

describe('another site', () => {
  it.each(['https://mechant.fr', 'http://couserans.localhost:3000', 'null'])(
    'at %s posts nothing here',
    async (origin) => {
      const browser = identity.browser();
      await browser.signIn(identity, EMAIL);
      for (const path of ['/auth/sign-out', '/auth/sign-in/magic-link']) {
        expect((await browser.post(path, ASK, { origin })).status).toBe(403);
      }
      expect((await browser.get('/auth/me')).status).toBe(200);
    },
  );
});

describe('the site’s own server', () => {
  it('asks for a link without naming an origin', async () => {
    const sent = fetch(`${identity.url}/auth/sign-in/magic-link`, {
      method: 'POST',
      headers: { ...JSON_TYPE, 'x-forwarded-host': 'localhost:3000' },
      body: JSON.stringify(ASK),
    });
    expect((await sent).status).toBe(200);
  });
});

describe('a cookie', () => {
  it('is Secure where the site is https', async () => {
    const browser = identity.browser('accueil.exemple.fr');
    const entered = await browser.signIn(identity, EMAIL);
    expect(entered.headers.getSetCookie().join()).toMatch(
      /^__Secure-ancrage\.session_token=.*; HttpOnly; Secure; SameSite=Lax/,
    );
    expect((await browser.get('/auth/me')).status).toBe(200);
  });
});

describe('too many links', () => {
  it('are refused to one client, whatever it claims to forward', async () => {
    const strict = await startIdentity({ SIGN_IN_LIMIT: '2' });
    const ask = (client: string) =>
      strict.browser(undefined, { 'x-forwarded-for': client }).askForLink('inconnu@exemple.fr');
    const statuses = async (clients: string[]) => {
      const seen = [];
      for (const client of clients) seen.push((await ask(client)).status);
      return seen;
    };
    expect(
      await statuses(['192.0.2.1', '198.51.100.7, 192.0.2.1', '203.0.113.9, 192.0.2.1, 127.0.0.1']),
    ).toEqual([200, 200, 429]);
    expect((await ask('192.0.2.1')).headers.get('retry-after')).toMatch(/^\d+$/);
    expect(await statuses(['192.0.2.2'])).toEqual([200]);
    await strict.stop();
  });

  it('are not mailed to one address, and the answer does not tell', async () => {
    const strict = await startIdentity({ MAIL_LIMIT: '2' });
    await strict.operator('grant', '--email', EMAIL, '--territory', PFHA, '--role', 'AGENT');
    for (let ask = 0; ask < 4; ask++) expect((await strict.browser().askForLink(EMAIL)).status).toBe(200);
    expect(await strict.mails(EMAIL)).toHaveLength(2);
    await strict.stop();
  });
});
