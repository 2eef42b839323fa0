import { originSearch } from '#lib/origin/origin.ts';
import { peoplePage } from '#lib/server/cache.ts';
import { announcedFairs, announcedSessions } from '#lib/server/sessions/announced.ts';
import type { PageServerLoad } from './$types';

const mostPast = 6;

export const load: PageServerLoad = async ({ locals, setHeaders, url }) => {
  const [sessions, fairs] = await Promise.all([
    announcedSessions(locals.gateway),
    announcedFairs(locals.gateway),
  ]);
  const now = Date.now();
  const isOver = ({ endsAt }: { endsAt: string }) => Date.parse(endsAt) <= now;
  setHeaders(peoplePage);
  return {
    upcoming: sessions?.filter((session) => !isOver(session)) ?? null,
    past: (sessions ?? [])
      .filter((session) => isOver(session) && session.status !== 'CANCELLED')
      .reverse()
      .slice(0, mostPast),
    fairs: fairs.filter((fair) => !isOver(fair)),
    search: originSearch(url),
  };
};
