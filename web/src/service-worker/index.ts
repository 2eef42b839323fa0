import { self } from '$app/service-worker';
import { dropAll, dropOthers, dropPage, keepPage, keptFile, keptPage, OWNER_HEADER } from './kept-pages.ts';

/**
 * Lets a few pages of the workspace work without a network: those that asked for it while they were open
 * (lib/offline/keep-page.ts), for the member who opened them. It answers for nothing else; every other request goes on
 * its way as if it were not there.
 */

/** A network that takes longer is none: the kept page shows. */
const PATIENCE = 5_000;
const SIGN_OUT = /^(\/en)?\/deconnexion\/?$/;

self.addEventListener('install', () => void self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

self.addEventListener('message', (event) => {
  const { keep, files } = (event.data ?? {}) as { keep?: string; files?: string[] };
  const port = event.ports[0];
  if (keep && port) {
    event.waitUntil(keepPage(keep, files ?? []).then((kept) => port.postMessage(kept)));
  }
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (url.origin !== self.location.origin) {
    return;
  }
  if (request.method === 'POST' && SIGN_OUT.test(url.pathname)) {
    event.waitUntil(dropAll());
  } else if (request.method === 'GET' && url.pathname.startsWith('/_app/immutable/')) {
    event.respondWith(keptFile(request).then((kept) => kept ?? fetch(request)));
  } else if (request.method === 'GET' && request.mode === 'navigate' && inWorkspace(url.pathname)) {
    event.respondWith(networkFirst(request, url));
  }
});

const inWorkspace = (path: string) => /^(\/en)?\/espace(\/|$)/.test(path);

/** The network's page; the kept one when there is no answer in time, or none that is one. */
async function networkFirst(request: Request, url: URL): Promise<Response> {
  const kept = await keptPage(url);
  try {
    const answer = await (kept ? inTime(fetch(request)) : fetch(request));
    if (answer.status >= 500) {
      return kept ?? answer;
    }
    await dropOthers(answer.headers.get(OWNER_HEADER));
    // Whoever may not read the page any more finds no copy of it either.
    if (kept && !answer.ok) {
      await dropPage(url);
    }
    return answer;
  } catch (failure) {
    if (kept) {
      return kept;
    }
    throw failure;
  }
}

function inTime(answer: Promise<Response>): Promise<Response> {
  const late = new Promise<never>((_, reject) =>
    setTimeout(() => reject(new Error('no answer in time')), PATIENCE),
  );
  return Promise.race([answer, late]);
}
