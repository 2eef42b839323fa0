import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { accessibilityProblems } from '@ancrage/testing/accessibility';
import { launchBrowser } from '@ancrage/testing/browser';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkInCode } from '../src/lib/sessions/check-in-code.ts';
import { phone, site, soon, useBrowser } from './browser.ts';
import { type Ask, agent, codesOf, countMarks, filmOf, register, sessionToday } from './day-support.ts';
import { signIn } from './sign-in.ts';

const browser = useBrowser();
let ask: Ask;
let session: string;
let codes: Map<string, string>;
let context: BrowserContext;
let page: Page;
const day = () => `/espace/sessions/${session}/jour`;

beforeAll(async () => {
  ask = await agent();
  session = await sessionToday(ask, 'Journée du hors-réseau', 8);
  await register(session, 'Famille Oliveira', { children: [2015, 2019], needs: { diet: 'sans arachide' } });
  await register(session, 'Nora Benali', { adults: 1 });
  await register(session, 'Jo Martin', { adults: 1 });
  await register(session, 'Famille Attente', { adults: 4 });
  codes = await codesOf(ask, session);
  context = await browser.newVisitor({ viewport: phone });
});

const card = (name: string, on = page) => on.getByRole('article', { name });
const waits = (text: RegExp, on = page) =>
  on.getByRole('status').filter({ hasText: text }).first().waitFor(soon);
const kept = (on = page) => on.getByText('Cette page est gardée sur ce téléphone').waitFor(soon);

describe('the day of a session, on a phone', () => {
  it('shows who is expected, with what they need', async () => {
    page = await signIn(context, 'agent@demo.ancrage.test', day());
    await card('Famille Oliveira').getByText('Repas : sans arachide').waitFor();
    await page.getByText('sur 6 attendues').waitFor();
    expect(await page.getByText('Famille Attente').count()).toBe(0);
  });

  it('finds a household by its name, without its accents', async () => {
    await page.getByLabel('Chercher un nom').fill('BENALÏ');
    await expect.poll(() => page.getByRole('article').count(), soon).toBe(1);
    await page.getByLabel('Chercher un nom').fill('');
  });

  it('goes on without a network: marks, codes and a reload; all of it is sent once afterwards', async () => {
    await kept();
    await context.setOffline(true);
    await page.reload();
    const code = page.getByLabel('Ou tapez le code');
    await code.fill(checkInCode(codes.get('Famille Oliveira')!).toLowerCase().replace('-', ' '));
    await page.getByRole('button', { name: 'Noter l’arrivée' }).click();
    await page.getByText('Famille Oliveira : 4 personnes notées présentes.').waitFor(soon);
    await page.getByRole('button', { name: 'Adulte 1, Nora Benali : absent' }).click();
    await waits(/5 saisies gardées sur ce téléphone/);

    await code.fill(codes.get('WAITLISTED')!);
    await page.getByRole('button', { name: 'Noter l’arrivée' }).click();
    await page.getByText('Ce foyer est sur liste d’attente').waitFor(soon);
    await code.fill('ZZZ-ZZZZ');
    await page.getByRole('button', { name: 'Noter l’arrivée' }).click();
    await page.getByText('Ce code n’est pas dans la liste de cette session').waitFor(soon);

    await page.reload();
    await waits(/5 saisies gardées sur ce téléphone/);
    expect(await card('Famille Oliveira').getByText('Arrivé', { exact: true }).count()).toBe(1);
    expect(await countMarks(session)).toEqual({ marks: 0, attended: 0 });

    await context.setOffline(false);
    await waits(/Tout est envoyé/);
    await page.reload();
    expect(await card('Famille Oliveira').getByText('Arrivé', { exact: true }).count()).toBe(1);
    expect(await card('Nora Benali').getByText('Absent', { exact: true }).first().isVisible()).toBe(true);
    expect(await countMarks(session)).toEqual({ marks: 5, attended: 1 });
  });

  it('lets the later mark of another phone win', async () => {
    const other = await signIn(await browser.newVisitor(), 'administration@demo.ancrage.test', day());
    await kept(other);
    await other.getByRole('button', { name: 'Adulte 1, Jo Martin : absent' }).click();
    await waits(/Tout est envoyé/, other);
    await kept(page);
    await context.setOffline(true);
    await page.getByRole('button', { name: 'Adulte 1, Jo Martin : présent' }).click();
    await waits(/1 saisie gardée/);
    await other.getByRole('button', { name: 'Adulte 1, Jo Martin : présent' }).click();
    await waits(/Tout est envoyé/, other);
    await other.getByRole('button', { name: 'Adulte 1, Jo Martin : absent' }).click();
    await waits(/Tout est envoyé/, other);
    await context.setOffline(false);
    await waits(/Tout est envoyé/);
    await expect
      .poll(
        () => card('Jo Martin').getByRole('button', { name: 'absent' }).getAttribute('aria-pressed'),
        soon,
      )
      .toBe('true');
  });
});

describe('a code before the camera', () => {
  let folder: string;
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('checks the household in', async () => {
    folder = await mkdtemp(join(tmpdir(), 'ancrage-camera-'));
    const film = join(folder, 'code.y4m');
    await writeFile(film, filmOf(`${site}/espace/sessions/accueil/${codes.get('Jo Martin')}`));
    const camera = await launchBrowser([
      '--use-fake-device-for-media-stream',
      '--use-fake-ui-for-media-stream',
      `--use-file-for-fake-video-capture=${film}`,
    ]);
    try {
      const visitor = await camera.newContext({ viewport: phone, locale: 'fr-FR', permissions: ['camera'] });
      const there = await signIn(visitor, 'agent@demo.ancrage.test', day());
      await there.getByRole('button', { name: 'Lire un code' }).click();
      await there.getByText(/Jo Martin : (1 personne notée présente|déjà noté)/).waitFor({ timeout: 40_000 });
    } finally {
      await camera.close();
    }
  });

  it('of any other camera leads to a page that names nobody, and lets an agent check in by a button', async () => {
    const path = `/espace/sessions/accueil/${codes.get('Nora Benali')}`;
    const visitor = await browser.visit(path);
    await visitor.getByRole('heading', { name: 'Ce code est celui de l’accueil' }).waitFor();
    expect(await visitor.content()).not.toContain('Benali');
    const reader = await signIn(await browser.newVisitor(), 'lecteur@demo.ancrage.test', path);
    expect(await reader.content()).not.toContain('Benali');

    await page.goto(site + path);
    await page.getByRole('heading', { name: 'Nora Benali' }).waitFor();
    await page.goto(`${site}/espace/sessions/accueil/${codes.get('WAITLISTED')}`);
    await page.getByText('est sur liste d’attente').waitFor();
  });
});

describe('what is kept on a phone', () => {
  it('is for nobody who signed out', async () => {
    const own = await browser.newVisitor({ viewport: phone });
    const there = await signIn(own, 'agent@demo.ancrage.test', day());
    await kept(there);
    await there.getByRole('button', { name: 'Se déconnecter' }).click();
    await there.waitForURL(`${site}/`);
    await own.setOffline(true);
    await expect(there.goto(site + day())).rejects.toThrow(/ERR_INTERNET_DISCONNECTED|ERR_FAILED/);
  });

  it('is these pages alone', async () => {
    await context.setOffline(true);
    await expect(page.goto(`${site}/espace/sessions`)).rejects.toThrow(
      /ERR_INTERNET_DISCONNECTED|ERR_FAILED/,
    );
    const again = await context.newPage();
    await again.goto(site + day());
    await card('Famille Oliveira', again).waitFor(soon);
    await context.setOffline(false);
  });

  it('waits for who noted it while their session has ended', async () => {
    const own = await browser.newVisitor({ viewport: phone });
    const there = await signIn(own, 'agent@demo.ancrage.test', day());
    await kept(there);
    await own.clearCookies();
    await there.getByRole('button', { name: 'Adulte 2, Famille Oliveira : absent' }).click();
    await waits(/Vous n’êtes plus connecté. 1 saisie attend/, there);
    await there.close();
    const back = await signIn(own, 'agent@demo.ancrage.test', day());
    await waits(/Tout est envoyé/, back);
  });
});

describe('the day of a session', () => {
  it('is kindly refused to who sees no household', async () => {
    const reader = await signIn(await browser.newVisitor(), 'lecteur@demo.ancrage.test', day());
    await reader.getByText('réservée aux agents').waitFor();
    expect(await reader.content()).not.toContain('Oliveira');
    expect((await reader.request.get(`${site}/espace/sessions/${session}/liste.csv`)).status()).toBe(403);
  });

  it.each([360, 768, 1440])('has nothing that axe finds wrong at %i pixels', async (width) => {
    await page.setViewportSize({ width, height: 900 });
    await page.goto(site + day());
    expect(await accessibilityProblems(page)).toEqual([]);
  });
});
