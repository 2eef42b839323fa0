import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { soon } from './browser.ts';

/** A household as a journey registers it. */
export type Household = { name: string; adults: number; children?: number[] };

/** Fills the form that is open. Without a script a button of the list of children asks the server for each row. */
export async function fillIn(page: Page, { name, adults, children = [] }: Household): Promise<void> {
  for (const [index, year] of children.entries()) {
    await page.getByRole('button', { name: 'Ajouter un enfant' }).click();
    await page.getByLabel(`Enfant ${index + 1} : année de naissance`).selectOption(String(year));
  }
  await page.getByLabel('Prénom et nom').fill(name);
  await page.getByLabel('Adresse e-mail').fill(`${randomUUID().slice(0, 8)}@exemple.test`);
  await page.getByLabel('Adultes').fill(String(adults));
  await page.getByRole('checkbox', { name: /^J’accepte que le territoire garde/ }).check();
}

export const send = (page: Page) => page.getByRole('button', { name: 'Envoyer l’inscription' }).click();

/** Registers and gives the address of the household’s own page, which is then open. */
export async function register(page: Page, form: string, household: Household): Promise<string> {
  await page.goto(form);
  await fillIn(page, household);
  await send(page);
  await page.waitForURL(/\/decouvrir\/inscription\/[^/]+\?fait=inscription/, soon);
  await page.getByRole('heading', { level: 1, name: 'Votre inscription' }).waitFor();
  return page.url().replace(/\?.*/, '');
}

/** Where the household stands, as its page says it to programmes; in words it is asked beside. */
export const standing = (page: Page) => page.locator('[data-status]').getAttribute('data-status');

export const becomes = (page: Page, status: string) => expect.poll(() => standing(page), soon).toBe(status);
