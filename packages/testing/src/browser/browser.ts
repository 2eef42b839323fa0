import { access, constants } from 'node:fs/promises';
import { type Browser, chromium as playwright } from 'playwright-core';

/** Where systems keep a Chromium of their own. */
const INSTALLED = [
  process.env['CHROMIUM_PATH'] ?? '',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];
/** The map needs WebGL, which machines without a graphics card compute in software. */
const SOFTWARE_WEBGL = ['--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--ignore-gpu-blocklist'];
/** Containers run as root and have little shared memory. */
const CONTAINER = ['--no-sandbox', '--disable-dev-shm-usage'];

/** Starts a Chromium: the system's when there is one, else the one inside npm; `more` are switches of its command line. */
export async function launchBrowser(more: readonly string[] = []): Promise<Browser> {
  return playwright.launch({
    executablePath: (await installed()) ?? (await bundled()),
    args: [...SOFTWARE_WEBGL, ...CONTAINER, ...more],
  });
}

async function installed(): Promise<string | undefined> {
  for (const path of INSTALLED.filter(Boolean)) {
    if (
      await access(path, constants.X_OK).then(
        () => true,
        () => false,
      )
    )
      return path;
  }
  return undefined;
}

async function bundled(): Promise<string> {
  const { default: chromium } = await import('@sparticuz/chromium');
  return chromium.executablePath();
}
