import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { asSuperuser } from '@ancrage/postgres/databases';
import { accessibilityProblems } from '@ancrage/testing/accessibility';
import { databaseUrl, serviceCommand } from '@ancrage/testing/commands';
import { testPlatform } from '@ancrage/testing/test-platform';
import type { BrowserContext, Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { desk, phone, siteOf, soon, useBrowser } from './browser.ts';
import { signIn } from './sign-in.ts';
import { entriesOf } from './zip-entries.ts';

const platform = testPlatform();
const { couserans } = platform;
const site = siteOf(couserans.slug);
const room = '/espace/donnees-personnelles';
const { newVisitor } = useBrowser();
const tablet = { width: 768, height: 1024 };
const email = 'droits-des-personnes@couserans.ancrage.test';
beforeAll(() =>
  serviceCommand(
    ...([platform, 'identity', 'cli.js', 'grant', '--email', email] as const),
    ...['--territory', couserans.id, '--role', 'ADMINISTRATOR'],
  ),
);
let signedIn: Promise<BrowserContext> | undefined;

/** The administrator's browser; signed in by the first test that asks. */
function administrator(): Promise<BrowserContext> {
  signedIn ??= newVisitor().then(async (context) => {
    await (await signIn(context, email, room, site)).close();
    return context;
  });
  return signedIn;
}

async function usable(page: Page): Promise<void> {
  for (const size of [phone, tablet, desk]) {
    await page.setViewportSize(size);
    expect(await accessibilityProblems(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(size.width);
  }
}

/** A household that the territory follows, with a document; gives its record’s id. */
async function follow(page: Page, name: string, email: string): Promise<string> {
  await page.goto(`${site}/espace/candidats/nouveau`);
  await page.getByLabel('Nom', { exact: true }).fill(name);
  await page.getByLabel('Courriel').fill(email);
  await page.getByRole('button', { name: 'Ajouter au suivi' }).click();
  await page.waitForURL(/\/candidats\/[0-9a-f-]{36}/);
  const id = /candidats\/([0-9a-f-]{36})/.exec(page.url())?.[1] as string;
  await asSuperuser(await databaseUrl(platform, 'accompaniment', 'superuser'), (client) =>
    client.query(
      `insert into prospect_file (id, territory_id, prospect_id, name, media_type, content, added_by)
       values ($1, $2, $3, 'bail.txt', 'text/plain', 'Loué à la famille', 'agent')`,
      [randomUUID(), couserans.id, id],
    ),
  );
  return id;
}

/** Loads the page of a request again until it says that every service confirmed. */
const finished = (page: Page, title: string) =>
  expect
    .poll(async () => {
      await page.reload();
      return page.getByRole('heading', { level: 1 }).textContent();
    }, soon)
    .toBe(title);

it('finds a person by name, gathers what is kept of them, and gives it as files to read', async () => {
  const mark = randomUUID().slice(0, 8);
  const [name, address] = [`Foyer ${mark}`, `foyer-${mark}@exemple.test`];
  const page = await (await administrator()).newPage();
  const id = await follow(page, name, address);
  await page.goto(site + room);
  await usable(page);
  await page.getByLabel('Chercher une personne').fill(`personne-${mark}`);
  await page.getByRole('button', { name: 'Chercher', exact: true }).click();
  await page.getByText('Personne de ce nom ni de cette adresse').waitFor();
  await page.getByLabel('Chercher une personne').fill(address.slice(0, 14).toUpperCase());
  await page.getByRole('button', { name: 'Chercher', exact: true }).click();
  await page.getByRole('link', { name: `Faire une demande : ${name}` }).waitFor();
  await usable(page);
  await page.getByRole('link', { name: `Faire une demande : ${name}` }).click();
  await page.getByText(`Au sujet de ${name}`).waitFor();
  expect(page.url()).not.toContain(mark);
  expect(await page.getByLabel('Son adresse e-mail').inputValue()).toBe(address);
  await page.getByRole('button', { name: 'Lancer la demande' }).click();
  await page.getByRole('heading', { level: 1, name: 'Données à remettre' }).waitFor(soon);
  await usable(page);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Tout télécharger (ZIP)' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('donnees-personnelles.zip');
  const files = entriesOf(await readFile(await download.path()));
  expect([...files.keys()]).toEqual(['lisez-moi.html', 'donnees.json', 'fichiers/001-bail.txt']);
  expect(files.get('fichiers/001-bail.txt')?.toString()).toBe('Loué à la famille');
  const data = JSON.parse(files.get('donnees.json')?.toString() ?? '');
  expect(data.services.accompaniment.households[0].prospect[0].id).toBe(id);
  const reader = await (await newVisitor()).newPage();
  await reader.setContent(files.get('lisez-moi.html')?.toString() ?? '');
  await reader.getByRole('heading', { name: 'Coordonnées' }).waitFor();
  expect(await reader.getByText(address, { exact: true }).count()).toBeGreaterThan(0);
  await usable(reader);
});

it('erases a person from their record on, with a certificate to print, without a script', async () => {
  const mark = randomUUID().slice(0, 8);
  const [name, address] = [`Foyer ${mark}`, `foyer-${mark}@exemple.test`];
  const scripted = await (await administrator()).newPage();
  const id = await follow(scripted, name, address);
  const plain = await newVisitor({
    javaScriptEnabled: false,
    storageState: await (await administrator()).storageState(),
  });
  const page = await plain.newPage();
  await page.goto(`${site}/espace/candidats/${id}/donnees`);
  await page.getByRole('link', { name: 'Exporter ou effacer partout' }).click();
  expect(await page.getByLabel('Son adresse e-mail').inputValue()).toBe(address);
  await page.getByLabel('Être effacée').check();
  await page.getByRole('button', { name: 'Lancer la demande' }).click();
  await page.getByText('Cochez la case').waitFor();
  expect(await page.getByLabel('Être effacée').isChecked()).toBe(true);
  expect(await page.getByLabel('Son adresse e-mail').inputValue()).toBe(address);
  await page.getByLabel('Je sais que l’effacement est définitif').check();
  await page.getByRole('button', { name: 'Lancer la demande' }).click();
  await page.waitForURL(/donnees-personnelles\/[0-9a-f-]{36}/);
  await finished(page, 'Certificat d’effacement');
  // Where a form that stands at #nouvelle leads, browsers keep the fragment.
  const certificate = page.url().replace(/#.*/, '');
  const reference = await page.getByText(/^Référence P-/).textContent();
  expect(await page.content()).not.toContain(mark);

  await scripted.goto(certificate);
  await usable(scripted);
  await scripted.getByRole('button', { name: 'Imprimer le certificat' }).waitFor();
  await scripted.emulateMedia({ media: 'print' });
  expect(await scripted.getByText('certifie que').isVisible()).toBe(true);
  for (const hidden of [
    scripted.getByRole('navigation').first(),
    scripted.getByText('Imprimer le certificat'),
  ])
    expect(await hidden.isVisible()).toBe(false);

  await page.goto(`${site}/espace/candidats/${id}/donnees`);
  await page.getByText('Il n’y a personne à cette adresse').waitFor();
  await page.goto(site + room);
  await page.getByLabel('Être effacée').check();
  await page.getByLabel('Son adresse e-mail').fill(address);
  await page.getByLabel('Je sais que l’effacement est définitif').check();
  await page.getByRole('button', { name: 'Lancer la demande' }).click();
  await page.waitForURL(certificate);
  await finished(page, 'Certificat d’effacement');
  expect(await page.getByText(/^Référence P-/).textContent()).toBe(reference);
});

it('tells agents what is kept how long, and what leaves next', async () => {
  const page = await (await administrator()).newPage();
  await page.goto(site + room);
  const rule = page.locator('[data-rule="undecidedReports"]');
  await rule.getByText('3 ans').waitFor();
  for (const what of ['households', 'leftSponsors', 'letters', 'unanswered', 'reports', 'premisesContacts'])
    expect(await page.locator(`[data-rule="${what}"]`).count(), what).toBeGreaterThan(0);
});
