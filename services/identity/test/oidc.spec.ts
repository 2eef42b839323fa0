import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from './support/browser.js';
import { type Identity, PFHA, startIdentity } from './support/identity.js';
import { type Employee, startOrganisation } from './support/organisation.js';

let organisation: Awaited<ReturnType<typeof startOrganisation>>;
let identity: Identity;
beforeAll(async () => {
  organisation = await startOrganisation();
  identity = await startIdentity({ OIDC_PROVIDERS: organisation.settings() });
});
afterAll(async () => {
  await identity.stop();
  await organisation.stop();
});

const START = '/auth/oidc/organisation?callbackURL=/espace&errorCallbackURL=/connexion';

/** The whole journey: a link on the site, the provider's screens, back to the site. */
async function enter(browser: Browser, employee: Employee, start = START): Promise<Response> {
  const away = await browser.get(start);
  const back = await organisation.signIn(away.headers.get('location') as string, employee);
  return browser.get(`${back.pathname}${back.search}`);
}
const accounts = (email: string) => identity.sql('select * from user_account where email = $1', [email]);

describe('signing in through an organisation', () => {
  it('is offered by name, without its secrets', async () => {
    const answer = await identity.browser().get('/auth/providers');
    expect(await answer.json()).toEqual([{ id: 'organisation', label: 'Mon organisation' }]);
  });

  it('starts from a plain link', async () => {
    const away = await identity.browser().get(START);
    const { origin, searchParams } = new URL(away.headers.get('location') as string);
    expect([away.status, origin]).toEqual([302, organisation.issuer]);
    expect(Object.fromEntries(searchParams)).toMatchObject({
      client_id: 'ancrage',
      redirect_uri: 'http://localhost:3000/auth/callback/organisation',
      response_type: 'code',
      scope: 'openid email profile',
      code_challenge_method: 'S256',
    });
  });

  it('makes an account that may do nothing', async () => {
    const browser = identity.browser();
    const employee = {
      sub: 'e-1',
      email: 'Nouvelle@Mairie.fr',
      email_verified: true,
      given_name: 'Nour',
      usual_name: 'Velle',
    };
    const entered = await enter(browser, employee);
    expect([entered.status, entered.headers.get('location')]).toEqual([302, '/espace']);
    expect(await (await browser.get('/auth/me')).json()).toMatchObject({
      email: 'nouvelle@mairie.fr',
      name: 'Nour Velle',
      memberships: [],
      regions: [],
      operator: false,
    });
  });

  it('finds the account that was made for the address', async () => {
    await identity.operator('grant', '--email', 'agent@mairie.fr', '--territory', PFHA, '--role', 'AGENT');
    const browser = identity.browser();
    await enter(browser, { sub: 'e-2', email: 'agent@mairie.fr', email_verified: true, name: 'A. Gent' });
    expect(await (await browser.get('/auth/me')).json()).toMatchObject({
      memberships: [{ territoryId: PFHA, role: 'AGENT' }],
    });
    expect(await accounts('agent@mairie.fr')).toHaveLength(1);
  });

  it('knows a person by their subject, whatever their address becomes', async () => {
    const [before, after] = [identity.browser(), identity.browser()];
    await enter(before, { sub: 'e-3', email: 'jeune@mairie.fr', email_verified: true });
    await enter(after, { sub: 'e-3', email: 'mariee@mairie.fr', email_verified: true });
    const id = async (browser: Browser) =>
      ((await (await browser.get('/auth/me')).json()) as { id: string }).id;
    expect(await id(after)).toBe(await id(before));
  });

  it.each([{ email_verified: false }, {}])(
    'refuses an address the provider does not vouch for (%j)',
    async (claim) => {
      await identity.operator(
        'grant',
        '--email',
        'convoitee@mairie.fr',
        '--territory',
        PFHA,
        '--role',
        'ADMINISTRATOR',
      );
      for (const email of ['convoitee@mairie.fr', 'future@mairie.fr']) {
        const browser = identity.browser();
        const refused = await enter(browser, { sub: `thief of ${email}`, email, ...claim });
        expect(refused.headers.get('location')).toMatch(/^\/connexion\?error=/);
        expect((await browser.get('/auth/me')).status).toBe(401);
      }
      expect(await accounts('future@mairie.fr')).toEqual([]);
    },
  );

  it('accepts it from a provider that is trusted for its addresses', async () => {
    const trusting = await startIdentity({ OIDC_PROVIDERS: organisation.settings({ trustEmail: true }) });
    const browser = trusting.browser();
    await enter(browser, { sub: 'e-4', email: 'confiance@mairie.fr' });
    expect(await (await browser.get('/auth/me')).json()).toMatchObject({ email: 'confiance@mairie.fr' });
    await trusting.stop();
  });

  it('keeps none of the provider’s tokens', async () => {
    await enter(identity.browser(), { sub: 'e-5', email: 'sobre@mairie.fr', email_verified: true });
    await enter(identity.browser(), { sub: 'e-5', email: 'sobre@mairie.fr', email_verified: true });
    const linked = await identity.sql(
      "select access_token, refresh_token, id_token from linked_account where account_id = 'e-5'",
    );
    expect(linked).toEqual([{ access_token: null, refresh_token: null, id_token: null }]);
  });

  it('ends in the browser that began it', async () => {
    const away = await identity.browser().get(START);
    const back = await organisation.signIn(away.headers.get('location') as string, {
      sub: 'e-6',
      email: 'volee@mairie.fr',
      email_verified: true,
    });
    const other = identity.browser();
    const refused = await other.get(`${back.pathname}${back.search}`);
    expect(refused.headers.get('location')).toMatch(/^\/connexion\?error=/);
    expect((await other.get('/auth/me')).status).toBe(401);
  });

  it('never leads elsewhere', async () => {
    const browser = identity.browser();
    for (const target of ['https://mechant.fr', 'http://couserans.localhost:3000/', '//mechant.fr']) {
      const refused = await browser.get(`/auth/oidc/organisation?callbackURL=${encodeURIComponent(target)}`);
      expect([refused.status >= 400, refused.headers.get('location')]).toEqual([true, null]);
    }
  });

  it('refuses a provider nobody configured', async () => {
    expect((await identity.browser().get('/auth/oidc/inconnu')).status).toBe(404);
  });

  it('does not need the provider to be up when the service starts', async () => {
    const late = await startOrganisation();
    const settings = late.settings();
    const port = Number(new URL(late.issuer).port);
    await late.stop();
    const early = await startIdentity({ OIDC_PROVIDERS: settings });
    expect((await early.browser().get(START)).status).toBeGreaterThanOrEqual(400);
    const up = await startOrganisation(port);
    expect((await early.browser().get(START)).status).toBe(302);
    await Promise.all([early.stop(), up.stop()]);
  });
});
