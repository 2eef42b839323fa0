import { randomUUID } from 'node:crypto';
import { accessibilityProblems } from '@ancrage/testing/accessibility';
import { testPlatform } from '@ancrage/testing/test-platform';
import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { desk, phone, siteOf, soon, useBrowser, site as welcomingSite } from './browser.ts';
import { useAgent } from './own-sessions.ts';
import { signIn } from './sign-in.ts';

const { newVisitor } = useBrowser();
const address = 'agent-papiers@couserans.ancrage.test';
/** Of the other territory, whose figures no other journey reads. */
const agent = useAgent(address);
const site = siteOf(testPlatform().couserans.slug);
const mark = randomUUID().slice(0, 8);
const household = `Papiers ${mark}`;
const email = `papiers-${mark}@foyers.example`;
let prospectId: string;
let caseId: string;

const text = (name: string, words: string) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(words) });

async function usable(page: Page): Promise<void> {
  for (const size of [phone, { width: 768, height: 1024 }, desk]) {
    await page.setViewportSize(size);
    expect(await accessibilityProblems(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(size.width);
  }
}

const made = async (query: string, variables: Record<string, unknown>) =>
  (await agent.run(query, variables)).made.record;

beforeAll(async () => {
  ({ id: prospectId } = await made(
    `mutation ($input: CreateProspectInput!) { made: createProspect(input: $input) {
       ... on ProspectSaved { record { id } } } }`,
    { input: { household: { name: household, email, adults: 2 } } },
  ));
  const { id, version } = await made(
    `mutation ($id: ID!) { made: planInstallation(prospectId: $id, input: { horizon: SHORT_TERM }) {
       ... on InstallationSaved { record { id version } } } }`,
    { id: prospectId },
  );
  caseId = id;
  await made(
    `mutation ($id: ID!, $version: Int!, $input: OwnStepInput!) { made: addOwnStep(id: $id, version: $version,
       input: $input) { ... on InstallationSaved { record { id } } } }`,
    { id, version, input: { owner: 'AGENT', title: 'Étudier le dossier', phase: 'DECISION' } },
  );
});

it('an agent asks for a document of a step, without JavaScript too, and is told what is wrong', async () => {
  const page = await signIn(
    await newVisitor({ javaScriptEnabled: false }),
    address,
    `/espace/installations/${caseId}`,
    site,
  );
  await page.getByText('Personne à ses côtés pour l’instant.').waitFor();
  const step = page.getByRole('article', { name: 'Étudier le dossier' });
  await step.locator('summary', { hasText: 'Joindre ou demander' }).click();
  await step.getByRole('button', { name: 'Demander' }).click();
  await step.getByRole('alert').waitFor();
  await step.getByLabel('Demander un autre document au foyer').fill('Quittance de loyer');
  await step.getByRole('button', { name: 'Demander' }).click();
  await step.getByText('Quittance de loyer (foyer)').waitFor();
  await step.getByText('manque encore').waitFor();
  await page.context().close();
});

it('the household finds what is asked beside what it is for, and leaves it there', async () => {
  const page = await (await newVisitor({ javaScriptEnabled: false })).newPage();
  const letter = page.locator('li', { hasText: email }).filter({ hasText: 'Un document vous est demandé' });
  const link = letter.locator('a[href*="/mon-projet/"]').first();
  await expect
    .poll(async () => {
      await page.goto(`${welcomingSite}/dev/mail`);
      return link.count();
    }, soon)
    .toBeGreaterThan(0);
  await page.goto((await link.getAttribute('href')) as string);
  // Steps of a protocol may ask for papers of their own in the same words.
  const asked = page.getByRole('listitem').filter({ hasText: 'Quittance de loyer' });
  await asked.getByRole('heading', { name: 'Un document nous manque' }).waitFor();
  expect(await page.getByRole('main').innerText()).not.toContain('Étudier le dossier');
  const paper = page
    .getByRole('list', { name: 'Papiers' })
    .getByRole('listitem')
    .filter({ hasText: 'Quittance de loyer' });
  await paper.getByLabel('Fichier').setInputFiles(text('Facture.pdf', 'pas un PDF'));
  await paper.getByRole('button', { name: 'Déposer' }).click();
  await page.getByRole('alert').waitFor();
  await paper.getByLabel('Fichier').setInputFiles(text('Facture.txt', 'Facture d’eau.'));
  await paper.getByRole('button', { name: 'Déposer' }).click();
  await page.getByText('Document reçu.').waitFor();
  expect(await paper.innerText()).toContain('reçu');
  expect(await paper.getByRole('button').count()).toBe(0);
  await page.context().close();
});

it('the agent reads it beside the step, and keeps a note to administrators', async () => {
  const page = await signIn(await newVisitor(), address, `/espace/installations/${caseId}`, site);
  const step = page.getByRole('article', { name: 'Étudier le dossier' });
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    step.getByRole('link', { name: 'Facture.txt' }).click(),
  ]);
  expect(file.suggestedFilename()).toBe('Facture.txt');
  await page.waitForLoadState('networkidle');
  await page.getByLabel('Une note pour ce dossier').fill('Revenus à vérifier.');
  await page.getByLabel('Qui la lit').selectOption({ label: 'Les administrateurs et vous' });
  await page.getByRole('button', { name: 'Noter', exact: true }).click();
  const trail = page.getByRole('region', { name: 'Historique' });
  await trail.getByText('Revenus à vérifier.').waitFor();
  await trail.getByText('Document demandé').waitFor();
  await usable(page);
  await page.context().close();
});
