import { randomUUID } from 'node:crypto';
import { accessibilityProblems } from '@ancrage/testing/accessibility';
import type { Page, Request } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { desk, phone, site, useBrowser } from './browser.ts';
import { signIn } from './sign-in.ts';

const { visit, newVisitor } = useBrowser();
const agent = 'agent@demo.ancrage.test';
const area = '/espace/candidats';
const tablet = { width: 768, height: 1024 };
const record = /\/espace\/candidats\/[0-9a-f-]{36}$/;

async function usable(page: Page, width: number): Promise<void> {
  expect(await accessibilityProblems(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
}

/** A household that no other test knows. */
const somebody = () => {
  const mark = randomUUID().slice(0, 8);
  return {
    name: `Foyer ${mark}`,
    email: `foyer-${mark}@candidat.example`,
    phone: `06${Date.now() % 1e8}`.padEnd(10, '0'),
  };
};

async function written(page: Page, { name, email }: { name: string; email: string }): Promise<string> {
  await page.goto(`${site}${area}/nouveau`);
  await page.getByLabel('Nom', { exact: true }).fill(name);
  await page.getByLabel('Courriel').fill(email);
  await page.getByRole('button', { name: 'Ajouter au suivi' }).click();
  await page.waitForURL(record);
  return page.url();
}

describe('a household', () => {
  it('asks to be called, and an agent makes a qualified prospect of it', async () => {
    const { name, email, phone: number } = somebody();
    const visitor = await visit('/?o=affiche-gare');
    await visitor.getByRole('link', { name: 'Être rappelé' }).first().click();
    await visitor.waitForURL(/\/rappel\?o=affiche-gare$/);
    await visitor.getByLabel('Votre nom').fill(name);
    await visitor.getByLabel('Votre téléphone').fill('douze');
    await visitor.getByLabel('Votre courriel').fill(email);
    await visitor.getByLabel('En deux mots').fill('Ouvrir un atelier à Foix');
    await visitor.getByText('En dire plus').click();
    await visitor.getByLabel('Années de naissance').fill('2016, 2019');
    await visitor.getByLabel('École', { exact: true }).check();
    await visitor.getByLabel('J’accepte que le territoire garde').check();
    await visitor.getByRole('button', { name: 'Être rappelé' }).click();
    // Refused with a word, and nothing typed is lost.
    await visitor.getByText('Écrivez le numéro en chiffres').waitFor();
    expect(await visitor.getByLabel('Années de naissance').inputValue()).toBe('2016, 2019');
    await visitor.getByLabel('Votre téléphone').fill(number);
    await visitor.getByRole('button', { name: 'Être rappelé' }).click();
    await visitor.getByText('Nous vous appelons d’ici au').waitFor();
    await visitor.context().close();

    const page = await signIn(await newVisitor(), agent, area);
    await page.goto(`${site}${area}?q=${encodeURIComponent(name)}`);
    await page.getByRole('link', { name, exact: true }).click();
    await page.waitForURL(record);
    await page.getByText('Ouvrir un atelier à Foix').first().waitFor();
    await page.getByText('Rappeler', { exact: true }).first().waitFor();
    await page.getByRole('link', { name: 'Voir les communes qui répondent à ces besoins' }).waitFor();
    await page.getByLabel('Au téléphone', { exact: true }).check();
    await page.getByLabel('Ce qui s’est dit').fill('Cherche un local de 60 m²');
    await page.getByRole('button', { name: 'Ajouter aux échanges' }).click();
    await page.getByText('C’est noté dans les échanges.').waitFor();
    await page.getByRole('button', { name: 'C’est fait' }).click();
    await page.getByText('La suite est à jour.').waitFor();
    await page.getByLabel('Quoi faire').fill('Envoyer la liste des locaux');
    await page.getByLabel('Pour le').fill('2031-02-03');
    await page.getByRole('button', { name: 'Prévoir', exact: true }).click();
    await page.getByText('d’ici au 3 février 2031').first().waitFor();
    await page.getByLabel('Suivi par').selectOption('vous');
    await page.getByRole('button', { name: 'Confier' }).click();
    await page.getByText('C’est noté.', { exact: true }).waitFor();
    await page.locator('summary', { hasText: 'Changer d’étape' }).click();
    await page.getByRole('button', { name: 'Valider' }).click();
    await page.getByText(`${name} : Qualifiés.`).waitFor();
    await page.goto(`${site}${area}?vue=tableau&suivi=moi&etape=qualifies&q=${encodeURIComponent(name)}`);
    await page.getByText('Envoyer la liste des locaux').waitFor();
    await page.context().close();
  });

  it('asks without JavaScript on a phone, and reads the same twice', async () => {
    const { name, phone: number } = somebody();
    const page = await visit('/rappel', { javaScriptEnabled: false, viewport: phone });
    for (let time = 0; time < 2; time += 1) {
      await page.goto(`${site}/rappel`);
      await page.getByLabel('Votre nom').fill(name);
      await page.getByLabel('Votre téléphone').fill(number);
      await page.getByLabel('J’accepte que le territoire garde').check();
      await page.getByRole('button', { name: 'Être rappelé' }).click();
      await page.waitForURL(/\?merci=\d{4}-\d{2}-\d{2}$/);
      await page.getByText('Nous vous appelons d’ici au').waitFor();
    }
    await page.context().close();
  });
});

describe('an agent', () => {
  it('loses a household for a reason with the keyboard, and takes it back', async () => {
    const household = somebody();
    const page = await signIn(await newVisitor(), agent, area);
    await written(page, household);
    await page.goto(`${site}${area}?q=${encodeURIComponent(household.name)}`);
    await page.locator('summary', { hasText: household.name }).focus();
    await page.keyboard.press('Enter');
    await page.getByLabel('Vers').selectOption('Perdus');
    await page.getByRole('button', { name: 'Valider' }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('Choisissez la raison qui s’en approche le plus.').waitFor();
    await page.getByLabel('Raison de la perte').selectOption('Pas de logement ou de local');
    await page.getByLabel('Remarque').fill('Rien à louer');
    await page.keyboard.press('Enter');
    await page.getByText(`${household.name} : Perdus.`).waitFor();
    await page.getByRole('button', { name: 'Annuler' }).click();
    await page.getByText(`${household.name} : Nouveaux.`).waitFor();
    await page.context().close();
  });

  it('who saves after a colleague sees where the two differ, and decides', async () => {
    const page = await signIn(await newVisitor(), agent, area);
    const address = await written(page, somebody());
    const other = await page.context().newPage();
    await other.goto(address);
    for (const [tab, project] of [
      [page, 'Un atelier'],
      [other, 'Un gîte'],
    ] as const) {
      await tab.getByText('Corriger', { exact: true }).click();
      await tab.getByLabel('Projet').fill(project);
      await tab.getByRole('button', { name: 'Enregistrer' }).click();
      await tab.getByText(tab === page ? 'Le foyer est à jour.' : 'Quelqu’un a modifié ce foyer').waitFor();
    }
    const both = other.getByRole('alert');
    expect(await both.textContent()).toMatch(/Un atelier.*Un gîte/s);
    expect(await other.getByLabel('Projet').inputValue()).toBe('Un gîte');
    await other.getByRole('button', { name: 'Enregistrer' }).click();
    await other.getByText('Le foyer est à jour.').waitFor();
    await page.context().close();
  });

  it('keeps a document, has it back, and removes it after one more question', async () => {
    const page = await signIn(await newVisitor(), agent, area);
    await written(page, somebody());
    const send = async (name: string, content: string) => {
      await page.getByLabel('Ajouter un document').setInputFiles({
        name,
        mimeType: 'application/octet-stream',
        buffer: Buffer.from(content),
      });
      await page.getByRole('button', { name: 'Envoyer', exact: true }).click();
    };
    await send('dossier.pdf', '%PDF-1.7\n<< /S /JavaScript >>\n%%EOF');
    await page.getByText('Ce PDF contient un script').waitFor();
    await send('Étude.txt', 'Trois communes à visiter.');
    const link = page.getByRole('link', { name: 'Étude.txt', exact: true });
    const download = page.waitForEvent('download');
    await link.click();
    expect((await Array.fromAsync(await (await download).createReadStream())).join('')).toBe(
      'Trois communes à visiter.',
    );
    await page.getByRole('link', { name: /^Supprimer/ }).click();
    await page.getByText('Supprimer « Étude.txt » ?').waitFor();
    await page.getByRole('button', { name: 'Supprimer' }).click();
    await page.getByText('Le document est supprimé.').waitFor();
    expect(await link.count()).toBe(0);
    await page.context().close();
  });

  it('takes away what the list shows', async () => {
    const household = somebody();
    const page = await signIn(await newVisitor(), agent, area);
    await written(page, household);
    const answer = await page.request.get(
      `${site}${area}/export.csv?q=${encodeURIComponent(household.name)}`,
    );
    expect((await answer.text()).trim().split('\r\n')).toEqual([
      expect.stringContaining('Courriel'),
      expect.stringContaining(household.email),
    ]);
    await page.context().close();
  });

  it.each([
    ['a phone', phone],
    ['a tablet', tablet],
    ['a desk', desk],
  ])('can use every page on %s', async (_, viewport) => {
    const page = await signIn(await newVisitor({ viewport }), agent, area);
    const address = await written(page, somebody());
    for (const path of [
      area,
      `${area}?vue=tableau`,
      `${area}/nouveau`,
      '/espace',
      '/rappel',
      '/en/rappel?merci=2026-11-24',
    ]) {
      await page.goto(`${site}${path}`);
      await usable(page, viewport.width);
    }
    await page.goto(address);
    await page.getByText('Corriger', { exact: true }).click();
    await usable(page, viewport.width);
    await page.context().close();
  });
});

it('a reader of the workspace is told kindly, and sees nobody', async () => {
  const page = await signIn(await newVisitor(), 'lecteur@demo.ancrage.test', area);
  await page.getByText('réservés aux agents du territoire').waitFor();
  expect(await page.locator('.board').count()).toBe(0);
  expect((await page.goto(`${site}${area}/nouveau`))?.status()).toBe(403);
  await page.context().close();
});

it('the form weighs at most 70 kB of compressed JavaScript', async () => {
  const page = await visit('about:blank');
  const scripts: Request[] = [];
  page.on('requestfinished', (request) => {
    if (request.resourceType() === 'script') scripts.push(request);
  });
  await page.goto(`${site}/rappel`);
  await page.waitForLoadState('networkidle');
  const sizes = await Promise.all(scripts.map((request) => request.sizes()));
  const total = sizes.reduce((sum, { responseBodySize }) => sum + responseBodySize, 0);
  expect(total).toBeGreaterThan(0);
  expect(total).toBeLessThanOrEqual(70 * 1024);
  await page.context().close();
});
