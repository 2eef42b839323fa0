import { randomUUID } from 'node:crypto';
import { accessibilityProblems } from '@ancrage/testing/accessibility';
import { parseFeed } from '@rowanmanning/feed-parser';
import type { Page } from 'playwright-core';
import { extractText, getDocumentProxy, getMeta } from 'unpdf';
import { describe, expect, it } from 'vitest';
import { desk, phone, site, soon, useBrowser } from './browser.ts';
import { signIn } from './sign-in.ts';

const { visit, newVisitor } = useBrowser();
const textile = 'Le textile revient, par la création';

async function usable(page: Page, width: number): Promise<void> {
  expect(await accessibilityProblems(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
}

describe('a visitor', () => {
  it('reads the arrivals and one of them, without JavaScript', async () => {
    const page = await visit('/actualites', { javaScriptEnabled: false });
    expect(await page.getByText('Données de démonstration').first().isVisible()).toBe(true);
    await page.getByRole('link', { name: textile }).click();
    expect(await page.locator('h1').textContent()).toBe(textile);
    expect(await page.locator('.text p').count()).toBe(3);
    expect(await page.getByRole('link', { name: 'Voir la fiche' }).getAttribute('href')).toMatch(
      /^\/annuaire\/laine-et-genet/,
    );
    const data = JSON.parse((await page.locator('script[type="application/ld+json"]').textContent()) ?? '');
    expect(data).toMatchObject({ '@type': 'NewsArticle', headline: textile, url: page.url() });
    await page.context().close();
  });

  it.each([
    ['a phone', phone],
    ['a desk', desk],
  ])('can use the pages on %s', async (_, viewport) => {
    const page = await visit('/actualites', { viewport });
    await usable(page, viewport.width);
    await page.getByRole('link', { name: textile }).click();
    await page.getByRole('heading', { level: 1, name: textile }).waitFor();
    await usable(page, viewport.width);
    await page.context().close();
  });

  it('finds the feed from the page, and it is Atom', async () => {
    const page = await visit('/actualites', { javaScriptEnabled: false });
    const address = await page.locator('link[type="application/atom+xml"]').getAttribute('href');
    const answer = await fetch(new URL(address ?? '', site));
    expect(answer.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8');
    const feed = parseFeed(await answer.text());
    expect(feed.meta).toMatchObject({ type: 'atom', version: '1.0' });
    expect(feed.self).toBe(`${site}/actualites/atom.xml`);
    expect(feed.items.find(({ title }) => title === textile)?.url).toBe(
      `${site}/actualites/le-textile-revient-par-la-creation`,
    );
    await page.context().close();
  });

  it('takes the press sheet away: tagged, with the facts, and told that it is invented', async () => {
    const answer = await fetch(`${site}/actualites/le-textile-revient-par-la-creation/dossier.pdf`);
    expect(answer.headers.get('content-type')).toBe('application/pdf');
    const pdf = await getDocumentProxy(new Uint8Array(await answer.arrayBuffer()));
    const { text } = await extractText(pdf, { mergePages: true });
    const plain = text.replace(/\s+/g, ' ');
    for (const words of [
      textile,
      'Laine et Genêt',
      'Contact presse',
      'Pays de Foix',
      'Démonstration',
      '/actualites/le-textile-revient',
    ])
      expect(plain).toContain(words);
    const { info } = await getMeta(pdf);
    expect(info).toMatchObject({ Title: textile, Language: 'fr' });
    expect(await pdf.getMarkInfo()).toMatchObject({ Marked: true });
    expect((await fetch(`${site}/actualites/jamais-ecrit/dossier.pdf`)).status).toBe(404);
  });
});

describe('an agent', () => {
  it('writes an arrival, publishes it, and takes it off everywhere at once', async () => {
    const title = `Une forge ${randomUUID().slice(0, 8)}`;
    const page = await signIn(await newVisitor(), 'agent@demo.ancrage.test', '/espace/arrivees/nouvelle');
    await page
      .getByLabel('Qui est présenté')
      .selectOption({ label: 'Cartes et Combes, Cartographie et SIG' });
    // The preview follows once the script is there.
    await expect
      .poll(async () => {
        await page.getByLabel('Titre').fill(title);
        return page.locator('aside .preview').textContent();
      }, soon)
      .toContain(title);
    await page.getByLabel('Chapeau').fill('Des <b>outils</b> sur mesure.');
    await page.getByLabel('Article').fill('Un premier paragraphe.\n\nUn second.');
    await expect.poll(() => page.locator('aside .preview').textContent(), soon).toContain(title);
    await usable(page, desk.width);
    await page.getByRole('button', { name: 'Enregistrer le brouillon' }).click();
    await page.getByRole('heading', { level: 1, name: title }).waitFor();
    expect(await page.locator('blockquote').textContent()).toContain('J’accepte d’être présenté');

    const slug = title.toLowerCase().replaceAll(' ', '-');
    const where = ['/actualites', `/actualites/${slug}`, '/actualites/atom.xml', '/', '/sitemap.xml'];
    const shown = () =>
      Promise.all(
        where.map(async (path) => {
          const text = await (await fetch(site + path)).text();
          return text.includes(slug) && !text.includes('<b>outils');
        }),
      );
    const sheet = async () => (await fetch(`${site}/actualites/${slug}/dossier.pdf`)).status;
    const article = async () => (await fetch(`${site}/actualites/${slug}`)).status;
    expect(await article()).toBe(404);
    await page.getByRole('button', { name: 'Publier' }).click();
    await page.getByText('En ligne : page, fil et dossier de presse.').waitFor();
    await expect.poll(shown, soon).toEqual(where.map(() => true));
    expect(await sheet()).toBe(200);
    await usable(page, desk.width);

    await page.getByRole('button', { name: 'Retirer' }).click();
    await page.getByText('Retirée partout.').waitFor();
    await expect.poll(article, soon).toBe(404);
    expect(await sheet()).toBe(404);
    for (const path of ['/actualites', '/actualites/atom.xml', '/', '/sitemap.xml'])
      expect(await (await fetch(site + path)).text(), path).not.toContain(slug);

    await page.getByRole('link', { name: 'Supprimer' }).click();
    await page.getByRole('button', { name: 'Oui, supprimer' }).click();
    await page.waitForURL(/\/espace\/arrivees$/);
    expect(await page.getByText(title).count()).toBe(0);
    await usable(page, desk.width);
    await page.context().close();
  });
});
