import { accessibilityProblems } from '@ancrage/testing/accessibility';
import type { Page } from 'playwright-core';
import { extractText, getDocumentProxy } from 'unpdf';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { phone, site, useBrowser } from './browser.ts';
import { type Ask, agent, codesOf, moveBack, register, sessionToday } from './day-support.ts';
import { signIn } from './sign-in.ts';

const browser = useBrowser();
let ask: Ask;
let session: string;
let page: Page;
const path = (of: string) => `/espace/sessions/${session}/${of}`;

beforeAll(async () => {
  ask = await agent();
  session = await sessionToday(ask, 'Session d’après');
  await register(session, '=Famille Formule', { children: [2016], needs: { diet: 'sans gluten' } });
  await register(session, 'Lou Absent', { adults: 1 });
  const codes = await codesOf(ask, session);
  await ask('mutation ($token: String!) { checkIn(token: $token) { __typename } }', {
    token: codes.get('=Famille Formule'),
  });
  await moveBack(session, 30);
});
// Back in the days to come, it counts nobody in the figures that other journeys read.
afterAll(() => moveBack(session, -24 * 40));

let survey: string;
const surveyLink = async (): Promise<string> => {
  await page.goto(site + path('apres'));
  return (await page.getByRole('link', { name: 'Ouvrir son questionnaire' }).getAttribute('href'))!;
};

describe('the list of households', () => {
  it('prints on A4, tagged, and says that it is confidential', async () => {
    page = await signIn(await browser.newVisitor(), 'agent@demo.ancrage.test', path('jour'));
    const answer = await page.request.get(`${site}${path('liste.pdf')}`);
    expect(answer.headers()['cache-control']).toContain('no-store');
    const bytes = new Uint8Array(await answer.body());
    expect(Buffer.from(bytes).toString('latin1')).toContain('/StructTreeRoot');
    const { text } = await extractText(await getDocumentProxy(bytes), { mergePages: true });
    for (const words of [
      'confidentiel',
      '=Famille Formule',
      'sans gluten',
      'Enfant né en 2016',
      'Lou Absent',
    ])
      expect(text).toContain(words);
  });

  it('is a file that no spreadsheet computes', async () => {
    const csv = await (await page.request.get(`${site}${path('liste.csv')}`)).text();
    expect(csv).toContain("'=Famille Formule,3,2,2016,");
    expect(csv).toContain('sans gluten');
    const workbook = await page.request.get(`${site}${path('liste.xlsx')}`);
    expect((await workbook.body()).subarray(0, 2).toString()).toBe('PK');
  });
});

describe('the day', () => {
  it('is closed once its count of absentees was confirmed', async () => {
    await page.goto(site + path('jour'));
    await page.locator('summary', { hasText: 'Clôturer la journée' }).click();
    await page.getByText('1 foyer sera compté absent.').waitFor();
    await page.getByRole('button', { name: 'Oui, clôturer' }).click();
    await page.getByText('Journée clôturée : 1 foyer absent.').waitFor();
    await page.getByRole('article', { name: 'Lou Absent' }).getByText('à la clôture').waitFor();
  });
});

describe('the survey', () => {
  it('is answered with the keyboard alone, without JavaScript, and changed later', async () => {
    survey = await surveyLink();
    const guest = await browser.visit(survey, { javaScriptEnabled: false, viewport: phone });
    await guest.getByRole('button', { name: 'Envoyer' }).press('Enter');
    await guest.getByText('Choisissez une note de 1 à 5.').waitFor();
    await guest.getByRole('radio', { name: '1 : pas du tout' }).focus();
    await guest.keyboard.press('ArrowRight');
    await guest.keyboard.press('ArrowRight');
    await guest.keyboard.press('ArrowRight');
    await guest.getByRole('radio', { name: 'Nous y réfléchissons' }).press('Space');
    await guest.getByLabel('Ce que vous avez aimé').fill('Le marché du samedi');
    await guest.getByRole('button', { name: 'Envoyer' }).press('Enter');
    await guest.getByRole('heading', { name: 'Merci !' }).waitFor();
    await guest.getByRole('link', { name: 'Modifier ma réponse' }).press('Enter');
    expect(await guest.getByRole('radio', { name: '4', exact: true }).isChecked()).toBe(true);
    await guest.getByRole('radio', { name: 'C’est notre projet' }).press('Space');
    await guest.getByRole('button', { name: 'Modifier ma réponse' }).press('Enter');
    await guest.getByRole('heading', { name: 'Merci !' }).waitFor();

    await page.goto(site + path('apres'));
    await page.getByText('Le marché du samedi').waitFor();
    await page.getByText('1 réponse sur 1').waitFor();
    expect(await page.getByText('C’est notre projet').count()).toBeGreaterThan(0);
  });

  it('opens by no other link, and is found by no search engine', async () => {
    const stranger = await browser.visit('/decouvrir/avis/nimporte-quoi');
    await stranger.getByRole('heading', { name: 'Ce lien ne mène à aucun questionnaire' }).waitFor();
    expect(await stranger.locator('meta[name=robots]').first().getAttribute('content')).toContain('noindex');
  });
});

describe('what is next', () => {
  it('is said in one pass: stage, action, day and owner', async () => {
    await page.goto(site + path('apres'));
    const form = page.getByRole('form', { name: '=Famille Formule' });
    await form.getByLabel('Où en est ce foyer').selectOption('PROJECT');
    await form.getByLabel('Prochaine action').fill('Appeler pour le local de l’école');
    await form.getByLabel('Pour le').fill('2027-01-12');
    await form.getByRole('button').click();
    await form.getByText('C’est enregistré.').waitFor();
    await page.reload();
    await form.locator('.facts').getByText('Projet', { exact: true }).waitFor();
    expect(await form.getByLabel('Prochaine action').inputValue()).toBe('Appeler pour le local de l’école');
    await form.getByLabel('Où en est ce foyer').selectOption('LOST');
    await form.getByRole('button').click();
    await form.getByText('Choisissez la raison').waitFor();
    expect(await form.getByLabel('Prochaine action').inputValue()).toBe('Appeler pour le local de l’école');
  });

  it.each([360, 768, 1440])(
    'has nothing that axe finds wrong at %i pixels, nor has the survey',
    async (width) => {
      await page.setViewportSize({ width, height: 900 });
      for (const address of [path('apres'), survey]) {
        await page.goto(site + address);
        expect(await accessibilityProblems(page)).toEqual([]);
      }
    },
  );
});
