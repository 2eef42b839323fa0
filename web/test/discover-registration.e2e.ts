import { randomUUID } from 'node:crypto';
import { accessibilityProblems } from '@ancrage/testing/accessibility';
import { SiteClient } from '@ancrage/testing/site-client';
import { testPlatform } from '@ancrage/testing/test-platform';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { phone, siteOf, soon, useBrowser } from './browser.ts';
import { becomes, fillIn, register, send, standing } from './household.ts';
import { type PlannedSession, useAgent } from './own-sessions.ts';

const { newVisitor } = useBrowser();
const agent = useAgent('agent-inscriptions@couserans.ancrage.test');
const { couserans, ports } = testPlatform();
const site = siteOf(couserans.slug);

const sameOrigin = new SiteClient(ports.WEB_PORT, `${couserans.slug}.localhost`);

const someTitle = (what: string) => `${what} ${randomUUID().slice(0, 8)}`;
const formOf = ({ slug }: PlannedSession, search = '') => `${site}/decouvrir/${slug}/inscription${search}`;
const newPage = async (options = {}): Promise<Page> => (await newVisitor(options)).newPage();
const close = (...pages: Page[]) => Promise.all(pages.map((page) => page.context().close()));

describe('a session that fills up', () => {
  it('is seen to, household by household, until who waits is offered the seats that others leave', async () => {
    const session = await agent.publish({
      title: someTitle('Journée des familles'),
      capacity: 8,
      childcare: 'Deux animatrices.',
    });
    const watching = await newPage();
    await watching.goto(`${site}/decouvrir/${session.slug}`);
    const left = () => watching.locator('[data-seats]').getAttribute('data-seats');
    await watching.locator('[data-seats]').scrollIntoViewIfNeeded();

    const first = await newPage();
    await register(first, formOf(session), { name: 'Famille Ruisseau', adults: 2, children: [2019, 2022] });
    expect(await standing(first)).toBe('CONFIRMED');
    await first.getByText('Vos 4 places sont confirmées.').waitFor();
    await expect.poll(left, soon).toBe('4');

    const second = await newPage({ viewport: phone });
    await register(second, formOf(session), { name: 'Les quatre amis', adults: 4 });
    expect(await standing(second)).toBe('CONFIRMED');
    await expect.poll(left, soon).toBe('0');
    await watching.getByText('Les 8 places sont prises.').waitFor();
    await watching.getByRole('link', { name: 'Rejoindre la liste d’attente' }).click();

    await fillIn(watching, { name: 'Camille et Noé', adults: 2 });
    await watching.getByText('Il ne reste aucune place : le foyer entier').waitFor();
    await send(watching);
    await becomes(watching, 'WAITLISTED');
    await watching.getByText('Votre foyer est le premier de la liste.').waitFor();

    // Nobody sees who else is there.
    for (const page of [first, second, watching]) {
      const words = await page.locator('main').textContent();
      const names = ['Ruisseau', 'quatre amis', 'Camille'].filter((name) => words?.includes(name));
      expect(names).toHaveLength(1);
    }

    await first.getByText('Annuler notre inscription').click();
    await first.getByRole('button', { name: 'Oui, annuler' }).click();
    await becomes(first, 'CANCELLED');
    // The page that waited says so by itself.
    await becomes(watching, 'OFFERED');
    await watching.getByText('2 places sont gardées pour vous.').waitFor();
    expect(await watching.locator('[data-status]').textContent()).toMatch(/dans \d+ heures|dans \d+ jours?/);
    expect(await watching.locator('svg[role="img"]').count()).toBe(0);
    expect(await accessibilityProblems(watching)).toEqual([]);

    await watching.getByRole('button', { name: 'Nous venons', exact: true }).click();
    await watching.getByText('Vos places sont confirmées. À bientôt !').waitFor();
    await becomes(watching, 'CONFIRMED');
    await watching.locator('svg[role="img"]').waitFor();
    await close(first, second, watching);
  });
});

describe('the form', () => {
  it('works without JavaScript, and loses nothing to a refusal', async () => {
    const session = await agent.publish({ title: someTitle('Sans script'), childcare: 'Une animatrice.' });
    const page = await newPage({ javaScriptEnabled: false, viewport: phone });
    await page.goto(formOf(session));
    await fillIn(page, { name: 'Dominique Sentier', adults: 1, children: [2018, 2021] });
    await page.getByLabel('à faire garder pendant les visites').nth(1).check();
    await page.getByRole('button', { name: 'Retirer l’enfant 1' }).click();
    expect(await page.getByLabel('Enfant 1 : année de naissance').inputValue()).toBe('2021');
    expect(await page.getByLabel('à faire garder pendant les visites').isChecked()).toBe(true);
    await page.getByLabel('Téléphone').fill('12');
    await send(page);
    await page.getByRole('alert').waitFor();
    expect(await page.getByLabel('Téléphone').getAttribute('aria-invalid')).toBe('true');
    expect(await page.getByLabel('Prénom et nom').inputValue()).toBe('Dominique Sentier');
    expect(await page.getByLabel('Enfant 1 : année de naissance').inputValue()).toBe('2021');
    expect(await page.getByRole('checkbox', { name: /^J’accepte que le territoire/ }).isChecked()).toBe(true);
    await page.getByLabel('Téléphone').fill('06 12 34 56 78');
    await send(page);
    await page.getByText('Vos 2 places sont confirmées.').waitFor();

    await page.locator('summary', { hasText: 'Modifier' }).click();
    await page.getByLabel('Adultes').fill('2');
    await page.getByLabel('Ce que vous ne mangez pas').fill('sans noix');
    await page.getByRole('button', { name: 'Enregistrer les changements' }).click();
    await page.getByText('Vos changements sont enregistrés.').waitFor();
    await page.getByText('Vos 3 places sont confirmées.').waitFor();
    expect(await page.getByLabel('Ce que vous ne mangez pas').inputValue()).toBe('sans noix');
    await close(page);
  });

  it.each([
    ['0', 'Au moins un adulte vient avec le foyer.'],
    ['500', 'Dix adultes au plus.'],
  ])('says what is wrong with a party of %s, in the field that it then stands in', async (adults, words) => {
    const session = await agent.publish({ title: someTitle('Combien') });
    const page = await newPage();
    await page.goto(formOf(session));
    await fillIn(page, { name: 'Trop ou trop peu', adults: 2 });
    await page.getByLabel('Adultes').fill(adults);
    // A browser would refuse it by itself; not every form comes from one.
    await page.locator('form[action="?/register"]').evaluate((form: HTMLFormElement) => {
      form.noValidate = true;
    });
    await send(page);
    await page.locator('#adults-fault').waitFor();
    expect(await page.locator('#adults-fault').textContent()).toContain(words);
    await expect.poll(() => page.evaluate(() => document.activeElement?.id), soon).toBe('adults');
    expect(await page.getByLabel('Prénom et nom').inputValue()).toBe('Trop ou trop peu');
    await close(page);
  });

  it('counts once when it is sent twice, and carries the poster that led to it', async () => {
    const session = await agent.publish({ title: someTitle('Deux fois'), capacity: 8 });
    const page = await newPage({ javaScriptEnabled: false });
    await page.goto(formOf(session, '?o=affiche-gare'));
    expect(await page.locator('input[name="origin"]').inputValue()).toBe('affiche-gare');
    await fillIn(page, { name: 'Double clic', adults: 2 });
    const [sent] = await Promise.all([page.waitForRequest((one) => one.method() === 'POST'), send(page)]);
    await page.getByText('Vos 2 places sont confirmées.').waitFor();
    // The very same again, as an impatient network or finger sends it.
    const again = await sameOrigin.send(`/decouvrir/${session.slug}/inscription?/register`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html' },
      body: sent.postData() ?? '',
    });
    expect([again.status, again.headers.location]).toEqual([303, page.url().replace(site, '')]);
    await page.goto(`${site}/decouvrir/${session.slug}`);
    expect(await page.locator('[data-seats]').getAttribute('data-seats')).toBe('6');
    expect(await page.context().cookies()).toEqual([]);
    await close(page);
  });
});
