import { randomUUID } from 'node:crypto';
import { accessibilityProblems } from '@ancrage/testing/accessibility';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { desk, phone, site, soon, useBrowser } from './browser.ts';
import { signIn } from './sign-in.ts';

const { visit, newVisitor } = useBrowser();

async function usable(page: Page, width: number): Promise<void> {
  expect(await accessibilityProblems(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
}

describe('a visitor', () => {
  it('reads how they are welcomed and by whom, step by step, without JavaScript', async () => {
    const page = await visit('/accueil', { javaScriptEnabled: false });
    expect(await page.locator('ol h3').allTextContents()).toEqual([
      'Le premier contact',
      'Venir voir',
      'Préparer son projet',
      'Se loger',
      'L’école et la famille',
      'Travailler ici',
      'Le jour d’arrivée',
      'Les premiers mois',
    ]);
    expect(await page.locator('#housing').textContent()).toContain('Odile Castelvieil');
    expect(await page.getByText('Données de démonstration').first().isVisible()).toBe(true);
    // Who has not agreed to be named is not, and nobody's number is.
    const text = await page.locator('main').textContent();
    expect(text).not.toContain('Bastien Roquemaure');
    expect(text).not.toContain('+33');
    expect(
      await page.getByRole('link', { name: 'Rencontrer les solos du territoire' }).getAttribute('href'),
    ).toBe('/annuaire?parrain=1');
    await page.context().close();
  });

  it.each([
    ['a phone', phone],
    ['a desk', desk],
  ])('can use the page on %s', async (_, viewport) => {
    const page = await visit('/accueil', { viewport });
    await usable(page, viewport.width);
    await page.context().close();
  });
});

describe('an agent', () => {
  it('adds an actor, mobilises it in one gesture, notes the answer, and its response time shows', async () => {
    const name = `Maison ${randomUUID().slice(0, 8)}`;
    const page = await signIn(await newVisitor(), 'agent@demo.ancrage.test', '/espace/reseau/nouveau');
    await page.getByLabel('Nom', { exact: true }).fill(name);
    await page.getByLabel('Site', { exact: true }).fill('http://exemple.fr');
    await page.getByRole('button', { name: 'Ajouter au réseau' }).click();
    await page.getByText('Écrivez une adresse complète en https://').first().waitFor();
    expect(await page.getByLabel('Nom', { exact: true }).inputValue()).toBe(name);
    await page.getByLabel('Site', { exact: true }).fill('https://exemple.fr');
    await page.getByRole('button', { name: 'Ajouter au réseau' }).click();
    await page.getByRole('heading', { level: 1, name }).waitFor();
    const record = page.url();
    expect(await page.locator('[data-figure="median"]').textContent()).toBe('Pas encore connu');

    await page.getByText('Ajouter une offre').first().click();
    await page.getByLabel('Ce qu’il fait').fill('Prête une remorque');
    await page.getByLabel('À l’étape').nth(1).selectOption('ARRIVAL');
    await page.getByLabel('Répond sous (jours ouvrés)').fill('2');
    await page.getByRole('button', { name: 'Ajouter une offre' }).click();
    await page.getByText('Prête une remorque').first().waitFor();
    await usable(page, desk.width);

    await page.goto(`${site}/espace/reseau/mobiliser?etape=ARRIVAL`);
    const card = page.locator('ol > li', { hasText: name });
    expect(await card.textContent()).toContain('délai de réponse inconnu');
    await card.getByRole('button', { name: 'J’ai appelé' }).click();
    await page.getByText(`C’est noté : ${name} a été sollicité.`).waitFor();
    expect(await card.textContent()).toContain('Sans réponse depuis 0 jour ouvré');
    await usable(page, desk.width);
    await card.getByRole('button', { name: 'Réponse reçue' }).click();
    await page.getByText(`C’est noté : ${name} a répondu.`).waitFor();

    const csv = await page.request.get(`${site}/espace/reseau/mobiliser/liste.csv?etape=ARRIVAL`);
    expect(await csv.text()).toContain(`${name},Local,,Prête une remorque`);

    await page.goto(record);
    expect(await page.locator('[data-figure="median"]').textContent()).toBe('0 jour ouvré');
    expect(await page.getByText('1 sur 1 dans le délai promis').count()).toBe(1);
    await page.getByRole('button', { name: 'Archiver' }).click();
    await page.getByRole('button', { name: 'Sortir des archives' }).waitFor();
    await page.goto(`${site}/espace/reseau/mobiliser?etape=ARRIVAL`);
    expect(await page.locator('ol > li', { hasText: name }).count()).toBe(0);
    await page.context().close();
  });

  it('names an actor in public once it agreed, and takes the name off at once', async () => {
    const name = `Relais ${randomUUID().slice(0, 8)}`;
    const page = await signIn(await newVisitor(), 'agent@demo.ancrage.test', '/espace/reseau/nouveau');
    await page.getByLabel('Nom', { exact: true }).fill(name);
    await page.getByRole('button', { name: 'Ajouter au réseau' }).click();
    await page.getByRole('heading', { level: 1, name }).waitFor();
    await page.getByText('Ajouter une offre').first().click();
    await page.getByLabel('Ce qu’il fait').fill('Garde les clés');
    await page.getByRole('button', { name: 'Ajouter une offre' }).click();
    await page.getByText('Garde les clés').first().waitFor();
    const publicly = async () => (await (await fetch(`${site}/accueil`)).text()).includes(name);
    expect(await publicly()).toBe(false);
    await page.getByLabel('J’ai recueilli cet accord').check();
    await page.getByRole('button', { name: 'Publier', exact: true }).click();
    await page.getByText('Enregistré.').waitFor();
    await expect.poll(publicly, soon).toBe(true);
    await page.getByRole('button', { name: 'Accord repris : ne plus publier' }).click();
    await page.getByRole('button', { name: 'Publier', exact: true }).waitFor();
    await expect.poll(publicly, soon).toBe(false);
    await page.getByRole('button', { name: 'Archiver' }).click();
    await page.getByRole('button', { name: 'Sortir des archives' }).waitFor();
    await page.context().close();
  });

  it.each([
    ['a phone', phone],
    ['a desk', desk],
  ])('sees on %s where nobody stands, and a reader changes nothing', async (_, viewport) => {
    const page = await signIn(await newVisitor({ viewport }), 'lecteur@demo.ancrage.test', '/espace/reseau');
    await usable(page, viewport.width);
    expect(await page.getByRole('link', { name: 'Ajouter un acteur' }).count()).toBe(0);
    expect(await page.getByRole('row', { name: /^Venir voir/ }).textContent()).toContain('Personne');
    await page.getByRole('link', { name: 'Lignes Partagées' }).click();
    await page.getByText('Votre rôle permet de lire le réseau').waitFor();
    expect(await page.getByRole('button', { name: 'Enregistrer' }).count()).toBe(0);
    await usable(page, viewport.width);
    await page.goto(`${site}/espace/reseau/mobiliser?etape=HOUSING`);
    expect(await page.getByRole('button', { name: 'J’ai appelé' }).count()).toBe(0);
    await usable(page, viewport.width);
    await page.context().close();
  });
});
