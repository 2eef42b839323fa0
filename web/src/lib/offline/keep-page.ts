/**
 * Has the page that is open kept on this phone, with all it runs on, so that it opens without a network as well
 * (src/service-worker). Its server load calls `keptFor`; call this when it opens, and again when what it shows has
 * changed. Says whether it is kept: never where the browser has no service worker, or on a site without https.
 */
export async function keepThisPage(): Promise<boolean> {
  if (!('serviceWorker' in navigator)) {
    return false;
  }
  try {
    await navigator.serviceWorker.register('/service-worker.js', {
      type: import.meta.env.DEV ? 'module' : 'classic',
    });
    const { active } = await navigator.serviceWorker.ready;
    return await ask(active, { keep: location.origin + location.pathname, files: usedFiles() });
  } catch {
    return false;
  }
}

function ask(worker: ServiceWorker | null, message: object): Promise<boolean> {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.onmessage = ({ data }) => resolve(data === true);
    worker?.postMessage(message, [port2]);
  });
}

/** Files of the build that were loaded so far: also those that the page's text does not name. */
const usedFiles = (): string[] =>
  performance
    .getEntriesByType('resource')
    .map(({ name }) => name)
    .filter((name) => name.startsWith(`${location.origin}/_app/immutable/`));
