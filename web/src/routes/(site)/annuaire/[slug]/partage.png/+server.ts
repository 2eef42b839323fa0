import { peoplePage } from '#lib/server/cache.ts';
import { soloEntry } from '#lib/server/solo-entry.ts';
import { tenantIn } from '#lib/server/tenant.ts';
import type { RequestHandler } from './$types';
import { type ShareFacts, shareImage } from './share-image.ts';

/** The last pictures drawn. They are only ever looked up by what was just read of a published entry. */
const kept = new Map<string, Buffer>();
const mostKept = 100;

/** What a shared link shows: drawn from the entry as it is now, and gone with it. */
export const GET: RequestHandler = async ({ locals, params }) => {
  const { name: territory, theme } = tenantIn(locals);
  const solo = await soloEntry(locals.gateway, params.slug);
  const facts: ShareFacts = {
    name: solo.displayName,
    activity: solo.activity,
    place: solo.commune?.name ?? solo.area,
    territory,
  };
  const key = JSON.stringify([facts, theme]);
  const picture = kept.get(key) ?? shareImage(facts, theme);
  kept.delete(key);
  kept.set(key, picture);
  if (kept.size > mostKept) {
    kept.delete(kept.keys().next().value as string);
  }
  return new Response(new Uint8Array(picture), { headers: { 'content-type': 'image/png', ...peoplePage } });
};
