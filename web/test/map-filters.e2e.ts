import type { Page } from 'playwright-core';
import { extractText, getDocumentProxy } from 'unpdf';
import { describe, expect, it } from 'vitest';
import { desk, phone, site, soon, useBrowser } from './browser.ts';

const { visit } = useBrowser();

const rows = (page: Page) => page.locator('ol > li[id^="c"]');
const namesOf = (page: Page) => rows(page).locator('.what > a').allTextContents();
const drawn = (page: Page) => page.locator('[data-communes]').getAttribute('data-communes');
const searchOf = (page: Page) => decodeURIComponent(new URL(page.url()).search);

/** Until the map is drawn the page is read, not yet used: what is pressed before goes the way of forms. */
async function ready(page: Page): Promise<Page> {
  await expect.poll(() => drawn(page), soon).not.toBe('0');
  return page;
}

describe.each([
  ['on a phone', phone],
  ['on a desk', desk],
])('from a wish to a link, %s', (_where, viewport) => {
  it('the words become criteria, one more is added, and the link shows the same to somebody else', async () => {
    const page = await ready(await visit('/carte', { viewport }));
    await page.getByLabel('Commune, service, métier').fill('crèche + école + fibre à moins de 10 km');
    await page.keyboard.press('Enter');
    await expect.poll(() => searchOf(page), soon).toBe('?services=creche,ecole&fibre=50');
    const asked = page.getByRole('list', { name: 'Vous cherchez' });
    await expect
      .poll(() => asked.getByRole('listitem').allInnerTexts(), soon)
      .toEqual([
        expect.stringContaining('crèche'),
        expect.stringContaining('école'),
        'à moins de 10 km',
        expect.stringContaining('fibre pour 50 % des locaux'),
        'Effacer les filtres',
      ]);
    const before = await rows(page).count();
    expect(before).toBeGreaterThan(3);
    expect(before).toBeLessThan(113);
    // Each row says why it is there.
    expect(await rows(page).first().textContent()).toMatch(/Crèche (sur place|à .+km)/);

    await page.getByLabel('Médecin', { exact: true }).check();
    await expect.poll(() => searchOf(page), soon).toBe('?services=creche,ecole,medecin&fibre=50');
    const names = await namesOf(page);

    const elsewhere = await visit(page.url().replace(site, ''), { viewport });
    expect(await namesOf(elsewhere)).toEqual(names);
    expect(await elsewhere.getByLabel('Crèche', { exact: true }).isChecked()).toBe(true);
    await ready(elsewhere);

    // The first of them is taken away on paper.
    await rows(elsewhere).first().locator('.what > a').click();
    await elsewhere.waitForURL(/\/communes\//);
    const sheet = await getDocumentProxy(new Uint8Array(await elsewhere.pdf({ format: 'A4' })));
    expect(sheet.numPages).toBeLessThanOrEqual(2);
    const { text } = await extractText(sheet, { mergePages: true });
    expect(text).toContain(names[0]);
    expect(text).toContain('Crèche');
    await elsewhere.context().close();
    await page.context().close();
  });
});

describe('filters by services', () => {
  it('answer without a request, and part by part', async () => {
    const page = await ready(await visit('/carte'));
    const asked: string[] = [];
    page.on('request', (request) => {
      if (['document', 'fetch', 'xhr'].includes(request.resourceType())) {
        asked.push(new URL(request.url()).pathname);
      }
    });
    await page.getByLabel('Crèche', { exact: true }).check();
    await page.selectOption('#km', '0');
    await expect.poll(() => searchOf(page), soon).toBe('?services=creche&km=0');
    const inTheCommune = await rows(page).count();
    await page.selectOption('#km', '10');
    await expect.poll(() => rows(page).count(), soon).toBeGreaterThan(inTheCommune);
    await page.getByRole('link', { name: 'Retirer : crèche' }).click();
    await expect.poll(() => rows(page).count(), soon).toBe(113);
    // The marks of what is asked for are tiles, and their names a file that is read once.
    const others = asked.filter((path) => !path.startsWith('/tiles/') && path !== '/carte/services.json');
    expect(others).toEqual([]);
    await page.context().close();
  });

  it('say what nobody knows, and never count it as a no', async () => {
    const page = await visit('/carte?services=coworking&km=0');
    const text = await page.locator('main').innerText();
    const found = await rows(page).count();
    const unsaid = Number(/espace de coworking : (\d+) communes? sans information/.exec(text)?.[1]);
    // No source lists such places completely: but for the few that somebody vouched for, all the rest is unknown.
    expect(found).toBeGreaterThan(0);
    expect(unsaid).toBeGreaterThan(100);
    expect(found + unsaid).toBeLessThanOrEqual(113);
    await page.context().close();
  });

  it('that leave nothing name the one that excludes most, and let it go', async () => {
    const page = await visit('/carte?services=ecole&fibre=50&pop=9000000-');
    await expect.poll(() => page.locator('main').textContent(), soon).toContain('écarte le plus');
    await page.getByRole('link', { name: /Retirer « 9.000.000 habitants et plus »/ }).click();
    await expect.poll(() => rows(page).count(), soon).toBeGreaterThan(0);
    await page.context().close();
  });

  it('colour the map by the distance to a service, in list and legend too', async () => {
    const page = await ready(await visit('/carte'));
    await page.selectOption('#figure', { label: 'Gare' });
    await expect.poll(() => searchOf(page), soon).toBe('?figure=distance-gare');
    expect(await page.locator('.pane').textContent()).toContain('Gare : distance à vol d’oiseau');
    expect(await page.locator('#c09122').textContent()).toMatch(/Gare (sur place|à )/);
    await page.context().close();
  });

  it('let two to four communes be compared', async () => {
    const page = await ready(await visit('/carte'));
    await page.getByRole('checkbox', { name: 'Comparer Foix' }).check();
    await page.getByRole('checkbox', { name: 'Comparer Auzat' }).check();
    const link = page.getByRole('link', { name: 'Les comparer' });
    await expect.poll(() => link.getAttribute('href'), soon).toBe('/comparer?communes=09030,09122');
    expect(searchOf(page)).toBe('?comparer=09122,09030');
    for (const name of ['Ganac', 'Orlu']) {
      await page.getByRole('checkbox', { name: `Comparer ${name}` }).check();
    }
    expect(await page.getByRole('checkbox', { name: 'Comparer Siguer' }).isDisabled()).toBe(true);
    await page.context().close();
  });
});

describe('without JavaScript', () => {
  it('the form filters by services, the server answers, and each part can go', async () => {
    const page = await visit('/carte', { javaScriptEnabled: false });
    await page.getByLabel('Crèche', { exact: true }).check();
    await page.getByLabel('École', { exact: true }).check();
    await page.selectOption('#km', '5');
    await page.getByRole('button', { name: 'Appliquer' }).click();
    expect(searchOf(page)).toContain('services=creche&services=ecole');
    const found = await rows(page).count();
    expect(found).toBeGreaterThan(0);
    expect(found).toBeLessThan(113);
    await page.getByRole('link', { name: 'Retirer : crèche' }).click();
    await expect.poll(() => rows(page).count(), soon).toBeGreaterThan(found);
    await page.context().close();
  });
});
