import { gatewayClient } from '@ancrage/testing/gateway-client';
import type { Request } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { site, siteOf, soon, useBrowser } from './browser.ts';
import { signIn } from './sign-in.ts';

const { visit } = useBrowser();
const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(new URL(path, site), { headers, redirect: 'manual' });

describe('the home page', () => {
  it('weighs at most 70 kB of compressed JavaScript, and no map library', async () => {
    const page = await visit('about:blank');
    const scripts: Request[] = [];
    page.on('requestfinished', (request) => {
      if (request.resourceType() === 'script') scripts.push(request);
    });
    await page.goto(site);
    // Down to the seats of the sessions, whose subscription loads when they come on screen.
    await page.locator('#sessions').scrollIntoViewIfNeeded();
    await page.waitForLoadState('networkidle');
    const sizes = await Promise.all(scripts.map((request) => request.sizes()));
    // As it comes over the wire, to a browser that says what it can unpack.
    const total = sizes.reduce((sum, { responseBodySize }) => sum + responseBodySize, 0);
    expect(total).toBeGreaterThan(0);
    expect(total).toBeLessThanOrEqual(70 * 1024);
    expect(scripts.filter((request) => request.url().includes('maplibre'))).toEqual([]);
    await page.context().close();
  });

  it('calls nobody but the basemap that it names, from the map alone, and leaves nothing behind', async () => {
    const page = await visit('about:blank');
    const origins = new Set<string>();
    page.on('request', (request) => origins.add(new URL(request.url()).origin));
    const goTo = async (path: string) => {
      await page.goto(site + path);
      await page.waitForLoadState('networkidle');
    };
    for (const path of ['/', '/communes/09122-foix', '/comparer?communes=09122,09030', '/locaux']) {
      await goTo(path);
    }
    expect([...origins]).toEqual([site]);
    const basemap = page.waitForRequest((request) => request.url().startsWith('https://data.geopf.fr'));
    await goTo('/carte');
    await basemap;
    expect([...origins]).toEqual([site, 'https://data.geopf.fr']);
    expect(await page.context().cookies()).toEqual([]);
    await page.context().close();
  });

  it('says which of its figures are invented', async () => {
    const page = await visit('/', { javaScriptEnabled: false });
    expect(await page.getByText('Données de démonstration').count()).toBeGreaterThan(0);
    await page.context().close();
  });
});

describe('an address', () => {
  it('keeps its page when the language changes', async () => {
    const page = await visit('/carte?pop=500-1999', { javaScriptEnabled: false });
    await page.getByRole('link', { name: 'English' }).click();
    expect(page.url()).toBe(`${site}/en/carte?pop=500-1999`);
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    expect(await page.locator('h1').textContent()).toBe('Find your commune');
    await page.context().close();
  });

  it('of a commune has one form only', async () => {
    const answer = await get('/communes/09122-un-autre-nom');
    expect(answer.status).toBe(301);
    expect(answer.headers.get('location')).toBe('/communes/09122-foix');
  });

  it.each(['/communes/75056-paris', '/communes/foix', '/nulle-part', '/en/nowhere'])(
    '%s leads to a friendly 404',
    async (path) => {
      const answer = await get(path, { accept: 'text/html' });
      expect(answer.status).toBe(404);
      expect(await answer.text()).toContain('Pays de Foix');
    },
  );

  it('that belongs to no territory says so, in both languages', async () => {
    const page = await visit(siteOf('nulle-part'));
    expect(await page.locator('h1').textContent()).toBe('Aucun territoire à cette adresse');
    expect(await page.locator('main, body').first().textContent()).toContain('No territory at this address');
    await page.context().close();
  });
});

describe('a public page', () => {
  it.each(['/', '/carte', '/communes/09122-foix'])(
    '%s may be cached, and is not sent twice',
    async (path) => {
      const first = await get(path);
      expect(first.headers.get('cache-control')).toContain('public');
      expect(first.headers.get('set-cookie')).toBeNull();
      const tag = first.headers.get('etag') ?? '';
      expect(tag).not.toBe('');
      const again = await get(path, { 'if-none-match': tag, cookie: 'ancrage.session_token=x' });
      expect(again.status).toBe(304);
    },
  );

  it('lets nothing run that is not its own', async () => {
    const policy = (await get('/')).headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'self'");
    expect(policy).not.toContain('unsafe-inline');
    expect(policy).not.toContain('unsafe-eval');
  });

  it('wears the colours of its own territory', async () => {
    const rule = async (url: string) =>
      /:root\{[^}]*--accent:(#\w+)/.exec(await (await fetch(url)).text())?.[1];
    const page = await visit(siteOf('couserans-pyrenees'));
    expect(await page.title()).toContain('Couserans');
    expect(await rule(site)).toMatch(/^#/);
    await page.context().close();
  });
});

describe('the seats of a session', () => {
  it('change before the eyes of whoever looks at them', async () => {
    const page = await visit('/');
    const ask = gatewayClient(site, { territory: 'pays-de-foix-haute-ariege' });
    const { data } = await ask(
      '{ territory { upcomingSessions(first: 3) { nodes { id title capacity seatsLeft waitlistLength } } } }',
    );
    // Where somebody waits, seats that are added are offered at once.
    const { id, title, capacity, seatsLeft } = data!.territory.upcomingSessions.nodes.find(
      ({ waitlistLength }: { waitlistLength: number }) => waitlistLength === 0,
    );
    const row = page.locator('#sessions li', { has: page.getByRole('heading', { name: title }) });
    await row.scrollIntoViewIfNeeded();
    const agent = await signIn(page.context(), 'agent@demo.ancrage.test');
    const resize = (seats: number) =>
      agent.evaluate(
        async ([sessionId, wanted]) => {
          const { token } = await (await fetch('/auth/token')).json();
          const query =
            'mutation ($id: ID!, $capacity: Int!) { changeSessionCapacity(sessionId: $id, capacity: $capacity) { __typename } }';
          const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
          await fetch('/graphql', {
            method: 'POST',
            headers,
            body: JSON.stringify({ query, variables: { id: sessionId, capacity: wanted } }),
          });
        },
        [id, seats] as const,
      );
    await resize(capacity + 3);
    await expect.poll(() => row.textContent(), soon).toContain(`${seatsLeft + 3} places`);
    await resize(capacity);
    await expect
      .poll(() => row.textContent(), soon)
      .toMatch(seatsLeft > 0 ? `${seatsLeft} place` : /Complet/);
    await page.context().close();
  });
});
