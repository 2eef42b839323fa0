import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessibilityProblems } from '../dist/browser/accessibility.js';
import { launchBrowser } from '../dist/browser/browser.js';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

async function problemsOf(body: string): Promise<string[]> {
  const page = await (await browser.newContext()).newPage();
  await page.setContent(
    `<!doctype html><html lang="fr"><title>Une page</title><main><h1>Une page</h1>${body}</main></html>`,
  );
  const problems = await accessibilityProblems(page);
  await page.context().close();
  return problems;
}

describe('what axe finds', () => {
  it('is nothing on a page that everybody can read', async () => {
    expect(await problemsOf('<p>Rien à redire.</p>')).toEqual([]);
  });

  it('is said one by one, frames included', async () => {
    expect(await problemsOf('<img src="data:,"><input>')).toEqual([
      expect.stringContaining('image-alt'),
      expect.stringContaining('label'),
    ]);
    const framed = `<iframe title="Carte" srcdoc="<html lang='fr'><title>Carte</title><main><h1>Carte</h1><img src='data:,'></main></html>"></iframe>`;
    expect((await problemsOf(framed)).join()).toContain('image-alt');
  });

  it('knows the rules of WCAG 2.2', async () => {
    const tiny = '<button style="width:8px;height:8px;padding:0;border:0" aria-label="';
    expect((await problemsOf(`${tiny}Un"></button>${tiny}Deux"></button>`)).join()).toContain('target-size');
  });
});
