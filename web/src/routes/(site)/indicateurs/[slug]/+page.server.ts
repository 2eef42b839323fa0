import { IndicatorSnapshotDocument } from '#lib/graphql/generated/graphql.ts';
import { publicPage } from '#lib/server/cache.ts';
import { notFound } from '#lib/server/failures.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, setHeaders }) => {
  const { indicatorSnapshot } = await locals.gateway.ask(IndicatorSnapshotDocument, {
    slug: params.slug.slice(0, 100),
  });
  if (!indicatorSnapshot) {
    return notFound();
  }
  setHeaders(publicPage);
  return { snapshot: indicatorSnapshot };
};
