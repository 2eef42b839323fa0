import type { SiteAnswer } from '@ancrage/testing/site-client';
import type { Stage } from './stage.js';

/** Makes a key on the region's page as an observer does, for as long as the work needs it: a region has twenty at most. */
export async function withRegionKey<Result>(
  stage: Stage,
  work: (apiKey: string) => Promise<Result>,
): Promise<Result> {
  const made = await press(stage, 'create', { name: `Replay ${stage.territory.slug}`, days: '30' });
  const key = /ancrage_[\w-]{43}/.exec(made.body)?.[0];
  if (!key) throw new Error(`the observer was given no key: ${made.status}`);
  try {
    return await work(key);
  } finally {
    await press(stage, 'revoke', { prefix: key.slice(0, 'ancrage_'.length + 8) });
  }
}

/** Sends a form of the page of keys, as a browser without JavaScript does. */
const press = (
  { cast, territory }: Stage,
  action: string,
  fields: Record<string, string>,
): Promise<SiteAnswer> =>
  cast.OBSERVER.send(`/region/${territory.region}/cles?/${action}`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: String(new URLSearchParams(fields)),
  });
