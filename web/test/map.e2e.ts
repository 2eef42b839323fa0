import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { site, soon, useBrowser } from './browser.ts';

const { visit } = useBrowser();

const rows = (page: Page) => page.locator('ol > li[id^="c"]');
const drawnCommunes = (page: Page) => page.locator('[data-communes]').getAttribute('data-communes');

async function visitMap(path: string): Promise<Page> {
  const page = await visit(path);
  await expect.poll(() => drawnCommunes(page), soon).not.toBe('0');
  return page;
}

describe('the map', () => {
  it('draws every commune of the territory from its own tiles', async () => {
    const page = await visitMap('/carte');
    expect(await rows(page).count()).toBe(113);
    expect(await drawnCommunes(page)).toBe('113');
    await page.context().close();
  });

  it('repaints on a filter without asking the server, and keeps the view in the address', async () => {
    const page = await visitMap('/carte');
    const asked: string[] = [];
    page.on('request', (request) => {
      if (['document', 'fetch', 'xhr'].includes(request.resourceType())) {
        asked.push(new URL(request.url()).pathname);
      }
    });
    await page.selectOption('#pop', '2000-');
    await page.selectOption('#figure', 'debit');
    await expect.poll(() => page.url(), soon).toContain('pop=2000-&figure=debit');
    const towns = await rows(page).count();
    expect(towns).toBeGreaterThan(0);
    expect(towns).toBeLessThan(20);
    expect(asked.filter((path) => !path.startsWith('/tiles/'))).toEqual([]);

    const copy = await visitMap(page.url().replace(site, ''));
    expect(await rows(copy).count()).toBe(towns);
    expect(await copy.locator('#pop').inputValue()).toBe('2000-');
    await copy.context().close();
    await page.context().close();
  });

  it('and the list go together, by pointer and by keyboard', async () => {
    const page = await visitMap('/carte');
    const foix = page.locator('#c09122');
    await foix.hover();
    const pointedName = page.locator('svg text.strong');
    await expect
      .poll(() => pointedName.allTextContents(), soon)
      .toEqual([expect.stringContaining('Foix · ')]);

    await page.getByRole('link', { name: 'Auzat' }).focus();
    await expect
      .poll(() => pointedName.allTextContents(), soon)
      .toEqual([expect.stringContaining('Auzat · ')]);
    // The way to compare it, then the way to show it on the map.
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.url(), soon).toContain('commune=09030');
    expect(await page.getByRole('status').textContent()).toContain('Auzat');
    expect(await page.locator('#c09030').getAttribute('class')).toContain('selected');
    await page.context().close();
  });

  it('selects the commune that is clicked, and tells its keys when it has the focus', async () => {
    const page = await visitMap('/carte');
    const canvas = page.locator('canvas');
    await page.locator('#c09122').hover();
    const label = await page.locator('svg text.strong').boundingBox();
    await page.mouse.click(label!.x + label!.width / 2, label!.y + label!.height / 2);
    await expect.poll(() => page.url(), soon).toMatch(/commune=\d{5}/);
    await page.getByRole('button', { name: 'Fermer' }).click();
    await expect.poll(() => page.url(), soon).not.toContain('commune=');
    await canvas.focus();
    await page.keyboard.press('ArrowLeft');
    await expect.poll(() => page.locator('#touches').isVisible(), soon).toBe(true);
    await page.context().close();
  });

  it('leads from a service to the communes that have it', async () => {
    const page = await visit('/');
    await page.getByLabel('Où voulez-vous vivre').fill('boulangerie');
    await page.keyboard.press('Enter');
    await page.waitForURL(/carte\?q=boulangerie/);
    await expect
      .poll(() => page.locator('main').textContent(), soon)
      .toMatch(/on en trouve dans \d+ communes/);
    await page.context().close();
  });
});

describe('without JavaScript', () => {
  it('the list, its filters and a drawing of the map are there', async () => {
    const page = await visit('/carte', { javaScriptEnabled: false });
    expect(await rows(page).count()).toBe(113);
    await page.fill('#q', 'merens');
    await page.click('form button >> nth=0');
    expect(new URL(page.url()).searchParams.get('q')).toBe('merens');
    await expect.poll(() => rows(page).count(), soon).toBe(1);
    const drawing = page.locator('img[src^="/images/communes.svg"]');
    await expect.poll(() => drawing.isVisible(), soon).toBe(true);
    await page.getByRole('link', { name: 'Mérens-les-Vals', exact: true }).click();
    expect(await page.locator('h1').textContent()).toBe('Mérens-les-Vals');
    await page.context().close();
  });
});
