import { readFileSync } from 'node:fs';
import { accessibilityProblems } from '@ancrage/testing/accessibility';
import { territoryCommand } from '@ancrage/testing/commands';
import { testPlatform } from '@ancrage/testing/test-platform';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { phone, site, siteOf, soon, useBrowser } from './browser.ts';
import { signIn } from './sign-in.ts';

const { visit, newVisitor } = useBrowser();
const imports = '/espace/offre/imports';
const fixtures = new URL('../../services/territory/test/import/fixtures/', import.meta.url);
const path = (name: string) => new URL(name, fixtures).pathname;

/** Signed in on one site, and at home on another of the same platform. */
async function onSite(of: BrowserContext, slug: string): Promise<BrowserContext> {
  const [cookie] = await of.cookies(site);
  const other = await newVisitor();
  await other.addCookies([{ ...cookie!, domain: `${slug}.localhost` }]);
  return other;
}

/** The BPE's own layout, with three rows that cannot be imported. */
function threeBadRows() {
  const lines = readFileSync(path('bpe-with-errors.csv'), 'utf8').split('\n').slice(0, 5);
  return { name: 'bpe.csv', mimeType: 'text/csv', buffer: Buffer.from(`${lines.join('\n')}\n`) };
}

/** A territory of its own: the first real row ends a demonstration, which other journeys walk through. */
const trial = 'essai-des-imports';

let context: BrowserContext;
let page: Page | undefined;
beforeAll(async () => {
  const naming = ['--name', 'Essai des imports', '--slug', trial, '--epci', '200067791'];
  await territoryCommand(testPlatform(), 'create', ...naming, '--if-absent', '--contours', 'none');
  context = await newVisitor();
});
afterAll(() => context.close());

/** The agent of the demonstration, who signs in once. */
async function signedIn(): Promise<Page> {
  page ??= await signIn(context, 'agent@demo.ancrage.test', imports);
  return page;
}

type Sent = Parameters<ReturnType<Page['getByLabel']>['setInputFiles']>[0];

async function send(page: Page, dataset: string, file: Sent, at = site) {
  await page.goto(at + imports);
  await page.getByLabel(dataset).check();
  await page.getByLabel('Un fichier de votre ordinateur').setInputFiles(file);
  await page.getByRole('button', { name: 'Vérifier ce fichier' }).click();
  await page.waitForURL(/imports\/[0-9a-f-]{36}$/);
}

describe('an agent who sends a file', () => {
  it('reads which rows are wrong, takes them away, and then has the rest imported', async () => {
    const operator = await newVisitor();
    await (await signIn(operator, 'operateur@demo.ancrage.test')).close();
    const page = await (await onSite(operator, trial)).newPage();
    await send(page, 'Tous les services, un par un', threeBadRows(), siteOf(trial));
    await page.getByText('Vérifié, attend votre accord').waitFor(soon);
    const rows = await page.locator('ol > li').allTextContents();
    expect(rows.map((row) => row.replace(/\s+/g, ' ').trim())).toEqual([
      'Ligne 3 La nomenclature de la BPE n’a pas de type « Z999 ».',
      'Ligne 4 Les coordonnées 43.29648, 5.36978 sont loin du territoire.',
      'Ligne 5 Aucune commune n’a, ou n’a eu, le code 09999 (code officiel géographique 2026).',
    ]);
    expect(await accessibilityProblems(page)).toEqual([]);
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Télécharger les 3 lignes rejetées' }).click();
    const csv = readFileSync(await (await download).path(), 'utf8');
    expect(csv.split('\r\n')[0]).toBe('\u{FEFF}ligne;code;raison');
    expect(csv.split('\r\n')).toHaveLength(4);

    await page.getByRole('button', { name: 'Importer' }).click();
    await page.getByText('Importé', { exact: true }).waitFor(soon);
    await page.goto(`${siteOf(trial)}/communes/09122-foix`);
    await expect
      .poll(async () => {
        await page.reload();
        return page.locator('main').textContent();
      }, soon)
      .toMatch(/École primaire\s*sur place/);

    // What the file said is then vouched for, and the public reads by whom.
    await page.goto(`${siteOf(trial)}/espace/offre/faits/09122?famille=SCHOOL`);
    const card = page.locator('#fait-C108');
    await card.getByText('Vérifier', { exact: true }).click();
    await card.getByLabel('Combien y en a-t-il ?').fill('1');
    await card.getByLabel('Qui s’en porte garant').fill('Mairie de Foix');
    await card.getByRole('button', { name: 'Enregistrer la vérification' }).click();
    await card.getByText('Vérification enregistrée').waitFor();
    const reader = await (await newVisitor()).newPage();
    await expect
      .poll(async () => {
        await reader.goto(`${siteOf(trial)}/communes/09122-foix`);
        return reader.locator('main').textContent();
      }, soon)
      .toContain('Mairie de Foix');
    await reader.context().close();
    await page.context().close();
    await operator.close();
  });

  it('is told what a file of other data is, and led to it', async () => {
    const agent = await signedIn();
    await send(agent, 'Les gares', path('liste-fs-20260201.csv'));
    await agent.getByText('Ce fichier ressemble à la liste des France services').waitFor(soon);
    await agent.getByRole('link', { name: 'L’importer comme « Les France services »' }).click();
    await expect.poll(() => agent.getByLabel('Les France services').isChecked(), soon).toBe(true);
  });

  it('may give it up, and finds it again in the history', async () => {
    const agent = await signedIn();
    await send(agent, 'Les gares', path('gares-2024.csv'));
    await agent.getByRole('button', { name: 'Abandonner' }).click();
    await agent.getByText('Abandonné', { exact: true }).waitFor(soon);
    await agent.goto(`${site}${imports}?etat=CANCELLED`);
    await agent.getByRole('link', { name: 'gares-2024.csv' }).first().waitFor();
    expect(await accessibilityProblems(agent)).toEqual([]);
  });

  it('needs no script for any of it', async () => {
    await signedIn();
    const storageState = await context.storageState();
    const page = await visit(imports, { storageState, javaScriptEnabled: false, viewport: phone });
    await page.getByLabel('Les France services').check();
    await page.getByRole('button', { name: 'Vérifier ce fichier' }).click();
    await page.waitForURL(/refus=NO_FILE/);
    expect(await page.getByRole('alert').textContent()).toContain('Choisissez un fichier');
    await page.getByLabel('Les France services').check();
    await page.getByLabel('Un fichier de votre ordinateur').setInputFiles(path('liste-fs-20260201.csv'));
    await page.getByRole('button', { name: 'Vérifier ce fichier' }).click();
    await page.waitForURL(/imports\/[0-9a-f-]{36}$/);
    await expect
      .poll(async () => {
        await page.reload();
        return page.getByRole('status').first().textContent();
      }, soon)
      .toBe('Vérifié, attend votre accord');
    await page.getByRole('button', { name: 'Abandonner' }).click();
    await page.getByText('Abandonné', { exact: true }).waitFor(soon);
    await page.context().close();
  });
});

describe('the imports of a territory', () => {
  it('are a stranger’s neither to see nor to send, by whichever way', async () => {
    await signedIn();
    const stranger = await onSite(context, 'couserans-pyrenees');
    const page = await stranger.newPage();
    expect((await page.goto(siteOf('couserans-pyrenees') + imports))?.status()).toBe(403);
    const status = await page.evaluate(async () => {
      const form = new FormData();
      form.set('dataset', 'bpe');
      form.set('file', new Blob(['a;b']), 'a.csv');
      return (await fetch('/files/imports', { method: 'POST', body: form })).status;
    });
    expect(status).toBe(403);
    await stranger.close();
  });

  it('cannot be written to by another site’s form in a member’s name', async () => {
    await signedIn();
    const [cookie] = await context.cookies(site);
    const form = new FormData();
    form.set('dataset', 'bpe');
    const headers = { cookie: `${cookie?.name}=${cookie?.value}`, origin: 'https://ailleurs.example' };
    expect((await fetch(`${site}/files/imports`, { method: 'POST', headers, body: form })).status).toBe(403);
  });

  it('are for reading to a contributor', async () => {
    const page = await signIn(await newVisitor(), 'contributeur@demo.ancrage.test', imports);
    expect(await page.getByText('Seuls les agents importent').count()).toBe(1);
    expect(await page.getByRole('button', { name: 'Vérifier ce fichier' }).count()).toBe(0);
    await page.context().close();
  });
});
