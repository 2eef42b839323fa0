import { accessibilityProblems } from '@ancrage/testing/accessibility';
import { describe, expect, it } from 'vitest';
import { desk, phone, soon, useBrowser } from './browser.ts';
import { signIn } from './sign-in.ts';

const { visit, newVisitor } = useBrowser();
const board = '/espace/offre/vitalite';

describe('schools and crèches', () => {
  it('say without JavaScript what keeps a class, whose figures these are, and of which year', async () => {
    const page = await visit('/vitalite', { javaScriptEnabled: false });
    expect(await page.getByText(/de plus et une classe reste/).count()).toBeGreaterThan(0);
    expect(await page.getByText('une classe peut fermer').count()).toBe(1);
    expect(await page.locator('.sources').textContent()).toContain('Données de démonstration');
    // The bars are read aloud as the figures that they draw.
    expect(await page.locator('main ol .unseen').first().textContent()).toMatch(/^20\d\d-20\d\d : /);
    const words = (await page.locator('main').textContent()) ?? '';
    expect(words).not.toMatch(/(^|[^\d\u202f ])[1-4] (élèves?|enfants?),/);
    await page.context().close();
  });

  it.each([
    ['a phone', phone],
    ['a desk', desk],
  ])('can be read by everyone on %s', async (_, viewport) => {
    const page = await visit('/vitalite', { viewport });
    expect(await accessibilityProblems(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      viewport.width,
    );
    await page.context().close();
  });
});

describe('the members’ page', () => {
  it('says what is wrong with a crèche’s figures, keeps them, and takes them once they are right', async () => {
    const page = await signIn(await newVisitor(), 'agent@demo.ancrage.test', board);
    await page.getByLabel('Enfants inscrits').fill('trop');
    await page.getByRole('button', { name: 'Enregistrer' }).click();
    await page.getByText('Écrivez un nombre entier.').waitFor();
    expect(await page.getByLabel('Enfants inscrits').inputValue()).toBe('trop');
    await page.getByLabel('Enfants inscrits').fill('17');
    await page.getByLabel('Places').fill('19');
    await page.getByRole('button', { name: 'Enregistrer' }).click();
    await expect.poll(() => page.locator('main').textContent(), soon).toMatch(/17\s+enfants,\s+19\s+places/);
    expect(await page.getByRole('form', { name: 'Fixer les seuils' }).count()).toBe(0);
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.context().close();
  });

  it('lets a reader read', async () => {
    const page = await signIn(await newVisitor(), 'lecteur@demo.ancrage.test', board);
    expect(await page.getByRole('button', { name: 'Enregistrer' }).count()).toBe(0);
    await page.context().close();
  });
});
