import { randomUUID } from 'node:crypto';
import { accessibilityProblems } from '@ancrage/testing/accessibility';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { desk, phone, site, soon, useBrowser } from './browser.ts';
import { signIn } from './sign-in.ts';

const { visit, newVisitor } = useBrowser();
const tablet = { width: 768, height: 1024 };

async function usable(page: Page): Promise<void> {
  for (const size of [phone, tablet, desk]) {
    await page.setViewportSize(size);
    expect(await accessibilityProblems(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(size.width);
  }
}

/** The address of the page that the last e-mail to somebody leads to. */
async function linkTo(page: Page, email: string): Promise<string> {
  const link = page.locator('li', { hasText: email }).locator('a[href*="/parrainage/"]').first();
  await expect
    .poll(async () => {
      await page.goto(`${site}/dev/mail`);
      return link.count();
    }, soon)
    .toBeGreaterThan(0);
  return (await link.getAttribute('href')) as string;
}

it('finds a household somebody to go along with, by a yes from both', async () => {
  const mark = randomUUID().slice(0, 8);
  const [household, sponsor] = [`Foyer ${mark}`, `Parrain ${mark}`];
  const email = `parrain-${mark}@parrains.example`;
  const agent = await signIn(
    await newVisitor(),
    'agent@demo.ancrage.test',
    '/espace/parrainage/parrains/nouveau',
  );
  // Refused with a word for each field; nothing typed is lost.
  await agent.getByLabel('Nom', { exact: true }).fill(sponsor);
  await agent.getByLabel('Courriel').fill(email);
  await agent.getByLabel('Téléphone').fill('12');
  await agent.getByLabel('De vive voix').check();
  await agent.getByRole('button', { name: 'Ajouter aux parrains' }).click();
  await agent.getByText('Écrivez le numéro en chiffres').waitFor();
  expect(await agent.getByLabel('Courriel').inputValue()).toBe(email);
  await agent.getByLabel('Téléphone').fill('');
  await agent.getByLabel('Goûts et loisirs').fill('apiculture, chorale');
  await agent.getByRole('button', { name: 'Ajouter aux parrains' }).click();
  await agent.waitForURL(/\/parrains\/[0-9a-f-]{36}\?nouveau/);
  await usable(agent);
  await agent.getByRole('link', { name: 'Parrains et marraines', exact: true }).first().click();
  await agent.getByRole('link', { name: sponsor, exact: true }).waitFor();
  await usable(agent);

  await agent.goto(`${site}/espace/candidats/nouveau`);
  await agent.getByLabel('Nom', { exact: true }).fill(household);
  await agent.getByLabel('Projet').first().fill('Vivre de l’apiculture en montagne');
  await agent.getByRole('button', { name: 'Ajouter au suivi' }).click();
  await agent.getByRole('link', { name: 'Trouver un parrain' }).click();
  await agent.getByText('Goûts en commun : apiculture').waitFor();
  await usable(agent);
  await agent.getByRole('button', { name: `Proposer ${sponsor}` }).click();
  await agent.getByText('Proposé : les deux ont reçu un e-mail').waitFor();

  const own = await visit(await linkTo(agent, email), { javaScriptEnabled: false });
  await own.getByRole('heading', { name: 'Un foyer', exact: true }).waitFor();
  expect(await own.content()).not.toContain(household);
  await own.getByRole('button', { name: 'Oui, j’accepte' }).click();
  await own.getByRole('heading', { name: 'Foyer', exact: true }).waitFor();
  expect(await own.content()).not.toContain(household);
  expect(await own.context().cookies()).toEqual([]);

  await agent.goBack();
  await agent.goto(`${site}/espace/parrainage?q=${encodeURIComponent(household)}`);
  await usable(agent);
  await agent.getByRole('link', { name: household, exact: true }).click();
  await agent.getByText('Noter une réponse reçue').click();
  await agent.getByLabel('Oui', { exact: true }).check();
  await agent.getByLabel('Qui l’a dit, et comment').fill('La famille, au téléphone ce matin.');
  await agent.getByRole('button', { name: 'Noter la réponse' }).click();
  await agent.getByText('En cours', { exact: true }).first().waitFor();
  await usable(agent);

  const page = await visit(own.url());
  await page.getByRole('heading', { name: household }).waitFor();
  await page.getByText('Noter un échange').first().click();
  await page.getByLabel('Un mot, si vous voulez').fill('Bien arrivés.');
  await page.getByRole('button', { name: 'Noter un échange' }).click();
  await page.getByText('Bien arrivés.').waitFor();
  await usable(page);
  expect(await page.locator('meta[name=robots]').getAttribute('content')).toContain('noindex');
});

it('tells who keeps no households kindly, and a link of nobody that it is none', async () => {
  const reader = await signIn(await newVisitor(), 'lecteur@demo.ancrage.test', '/espace/parrainage');
  await reader.getByText('suivis par les agents du territoire').waitFor();
  const nobody = await visit('/parrainage/rien');
  await nobody.getByRole('heading', { name: 'Cette page n’est pas là' }).waitFor();
  await usable(nobody);
});
