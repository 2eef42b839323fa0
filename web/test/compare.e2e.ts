import { accessibilityProblems } from '@ancrage/testing/accessibility';
import type { Request } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { desk, phone, site, useBrowser } from './browser.ts';

const { visit } = useBrowser();
const compared = '/comparer?communes=09122,09030';

describe.each([
  ['a phone', phone],
  ['a desk', desk],
])('comparing on %s', (_, viewport) => {
  it('puts communes side by side, tells what differs and who does best, and folds what does not', async () => {
    const page = await visit(compared, { viewport });
    const heads = await page.getByRole('columnheader').allTextContents();
    expect(heads.map((head) => head.trim()).filter(Boolean)).toEqual(['Foix', 'Auzat']);
    const fastest = page.getByRole('row').filter({ hasText: 'la plus forte part' }).first();
    expect(await fastest.textContent()).toContain('★');
    const folded = page.locator('details', { hasText: 'identique' }).first();
    expect(await folded.locator('ul').isVisible()).toBe(false);
    await folded.locator('summary').click();
    expect(await folded.locator('ul').isVisible()).toBe(true);
    const [first, second] = await Promise.all(
      ['Foix', 'Auzat'].map((name) => page.getByRole('columnheader', { name }).boundingBox()),
    );
    expect(second!.x).toBeGreaterThan(first!.x + first!.width - 2);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      viewport.width,
    );
    await page.context().close();
  });

  it.each([
    '/comparer',
    compared,
    '/en/comparer?communes=09122,09030,09006,09306',
    '/donnees',
    '/donnees?pop=-99',
  ])('%s can be used by everyone', async (path) => {
    const page = await visit(path, { viewport });
    expect(await accessibilityProblems(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      viewport.width,
    );
    await page.context().close();
  });
});

describe('the communes compared', () => {
  it('are chosen, added and removed without JavaScript', async () => {
    const page = await visit('/communes/09122-foix', { javaScriptEnabled: false });
    await page.getByRole('link', { name: 'Comparer avec d’autres communes' }).click();
    expect(await page.locator('article').textContent()).toContain('Avec quelle commune comparer Foix');
    await page.getByLabel('Ajouter une commune').selectOption({ label: 'Auzat' });
    await page.getByRole('button', { name: 'Ajouter' }).click();
    expect(page.url()).toBe(`${site}/comparer?communes=09122,09030`);
    await page.getByLabel('Ajouter une commune').selectOption({ label: 'Orlu' });
    await page.getByRole('button', { name: 'Ajouter' }).click();
    expect(await page.getByRole('columnheader').count()).toBe(3);
    await page.getByRole('link', { name: 'Retirer Foix' }).click();
    expect(page.url()).not.toContain('09122');
    expect(await page.getByRole('columnheader').count()).toBe(2);
    await page.context().close();
  });

  it('are four at most and of this territory: the others are named', async () => {
    const page = await visit('/comparer?communes=09122,09030,09006,09306,09004,75056', {
      javaScriptEnabled: false,
    });
    expect(await page.getByRole('columnheader').count()).toBe(4);
    const words = await page.locator('header', { has: page.locator('h1') }).textContent();
    expect(words).toContain('« 75056 » n’est pas une commune d’ici');
    expect(words).toContain('Quatre communes au plus');
    await page.context().close();
  });

  it('say on demand where each answer comes from', async () => {
    const page = await visit(compared, { javaScriptEnabled: false });
    const line = page.locator('th', { has: page.locator('summary', { hasText: /^\s*Population/ }) });
    await line.locator('summary').click();
    expect(await line.textContent()).toContain('INSEE');
    await page.context().close();
  });
});

describe.each([compared, '/donnees', '/communes/09122-foix'])('%s', (path) => {
  it('loads at most 70 kB of JavaScript, as it comes over the wire', async () => {
    const page = await visit('about:blank');
    const scripts: Request[] = [];
    page.on('requestfinished', (request) => {
      if (request.resourceType() === 'script') scripts.push(request);
    });
    await page.goto(site + path);
    await page.waitForLoadState('networkidle');
    const sizes = await Promise.all(scripts.map((request) => request.sizes()));
    const total = sizes.reduce((sum, { responseBodySize }) => sum + responseBodySize, 0);
    expect(total).toBeGreaterThan(0);
    expect(total).toBeLessThanOrEqual(70 * 1024);
    await page.context().close();
  });
});
