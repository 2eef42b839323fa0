import { randomUUID } from 'node:crypto';
import { accessibilityProblems } from '@ancrage/testing/accessibility';
import { serviceCommand } from '@ancrage/testing/commands';
import { testPlatform } from '@ancrage/testing/test-platform';
import type { Page, Request } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { desk, phone, siteOf, useBrowser, site as welcomingSite } from './browser.ts';
import { useAgent } from './own-sessions.ts';
import { signIn } from './sign-in.ts';

const { visit, newVisitor } = useBrowser();
const email = 'agent-protocole@couserans.ancrage.test';
/** Of the other territory: what is published here changes nothing for those who read the first one. */
const agent = useAgent(email);
const platform = testPlatform();
const site = siteOf(platform.couserans.slug);
const protocols = `${site}/espace/protocole`;
/** A title that no other step has. */
const extra = `Visite du marché ${randomUUID().slice(0, 8)}`;
let page: Page;
let draft: string;

// The model gives steps to a town hall: a role that nobody held could not be published.
beforeAll(async () => {
  const held = ['--territory', platform.couserans.id, '--role', 'CONTRIBUTOR'];
  await serviceCommand(
    platform,
    'identity',
    'cli.js',
    'grant',
    '--email',
    'mairie-protocole@couserans.ancrage.test',
    ...held,
  );
});

/** Begins a draft in the way that its heading names. */
async function begin(way: RegExp): Promise<void> {
  await page.goto(protocols);
  await page
    .locator('form', { has: page.getByRole('heading', { name: way }) })
    .getByRole('button')
    .click();
  await page.getByText('Le brouillon est prêt').waitFor();
  draft = new URL(page.url()).pathname;
}

async function publish(): Promise<void> {
  await page.goto(site + draft);
  await page.getByRole('button', { name: 'Publier cette version' }).click();
  await page.getByText('La version est en vigueur').waitFor();
}

/** The steps of one household's welcome, as the API tells them. */
async function stepsOf(id: string) {
  const { installationRecord } = await agent.run(
    'query ($id: ID!) { installationRecord(id: $id) { protocolNumber steps { key title dueOn owner } } }',
    { id },
  );
  return installationRecord;
}

async function welcome(): Promise<string> {
  const { created } = await agent.run(
    `mutation ($input: CreateProspectInput!) { created: createProspect(input: $input) {
       ... on ProspectSaved { record { id } } } }`,
    { input: { household: { name: `Foyer ${extra}`, email: `${randomUUID()}@exemple.fr`, adults: 2 } } },
  );
  const { planned } = await agent.run(
    `mutation ($id: ID!) { planned: planInstallation(prospectId: $id, input: { horizon: SHORT_TERM }) {
       __typename ... on InstallationSaved { record { id } } } }`,
    { id: created.record.id },
  );
  return planned.record.id;
}

describe('an agent', () => {
  it('begins a protocol with the model, and moves its steps by keyboard', async () => {
    page = await signIn(await newVisitor(), email, '/espace', site);
    await begin(/À partir du modèle/);
    const second = page.getByRole('button', { name: /Monter « Entretien sur le projet du foyer/ });
    // Before the script is there, the form is sent by the browser, which then focuses nothing.
    await page.waitForLoadState('networkidle');
    await second.focus();
    await page.keyboard.press('Enter');
    await page.getByText(/est maintenant à la place 1/).waitFor();
    expect(await page.locator('ol h3').first().textContent()).toBe('Entretien sur le projet du foyer');
    // Whoever moves a step goes with it.
    await page.locator('#up-projet-du-foyer:focus').waitFor();
  });

  it('is told of steps that wait for each other, and finds again what was typed', async () => {
    await page.goto(`${site}${draft}?etape=premier-appel`);
    await page.getByLabel('Ce que le foyer lit').fill('Nous vous appelons dès demain.');
    await page.getByRole('group', { name: 'Elle attend' }).getByLabel('Plan d’installation partagé').check();
    await page.getByRole('button', { name: 'Enregistrer' }).last().click();
    await page.getByRole('alert').first().waitFor();
    const told = await page.getByRole('alert').first().textContent();
    expect(told).toContain('Ces étapes s’attendent en rond');
    expect(told).toContain('« Premier appel après le oui »'.replaceAll('« ', '« '));
    expect(await page.getByLabel('Ce que le foyer lit').inputValue()).toBe('Nous vous appelons dès demain.');
    expect(
      await page
        .getByRole('group', { name: 'Elle attend' })
        .getByLabel('Plan d’installation partagé')
        .isChecked(),
    ).toBe(true);
    await page
      .getByRole('group', { name: 'Elle attend' })
      .getByLabel('Plan d’installation partagé')
      .uncheck();
    await page.getByRole('button', { name: 'Enregistrer' }).last().click();
    await page.getByText('C’est enregistré.').waitFor();
    expect(await page.locator('#etape-premier-appel').textContent()).toContain(
      'Nous vous appelons dès demain.',
    );
  });

  it('adds a step and takes one out without JavaScript', async () => {
    const plain = await newVisitor({
      javaScriptEnabled: false,
      storageState: await page.context().storageState(),
    });
    const reader = await plain.newPage();
    await reader.goto(site + draft);
    await reader.getByRole('link', { name: /Ajouter une étape à ce temps : Arriver/ }).click();
    await reader.getByLabel('Ce qui se fait').fill(extra);
    await reader.getByLabel('Délai, en jours ouvrés').fill('-3');
    await reader.getByLabel('Papiers que le foyer apporte').fill('Un panier');
    await reader.locator('#etape-nouvelle').getByRole('button', { name: 'Enregistrer' }).click();
    expect(await reader.getByRole('alert').first().textContent()).toContain(
      'Seul un délai compté depuis l’arrivée peut la précéder',
    );
    expect(await reader.getByLabel('Ce qui se fait').inputValue()).toBe(extra);
    await reader.getByLabel('Compté depuis').selectOption({ label: 'l’arrivée du foyer' });
    await reader.locator('#etape-nouvelle').getByRole('button', { name: 'Enregistrer' }).click();
    expect(await reader.locator('ol > li', { hasText: extra }).textContent()).toContain(
      '3 jours ouvrés avant l’arrivée',
    );
    await reader.goto(`${site}${draft}?retirer=medecin-et-droits`);
    await reader.getByRole('button', { name: 'Oui, la retirer' }).click();
    expect(await reader.locator('#etape-medecin-et-droits').count()).toBe(0);
    await plain.close();
  });

  it('publishes; the next version leaves the welcome that runs as it began', async () => {
    await publish();
    const id = await welcome();
    const before = await stepsOf(id);
    expect(before.steps.map(({ title }: { title: string }) => title)).toContain(extra);
    await begin(/À partir de la version en vigueur/);
    await page.goto(`${site}${draft}?etape=premier-appel`);
    await page.getByLabel('Ce qui se fait').fill('Un mot dans la journée');
    await page.getByLabel('Délai, en jours ouvrés').fill('1');
    await page.getByRole('button', { name: 'Enregistrer' }).last().click();
    await page.getByText('C’est enregistré.').waitFor();
    const said = await page.getByRole('region', { name: 'Ce que ce brouillon change' }).textContent();
    expect(said).toContain('Premier appel après le oui');
    expect(said).toContain('1 jour ouvré après le début');
    await publish();
    expect(await stepsOf(id)).toEqual(before);
    const next = await stepsOf(await welcome());
    expect(next.protocolNumber).toBe(before.protocolNumber + 1);
    expect(next.steps.map(({ title }: { title: string }) => title)).toContain('Un mot dans la journée');
  });

  it('sees the dates of an invented household, and no step that is not for it', async () => {
    await page.goto(`${site}${draft}/apercu?debut=2026-11-23&arrivee=2027-05-03&enfants=2019`);
    const inscription = page.locator('li', { hasText: 'Inscription à l’école' });
    expect(await inscription.textContent()).toContain('vendredi 19 mars 2027');
    expect(await page.locator('li', { hasText: 'Visite des espaces de travail' }).count()).toBe(0);
    await page.goto(`${site}${draft}/apercu?debut=hier&enfants=deux`);
    expect(await page.getByRole('alert').textContent()).toContain('n’ont pas pu être lues');
    expect(await page.getByLabel('Années de naissance des enfants').inputValue()).toBe('deux');
  });

  it.each([360, 768, 1440])('can use the pages at %i pixels', async (width) => {
    await page.setViewportSize({ width, height: 800 });
    for (const path of [
      '',
      draft.slice('/espace/protocole'.length),
      `${draft.slice('/espace/protocole'.length)}/apercu`,
    ]) {
      await page.goto(protocols + path);
      expect(await accessibilityProblems(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    }
  });

  it('can use the form of a step on a phone, then throws the draft away', async () => {
    await begin(/À partir de la version en vigueur/);
    await page.setViewportSize(phone);
    await page.goto(`${site}${draft}?etape=premier-appel`);
    expect(await accessibilityProblems(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(phone.width);
    await page.setViewportSize(desk);
    await page.getByRole('link', { name: 'Jeter le brouillon' }).click();
    await page.getByRole('button', { name: 'Oui, le jeter' }).click();
    await page.getByText('Le brouillon est jeté.').waitFor();
  });
});

describe('a visitor', () => {
  it('reads the protocol by its four parts, without JavaScript', async () => {
    const reader = await visit('/accueil', { javaScriptEnabled: false });
    const told = reader.getByRole('region', { name: 'Votre chemin, pas à pas' });
    expect(await told.locator('h3').allTextContents()).toEqual([
      'Décider',
      'Préparer',
      'Arriver',
      'S’enraciner',
    ]);
    expect(await told.textContent()).toContain('Une personne du territoire vous appelle');
    // How the team does it stays with the team.
    expect(await told.textContent()).not.toContain('Appeler le foyer, nommer son référent');
    expect(await told.getByText('Données de démonstration').isVisible()).toBe(true);
    await reader.context().close();
  });

  it('loads at most 70 kB of JavaScript for it, as it comes over the wire', async () => {
    const reader = await visit('about:blank');
    const scripts: Request[] = [];
    reader.on('requestfinished', (request) => {
      if (request.resourceType() === 'script') scripts.push(request);
    });
    await reader.goto(`${welcomingSite}/accueil`);
    await reader.waitForLoadState('networkidle');
    const sizes = await Promise.all(scripts.map((request) => request.sizes()));
    const total = sizes.reduce((sum, { responseBodySize }) => sum + responseBodySize, 0);
    expect(total).toBeGreaterThan(0);
    expect(total).toBeLessThanOrEqual(70 * 1024);
    await reader.context().close();
  });
});
