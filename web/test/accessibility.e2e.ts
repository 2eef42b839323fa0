import { accessibilityProblems } from '@ancrage/testing/accessibility';
import { describe, expect, it } from 'vitest';
import { desk, phone, siteOf, useBrowser } from './browser.ts';
import { signIn } from './sign-in.ts';

const { visit, newVisitor } = useBrowser();

const publicPages = [
  '/',
  '/en',
  '/carte',
  '/carte?q=boulangerie&figure=debit&commune=09122',
  '/carte?q=introuvable',
  '/communes/09122-foix',
  '/en/communes/09030-auzat',
  '/connexion',
  '/deconnexion',
  '/accessibilite',
  '/confidentialite',
  '/mentions-legales',
  '/dev/mail',
  '/nulle-part',
  '/communes/75056-paris',
  siteOf('nulle-part'),
  siteOf('couserans-pyrenees'),
];

describe.each([
  ['a phone', phone],
  ['a desk', desk],
])('on %s', (_, viewport) => {
  it.each(publicPages)('%s can be used by everyone', async (path) => {
    const page = await visit(path, { viewport });
    if (path.includes('/carte')) {
      await page.waitForSelector('[data-communes]:not([data-communes="0"])');
    }
    expect(await accessibilityProblems(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      viewport.width,
    );
    await page.context().close();
  });

  it('so can the workspace', async () => {
    const context = await newVisitor({ viewport });
    const page = await signIn(context, 'administration@demo.ancrage.test');
    for (const path of ['/espace', '/espace/reglages']) {
      await page.goto(new URL(path, page.url()).href);
      expect(await accessibilityProblems(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
        viewport.width,
      );
    }
    await context.close();
  });
});
