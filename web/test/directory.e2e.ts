import { accessibilityProblems } from '@ancrage/testing/accessibility';
import type { Page, Request } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { desk, phone, site, soon, useBrowser } from './browser.ts';

const { visit } = useBrowser();
const names = (page: Page) => page.locator('.cards .title').allInnerTexts();
const searchOf = (page: Page) => decodeURIComponent(new URL(page.url()).search);

async function usable(page: Page, width: number): Promise<void> {
  expect(await accessibilityProblems(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
}

describe('searching the directory', () => {
  it('follows what is typed, forgives it, keeps the focus, and says how many', async () => {
    const page = await visit('/annuaire');
    await page.locator('[data-communes]').waitFor({ timeout: 20_000 });
    const field = page.getByRole('searchbox');
    await field.pressSequentially('ilustratrise', { delay: 20 });
    await expect.poll(() => searchOf(page), soon).toBe('?q=ilustratrise');
    await expect.poll(() => names(page), soon).toContain('Crayon Marmotte');
    expect(await field.inputValue()).toBe('ilustratrise');
    expect(await field.evaluate((input) => input === document.activeElement)).toBe(true);
    expect(await page.locator('[aria-live]').first().innerText()).toMatch(/^\d+ solos?$/);
    await page.context().close();
  });

  it('suggests while one types, by the keyboard too', async () => {
    const page = await visit('/annuaire', { viewport: phone });
    await page.getByRole('searchbox').pressSequentially('graph', { delay: 20 });
    const suggested = page.getByRole('list', { name: 'Vous cherchez peut-être' });
    await suggested.getByRole('link', { name: /^Graphisme/ }).waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(() => suggested.count(), soon).toBe(0);
    await page.getByRole('searchbox').fill('graphis');
    await suggested.getByRole('link', { name: /^Graphisme/ }).focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => searchOf(page), soon).toBe('?activite=Graphisme');
    expect(await names(page)).toContain('Studio Papier Fougère');
    await page.context().close();
  });

  it('is narrowed by facets from the keyboard, in an address that shows the same to somebody else', async () => {
    const page = await visit('/annuaire');
    await page.locator('[data-communes]').waitFor({ timeout: 20_000 });
    await page.getByText('Affiner').click();
    const box = page.getByRole('group', { name: 'Métier' }).getByRole('checkbox').first();
    const activity = await box.getAttribute('value');
    await box.focus();
    await page.keyboard.press('Space');
    await expect.poll(() => new URL(page.url()).searchParams.get('activite'), soon).toBe(activity);
    expect(await box.isChecked()).toBe(true);
    await page.getByRole('checkbox', { name: /^Peut parrainer/ }).press('Space');
    await expect.poll(() => searchOf(page), soon).toMatch(/&parrain=1$/);
    await expect
      .poll(async () => (await page.locator('.sponsor').count()) === (await names(page)).length, soon)
      .toBe(true);
    const shared = await visit(new URL(page.url()).pathname + new URL(page.url()).search, {
      javaScriptEnabled: false,
    });
    expect(await names(shared)).toEqual(await names(page));
    await shared.getByRole('link', { name: 'Tout retirer' }).click();
    expect(shared.url()).toBe(`${site}/annuaire`);
    await shared.context().close();
    await page.context().close();
  });

  it('works without JavaScript, and turns its pages', async () => {
    const page = await visit('/annuaire', { javaScriptEnabled: false });
    const first = await names(page);
    await page.getByRole('link', { name: 'Voir la suite' }).click();
    const second = await names(page);
    expect(second.length).toBeGreaterThan(0);
    expect(second.filter((name) => first.includes(name))).toEqual([]);
    await page.goto(`${site}/annuaire`);
    await page.getByRole('searchbox').fill('programmeuse');
    await page.getByRole('button', { name: 'Chercher' }).click();
    expect(await names(page)).toContain('Octet des Cimes');
    await page.context().close();
  });

  it('helps where it finds nobody', async () => {
    const page = await visit('/annuaire?q=zzyzx&commune=09122', { javaScriptEnabled: false });
    expect(await page.locator('h2').first().innerText()).toBe('Personne ne correspond, pour l’instant');
    await page.getByRole('link', { name: /^Chercher «\szzyzx\s» sans les autres critères$/ }).click();
    expect(searchOf(page)).toBe('?q=zzyzx');
    expect(await page.getByRole('link', { name: 'Rejoindre l’annuaire' }).getAttribute('href')).toBe(
      '/annuaire/rejoindre',
    );
    await page.context().close();
  });
});

describe('a solo’s page', () => {
  it('says in machine words what it shows, gives a card, a picture, and says that it is invented', async () => {
    const page = await visit('/annuaire/octet-des-cimes', { javaScriptEnabled: false });
    expect(await page.locator('h1').innerText()).toBe('Octet des Cimes');
    expect(await page.getByText('Données de démonstration').first().isVisible()).toBe(true);
    const data = JSON.parse((await page.locator('script[type="application/ld+json"]').textContent()) ?? '');
    expect(data).toMatchObject({ '@type': 'ProfessionalService', name: 'Octet des Cimes' });
    const image = await page.locator('meta[property="og:image"]').getAttribute('content');
    const picture = await fetch(image ?? '');
    const bytes = Buffer.from(await picture.arrayBuffer());
    expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([1200, 630]);
    const card = await fetch(`${site}/annuaire/octet-des-cimes/carte.vcf`);
    expect(card.headers.get('content-type')).toBe('text/vcard; charset=utf-8');
    expect(await card.text()).toMatch(/^BEGIN:VCARD\r\nVERSION:4\.0\r\n/);
    await page.context().close();
  });

  it('is refused kindly when there is none, and found by no engine', async () => {
    const page = await visit('/annuaire/nobody-of-that-name', { javaScriptEnabled: false });
    expect(await page.locator('h1').innerText()).toBe('Cette fiche n’est pas dans l’annuaire');
    expect(await page.locator('meta[name="robots"]').getAttribute('content')).toBe('noindex');
    expect(await page.getByRole('link', { name: 'Voir l’annuaire' }).getAttribute('href')).toBe('/annuaire');
    await page.context().close();
  });

  it('loads at most 70 kB of JavaScript, as it comes over the wire', async () => {
    const page = await visit('about:blank');
    const scripts: Request[] = [];
    page.on('requestfinished', (request) => {
      if (request.resourceType() === 'script') scripts.push(request);
    });
    await page.goto(`${site}/annuaire/octet-des-cimes`);
    await page.waitForLoadState('networkidle');
    const sizes = await Promise.all(scripts.map((request) => request.sizes()));
    const total = sizes.reduce((sum, { responseBodySize }) => sum + responseBodySize, 0);
    expect(total).toBeGreaterThan(0);
    expect(total).toBeLessThanOrEqual(70 * 1024);
    await page.context().close();
  });
});

describe.each([
  ['a phone', phone],
  ['a desk', desk],
])('on %s', (_, viewport) => {
  it.each([
    '/annuaire',
    '/en/annuaire?q=graphiste&parrain=1',
    '/annuaire?q=zzyzx',
    '/annuaire/octet-des-cimes',
    '/annuaire/nobody-of-that-name',
    '/annuaire/message/nothing',
    '/embarquer/annuaire',
    '/embarquer?quoi=annuaire',
  ])('%s can be used by everyone', async (path) => {
    const page = await visit(path, { viewport });
    await usable(page, viewport.width);
    await page.context().close();
  });
});
