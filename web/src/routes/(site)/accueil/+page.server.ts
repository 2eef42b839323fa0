import { WelcomeDocument } from '#lib/graphql/generated/graphql.ts';
import { peoplePage } from '#lib/server/cache.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, setHeaders }) => {
  const { welcomeProtocol, publicSponsors, networkActors, sponsors, arrivals } = await locals.gateway.ask(
    WelcomeDocument,
    {},
  );
  setHeaders(peoplePage);
  return {
    /** Null: nothing is published yet, or it could not be asked; the page does without. */
    protocol: welcomeProtocol ?? null,
    /** Only those who agreed to be shown here. */
    portraits: publicSponsors ?? [],
    /** Null: the network could not be asked, which is not an empty one. */
    actors: networkActors ?? null,
    sponsors: sponsors?.totalCount ?? null,
    arrivals: arrivals?.nodes ?? [],
  };
};
