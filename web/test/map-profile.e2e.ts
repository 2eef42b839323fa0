import { accessibilityProblems } from '@ancrage/testing/accessibility';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { desk, phone, site, soon, useBrowser } from './browser.ts';

const { visit } = useBrowser();

const answers = '?profil=1&enfants=3-5,11-14&besoin=100&indispensables=medecin&souhaits=piscine,coworking';
const cards = (page: Page) => page.locator('section ol > li:has(h2)');
const three = (page: Page) => cards(page).getByRole('heading').allTextContents();

async function answer(page: Page): Promise<void> {
  await page.getByLabel('3 à 5 ans').check();
  await page.getByLabel('Toute la famille en ligne').check();
  await page.getByRole('group', { name: 'Indispensable' }).getByLabel('Médecin').check();
  await page.getByRole('group', { name: 'Ce serait bien' }).getByLabel('Piscine').check();
  await page.getByLabel('Village, moins de').check();
  await page.getByRole('button', { name: 'Voir mes trois communes' }).click();
}

describe('my life here', () => {
  it('leads a family on a phone from a few answers to three communes, each with its reason', async () => {
    const page = await visit('/carte', { viewport: phone });
    await page.getByRole('link', { name: /Ma vie ici/ }).click();
    await page.waitForURL(/ma-vie-ici/);
    await answer(page);
    await page.waitForURL(/profil=1/);
    await expect.poll(() => three(page), soon).toHaveLength(3);
    const first = cards(page).first();
    expect(await first.textContent()).toMatch(/École maternelle (sur place|à )/);
    expect(await first.textContent()).toMatch(/(Devant|À égalité avec) /);

    // Three communes, then the list in their order, then the map.
    const names = await page.locator('ol > li[id^="c"] .what > a').allTextContents();
    expect(names.slice(0, 3)).toEqual(await three(page));
    const top = async (selector: string) => (await page.locator(selector).first().boundingBox())!.y;
    expect(await top('section ol > li')).toBeLessThan(await top('ol > li[id^="c"]'));
    expect(await top('ol > li[id^="c"]')).toBeLessThan(await top('.map'));

    const elsewhere = await visit(page.url().replace(site, ''), { viewport: desk });
    expect(await three(elsewhere)).toEqual(await three(page));
    await elsewhere.context().close();
    await page.context().close();
  });

  it('gives the same without JavaScript, and keeps the answers to change them', async () => {
    const page = await visit('/carte/ma-vie-ici', { javaScriptEnabled: false });
    await answer(page);
    expect(await three(page)).toHaveLength(3);
    await page.getByRole('link', { name: 'Changer mes réponses' }).click();
    expect(await page.getByLabel('3 à 5 ans').isChecked()).toBe(true);
    expect(await page.getByRole('group', { name: 'Indispensable' }).getByLabel('Médecin').isChecked()).toBe(
      true,
    );
    await page.context().close();
  });

  it('says what is not known, and how the ranking is made', async () => {
    // No source lists coworking spaces completely, and within a kilometre of the smallest communes nobody went to look.
    const page = await visit(
      `/carte?profil=1&indispensables=medecin&souhaits=coworking,telecentre&pop=-50&pres=1`,
    );
    expect((await cards(page).allTextContents()).join()).toContain('non renseigné');
    expect(await page.locator('main').textContent()).toMatch(/de ce que vous demandez est renseigné/);
    await page.getByText('Comment ce classement est fait').click();
    expect(await page.getByText('indispensable, poids 3').first().isVisible()).toBe(true);
    await page.context().close();
  });

  it('asks for an answer when there is none', async () => {
    const page = await visit('/carte?profil=1');
    expect(await page.locator('main').textContent()).toContain('Dites au moins une chose');
    await page.context().close();
  });
});

describe.each([360, 768, 1440])('at %i pixels', (width) => {
  it.each(['/carte/ma-vie-ici', `/carte${answers}`, '/carte?services=creche,coworking&comparer=09122,09030'])(
    'axe finds nothing on %s, and nothing sticks out',
    async (path) => {
      const page = await visit(path, { viewport: { width, height: 800 } });
      await page.locator('footer').waitFor();
      expect(await accessibilityProblems(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      await page.context().close();
    },
  );
});
