import { PublicPressDocument } from '#lib/graphql/generated/graphql.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import { peoplePage } from '#lib/server/cache.ts';
import { notFound } from '#lib/server/failures.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, setHeaders }) => {
  const { territory, pressDocuments, arrivals, sample } = await locals.gateway.ask(PublicPressDocument, {
    locale: getLocale(),
  });
  if (!territory) {
    return notFound();
  }
  setHeaders(peoplePage);
  return {
    territory,
    /** Null: they could not be asked for just now. */
    documents: pressDocuments ?? null,
    arrivals: arrivals?.nodes ?? [],
    populationSource: sample.nodes[0]?.sources[0] ?? null,
  };
};
