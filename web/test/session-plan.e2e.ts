import { randomUUID } from 'node:crypto';
import { accessibilityProblems } from '@ancrage/testing/accessibility';
import { gatewayClient } from '@ancrage/testing/gateway-client';
import { testPlatform } from '@ancrage/testing/test-platform';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { desk, phone, site, soon, useBrowser } from './browser.ts';
import { signIn } from './sign-in.ts';

const { newVisitor } = useBrowser();
const agent = 'agent@demo.ancrage.test';
const widths = [phone, { width: 768, height: 1024 }, desk];

async function usable(page: Page): Promise<void> {
  for (const viewport of widths) {
    await page.setViewportSize(viewport);
    expect(await accessibilityProblems(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      viewport.width,
    );
  }
}

/** Plans a week-end far ahead, as a draft; ends on its page. */
async function plan(page: Page, title: string): Promise<string> {
  await page.goto(`${site}/espace/sessions/nouvelle`);
  await page.getByLabel('Titre').fill(title);
  await page.getByLabel('Un week-end', { exact: true }).check();
  await page.getByLabel('Début', { exact: true }).fill('2098-05-03T10:00');
  await page.getByLabel('Fin', { exact: true }).fill('2098-05-04T16:00');
  await page.getByLabel('Commune d’accueil').selectOption({ label: 'Auzat' });
  await page.getByLabel('Lieu de rendez-vous').fill('Mairie');
  await page.getByLabel('Heure', { exact: true }).first().fill('10:00');
  await page.getByLabel('Ce qui s’y passe').first().fill('Accueil');
  await page.getByRole('button', { name: 'Enregistrer le brouillon' }).last().click();
  await page.getByText('Le brouillon est enregistré').waitFor();
  return new URL(page.url()).pathname;
}

/** A household as the site's form registers it. */
async function register(sessionId: string, email: string): Promise<void> {
  const ask = gatewayClient(testPlatform().gatewayUrl, { territory: 'pays-de-foix-haute-ariege' });
  const { data } = await ask('{ registrationConsent { version } }');
  const { data: done } = await ask(
    `mutation ($input: RegisterHouseholdInput!) { registerHousehold(input: $input) { __typename } }`,
    {
      input: {
        sessionId,
        contact: { name: 'Camille Fabre', email },
        adults: 2,
        children: [{ birthYear: 2019 }],
        needs: { diet: 'noix', carSharing: 'SEEKS', leavingFrom: 'Toulouse' },
        consent: { textVersion: data?.registrationConsent.version, accepted: true },
        idempotencyKey: randomUUID(),
      },
    },
  );
  expect(done?.registerHousehold.__typename).toBe('RegistrationConfirmed');
}

/** Subjects of the e-mails to an address, the latest first. */
async function subjects(page: Page, email: string): Promise<string[]> {
  await page.goto(`${site}/dev/mail`);
  return page.locator('li', { hasText: email }).locator('h2').allTextContents();
}

describe('an agent', () => {
  it('plans a week-end, publishes it, moves it and cancels it; who registered hears of each once', async () => {
    const title = `Week-end ${randomUUID().slice(0, 8)}`;
    const email = `${randomUUID().slice(0, 8)}@exemple.fr`;
    const page = await signIn(await newVisitor(), agent);
    const address = await plan(page, title);
    await usable(page);
    await page.getByRole('link', { name: 'Voir l’aperçu' }).click();
    await page.getByText('personne d’autre que les membres ne le voit').waitFor();
    await usable(page);
    await page.goto(site + address);
    await page.getByRole('button', { name: 'Publier' }).click();
    await page.getByText('La session est publiée').waitFor();
    const id = address.split('/').at(-1) as string;
    await register(id, email);

    // A better summary is nobody's news.
    await page.goto(site + address);
    await page.getByLabel('En quelques mots').fill('Deux jours à Auzat.');
    await page.getByRole('button', { name: 'Enregistrer', exact: true }).last().click();
    await page.getByText('C’est enregistré.', { exact: true }).waitFor();
    await page.getByLabel('Début', { exact: true }).fill('2098-05-03T11:00');
    await page.getByRole('button', { name: 'Enregistrer', exact: true }).last().click();
    await page.getByText('1 foyer recevra un e-mail.').waitFor();
    expect(await page.getByLabel('Début', { exact: true }).inputValue()).toBe('2098-05-03T11:00');
    await usable(page);
    await page.getByRole('button', { name: 'Enregistrer et prévenir 1 foyer' }).click();
    await page.getByText('1 foyer reçoit un e-mail.').waitFor();

    await page.goto(`${site}${address}/inscrits`);
    expect(await page.getByText('3 prises sur 20').count()).toBe(1);
    expect(await page.getByText('Cherche une place en voiture (Toulouse)').count()).toBe(1);
    await usable(page);
    await page.getByRole('link', { name: 'Inscrire un foyer' }).click();
    const caller = `appel-${email}`;
    await page.getByLabel('Nom', { exact: true }).fill('Sacha Roux');
    await page.getByLabel('Adresse e-mail').fill(caller);
    await page.getByLabel('Adultes').fill('0');
    await page.locator('input[name="accepted"]').check();
    await page
      .locator('form')
      .last()
      .evaluate((form: HTMLFormElement) => {
        form.noValidate = true;
      });
    await page.getByRole('button', { name: 'Inscrire ce foyer' }).click();
    await page.getByText('Au moins un adulte vient avec le foyer.').first().waitFor();
    expect(await page.getByLabel('Nom', { exact: true }).inputValue()).toBe('Sacha Roux');
    await page.getByLabel('Adultes').fill('1');
    await usable(page);
    await page.getByRole('button', { name: 'Inscrire ce foyer' }).click();
    await page.getByText('Le foyer est inscrit').waitFor();
    await page.getByRole('link', { name: 'Annuler son inscription' }).click();
    await page.getByRole('button', { name: 'Annuler cette inscription' }).click();
    await page.getByText('L’inscription est annulée').waitFor();
    await page.goto(`${site}${address}/inscrits`);
    await page.getByRole('link', { name: 'Camille Fabre' }).first().click();
    await page.getByText('Arranger une visite').click();
    await page.getByLabel('Ce qu’ils verront, ou qui').fill('Une maison à Auzat');
    await page.getByRole('button', { name: 'Enregistrer la visite' }).click();
    await page.getByText('La visite est enregistrée.').waitFor();
    expect(await page.getByText('Une maison à Auzat').count()).toBeGreaterThan(0);
    await usable(page);

    await page.goto(site + address);
    await page.getByRole('link', { name: 'Annuler la session' }).click();
    await page.getByText('1 foyer recevra un e-mail.').waitFor();
    await page.getByLabel('Pourquoi elle n’a pas lieu').fill('La route est coupée.');
    await usable(page);
    await page.getByRole('button', { name: 'Annuler la session et prévenir' }).click();
    await page.getByText('La session est annulée. 1 foyer reçoit un e-mail.').waitFor();
    const heard = async (start: string) =>
      (await subjects(page, email)).filter((subject) => subject.startsWith(start)).length;
    await expect.poll(() => heard('Session annulée'), soon).toBe(1);
    expect(await heard('Du changement')).toBe(1);
    await page.context().close();
  });

  it('runs a session again on another date, and deletes the draft', async () => {
    const title = `Modèle ${randomUUID().slice(0, 8)}`;
    const page = await signIn(await newVisitor(), agent);
    const address = await plan(page, title);
    await page.getByRole('link', { name: 'Dupliquer' }).click();
    await page.getByLabel('Début de la copie').fill('2098-06-07T09:00');
    await page.getByRole('button', { name: 'Créer la copie' }).click();
    await page.getByText('Voici la copie').waitFor();
    expect(await page.getByLabel('Fin', { exact: true }).inputValue()).toBe('2098-06-08T15:00');
    expect(await page.getByLabel('Heure', { exact: true }).first().inputValue()).toBe('09:00');
    for (const draft of [new URL(page.url()).pathname, address]) {
      await page.goto(site + draft);
      await page.getByRole('link', { name: 'Supprimer le brouillon' }).click();
      await page.getByRole('button', { name: 'Supprimer ce brouillon' }).click();
      await page.getByText('Le brouillon est supprimé.').waitFor();
    }
    expect(await page.getByRole('link', { name: title }).count()).toBe(0);
    await page.context().close();
  });

  it('keeps both words when a colleague saved meanwhile', async () => {
    const context = await newVisitor();
    const page = await signIn(context, agent);
    const address = await plan(page, `À deux ${randomUUID().slice(0, 8)}`);
    const other = await context.newPage();
    await other.goto(site + address);
    for (const [tab, words] of [
      [page, 'Par l’une'],
      [other, 'Par l’autre'],
    ] as const) {
      await tab.getByLabel('En quelques mots').fill(words);
      await tab.getByRole('button', { name: 'Enregistrer', exact: true }).last().click();
      if (tab === page) await tab.getByText('C’est enregistré.', { exact: true }).waitFor();
    }
    await other.getByText('Quelqu’un a modifié cette session pendant que vous écriviez').waitFor();
    expect(await other.locator('dd', { hasText: 'Par l’une' }).count()).toBe(1);
    expect(await other.getByLabel('En quelques mots').inputValue()).toBe('Par l’autre');
    await other.getByRole('button', { name: 'Enregistrer', exact: true }).last().click();
    await other.getByText('C’est enregistré.', { exact: true }).waitFor();
    await context.close();
  });

  it('writes a programme without JavaScript, and a refusal keeps all that was typed', async () => {
    const context = await newVisitor();
    await signIn(context, agent);
    const plain = await newVisitor({ javaScriptEnabled: false, storageState: await context.storageState() });
    const page = await plain.newPage();
    await page.goto(`${site}/espace/sessions/nouvelle`);
    await page.getByLabel('Titre').fill('Sans script');
    await page.getByLabel('Heure', { exact: true }).first().fill('10:00');
    await page.getByLabel('Ce qui s’y passe').first().fill('Accueil');
    await page.getByRole('button', { name: 'Ajouter une étape' }).click();
    expect(await page.getByLabel('Ce qui s’y passe').evaluateAll((all) => all.length)).toBe(2);
    expect(await page.getByLabel('Titre').inputValue()).toBe('Sans script');
    await page.getByLabel('Heure', { exact: true }).last().fill('14:00');
    await page.getByLabel('Ce qui s’y passe').last().fill('Visites');
    await page
      .getByRole('button', { name: /^Retirer/ })
      .first()
      .click();
    expect(await page.getByLabel('Ce qui s’y passe').first().inputValue()).toBe('Visites');
    await page.getByLabel('Début', { exact: true }).fill('2097-03-31T02:30');
    await page.getByLabel('Fin', { exact: true }).fill('2097-03-31T02:10');
    await page.getByRole('button', { name: 'Enregistrer le brouillon' }).last().click();
    await page.getByText('Rien n’a été enregistré.').waitFor();
    expect(await page.getByLabel('Ce qui s’y passe').first().inputValue()).toBe('Visites');
    await plain.close();
    await context.close();
  });

  it('can use the list of sessions at every width, and take it along as a file', async () => {
    const page = await signIn(await newVisitor(), agent, '/espace/sessions');
    await usable(page);
    const csv = await page.request.get(`${site}/espace/sessions/export.csv`);
    expect(await csv.text()).toContain('Places prises');
    await page.context().close();
  });
});

it.each(['lecteur', 'contributeur'])(
  'a %s reads plans, and is told kindly that households are not theirs',
  async (who) => {
    const page = await signIn(await newVisitor(), `${who}@demo.ancrage.test`, '/espace/sessions');
    expect(await page.getByRole('link', { name: 'Nouvelle session' }).count()).toBe(0);
    await page.locator('tbody a').first().click();
    await page.getByText('Seuls les agents du territoire modifient une session.').waitFor();
    expect(await page.getByLabel('Titre').isDisabled()).toBe(true);
    await page.goto(`${page.url()}/inscrits`);
    await page.getByText('ne sont visibles que des agents').waitFor();
    await usable(page);
    await page.context().close();
  },
);
