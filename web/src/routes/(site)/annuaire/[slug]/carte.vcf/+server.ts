import { peoplePage } from '#lib/server/cache.ts';
import { soloEntry } from '#lib/server/solo-entry.ts';
import { vcardOf } from '../vcard.ts';
import type { RequestHandler } from './$types';

/** A solo for an address book: what their page shows, and no more. */
export const GET: RequestHandler = async ({ locals, params, url }) => {
  const solo = await soloEntry(locals.gateway, params.slug);
  const page = `${url.origin}/annuaire/${encodeURIComponent(solo.slug)}`;
  const card = vcardOf({ ...solo, place: solo.commune?.name ?? solo.area, page });
  return new Response(card, {
    headers: {
      'content-type': 'text/vcard; charset=utf-8',
      'content-disposition': `attachment; filename="${solo.slug.replace(/[^\w-]/g, '')}.vcf"`,
      'x-robots-tag': 'noindex',
      ...peoplePage,
    },
  });
};
