import { PublisherDocument } from '#lib/graphql/generated/graphql.ts';
import { distinctSources } from '#lib/provenance/provenance.ts';
import { publicPage } from '#lib/server/cache.ts';
import { notFound } from '#lib/server/failures.ts';
import { tenantIn } from '#lib/server/tenant.ts';
import type { LayoutServerLoad } from './$types';

/** Who answers for the site, as far as its settings say. */
export const load: LayoutServerLoad = async ({ locals, setHeaders }) => {
  const { tiles } = tenantIn(locals);
  const { territory, sample } = await locals.gateway.ask(PublisherDocument, {});
  if (!territory) {
    return notFound();
  }
  setHeaders(publicPage);
  return {
    publisher: territory.intercommunalities,
    dataSources: distinctSources([...(sample.nodes[0]?.sources ?? []), tiles.source]),
  };
};
