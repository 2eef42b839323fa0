import { accessibilityProblems } from '@ancrage/testing/accessibility';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, describe, expect, it } from 'vitest';
import { desk, phone, site, useBrowser } from './browser.ts';
import { signIn } from './sign-in.ts';

const { newVisitor, visit } = useBrowser();
/** What this run makes is told apart from what others did. */
const run = Date.now().toString(36);
const campaign = `Affiches du marché ${run}`;
const code = `marche-${run}`;

let context: BrowserContext;
let page: Page;
afterAll(() => context.close());

const field = (name: string, inside = page) => inside.getByLabel(name, { exact: true });

describe('an agent', () => {
  it('plans a campaign, its money in euros, and is told what is wrong with it', async () => {
    context = await newVisitor();
    page = await signIn(context, 'agent@demo.ancrage.test', '/espace/promotion');
    await page.getByRole('link', { name: 'Nouvelle campagne' }).click();
    await field('Nom').fill(campaign);
    await field('Canal').selectOption({ label: 'Presse' });
    await field('Premier jour').fill('2026-05-01');
    await field('Dernier jour').fill('2026-04-01');
    await field('Budget prévu').fill('beaucoup');
    await page.getByRole('button', { name: 'Ajouter' }).click();
    await page.getByText('Écrivez un montant').first().waitFor();
    expect(await field('Nom').inputValue()).toBe(campaign);
    await field('Budget prévu').fill('1 234,50');
    await page.getByRole('button', { name: 'Ajouter' }).click();
    await page.getByText('La fin précède le début.').first().waitFor();
    await field('Dernier jour').fill('2026-09-30');
    await page.getByRole('button', { name: 'Ajouter' }).click();
    await page.getByRole('heading', { level: 1, name: campaign }).waitFor();
    expect(await field('Budget prévu').inputValue()).toBe('1 234,50');
    expect(await page.getByRole('table').textContent()).toContain('inconnu');
  });

  it('makes a link of it, with its whole address and a code to print', async () => {
    await page.getByText('Ajouter un lien', { exact: true }).first().click();
    await field('Où il sert').fill('Affiche du marché');
    await field('Code').fill(code);
    await field('Page d’arrivée').fill('/rappel');
    await page.getByRole('button', { name: 'Ajouter' }).click();
    await page.getByText(`${site}/o/${code}`, { exact: true }).first().waitFor();
    for (const [format, type] of [
      ['svg', 'image/svg+xml'],
      ['png', 'image/png'],
    ]) {
      const file = await context.request.get(`${site}/espace/promotion/liens/${code}.${format}`);
      expect(file.headers()['content-type']).toContain(type);
      expect((await file.body()).length).toBeGreaterThan(500);
    }
  });

  it('loses nothing when a colleague edits the same campaign', async () => {
    const other = await context.newPage();
    await other.goto(page.url());
    await field('But', other).fill('Dix familles');
    await other.getByRole('button', { name: 'Enregistrer' }).click();
    await other.getByText('C’est enregistré.').waitFor();
    await field('But').fill('Vingt familles');
    await page.getByRole('button', { name: 'Enregistrer' }).click();
    await page.getByText('Quelqu’un d’autre a modifié').waitFor();
    expect(await field('But').inputValue()).toBe('Vingt familles');
    await page.getByText('Enregistré maintenant : Dix familles').waitFor();
    await page.getByRole('button', { name: 'Enregistrer' }).click();
    await page.getByText('C’est enregistré.').waitFor();
    await page.reload();
    expect(await field('But').inputValue()).toBe('Vingt familles');
    await other.close();
  });
});

describe('a visitor who follows the code', () => {
  const follow = (name: string) =>
    fetch(`${site}/o/${name}`, {
      redirect: 'manual',
      headers: { 'user-agent': 'Mozilla/5.0 (iPhone) Version/19.0 Safari/604.1' },
    });

  it('is led on with it in the address, without a cookie', async () => {
    const answer = await follow(code);
    expect([answer.status, answer.headers.get('location')]).toEqual([302, `/rappel?o=${code}`]);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.headers.get('set-cookie')).toBeNull();
    await fetch(`${site}/o/${code}`, { redirect: 'manual', headers: { 'user-agent': 'Googlebot/2.1' } });
  });

  it('reaches the site with a code that nobody knows', async () => {
    const answer = await follow('ce-code-n-existe-pas');
    expect([answer.status, answer.headers.get('location')]).toEqual([302, '/']);
  });

  it('is counted once, and no machine is', async () => {
    await page.goto(`${site}/espace/promotion/liens?q=${code}`);
    expect(await page.getByRole('article').textContent()).toContain('suivi 1 fois');
  });
});

describe('the pages of the promotion', () => {
  it.each([
    ['a phone', phone],
    ['a tablet', { width: 768, height: 1024 }],
    ['a desk', desk],
  ])('can be used by everyone on %s', async (_, viewport) => {
    const own = await newVisitor({ viewport, storageState: await context.storageState() });
    const tab = await own.newPage();
    for (const path of ['', '/publics', '/liens', '/salons', '/salons/nouveau', '/presse', '/couts']) {
      await tab.goto(`${site}/espace/promotion${path}`);
      expect([path, await accessibilityProblems(tab)]).toEqual([path, []]);
      expect(await tab.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
        viewport.width,
      );
    }
    await own.close();
    const open = await visit('/presse', { viewport });
    expect(await accessibilityProblems(open)).toEqual([]);
    expect(await open.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      viewport.width,
    );
    await open.context().close();
  });

  it('export the costs, with definitions beside the figures', async () => {
    await page.goto(`${site}/espace/promotion/couts`);
    await page.getByRole('heading', { name: 'Ce que disent ces chiffres' }).waitFor();
    const file = await context.request.get(`${site}/espace/promotion/couts/export.csv`);
    const rows = (await file.text()).split('\r\n').filter((row) => row.includes(campaign));
    expect(rows).toHaveLength(2);
    expect(rows[0]).toContain(',Première venue,,0,0,0,,,');
  });

  it('let a viewer read and change nothing', async () => {
    const viewers = await newVisitor();
    const tab = await signIn(viewers, 'lecteur@demo.ancrage.test', '/espace/promotion');
    await tab.getByRole('link', { name: campaign }).click();
    await tab.getByText('Les agents du territoire tiennent cette page').waitFor();
    expect(await tab.getByRole('button', { name: 'Enregistrer' }).count()).toBe(0);
    await viewers.close();
  });
});

describe('the press kit', () => {
  it('shows a document to everybody once an agent says so', async () => {
    const title = `Communiqué ${run}`;
    await page.goto(`${site}/espace/promotion/presse`);
    const upload = page.getByRole('form', { name: 'Ajouter un document' });
    await upload.getByLabel('Titre').fill(title);
    await upload.getByLabel('Fichier').setInputFiles({
      name: 'x.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
    });
    await upload.getByRole('button', { name: 'Envoyer' }).click();
    await page.getByText('ni un PDF, ni une image').waitFor();
    await upload.getByLabel('Titre').fill(title);
    await upload.getByLabel('Fichier').setInputFiles({
      name: 'communique.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from('%PDF-1.7\n%âãÏÓ\n'),
    });
    await upload.getByRole('button', { name: 'Envoyer' }).click();
    const card = page.getByRole('article').filter({ hasText: title });
    await card.getByText('pas encore montré').waitFor();
    const visitor = await visit('/presse');
    expect(await visitor.getByRole('link', { name: title }).count()).toBe(0);
    await card.getByLabel('Montré à tous').check();
    await card.getByRole('button', { name: 'Enregistrer' }).click();
    await card.getByText('C’est enregistré.').waitFor();
    await visitor.reload();
    const href = await visitor.getByRole('link', { name: title }).getAttribute('href');
    const file = await visitor.context().request.get(site + href);
    expect([file.status(), file.headers()['content-type']]).toEqual([200, 'application/pdf']);
    await visitor.context().close();
  });
});
