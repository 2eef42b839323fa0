import { randomUUID } from 'node:crypto';
import { accessibilityProblems } from '@ancrage/testing/accessibility';
import { serviceCommand } from '@ancrage/testing/commands';
import { testPlatform } from '@ancrage/testing/test-platform';
import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { desk, phone, siteOf, useBrowser } from './browser.ts';
import { useAgent } from './own-sessions.ts';
import { signIn } from './sign-in.ts';

const { newVisitor } = useBrowser();
const platform = testPlatform();
const { couserans } = platform;
const site = siteOf(couserans.slug);
const agent = 'agent-installations@couserans.ancrage.test';
const commune = 'mairie-installations@couserans.ancrage.test';
const api = useAgent(agent);
const widths = [phone, { width: 768, height: 1024 }, desk];

beforeAll(async () => {
  const membership = ['--email', commune, '--territory', couserans.id, '--role', 'CONTRIBUTOR'];
  await serviceCommand(platform, 'identity', 'cli.js', 'grant', ...membership, '--name', 'Mairie de Seix');
});

async function usable(page: Page): Promise<void> {
  for (const viewport of widths) {
    await page.setViewportSize(viewport);
    expect(await accessibilityProblems(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      viewport.width,
    );
  }
  await page.setViewportSize(desk);
}

/** A household that no other journey knows, and its case as an agent begins it. */
async function begin(page: Page): Promise<{ name: string; address: string }> {
  const name = `Foyer ${randomUUID().slice(0, 8)}`;
  const { createProspect } = await api.run(
    'mutation ($input: CreateProspectInput!) { createProspect(input: $input) { ... on ProspectSaved { record { id } } } }',
    { input: { household: { name, adults: 2 } } },
  );
  await page.goto(`${site}/espace/candidats/${createProspect.record.id}`);
  await page.getByRole('link', { name: 'Ouvrir un dossier' }).click();
  await page
    .getByLabel('Court terme')
    .or(page.locator('input[value="SHORT_TERM"]'))
    .first()
    .check({ force: true });
  await page.getByLabel('Commune', { exact: true }).selectOption({ index: 1 });
  await page.getByRole('button', { name: 'Ouvrir le dossier' }).click();
  await page.waitForURL(/\/espace\/installations\/[0-9a-f-]{36}$/);
  await page.getByRole('heading', { level: 1, name }).waitFor();
  return { name, address: page.url() };
}

it('an agent carries a household from its project to a settled life', async () => {
  const page = await signIn(await newVisitor(), agent, '/espace/installations', site);
  const { name, address } = await begin(page);
  await page.getByText('Ajouter une étape').first().click();
  await page.getByLabel('Ce qu’il y a à faire').fill('Trouver un garage');
  await page.getByRole('button', { name: 'Ajouter une étape' }).click();
  await page.getByText('C’est enregistré.').waitFor();
  await page.getByRole('button', { name: 'C’est fait : Trouver un garage' }).click();
  await page.getByRole('button', { name: 'Reprendre : Trouver un garage' }).waitFor();
  await usable(page);

  await page.locator('summary', { hasText: 'Constater l’installation' }).click();
  await page.getByLabel('Qui le déclare').fill('Mairie de Seix');
  await page.locator('form[action*="declare"] button').click();
  // Refused with a word at each field, and nothing typed is lost.
  await page.getByText('Dites ce qui le montre.').waitFor();
  expect(await page.getByLabel('Qui le déclare').inputValue()).toBe('Mairie de Seix');
  await page.getByLabel('Installés depuis le').fill('2026-09-01');
  await page.getByLabel('Ce qui le montre').selectOption({ label: 'Un bail' });
  await page.locator('form[action*="declare"] button').click();
  await page.getByRole('heading', { name: 'Comment vont-ils' }).waitFor();
  await page.getByRole('heading', { name: 'À 12 mois' }).waitFor();
  await usable(page);

  await page.goto(`${site}/espace/installations?vue=tableau&q=${encodeURIComponent(name)}`);
  await page.getByRole('rowheader', { name }).waitFor();
  expect(await page.getByRole('row', { name }).innerText()).toContain('Installé');
  const file = await page.evaluate(
    async (found) => (await fetch(`/espace/installations/export.csv?q=${encodeURIComponent(found)}`)).text(),
    name,
  );
  expect(file).toContain(name);
  await page.goto(address);
  await page.locator('summary', { hasText: 'Corriger la déclaration' }).click();
  await page.getByLabel('Pourquoi').first().fill('Le bail commence plus tard');
  await page.getByLabel('Installés depuis le').fill('2026-10-01');
  await page.getByRole('button', { name: 'Corriger la déclaration' }).click();
  await page.getByText('Le bail commence plus tard').waitFor();
});

it('two agents who change one case: the second reads what changed, and loses nothing', async () => {
  const page = await signIn(await newVisitor(), agent, '/espace/installations', site);
  const { address } = await begin(page);
  const second = await page.context().newPage();
  await second.goto(address);
  for (const tab of [page, second]) {
    await tab.locator('summary', { hasText: 'Modifier le projet' }).click();
    await tab.getByLabel('Arrivée prévue').fill(tab === page ? '2027-03-01' : '2027-04-01');
    await tab.getByRole('button', { name: 'Enregistrer' }).click();
    await tab.getByText(tab === page ? 'C’est enregistré.' : 'Quelqu’un a modifié ce dossier').waitFor();
  }
  expect(await second.getByLabel('Arrivée prévue').inputValue()).toBe('2027-04-01');
  await second.getByText('1er mars 2027').first().waitFor();
});

it('a contributor does the step given to them, and reads nothing of whose it is', async () => {
  const page = await signIn(await newVisitor(), agent, '/espace/installations', site);
  const { name } = await begin(page);
  const title = `Place de crèche ${randomUUID().slice(0, 8)}`;
  await page.getByText('Ajouter une étape').first().click();
  await page.getByLabel('Ce qu’il y a à faire').fill(title);
  await page.locator('#own-carrier').selectOption({ label: 'Mairie de Seix' });
  await page.getByRole('button', { name: 'Ajouter une étape' }).click();
  await page.getByText('C’est enregistré.').waitFor();

  const theirs = await signIn(await newVisitor(), commune, '/espace/installations', site);
  await theirs.getByRole('heading', { name: title }).waitFor();
  expect(await theirs.locator('body').innerText()).not.toContain(name);
  await usable(theirs);
  await theirs.getByRole('button', { name: `C’est fait : ${title}` }).click();
  await theirs.getByText('C’est enregistré.').waitFor();
  await page.reload();
  await page.getByRole('button', { name: `Reprendre : ${title}` }).waitFor({ state: 'attached' });
});

it('the board, the calendar and the absences are usable at three widths, and say what is wrong', async () => {
  const page = await signIn(await newVisitor(), agent, '/espace/installations', site);
  await begin(page);
  await page.goto(`${site}/espace/installations`);
  await page.getByRole('heading', { name: 'Décider' }).waitFor();
  await usable(page);
  await page.getByRole('link', { name: 'Calendrier' }).click();
  await page.getByRole('heading', { name: 'Calendrier des installations' }).waitFor();
  await usable(page);
  await page.getByRole('link', { name: 'Mois suivant' }).click();
  await page.waitForURL(/mois=/);
  await page.getByRole('link', { name: 'Absences' }).click();
  await page.getByRole('button', { name: 'Noter l’absence' }).click();
  await page.getByText('Choisissez un jour.').first().waitFor();
  await usable(page);
  await page.getByLabel('Qui est absent').selectOption({ index: 1 });
  await page.getByLabel('Qui remplace').selectOption({ index: 2 });
  await page.getByLabel('Premier jour').fill('2098-01-05');
  await page.getByLabel('Dernier jour').fill('2098-01-09');
  await page.getByRole('button', { name: 'Noter l’absence' }).click();
  await page.getByText('L’absence est notée').waitFor();
  await page.getByText('Du 5 janvier 2098 au 9 janvier 2098').waitFor();
  await page.getByRole('button', { name: 'Retirer l’absence' }).first().click();
  await page.getByText('L’absence est retirée.').waitFor();
});
