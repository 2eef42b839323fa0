import { accessibilityProblems } from '@ancrage/testing/accessibility';
import { serviceCommand } from '@ancrage/testing/commands';
import { gatewayClient } from '@ancrage/testing/gateway-client';
import { testPlatform } from '@ancrage/testing/test-platform';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { regionOperation } from '../src/lib/region/region-operation.ts';
import { desk, phone, site, siteOf, useBrowser } from './browser.ts';
import { signIn } from './sign-in.ts';

const { visit, newVisitor } = useBrowser();
const tablet = { width: 768, height: 1024 };
const rowOf = (page: Page, territory: string) => page.getByRole('row').filter({ hasText: territory });

describe.each([
  ['a phone', phone],
  ['a tablet', tablet],
  ['a desk', desk],
])('a region on %s', (_, viewport) => {
  it.each(['/region/76', '/en/region/76?chiffre=fibre', '/region/53', '/region/99'])(
    '%s can be read by everyone',
    async (path) => {
      const page = await visit(path, { viewport });
      expect(await accessibilityProblems(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
        viewport.width,
      );
      await page.context().close();
    },
  );
});

describe('the figures of a region', () => {
  it('are those of each territory, without JavaScript, sorted and searched', async () => {
    const page = await visit('/region/76', { javaScriptEnabled: false });
    const pfha = rowOf(page, 'Pays de Foix – Haute Ariège');
    const cells = await pfha.getByRole('cell').allTextContents();
    expect(cells.slice(0, 1).map((text) => text.replaceAll(/\s/g, ''))).toEqual(['48575']);
    expect(cells.slice(3, 6).map((text) => text.trim())).toEqual(['26', '6', '5']);
    await page.getByRole('columnheader').getByRole('link', { name: 'Habitants' }).click();
    expect(page.url()).toContain('tri=-population');
    const populations = (await page.locator('tbody tr td:nth-of-type(1)').allTextContents()).map((text) =>
      Number(text.replaceAll(/\D/g, '')),
    );
    expect(populations).toEqual(populations.toSorted((one, other) => other - one));
    await page.getByLabel('Chercher un territoire').fill('PAYS foix ariege');
    await page.getByRole('button', { name: 'Afficher' }).click();
    const names = await page.getByRole('rowheader').allTextContents();
    expect(names).toContainEqual(expect.stringContaining('Pays de Foix – Haute Ariège'));
    expect(names).not.toContainEqual(expect.stringContaining('Couserans'));
    await page.context().close();
  });

  it('are the same at another territory’s host, in nobody’s colours', async () => {
    const page = await visit('/region/76');
    const other = await visit(`${siteOf('couserans-pyrenees')}/region/76`);
    const accent = (one: Page) =>
      one.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--accent'));
    expect(await accent(page)).toBe(await accent(other));
    const table = (one: Page) => one.getByRole('table').textContent();
    expect(await table(other)).toBe(await table(page));
    await Promise.all([page.context().close(), other.context().close()]);
  });

  it('lead the platform’s operator to where a territory of the region is opened, nobody else', async () => {
    const opening = 'Ouvrir un territoire de la région';
    const context = await newVisitor();
    const page = await signIn(context, 'operateur@demo.ancrage.test', '/operateur');
    await page.goto(`${site}/region/76`);
    await page.getByRole('link', { name: opening }).click();
    await page.getByRole('heading', { level: 1, name: 'Nouveau territoire' }).waitFor();
    expect(await page.getByLabel('Région').inputValue()).toBe('76');
    await page
      .getByRole('link', { name: /^Ajouter CC / })
      .first()
      .waitFor();
    await context.close();
    const visitor = await visit('/region/76');
    await visitor.getByRole('link', { name: opening }).click();
    expect(visitor.url()).toContain('/connexion?next=');
    await visitor.context().close();
  });

  it('come with a map whose drawing colours each territory', async () => {
    const page = await visit('/region/76?chiffre=solos');
    const map = page.getByRole('img', { name: /Carte des territoires/ });
    const answer = await page.request.get(new URL((await map.getAttribute('src')) ?? '', site).href);
    expect(answer.headers()['content-type']).toContain('image/svg+xml');
    expect(await answer.text()).toMatch(/<path fill="#[0-9a-f]{6}"[^>]* d="M/);
    await page.context().close();
  });

  it('leave as CSV, and a year that is over as it was', async () => {
    const page = await visit('/region/76');
    const csv = async (search = '') =>
      (await page.request.get(`${site}/region/76/chiffres.csv${search}`)).text();
    const [head = '', ...rows] = (await csv()).split('\r\n');
    expect(head).toContain('Territoire,Identifiant,Habitants,Communes');
    const pfha = rows.find((row) => row.includes('pays-de-foix-haute-ariege'));
    expect(pfha?.split(',').slice(6, 9)).toEqual(['26', '6', '5']);
    const early = (await csv('?annee=2001')).split('\r\n').find((row) => row.includes('pays-de-foix'));
    expect(early?.split(',').slice(4, 9)).toEqual(['0', '0', '0', '0', '0']);
    await page.context().close();
  });

  it('of a region that is none, or has no territory, say so', async () => {
    const page = await visit('/region/99');
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toContain(
      'Cette région n’existe pas',
    );
    const answer = await page.goto(`${site}/region/abc`);
    expect(answer?.status()).toBe(404);
    await page.goto(`${site}/region/53`);
    expect(await page.locator('main').textContent()).toContain('n’accueille encore');
    await page.context().close();
  });
});

describe('the keys of a region’s tools', () => {
  it('are made, used at the gateway, seen and revoked by an observer', async () => {
    const context = await newVisitor();
    const visitor = await context.newPage();
    await visitor.goto(`${site}/region/76/cles`);
    expect(visitor.url()).toBe(`${site}/connexion?next=${encodeURIComponent('/region/76/cles')}`);
    const page = await signIn(context, 'observation@demo.ancrage.test', '/region/76/cles');

    await page.getByLabel('À quoi elle sert').fill('Observatoire du voyage');
    await page.getByRole('button', { name: 'Créer la clé' }).click();
    const apiKey = await page.getByLabel('La clé', { exact: true }).inputValue();
    expect(apiKey).toMatch(/^ancrage_[\w-]{43}$/);
    const ask = gatewayClient(testPlatform().gatewayUrl, { apiKey });
    const { data, errors } = await ask(regionOperation, { code: '76' });
    expect(errors).toBeUndefined();
    expect(data?.region.name).toBe('Occitanie');

    await page.goto(`${site}/region/76/cles`);
    expect(await page.content()).not.toContain(apiKey);
    for (const viewport of [phone, tablet, desk]) {
      await page.setViewportSize(viewport);
      expect(await accessibilityProblems(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
        viewport.width,
      );
    }
    const row = rowOf(page, 'Observatoire du voyage');
    expect(await row.textContent()).toContain(apiKey.slice(0, 16));
    expect(await row.textContent()).toContain('Observation régionale (démonstration)');
    expect(await row.textContent()).not.toContain('jamais');
    await row.getByRole('button').click();
    expect(await page.getByRole('status').textContent()).toContain('est révoquée');
    const listed = await serviceCommand(testPlatform(), 'identity', 'cli.js', 'api-key', 'list');
    expect(listed.split('\n').find((line) => line.startsWith(apiKey.slice(0, 16)))).toContain('revoked');
    await context.close();
  });

  it('are made and revoked without JavaScript, by an observer whose workspace is the region', async () => {
    const context = await newVisitor({ javaScriptEnabled: false });
    const page = await signIn(context, 'observation@demo.ancrage.test', '/region/76');
    await page.goto(`${site}/espace`);
    expect(page.url()).toBe(`${site}/region/76`);
    await page.goto(`${site}/region/76/cles`);
    await page.getByLabel('À quoi elle sert').fill('Papier et crayon');
    await page.getByLabel('Valable').selectOption('30');
    await page.getByRole('button', { name: 'Créer la clé' }).click();
    expect(await page.getByLabel('La clé', { exact: true }).inputValue()).toMatch(/^ancrage_[\w-]{43}$/);
    await page.getByRole('button', { name: 'Révoquer la clé Papier et crayon' }).click();
    expect(await page.getByRole('status').textContent()).toContain('Papier et crayon');
    expect(await rowOf(page, 'Papier et crayon').getByRole('button').count()).toBe(0);
    await context.close();
  });

  it('are not for members of a territory, who are told so', async () => {
    const context = await newVisitor();
    const page = await signIn(context, 'agent@demo.ancrage.test', '/region/76/cles');
    expect(await page.locator('main').textContent()).toContain('observateurs régionaux');
    expect(await page.getByRole('button', { name: 'Créer la clé' }).count()).toBe(0);
    await context.close();
  });
});
