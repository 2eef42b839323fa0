import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { accessibilityProblems } from '@ancrage/testing/accessibility';
import type { Frame, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { desk, phone, site, soon, useBrowser } from './browser.ts';

const { visit, newVisitor } = useBrowser();

/** Somebody else's site: each of its pages holds what one copied from ours. */
const pages = new Map<string, string>();
let elsewhere: Server;
beforeAll(async () => {
  elsewhere = createServer((request, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    response.end(
      `<!doctype html><html lang="fr"><title>La mairie</title><h1>La mairie</h1>${pages.get(request.url ?? '') ?? ''}`,
    );
  }).listen(0, '127.0.0.1');
  await once(elsewhere, 'listening');
});
afterAll(() => elsewhere.close());

async function visitElsewhere(path: string, content: string, viewport = desk): Promise<Page> {
  pages.set(path, content);
  const page = await (await newVisitor({ viewport })).newPage();
  await page.goto(`http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}${path}`);
  return page;
}

/** The frame that a page shows, once it holds a document. */
async function framed(page: Page): Promise<Frame> {
  await page.locator('iframe').scrollIntoViewIfNeeded();
  await expect.poll(() => page.frames()[1]?.url() ?? '', soon).not.toBe('');
  return page.frames()[1] as Frame;
}

const towns = { search: '?pop=2000-&lieux=ecole', count: /^\d+ communes? sur 113$/ };

describe('the map in somebody else’s page', () => {
  it('shows the view of the script tag’s presets, its services too, and leaves no cookie', async () => {
    const page = await visitElsewhere(
      '/script',
      `<script src="${site}/embarquer/carte.js" data-titre="Nos villes" data-pop="2000-" data-lieux="ecole" data-hauteur="480" async></script>`,
    );
    const frame = await framed(page);
    expect(await page.locator('iframe').getAttribute('title')).toBe('Nos villes');
    expect((await page.locator('iframe').boundingBox())?.height).toBe(480);
    await expect.poll(() => frame.locator('header p').textContent(), soon).toMatch(towns.count);
    await expect
      .poll(() => frame.locator('[data-communes]').getAttribute('data-communes'), soon)
      .not.toBe('0');
    await expect
      .poll(
        async () => Number(await frame.locator('[data-facilities]').getAttribute('data-facilities')),
        soon,
      )
      .toBeGreaterThan(0);
    expect(await page.context().cookies()).toEqual([]);
    await page.context().close();
  });

  it('shows the same by a frame, and leads to the same view on the site, beside the page', async () => {
    const page = await visitElsewhere(
      '/frame',
      `<iframe src="${site}/embarquer/carte${towns.search}" title="Carte" width="100%" height="560"></iframe>`,
      phone,
    );
    const frame = await framed(page);
    await expect.poll(() => frame.locator('header p').textContent(), soon).toMatch(towns.count);
    expect(await frame.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    await frame.locator('[data-communes]').waitFor();
    const [opened] = await Promise.all([
      page.context().waitForEvent('page'),
      frame.getByRole('link', { name: /^Voir sur/ }).click(),
    ]);
    await opened.waitForURL(/\/carte\?/);
    expect(new URL(opened.url()).search).toBe('?pop=2000-&lieux=ecole');
    expect(page.url()).toContain('/frame');
    await page.context().close();
  });

  it('is the only page that lets itself be framed', async () => {
    for (const path of ['/', '/carte', '/communes/09122-foix', '/connexion', '/embarquer']) {
      const { headers } = await fetch(new URL(path, site));
      expect(headers.get('content-security-policy'), path).toContain("frame-ancestors 'none'");
      expect(headers.get('x-frame-options'), path).toBe('DENY');
    }
    const page = await visitElsewhere('/other', `<iframe src="${site}/carte" title="Carte"></iframe>`);
    await expect.poll(() => page.frames()[1]?.url(), soon).toMatch(/^chrome-error:/);
    await page.context().close();
  });

  it('reads as a list without JavaScript', async () => {
    const page = await visit('/embarquer/carte?pop=2000-', { javaScriptEnabled: false });
    await page.locator('summary').click();
    const links = page.locator('details a');
    expect(await links.count()).toBeGreaterThan(0);
    expect(await links.first().getAttribute('href')).toMatch(/^\/communes\/09\d{3}-/);
    await page.context().close();
  });
});

describe.each([
  ['a phone', phone],
  ['a desk', desk],
])('on %s', (_, viewport) => {
  it('one copies the code of a view, and sees it', async () => {
    const page = await visit(`/embarquer${towns.search}`, { viewport });
    const code = await page.getByLabel('Par un script').inputValue();
    expect(code).toContain(`${site}/embarquer/carte.js`);
    expect(code).toContain('data-pop="2000-"');
    const preview = await framed(page);
    await expect.poll(() => preview.locator('header p').textContent(), soon).toMatch(towns.count);
    // What is copied works as it stands.
    const pasted = await visitElsewhere('/pasted', code, viewport);
    const frame = await framed(pasted);
    await expect.poll(() => frame.locator('header p').textContent(), soon).toMatch(towns.count);
    await pasted.context().close();
    await page.context().close();
  });

  it.each(['/embarquer/carte?lieux=sante&commune=09122', '/embarquer', '/en/embarquer'])(
    '%s can be used by everyone',
    async (path) => {
      const page = await visit(path, { viewport });
      if (path.includes('/carte')) {
        await expect.poll(() => page.locator('[data-facilities] button').count(), soon).toBeGreaterThan(0);
      }
      expect(await accessibilityProblems(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
        viewport.width,
      );
      await page.context().close();
    },
  );
});
