import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { accessibilityProblems } from '@ancrage/testing/accessibility';
import { testPlatform } from '@ancrage/testing/test-platform';
import type { Page, Request } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { desk, phone, siteOf, soon, useBrowser, site as welcomingSite } from './browser.ts';
import { useAgent } from './own-sessions.ts';
import { signIn } from './sign-in.ts';
import { entriesOf } from './zip-entries.ts';

const { visit, newVisitor } = useBrowser();
const address = 'agent-projet@couserans.ancrage.test';
/** Of the other territory, whose figures no other journey reads. */
const agent = useAgent(address);
const site = siteOf(testPlatform().couserans.slug);
const mark = randomUUID().slice(0, 8);
const [household, sponsor] = [`Foyer ${mark}`, `Marraine ${mark}`];
const email = `${mark}@foyers.example`;
let prospectId: string;
let own: string;

const CREATE = `mutation ($input: CreateProspectInput!) { made: createProspect(input: $input) {
  ... on ProspectSaved { record { id } } } }`;
const PLAN = `mutation ($id: ID!) { made: planInstallation(prospectId: $id, input: { horizon: SHORT_TERM }) {
  ... on InstallationSaved { record { id version } } } }`;
const STEP = `mutation ($id: ID!, $version: Int!, $input: OwnStepInput!) {
  made: addOwnStep(id: $id, version: $version, input: $input) { ... on InstallationSaved { record { id } } } }`;
const SPONSOR = `mutation ($input: CreateSponsorInput!) { made: createSponsor(input: $input) {
  ... on SponsorSaved { record { id } } } }`;
const PROPOSE = `mutation ($household: ID!, $sponsor: ID!) {
  made: proposeSponsorship(prospectId: $household, sponsorId: $sponsor) {
    ... on SponsorshipSaved { record { id version } } } }`;
const ANSWER = `mutation ($id: ID!, $version: Int!) {
  made: noteSponsorshipAnswer(id: $id, version: $version, side: SPONSOR, accept: true, words: "Au téléphone.") {
    ... on SponsorshipSaved { record { status } } } }`;

const made = async (query: string, variables: Record<string, unknown>) => {
  const { made } = await agent.run(query, variables);
  if (!made.record) throw new Error(JSON.stringify(made));
  return made.record;
};

/** Somebody who is proposed, and has said yes. */
async function proposeSponsor(): Promise<void> {
  const { id } = await made(SPONSOR, {
    input: {
      sponsor: {
        name: sponsor,
        email: `marraine-${mark}@parrains.example`,
        presentation: 'Je vis ici depuis dix ans.',
        languages: ['fr'],
        capacity: 1,
      },
      consent: { channel: 'PHONE', wording: 'Elle accepte que son nom soit donné au foyer.' },
    },
  });
  const proposed = await made(PROPOSE, { household: prospectId, sponsor: id });
  await made(ANSWER, { id: proposed.id, version: proposed.version });
}

async function usable(page: Page): Promise<void> {
  for (const size of [phone, { width: 768, height: 1024 }, desk]) {
    await page.setViewportSize(size);
    expect(await accessibilityProblems(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(size.width);
  }
}

beforeAll(async () => {
  ({ id: prospectId } = await made(CREATE, { input: { household: { name: household, email, adults: 2 } } }));
  const { id, version } = await made(PLAN, { id: prospectId });
  await made(STEP, {
    id,
    version,
    input: {
      owner: 'HOUSEHOLD',
      title: 'Choisir un médecin',
      publicWords: 'Dites-nous qui vous suit.',
      phase: 'ARRIVAL',
      dueOn: '2027-06-15',
    },
  });
});

it('a household follows the link of its letter, and does its part without JavaScript', async () => {
  const page = await (await newVisitor({ javaScriptEnabled: false })).newPage();
  const link = page.locator('li', { hasText: email }).locator('a[href*="/mon-projet/"]').first();
  await expect
    .poll(async () => {
      await page.goto(`${welcomingSite}/dev/mail`);
      return link.count();
    }, soon)
    .toBeGreaterThan(0);
  own = (await link.getAttribute('href')) as string;
  await page.goto(own);
  await page.getByRole('heading', { level: 1, name: `Bonjour ${household}` }).waitFor();
  await page.getByText('pour le 15 juin 2027').waitFor();
  await page.getByRole('button', { name: 'C’est fait : Choisir un médecin' }).click();
  await page.getByText('C’est noté : étape faite. Merci !').waitFor();
  expect(await page.getByRole('button', { name: 'C’est fait : Choisir un médecin' }).count()).toBe(0);

  const paper = (name: string, text: string) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });
  const documents = page.getByRole('region', { name: 'Documents' });
  await documents.getByLabel('Envoyer un document').setInputFiles(paper('vide.txt', ''));
  await documents.getByRole('button', { name: 'Envoyer', exact: true }).click();
  expect(await page.getByRole('alert').count()).toBe(1);
  await documents.getByLabel('Envoyer un document').setInputFiles(paper('Bail.txt', 'Bail signé.'));
  await documents.getByRole('button', { name: 'Envoyer', exact: true }).click();
  await page.getByText('Document reçu.').waitFor();
  await documents.getByRole('link', { name: 'Bail.txt' }).waitFor();

  await page.getByLabel('Votre message').fill('Y a-t-il une chorale ?');
  await page.getByRole('region', { name: 'Nous écrire' }).getByRole('button', { name: 'Envoyer' }).click();
  await page.getByText('Votre message est parti.').waitFor();
  expect(await page.context().cookies()).toEqual([]);
  await page.context().close();
});

it('an agent reads what it wrote and sent, and answers', async () => {
  const page = await signIn(await newVisitor(), address, `/espace/candidats/${prospectId}`, site);
  await page.getByText('Y a-t-il une chorale ?').waitFor();
  expect(await page.getByRole('main').textContent()).toContain('Bail.txt');
  await page.getByRole('button', { name: 'Marquer comme lu' }).click();
  await page.getByRole('button', { name: 'Marquer comme lu' }).waitFor({ state: 'detached' });
  await page.getByLabel('Votre message au foyer').fill('Oui, le mardi soir.');
  await page.getByRole('button', { name: 'Envoyer au foyer' }).click();
  await page.getByText('Oui, le mardi soir.').waitFor();
  await usable(page);
  await page.context().close();
});

it('the household reads the answer, says yes to a sponsor, then notes how it went', async () => {
  await proposeSponsor();
  const page = await visit(own);
  await page.getByText('Oui, le mardi soir.').waitFor();
  await page.getByRole('button', { name: 'J’ai lu' }).click();
  await page.getByRole('button', { name: 'J’ai lu' }).waitFor({ state: 'detached' });
  const beside = page.locator('#parrain');
  await beside.getByText('Je vis ici depuis dix ans.').waitFor();
  expect(await page.content()).not.toContain(`marraine-${mark}@parrains.example`);
  await usable(page);
  await beside.getByRole('button', { name: 'Oui, avec plaisir' }).click();
  await beside.getByRole('heading', { name: sponsor, exact: true }).waitFor();
  await beside.getByRole('link', { name: `marraine-${mark}@parrains.example` }).waitFor();

  await beside.locator('summary', { hasText: 'Noter un échange' }).click();
  // A day to come is refused beside its field; what was written stays.
  await beside.getByLabel('Quel jour').evaluate((input: HTMLInputElement) => {
    input.removeAttribute('max');
  });
  await beside.getByLabel('Quel jour').fill('2099-01-01');
  await beside.getByLabel('Un mot, si vous voulez').fill('Un café au marché.');
  await beside.getByRole('button', { name: 'Noter un échange' }).click();
  await beside.getByText('Choisissez aujourd’hui ou un jour passé.').waitFor();
  expect(await beside.getByLabel('Un mot, si vous voulez').inputValue()).toBe('Un café au marché.');
  await beside.getByLabel('Quel jour').fill('2026-01-05');
  await beside.getByRole('button', { name: 'Noter un échange' }).click();
  await beside.getByRole('listitem').getByText('Un café au marché.').waitFor();
  await usable(page);

  await beside.locator('summary', { hasText: 'Mettre fin au parrainage' }).click();
  await beside.getByLabel('Un mot pour l’équipe').fill('Nous avons trouvé nos repères.');
  await beside.getByRole('button', { name: 'Mettre fin au parrainage' }).click();
  await beside.getByRole('heading', { name: /Votre parrainage a pris fin/ }).waitFor();
  expect(await page.content()).not.toContain(sponsor);
  await page.context().close();
});

it('takes its data with it, all that it wrote among them', async () => {
  const page = await visit(own);
  await page.getByRole('link', { name: 'Mes données' }).click();
  await page.getByRole('button', { name: /Réunir mes données/ }).click();
  const file = page.locator('a[download]');
  await file.waitFor({ timeout: 60_000 });
  await usable(page);
  const [download] = await Promise.all([page.waitForEvent('download'), file.click()]);
  const files = entriesOf(await readFile(await download.path()));
  for (const path of ['lisez-moi.html', 'donnees.json'])
    expect(files.get(path)?.toString()).toContain('Y a-t-il une chorale ?');
  expect([...files.keys()].filter((path) => path.startsWith('fichiers/')).length).toBeGreaterThan(0);
  await page.context().close();
});

it('a link that somebody made up opens a kind page, which tells no more than that', async () => {
  const page = await visit(own.replace(/[\w-]{64}$/, 'A'.repeat(64)));
  await page.getByRole('heading', { name: 'Ce lien n’ouvre plus de page' }).waitFor();
  await usable(page);
  await page.getByLabel('Votre adresse e-mail').fill('personne@nulle-part.example');
  await page.getByRole('button', { name: 'Recevoir mon lien' }).click();
  await page.getByRole('heading', { name: 'Regardez votre boîte aux lettres' }).waitFor();
  await page.context().close();
});

it('loads at most 70 kB of JavaScript, as it comes over the wire', async () => {
  const page = await (await newVisitor()).newPage();
  const scripts: Request[] = [];
  page.on('requestfinished', (request) => {
    if (request.resourceType() === 'script') scripts.push(request);
  });
  await page.goto(own);
  await page.waitForLoadState('networkidle');
  const sizes = await Promise.all(scripts.map((request) => request.sizes()));
  const total = sizes.reduce((sum, { responseBodySize }) => sum + responseBodySize, 0);
  expect(total).toBeLessThanOrEqual(70 * 1024);
  await page.context().close();
});
