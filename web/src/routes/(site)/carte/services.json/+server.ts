import { json } from '@sveltejs/kit';
import { FacilityNamesDocument } from '#lib/graphql/generated/graphql.ts';
import type { FacilityNames } from '#lib/map/facility-names.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import { distinctSources } from '#lib/provenance/provenance.ts';
import { publicPage } from '#lib/server/cache.ts';
import type { RequestHandler } from './$types';

/** What the marks of the map are called, in the language of the address: asked for once somebody shows services. */
export const GET: RequestHandler = async ({ locals }) => {
  const { facilityTypes, territory } = await locals.gateway.ask(FacilityNamesDocument, {
    locale: getLocale(),
  });
  const sources = distinctSources((territory?.sourceUses ?? []).map(({ source }) => source));
  const names: FacilityNames = { types: facilityTypes, sources };
  return json(names, { headers: publicPage });
};
