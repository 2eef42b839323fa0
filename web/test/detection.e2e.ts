import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import decodeQR from 'qr/decode.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { phone, site, soon, useBrowser } from './browser.ts';
import { type Ask, agent, moveBack, sessionToday } from './day-support.ts';
import { becomes, fillIn, register, send } from './household.ts';
import { signIn } from './sign-in.ts';

const { newVisitor } = useBrowser();
const run = randomUUID().slice(0, 8);
const title = `Journée du val ${run}`;
let ask: Ask;
let session: string;
let slug: string;

beforeAll(async () => {
  ask = await agent();
  session = await sessionToday(ask, title, 5);
  const { sessionRecord } = await ask('query ($id: ID!) { sessionRecord(id: $id) { session { slug } } }', {
    id: session,
  });
  slug = sessionRecord.session.slug;
});
// Back in the days to come, it counts nobody in the figures that other journeys read.
afterAll(() => moveBack(session, -24 * 40));

const form = () => `${site}/decouvrir/${slug}/inscription`;
const newPage = async (options = {}): Promise<Page> => (await newVisitor(options)).newPage();

/** What a camera reads in the QR code that a page shows. */
async function codeShown(page: Page): Promise<string> {
  const svg = page.locator('svg[role="img"]');
  const size = Number((await svg.getAttribute('viewBox'))?.split(' ')[2]);
  const dark = (await svg.locator('path').getAttribute('d')) ?? '';
  const scale = 8;
  const side = size * scale;
  const data = new Uint8Array(side * side * 4).fill(255);
  for (const [, x, y] of dark.matchAll(/M(\d+) (\d+)h1/g)) {
    for (let row = 0; row < scale; row += 1) {
      const start = ((Number(y) * scale + row) * side + Number(x) * scale) * 4;
      for (let pixel = 0; pixel < scale; pixel += 1) data.fill(0, start + pixel * 4, start + pixel * 4 + 3);
    }
  }
  return decodeQR({ width: side, height: side, data });
}

describe('from a session that is seen to a day that was spent there', () => {
  it('a family registers, waits, is offered seats, accepts, and is received by its code', async () => {
    const four = await newPage({ viewport: phone });
    await four.goto(`${site}/decouvrir`);
    await four.getByRole('link', { name: title }).first().click();
    await four.locator('[data-seats]').waitFor();
    const left = () => four.locator('[data-seats]').getAttribute('data-seats');
    expect(await left()).toBe('5');

    const other = await newPage();
    await register(other, form(), { name: `Premiers venus ${run}`, adults: 3 });
    await expect.poll(left, soon).toBe('2');
    await four
      .getByRole('link', { name: /Inscrire mon foyer|Rejoindre la liste/ })
      .first()
      .click();
    await fillIn(four, { name: `Famille Lac ${run}`, adults: 2, children: [2017, 2020] });
    await send(four);
    await becomes(four, 'WAITLISTED');

    await other.getByText('Annuler notre inscription').click();
    await other.getByRole('button', { name: 'Oui, annuler' }).click();
    await becomes(four, 'OFFERED');
    await four.getByRole('button', { name: 'Nous venons', exact: true }).click();
    await becomes(four, 'CONFIRMED');

    const address = await codeShown(four);
    expect(address).toContain('/espace/sessions/accueil/');
    const received = await signIn(
      await newVisitor({ viewport: phone }),
      'agent@demo.ancrage.test',
      new URL(address).pathname,
    );
    await received.getByRole('button', { name: 'Noter les 4 personnes présentes' }).click();
    await received.getByText('C’est noté').waitFor();
    await received.goto(`${site}/espace/sessions/${session}/jour`);
    await received
      .getByRole('article', { name: `Famille Lac ${run}` })
      .getByText('Arrivé', { exact: true })
      .waitFor();
    for (const page of [four, other, received]) await page.context().close();
  });
});

describe('from a fair to a household whose project is known', () => {
  it('an agent notes it, registers it, receives it, and says what is next', async () => {
    const page = await signIn(
      await newVisitor(),
      'agent@demo.ancrage.test',
      '/espace/promotion/salons/nouveau',
    );
    const name = `Famille Estive ${run}`;
    const email = `estive-${run}@exemple.fr`;
    const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
    await page.getByLabel('Nom du salon').fill(`Salon ${run}`);
    await page.getByLabel('Lieu').fill('Toulouse');
    await page.getByLabel('Début (heure de Paris)').fill(`${day(-1)}T09:00`);
    await page.getByLabel('Fin (heure de Paris)').fill(`${day(1)}T18:00`);
    await page.getByRole('button', { name: 'Ajouter' }).click();
    await page.getByRole('heading', { level: 1, name: `Salon ${run}` }).waitFor();
    await page.getByRole('link', { name: 'Noter des foyers' }).click();
    await page.getByText('Prêt à travailler sans réseau').waitFor();
    await page.getByLabel('Nom', { exact: true }).fill(name);
    await page.getByLabel('E-mail', { exact: true }).fill(email);
    await page.getByLabel('J’accepte que le territoire garde', { exact: false }).check();
    await page.getByRole('button', { name: 'Noter ce foyer' }).click();
    await page.getByText('1 envoyé').waitFor({ timeout: 45_000 });

    await page.goto(`${site}/espace/sessions/${session}/inscrits/nouveau`);
    await page.getByLabel('Nom', { exact: true }).fill(name);
    await page.getByLabel('Adresse e-mail').fill(email);
    await page.getByLabel('Adultes').fill('1');
    await page.locator('input[name="accepted"]').check();
    await page.getByRole('button', { name: 'Inscrire ce foyer' }).click();
    await page.getByText('Le foyer est inscrit').waitFor();

    await page.goto(`${site}/espace/sessions/${session}/jour`);
    await page.waitForLoadState('networkidle');
    await page.getByRole('button', { name: `Adulte 1, ${name} : présent` }).click();
    await page
      .getByRole('status')
      .filter({ hasText: /Tout est envoyé/ })
      .first()
      .waitFor(soon);
    await moveBack(session, 30);

    await page.goto(`${site}/espace/sessions/${session}/apres`);
    const next = page.getByRole('form', { name });
    await next.getByLabel('Où en est ce foyer').selectOption('PROJECT');
    await next.getByLabel('Prochaine action').fill('Visiter deux maisons');
    await next.getByLabel('Pour le').fill('2027-02-01');
    await next.getByRole('button').click();
    await next.getByText('C’est enregistré.').waitFor();

    // One household, whose record says where it was met and what has happened since.
    await page.goto(`${site}/espace/candidats?q=${encodeURIComponent(email)}`);
    await page.getByRole('link', { name }).first().click();
    await page.getByRole('heading', { level: 1, name }).waitFor();
    const record = (await page.locator('main').textContent()) ?? '';
    for (const words of [`Salon ${run}`, title, 'Visiter deux maisons']) expect(record).toContain(words);
    await page.context().close();
  });
});
