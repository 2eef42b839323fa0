/** What the server says of a page for members: whose it is, without saying who that is (lib/server/offline.ts). */
export const OWNER_HEADER = 'x-kept-for';

/** Whoever finds the phone a week later finds no list of households on it. */
const KEPT_FOR = 4 * 24 * 3_600_000;
const KEPT_AT = 'x-kept-at';
/** Answers differ by how they were compressed, which no reader of a copy sees. */
const ANY = { ignoreVary: true };
const PREFIX = 'kept';

/** A page and the files it runs on lie together in a cache of their own, so that they also go together. */
const nameOf = (owner: string, path: string) => `${PREFIX} ${owner} ${path}`;

/** Keeps a page as the server gives it to whoever is signed in, with the files that it names or has already used. */
export async function keepPage(address: string, files: readonly string[]): Promise<boolean> {
  const url = new URL(address);
  try {
    const page = await fetch(url.href, { redirect: 'manual', headers: { accept: 'text/html' } });
    const owner = page.headers.get(OWNER_HEADER);
    if (!page.ok || !owner) {
      return false;
    }
    await dropOthers(owner);
    const text = await page.text();
    const cache = await caches.open(nameOf(owner, url.pathname));
    const wanted = new Set([...filesIn(text, url), ...files]);
    await Promise.all([...wanted].map((file) => addFile(cache, file)));
    const headers = new Headers(page.headers);
    headers.delete('content-encoding');
    headers.set(KEPT_AT, String(Date.now()));
    await cache.put(url.pathname, new Response(text, { headers }));
    for (const { url: file } of await cache.keys()) {
      if (file.includes('/_app/immutable/') && !wanted.has(file)) {
        await cache.delete(file);
      }
    }
    return true;
  } catch {
    return false;
  }
}

/** The kept copy of a page, unless it is too old; its address counts without what stands behind the question mark. */
export async function keptPage({ pathname }: URL): Promise<Response | null> {
  const page = (await caches.match(pathname, ANY)) ?? null;
  if (page && Date.now() - Number(page.headers.get(KEPT_AT)) > KEPT_FOR) {
    await dropPage({ pathname });
    return null;
  }
  return page;
}

/** A file of the build; its name changes with its content, so that a copy is never old. */
export const keptFile = (request: Request): Promise<Response | undefined> => caches.match(request, ANY);

export const dropAll = () => dropWhere(() => true);

export const dropPage = ({ pathname }: { pathname: string }) =>
  dropWhere((name) => name.endsWith(` ${pathname}`));

/** Drops what was kept for anybody but `owner`: another member has signed in on this phone. */
export const dropOthers = (owner: string | null) =>
  dropWhere((name) => owner !== null && !name.startsWith(`${PREFIX} ${owner} `));

async function dropWhere(goes: (name: string) => boolean): Promise<void> {
  const names = (await caches.keys()).filter((name) => name.startsWith(`${PREFIX} `) && goes(name));
  await Promise.all(names.map((name) => caches.delete(name)));
}

async function addFile(cache: Cache, file: string): Promise<void> {
  if (!(await cache.match(file))) {
    await cache.add(file);
  }
}

const filesIn = (text: string, page: URL): string[] =>
  [...text.matchAll(/["'(]([^"'()\s]*\/_app\/immutable\/[^"'()\s]+)["')]/g)].map(
    ([, path]) => new URL(path!, page).href,
  );
