import { accessibilityProblems } from '@ancrage/testing/accessibility';
import type { BrowserContext, Page, Request } from 'playwright-core';
import { extractText, getDocumentProxy } from 'unpdf';
import { afterAll, describe, expect, it } from 'vitest';
import { desk, phone, site, useBrowser } from './browser.ts';
import { signIn } from './sign-in.ts';

const { newVisitor, visit } = useBrowser();
const year = '?du=2025-01-01&au=2025-12-31';

let context: BrowserContext;
let page: Page;
afterAll(() => context.close());

/** The part of a figure that its name stands in. */
const figure = (name: string, inside = page) =>
  inside.locator('dl > div', { has: inside.locator('dt', { hasText: new RegExp(`^${name}$`) }) });
const pdfText = async (bytes: Buffer) => {
  const document = await getDocumentProxy(new Uint8Array(bytes));
  const { text, totalPages } = await extractText(document, { mergePages: true });
  return { text: text.replaceAll(/[\u00a0\u202f]/g, ' '), totalPages };
};

describe('an agent', () => {
  it('reads the figures of a year, their rule on demand, and opens the households behind one', async () => {
    context = await newVisitor();
    page = await signIn(context, 'agent@demo.ancrage.test', '/espace/indicateurs');
    await page.goto(`${site}/espace/indicateurs${year}`);
    const settled = figure('Installations effectives');
    expect(await settled.locator('.value').textContent()).toBe('6');
    await settled.getByText('Comment c’est compté').click();
    await settled.getByText('une date, une commune, et quelqu’un qui l’atteste').waitFor();
    await settled.getByRole('link', { name: 'Voir les 6 foyers' }).click();
    await page.getByRole('status').getByText('6 foyers', { exact: true }).waitFor();
    expect(await page.getByRole('row').count()).toBe(7);
  });

  it('finds the same in every part of the page as in its list', async () => {
    await page.goto(`${site}/espace/indicateurs${year}`);
    const row = page.getByRole('row', { name: /^Projet qualifié/ });
    const words = (await row.getByRole('link').textContent()) ?? '';
    const count = Number.parseInt(words, 10);
    await row.getByRole('link').click();
    await page.getByRole('status').getByText(`${count} foyers`, { exact: true }).waitFor();
  });

  it('takes the page home as a table with its rules, and as a report', async () => {
    const csv = await (await context.request.get(`${site}/espace/indicateurs/export.csv${year}`)).text();
    const line = csv.split('\r\n').find((row) => row.startsWith('Chiffres clés,Installations effectives,'));
    expect(line).toContain(',2025-01-01,2025-12-31,6,');
    expect(line).toContain('quelqu’un qui l’atteste');
    expect(csv).not.toMatch(/(^|,)[=+@-]/m);
    const report = await context.request.get(`${site}/espace/indicateurs/rapport.pdf${year}`);
    expect(report.headers()['content-type']).toBe('application/pdf');
    const { text, totalPages } = await pdfText(await report.body());
    expect(text).toContain('Installations effectives');
    expect(text).toContain('Comment chaque chiffre est compté');
    expect(text).toContain('Démonstration');
    expect(totalPages).toBeLessThanOrEqual(5);
  });

  it('is told why a period cannot be frozen, and keeps what was typed', async () => {
    await page.goto(`${site}/espace/indicateurs/releves`);
    await page.getByLabel('Du', { exact: true }).fill('2025-01-01');
    await page.getByLabel('Au', { exact: true }).fill('2025-12-31');
    await page.getByRole('button', { name: 'Figer cette période' }).click();
    await page.getByText('Un relevé de cette période existe déjà').waitFor();
    expect(await page.getByLabel('Au', { exact: true }).inputValue()).toBe('2025-12-31');
    await page.getByLabel('Du', { exact: true }).fill('2001-01-01');
    await page.getByLabel('Au', { exact: true }).fill('2001-12-31');
    await page.getByRole('button', { name: 'Figer cette période' }).click();
    await page.getByText('Rien n’a été enregistré pendant cette période').waitFor();
  });

  it('freezes a half-year for the team, and withdraws it with a word', async () => {
    await page.getByLabel('Du', { exact: true }).fill('2024-07-01');
    await page.getByLabel('Au', { exact: true }).fill('2024-12-31');
    await page.getByRole('button', { name: 'Figer cette période' }).click();
    await page.getByText('Seule une année civile entière se publie').waitFor();
    // Counted by other services, which were asked for it.
    for (const name of ['Solos identifiés', 'Communes qualifiées'])
      expect(await figure(name).locator('.value').textContent()).toMatch(/^\d+$/);
    await page.getByText('Retirer ce relevé').first().click();
    await page.getByLabel('Pourquoi').fill('Pris pour essayer.');
    await page.getByRole('button', { name: 'Retirer ce relevé' }).click();
    await page.getByText('Le relevé est retiré.').waitFor();
    await page.getByText('Pris pour essayer.').waitFor();
  });
});

describe('a visitor', () => {
  it('reads the figures, their rules and the published year, without JavaScript', async () => {
    const open = await visit('/indicateurs', { javaScriptEnabled: false });
    await open.getByText('Données de démonstration').first().waitFor();
    expect(await figure('Installations effectives', open).locator('.value').textContent()).toBe('6');
    await open.getByRole('heading', { name: 'Comment chaque chiffre est compté' }).waitFor();
    await open.getByRole('link', { name: 'Les chiffres de 2025' }).click();
    await open.getByRole('heading', { level: 1, name: 'Les chiffres de 2025' }).waitFor();
    await open.getByText('week-end découverte à Auzat').waitFor();
    // Who gave up, or brought children, is too few to be told.
    expect(await figure('Enfants accueillis', open).locator('.value').textContent()).toBe('non publié');
    expect(await open.getByText('Voir les').count()).toBe(0);
    await open.context().close();
  });

  it('takes the year home, and finds no other', async () => {
    const answer = await fetch(`${site}/indicateurs/2025/rapport.pdf`);
    const { text } = await pdfText(Buffer.from(await answer.arrayBuffer()));
    expect(text).toContain('2025');
    expect(text).toContain('non publié');
    expect((await fetch(`${site}/indicateurs/2019`)).status).toBe(404);
    expect((await fetch(`${site}/indicateurs/2025/export.txt`)).status).toBe(404);
  });

  it('loads at most 70 kB of JavaScript', async () => {
    const open = await visit('about:blank');
    const scripts: Request[] = [];
    open.on('requestfinished', (request) => {
      if (request.resourceType() === 'script') scripts.push(request);
    });
    await open.goto(`${site}/indicateurs`);
    await open.waitForLoadState('networkidle');
    const sizes = await Promise.all(scripts.map((request) => request.sizes()));
    const total = sizes.reduce((sum, { responseBodySize }) => sum + responseBodySize, 0);
    expect(total).toBeGreaterThan(0);
    expect(total).toBeLessThanOrEqual(70 * 1024);
    await open.context().close();
  });
});

describe('the pages of the indicators', () => {
  it.each([
    ['a phone', phone],
    ['a tablet', { width: 768, height: 1024 }],
    ['a desk', desk],
  ])('can be used by everyone on %s', async (_, viewport) => {
    const own = await newVisitor({ viewport, storageState: await context.storageState() });
    const tab = await own.newPage();
    const paths = ['/espace/indicateurs', '/espace/indicateurs/releves', '/espace/indicateurs/releves/2025'];
    for (const path of [...paths, '/indicateurs', '/indicateurs/2025']) {
      await tab.goto(site + path);
      expect([path, await accessibilityProblems(tab)]).toEqual([path, []]);
      const width = await tab.evaluate(() => document.documentElement.scrollWidth);
      expect([path, width <= viewport.width]).toEqual([path, true]);
    }
    await own.close();
  });

  it('let a viewer read the figures, and no household', async () => {
    const viewers = await newVisitor();
    const tab = await signIn(viewers, 'lecteur@demo.ancrage.test', '/espace/indicateurs');
    await tab.getByText('Les agents ouvrent d’ici la liste').waitFor();
    expect(await tab.getByRole('link', { name: /^Voir les/ }).count()).toBe(0);
    await tab.goto(`${site}/espace/indicateurs/releves`);
    expect(await tab.getByRole('button', { name: 'Figer cette période' }).count()).toBe(0);
    await viewers.close();
  });
});
