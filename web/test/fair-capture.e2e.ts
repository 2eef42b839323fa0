import { accessibilityProblems } from '@ancrage/testing/accessibility';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, describe, expect, it } from 'vitest';
import { phone, soon, useBrowser } from './browser.ts';
import { signIn } from './sign-in.ts';

const { newVisitor } = useBrowser();
const run = Date.now().toString(36);
const fair = `Foire de printemps ${run}`;

let context: BrowserContext;
let page: Page;
let address: string;

const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

afterAll(() => context.close());

async function note(name: string, typed: { email?: string; phone?: string }) {
  await page.getByLabel('Nom', { exact: true }).fill(name);
  await page.getByLabel('E-mail', { exact: true }).fill(typed.email ?? '');
  await page.getByLabel('Téléphone').fill(typed.phone ?? '');
  await page.getByLabel('J’accepte que le territoire garde', { exact: false }).check();
  await page.getByRole('button', { name: 'Noter ce foyer' }).click();
  await page.getByText(`${name} : noté`).waitFor();
}

const met = async () => {
  const other = await context.newPage();
  await other.goto(address);
  const words = await other.locator('.figures').textContent();
  await other.close();
  return words ?? '';
};

describe('households met at a fair', () => {
  it('can be noted by everyone, on a phone', async () => {
    context = await newVisitor({ viewport: phone });
    page = await signIn(context, 'agent@demo.ancrage.test', '/espace/promotion/salons/nouveau');
    await page.getByLabel('Nom du salon').fill(fair);
    await page.getByLabel('Lieu').fill('Toulouse');
    await page.getByLabel('Début (heure de Paris)').fill(`${day(-1)}T09:00`);
    await page.getByLabel('Fin (heure de Paris)').fill(`${day(1)}T18:00`);
    await page.getByRole('button', { name: 'Ajouter' }).click();
    await page.getByRole('heading', { level: 1, name: fair }).waitFor();
    address = page.url();
    await page.getByRole('link', { name: 'Noter des foyers' }).click();
    await page.getByText('Prêt à travailler sans réseau').waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(phone.width);
  });

  it('are noted without a network, stay through a reload, and arrive once', async () => {
    // The page has to lie on the phone before the network goes, and says when it does.
    await page.getByText('Cette page est gardée sur ce téléphone').waitFor();
    await context.setOffline(true);
    await note('Famille Estaque', { email: `estaque-${run}@exemple.fr` });
    await note('Famille Puig', { phone: '06 12 34 56 78' });
    await page.getByText('2 en attente d’envoi').waitFor();
    await page.reload();
    await page.getByText('2 en attente d’envoi').waitFor();
    await context.setOffline(false);
    await page.getByText('2 envoyés').waitFor({ timeout: 45_000 });
    await expect.poll(met, soon).toContain('2 foyers rencontrés');
    await page.reload();
    await page.getByText('2 envoyés').waitFor();
    expect(await met()).toContain('2 foyers rencontrés');
  });

  it('that are refused stay on the phone with the reason, and can be mended', async () => {
    await note('Famille Loubet', { phone: '12' });
    await page.getByText('Ce numéro n’est pas complet.').waitFor({ timeout: 45_000 });
    await page.getByText('1 à corriger').waitFor();
    await page.getByRole('button', { name: 'Corriger' }).click();
    expect(await page.getByLabel('Nom', { exact: true }).inputValue()).toBe('Famille Loubet');
    await note('Famille Loubet', { phone: '05 61 00 00 01' });
    await page.getByText('0 à corriger').waitFor();
    await expect.poll(met, soon).toContain('3 foyers rencontrés');
  });
});
