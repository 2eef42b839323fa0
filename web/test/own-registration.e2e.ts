import { randomUUID } from 'node:crypto';
import { accessibilityProblems } from '@ancrage/testing/accessibility';
import { SiteClient } from '@ancrage/testing/site-client';
import { testPlatform } from '@ancrage/testing/test-platform';
import nodeIcal from 'node-ical';
import type { Page, Request } from 'playwright-core';
import { convertIcsCalendar } from 'ts-ics';
import { beforeAll, describe, expect, it } from 'vitest';
import { desk, phone, siteOf, useBrowser } from './browser.ts';
import { becomes, fillIn, register, send, standing } from './household.ts';
import { type PlannedSession, useAgent } from './own-sessions.ts';

const { newVisitor } = useBrowser();
const agent = useAgent('agent-pages@couserans.ancrage.test');
const { couserans, ports } = testPlatform();
const site = siteOf(couserans.slug);
const get = (path: string) => new SiteClient(ports.WEB_PORT, `${couserans.slug}.localhost`).get(path);
const newPage = async (options = {}): Promise<Page> => (await newVisitor(options)).newPage();

let session: PlannedSession;
const form = () => `${site}/decouvrir/${session.slug}/inscription`;
beforeAll(async () => {
  session = await agent.publish({
    title: `Petite session ${randomUUID().slice(0, 8)}`,
    capacity: 2,
    childcare: 'Une animatrice.',
    lodging: 'Au gîte.',
  });
});

describe('a household’s own page', () => {
  it('is kept by nobody, found by no search engine, and tells no other site its address', async () => {
    const page = await newPage();
    const own = await register(page, form(), { name: 'Famille Pommier', adults: 1 });
    const { headers } = await get(new URL(own).pathname);
    expect(headers['cache-control']).toBe('private, no-store');
    expect(headers['x-robots-tag']).toBe('noindex');
    expect(headers['referrer-policy']).toBe('same-origin');

    // The entry for their calendar is one of their own, and is taken out of it with the registration.
    const ics = async () => {
      const { body } = await get(`${new URL(own).pathname}/session.ics`);
      const one = convertIcsCalendar(undefined, body).events?.[0];
      const other = Object.values(nodeIcal.sync.parseICS(body)).find((part) => part?.type === 'VEVENT');
      if (other?.type !== 'VEVENT') throw new Error('a parser found no entry');
      expect(one?.uid).toBe(other.uid);
      expect(one?.stamp.date.getTime()).toBe(other.dtstamp?.getTime());
      return [one?.status, other.status];
    };
    expect(await ics()).toEqual(['CONFIRMED', 'CONFIRMED']);
    await page.getByText('Annuler notre inscription').click();
    await page.getByRole('button', { name: 'Oui, annuler' }).click();
    await becomes(page, 'CANCELLED');
    expect(await ics()).toEqual(['CANCELLED', 'CANCELLED']);
    await page.context().close();
  });

  it('says a clear word where its link is none, and where a tab is out of date', async () => {
    const page = await newPage({ javaScriptEnabled: false });
    await page.goto(`${site}/decouvrir/inscription/jamais-signe`);
    await page.getByRole('heading', { name: 'Ce lien ne mène à aucune inscription' }).waitFor();

    const own = await register(page, form(), { name: 'Deux onglets', adults: 1 });
    const other = await page.context().newPage();
    await other.goto(own);
    await page.locator('summary', { hasText: 'Annuler notre inscription' }).click();
    await page.getByRole('button', { name: 'Oui, annuler' }).click();
    await page.getByText('Votre inscription est annulée. Merci de l’avoir dit.').waitFor();
    await other.locator('summary', { hasText: 'Modifier' }).click();
    await other.getByRole('button', { name: 'Enregistrer les changements' }).click();
    await other.getByText('Cette inscription est déjà annulée.').waitFor();
    expect(await standing(other)).toBe('CANCELLED');
    await page.context().close();
  });

  it('leaves a list and declines an offer, each after a word of warning, without JavaScript', async () => {
    const small = await agent.publish({ title: `Complète ${randomUUID().slice(0, 8)}`, capacity: 2 });
    const at = `${site}/decouvrir/${small.slug}/inscription`;
    const pages = await Promise.all([1, 2, 3].map(() => newPage({ javaScriptEnabled: false })));
    const [seated, offered, next] = pages as [Page, Page, Page];
    await register(seated, at, { name: 'Assis', adults: 2 });
    const own = await register(offered, at, { name: 'Premiers en attente', adults: 2 });
    const last = await register(next, at, { name: 'Seconds en attente', adults: 1 });
    await next.getByText('Votre foyer est au rang 2.').waitFor();
    await seated.locator('summary', { hasText: 'Annuler notre inscription' }).click();
    await seated.getByRole('button', { name: 'Oui, annuler' }).click();
    await offered.goto(own);
    expect(await standing(offered)).toBe('OFFERED');
    await offered.locator('summary', { hasText: 'Nous ne venons pas' }).click();
    await offered.getByText('Les places sont aussitôt proposées au foyer suivant').waitFor();
    await offered.getByRole('button', { name: 'Oui, laisser nos places' }).click();
    await offered.getByText('Vous avez laissé vos places.').waitFor();
    await next.goto(last);
    expect(await standing(next)).toBe('OFFERED');
    await next.getByRole('button', { name: 'Nous venons', exact: true }).click();
    await next.getByText('Votre place est confirmée.').waitFor();
    await Promise.all(pages.map((page) => page.context().close()));
  });

  it.each([
    ['a phone', phone],
    ['a tablet', { width: 768, height: 1024 }],
    ['a desk', desk],
  ])('and the form that leads to it can be used by everyone on %s', async (_, viewport) => {
    const page = await newPage({ viewport });
    const usable = async () => {
      expect(await accessibilityProblems(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
        viewport.width,
      );
    };
    await page.goto(form());
    await fillIn(page, { name: 'Accessible', adults: 1, children: [2020] });
    await usable();
    await page.getByLabel('Téléphone').fill('12');
    await send(page);
    await page.locator('#phone-fault').waitFor();
    await usable();
    await page.getByLabel('Téléphone').fill('');
    await send(page);
    await page.getByRole('heading', { level: 1, name: 'Votre inscription' }).waitFor();
    await page.locator('summary', { hasText: 'Modifier' }).click();
    await usable();
    await page.getByText(/Annuler notre inscription|Quitter la liste d’attente/).click();
    await page.getByRole('button', { name: /^Oui/ }).click();
    await becomes(page, 'CANCELLED');
    await usable();
    await page.context().close();
  });
});

describe('the form', () => {
  it('that was kept open while registration closed is told so', async () => {
    const past = await agent.publish({ title: `Close ${randomUUID().slice(0, 8)}` });
    const path = `/decouvrir/${past.slug}/inscription`;
    const page = await newPage();
    await page.goto(site + path);
    await fillIn(page, { name: 'Trop tard', adults: 1 });
    await agent.close(past.id);
    await send(page);
    await page.getByRole('alert').waitFor();
    expect(await page.getByRole('alert').textContent()).toContain(
      'Les inscriptions à cette session sont closes.',
    );
    await page.context().close();
  });

  it('loads at most 70 kB of JavaScript, as it comes over the wire', async () => {
    const page = await newPage();
    const scripts: Request[] = [];
    page.on('requestfinished', (request) => {
      if (request.resourceType() === 'script') scripts.push(request);
    });
    await page.goto(form());
    await page.waitForLoadState('networkidle');
    const sizes = await Promise.all(scripts.map((request) => request.sizes()));
    const total = sizes.reduce((sum, { responseBodySize }) => sum + responseBodySize, 0);
    expect(total).toBeGreaterThan(0);
    expect(total).toBeLessThanOrEqual(70 * 1024);
    await page.context().close();
  });
});
