import { randomUUID } from 'node:crypto';
import { accessibilityProblems } from '@ancrage/testing/accessibility';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { desk, phone, site, soon, useBrowser } from './browser.ts';
import { signIn } from './sign-in.ts';

const { visit, newVisitor } = useBrowser();
const agent = 'agent@demo.ancrage.test';
const pipeline = '/espace/annuaire';
const tablet = { width: 768, height: 1024 };

async function usable(page: Page, width: number): Promise<void> {
  expect(await accessibilityProblems(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
}

/** Somebody whom no other test knows. */
const somebody = () => {
  const mark = randomUUID().slice(0, 8);
  return { name: `Atelier ${mark}`, email: `solo-${mark}@solo.example` };
};

describe('an agent', () => {
  it('leads a solo from identified to the public page, and takes them off again', async () => {
    const { name, email } = somebody();
    const page = await signIn(await newVisitor(), agent, `${pipeline}/nouveau`);
    await page.getByLabel('Nom de l’activité').fill(name);
    await page.getByLabel('Métier').fill('Céramique');
    await page.getByLabel('Courriel').fill(email);
    await page.getByLabel('SIRET').fill('73282932000075');
    await page.getByLabel('Où l’avez-vous repéré').fill('Salon de Foix');
    await page.getByRole('button', { name: 'Ajouter au suivi' }).click();
    // Refused with a word, and nothing typed is lost.
    await page.getByText('Ce n’est pas un SIRET').waitFor();
    expect(await page.getByLabel('Courriel').inputValue()).toBe(email);
    await page.getByLabel('SIRET').fill('');
    await page.getByLabel('Commune', { exact: true }).selectOption('Foix');
    await page.getByRole('button', { name: 'Ajouter au suivi' }).click();
    await page.waitForURL(/\/espace\/annuaire\/[0-9a-f-]{36}$/);
    const record = page.url();
    await page.getByText('À informer avant le').waitFor();

    await page.getByRole('link', { name: 'Écrire le premier courrier' }).click();
    await page.getByLabel('Votre paragraphe').fill('Nous préparons l’annuaire.');
    await page.getByRole('button', { name: 'Envoyer la lettre' }).click();
    await page.getByText('La lettre part.').waitFor();

    await page.goto(record);
    await page.getByText('Informé le').waitFor();
    await page.getByText('Noter un accord reçu').click();
    await page.getByLabel('Quel jour').fill('2026-01-15');
    await page.getByLabel('Ce qui le montre').fill('Classeur 3');
    await page.getByRole('button', { name: 'Noter l’accord' }).click();
    await page.getByText('L’accord est noté.').waitFor();
    await page.getByText('Preuve : Classeur 3').waitFor();

    await page.getByText('Faire avancer').click();
    await page.getByRole('button', { name: 'Valider' }).click();
    await page.getByText(`${name} : Publiés.`).waitFor();
    const address = await page.getByRole('link', { name: 'Voir la fiche publique' }).getAttribute('href');
    const reader = await visit(address ?? '');
    expect(await reader.locator('h1').textContent()).toContain(name);

    await page.getByText('Noter un retrait').click();
    await page.getByLabel('Comment la personne l’a-t-elle dit').fill('Au téléphone');
    await page.getByRole('button', { name: 'Retirer l’accord' }).click();
    await page.getByText('Le retrait est noté').waitFor();
    await expect.poll(async () => (await reader.goto(`${site}${address}`))?.status(), soon).not.toBe(200);
    await reader.context().close();
    await page.context().close();
  });

  it('moves somebody on the board with the keyboard, and takes it back', async () => {
    const { name } = somebody();
    const page = await signIn(await newVisitor(), agent, `${pipeline}/nouveau`);
    await page.getByLabel('Nom de l’activité').fill(name);
    await page.getByLabel('Où l’avez-vous repéré').fill('Bouche à oreille');
    await page.getByRole('button', { name: 'Ajouter au suivi' }).click();
    await page.waitForURL(/\/espace\/annuaire\/[0-9a-f-]{36}$/);
    await page.goto(`${site}${pipeline}?q=${encodeURIComponent(name)}`);
    await page.locator('summary', { hasText: name }).focus();
    await page.keyboard.press('Enter');
    await page.getByLabel('Vers').selectOption('A refusé');
    await page.getByRole('button', { name: 'Valider' }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('Dites en quelques mots pourquoi.').waitFor();
    await page.getByLabel('Raison').fill('Pas maintenant');
    await page.keyboard.press('Enter');
    await page.getByText(`${name} : Refus.`).waitFor();
    await page.getByRole('button', { name: 'Annuler' }).click();
    await page.getByText(`${name} : Repérés.`).waitFor();
    await page.context().close();
  });

  it('imports a list without JavaScript: three bad rows are left, and can be had back', async () => {
    const [first, second] = [somebody(), somebody()];
    const signedIn = await signIn(await newVisitor(), agent, `${pipeline}/imports`);
    const storageState = await signedIn.context().storageState();
    const page = await visit(`${pipeline}/imports`, {
      storageState,
      javaScriptEnabled: false,
      viewport: phone,
    });
    const list = [
      'Nom;Courriel;Ville',
      `${first.name};${first.email};Foix`,
      ';sans-nom@solo.example;Foix',
      `=1+1;pas-une-adresse;Foix`,
      `${second.name};${second.email};Atlantide`,
      `Encore;${first.email};Foix`,
    ].join('\r\n');
    await page.getByLabel('Fichier').setInputFiles({
      name: 'solos.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(list, 'latin1'),
    });
    await page.getByRole('button', { name: 'Lire le fichier' }).click();
    await page.waitForURL(/\/imports\/[0-9a-f-]{36}$/);
    await page.getByLabel('D’où vient cette liste').fill('Liste de la chambre');
    await page.getByRole('button', { name: 'Vérifier sans rien ajouter' }).click();
    await page.getByText('« Atlantide » n’est pas une commune du territoire.').waitFor();
    await page.getByText('Même courriel, téléphone ou SIRET que la ligne 2.').waitFor();
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: /Télécharger les lignes laissées/ }).click();
    const stream = await (await download).createReadStream();
    const text = (await Array.fromAsync(stream)).join('');
    expect(text).toContain("'=1+1");
    await page.getByRole('button', { name: 'Ajouter 1 personne' }).click();
    await page.getByText('La liste est importée.').waitFor();
    await page.goto(`${site}${pipeline}?vue=tableau&q=${encodeURIComponent(first.name)}`);
    await page.getByRole('link', { name: first.name, exact: true }).waitFor();
    await page.context().close();
    await signedIn.context().close();
  });

  it.each([
    ['a phone', phone],
    ['a tablet', tablet],
    ['a desk', desk],
  ])('can use every page on %s', async (_, viewport) => {
    const page = await signIn(await newVisitor({ viewport }), agent, pipeline);
    for (const path of ['', '?vue=tableau', '/nouveau', '/imports', '/lettre']) {
      await page.goto(`${site}${pipeline}${path}`);
      await usable(page, viewport.width);
    }
    await page.goto(`${site}${pipeline}`);
    await page.locator('.board h3 a').first().click();
    await page.waitForURL(/\/espace\/annuaire\/[0-9a-f-]{36}$/);
    await usable(page, viewport.width);
    await page.context().close();
  });
});

it('a reader of the workspace sees figures, and nobody', async () => {
  const page = await signIn(await newVisitor(), 'lecteur@demo.ancrage.test', pipeline);
  await page.getByText('Votre rôle donne les chiffres').waitFor();
  expect(await page.locator('.board').count()).toBe(0);
  expect((await page.goto(`${site}${pipeline}/nouveau`))?.status()).toBe(403);
  await page.context().close();
});
