import type { BrowserContext, Page } from 'playwright-core';
import { expect } from 'vitest';
import { site, soon } from './browser.ts';

/** Signs a person in as they would: the form, the mail, its link, the button; ends on `next`, of that site. */
export async function signIn(
  context: BrowserContext,
  email: string,
  next = '/espace',
  at = site,
): Promise<Page> {
  const page = await context.newPage();
  const links = page.locator('li', { hasText: email }).locator('a[href*="/auth/link"]');
  // The list shows the latest alone: as one more comes, an older one goes, and their number says nothing.
  const addresses = async () => {
    await page.goto(`${site}/dev/mail`);
    return links.evaluateAll((all) => all.map((link) => link.getAttribute('href')));
  };
  const former = await addresses();
  await page.goto(`${at}/connexion?next=${encodeURIComponent(next)}`);
  await page.getByLabel('Adresse e-mail').fill(email);
  await page.getByRole('button', { name: 'Recevoir un lien' }).click();
  await page.getByText('un lien vient d’y être envoyé').waitFor();
  await expect.poll(async () => (await addresses()).some((link) => !former.includes(link)), soon).toBe(true);
  await links.first().click();
  await page.getByRole('button', { name: 'Me connecter' }).click();
  await page.waitForURL(`${at}${next}`);
  return page;
}
