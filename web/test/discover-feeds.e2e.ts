import { randomUUID } from 'node:crypto';
import { accessibilityProblems } from '@ancrage/testing/accessibility';
import { SiteClient } from '@ancrage/testing/site-client';
import { testPlatform } from '@ancrage/testing/test-platform';
import { parseFeed } from '@rowanmanning/feed-parser';
import nodeIcal from 'node-ical';
import type { Page } from 'playwright-core';
import { convertIcsCalendar } from 'ts-ics';
import { beforeAll, describe, expect, it } from 'vitest';
import { phone, siteOf, soon, useBrowser } from './browser.ts';
import { type PlannedSession, useAgent } from './own-sessions.ts';

const { newVisitor } = useBrowser();
const agent = useAgent('agent-fils@couserans.ancrage.test');
const { couserans, ports } = testPlatform();
const site = siteOf(couserans.slug);
const get = (path: string) => new SiteClient(ports.WEB_PORT, `${couserans.slug}.localhost`).get(path);

/** Lines of a calendar are cut at 75 octets, in the middle of words. */
const unfolded = (text: string): string => text.replaceAll('\r\n ', '');

const title = `Journée « fils », agendas; listes & co ${randomUUID().slice(0, 8)}`;
let session: PlannedSession;
beforeAll(async () => {
  session = await agent.publish({ title, summary: 'Un <b>jour</b>, deux lignes.' });
});

async function open(path: string, options = {}): Promise<Page> {
  const page = await (await newVisitor(options)).newPage();
  await page.goto(site + path);
  return page;
}

describe('the feeds', () => {
  const readByBoth = (ics: string, uid: string) => {
    const one = convertIcsCalendar(undefined, ics).events?.find((event) => event.uid === uid);
    const other = Object.values(nodeIcal.sync.parseICS(ics)).find(
      (part) => part?.type === 'VEVENT' && part.uid === uid,
    );
    if (!one || other?.type !== 'VEVENT') throw new Error('a parser did not find the session');
    return [
      {
        title: one.summary,
        stamp: one.stamp.date.getTime(),
        start: one.start.date.toISOString(),
        status: one.status,
      },
      {
        title: String(other.summary),
        stamp: other.dtstamp?.getTime(),
        start: other.start.toISOString(),
        status: other.status,
      },
    ];
  };

  it('give the session to calendars that two parsers read alike, with UID and DTSTAMP', async () => {
    const uid = `${session.id}@${new URL(site).hostname}`;
    for (const path of ['/decouvrir/sessions.ics', `/decouvrir/${session.slug}/session.ics`]) {
      const answer = await get(path);
      expect(answer.headers['content-type']).toBe('text/calendar; charset=utf-8');
      expect(answer.headers['cache-control']).toBe('public, no-cache');
      const [one, other] = readByBoth(answer.body, uid);
      expect(one).toEqual(other);
      expect(one).toMatchObject({ title, status: 'CONFIRMED' });
      expect(one?.stamp).toBeGreaterThan(Date.parse('2026-01-01'));
    }
    expect((await get('/decouvrir/sessions.ics')).body).toContain('REFRESH-INTERVAL;VALUE=DURATION:PT6H');
    expect((await get('/decouvrir/jamais/session.ics')).status).toBe(404);
  });

  it('give it to readers of Atom, found from the page', async () => {
    const page = await open('/decouvrir', { javaScriptEnabled: false });
    const address = await page.locator('link[type="application/atom+xml"]').getAttribute('href');
    const answer = await get(address ?? '');
    expect(answer.headers['content-type']).toBe('application/atom+xml; charset=utf-8');
    const feed = parseFeed(answer.body);
    expect(feed.meta).toMatchObject({ type: 'atom', version: '1.0' });
    expect(feed.self).toBe(`${site}/decouvrir/atom.xml`);
    expect(feed.items.find((item) => item.title === title)?.url).toBe(`${site}/decouvrir/${session.slug}`);
    expect((await get('/sitemap.xml')).body).toContain(`/decouvrir/${session.slug}`);
    await page.context().close();
  });

  it('follow a change at once, everywhere', async () => {
    const passing = await agent.publish({ title: `Passage ${randomUUID().slice(0, 8)}` });
    const where = ['/decouvrir', '/decouvrir/sessions.ics', '/decouvrir/atom.xml', '/sitemap.xml'];
    const shown = () =>
      Promise.all(where.map(async (path) => unfolded((await get(path)).body).includes(passing.slug)));
    await expect.poll(shown, soon).toEqual(where.map(() => true));
    await agent.close(passing.id);
    const page = await open(`/decouvrir/${passing.slug}`, { javaScriptEnabled: false });
    await page.getByText('Les inscriptions à cette session sont closes.').waitFor();
    expect(await page.getByRole('link', { name: 'Inscrire mon foyer' }).count()).toBe(0);
    await page.context().close();
  });
});

describe('the sessions in somebody else’s page', () => {
  it('are a list that opens beside it, in a frame that asks nobody and sets no cookie', async () => {
    const page = await open('/embarquer?quoi=sessions', { viewport: phone });
    expect(await page.getByLabel('Par un script').inputValue()).toContain('/embarquer/sessions.js');
    const frame = page.frameLocator('iframe');
    const link = frame.getByRole('link', { name: title });
    await link.waitFor();
    const [opened] = await Promise.all([page.context().waitForEvent('page'), link.click()]);
    await opened.waitForURL(`**/decouvrir/${session.slug}`);
    expect(await page.context().cookies()).toEqual([]);
    expect(await accessibilityProblems(page)).toEqual([]);
    const { headers } = await get('/embarquer/sessions');
    expect(headers['content-security-policy']).toContain('frame-ancestors *');
    expect((await get('/decouvrir')).headers['x-frame-options']).toBe('DENY');
    await page.context().close();
  });
});
