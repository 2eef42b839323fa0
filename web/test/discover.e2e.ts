import { randomUUID } from 'node:crypto';
import { accessibilityProblems } from '@ancrage/testing/accessibility';
import { testPlatform } from '@ancrage/testing/test-platform';
import type { Page, Request } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { desk, phone, siteOf, soon, useBrowser } from './browser.ts';
import { type PlannedSession, soonEnough, useAgent } from './own-sessions.ts';

const { newVisitor } = useBrowser();
const agent = useAgent('agent-sessions@couserans.ancrage.test');
const site = siteOf(testPlatform().couserans.slug);
const tablet = { width: 768, height: 1024 };

const title = `Journée « fromages », brebis & vélos ${randomUUID().slice(0, 8)}`;
let session: PlannedSession;
beforeAll(async () => {
  session = await agent.publish({
    title,
    format: 'WEEKEND',
    startsAt: soonEnough(40, '09:30'),
    endsAt: soonEnough(41, '16:00'),
    summary: 'Deux jours <b>au pied</b> des estives.',
    lodging: 'Chez l’habitant ou au gîte.',
    meals: 'Repas partagé, 12 € par adulte.',
    childcare: 'Deux animatrices, de 10 h à 17 h.',
    carSharing: 'Départ de Toulouse à 7 h 30.',
    partnerName: 'Communauté de communes',
    capacity: 12,
    programme: [
      { startsAt: soonEnough(41, '10:00'), title: 'Visites de logements' },
      { startsAt: soonEnough(40, '10:00'), title: 'Accueil', place: 'Mairie', host: 'le maire' },
    ],
  });
});

async function open(path: string, options = {}): Promise<Page> {
  const page = await (await newVisitor(options)).newPage();
  await page.goto(site + path);
  return page;
}

describe('a visitor without JavaScript', () => {
  it('finds a session from the menu and reads all of it', async () => {
    const page = await open('/', { javaScriptEnabled: false });
    await page.getByRole('navigation', { name: 'Menu principal' }).getByText('Sessions').click();
    await page.getByRole('heading', { level: 1, name: 'Venir voir, pour de vrai' }).waitFor();
    await page.getByRole('link', { name: title }).click();
    const words = (await page.locator('article').textContent()) ?? '';
    for (const told of [
      'Il reste 12 places sur 12.',
      'Deux jours <b>au pied</b> des estives.',
      'avec le maire',
      'Chez l’habitant ou au gîte.',
      'Repas partagé, 12 € par adulte.',
      'Deux animatrices',
      'Départ de Toulouse',
      'Mairie, place de l’Église',
    ])
      expect(words).toContain(told);
    // In the order of their days, whatever the order in which they were written.
    expect(await page.locator('section ol .what').allTextContents()).toEqual([
      'Accueil',
      'Visites de logements',
    ]);
    expect(await page.locator('section[aria-labelledby="programme"] h3').count()).toBe(2);
    const data = JSON.parse((await page.locator('script[type="application/ld+json"]').textContent()) ?? '');
    expect(data).toMatchObject({
      '@type': 'Event',
      name: title,
      url: page.url(),
      eventStatus: 'https://schema.org/EventScheduled',
      location: { name: 'Mairie, place de l’Église' },
      offers: { availability: 'https://schema.org/InStock' },
      remainingAttendeeCapacity: 12,
    });
    await page.context().close();
  });

  it('carries the code of a poster from page to page, and no cookie', async () => {
    const page = await open('/decouvrir?o=affiche-gare', { javaScriptEnabled: false });
    await page.getByRole('link', { name: title }).click();
    expect(page.url()).toContain('?o=affiche-gare');
    const link = page.getByRole('link', { name: 'Inscrire mon foyer' });
    expect(await link.getAttribute('href')).toBe(`/decouvrir/${session.slug}/inscription?o=affiche-gare`);
    expect(await page.context().cookies()).toEqual([]);
    await page.context().close();
  });

  it('is told kindly of an address that is no session', async () => {
    const page = await open('/decouvrir/jamais-annoncee', { javaScriptEnabled: false });
    await page.getByRole('heading', { level: 1, name: 'Cette session n’existe pas' }).waitFor();
    await page.context().close();
  });
});

describe.each([
  ['a phone', phone],
  ['a tablet', tablet],
  ['a desk', desk],
])('on %s', (_, viewport) => {
  it.each([
    ['/decouvrir', () => ''],
    ['a session', () => `/${session.slug}`],
    ['in English', () => `/../en/decouvrir/${session.slug}`],
  ])('%s can be used by everyone', async (_name, rest) => {
    const page = await open(`/decouvrir${rest()}`, { viewport });
    expect(await accessibilityProblems(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      viewport.width,
    );
    await page.context().close();
  });
});

describe('the seats', () => {
  it('change before the eyes of who reads the page, again after the network was lost, and are said aloud', async () => {
    const page = await (await newVisitor()).newPage();
    const listening = page.waitForEvent('websocket');
    await page.goto(`${site}/decouvrir/${session.slug}`);
    await page.locator('[data-seats]').scrollIntoViewIfNeeded();
    await listening;
    const seats = page.locator('[aria-live][data-seats]');
    const left = () => seats.getAttribute('data-seats');
    await agent.resize(session.id, 14);
    await expect.poll(left, soon).toBe('14');
    expect(await seats.textContent()).toContain('Il reste 14 places sur');
    await page.context().setOffline(true);
    await agent.resize(session.id, 15);
    await page.context().setOffline(false);
    await expect.poll(left, { timeout: 60_000 }).toBe('15');
    await agent.resize(session.id, 12);
    await expect.poll(left, soon).toBe('12');
    await page.context().close();
  });
});

it.each([
  ['the list', () => '/decouvrir'],
  ['a session', () => `/decouvrir/${session.slug}`],
])('%s loads at most 70 kB of JavaScript, as it comes over the wire', async (_name, path) => {
  const page = await (await newVisitor()).newPage();
  const scripts: Request[] = [];
  page.on('requestfinished', (request) => {
    if (request.resourceType() === 'script') scripts.push(request);
  });
  await page.goto(site + path());
  await page.waitForLoadState('networkidle');
  const sizes = await Promise.all(scripts.map((request) => request.sizes()));
  const total = sizes.reduce((sum, { responseBodySize }) => sum + responseBodySize, 0);
  expect(total).toBeGreaterThan(0);
  expect(total).toBeLessThanOrEqual(70 * 1024);
  await page.context().close();
});
