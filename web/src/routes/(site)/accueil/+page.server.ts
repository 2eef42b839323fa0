import { WelcomeDocument } from '#lib/graphql/generated/graphql.ts';
import { peoplePage } from '#lib/server/cache.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, setHeaders }) => {
  const { networkActors, sponsors, arrivals } = await locals.gateway.ask(WelcomeDocument, {});
  setHeaders(peoplePage);
  return {
    /** Null: the network could not be asked, which is not an empty one. */
    actors: networkActors ?? null,
    sponsors: sponsors?.totalCount ?? null,
    arrivals: arrivals?.nodes ?? [],
  };
};
