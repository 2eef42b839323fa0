import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { accessibilityProblems } from '@ancrage/testing/accessibility';
import { serviceCommand } from '@ancrage/testing/commands';
import { gatewayClient } from '@ancrage/testing/gateway-client';
import { signIn, tokenOf } from '@ancrage/testing/sign-in';
import { SiteClient } from '@ancrage/testing/site-client';
import { testPlatform } from '@ancrage/testing/test-platform';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { desk, phone, siteOf, soon, useBrowser } from './browser.ts';

const { newVisitor } = useBrowser();
/** Figures of the other territory are what other journeys read. */
const { couserans } = testPlatform();
const site = siteOf(couserans.slug);

let agent: ReturnType<typeof gatewayClient>;
const visitor = gatewayClient(testPlatform().gatewayUrl, { territory: couserans.slug });
beforeAll(async () => {
  const platform = testPlatform();
  const email = 'agent-fiches@couserans.ancrage.test';
  const membership = ['--email', email, '--territory', couserans.id, '--role', 'AGENT'];
  await serviceCommand(platform, 'identity', 'cli.js', 'grant', ...membership);
  const client = new SiteClient(platform.ports.WEB_PORT, `${couserans.slug}.localhost`);
  await signIn(client, platform.mailUrl, email);
  agent = gatewayClient(platform.gatewayUrl, { territory: couserans.slug, token: await tokenOf(client) });
});

const someone = () => `solo-${randomUUID().slice(0, 8)}@exemple.test`;

/** The path of the latest link that an address got by mail. */
async function linkTo(page: Page, email: string): Promise<string> {
  const links = page.locator('li', { hasText: email }).locator('a[href*="/annuaire/lien/"]');
  const latest = async () => {
    await page.goto(`${site}/dev/mail`);
    return (await links.count()) > 0 ? await links.first().getAttribute('href') : null;
  };
  await expect.poll(latest, soon).not.toBeNull();
  return new URL((await latest()) ?? '').pathname;
}

async function askForLink(page: Page, email: string): Promise<void> {
  await page.goto(`${site}/annuaire/rejoindre`);
  await page.getByLabel('Adresse e-mail').fill(email);
  await page.getByRole('button', { name: 'Recevoir un lien' }).click();
  await page.getByText('Regardez vos e-mails').waitFor();
}

async function enter(page: Page, email: string): Promise<string> {
  await askForLink(page, email);
  const path = await linkTo(page, email);
  await page.goto(site + path);
  await page.getByRole('button', { name: 'Ouvrir ma fiche' }).click();
  await page.waitForURL('**/annuaire/ma-fiche');
  return path;
}

async function write(page: Page, name: string): Promise<void> {
  await page.getByLabel('Nom sous lequel vous travaillez').fill(name);
  await page.getByRole('textbox', { name: 'Métier', exact: true }).fill('Ébéniste');
  await page.getByLabel('Ajouter une compétence').fill('Marqueterie, Ébénisterie');
  await page
    .getByRole('textbox', { name: 'Présentation', exact: true })
    .fill('<b>Des meubles</b> sur mesure.');
  await page.getByLabel('Commune', { exact: true }).selectOption({ index: 1 });
}

const send = (page: Page) => page.getByRole('button', { name: 'Envoyer à la relecture' }).click();
const standing = (page: Page) => page.locator('[data-standing]').getAttribute('data-standing');

/** What the agent does in moderation, which has journeys of its own. */
async function accept(name: string): Promise<void> {
  const { data } = await agent('{ entryChanges(first: 50) { nodes { id version entry { displayName } } } }');
  const change = data?.entryChanges.nodes.find(
    ({ entry }: { entry: { displayName: string } }) => entry.displayName === name,
  );
  const decided = await agent(
    'mutation ($input: DecideEntryChangeInput!) { decideEntryChange(input: $input) { __typename } }',
    { input: { id: change.id, version: change.version, verdict: 'ACCEPT' } },
  );
  expect(decided.errors).toBeUndefined();
}

const found = async (search: string): Promise<string[]> => {
  const { data } = await visitor(
    'query ($search: String!) { solos(search: $search) { nodes { displayName } } }',
    {
      search,
    },
  );
  return data?.solos.nodes.map(({ displayName }: { displayName: string }) => displayName);
};

async function usable(page: Page): Promise<void> {
  for (const viewport of [phone, desk]) {
    await page.setViewportSize(viewport);
    expect(await accessibilityProblems(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      viewport.width,
    );
  }
}

describe('a solo, by the links of e-mails alone', () => {
  it('joins, is found, edits, and is gone on withdrawal', async () => {
    const email = someone();
    const name = `Ébénisterie ${randomUUID().slice(0, 8)}`;
    const page = await (await newVisitor()).newPage();
    await page.goto(`${site}/annuaire/rejoindre`);
    await page.getByText('J’accepte que ma fiche').waitFor();
    await usable(page);
    const used = await enter(page, email);
    expect(await standing(page)).toBe('new');

    await write(page, name);
    await page.getByRole('button', { name: 'Ajouter', exact: true }).click();
    await expect.poll(() => page.locator('aside').textContent(), soon).toContain('Marqueterie');
    expect(await page.locator('aside article').textContent()).toContain('<b>Des meubles</b>');
    await page.getByRole('textbox', { name: 'Site', exact: true }).fill('http://atelier.example');
    await send(page);
    await page.getByText('Écrivez une adresse complète en https://').waitFor();
    expect(await page.getByLabel('Nom sous lequel vous travaillez').inputValue()).toBe(name);
    await page.getByRole('textbox', { name: 'Site', exact: true }).fill('https://atelier.example');
    await send(page);
    await page.getByText('Rien n’est publié sans votre accord').waitFor();
    await usable(page);
    await page.getByRole('checkbox', { name: /^Annuaire public/ }).check();
    await send(page);
    await page.getByText('Envoyé. Vous recevrez la réponse par e-mail.').waitFor();
    expect(await standing(page)).toBe('submitted');
    expect(await found(name)).toEqual([]);

    await accept(name);
    await expect.poll(() => found(name), soon).toEqual([name]);
    await page.goto(`${site}/annuaire/ma-fiche`);
    expect(await standing(page)).toBe('online');
    await page.getByRole('textbox', { name: 'Métier', exact: true }).fill('Ébéniste restauratrice');
    await send(page);
    await page.getByText('1 différence avec la version publiée').waitFor();
    expect(await page.locator('[data-standing] del').textContent()).toBe('Ébéniste');
    await usable(page);

    await page.getByRole('button', { name: 'Suspendre ma fiche' }).click();
    await page.getByText('Votre fiche ne paraît plus. Elle est conservée').waitFor();
    await expect.poll(() => found(name), soon).toEqual([]);
    await page.getByRole('button', { name: 'Reprendre ma fiche' }).click();
    await page.getByText('Votre fiche paraît de nouveau.').waitFor();
    await expect.poll(() => found(name), soon).toEqual([name]);

    await page.getByText('Retirer ma fiche de l’annuaire').click();
    await page.getByRole('button', { name: 'Retirer ma fiche maintenant' }).click();
    await page.getByText('Votre fiche est retirée').first().waitFor();
    await expect.poll(() => found(name), soon).toEqual([]);
    expect((await page.context().cookies()).filter(({ name: cookie }) => cookie === 'fiche')).toEqual([]);

    await page.goto(site + used);
    await page.getByText('chaque lien ne s’ouvre qu’une fois').waitFor();
    await usable(page);
    await page.context().close();
  });

  it('can do all of it without a script, and loses nothing to a refusal', async () => {
    const email = someone();
    const name = `Reliure ${randomUUID().slice(0, 8)}`;
    const page = await (await newVisitor({ javaScriptEnabled: false, viewport: phone })).newPage();
    await enter(page, email);
    const cookie = (await page.context().cookies()).find((one) => one.name === 'fiche');
    expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax' });
    await write(page, name);
    await page.getByRole('checkbox', { name: /^Actualités et presse/ }).check();
    await send(page);
    await page.getByText('Rien n’est publié sans votre accord').waitFor();
    expect(await page.getByLabel('Nom sous lequel vous travaillez').inputValue()).toBe(name);
    expect(await page.getByRole('checkbox', { name: 'Marqueterie' }).isChecked()).toBe(true);
    expect(await page.getByRole('checkbox', { name: /^Actualités et presse/ }).isChecked()).toBe(true);
    await page.getByRole('checkbox', { name: /^Annuaire public/ }).check();
    await send(page);
    expect(await standing(page)).toBe('submitted');
    await page.getByRole('button', { name: 'Retirer cet accord' }).click();
    await page.getByText('Votre accord est retiré').waitFor();
    const file = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Télécharger mes données' }).click();
    expect(await readFile(await (await file).path(), 'utf8')).toContain(name);
    await page.getByRole('button', { name: 'Terminer' }).click();
    await page.getByText('À bientôt').waitFor();
    await page.goto(`${site}/annuaire/ma-fiche`);
    await page.getByText('Votre session est terminée').waitFor();

    await enter(page, email);
    await page.locator('summary', { hasText: 'Tout effacer' }).click();
    await page.getByRole('button', { name: 'Tout effacer' }).click();
    await page.getByText('l’effacement est définitif').waitFor();
    await page.getByRole('checkbox', { name: 'J’ai compris que c’est définitif' }).check();
    await page.getByRole('button', { name: 'Tout effacer' }).click();
    await page.getByText('ne garde plus rien de vous').waitFor();
    await page.context().close();
  });

  it('is told alike by a known and an unknown address, and by a link that is none', async () => {
    const page = await (await newVisitor()).newPage();
    await page.goto(`${site}/annuaire/lien/${'x'.repeat(64)}`);
    await page.getByText('n’est pas un lien que nous avons envoyé').waitFor();
    expect(await page.locator('meta[name="robots"]').getAttribute('content')).toContain('noindex');
    await usable(page);
    await page.goto(`${site}/annuaire/objection/${'x'.repeat(64)}`);
    await page.getByText('Ce lien n’est plus valable').waitFor();
    const answer = await page.goto(`${site}/annuaire/ma-fiche`);
    expect(answer?.headers()['cache-control']).toBe('private, no-store');
    await usable(page);
    await page.context().close();
  });
});
