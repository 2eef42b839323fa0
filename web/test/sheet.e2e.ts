import type { Page } from 'playwright-core';
import { extractText, getDocumentProxy } from 'unpdf';
import { describe, expect, it } from 'vitest';
import { site, useBrowser } from './browser.ts';

const { visit } = useBrowser();

/** As many sessions, premises and solos as a sheet ever shows: three of each that it shows at all. */
const fillLists = (page: Page) =>
  page.evaluate(() => {
    for (const name of ['sessions', 'premises', 'solos']) {
      const [list] = document.querySelectorAll(`section[aria-labelledby="${name}"] :is(ul, ol)`);
      const [first] = list?.children ?? [];
      while (first && list && list.children.length < 3) list.append(first.cloneNode(true));
    }
  });

describe('the sheet of a commune', () => {
  it.each(['/communes/09122-foix', '/communes/09030-auzat'])(
    '%s prints on two pages at most, with all it says',
    async (path) => {
      const page = await visit(path);
      await fillLists(page);
      const file = await page.pdf({ format: 'A4' });
      await page.context().close();
      const pdf = await getDocumentProxy(new Uint8Array(file));
      expect(pdf.numPages).toBeLessThanOrEqual(2);
      const { text } = await extractText(pdf, { mergePages: true });
      const words = text.replace(/\s+/g, ' ');
      expect(words).toContain('Fiche du ');
      expect(words.replaceAll(' ', '')).toContain(`${site}${path}`);
      for (const said of [
        'Population',
        'Internet',
        'Services et commerces',
        'Jusqu’où s’y fier',
        'D’où viennent ces informations',
        'INSEE',
        'Données de démonstration',
      ]) {
        expect(words).toContain(said);
      }
      // Links are spelled out, and what only a screen can do is left out.
      expect(words.replaceAll(' ', '')).toContain(
        'https://www.npmjs.com/package/@etalab/decoupage-administratif',
      );
      expect(words).not.toContain('Voir sur la carte');
      expect(words).not.toContain('Imprimer ou enregistrer');
    },
  );

  it('says how far it can be relied on, and on demand how each answer is known, without JavaScript', async () => {
    const page = await visit('/communes/09122-foix', { javaScriptEnabled: false });
    const band = page.getByRole('region', { name: 'Jusqu’où s’y fier' });
    expect(await band.textContent()).toMatch(/\d+ types de services sur \d+/);
    const line = page.locator('#services ~ .families li', { hasText: 'Mairie' }).first();
    await line.locator('summary').click();
    expect(await line.textContent()).toMatch(/\d sur place/);
    expect(await line.textContent()).toContain('générateur');
    await page.context().close();
  });

  it('tells machines what is there and what is not, never what is not known', async () => {
    const page = await visit('/communes/09030-auzat', { javaScriptEnabled: false });
    const [place] = (await page.locator('script[type="application/ld+json"]').allTextContents()).map((text) =>
      JSON.parse(text),
    );
    expect(place['@type']).toBe('City');
    expect(place.url).toBe(`${site}/communes/09030-auzat`);
    const there = await page.locator('.families li.present .what').allTextContents();
    const absent = await page.locator('.families li.absent .what').allTextContents();
    const said = (value: boolean) =>
      place.amenityFeature
        .filter((feature: { value: boolean }) => feature.value === value)
        .map(({ name }: { name: string }) => name);
    expect(said(true)).toEqual(there);
    expect(said(false)).toEqual(absent);
    await page.context().close();
  });
});
