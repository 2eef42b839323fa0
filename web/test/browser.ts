import { launchBrowser } from '@ancrage/testing/browser';
import { testPlatform } from '@ancrage/testing/test-platform';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';

/** The site under test: the platform of this run, or any running one. */
export const site = process.env.ANCRAGE_URL ?? testPlatform().webUrl;
/** The same for another territory: its host is a name of this machine. */
export const siteOf = (slug: string): string => site.replace('//localhost', `//${slug}.localhost`);

export const phone = { width: 360, height: 740 };
export const desk = { width: 1440, height: 900 };

/** How long a journey waits for what it expects, on a machine that is busy with others. */
export const soon = { timeout: 20_000 };

/** One browser per test file; `visit` opens a page in a context of its own, as a new visitor would. */
export function useBrowser() {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());

  const newVisitor = async (options: BrowserContextOptions = {}): Promise<BrowserContext> => {
    const context = await browser.newContext({
      viewport: desk,
      reducedMotion: 'reduce',
      locale: 'fr-FR',
      ...options,
    });
    // Whether the internet answers is no part of a test: whoever wants something from there serves it.
    await context.route(
      ({ hostname }) => !/(^|\.)localhost$|^127\.0\.0\.1$/.test(hostname),
      (route) => route.abort('internetdisconnected'),
    );
    return context;
  };
  return {
    newVisitor,
    async visit(path: string, options: BrowserContextOptions = {}): Promise<Page> {
      const page = await (await newVisitor(options)).newPage();
      await page.goto(new URL(path, site).href);
      return page;
    },
  };
}
