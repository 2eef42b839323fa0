import { randomUUID } from 'node:crypto';
import { accessibilityProblems } from '@ancrage/testing/accessibility';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { desk, phone, site, soon, useBrowser } from './browser.ts';
import { signIn } from './sign-in.ts';

const { visit, newVisitor } = useBrowser();
const list = '/espace/offre/locaux';

/** A one-pixel photograph, as a file that somebody picks. */
const photo = {
  name: 'salle.png',
  mimeType: 'image/png',
  buffer: Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
};

async function usable(page: Page, width: number): Promise<void> {
  expect(await accessibilityProblems(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
}

describe('a visitor', () => {
  it('filters the premises and shares one, without JavaScript', async () => {
    const page = await visit('/locaux', { javaScriptEnabled: false });
    expect(await page.locator('.cards li').count()).toBeGreaterThan(1);
    expect(await page.getByText('Données de démonstration').first().isVisible()).toBe(true);
    await page.getByLabel('Type').selectOption('Atelier');
    await page.getByRole('button', { name: 'Afficher' }).click();
    expect(new URL(page.url()).searchParams.get('type')).toBe('workshop');
    expect(await page.locator('.cards .eyebrow').allTextContents()).toEqual([
      expect.stringContaining('Atelier'),
    ]);
    await page.locator('.cards a').click();
    expect(await page.locator('h1').textContent()).toBe('Atelier de l’ancienne forge');
    const data = JSON.parse((await page.locator('script[type="application/ld+json"]').textContent()) ?? '');
    expect(data).toMatchObject({ '@type': 'Offer', price: 420, priceCurrency: 'EUR' });
    const link = await page.getByRole('link', { name: 'Par e-mail' }).getAttribute('href');
    expect(decodeURIComponent(link ?? '')).toContain(page.url());
    await page.goto(`${site}/locaux?type=castle&q=introuvable-nulle-part`);
    expect(await page.locator('h2').first().textContent()).toBe('Rien ne correspond, pour l’instant');
    await page.context().close();
  });

  it.each([
    ['a phone', phone],
    ['a desk', desk],
  ])('can use every page on %s', async (_, viewport) => {
    const page = await visit('/locaux', { viewport });
    await usable(page, viewport.width);
    await page.locator('.cards a').first().click();
    await page.waitForURL(/\/locaux\/[0-9a-f-]{36}-/);
    await usable(page, viewport.width);
    await page.goto(`${site}/locaux?q=introuvable`);
    await usable(page, viewport.width);
    await page.context().close();
  });
});

describe('an agent', () => {
  it('writes an entry, is told at once what is wrong, adds a photograph and publishes', async () => {
    const title = `Atelier ${randomUUID().slice(0, 8)}`;
    const page = await signIn(await newVisitor(), 'agent@demo.ancrage.test', `${list}/nouveau`);
    await page.getByLabel('Titre').fill(title);
    await expect.poll(() => page.locator('aside .cards').textContent(), soon).toContain(title);
    await page.getByLabel('Type').selectOption('WORKSHOP');
    await page.getByLabel('Commune').selectOption({ label: 'Foix' });
    await page.getByLabel('Site', { exact: true }).fill('http://exemple.fr');
    await page.getByLabel('Nom').fill('Camille Essai');
    await page.getByLabel('Titre').focus();
    await page.getByText('Écrivez une adresse complète en https://').waitFor();
    await page.getByRole('button', { name: 'Enregistrer le brouillon' }).click();
    await page.getByText('Personne n’est nommé sans son accord').waitFor();
    expect(await page.getByLabel('Titre').inputValue()).toBe(title);
    await page.getByLabel('Site', { exact: true }).fill('https://exemple.fr/atelier');
    await page.getByLabel('Accord de la personne').selectOption('EMAIL');
    await page.getByRole('button', { name: 'Enregistrer le brouillon' }).click();
    await page.getByRole('heading', { level: 1, name: title }).waitFor();

    await page
      .getByLabel('Photo', { exact: true })
      .setInputFiles({ ...photo, buffer: Buffer.from('<svg/>') });
    await page.getByLabel('Ce que montre la photo').first().fill('Une salle claire');
    await page.getByRole('button', { name: 'Ajouter la photo' }).click();
    await page.getByText('Ce fichier n’est pas une photo').waitFor();
    await page.getByLabel('Photo', { exact: true }).setInputFiles(photo);
    await page.getByRole('button', { name: 'Ajouter la photo' }).click();
    await page.getByRole('heading', { name: 'Photo 1 sur 1' }).waitFor();
    await usable(page, desk.width);
    const picture = page.locator('ol img');
    expect(
      await picture.evaluate((image: HTMLImageElement) => image.decode().then(() => image.naturalWidth)),
    ).toBe(1);

    const stranger = await visit('/locaux');
    expect(await stranger.locator('.cards').textContent()).not.toContain(title);
    await page.getByRole('button', { name: 'Publier' }).click();
    await page.getByText('En ligne : tout le monde peut voir ce local.').waitFor();
    await expect
      .poll(async () => {
        await stranger.goto(`${site}/locaux?q=${encodeURIComponent(title)}`);
        return stranger.locator('.cards').count();
      }, soon)
      .toBe(1);
    await stranger.locator('.cards a').click();
    await stranger.getByRole('heading', { level: 1, name: title }).waitFor();
    expect(await stranger.getByText('Camille Essai').count()).toBe(1);
    expect(await stranger.getByRole('img', { name: 'Une salle claire' }).count()).toBe(1);
    await stranger.context().close();

    await page.getByRole('button', { name: 'Archiver' }).click();
    await page.getByText('Archivé').first().waitFor();
    await page.goto(`${site}${list}?liste=archives&q=${encodeURIComponent(title)}`);
    expect(await page.locator('.rows li').count()).toBe(1);
    await page.context().close();
  });

  it('does the same without JavaScript: a photograph is sent, described, and deleted once confirmed', async () => {
    const signedIn = await signIn(await newVisitor(), 'agent@demo.ancrage.test', `${list}/nouveau`);
    const storageState = await signedIn.context().storageState();
    const page = await visit(`${list}/nouveau`, { storageState, javaScriptEnabled: false, viewport: phone });
    await page.getByLabel('Titre').fill('Sans JavaScript');
    await page.getByLabel('Type').selectOption('LAND');
    await page.getByLabel('Commune').selectOption({ label: 'Foix' });
    await page.getByRole('button', { name: 'Enregistrer le brouillon' }).click();
    expect(await page.locator('h1').textContent()).toBe('Sans JavaScript');
    await page.getByLabel('Photo', { exact: true }).setInputFiles({ ...photo, buffer: Buffer.from('non') });
    await page.getByLabel('Ce que montre la photo').first().fill('Un pré');
    await page.getByRole('button', { name: 'Ajouter la photo' }).click();
    expect(await page.getByRole('alert').textContent()).toContain('Ce fichier n’est pas une photo');
    await page.getByLabel('Photo', { exact: true }).setInputFiles(photo);
    await page.getByLabel('Ce que montre la photo').first().fill('Un pré');
    await page.getByRole('button', { name: 'Ajouter la photo' }).click();
    await page.getByRole('link', { name: 'Supprimer' }).click();
    expect(await page.getByRole('alert').textContent()).toContain('Supprimer cette photo pour toujours ?');
    await page.getByRole('button', { name: 'Supprimer' }).click();
    expect(await page.getByText('Photo supprimée.').count()).toBe(1);
    expect(await page.locator('ol li').count()).toBe(0);
    await page.getByRole('button', { name: 'Archiver' }).click();
    await page.context().close();
    await signedIn.context().close();
  });

  it('is told of entries to renew, and a reader may only read', async () => {
    const page = await signIn(await newVisitor(), 'lecteur@demo.ancrage.test', list);
    expect(await page.getByRole('link', { name: 'Ajouter un local' }).count()).toBe(0);
    await page.locator('.rows a').first().click();
    await page.getByText('Votre rôle permet de lire').waitFor();
    expect(await page.getByRole('button', { name: 'Enregistrer' }).count()).toBe(0);
    await usable(page, desk.width);
    expect((await page.goto(`${site}${list}/nouveau`))?.status()).toBe(403);
    await page.context().close();
  });
});
