import { OneArrivalDocument } from '#lib/graphql/generated/graphql.ts';
import { peoplePage } from '#lib/server/cache.ts';
import { notFound } from '#lib/server/failures.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, setHeaders }) => {
  const { arrival } = await locals.gateway.ask(OneArrivalDocument, { slug: params.slug.slice(0, 100) });
  if (!arrival) {
    return notFound();
  }
  setHeaders(peoplePage);
  return { arrival };
};
