import type { BrowserContext, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { desk, phone, site, soon, useBrowser } from './browser.ts';
import { signIn } from './sign-in.ts';

const { visit, newVisitor } = useBrowser();

const marks = (page: Page) => page.locator('[data-facilities] button');
const shownServices = async (page: Page) =>
  Number(await page.locator('[data-facilities]').getAttribute('data-facilities'));
const basemap = (page: Page) => page.locator('[data-basemap]').getAttribute('data-basemap');

/** How many services of some types all communes count together, as the API says it. */
async function known(types: string[]): Promise<number> {
  const answer = await fetch(new URL('/graphql', site), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: '{ territory { communes { facilityCounts { type { code } count } } } }' }),
  });
  const { data } = (await answer.json()) as {
    data: {
      territory: { communes: { facilityCounts: { type: { code: string }; count: number }[] }[] };
    };
  };
  return data.territory.communes
    .flatMap(({ facilityCounts }) => facilityCounts)
    .filter(({ type }) => types.includes(type.code))
    .reduce((sum, { count }) => sum + count, 0);
}

const schools = ['C107', 'C108', 'C109', 'C201', 'C301'];

describe('services on the map', () => {
  it('are shown by family, as many as the communes count, and stay in the address', async () => {
    const page = await visit('/carte');
    const picker = page.getByRole('list', { name: 'Montrer les services' });
    await picker.getByRole('button', { name: 'École' }).click();
    await expect.poll(() => page.url(), soon).toContain('lieux=ecole');
    await expect.poll(() => shownServices(page), soon).toBe(await known(schools));

    const copy = await visit(page.url().replace(site, ''));
    await expect.poll(() => shownServices(copy), soon).toBe(await known(schools));
    await copy.context().close();
    await page.context().close();
  });

  it('are exchanged for others without asking the server', async () => {
    const page = await visit('/carte?lieux=ecole');
    await expect.poll(() => shownServices(page), soon).toBeGreaterThan(0);
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    const before = await shownServices(page);
    const picker = page.getByRole('list', { name: 'Montrer les services' });
    await picker.getByRole('button', { name: 'Santé' }).click();
    await expect.poll(() => shownServices(page), soon).toBeGreaterThan(before);
    await picker.getByRole('button', { name: 'Santé' }).click();
    await expect.poll(() => shownServices(page), soon).toBe(before);
    expect(asked).toEqual([]);
    await page.context().close();
  });

  it('part as one comes nearer, until one says who and where it is, by keyboard alone', async () => {
    const page = await visit('/carte?lieux=petite-enfance');
    await expect.poll(() => shownServices(page), soon).toBeGreaterThan(0);
    await marks(page).first().focus();
    const card = page.getByRole('dialog', { name: 'Le service choisi sur la carte' });
    for (let step = 0; step < 8 && !(await card.isVisible()); step++) {
      const before = await page.locator('[data-facilities]').innerHTML();
      await page.keyboard.press('Enter');
      await expect
        .poll(
          async () =>
            (await card.isVisible()) || (await page.locator('[data-facilities]').innerHTML()) !== before,
          soon,
        )
        .toBe(true);
      await expect
        .poll(() => page.evaluate(() => document.activeElement?.tagName), soon)
        .toMatch(/BUTTON|DIV/);
    }
    expect(await card.getByRole('heading').first().textContent()).toBeTruthy();
    expect(await card.textContent()).toMatch(/Crèche|Relais petite enfance|Accueil de loisirs/);
    expect(await card.textContent()).toMatch(/Source\s:/);
    expect(await card.getByRole('link').first().getAttribute('href')).toMatch(/^\/communes\/09\d{3}-/);
    await page.keyboard.press('Escape');
    await expect.poll(() => card.isVisible(), soon).toBe(false);
    await page.context().close();
  });

  it('go from one to the next with the arrows, one stop of the tabulator for all', async () => {
    const page = await visit('/carte?lieux=sante');
    await expect.poll(() => marks(page).count(), soon).toBeGreaterThan(2);
    expect(await page.locator('[data-facilities] button[tabindex="0"]').count()).toBe(1);
    await marks(page).first().focus();
    await page.keyboard.press('ArrowRight');
    const focused = await page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
    expect(focused).toBe(await marks(page).nth(1).getAttribute('aria-label'));
    expect(focused).toMatch(/:|Médecin|Infirmier|Pharmacie/);
    await page.context().close();
  });
});

const origin = 'https://data.geopf.fr';
const style = {
  version: 8,
  sources: {
    plan: {
      type: 'geojson',
      data: {
        type: 'Feature',
        properties: {},
        geometry: {
          type: 'Polygon',
          coordinates: [
            [
              [-5, 40],
              [9, 40],
              [9, 52],
              [-5, 52],
              [-5, 40],
            ],
          ],
        },
      },
      attribution: '<b>IGN</b>',
    },
  },
  layers: [{ id: 'terre', type: 'fill', source: 'plan', paint: { 'fill-color': '#e8d8c0' } }],
};

/** The basemap's server, as far as this browser can tell. */
async function serveStyle(context: BrowserContext, body: unknown, status = 200): Promise<string[]> {
  const asked: string[] = [];
  await context.route(`${origin}/**`, (route) => {
    asked.push(route.request().url());
    return route.fulfill({ status, json: body, headers: { 'access-control-allow-origin': '*' } });
  });
  return asked;
}

describe('the basemap', () => {
  const open = async (context: BrowserContext, path = '/carte') => {
    const page = await context.newPage();
    await page.goto(new URL(path, site).href);
    await page.waitForSelector('[data-communes]:not([data-communes="0"])');
    return page;
  };

  it('lies under the communes where its server answers, with its licence', async () => {
    const context = await newVisitor();
    const asked = await serveStyle(context, style);
    const page = await open(context);
    await expect.poll(() => basemap(page), soon).toBe('shown');
    expect(asked[0]).toContain('/PLAN.IGN/');
    expect(await page.locator('[data-basemap]').textContent()).toMatch(/IGN.*Licence Ouverte 2\.0/s);
    // Far from every commune there is now ground.
    expect(await page.locator('[data-communes]').getAttribute('data-communes')).toBe('113');
    await context.close();
  });

  it.each([
    ['does not answer', null, 503],
    ['gives something else', { hello: 'world' }, 200],
    [
      'wants to fetch from elsewhere',
      { ...style, glyphs: 'https://ailleurs.fr/{fontstack}/{range}.pbf' },
      200,
    ],
  ])('that %s leaves the map whole', async (_, body, status) => {
    const context = await newVisitor();
    const asked = await serveStyle(context, body, status);
    const page = await open(context);
    await expect.poll(() => asked.length, soon).toBeGreaterThan(0);
    expect(await basemap(page)).toBe('none');
    expect(await page.locator('[data-communes]').getAttribute('data-communes')).toBe('113');
    await context.close();
  });

  it('is asked for from pages with a map alone, also when one comes to it by a link', async () => {
    const context = await newVisitor();
    const asked = await serveStyle(context, style);
    const page = await context.newPage();
    const home = await page.goto(new URL('/', site).href);
    expect(home?.headers()['content-security-policy']).not.toContain(origin);
    await page.getByRole('navigation').getByRole('link', { name: 'Carte' }).first().click();
    await page.waitForURL(/\/carte/);
    await expect.poll(() => basemap(page), soon).toBe('shown');
    expect(asked.length).toBeGreaterThan(0);
    await context.close();
  });

  it.each([
    ['a phone', phone],
    ['a desk', desk],
  ])('is chosen by an administrator, on %s', async (_, viewport) => {
    const context = await newVisitor({ viewport });
    const page = await signIn(context, 'administration@demo.ancrage.test');
    const settings = new URL('/espace/reglages', page.url()).href;
    await page.goto(settings);
    await page.getByLabel('Un style à vous').check();
    await page.getByLabel('Adresse du style').fill('https://192.168.1.10/style.json');
    await page.getByRole('button', { name: 'Enregistrer' }).click();
    await expect.poll(() => page.locator('#basemapStyle-fault').textContent(), soon).toContain('publique');
    await page.getByLabel('Rien d’autre').check();
    await page.getByRole('button', { name: 'Enregistrer' }).click();
    await expect.poll(() => page.getByRole('status').textContent(), soon).toBeTruthy();

    const answer = await fetch(new URL('/carte', site));
    expect(answer.headers.get('content-security-policy')).not.toContain(origin);
    const privacy = await (await fetch(new URL('/confidentialite', site))).text();
    expect(privacy).toContain('aucun autre n’est appelé');

    await page.goto(settings);
    await page.getByLabel('Le Plan IGN').check();
    await page.getByRole('button', { name: 'Enregistrer' }).click();
    await expect.poll(() => page.getByRole('status').textContent(), soon).toBeTruthy();
    await context.close();
  });
});
